"""Counts for the owner. Reads the tables of every subject and writes none."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from bot.model.stats import FeedPace, Figures
from bot.storage.sqlite.connection import Database, Row
from bot.storage.sqlite.values import microseconds, moment

_SLOWEST = 5
_COUNTS = {
    "articles": "SELECT count(*) FROM articles",
    "today": "SELECT count(*) FROM articles WHERE published >= ?",
    "chats": "SELECT count(*) FROM (SELECT DISTINCT chat_id FROM subscriptions)",
    "subscriptions": "SELECT count(*) FROM subscriptions",
    "resting": "SELECT count(*) FROM subscriptions WHERE paused = 1",
    "gone": "SELECT count(*) FROM subscriptions WHERE rests = 1",
    "waiting": "SELECT count(*) FROM outbox",
    "retried": "SELECT count(*) FROM outbox WHERE attempts > 0",
    "sent": "SELECT count(*) FROM told WHERE at >= ?",
    "failing": "SELECT count(*) FROM feeds WHERE paused = 0 AND failures > 0",
}
_SLOWEST_FEEDS = (
    "SELECT name, url, reached, failures FROM feeds WHERE paused = 0 ORDER BY failures = 0, coalesce(reached, 0), id LIMIT ?"
)


class SqliteStats:
    """The ``Stats`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def figures(self, since: datetime) -> Figures:
        """The numbers as they stand; what is new is counted from then on."""
        selected = ", ".join(f"({query}) AS {name}" for name, query in _COUNTS.items())
        counts = await self._database.row(f"SELECT {selected}", [microseconds(since)] * selected.count("?"))
        slowest = await self._database.rows(_SLOWEST_FEEDS, (_SLOWEST,))
        assert counts is not None
        return Figures(**dict(zip(counts.keys(), counts, strict=True)), slowest=tuple(map(_pace, slowest)))

    async def articles_between(self, times: Sequence[datetime]) -> tuple[int, ...]:
        """How many articles were published between each time and the next."""
        counts = []
        for start, end in pairwise(map(microseconds, times)):
            row = await self._database.row("SELECT count(*) FROM articles WHERE published >= ? AND published < ?", (start, end))
            counts.append(row[0] if row else 0)
        return tuple(counts)


def _pace(row: Row) -> FeedPace:
    """A feed of its row."""
    return FeedPace(row["name"] or row["url"], moment(row["reached"]) if row["reached"] else None, row["failures"])
