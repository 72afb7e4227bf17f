"""A chat and its settings. Hours are in the chat's own zone."""

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
        zone: an IANA zone name.
    """

    key: ChatKey
    kind: str = "private"
    title: str = ""
    zone: str = "Asia/Tehran"
