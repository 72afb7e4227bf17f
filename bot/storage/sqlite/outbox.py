"""Alerts on their way: claimed, given back, recorded. ``alerts`` writes the rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.alert import Alert, Gone, Migrated, RetryAt, SendResult, Sent, Told
from bot.model.chat import ChatKey
from bot.storage.sqlite.connection import Database, Row, Writer
from bot.storage.sqlite.values import as_json, microseconds, moment
from summarizer.persian.terms import terms

_WAITING = "SELECT chat_id, thread_id FROM outbox WHERE look_at <= ? GROUP BY chat_id, thread_id ORDER BY min(due), min(id) LIMIT ?"
_CLAIM = (
    "UPDATE outbox SET look_at = ?, held = 0 WHERE chat_id = ? AND thread_id = ? AND look_at <= ?"
    " RETURNING id, story_id, article_id, due, development, attempts"
)
_THESE = "(SELECT value FROM json_each(?))"
_RETRY = f"UPDATE outbox SET attempts = attempts + 1, look_at = ? WHERE id IN {_THESE}"  # noqa: S608, constants
_BROUGHT = (
    "INSERT OR IGNORE INTO brought (subscription_id, at, article_id)"  # noqa: S608, constants
    " SELECT c.subscription_id, ?, o.article_id FROM outbox AS o JOIN outbox_causes AS c ON c.outbox_id = o.id"
    f" WHERE o.id IN {_THESE}"
)
_TOLD = (
    "INSERT INTO told (story_id, chat_id, thread_id, article_id, words, at) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET at = excluded.at, words = max(words, excluded.words),"
    " article_id = iif(excluded.words >= words, excluded.article_id, article_id)"
)
_OF_CHAT = ("subscriptions", "wishes", "outbox", "told", "chats")


class SqliteOutbox:
    """The ``Outbox`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting_chats(self, now: datetime, *, limit: int) -> tuple[ChatKey, ...]:
        """Chats with alerts that may be looked at now, longest waiting first."""
        rows = await self._database.rows(_WAITING, (microseconds(now), max(0, limit)))
        return tuple(ChatKey(row["chat_id"], row["thread_id"]) for row in rows)

    async def claim(self, chat: ChatKey, now: datetime, lease: timedelta) -> tuple[Alert, ...]:
        """Take a chat's waiting alerts for as long as the lease lasts."""
        async with self._database.writing() as writer:
            rows = await writer.rows(_CLAIM, (microseconds(now + lease), chat.chat_id, chat.thread_id, microseconds(now)))
        return tuple(sorted((_alert(row, chat) for row in rows), key=lambda alert: (alert.due, alert.id)))

    async def told(self, chat: ChatKey, since: datetime) -> tuple[Told, ...]:
        """What a chat has been sent since then, a story each."""
        rows = await self._database.rows(
            "SELECT story_id, words, at FROM told WHERE chat_id = ? AND thread_id = ? AND at >= ? ORDER BY at",
            (chat.chat_id, chat.thread_id, microseconds(since)),
        )
        return tuple(Told(row["story_id"], row["words"], moment(row["at"])) for row in rows)

    async def look_again(self, alerts: Sequence[Alert], at: datetime) -> None:
        """Give claimed alerts back, to be looked at again at that time."""
        async with self._database.writing() as writer:
            await writer.do(
                f"UPDATE outbox SET look_at = ?, held = 1 WHERE id IN {_THESE}",  # noqa: S608, constants
                (microseconds(at), _ids(alerts)),
            )

    async def record(self, alerts: Sequence[Alert], result: SendResult, now: datetime, *, again_at: datetime | None = None) -> None:
        """Write down what became of a message; see the Protocol."""
        if not alerts:
            return
        async with self._database.writing() as writer:
            if isinstance(result, RetryAt):
                await writer.do(_RETRY, (microseconds(again_at or now), _ids(alerts)))
            elif isinstance(result, Migrated):
                await _move(writer, alerts[0].chat.chat_id, result.chat_id)
                await writer.do(
                    f"UPDATE outbox SET look_at = ? WHERE id IN {_THESE}",  # noqa: S608, constants
                    (microseconds(now), _ids(alerts)),
                )
            else:
                if isinstance(result, Sent):
                    await _note_told(writer, alerts, now)
                if isinstance(result, Gone):
                    await _let_rest(writer, alerts[0].chat)
                await writer.do(f"DELETE FROM outbox WHERE id IN {_THESE}", (_ids(alerts),))  # noqa: S608, constants

    async def came_back(self, chat: ChatKey) -> None:
        """Wake the subscriptions that rested because the chat was gone, in all its forum topics."""
        async with self._database.writing() as writer:
            await writer.do("UPDATE subscriptions SET rests = 0 WHERE chat_id = ? AND rests = 1", (chat.chat_id,))

    async def count(self) -> int:
        """How many alerts wait."""
        row = await self._database.row("SELECT count(*) FROM outbox")
        return int(row[0]) if row else 0


async def _note_told(writer: Writer, alerts: Sequence[Alert], now: datetime) -> None:
    """Write down what the chat knows now, and which subscriptions brought it."""
    at = microseconds(now)
    await writer.do(_BROUGHT, (at, _ids(alerts)))
    rows = await writer.rows(
        f"SELECT id, text FROM articles WHERE id IN {_THESE}",  # noqa: S608, constants
        (as_json([alert.article_id for alert in alerts]),),
    )
    words = {row["id"]: len(terms(row["text"])) for row in rows}
    told = [
        (one.story_id, one.chat.chat_id, one.chat.thread_id, one.article_id, words[one.article_id], at)
        for one in alerts
        if one.article_id in words
    ]
    await writer.do_many(_TOLD, told)


async def _let_rest(writer: Writer, chat: ChatKey) -> None:
    key = chat.chat_id, chat.thread_id
    await writer.do("UPDATE subscriptions SET rests = 1 WHERE chat_id = ? AND thread_id = ?", key)
    await writer.do("DELETE FROM outbox WHERE chat_id = ? AND thread_id = ?", key)


async def _move(writer: Writer, old: int, new: int) -> None:
    """Give everything of a chat its new number; what the new one has already stays as it is there."""
    for table in _OF_CHAT if old != new else ():
        await writer.do(f"UPDATE OR IGNORE {table} SET chat_id = ? WHERE chat_id = ?", (new, old))  # noqa: S608, constants
        await writer.do(f"DELETE FROM {table} WHERE chat_id = ?", (old,))  # noqa: S608, constants


def _ids(alerts: Sequence[Alert]) -> str:
    return as_json([alert.id for alert in alerts])


def _alert(row: Row, chat: ChatKey) -> Alert:
    return Alert(
        id=row["id"],
        chat=chat,
        story_id=row["story_id"],
        article_id=row["article_id"],
        due=moment(row["due"]),
        development=bool(row["development"]),
        attempts=row["attempts"],
    )
