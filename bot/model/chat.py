"""A chat: where messages go. When it wants to hear stands in ``alert``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChatKey:
    """Where messages go: a chat, and in a forum the topic in it.

    Args:
        chat_id: Telegram's number of the chat.
        thread_id: the forum topic; 0 when there is none.
    """

    chat_id: int
    thread_id: int = 0


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat the bot has met.

    Args:
        key: where it is.
        kind: Telegram's type: 'private', 'group', 'supergroup' or 'channel'.
        title: the person's or the group's name, for the owner's lists.
    """

    key: ChatKey
    kind: str = "private"
    title: str = ""
