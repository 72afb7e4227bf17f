"""What the store promises about feeds: which there are, how each is doing, and which of its items are known."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.feed import Entry, Feed, FeedState, NewFeed


class Feeds(Protocol):
    """Feeds and their items. An address stands once; a removed feed's articles stay."""

    async def add(self, feed: NewFeed) -> tuple[Feed, bool]:
        """Store a feed, unless its address is there.

        Returns:
            The feed as stored, and whether it is new.
        """

    async def begun(self) -> bool:
        """Whether ``begin`` has been called in this store's life."""

    async def begin(self, feeds: Sequence[NewFeed]) -> int:
        """Store the feeds a store begins with: once in its life, all or none of them, and none beside others.

        Returns:
            How many were stored.
        """

    async def remove(self, feed_id: int) -> bool:
        """Drop a feed and what is known of its items; False when there is none."""

    async def pause(self, feed_id: int, *, paused: bool) -> bool:
        """Stop fetching a feed, or go on with it at once; False when there is none."""

    async def get(self, feed_id: int) -> Feed | None:
        """The feed, or None."""

    async def all(self) -> tuple[Feed, ...]:
        """All feeds, in the order they were added."""

    async def due(self, now: datetime, *, limit: int) -> tuple[Feed, ...]:
        """Feeds that are due and not paused, the longest waiting first."""

    async def next_due(self) -> datetime | None:
        """When the next feed is due; None when none is waiting. A feed never fetched is due since 1970."""

    async def known(self, feed_id: int, keys: Sequence[str]) -> Mapping[str, Entry]:
        """Which of these items are known, by key."""

    async def remember(self, feed_id: int, entries: Sequence[Entry], now: datetime) -> None:
        """Store items as known; call it only when their articles are stored."""

    async def record(self, feed_id: int, state: FeedState, *, now: datetime, moved_to: str = "", gone: bool = False) -> None:
        """Store how a fetch went; call it last. Items long absent from every fetch are let go.

        Args:
            feed_id: the feed; nothing happens when it was removed meanwhile.
            state: as it is now.
            now: the time of the fetch.
            moved_to: its new address, taken when no other feed has it; '' leaves it.
            gone: whether it is to be paused.
        """
