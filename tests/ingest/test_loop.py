"""The loop over the feeds: its rounds, what holds it up, what it outlives."""

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.ingest.cycle import run_cycle, run_forever
from bot.model.feed import NewFeed
from bot.model.net import FetchResult, NotModified
from bot.storage.sqlite.store import SqliteStore
from tests.ingest.days import Day, items
from tests.ingest.outlets import open_press

ROOT = Path(__file__).parents[2]


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
