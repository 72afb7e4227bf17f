"""A delivery run with faults and kills: the bot's worker in a process of its own against a playground in this one."""

import asyncio
import random
import sqlite3
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.delivery.pace import Limit
from bot.delivery.worker import Pace, Worker
from bot.model.article import Brief, NewArticle, Prepared
from bot.model.chat import ChatKey
from bot.playground import rates
from bot.playground.refusals import BLOCKED, forbidden
from bot.playground.server import Playground
from bot.storage.sqlite.store import SqliteStore
from bot.telegram.alert_sender import TelegramAlertSender, alert_bot

TOWNS = ("تبریز", "کاشان", "یزد", "گرگان", "ساری")
LEASE_S = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """What is tried.

    Args:
        chats: how many people subscribe; each is to get every story.
        stories: how many stories, at most five.
        kills: after what share of the alerts the worker's process is killed, each time.
        blocked: share of chats that have blocked the bot.
        scale: how many times faster than Telegram's limits everything goes.
        rate_429: share of requests told to wait; also ``rate_500`` and ``rate_drop``.
    """

    chats: int
    stories: int
    kills: tuple[float, ...] = ()
    blocked: float = 0.02
    scale: float = 1.0
    rate_429: float = 0.05
    rate_500: float = 0.05
    rate_drop: float = 0.02
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    Args:
        lost: alerts that never came.
        repeated: (chat, title) of alerts that came more than once.
        between: those that were sent and not recorded when a kill fell.
        violations: of the limits.
        waiting: what is left in the outbox.
        resting: chats whose subscriptions rest.
        seconds: how long it took.
        cpu_s: what the last worker process took of the CPU.
    """

    lost: int
    repeated: set[tuple[int, str]]
    between: set[tuple[int, str]]
    violations: int
    waiting: int
    resting: int
    seconds: float
    cpu_s: float


def titles(count: int) -> list[str]:
    """The titles of so many stories."""
    return [f"زلزله در {town}" for town in TOWNS[:count]]


async def deliver(run: Run, db: Path) -> Outcome:
    """Fill a store with alerts, and let killed and restarted workers deliver them."""
    rates.OVERALL = rates.Limit("overall, scaled", int(30 * run.scale), 1.0)
    rates.IN_CHAT = rates.Limit("in a chat, scaled", 5, 5.0 / run.scale)
    playground = Playground()
    await playground.start()
    try:
        people = [playground.person() for _ in range(run.chats)]
        blocked = {one.chat for one in people[: round(run.chats * run.blocked)]}
        for chat in blocked:
            playground._world.chats[chat].refusal = forbidden(BLOCKED)
        await _fill(db, [one.chat for one in people], run.stories)
        playground.faults.configure(rate_429=run.rate_429, rate_500=run.rate_500, rate_drop=run.rate_drop, seed=run.seed)
        return await _watched(run, db, playground, [one.chat for one in people if one.chat not in blocked])
    finally:
        await playground.stop()


async def _watched(run: Run, db: Path, playground: Playground, wanted: list[int]) -> Outcome:
    """Start the worker's process, kill it where that is wanted, and count at the end."""
    started = time.monotonic()
    between: set[tuple[int, str]] = set()
    for share in run.kills:
        process = await _start(db, playground, run.scale)
        while _arrived(playground, wanted).total() < share * run.chats * run.stories:  # noqa: ASYNC110, the other process rings no bell
            await asyncio.sleep(run.chats / 2000)
        process.kill()
        await process.wait()
        await asyncio.sleep(0.2)
        between |= set(_arrived(playground, wanted)) - _recorded(db)
    process = await _start(db, playground, run.scale)
    out, _ = await process.communicate()
    came = _arrived(playground, wanted)
    return Outcome(
        lost=sum(not came[chat, title] for chat in wanted for title in titles(run.stories)),
        repeated={one for one, times in came.items() if times > 1},
        between=between,
        violations=len(playground.rates.violations),
        waiting=_count(db, "SELECT count(*) FROM outbox"),
        resting=_count(db, "SELECT count(*) FROM subscriptions WHERE rests = 1"),
        seconds=time.monotonic() - started,
        cpu_s=float(out.decode().strip() or "nan"),
    )


async def _fill(db: Path, chats: list[int], stories: int) -> None:
    async with SqliteStore.open(db) as store:
        for chat in chats:
            await store.subscriptions.add(ChatKey(chat), "زلزله")
        now = datetime.now(UTC)
        batch = [
            Prepared(NewArticle(title, f"زمین در {title} لرزید.", "نمونه", "", now), Brief((f"زمین در {title} لرزید.",)))
            for title in titles(stories)
        ]
        await store.articles.add(batch)


async def _start(db: Path, playground: Playground, scale: float) -> asyncio.subprocess.Process:
    arguments = ("-m", "tests.delivery.delivering", str(db), playground.api_url, playground.token, str(scale))
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)


def _arrived(playground: Playground, chats: list[int]) -> Counter[tuple[int, str]]:
    return Counter((chat, one.text.split("\n", 1)[0]) for chat in chats for one in playground.messages(chat))


def _recorded(db: Path) -> set[tuple[int, str]]:
    with sqlite3.connect(db) as connection:
        rows = connection.execute("SELECT t.chat_id, a.title FROM told AS t JOIN articles AS a ON a.id = t.article_id").fetchall()
    connection.close()
    return {(row[0], row[1]) for row in rows}


def _count(db: Path, query: str) -> int:
    with sqlite3.connect(db) as connection:
        found = int(connection.execute(query).fetchone()[0])
    connection.close()
    return found


async def _work(db: str, api_url: str, token: str, scale: float) -> None:
    """The worker's process: deliver until nothing waits."""
    pace = Pace(
        overall=Limit(1, 0.036 / scale),
        a_chat=Limit(1, 1.05 / scale),
        lease=timedelta(seconds=LEASE_S),
        poll_s=0.2,
    )
    async with SqliteStore.open(db) as store, alert_bot(token=token, api_url=api_url) as bot:
        worker = Worker(store.outbox, store.wishes, TelegramAlertSender(bot, store), lambda: datetime.now(UTC), pace, random.random)
        task = asyncio.create_task(worker.run())
        while await store.outbox.count():  # noqa: ASYNC110, the store rings no bell
            await asyncio.sleep(0.1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    sys.stdout.write(f"{time.process_time()}\n")


if __name__ == "__main__":
    asyncio.run(_work(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])))
