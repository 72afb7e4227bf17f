"""The subscriptions in memory, by what they ask for: each read from the store when it is new, then kept in step. Writes nothing.

A subscription that is filed here and rests, is paused or is gone does no harm: who asks joins the answer with the stored rows.
"""

import asyncio
import logging
from collections.abc import Sequence, Set
from threading import Lock

from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Reader
from bot.topics import QueryProblem, Subject, SubscriptionIndex, parse_query

log = logging.getLogger(__name__)


class Filing:
    """The index of all subscriptions of one store."""

    def __init__(self) -> None:
        self._index = SubscriptionIndex()
        self._lock = Lock()
        self._last = 0

    async def load(self, reader: Reader) -> None:
        """Read the subscriptions made since the last time, in whatever process.

        Args:
            reader: inside a transaction that writes, so that no subscription is made meanwhile.
        """
        rows = await reader.rows("SELECT id, query FROM subscriptions WHERE id > ? ORDER BY id", (self._last,))
        if rows:
            await asyncio.to_thread(self._file_all, [(row["id"], row["query"]) for row in rows])
            self._last = rows[-1]["id"]

    def change(self, subscription_id: int, query: str) -> None:
        """File a subscription under another query; there is no need for one that is still to be read."""
        if subscription_id <= self._last:
            self._file_all([(subscription_id, query)])

    def remove(self, subscription_id: int, query: str) -> None:
        """Take a subscription out."""
        parsed = parse_query(query)
        if not isinstance(parsed, QueryProblem):
            with self._lock:
                self._index.remove(subscription_id, parsed)

    def met(self, arrivals: Sequence[Arrival], wide: Set[int]) -> list[tuple[Arrival, list[int]]]:
        """The subscriptions that each article meets, where it meets any. Work on the CPU.

        Args:
            arrivals: the articles.
            wide: the ids of those whose story many outlets tell.
        """
        found = []
        for one in arrivals:
            subject = Subject.of(one.article, one.brief, wide=one.id in wide)
            with self._lock:
                ids = sorted(self._index.asked_by(subject))
            if ids:
                found.append((one, ids))
        return found

    def _file_all(self, stored: Sequence[tuple[int, str]]) -> None:
        for subscription_id, query in stored:
            parsed = parse_query(query)
            if isinstance(parsed, QueryProblem):
                log.warning("a stored subscription cannot be read", extra={"subscription": subscription_id})
                continue
            with self._lock:
                self._index.add(subscription_id, parsed)
