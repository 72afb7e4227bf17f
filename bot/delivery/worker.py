"""The delivery worker: messages from ``intake`` are sent at the pace of ``pace``, and results go to ``recorder``. A thin loop.

At least once: what was sent and not yet recorded when the process is killed is sent again when its lease is over; nothing is lost.
One worker a store; a second one would keep the leases, and not the limits.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import Protocol

from bot import metrics
from bot.delivery.budget import A_CHAT, A_GROUP, OVERALL, Budget
from bot.delivery.intake import Batch, Intake
from bot.delivery.pace import SendQueue, Turn, Wait, next_attempt
from bot.delivery.plan import Message
from bot.delivery.recorder import Recorder
from bot.delivery.windows import Limit
from bot.errors import StoreError
from bot.model.alert import Closed, Gone, Migrated, Outcome, Preferences, Refused, RetryAt, SendResult
from bot.model.chat import ChatKey
from bot.ports.alerts import Outbox, Wishes

log = logging.getLogger(__name__)
_RECORD_WITHIN_S = 10.0  # at a stop
_ALL_REFUSED = 5  # 429 to so many chats in a row are meant for the bot, not for one of them
_BEHIND_S = 0.5  # nothing is sent while a record waits so long, so that of a chat one message at the most is not recorded


class AlertSender(Protocol):
    """Sends a message of alerts."""

    async def send(self, message: Message) -> SendResult:
        """Send it, and say what became of it; a failure that Telegram or the network reports is a value."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the worker goes.

    Args:
        overall: the limit of all sends together; with the next two for a budget that is shared with nobody.
        a_chat: the limit of each chat.
        a_group: a further limit of each group.
        gap_s: the least time between two sends, so that they do not come in bursts.
        in_flight: how many sends may be under way; fewer than ``overall``, so that answers find a place when Telegram hangs.
        in_hand: how many messages wait in memory, about, before more are claimed.
        lease: how long claimed alerts are nobody else's; after half of it they are planned anew.
        fresh_s: so long after planning a chat's wishes are not looked at again before a send.
        send_within_s: how long a send may take; a stop waits as long for those under way, so that none of them is repeated for it.
        poll_s: how often the outbox is looked at when nothing waited.
        gather_s: how long a finished send waits for others to be recorded with.
        first_wait_s: before the first send, since the limits do not know what went out before the start.
    """

    overall: Limit = OVERALL
    a_chat: Limit = A_CHAT
    a_group: Limit = A_GROUP
    gap_s: float = 1 / 32
    in_flight: int = 24
    in_hand: int = 120
    lease: timedelta = timedelta(minutes=2)
    fresh_s: float = 1.0
    send_within_s: float = 20.0
    poll_s: float = 1.0
    gather_s: float = 0.02
    first_wait_s: float = 1.1


@dataclass(frozen=True, slots=True)
class _InHand:
    """A message that waits for its turn, the wishes by which it was planned, and when its alerts were claimed."""

    message: Message
    wishes: Preferences
    claimed_s: float


class Worker:
    """Delivers what stands in the outbox.

    Args:
        outbox: the alerts.
        wishes: when chats want to hear.
        sender: sends a message.
        now: the clock; aware UTC.
        pace: how fast.
        chance: 0 to 1, for the jitter.
        budget: what Telegram allows, shared with the answers; one of its own, of the pace's limits, where none is given.
    """

    def __init__(
        self,
        outbox: Outbox,
        wishes: Wishes,
        sender: AlertSender,
        now: Callable[[], datetime],
        pace: Pace | None = None,
        chance: Callable[[], float] = random.random,
        budget: Budget | None = None,
    ) -> None:
        self._outbox, self._sender, self._now, self._chance = outbox, sender, now, chance
        self._pace = one = pace or Pace()
        self._intake = Intake(outbox, wishes, now, lease=one.lease, group_period=timedelta(seconds=one.a_group.period_s))
        self._news = asyncio.Event()  # a send is over, or alerts were claimed
        self._budget = budget or Budget(one.overall, one.a_chat, one.a_group)
        self._budget.watch(lambda _: self._news.set())
        self._queue: SendQueue[_InHand] = SendQueue(self._budget.alerts, one.gap_s)
        self._recorder = Recorder(outbox, gather_s=one.gather_s, retry_s=one.poll_s)
        self._in_hand: dict[ChatKey, int] = {}  # messages of each chat that are claimed and not recorded
        self._tasks: set[asyncio.Task[None]] = set()
        self._sending = 0
        self._claiming = False
        self._look_at_s = float("-inf")
        self._refused_in_row: set[int] = set()

    async def run(self) -> None:
        """Deliver until cancelled; then what is under way is brought to its end, and the rest is given back."""
        self._queue.hold_all(monotonic() + self._pace.first_wait_s)
        recording = asyncio.create_task(self._recorder.run())
        try:
            while True:
                await self._step()
        finally:
            await self._stop(recording)

    async def _step(self) -> None:
        """Claim where there is room, start one send where there may be one, else wait."""
        self._news.clear()
        if not self._claiming and len(self._queue) < self._pace.in_hand // 2 and monotonic() >= self._look_at_s:
            self._claiming = True
            self._start(self._claim())
        wait_s: float | None = None
        if self._sending < self._pace.in_flight and self._recorder.behind_s < _BEHIND_S:
            turn = self._take()
            if isinstance(turn, Turn):
                self._sending += 1
                self._start(self._deliver(turn))
                await asyncio.sleep(0)
                return
            wait_s = turn.seconds
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.poll_s if wait_s is None else min(self._pace.poll_s, wait_s)):
                await self._news.wait()

    def _take(self) -> Turn[_InHand] | Wait:
        """Whose turn it is; chats whose alerts have been in hand too long, or in whose quiet hours, are to be planned anew."""
        late: list[_InHand] = []
        turn = self._queue.take(monotonic())
        while isinstance(turn, Turn) and self._is_late(turn.item):
            self._queue.undo(turn)
            late += turn.item, *self._queue.drop(turn.chat_id)
            turn = self._queue.take(monotonic())
        if late:
            self._start(self._give_back(tuple(late), self._now()))
        return turn

    def _is_late(self, item: _InHand) -> bool:
        until = item.message.until
        too_long = monotonic() - item.claimed_s > self._pace.lease.total_seconds() / 2
        return too_long or (until is not None and self._now() >= until)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _claim(self) -> None:
        """Fill the queue; when no more wait than that, the next look has time."""
        try:
            batch = await self._intake.take(self._pace.in_hand, tuple(self._in_hand))
            self._take_in(batch)
            is_all = batch.is_all
        except Exception:
            log.exception("the outbox cannot be read; trying again")
            is_all = True
        self._look_at_s = max(self._look_at_s, monotonic() + self._pace.poll_s if is_all else self._look_at_s)
        self._claiming = False
        self._news.set()

    def _take_in(self, batch: Batch) -> None:
        now, now_s = self._now(), monotonic()
        for chat_id, times in batch.past.items():
            self._budget.past(chat_id, [now_s - (now - at).total_seconds() for at in times])
        for message in batch.messages:
            self._in_hand[message.chat] = self._in_hand.get(message.chat, 0) + 1
            self._queue.put(message.chat.chat_id, _InHand(message, batch.wishes[message.chat], now_s), urgent=message.urgent)

    async def _deliver(self, turn: Turn[_InHand]) -> None:
        """Send one message, and have it written down what became of it; one that is not wished for any more is planned anew."""
        stands, result, since = True, None, self._now()
        try:
            stands = await self._stands(turn.item)
            result = await self._sent(turn.item.message) if stands else None
        finally:
            self._sending -= 1
            if stands:
                self._queue.answered(turn, monotonic())
            else:
                self._queue.undo(turn)
        if result is None:
            await self._give_back((turn.item, *self._queue.drop(turn.chat_id)), self._now())
        else:
            await self._heed(turn.item.message, result, since)

    async def _stands(self, item: _InHand) -> bool:
        """Whether a message is still wished for as it was planned; what the store does not say comes again with its lease."""
        if monotonic() - item.claimed_s <= self._pace.fresh_s:
            return True
        try:
            return await self._intake.stands(item.message, item.wishes)
        except StoreError:
            log.exception("nobody knows whether a message is still wished for")
            return False

    async def _sent(self, message: Message) -> SendResult:
        """What became of a send; one that is not over in time may have arrived, and is tried again."""
        try:
            async with asyncio.timeout(self._pace.send_within_s):
                return await self._sender.send(message)
        except TimeoutError:
            return RetryAt(reason=f"not over within {self._pace.send_within_s:g} s")
        except Exception as error:
            log.exception("a message could not be made or sent")
            return RetryAt(reason=type(error).__name__)

    async def _heed(self, message: Message, result: SendResult, since: datetime) -> None:
        """Do what follows from a result, and hand it on to be written down."""
        now, again_at, chat = self._now(), None, message.chat
        metrics.sends.labels(type(result).__name__).inc()
        if isinstance(result, RetryAt):
            again_at = next_attempt(result, 1 + max(alert.attempts for alert in message.alerts), now, self._chance())
        if isinstance(result, RetryAt | Refused | Gone | Closed):
            log.info("not sent", extra={"chat": chat.chat_id, "result": type(result).__name__, "reason": result.reason})
        self._recorder.note(Outcome(message.alerts, result, now, again_at, since), partial(self._let_go, message))
        if isinstance(result, RetryAt) and result.wait and again_at:
            self._refused_in_row.add(chat.chat_id)
            await self._wait(chat, again_at, monotonic() + (again_at - now).total_seconds())
        elif not isinstance(result, RetryAt):
            self._refused_in_row.clear()
        if isinstance(result, Gone | Closed | Migrated):
            await self._give_back(self._queue.drop(chat.chat_id), now)

    async def _wait(self, chat: ChatKey, again_at: datetime, until_s: float) -> None:
        """Send nothing to the chat for as long as Telegram says; nothing to anybody when it says so again and again."""
        self._budget.hold(chat.chat_id, until_s)
        chats = {chat.chat_id}
        if len(self._refused_in_row) >= _ALL_REFUSED:
            self._queue.hold_all(until_s)
            self._look_at_s = until_s
            chats = {one.chat_id for one in self._in_hand}
        await self._give_back(tuple(item for one in chats for item in self._queue.drop(one)), again_at)

    async def _give_back(self, items: tuple[_InHand, ...], at: datetime) -> None:
        """Let alerts wait in the store again; those that are gone from it are no error."""
        try:
            if items:
                await self._outbox.look_again([alert for one in items for alert in one.message.alerts], at)
        except StoreError:
            log.exception("alerts in hand wait until their lease is over")
        for one in items:
            self._let_go(one.message)

    def _let_go(self, message: Message) -> None:
        left = self._in_hand.get(message.chat, 1) - 1
        if left > 0:
            self._in_hand[message.chat] = left
        else:
            self._in_hand.pop(message.chat, None)
        self._news.set()

    async def _stop(self, recording: "asyncio.Task[None]") -> None:
        """Wait for what is under way, and give the rest back so that the next start need not wait for leases."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._pace.send_within_s + _BEHIND_S)
        self._recorder.stop()
        await asyncio.wait((recording,), timeout=_RECORD_WITHIN_S)
        chats = {one.chat_id for one in self._in_hand}
        await self._give_back(tuple(item for one in chats for item in self._queue.drop(one)), self._now())
