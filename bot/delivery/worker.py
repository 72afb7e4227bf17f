"""The delivery worker: claims a chat's alerts, lets ``plan`` decide, sends at the pace of ``pace``, records. A thin loop.

At least once: what was sent and not yet recorded when the process is killed is sent again when its lease is over; nothing is lost.
One worker a store; a second one would keep the leases, and not the limits.
"""

import asyncio
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Protocol

from bot.delivery.pace import Limit, SendQueue, Turn, next_attempt
from bot.delivery.plan import BURST_WINDOW, Message, plan
from bot.errors import StoreError
from bot.model.alert import Alert, Gone, Migrated, Refused, RetryAt, SendResult
from bot.model.chat import ChatKey
from bot.ports.alerts import Outbox, Wishes

log = logging.getLogger(__name__)
_AGAIN_WHEN_UNPLANNED = timedelta(minutes=1)
_STOP_WITHIN_S = 10.0
OVERALL, A_CHAT, A_GROUP = Limit(1, 0.036), Limit(1, 1.05), Limit(20, 61.0)  # one by one, a little slower than Telegram takes
_ALL_REFUSED = 5  # so many 429 in a row are meant for the bot, not for one chat


class AlertSender(Protocol):
    """Sends a message of alerts."""

    async def send(self, message: Message) -> SendResult:
        """Send it, and say what became of it; a failure that Telegram or the network reports is a value."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the worker goes. The periods are a little longer than Telegram's: a send and its arrival there differ.

    Args:
        overall: the limit of all sends together.
        a_chat: the limit of each chat.
        a_group: a further limit of each group.
        in_flight: how many sends may be under way.
        in_hand: how many messages wait in memory before more are claimed.
        lease: how long claimed alerts are nobody else's.
        poll_s: how often the outbox is looked at.
        first_wait_s: before the first send, since the limits do not know what went out before the start.
    """

    overall: Limit = OVERALL
    a_chat: Limit = A_CHAT
    a_group: Limit = A_GROUP
    in_flight: int = 32
    in_hand: int = 120
    lease: timedelta = timedelta(minutes=2)
    poll_s: float = 1.0
    first_wait_s: float = 1.1


class Worker:
    """Delivers what stands in the outbox.

    Args:
        outbox: the alerts.
        wishes: when chats want to hear.
        sender: sends a message.
        now: the clock; aware UTC.
        pace: how fast.
        chance: 0 to 1, for the jitter.
    """

    def __init__(
        self,
        outbox: Outbox,
        wishes: Wishes,
        sender: AlertSender,
        now: Callable[[], datetime],
        pace: Pace | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._outbox, self._wishes, self._sender = outbox, wishes, sender
        self._now, self._chance = now, chance
        self._pace = pace or Pace()
        self._queue: SendQueue[Message] = SendQueue(self._pace.overall, self._pace.a_chat, self._pace.a_group)
        self._in_hand: dict[ChatKey, int] = {}  # messages of each chat that are claimed and not recorded
        self._sending: set[asyncio.Task[None]] = set()
        self._refused_in_row = 0
        self._looked_s = float("-inf")
        self._started = now()

    async def run(self) -> None:
        """Deliver until cancelled; then what is under way is brought to its end, and the rest is given back."""
        self._queue.hold_all(monotonic() + self._pace.first_wait_s)
        try:
            while True:
                try:
                    await self._step()
                except StoreError:
                    log.exception("the outbox cannot be read; trying again")
                    await asyncio.sleep(self._pace.poll_s)
        finally:
            await self._stop()

    async def _step(self) -> None:
        """Claim where there is room, start one send where there may be one, else wait."""
        if len(self._queue) < self._pace.in_hand // 2 and monotonic() - self._looked_s >= self._pace.poll_s:
            await self._claim()
        if len(self._sending) >= self._pace.in_flight:
            await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
            return
        turn = self._queue.take(monotonic())
        if isinstance(turn, Turn):
            task = asyncio.create_task(self._deliver(turn.item))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
            await asyncio.sleep(0)
            return
        await asyncio.sleep(min(self._pace.poll_s, self._pace.poll_s if turn.seconds is None else max(0.001, turn.seconds)))

    async def _claim(self) -> None:
        """Take alerts of chats of which nothing is in hand, until there is enough to do."""
        chats = await self._outbox.waiting_chats(self._now(), limit=2 * self._pace.in_hand)
        for chat in chats:
            if len(self._queue) >= self._pace.in_hand:
                return
            if chat not in self._in_hand:
                await self._claim_of(chat)
        self._looked_s = monotonic()

    async def _claim_of(self, chat: ChatKey) -> None:
        """Take a chat's alerts and put what is to be sent now into the queue."""
        now = self._now()
        alerts = await self._outbox.claim(chat, now, self._pace.lease)
        wishes = await self._wishes.get(chat)
        recent = sorted({told.at for told in await self._outbox.told(chat, now - BURST_WINDOW)})
        decided = plan(now, alerts, wishes, recent)
        if decided.covered:
            await self._outbox.record(decided.covered, Refused("another alert tells this story"), now)
        done = {alert.id for alert in decided.covered} | {alert.id for one in decided.messages for alert in one.alerts}
        left = [alert for alert in alerts if alert.id not in done]
        if left:
            await self._outbox.look_again(left, decided.look_again or now + _AGAIN_WHEN_UNPLANNED)
        for message in decided.messages:
            self._in_hand[chat] = self._in_hand.get(chat, 0) + 1
            self._queue.put(chat.chat_id, message, urgent=message.urgent)
        if decided.messages and chat.chat_id < 0 and recent:
            self._rest_after_start(chat, recent[-1])

    def _rest_after_start(self, chat: ChatKey, last: datetime) -> None:
        """A group that was sent to before the start waits until that is out of its minute."""
        period = timedelta(seconds=self._pace.a_group.period_s)
        if last < self._started and self._now() < self._started + period:
            self._queue.hold(chat.chat_id, monotonic() + (self._started + period - self._now()).total_seconds())

    async def _deliver(self, message: Message) -> None:
        """Send one message and write down what became of it."""
        try:
            result = await self._sender.send(message)
        except Exception as error:
            log.exception("a message could not be made or sent")
            result = RetryAt(reason=type(error).__name__)
        try:
            await self._record(message, result)
        except StoreError:
            log.exception("what became of a message is not recorded; it comes again when its lease is over")
        finally:
            self._let_go(message)

    async def _record(self, message: Message, result: SendResult) -> None:
        now, chat = self._now(), message.alerts[0].chat
        again_at = None
        if isinstance(result, RetryAt):
            attempts = 1 + max(alert.attempts for alert in message.alerts)
            again_at = next_attempt(result, attempts, now, self._chance())
            self._heed(result, chat)
        else:
            self._refused_in_row = 0
        if isinstance(result, RetryAt | Refused | Gone):
            log.info("not sent", extra={"chat": chat.chat_id, "result": type(result).__name__, "reason": result.reason})
        await self._outbox.record(message.alerts, result, now, again_at=again_at)
        if isinstance(result, Gone | Migrated) or (isinstance(result, RetryAt) and result.wait):
            await self._give_back(self._queue.drop(chat.chat_id), again_at or now)

    def _heed(self, result: RetryAt, chat: ChatKey) -> None:
        """Send nothing to the chat for as long as Telegram says; nothing to anybody when it says so again and again."""
        if result.wait is None:
            return
        self._refused_in_row += 1
        until_s = monotonic() + result.wait.total_seconds()
        self._queue.hold(chat.chat_id, until_s)
        if self._refused_in_row >= _ALL_REFUSED:
            self._queue.hold_all(until_s)

    async def _give_back(self, messages: tuple[Message, ...], at: datetime) -> None:
        """Let alerts wait in the store again; those that are gone from it are no error."""
        alerts: list[Alert] = [alert for message in messages for alert in message.alerts]
        for message in messages:
            self._let_go(message)
        if alerts:
            await self._outbox.look_again(alerts, at)

    def _let_go(self, message: Message) -> None:
        chat = message.alerts[0].chat
        self._in_hand[chat] = self._in_hand.get(chat, 1) - 1
        if self._in_hand[chat] <= 0:
            del self._in_hand[chat]

    async def _stop(self) -> None:
        """Wait for what is under way, and give the rest back so that the next start need not wait for leases."""
        if self._sending:
            await asyncio.wait(self._sending, timeout=_STOP_WITHIN_S)
        waiting: list[Message] = []
        for chat in {one.chat_id for one in self._in_hand}:
            waiting += self._queue.drop(chat)
        try:
            await self._give_back(tuple(waiting), self._now())
        except StoreError:
            log.exception("alerts in hand wait until their lease is over")
