"""The press on this machine: articles keep coming, each once, and reach the store through the same door as all others."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.ingest.cycle import Desk, run_cycle
from bot.ingest.http import opened_fetcher
from bot.playground.feeds import AT_START, EVERY, OUTLETS, SampleFeeds, renumbered
from bot.storage.sqlite.store import SqliteStore

SEEDS = Path(__file__).parents[2] / "seeds"


class OwnClock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.time += timedelta(seconds=seconds)


async def test_new_articles_keep_coming(tmp_path: Path) -> None:
    """Some at once, more with time, whole, of two outlets, and those told twice as one story."""
    clock = OwnClock()
    press = SampleFeeds(SEEDS, clock.now)
    await press.start()
    async with (
        SqliteStore.open(tmp_path / "s.db", now=clock.now) as store,
        opened_fetcher(allow_private=frozenset({press.address}), host_gap_s=0) as fetcher,
    ):
        desk = Desk(store.feeds, store.articles, fetcher, clock, bounds=(timedelta(seconds=20), timedelta(seconds=30)))
        await press.put_into(store.feeds)
        await run_cycle(desk)
        assert await store.articles.count() >= AT_START
        clock.time += 6 * EVERY
        await run_cycle(desk)
        newest = (await store.articles.newest(limit=50)).headlines
        assert await store.articles.count() >= AT_START + 6 + 3
        assert len(newest) >= AT_START + 3
        assert {one.source for one in newest} <= set(OUTLETS)
        article = await store.articles.get(newest[0].id)
        assert article is not None
        assert article.origin == "page"
        twice = [one for one in newest if (await store.articles.others_of_story(one.id)).headlines]
        assert len(twice) >= 2
    await press.stop()


async def test_feeds_of_an_earlier_run_are_dropped(tmp_path: Path) -> None:
    """They would only be dead."""
    clock = OwnClock()
    async with SqliteStore.open(tmp_path / "s.db") as store:
        for port in (1001, 1002):
            await SampleFeeds(SEEDS, clock.now, port=port).put_into(store.feeds)
        assert [feed.url.split("/")[2] for feed in await store.feeds.all()] == ["127.0.0.1:1002"] * 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("در سال ۱۴۰۵، ۱۲ نفر از ۴۰ روستا", "در سال ۱۴۰۵، ۱۴ نفر از ۴۵ روستا"),
        ("۱۲ آبان و ۳۰ ژانویهٔ ۲۰۳۰، ساعت ۱۰:۳۰", "۱۲ آبان و ۳۰ ژانویهٔ ۲۰۳۰، ساعت ۱۰:۳۰"),
        ("۱۴۰۴/۸/۱۱ تا ۵ دیدار", "۱۴۰۴/۸/۱۱ تا ۶ دیدار"),
    ],
)
def test_numbers_move_and_dates_stay(before: str, after: str) -> None:
    """And no word changes."""
    assert renumbered(before, 1) == after
