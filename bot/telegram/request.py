"""What somebody asks for, out of Telegram's update, so that handlers need not know Telegram."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import tzinfo

from bot.model.chat import ChatKey
from bot.telegram.callbacks import Action


async def _alone() -> bool:
    """Alone with the bot, a person is master of the chat."""
    return True


@dataclass(frozen=True, slots=True)
class Request:
    """A command, a text or a tap on a button.

    Args:
        chat: where it came from, and where the answer goes.
        zone: the chat's zone.
        user_id: who asked; 0 when Telegram does not say, as in channels.
        chat_kind: Telegram's type of the chat.
        chat_title: the name of a group or channel; '' for a person, whose name is none of our business.
        text: what follows the command, or the whole text.
        action: what the button asks for.
        is_admin: asks Telegram whether who asked may change things here.
    """

    chat: ChatKey
    zone: tzinfo
    user_id: int = 0
    chat_kind: str = "private"
    chat_title: str = ""
    text: str = ""
    action: Action = field(default_factory=lambda: Action(""))
    is_admin: Callable[[], Awaitable[bool]] = _alone
