"""A delivery run with faults and kills: the bot's worker in a process of its own against a playground in this one."""

import asyncio
import sqlite3
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.delivery.windows import Limit
from bot.delivery.worker import Pace, Worker
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.chat import ChatKey
from bot.playground import rates
from bot.playground.refusals import BLOCKED, forbidden
from bot.playground.server import Playground
from bot.storage.sqlite.store import SqliteStore
from bot.telegram.alert_sender import TelegramAlertSender, alert_bot
from bot.telegram.presses import LastButtons

TOWNS = ("تبریز", "کاشان", "یزد", "گرگان", "ساری")
LEASE_S = 3.0  # short where a kill makes the next worker wait for it
LONG_LEASE_S = 120.0
UNLIMITED = 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """What is tried.

    Args:
        chats: how many people subscribe; each is to get every story.
        stories: how many stories, at most five.
        kills: after what share of the alerts the worker's process is killed, each time.
        blocked: share of chats that have blocked the bot.
        groups: how many groups subscribe, too.
        scale: how many times faster than Telegram's limits everything goes; 0 for no limit at all.
        rate_429: share of requests told to wait; also ``rate_500`` and ``rate_drop``.
        texts: of the stories; short ones where none are given.
    """

    chats: int
    stories: int
    kills: tuple[float, ...] = ()
    groups: int = 0
    blocked: float = 0.02
    scale: float = 1.0
    rate_429: float = 0.05
    rate_500: float = 0.05
    rate_drop: float = 0.02
    seed: int = 7
    texts: tuple[str, ...] = ()


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
        arrived_s: when each message came, in seconds of a clock that never goes back.
        cpu_s: what the last worker process took of the CPU while it delivered.
        worked_s: how long it delivered.
    """

    lost: int
    repeated: set[tuple[int, str]]
    between: set[tuple[int, str]]
    violations: int
    waiting: int
    resting: int
    arrived_s: tuple[float, ...]
    cpu_s: float
    worked_s: float

    @property
    def rate(self) -> float:
        """Messages a second, from the first to the last."""
        return (len(self.arrived_s) - 1) / (self.arrived_s[-1] - self.arrived_s[0])

    @property
    def most_in_a_second(self) -> int:
        """The most messages within any second."""
        last = 0
        most = 0
        for place, at in enumerate(self.arrived_s):
            while self.arrived_s[last] <= at - 1:
                last += 1
            most = max(most, place - last + 1)
        return most


def titles(count: int) -> list[str]:
    """The titles of so many stories."""
    return [f"زلزله در {town}" for town in TOWNS[:count]]


async def deliver(run: Run, db: Path) -> Outcome:
    """Fill a store with alerts, and let killed and restarted workers deliver them."""
    scale = run.scale or UNLIMITED
    rates.OVERALL = rates.Limit("overall, scaled", 30, 1.0 / scale)
    rates.IN_CHAT = rates.Limit("in a chat, scaled", 5, 5.0 / scale)
    rates.IN_GROUP = rates.Limit("in a group, scaled", 20, 60.0 / scale)
    playground = Playground()
    await playground.start()
    try:
        people = [playground.person() for _ in range(run.chats)]
        groups = [playground.group(f"گروه {number}", people[:1]).id for number in range(run.groups)]
        blocked = {one.chat for one in people[: round(run.chats * run.blocked)]}
        for chat in blocked:
            playground._world.chats[chat].refusal = forbidden(BLOCKED)
        chats = [one.chat for one in people] + groups
        await _fill(db, chats, run)
        playground.faults.configure(rate_429=run.rate_429, rate_500=run.rate_500, rate_drop=run.rate_drop, seed=run.seed)
        return await _watched(run, db, playground, [one for one in chats if one not in blocked])
    finally:
        await playground.stop()


async def _watched(run: Run, db: Path, playground: Playground, wanted: list[int]) -> Outcome:
    """Start the worker's process, kill it where that is wanted, and count at the end."""
    between: set[tuple[int, str]] = set()
    for share in run.kills:
        process = await _start(db, playground, run)
        while _arrived(playground, wanted).total() < share * len(wanted) * run.stories:  # noqa: ASYNC110, the other process rings no bell
            await asyncio.sleep(run.chats / 2000)
        process.kill()
        await process.wait()
        await asyncio.sleep(0.2)
        between |= set(_arrived(playground, wanted)) - _recorded(db)
    process = await _start(db, playground, run)
    out, _ = await process.communicate()
    cpu_s, worked_s = map(float, out.decode().split())
    came = _arrived(playground, wanted)
    return Outcome(
        lost=sum(not came[chat, title] for chat in wanted for title in titles(run.stories)),
        repeated={one for one, times in came.items() if times > 1},
        between=between,
        violations=len(playground.rates.violations),
        waiting=_count(db, "SELECT count(*) FROM outbox"),
        resting=_count(db, "SELECT count(*) FROM subscriptions WHERE rests = 1"),
        arrived_s=tuple(one.at for one in playground.requests if one.method == "sendMessage" and one.code == 200),
        cpu_s=cpu_s,
        worked_s=worked_s,
    )


async def _fill(db: Path, chats: list[int], run: Run) -> None:
    async with SqliteStore.open(db) as store:
        for chat in chats:
            await store.subscriptions.add(ChatKey(chat), "زلزله")
        now = datetime.now(UTC)
        texts = run.texts or tuple(f"زمین در {title} لرزید." for title in titles(run.stories))
        records = [Record(text=text, title=title, source="نمونه") for title, text in zip(titles(run.stories), texts, strict=True)]
        await store.articles.add([prepare(one, now=now) for one in records])


async def _start(db: Path, playground: Playground, run: Run) -> asyncio.subprocess.Process:
    lease_s = LEASE_S if run.kills else LONG_LEASE_S
    arguments = ("-m", "tests.delivery.delivering", str(db), playground.api_url, playground.token, str(run.scale), str(lease_s))
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


async def _work(db: str, api_url: str, token: str, scale: float, lease_s: float) -> None:
    """The worker's process: deliver until nothing waits."""
    bot = alert_bot(token=token, api_url=api_url)
    async with SqliteStore.open(db) as store, bot.request:
        sender = TelegramAlertSender(bot, store.articles, store.kept, LastButtons())
        worker = Worker(store.outbox, store.wishes, sender, lambda: datetime.now(UTC), _pace(scale, timedelta(seconds=lease_s)))
        cpu_s, started_s = time.process_time(), time.monotonic()
        task = asyncio.create_task(worker.run())
        while await store.outbox.count():  # noqa: ASYNC110, the store rings no bell
            await asyncio.sleep(0.2)
        cpu_s, worked_s = time.process_time() - cpu_s, time.monotonic() - started_s
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    sys.stdout.write(f"{cpu_s} {worked_s}\n")


def _pace(scale: float, lease: timedelta) -> Pace:
    """Telegram's limits, so many times faster; without any, as few connections as a server next door needs."""
    if not scale:
        return Pace(Limit(10**6, 1.0), gap_s=0.0, a_chat=Limit(10**6, 1.0), a_group=Limit(10**6, 1.0), in_flight=8)
    return Pace(
        overall=Limit(30, 1 / scale),
        gap_s=1 / 32 / scale,
        a_chat=Limit(1, 1 / scale),
        a_group=Limit(20, 60 / scale),
        lease=lease,
        poll_s=0.2,
    )


if __name__ == "__main__":
    asyncio.run(_work(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), float(sys.argv[5])))
