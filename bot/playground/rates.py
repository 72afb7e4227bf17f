"""Telegram's limits on how fast a bot may send: noted when passed and, where that is wanted, enforced with 429.

The limits are those of Telegram's bots FAQ: about 30 messages a second in all, about one a second in a chat (short bursts pass), 20
a minute in a group.
"""

import math
from collections import defaultdict, deque
from dataclasses import dataclass

SENDING = frozenset(("sendmessage", "sendphoto", "senddocument"))


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages in so many seconds."""

    name: str
    messages: int
    window_s: float


OVERALL = Limit("30 a second in all", 30, 1.0)
IN_CHAT = Limit("one a second in a chat, in bursts of five", 5, 5.0)
IN_GROUP = Limit("20 a minute in a group", 20, 60.0)


@dataclass(frozen=True, slots=True)
class Violation:
    """A message that came too soon.

    Args:
        limit: the limit that was passed.
        chat_id: the chat it was for.
        wait_s: how long the bot should have waited.
    """

    limit: Limit
    chat_id: int
    wait_s: float


class Rates:
    """Counts what is sent.

    Args:
        enforce: whether a message that comes too soon is to be refused.
    """

    def __init__(self, *, enforce: bool = False) -> None:
        self.enforce = enforce
        self.violations: deque[Violation] = deque(maxlen=10_000)
        self._sent: dict[tuple[Limit, int], deque[float]] = defaultdict(deque)

    def meet(self, method: str, chat_id: int, now: float) -> int:
        """Count a request.

        Args:
            method: in lower case.
            chat_id: where it goes.
            now: on the monotonic clock, in seconds.

        Returns:
            The seconds it is to be refused for; 0 when it may pass.
        """
        if method not in SENDING:
            return 0
        limits = ((OVERALL, 0), (IN_GROUP if chat_id < 0 else IN_CHAT, chat_id))
        waits = [(self._wait(limit, key, now), limit) for limit, key in limits]
        wait, limit = max(waits, key=lambda one: one[0])
        if wait > 0:
            self.violations.append(Violation(limit, chat_id, wait))
            if self.enforce:
                return math.ceil(wait)
        for one, key in limits:
            self._sent[one, key].append(now)
        return 0

    def _wait(self, limit: Limit, key: int, now: float) -> float:
        """How long until this limit lets another message pass."""
        sent = self._sent[limit, key]
        while sent and sent[0] <= now - limit.window_s:
            sent.popleft()
        return sent[-limit.messages] + limit.window_s - now if len(sent) >= limit.messages else 0.0
