"""A day of feeds, in seconds: with a clock of its own, the real store, the real fetcher, and a press on a loopback port."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.ingest.cycle import Desk, run_cycle
from bot.ingest.http import opened_fetcher
from bot.model.feed import FeedWord, NewFeed
from bot.storage.sqlite.store import SqliteStore
from tests.ingest.outlets import Item, Press, open_press

MORNING = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


class OwnClock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.time = MORNING

    def now(self) -> datetime:
        """The time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.time += timedelta(seconds=seconds)


class Day:
    """Everything of a test's day."""

    def __init__(self, press: Press, store: SqliteStore, desk: Desk, clock: OwnClock, told: list[FeedWord]) -> None:
        self.press, self.store, self.desk, self.clock, self.told = press, store, desk, clock, told

    async def add(self, name: str) -> int:
        """Add a feed of the press."""
        feed, _ = await self.store.feeds.add(NewFeed(self.press.url(name), name=f"خبرگزاری {name}"))
        return feed.id

    async def pass_time(self, hours: float) -> dict[str, int]:
        """Go round as often as something is due within these hours."""
        end, outcomes = self.clock.time + timedelta(hours=hours), {"added": 0, "updated": 0, "known": 0}
        while (due := await self.store.feeds.next_due()) and due <= end:
            self.clock.time = max(self.clock.time, due)
            report = await run_cycle(self.desk)
            for outcome, number in report.outcomes.items():
                outcomes[outcome] += number
        self.clock.time = end
        return outcomes

    async def titles(self) -> list[str]:
        """The titles in the store, of every article of every story, newest story first."""
        fronts = (await self.store.articles.newest(limit=1000)).headlines
        return [two.title for one in fronts for two in (one, *(await self.store.articles.others_of_story(one.id)).headlines)]


@asynccontextmanager
async def open_day(path: Path) -> AsyncIterator[Day]:
    """A day with its press, its store and its clock."""
    clock, told = OwnClock(), []

    async def tell(word: FeedWord) -> None:
        told.append(word)

    async with (
        open_press() as press,
        SqliteStore.open(path, now=clock.now) as store,
        opened_fetcher(allow_private=frozenset({("127.0.0.1", press.port)}), host_gap_s=0, total_s=0.25) as fetcher,
    ):
        yield Day(press, store, Desk(store.feeds, store.articles, fetcher, clock, tell), clock, told)


def items(*numbers: int, hours: float = 0) -> list[Item]:
    """Items published this morning, a minute apart."""
    return [Item(number, MORNING - timedelta(hours=hours, minutes=number % 60)) for number in numbers]
