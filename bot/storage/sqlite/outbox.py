"""Alerts on their way: claimed, given back, recorded. ``alerts`` writes the rows."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from bot.model.alert import Alert, Closed, Gone, Migrated, Outcome, Refused, RetryAt, Sent
from bot.model.chat import ChatKey
from bot.storage.sqlite.connection import Database, Row, Writer
from bot.storage.sqlite.meanwhile import come_later
from bot.storage.sqlite.values import THESE_CHATS, as_json, chat_keys, microseconds, moment
from summarizer.persian.terms import terms

_ROWS_A_CHAT = 8  # so many rows are looked at for each chat wanted; a chat with more gives way to fewer others
_NEVER = 2**62  # when alerts of a closed chat are looked at, until it comes back
_COUNTED = 64  # so many texts are remembered with their number of words
_THESE = "(SELECT value FROM json_each(?))"
_WAITING = (
    "SELECT chat_id, thread_id FROM outbox WHERE look_at <= ?"  # noqa: S608, constants
    f" AND chat_id NOT IN {_THESE} AND chat_id NOT IN (SELECT chat_id FROM told_to_wait WHERE until > ?)"
    " ORDER BY look_at, id LIMIT ?"
)
_CLAIM = (
    "UPDATE outbox SET look_at = ?, held = 0"  # noqa: S608, constants
    f" WHERE (chat_id, thread_id) IN {THESE_CHATS} AND +look_at <= ?"
    " RETURNING id, chat_id, thread_id, story_id, article_id, due, development, attempts"
)
_QUERIES = (
    "SELECT c.outbox_id, s.query FROM json_each(?) AS k CROSS JOIN outbox_causes AS c ON c.outbox_id = k.value"
    " JOIN subscriptions AS s ON s.id = c.subscription_id WHERE s.paused = 0 ORDER BY s.id"
)
_TOLD_AT = (
    "SELECT DISTINCT t.chat_id, t.thread_id, t.at"  # noqa: S608, constants
    f" FROM {THESE_CHATS} AS k CROSS JOIN told AS t ON t.chat_id = k.chat_id AND t.thread_id = k.thread_id"
    " WHERE t.at >= ? ORDER BY t.at"
)
_SENT_AT = (
    "SELECT DISTINCT t.chat_id, t.at FROM json_each(?) AS k CROSS JOIN told AS t ON t.chat_id = k.value"
    " WHERE t.at >= ? ORDER BY t.at"
)
_RETRY = "UPDATE outbox SET attempts = attempts + 1, look_at = ? WHERE id = ?"
_BROUGHT = (
    "INSERT OR IGNORE INTO brought (subscription_id, at, article_id)"
    " SELECT c.subscription_id, json_extract(k.value, '$[1]'), o.article_id FROM json_each(?) AS k"
    " CROSS JOIN outbox AS o ON o.id = json_extract(k.value, '$[0]') JOIN outbox_causes AS c ON c.outbox_id = o.id"
)
_TOLD = (  # under the story that the article tells by now; one that was dropped meanwhile is not told of
    "INSERT INTO told (story_id, chat_id, thread_id, article_id, words, at)"
    " SELECT story_id, ?, ?, id, ?, ? FROM articles WHERE id = ?"
    " ON CONFLICT DO UPDATE SET at = excluded.at, words = max(words, excluded.words),"
    " article_id = iif(excluded.words >= words, excluded.article_id, article_id)"
)
_WAIT = "INSERT INTO told_to_wait (chat_id, until) VALUES (?, ?) ON CONFLICT DO UPDATE SET until = max(until, excluded.until)"
_OF_CHAT = ("subscriptions", "wishes", "outbox", "told", "chats", "kept_texts")


class SqliteOutbox:
    """The ``Outbox`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counted: dict[str, int] = {}

    async def claim(
        self, now: datetime, lease: timedelta, *, chats: int, busy: Collection[ChatKey] = ()
    ) -> dict[ChatKey, tuple[Alert, ...]]:
        """Take all waiting alerts of some chats; see the Protocol."""
        at = microseconds(now)
        looked_at = max(0, chats) * _ROWS_A_CHAT
        rows = await self._database.rows(_WAITING, (at, as_json(list({one.chat_id for one in busy})), at, looked_at))
        first = {row["chat_id"]: ChatKey(row["chat_id"], row["thread_id"]) for row in reversed(rows)}
        found = list(dict.fromkeys(first[row["chat_id"]] for row in rows))[: max(0, chats)]
        if not found:
            return {}
        async with self._database.writing() as writer:
            rows = await writer.rows(_CLAIM, (microseconds(now + lease), chat_keys(found), at))
            causes = await writer.rows(_QUERIES, (as_json([row["id"] for row in rows]),))
        return _by_chat(found, rows, causes)

    async def told_at(self, chats: Collection[ChatKey], since: datetime) -> dict[ChatKey, tuple[datetime, ...]]:
        """When messages of alerts went to these chats since then, rising; a chat that got none is left out."""
        rows = await self._database.rows(_TOLD_AT, (chat_keys(chats), microseconds(since)))
        found: dict[ChatKey, list[datetime]] = defaultdict(list)
        for row in rows:
            found[ChatKey(row["chat_id"], row["thread_id"])].append(moment(row["at"]))
        return {chat: tuple(times) for chat, times in found.items()}

    async def sent_at(self, chat_ids: Collection[int], since: datetime) -> dict[int, tuple[datetime, ...]]:
        """The same by the chat's number, all its forum topics together, as Telegram counts."""
        rows = await self._database.rows(_SENT_AT, (as_json(list(chat_ids)), microseconds(since)))
        found: dict[int, list[datetime]] = defaultdict(list)
        for row in rows:
            found[row["chat_id"]].append(moment(row["at"]))
        return {chat: tuple(times) for chat, times in found.items()}

    async def has_all(self, alerts: Sequence[Alert]) -> bool:
        """Whether none of these was dropped."""
        row = await self._database.row(f"SELECT count(*) FROM outbox WHERE id IN {_THESE}", (_ids(alerts),))  # noqa: S608, constants
        return row is not None and row[0] == len(alerts)

    async def look_again(self, alerts: Sequence[Alert], at: datetime) -> None:
        """Give claimed alerts back, to be looked at again at that time."""
        async with self._database.writing() as writer:
            await writer.do(
                f"UPDATE outbox SET look_at = ?, held = 1 WHERE id IN {_THESE}",  # noqa: S608, constants
                (microseconds(at), _ids(alerts)),
            )

    async def record(self, outcomes: Sequence[Outcome]) -> None:
        """Write down what became of messages, all in one transaction; see the Protocol."""
        sent = [one for one in outcomes if isinstance(one.result, Sent)]
        words = await self._words({alert.article_id for one in sent for alert in one.alerts})
        over = [alert for one in outcomes if isinstance(one.result, Sent | Refused) for alert in one.alerts]
        async with self._database.writing() as writer:
            await _note_told(writer, sent, words)
            later = await come_later(writer, sent)
            ended = [alert for alert in over if alert.id not in later]
            if ended:
                await writer.do(f"DELETE FROM outbox WHERE id IN {_THESE}", (_ids(ended),))  # noqa: S608, constants
            for one in outcomes:
                await _keep(writer, one)

    async def moved(self, old: int, new: int) -> None:
        """Give everything of a chat its new number."""
        async with self._database.writing() as writer:
            await _move(writer, old, new)

    async def came_back(self, chat: ChatKey) -> None:
        """Wake the subscriptions that rested because the chat was gone or closed, in all its forum topics, and what was kept."""
        if not await self._database.row("SELECT 1 FROM subscriptions WHERE chat_id = ? AND rests = 1 LIMIT 1", (chat.chat_id,)):
            return
        async with self._database.writing() as writer:
            await writer.do("UPDATE subscriptions SET rests = 0 WHERE chat_id = ? AND rests = 1", (chat.chat_id,))
            await writer.do("UPDATE outbox SET look_at = due WHERE chat_id = ? AND look_at = ?", (chat.chat_id, _NEVER))

    async def count(self) -> int:
        """How many alerts wait."""
        row = await self._database.row("SELECT count(*) FROM outbox")
        return int(row[0]) if row else 0

    async def _words(self, article_ids: Collection[int]) -> dict[int, int]:
        """How many words the articles have, by their ids; those that are dropped are left out."""
        sql = f"SELECT id, text FROM articles WHERE id IN {_THESE}"  # noqa: S608, constants
        rows = await self._database.rows(sql, (as_json(sorted(article_ids)),)) if article_ids else []
        return {row["id"]: await self._word_count(row["text"]) for row in rows}

    async def _word_count(self, text: str) -> int:
        """How many words a text has; an article goes to many chats, so that the last texts are remembered."""
        known = self._counted.get(text)
        if known is not None:
            return known
        if len(self._counted) >= _COUNTED:
            self._counted.clear()
        self._counted[text] = counted = len(await asyncio.to_thread(terms, text))
        return counted


async def _note_told(writer: Writer, sent: Sequence[Outcome], words: dict[int, int]) -> None:
    """Write down what the chats know now, and which subscriptions brought it."""
    if not sent:
        return
    await writer.do(_BROUGHT, (as_json([(alert.id, microseconds(one.at)) for one in sent for alert in one.alerts]),))
    told = [
        (one.chat.chat_id, one.chat.thread_id, words.get(one.article_id, 0), microseconds(outcome.at), one.article_id)
        for outcome in sent
        for one in outcome.alerts
    ]
    await writer.do_many(_TOLD, told)


async def _keep(writer: Writer, one: Outcome) -> None:
    """Write down a result that does not end a message alone."""
    chat = one.alerts[0].chat
    match one.result:
        case RetryAt(wait=wait):
            again_at = microseconds(one.again_at or one.at)
            await writer.do_many(_RETRY, [(again_at, alert.id) for alert in one.alerts])
            if wait:
                await writer.do("DELETE FROM told_to_wait WHERE until <= ?", (microseconds(one.at),))
                await writer.do(_WAIT, (chat.chat_id, again_at))
        case Gone():
            await _let_rest(writer, chat)
            await writer.do("DELETE FROM outbox WHERE chat_id = ? AND thread_id = ?", (chat.chat_id, chat.thread_id))
        case Closed():
            await _let_rest(writer, chat)
            await writer.do(
                "UPDATE outbox SET look_at = ?, held = 0 WHERE chat_id = ? AND thread_id = ?",
                (_NEVER, chat.chat_id, chat.thread_id),
            )
        case Migrated(chat_id=new):
            await _move(writer, chat.chat_id, new)
            await writer.do(
                f"UPDATE outbox SET look_at = ? WHERE id IN {_THESE}",  # noqa: S608, constants
                (microseconds(one.at), _ids(one.alerts)),
            )
        case _:
            return


async def _let_rest(writer: Writer, chat: ChatKey) -> None:
    await writer.do("UPDATE subscriptions SET rests = 1 WHERE chat_id = ? AND thread_id = ?", (chat.chat_id, chat.thread_id))


async def _move(writer: Writer, old: int, new: int) -> None:
    """Give everything of a chat its new number; what the new one has already stays as it is there."""
    for table in _OF_CHAT if old != new else ():
        await writer.do(f"UPDATE OR IGNORE {table} SET chat_id = ? WHERE chat_id = ?", (new, old))  # noqa: S608, constants
        await writer.do(f"DELETE FROM {table} WHERE chat_id = ?", (old,))  # noqa: S608, constants


def _ids(alerts: Iterable[Alert]) -> str:
    return as_json([alert.id for alert in alerts])


def _by_chat(chats: Sequence[ChatKey], rows: Sequence[Row], causes: Sequence[Row]) -> dict[ChatKey, tuple[Alert, ...]]:
    """Claimed rows as alerts, by chat in the order of the chats; a chat whose rows somebody else took is left out."""
    queries: dict[int, list[str]] = defaultdict(list)
    for row in causes:
        queries[row["outbox_id"]].append(row["query"])
    found: dict[ChatKey, list[Alert]] = {chat: [] for chat in chats}
    for row in sorted(rows, key=lambda row: (row["due"], row["id"])):
        chat = ChatKey(row["chat_id"], row["thread_id"])
        found[chat].append(_alert(row, chat, tuple(queries[row["id"]])))
    return {chat: tuple(alerts) for chat, alerts in found.items() if alerts}


def _alert(row: Row, chat: ChatKey, queries: tuple[str, ...]) -> Alert:
    return Alert(
        id=row["id"],
        chat=chat,
        story_id=row["story_id"],
        article_id=row["article_id"],
        due=moment(row["due"]),
        development=bool(row["development"]),
        attempts=row["attempts"],
        queries=queries,
    )
