"""Feeds, how each is doing, and which of their items are known. Decides nothing: when a feed is due is ``bot.ingest.due``."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.model.feed import Entry, Feed, FeedState, NewFeed
from bot.storage.sqlite.connection import Database, Row, Writer
from bot.storage.sqlite.values import as_json, microseconds, moment, storable

ENTRIES_KEPT = timedelta(days=60)  # an item absent this long from its feed may be forgotten; its article's address still tells it
_MICROSECOND = timedelta(microseconds=1)
_STATE_COLUMNS = (
    "due",
    "period",
    "etag",
    "last_modified",
    "changed",
    "reached",
    "failures",
    "failing_since",
    "problem",
    "reported",
)
_INSERT = (
    "INSERT INTO feeds (url, name, language, zone, topic, rules, paused, due, period, etag, last_modified, changed, reached,"
    " failures, failing_since, problem, reported) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (url) DO NOTHING"
)
_SET_STATE = f"UPDATE feeds SET {', '.join(f'{name} = ?' for name in _STATE_COLUMNS)} WHERE id = ?"  # noqa: S608, fixed names
_MOVE = "UPDATE feeds SET url = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM feeds WHERE url = ?)"
_REMEMBER = (
    "INSERT INTO feed_entries (feed_id, key, digest, url, seen) SELECT id, ?, ?, ?, ? FROM feeds WHERE id = ?"
    " ON CONFLICT (feed_id, key) DO UPDATE SET digest = excluded.digest, url = excluded.url, seen = excluded.seen"
)
_KNOWN = "SELECT e.key, e.digest, e.url FROM json_each(?) AS k CROSS JOIN feed_entries AS e ON e.feed_id = ? AND e.key = k.value"


class SqliteFeeds:
    """The ``Feeds`` of bot.ports in SQLite.

    Args:
        database: the open file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, feed: NewFeed) -> tuple[Feed, bool]:
        """Store a feed, unless its address is there."""
        async with self._database.writing() as writer:
            new = await writer.do(_INSERT, _new_columns(feed)) > 0
            (row,) = await writer.rows("SELECT * FROM feeds WHERE url = ?", (storable(feed.url),))
        return _feed(row), new

    async def begun(self) -> bool:
        """Whether ``begin`` has been called in this store's life."""
        return await self._database.row("SELECT 1 FROM starts WHERE what = 'feeds'") is not None

    async def begin(self, feeds: Sequence[NewFeed]) -> int:
        """Store the feeds a store begins with, unless it had its own or is no new one."""
        async with self._database.writing() as writer:
            first = await writer.do("INSERT INTO starts (what) VALUES ('feeds') ON CONFLICT (what) DO NOTHING") > 0
            if not first or await writer.rows("SELECT 1 FROM feeds LIMIT 1"):
                return 0
            return sum([await writer.do(_INSERT, _new_columns(feed)) for feed in feeds])

    async def remove(self, feed_id: int) -> bool:
        """Drop a feed and what is known of its items; False when there is none."""
        async with self._database.writing() as writer:
            return await writer.do("DELETE FROM feeds WHERE id = ?", (feed_id,)) > 0

    async def pause(self, feed_id: int, *, paused: bool) -> bool:
        """Stop fetching a feed, or go on with it at once; False when there is none."""
        async with self._database.writing() as writer:
            if paused:
                return await writer.do("UPDATE feeds SET paused = 1 WHERE id = ?", (feed_id,)) > 0
            fresh = "UPDATE feeds SET paused = 0, due = 0, failures = 0, failing_since = NULL, reported = 0 WHERE id = ?"
            return await writer.do(fresh, (feed_id,)) > 0

    async def get(self, feed_id: int) -> Feed | None:
        """The feed, or None."""
        row = await self._database.row("SELECT * FROM feeds WHERE id = ?", (feed_id,))
        return _feed(row) if row else None

    async def all(self) -> tuple[Feed, ...]:
        """All feeds, in the order they were added."""
        return tuple(_feed(row) for row in await self._database.rows("SELECT * FROM feeds ORDER BY id"))

    async def due(self, now: datetime, *, limit: int) -> tuple[Feed, ...]:
        """Feeds that are due and not paused, the longest waiting first."""
        query = "SELECT * FROM feeds WHERE paused = 0 AND due <= ? ORDER BY due, id LIMIT ?"
        return tuple(_feed(row) for row in await self._database.rows(query, (microseconds(now), limit)))

    async def next_due(self) -> datetime | None:
        """When the next feed is due; None when none is waiting."""
        row = await self._database.row("SELECT min(due) AS due FROM feeds WHERE paused = 0")
        return moment(row["due"]) if row and row["due"] is not None else None

    async def known(self, feed_id: int, keys: Sequence[str]) -> Mapping[str, Entry]:
        """Which of these items are known, by key."""
        rows = await self._database.rows(_KNOWN, (as_json([storable(key) for key in keys]), feed_id))
        return {row["key"]: Entry(row["key"], row["digest"], row["url"]) for row in rows}

    async def remember(self, feed_id: int, entries: Sequence[Entry], now: datetime) -> None:
        """Store items as known."""
        seen = microseconds(now)
        async with self._database.writing() as writer:
            await writer.do_many(_REMEMBER, [(storable(one.key), one.digest, storable(one.url), seen, feed_id) for one in entries])

    async def record(self, feed_id: int, state: FeedState, *, now: datetime, moved_to: str = "", gone: bool = False) -> None:
        """Store how a fetch went, and let go of items long absent."""
        async with self._database.writing() as writer:
            await writer.do(_SET_STATE, (*_state_columns(state), feed_id))
            if moved_to:
                await writer.do(_MOVE, (storable(moved_to), feed_id, storable(moved_to)))
            if gone:
                await writer.do("UPDATE feeds SET paused = 1 WHERE id = ?", (feed_id,))
            await _forget_old(writer, feed_id, now)


async def _forget_old(writer: Writer, feed_id: int, now: datetime) -> None:
    """Let go of items that no fetch had for long."""
    oldest = microseconds(now - ENTRIES_KEPT)
    await writer.do("DELETE FROM feed_entries WHERE feed_id = ? AND seen < ?", (feed_id, oldest))


def _new_columns(feed: NewFeed) -> tuple[object, ...]:
    """A feed never fetched, in the order of ``_INSERT``."""
    about = (feed.url, feed.name, feed.language, feed.zone, feed.topic, feed.rules)
    return (*map(storable, about), *_state_columns(FeedState()))


def _state_columns(state: FeedState) -> tuple[object, ...]:
    """A state in the order of ``_STATE_COLUMNS``."""
    return (
        _stored(state.due) or 0,
        state.period // _MICROSECOND,
        storable(state.etag),
        storable(state.last_modified),
        _stored(state.changed),
        _stored(state.reached),
        state.failures,
        _stored(state.failing_since),
        storable(state.problem),
        state.reported,
    )


def _stored(when: datetime | None) -> int | None:
    return microseconds(when) if when else None


def _moment(stored: int | None) -> datetime | None:
    return moment(stored) if stored else None


def _feed(row: Row) -> Feed:
    """A feed of its row."""
    return Feed(
        url=row["url"],
        name=row["name"],
        language=row["language"],
        zone=row["zone"],
        topic=row["topic"],
        rules=row["rules"],
        id=row["id"],
        paused=bool(row["paused"]),
        state=FeedState(
            due=_moment(row["due"]),
            period=row["period"] * _MICROSECOND,
            etag=row["etag"],
            last_modified=row["last_modified"],
            changed=_moment(row["changed"]),
            reached=_moment(row["reached"]),
            failures=row["failures"],
            failing_since=_moment(row["failing_since"]),
            problem=row["problem"],
            reported=bool(row["reported"]),
        ),
    )
