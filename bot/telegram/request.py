"""What somebody asks for, out of Telegram's update, so that handlers need not know Telegram."""

from dataclasses import dataclass, field
from datetime import tzinfo

from bot.model.chat import ChatKey
from bot.telegram.callbacks import Action


@dataclass(frozen=True, slots=True)
class Request:
    """A command, a text or a tap on a button.

    Args:
        chat: where it came from, and where the answer goes.
        zone: the chat's zone.
        user_id: who asked; 0 when Telegram does not say, as in channels.
        chat_kind: Telegram's type of the chat.
        text: what follows the command, or the whole text.
        action: what the button asks for.
    """

    chat: ChatKey
    zone: tzinfo
    user_id: int = 0
    chat_kind: str = "private"
    text: str = ""
    action: Action = field(default_factory=lambda: Action(""))
