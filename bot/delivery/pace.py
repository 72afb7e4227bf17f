"""How fast messages go out, and to whom next. Pure data: no task, no clock, no network; times are seconds of the caller's clock.

What Telegram allows is counted in ``budget``; here messages wait for it, alerts and answers each in a queue of their own.
"""

import heapq
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from math import inf
from typing import Generic, TypeVar

from bot.delivery.budget import Side
from bot.model.alert import RetryAt

T = TypeVar("T")
_FIRST_BACKOFF_S = 2.0
_LONGEST_BACKOFF_S = 600.0
LONGEST_WAIT = timedelta(days=1)  # what is told to wait longer is tried once a day
_SWEEP_AT = 4096


@dataclass(frozen=True, slots=True)
class Turn(Generic[T]):
    """What may be sent now; it counts as under way until it is ``answered``.

    Args:
        chat_id: where it goes.
        item: what was put in.
        started_s: when it was taken.
    """

    chat_id: int
    item: T
    started_s: float


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing may be sent now.

    Args:
        seconds: when to ask again; None when nothing waits but for an answer or for something new.
    """

    seconds: float | None


class SendQueue(Generic[T]):
    """Messages that wait for their turn: urgent before the rest, and among equals each chat in turn.

    Args:
        side: the share of Telegram's limits that these messages have.
        gap_s: the least time between two sends, so that they do not go in bursts.
    """

    def __init__(self, side: Side, gap_s: float = 0.0) -> None:
        self._side = side
        self._gap_s = gap_s
        self._gap_ends = self._not_before = -inf
        self._lanes: dict[int, _Lane[T]] = {}
        self._turns: tuple[deque[int], deque[int]] = deque(), deque()  # chats that may be served: urgent, the rest
        self._resting: list[tuple[float, int, int]] = []  # (when the chat may be served again, order, chat)
        self._order = count()
        self._waiting = 0
        self._sweep_at = _SWEEP_AT
        side.watch(self.freed)

    def __len__(self) -> int:
        return self._waiting

    def put(self, chat_id: int, item: T, *, urgent: bool = True) -> None:
        """Let a message wait for its turn.

        Args:
            chat_id: where it goes.
            item: the message.
            urgent: whether it goes before those that are not.
        """
        lane = self._lanes.get(chat_id)
        if lane is None:
            lane = self._new_lane(chat_id)
        items = lane.urgent if urgent else lane.rest
        items.append(item)
        self._waiting += 1
        if len(items) == 1 and not lane.resting:
            self._turns[not urgent].append(chat_id)

    def take(self, now_s: float) -> Turn[T] | Wait:
        """The next message that may be sent, or how long to wait.

        Args:
            now_s: the time, never less than before.
        """
        self._side.passes(now_s)
        self._wake(now_s)
        free_at = max(self._side.free_at, self._gap_ends, self._not_before)
        if free_at > now_s:
            return Wait(free_at - now_s if self._waiting and free_at < inf else None)
        for rest, turns in enumerate(self._turns):
            while turns:
                chat_id = turns.popleft()
                lane = self._lanes.get(chat_id)
                if lane is None or lane.resting or not (items := lane.rest if rest else lane.urgent):
                    continue
                if self._side.chat_free_at(chat_id) <= now_s:
                    return self._serve(chat_id, lane, items, now_s)
                self._rest(chat_id, lane)
        return Wait(self._resting[0][0] - now_s if self._resting and self._waiting else None)

    def answered(self, turn: Turn[T], now_s: float) -> None:
        """A send that was taken is over, whatever came of it.

        Args:
            turn: what was taken.
            now_s: the time.
        """
        self._side.end(turn.chat_id, turn.started_s, now_s)

    def undo(self, turn: Turn[T]) -> None:
        """Give a turn back of which nothing was sent, as if it had never been; its item is out of the queue."""
        self._gap_ends = -inf
        self._side.undo(turn.chat_id)

    def freed(self, chat_id: int) -> None:
        """A send to a chat is over, from here or from elsewhere; for the budget to call."""
        lane = self._lanes.get(chat_id)
        if lane and lane.resting:
            self._rest(chat_id, lane)

    def hold_all(self, until_s: float) -> None:
        """Send nothing at all before a time."""
        self._not_before = max(self._not_before, until_s)

    def drop(self, chat_id: int) -> tuple[T, ...]:
        """Take out all that waits for a chat, and give it back: the chat is gone, or has another number now."""
        lane = self._lanes.get(chat_id)
        if lane is None:
            return ()
        waiting = (*lane.urgent, *lane.rest)
        lane.urgent.clear()
        lane.rest.clear()
        self._waiting -= len(waiting)
        return waiting

    def discard(self, chat_id: int, item: T) -> None:
        """Take out one item that waits for a chat, if it does."""
        if lane := self._lanes.get(chat_id):
            for items in (lane.urgent, lane.rest):
                with suppress(ValueError):
                    items.remove(item)
                    self._waiting -= 1

    def _new_lane(self, chat_id: int) -> "_Lane[T]":
        """A chat's lane; now and then those that nothing waits in are forgotten, so that old chats take no memory."""
        if len(self._lanes) >= self._sweep_at:
            self._lanes = {one: lane for one, lane in self._lanes.items() if lane.urgent or lane.rest}
            self._sweep_at = 2 * len(self._lanes) + _SWEEP_AT
        lane: _Lane[T] = _Lane()
        self._lanes[chat_id] = lane
        return lane

    def _serve(self, chat_id: int, lane: "_Lane[T]", items: "deque[T]", now_s: float) -> Turn[T]:
        self._side.start(chat_id)
        self._gap_ends = now_s + self._gap_s
        self._rest(chat_id, lane)
        self._waiting -= 1
        return Turn(chat_id, items.popleft(), now_s)

    def _rest(self, chat_id: int, lane: "_Lane[T]") -> None:
        """Let a chat rest until it is free; where a send must be over first, until that."""
        lane.resting = True
        free_at = self._side.chat_free_at(chat_id)
        if free_at < inf:
            heapq.heappush(self._resting, (free_at, next(self._order), chat_id))

    def _wake(self, now_s: float) -> None:
        """Chats whose rest is over wait in line again; what was sent from elsewhere meanwhile is seen when their turn comes."""
        while self._resting and self._resting[0][0] <= now_s:
            _, _, chat_id = heapq.heappop(self._resting)
            lane = self._lanes.get(chat_id)
            if lane is None or not lane.resting:
                continue  # a rest that was made longer stands in the heap a second time
            lane.resting = False
            if lane.urgent or lane.rest:
                self._turns[not lane.urgent].append(chat_id)


def backoff(attempts: int, chance: float) -> timedelta:
    """How long to wait before trying again: twice as long each time, up to ten minutes, half of it by chance.

    Args:
        attempts: how many have failed, at least 1.
        chance: 0 to 1, from the caller's random source, so that many that failed together do not come back together.
    """
    longest = min(_LONGEST_BACKOFF_S, _FIRST_BACKOFF_S * 2.0 ** min(attempts - 1, 32))
    return timedelta(seconds=longest * (0.5 + 0.5 * chance))


def next_attempt(result: RetryAt, attempts: int, now: datetime, chance: float) -> datetime:
    """When to try again after a send that failed.

    Args:
        result: what Telegram said.
        attempts: how many have failed, this one included.
        now: aware.
        chance: 0 to 1, from the caller's random source.

    Returns:
        Never before the time that Telegram asks to wait, up to LONGEST_WAIT, and up to a second after it; by ``backoff`` where it
        asks for none.
    """
    if result.wait is not None:
        return now + min(max(result.wait, timedelta()), LONGEST_WAIT) + timedelta(seconds=chance)
    return now + backoff(attempts, chance)


class _Lane(Generic[T]):
    """What waits for one chat."""

    __slots__ = ("rest", "resting", "urgent")

    def __init__(self) -> None:
        self.urgent: deque[T] = deque()
        self.rest: deque[T] = deque()
        self.resting = False
