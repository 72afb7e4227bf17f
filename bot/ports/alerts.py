"""What the store promises about subscriptions, a chat's wishes, and the outbox of alerts. Times are aware UTC."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.model.alert import Alert, Outcome, Preferences, Subscription
from bot.model.chat import ChatKey


class Subscriptions(Protocol):
    """What chats asked to hear of. A change is met by the articles stored after it."""

    async def add(self, chat: ChatKey, query: str) -> Subscription | None:
        """Subscribe a chat; the same query again gives the subscription there is. None when the chat has its fifty already.

        Args:
            chat: where alerts go.
            query: in canonical form.
        """

    async def of_chat(self, chat: ChatKey) -> tuple[Subscription, ...]:
        """A chat's subscriptions, oldest first."""

    async def get(self, subscription_id: int, chat: ChatKey) -> Subscription | None:
        """One of this chat's subscriptions, or None."""

    async def change(self, subscription_id: int, chat: ChatKey, query: str) -> Subscription | None:
        """Put another query in its place; None when the chat has no such subscription."""

    async def pause(self, subscription_id: int, chat: ChatKey, *, paused: bool) -> bool:
        """Let it rest, or wake it; False when the chat has no such subscription."""

    async def remove(self, subscription_id: int, chat: ChatKey) -> bool:
        """Drop it, and its alerts that wait; False when the chat has no such subscription."""

    async def remove_all(self, chat: ChatKey) -> int:
        """Drop all of a chat's; how many there were."""

    async def brought(self, chat: ChatKey, since: datetime) -> dict[int, int]:
        """How many alerts each of a chat's subscriptions has brought since then, by its id."""


class Wishes(Protocol):
    """When a chat wants to hear."""

    async def get(self, chat: ChatKey) -> Preferences:
        """A chat's preferences; the usual ones for a chat that has set none."""

    async def of(self, chats: Collection[ChatKey]) -> dict[ChatKey, Preferences]:
        """The preferences of each of these chats."""

    async def set(self, chat: ChatKey, preferences: Preferences) -> None:
        """Store a chat's preferences."""


class Outbox(Protocol):
    """Alerts on their way. A row is written in the transaction that stores the article; here it is claimed, sent, recorded."""

    async def claim(
        self, now: datetime, lease: timedelta, *, chats: int, busy: Collection[ChatKey] = ()
    ) -> dict[ChatKey, tuple[Alert, ...]]:
        """Take all waiting alerts of some chats, oldest first, for as long as the lease lasts; nobody else is given them meanwhile.

        Args:
            now: aware.
            lease: how long.
            chats: how many chats at the most; those that wait longest come first. Of a group's forum topics one is taken at a time,
                since they share the group's limit, and many of them would fill the worker's hands.
            busy: chats to pass over, with all their forum topics. Chats that Telegram told to wait are passed over, too.
        """

    async def told_at(self, chats: Collection[ChatKey], since: datetime) -> dict[ChatKey, tuple[datetime, ...]]:
        """When messages of alerts went to these chats since then, rising; a chat that got none is left out."""

    async def sent_at(self, chat_ids: Collection[int], since: datetime) -> dict[int, tuple[datetime, ...]]:
        """The same by the chat's number, all its forum topics together, as Telegram counts."""

    async def has_all(self, alerts: Sequence[Alert]) -> bool:
        """Whether none of these was dropped, as when its subscription was."""

    async def look_again(self, alerts: Sequence[Alert], at: datetime) -> None:
        """Give claimed alerts back, to be looked at again at that time."""

    async def record(self, outcomes: Sequence[Outcome]) -> None:
        """Write down what became of messages, all in one transaction.

        Sent and Refused end their alerts, but a story with much new since its message was made comes later, as a development;
        RetryAt keeps them until ``again_at``, and where Telegram says how long to wait, it keeps all else of the chat, too; Gone
        ends them and lets the chat's subscriptions rest; Closed lets them rest, too, and keeps the alerts until the chat
        ``came_back``; Migrated is ``moved``, and keeps them.
        """

    async def moved(self, old: int, new: int) -> None:
        """A group became a supergroup: everything of the chat goes to its new number. Once more is no error."""

    async def came_back(self, chat: ChatKey) -> None:
        """Wake the subscriptions that rested because the chat was gone or closed, and the alerts that were kept."""

    async def count(self) -> int:
        """How many alerts wait."""
