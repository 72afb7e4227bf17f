"""What chats asked to hear of."""

from collections.abc import Callable
from datetime import datetime

from bot.model.alert import MAX_SUBSCRIPTIONS, Subscription
from bot.model.chat import ChatKey
from bot.storage.sqlite.connection import Database, Row, Writer
from bot.storage.sqlite.filing import Filing
from bot.storage.sqlite.values import microseconds, moment, storable

_HERE = "chat_id = ? AND thread_id = ?"
_ONE = f"SELECT * FROM subscriptions WHERE id = ? AND {_HERE}"  # noqa: S608, a constant
_DROP_WAITING = (
    "DELETE FROM outbox WHERE id IN (SELECT outbox_id FROM outbox_causes WHERE subscription_id = ?)"
    " AND NOT EXISTS (SELECT 1 FROM outbox_causes AS c JOIN subscriptions AS s ON s.id = c.subscription_id"
    " WHERE c.outbox_id = outbox.id AND s.id <> ? AND s.paused = 0)"
)
_BROUGHT = (
    "SELECT b.subscription_id, count(*) AS times FROM subscriptions AS s JOIN brought AS b ON b.subscription_id = s.id"
    " WHERE s.chat_id = ? AND s.thread_id = ? AND b.at >= ? GROUP BY b.subscription_id"
)


class SqliteSubscriptions:
    """The ``Subscriptions`` of bot.ports in SQLite.

    Args:
        database: the open file.
        filing: the index in memory, kept in step.
        now: the clock.
    """

    def __init__(self, database: Database, filing: Filing, now: Callable[[], datetime]) -> None:
        self._database = database
        self._filing = filing
        self._now = now

    async def add(self, chat: ChatKey, query: str) -> Subscription | None:
        """Subscribe a chat; see the Protocol."""
        query = storable(query)
        async with self._database.writing() as writer:
            there = await writer.rows(f"SELECT * FROM subscriptions WHERE {_HERE}", _key(chat))  # noqa: S608
            same = next((row for row in there if row["query"] == query), None)
            if same:
                return _subscription(same)
            if len(there) >= MAX_SUBSCRIPTIONS:
                return None
            created = microseconds(self._now())
            number = await writer.insert(
                "INSERT INTO subscriptions (chat_id, thread_id, query, created) VALUES (?, ?, ?, ?)", (*_key(chat), query, created)
            )
        return Subscription(number, chat, query, moment(created))

    async def of_chat(self, chat: ChatKey) -> tuple[Subscription, ...]:
        """A chat's subscriptions, oldest first."""
        rows = await self._database.rows(f"SELECT * FROM subscriptions WHERE {_HERE} ORDER BY id", _key(chat))  # noqa: S608
        return tuple(map(_subscription, rows))

    async def get(self, subscription_id: int, chat: ChatKey) -> Subscription | None:
        """One of this chat's subscriptions, or None."""
        row = await self._database.row(_ONE, (subscription_id, *_key(chat)))
        return _subscription(row) if row else None

    async def change(self, subscription_id: int, chat: ChatKey, query: str) -> Subscription | None:
        """Put another query in its place; where the chat has that query already, the two become that one."""
        query = storable(query)
        async with self._database.writing() as writer:
            old = await writer.row(_ONE, (subscription_id, *_key(chat)))
            if old is None or old["query"] == query:
                return _subscription(old) if old else None
            same = await writer.row(
                f"SELECT * FROM subscriptions WHERE {_HERE} AND query = ?",  # noqa: S608
                (*_key(chat), query),
            )
            if same:
                await _drop(writer, subscription_id)
            else:
                await writer.do("UPDATE subscriptions SET query = ? WHERE id = ?", (query, subscription_id))
                self._filing.change(subscription_id, query)
        self._filing.remove(subscription_id, old["query"])
        return await self.get(same["id"] if same else subscription_id, chat)

    async def pause(self, subscription_id: int, chat: ChatKey, *, paused: bool) -> bool:
        """Let it rest, with its alerts that wait for no other subscription dropped, or wake it."""
        async with self._database.writing() as writer:
            changed = await writer.do(
                f"UPDATE subscriptions SET paused = ? WHERE id = ? AND {_HERE}",  # noqa: S608
                (paused, subscription_id, *_key(chat)),
            )
            if paused and changed:
                await writer.do(_DROP_WAITING, (subscription_id, subscription_id))
        return changed > 0

    async def remove(self, subscription_id: int, chat: ChatKey) -> bool:
        """Drop it, and its alerts that wait for no other subscription, too."""
        async with self._database.writing() as writer:
            old = await writer.row(_ONE, (subscription_id, *_key(chat)))
            if old is None:
                return False
            await _drop(writer, subscription_id)
        self._filing.remove(subscription_id, old["query"])
        return True

    async def remove_all(self, chat: ChatKey) -> int:
        """Drop all of a chat's, with the alerts that wait; how many there were."""
        async with self._database.writing() as writer:
            rows = await writer.rows(f"SELECT id, query FROM subscriptions WHERE {_HERE}", _key(chat))  # noqa: S608
            await writer.do(f"DELETE FROM outbox WHERE {_HERE}", _key(chat))  # noqa: S608
            await writer.do(f"DELETE FROM subscriptions WHERE {_HERE}", _key(chat))  # noqa: S608
        for row in rows:
            self._filing.remove(row["id"], row["query"])
        return len(rows)

    async def brought(self, chat: ChatKey, since: datetime) -> dict[int, int]:
        """How many alerts each of a chat's subscriptions has brought since then; one that brought none is left out."""
        rows = await self._database.rows(_BROUGHT, (*_key(chat), microseconds(since)))
        return {row["subscription_id"]: row["times"] for row in rows}


async def _drop(writer: Writer, subscription_id: int) -> None:
    await writer.do(_DROP_WAITING, (subscription_id, subscription_id))
    await writer.do("DELETE FROM subscriptions WHERE id = ?", (subscription_id,))


def _key(chat: ChatKey) -> tuple[int, int]:
    return chat.chat_id, chat.thread_id


def _subscription(row: Row) -> Subscription:
    chat = ChatKey(row["chat_id"], row["thread_id"])
    return Subscription(row["id"], chat, row["query"], moment(row["created"]), bool(row["paused"]))
