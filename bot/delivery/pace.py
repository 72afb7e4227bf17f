"""How fast messages go out, and to whom next. Pure data: no task, no clock, no network; times are seconds of the caller's clock.

Telegram takes about 30 messages a second from a bot, one a second for a chat, 20 a minute for a group. Each limit is kept exactly:
in no stretch of its period do more arrive than it allows; ``windows`` says how that is known. (A token bucket that holds n tokens
lets n more through after a pause.)
"""

import heapq
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from math import inf
from typing import Generic, TypeVar

from bot.delivery.windows import Limit, Trips, Window
from bot.model.alert import RetryAt

T = TypeVar("T")
_FIRST_BACKOFF_S = 2.0
_LONGEST_BACKOFF_S = 600.0
_SWEEP_AT = 4096


OVERALL = Limit(30, 1.0)
A_CHAT = Limit(1, 1.0)
A_GROUP = Limit(20, 60.0)


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
        overall: the limit of all sends together.
        a_chat: the limit of each chat.
        a_group: a further limit of each group (a chat whose id is negative, as Telegram numbers them).
        gap_s: the least time between two sends, so that they do not go in bursts.
    """

    def __init__(self, overall: Limit = OVERALL, a_chat: Limit = A_CHAT, a_group: Limit = A_GROUP, gap_s: float = 0.0) -> None:
        self._overall = Window(overall)
        self._gap_s = gap_s
        self._gap_ends = -inf
        self._trips = Trips()
        self._limits = a_chat, a_group
        self._lanes: dict[int, _Lane[T]] = {}
        self._turns: tuple[deque[int], deque[int]] = deque(), deque()  # chats that may be served: urgent, the rest
        self._resting: list[tuple[float, int, int]] = []  # (when the chat may be served again, order, chat)
        self._order = count()
        self._waiting = 0
        self._now_s = -inf
        self._sweep_at = _SWEEP_AT

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
        self._now_s = now_s
        self._wake(now_s)
        free_at = max(self._overall.free_at, self._gap_ends)
        if free_at > now_s:
            return Wait(free_at - now_s if self._waiting and free_at < inf else None)
        for rest, turns in enumerate(self._turns):
            while turns:
                chat_id = turns.popleft()
                lane = self._lanes.get(chat_id)
                if lane and not lane.resting and (items := lane.rest if rest else lane.urgent):
                    return self._serve(chat_id, lane, items, now_s)
        return Wait(self._resting[0][0] - now_s if self._resting and self._waiting else None)

    def answered(self, turn: Turn[T], now_s: float) -> None:
        """A send that was taken is over, whatever came of it.

        Args:
            turn: what was taken.
            now_s: the time.
        """
        arrived_s = self._trips.arrived(turn.started_s, now_s)
        self._overall.end(arrived_s)
        lane = self._lanes[turn.chat_id]
        for window in lane.windows:
            window.end(arrived_s)
        self._rest(turn.chat_id, lane)

    def untake(self, turn: Turn[T]) -> tuple[T, ...]:
        """Take a turn back of which nothing was sent, and with it all that waits for its chat; as if it had never been."""
        self._overall.undo()
        self._gap_ends = -inf
        lane = self._lanes[turn.chat_id]
        for window in lane.windows:
            window.undo()
        self._rest(turn.chat_id, lane)
        return turn.item, *self.drop(turn.chat_id)

    def past(self, chat_id: int, times_s: Sequence[float]) -> None:
        """Count what went to a chat and was not taken here, as before a restart.

        Args:
            chat_id: the chat.
            times_s: when, rising.
        """
        lane = self._lanes.get(chat_id) or self._new_lane(chat_id)
        for window in lane.windows:
            for one in times_s:
                window.past(one)
        self._rest(chat_id, lane)

    def hold(self, chat_id: int, until_s: float) -> None:
        """Send nothing to a chat before a time: Telegram said so for this chat."""
        if lane := self._lanes.get(chat_id):
            lane.not_before = max(lane.not_before, until_s)
            self._rest(chat_id, lane)

    def hold_all(self, until_s: float) -> None:
        """Send nothing at all before a time."""
        self._overall.not_before = max(self._overall.not_before, until_s)

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

    def _new_lane(self, chat_id: int) -> "_Lane[T]":
        """A chat's lane; now and then those that nothing waits for are forgotten, so that old chats take no memory."""
        if len(self._lanes) >= self._sweep_at:
            self._lanes = {one: lane for one, lane in self._lanes.items() if not lane.is_idle(self._now_s)}
            self._sweep_at = 2 * len(self._lanes) + _SWEEP_AT
        limits = self._limits if chat_id < 0 else self._limits[:1]
        lane: _Lane[T] = _Lane([Window(limit) for limit in limits])
        self._lanes[chat_id] = lane
        return lane

    def _serve(self, chat_id: int, lane: "_Lane[T]", items: "deque[T]", now_s: float) -> Turn[T]:
        self._overall.start()
        self._gap_ends = now_s + self._gap_s
        for window in lane.windows:
            window.start()
        self._rest(chat_id, lane)
        self._waiting -= 1
        return Turn(chat_id, items.popleft(), now_s)

    def _rest(self, chat_id: int, lane: "_Lane[T]") -> None:
        """Let a chat rest until it is free; where an answer must come first, until that."""
        lane.resting = True
        if lane.free_at < inf:
            heapq.heappush(self._resting, (lane.free_at, next(self._order), chat_id))

    def _wake(self, now_s: float) -> None:
        """Chats whose rest is over wait in line again."""
        while self._resting and self._resting[0][0] <= now_s:
            _, _, chat_id = heapq.heappop(self._resting)
            lane = self._lanes.get(chat_id)
            if lane is None or not lane.resting or lane.free_at > now_s:
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
        Never before the time that Telegram asks to wait, and up to a second after it; by ``backoff`` where it asks for none.
    """
    if result.wait is not None:
        return now + max(result.wait, timedelta()) + timedelta(seconds=chance)
    return now + backoff(attempts, chance)


class _Lane(Generic[T]):
    """What waits for one chat."""

    __slots__ = ("not_before", "rest", "resting", "urgent", "windows")

    def __init__(self, windows: list[Window]) -> None:
        self.windows = windows
        self.urgent: deque[T] = deque()
        self.rest: deque[T] = deque()
        self.resting = False
        self.not_before = -inf

    def is_idle(self, now_s: float) -> bool:
        return not (self.urgent or self.rest) and self.not_before <= now_s and all(one.is_over(now_s) for one in self.windows)

    @property
    def free_at(self) -> float:
        return max(self.not_before, *(window.free_at for window in self.windows))
