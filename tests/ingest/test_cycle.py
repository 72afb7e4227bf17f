"""A day of feeds, in seconds: with a clock of its own, the real store, the real fetcher, and a press on a loopback port."""

import asyncio
import gzip
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from aiohttp import web

from bot.errors import StoreError
from bot.ingest.cycle import Desk, run_cycle, run_forever
from bot.ingest.http import opened_fetcher
from bot.model.feed import FeedDied, FeedGone, FeedMoved, FeedWord, NewFeed
from bot.model.net import FetchResult, NotModified
from bot.storage.sqlite.store import SqliteStore
from tests.ingest.outlets import Item, Press, drip, open_press

ROOT = Path(__file__).parents[2]
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


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Day]:
    """A day in a store of its own."""
    async with open_day(tmp_path / "store.db") as opened:
        yield opened


def items(*numbers: int, hours: float = 0) -> list[Item]:
    """Items published this morning, a minute apart."""
    return [Item(number, MORNING - timedelta(hours=hours, minutes=number % 60)) for number in numbers]


async def test_a_day_of_feeds(day: Day) -> None:
    """Changed, unchanged, dead, slow, hostile, moved and duplicated feeds: what is news is stored once, and the "
    "day ends in time."""
    press = day.press
    press.outlet("lively").items = items(1, 2, 3)
    press.outlet("quiet").items = items(11, 12)
    press.outlet("twin").items = items(1, 2)
    press.outlet("slow").answer = drip
    press.outlet("dead").answer = _status(500)
    press.outlet("page").answer = _text("<!doctype html><html><body>خوش آمدید</body></html>", "text/html")
    press.outlet("bomb").answer = _gzip_bomb
    press.outlet("entities").answer = _text('<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "text/xml")
    press.outlet("circle").answer = _to(press, "circle", 302)
    press.outlet("inside").answer = _redirect("http://169.254.169.254/latest/meta-data/", 302)
    press.outlet("moved").answer = _to(press, "quiet2", 301)
    press.outlet("quiet2").items = items(21)
    for name in ("lively", "quiet", "twin", "slow", "dead", "page", "bomb", "entities", "circle", "inside", "moved"):
        await day.add(name)
    assert await day.pass_time(1) == {"added": 8, "updated": 0, "known": 0}
    for hour in range(1, 23):
        press.outlet("lively").items += [Item(100 + hour, day.clock.time)]
        await day.pass_time(1)
    assert len(await day.titles()) == 8 + 22
    assert press.outlet("quiet").unchanged > 3
    assert 20 > press.outlet("quiet").asked == press.outlet("quiet").unchanged + 1
    assert press.outlet("lively").asked > 2 * press.outlet("quiet").asked
    assert press.outlet("lively").pages == 3 + 22
    assert press.outlet("slow").asked < 10
    feeds = {feed.name.split()[-1]: feed for feed in await day.store.feeds.all()}
    problems = {name: feed.state.problem.split()[0] for name, feed in feeds.items() if feed.state.problem}
    assert problems == {
        "slow": "slow",
        "dead": "status",
        "page": "no",
        "bomb": "large",
        "entities": "no",
        "circle": "redirects",
        "inside": "address",
    }
    assert feeds["moved"].url == press.url("quiet2")
    assert [type(word) for word in day.told] == [FeedMoved]


async def test_a_feed_that_moved_to_one_that_is_listed_is_told_of_once_and_rests(day: Day) -> None:
    """The other one brings what it brought."""
    day.press.outlet("moved").answer = _to(day.press, "there", 301)
    day.press.outlet("there").items = items(1)
    await day.add("there")
    await day.add("moved")
    await day.pass_time(24)
    assert [type(word) for word in day.told] == [FeedMoved]
    assert {feed.name.split()[-1]: feed.paused for feed in await day.store.feeds.all()} == {"there": False, "moved": True}


async def test_news_of_two_outlets_is_one_story(day: Day) -> None:
    """The articles of both stay, and each knows of the other."""
    day.press.outlet("one").items = items(5)
    day.press.outlet("other").items = items(5)
    await day.add("one")
    await day.add("other")
    await day.pass_time(1)
    (front,) = (await day.store.articles.newest()).headlines
    (other,) = (await day.store.articles.others_of_story(front.id)).headlines
    assert other.source != front.source


async def test_a_changed_article_is_updated_where_it_stands(day: Day) -> None:
    """An edited title, a corrected text, even another address: no second article as long as the feed calls it the same."""
    outlet = day.press.outlet("editing")
    outlet.items = items(7)
    await day.add("editing")
    await day.pass_time(1)
    outlet.items[0].title = "تیتر دیگری برای همان خبر"
    assert (await day.pass_time(3))["updated"] == 1
    outlet.items[0].extra = "این خبر تصحیح شد و شمار درختان درست شد."
    outlet.items[0].path = "7-another-slug"
    assert (await day.pass_time(3))["updated"] == 1
    (headline,) = (await day.store.articles.newest()).headlines
    article = await day.store.articles.get(headline.id)
    assert article is not None
    assert "تصحیح شد" in article.text
    assert article.origin == "page"
    assert article.url == day.press.url("editing", "7")


async def test_an_outlet_changes_its_addresses_and_its_guids(day: Day) -> None:
    """An address without its tracking tells an article when nothing else does."""
    outlet = day.press.outlet("renaming")
    outlet.items = items(8)
    await day.add("renaming")
    await day.pass_time(1)
    outlet.items[0].guid = "tag:new"
    await day.pass_time(6)
    assert len(await day.titles()) == 1


async def test_without_its_page_the_teaser_is_stored_and_says_so(day: Day) -> None:
    """A page that is no page of an article."""
    day.press.outlet("behind").items = [Item(9, MORNING, path="rss")]
    await day.add("behind")
    await day.pass_time(1)
    (headline,) = (await day.store.articles.newest()).headlines
    article = await day.store.articles.get(headline.id)
    assert article is not None
    assert article.origin == "teaser"


@pytest.mark.parametrize(("times", "asked", "origin"), [(1, 2, "page"), (99, 3, "teaser")])
async def test_a_page_that_is_busy_is_asked_for_again(day: Day, times: int, asked: int, origin: str) -> None:
    """The teaser is there meanwhile; after three times it is left at that."""
    outlet = day.press.outlet("busy")
    outlet.items, outlet.busy_pages = items(6), times
    await day.add("busy")
    await day.pass_time(0.1)
    (headline,) = (await day.store.articles.newest()).headlines
    assert outlet.pages == 1
    await day.pass_time(24)
    article = await day.store.articles.get(headline.id)
    assert article is not None
    assert (outlet.pages, article.origin) == (asked, origin)


async def test_a_dead_feed_is_told_of_once_after_days(day: Day) -> None:
    """Not at the first failure, and not again each day."""
    day.press.outlet("dead").answer = _status(500)
    await day.add("dead")
    await day.pass_time(48)
    assert day.told == []
    await day.pass_time(24 * 8)
    (word,) = day.told
    assert isinstance(word, FeedDied)
    assert word.since == MORNING or word.since - MORNING < timedelta(minutes=1)


async def test_a_feed_that_is_gone_is_paused(day: Day) -> None:
    """It is not asked again until the operator says so, and then at once."""
    day.press.outlet("gone").answer = _status(410)
    number = await day.add("gone")
    await day.pass_time(24)
    assert day.press.outlet("gone").asked == 1
    assert isinstance(day.told[0], FeedGone)
    await day.store.feeds.pause(number, paused=False)
    await day.pass_time(1)
    assert day.press.outlet("gone").asked == 2


async def test_retry_after_is_kept(day: Day) -> None:
    """A server that asks for five hours is left alone for five hours."""
    day.press.outlet("busy").answer = _status(429, {"Retry-After": str(5 * 3600)})
    await day.add("busy")
    await day.pass_time(4.9)
    assert day.press.outlet("busy").asked == 1
    await day.pass_time(1)
    assert day.press.outlet("busy").asked == 2


async def test_a_removed_feed_is_not_asked(day: Day) -> None:
    """Its articles stay."""
    day.press.outlet("short").items = items(4)
    number = await day.add("short")
    await day.pass_time(1)
    assert await day.store.feeds.remove(number)
    await day.pass_time(24)
    assert day.press.outlet("short").asked <= 6
    assert len(await day.titles()) == 1


async def test_a_very_long_feed_is_taken_in_parts(day: Day) -> None:
    """Nothing of it is lost, though no round takes more than its share."""
    day.press.outlet("long").items = items(*range(1000, 1100))
    await day.add("long")
    await day.pass_time(3)
    assert len(await day.titles()) == 100


async def test_progress_is_told_after_each_feed(day: Day) -> None:
    """How many are done, of how many; one that fails is done, too."""
    day.press.outlet("short").items = items(4)
    await day.add("short")
    await day.add("nowhere")
    seen: list[tuple[int, int]] = []
    await run_cycle(replace(day.desk, progress=lambda done, due: seen.append((done, due))))
    assert seen == [(1, 2), (2, 2)]


async def test_a_feed_that_takes_long_keeps_no_other_waiting(day: Day) -> None:
    """Others are asked again and again meanwhile, it itself is asked once; a stop does not wait for it."""

    class SlowNetwork:
        def __init__(self) -> None:
            self.asked: list[str] = []

        async def fetch(self, url: str, **_: str) -> FetchResult:
            self.asked.append(url.rsplit("/", 1)[-1])
            if "slow" in url:
                await asyncio.Event().wait()
            return NotModified()

    network = SlowNetwork()
    for name in ("fast", "slow"):
        await day.store.feeds.add(NewFeed(f"https://example.org/{name}"))
    loop = asyncio.create_task(run_forever(replace(day.desk, fetcher=network)))
    async with asyncio.timeout(10):
        while network.asked.count("fast") < 3:  # noqa: ASYNC110, nothing rings
            await asyncio.sleep(0.001)
    loop.cancel()
    await asyncio.wait_for(asyncio.gather(loop, return_exceptions=True), 5)
    assert network.asked.count("slow") == 1


async def test_a_feed_that_cannot_be_recorded_rests(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is due still, and would be asked again at once for as long as the disk is full."""
    asked: list[datetime] = []

    class Network:
        async def fetch(self, *_: object, **__: object) -> FetchResult:
            asked.append(day.clock.time)
            return NotModified()

    async def full(*_: object, **__: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(day.store.feeds, "record", full)
    await day.store.feeds.add(NewFeed("https://example.org/rss"))
    loop = asyncio.create_task(run_forever(replace(day.desk, fetcher=Network())))
    async with asyncio.timeout(10):
        while len(asked) < 4:  # noqa: ASYNC110, nothing rings
            await asyncio.sleep(0.001)
    loop.cancel()
    await asyncio.wait_for(asyncio.gather(loop, return_exceptions=True), 5)
    assert all(later - earlier >= timedelta(seconds=60) for earlier, later in pairwise(asked))


class Enough(BaseException):
    """Ends a loop that never ends."""


async def test_the_loop_outlives_a_round_that_fails(
    day: Day, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever it was is logged, and the next round comes."""
    day.press.outlet("good").items = items(1)
    await day.add("good")
    due, rounds = day.store.feeds.due, []

    async def at_first_failing(now: datetime, *, limit: int):
        rounds.append(now)
        if len(rounds) == 1:
            raise RuntimeError("the disk is on holiday")
        if await day.store.articles.count():
            raise Enough
        return await due(now, limit=limit)

    monkeypatch.setattr(day.store.feeds, "due", at_first_failing)
    with pytest.raises(Enough):
        await run_forever(day.desk)
    assert len(await day.titles()) == 1
    assert "a round of the feeds failed" in caplog.text
    assert rounds[1] - rounds[0] == timedelta(seconds=60)


CHILD = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.ingest.clock import SystemClock
from bot.ingest.cycle import Desk, run_cycle, run_forever
from bot.ingest.http import opened_fetcher
from bot.storage.sqlite.store import SqliteStore

async def main(path, port):
    async with SqliteStore.open(Path(path)) as store:
        async with opened_fetcher(allow_private=frozenset({("127.0.0.1", int(port))}), host_gap_s=0) as fetcher:
            print("ready", flush=True)
            await run_cycle(Desk(store.feeds, store.articles, fetcher, SystemClock()))

asyncio.run(main(*sys.argv[1:]))
"""


async def test_killed_anywhere_nothing_is_lost_and_nothing_is_there_twice(tmp_path: Path) -> None:
    """SIGKILL again and again at random moments; then one whole round."""
    path, chance = tmp_path / "store.db", random.Random(7)
    async with open_press() as press:
        press.outlet("one").items = items(*range(200, 240))
        press.outlet("two").items = items(*range(300, 340))
        async with SqliteStore.open(path) as store:
            for name in ("one", "two"):
                await store.feeds.add(NewFeed(press.url(name), name=name))
        killed = 0
        for _ in range(3):
            killed += await _run_and_kill(path, press.port, chance.uniform(0.02, 0.3))
        await _run_and_kill(path, press.port, 60)
    assert killed >= 1
    with sqlite3.connect(path) as connection:
        urls = [row[0] for row in connection.execute("SELECT url FROM articles")]
        parts = connection.execute("SELECT (SELECT count(*) FROM briefs), (SELECT count(*) FROM story_sketches)").fetchone()
        assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    connection.close()
    assert sorted(urls) == sorted(set(urls))
    assert len(urls) == 80
    assert parts == (80, 80)


async def _run_and_kill(path: Path, port: int, after_s: float) -> bool:
    """Run a round in a process of its own and kill it so long after it began; whether it was killed in time."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        CHILD,
        str(path),
        str(port),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    await child.stdout.readline()
    try:
        await asyncio.wait_for(child.wait(), after_s)
    except TimeoutError:
        child.send_signal(signal.SIGKILL)
        await child.wait()
    return child.returncode == -signal.SIGKILL


def _status(status: int, headers: dict[str, str] | None = None):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers=headers)

    return answer


def _text(text: str, content_type: str):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(text=text, content_type=content_type)

    return answer


def _redirect(to: str, status: int):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": to})

    return answer


def _to(press: Press, name: str, status: int):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": press.url(name)})

    return answer


async def _gzip_bomb(_: web.Request) -> web.StreamResponse:
    body = gzip.compress(b"\0" * 20_000_000)
    return web.Response(body=body, headers={"Content-Encoding": "gzip", "Content-Type": "application/rss+xml"})
