"""Sliding windows over sends whose arrival nobody tells. Pure data; times are seconds of the caller's clock.

Telegram counts a message when it gets it, somewhere between the start of a request and its answer. What is known is the whole trip.
If no trip is faster than the fastest that was seen, then of two sends the later one arrives at least a period after the earlier one
when it starts a period after (the earlier one's end less the fastest trip): the way there takes the same least time in both, and
cancels out. So a send under way holds its place, and a finished one holds it for a period from that moment.
"""

from collections import deque
from dataclasses import dataclass
from math import inf

_TRIPS = 256  # the fastest of so many counts; the way to a server changes
_ENOUGH = 32  # of fewer nobody knows how fast a trip can be


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``count`` sends within ``period_s`` seconds."""

    count: int
    period_s: float


class Window:
    """The sends under a limit.

    Args:
        limit: what it allows.
    """

    __slots__ = ("_arrived", "_under_way", "limit")

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self._under_way = 0
        self._arrived: deque[float] = deque(maxlen=limit.count)

    def free_at(self, spare: int = 0) -> float:
        """When the next send may start; infinity when one under way must be over first.

        Args:
            spare: how many places are to be left for others.
        """
        places = self.limit.count - spare - self._under_way
        if places <= 0:
            return inf
        return self._arrived[-places] + self.limit.period_s if len(self._arrived) >= places else -inf

    def start(self) -> None:
        """A send starts."""
        self._under_way += 1

    def undo(self) -> None:
        """A send that was started was none."""
        self._under_way -= 1

    def end(self, arrived_s: float) -> None:
        """A send that was started is over.

        Args:
            arrived_s: the latest moment at which it can have arrived.
        """
        self._under_way -= 1
        self.past(arrived_s)

    def past(self, arrived_s: float) -> None:
        """Count a send that this window did not see start."""
        self._arrived.append(max(arrived_s, self._arrived[-1]) if self._arrived else arrived_s)

    def is_over(self, now_s: float) -> bool:
        """Whether nothing of it matters any more."""
        return not self._under_way and (not self._arrived or self._arrived[-1] + self.limit.period_s <= now_s)


class Trips:
    """How long sends take, there and back."""

    def __init__(self) -> None:
        self._took_s: deque[float] = deque(maxlen=_TRIPS)

    def arrived(self, started_s: float, ended_s: float) -> float:
        """The latest moment at which a send that is over can have arrived, less the least time of the way there.

        Args:
            started_s: when it started.
            ended_s: when its answer came.
        """
        self._took_s.append(ended_s - started_s)
        return ended_s - min(self._took_s) if len(self._took_s) >= _ENOUGH else ended_s
