"""What the store promises about subscriptions, a chat's wishes, and the outbox of alerts. Times are aware UTC."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.model.alert import Alert, Preferences, SendResult, Subscription, Told
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

    async def set(self, chat: ChatKey, preferences: Preferences) -> None:
        """Store a chat's preferences."""


class Outbox(Protocol):
    """Alerts on their way. A row is written in the transaction that stores the article; here it is claimed, sent, recorded."""

    async def waiting_chats(self, now: datetime, *, limit: int) -> tuple[ChatKey, ...]:
        """Chats with alerts that may be looked at now, longest waiting first."""

    async def claim(self, chat: ChatKey, now: datetime, lease: timedelta) -> tuple[Alert, ...]:
        """Take a chat's waiting alerts for as long as the lease lasts; nobody else is given them meanwhile."""

    async def told(self, chat: ChatKey, since: datetime) -> tuple[Told, ...]:
        """What a chat has been sent since then, a story each."""

    async def look_again(self, alerts: Sequence[Alert], at: datetime) -> None:
        """Give claimed alerts back, to be looked at again at that time."""

    async def record(self, alerts: Sequence[Alert], result: SendResult, now: datetime, *, again_at: datetime | None = None) -> None:
        """Write down what became of a message that carried these alerts.

        Args:
            alerts: what the message carried.
            result: Sent and Refused end them; RetryAt keeps them until ``again_at``; Gone ends them and lets the chat's
                subscriptions rest; Migrated moves everything of the chat to its new number and keeps them.
            now: when the result came.
            again_at: when to try again, for RetryAt.
        """

    async def came_back(self, chat: ChatKey) -> None:
        """Wake the subscriptions that rested because the chat was gone."""

    async def count(self) -> int:
        """How many alerts wait."""
