"""The part of an article's storing that writes the outbox: a row for each chat that a story is news to. Sends nothing."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.delivery.plan import telling
from bot.model.alert import Told
from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Row, Writer
from bot.storage.sqlite.coverage import told_by
from bot.storage.sqlite.filing import Filing
from bot.storage.sqlite.meanwhile import words_new
from bot.storage.sqlite.values import as_json, microseconds, moment
from bot.topics.query import WIDE_OUTLETS
from summarizer.persian.terms import terms

NEWS_FOR = timedelta(hours=48)  # an article published longer ago, of an archive or a feed's back pages, alerts nobody
_ASKED = (
    "SELECT s.id, s.chat_id, s.thread_id FROM json_each(?) AS k CROSS JOIN subscriptions AS s ON s.id = k.value"
    " WHERE s.paused = 0 AND s.rests = 0"
)
_TEXT_WHEN_TOLD = (
    "SELECT coalesce((SELECT text FROM article_versions WHERE article_id = a.id AND replaced > ? ORDER BY id LIMIT 1),"
    " a.text) AS text FROM articles AS a WHERE a.id = ?"
)
_INSERT = (
    "INSERT INTO outbox (chat_id, thread_id, story_id, article_id, due, look_at, development) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (chat_id, thread_id, story_id) DO UPDATE SET article_id = excluded.article_id"
    " WHERE (SELECT length(text) FROM articles WHERE id = excluded.article_id)"
    " > (SELECT length(text) FROM articles WHERE id = outbox.article_id)"
)
_CAUSE = (
    "INSERT OR IGNORE INTO outbox_causes (outbox_id, subscription_id)"
    " SELECT id, ? FROM outbox WHERE chat_id = ? AND thread_id = ? AND story_id = ?"
)
_Key = tuple[int, int]


class AlertPart:
    """Writes down who is to hear of an article. Comes after the stories, whose numbers it needs.

    Args:
        filing: the subscriptions.
        now: the clock.
    """

    def __init__(self, filing: Filing, now: Callable[[], datetime]) -> None:
        self._filing = filing
        self._now = now

    async def forget(self, writer: Writer, ids: Sequence[int]) -> None:
        """Nothing: alerts of a changed article stay, those of a dropped one go with its row."""

    async def keep(self, writer: Writer, arrivals: Sequence[Arrival]) -> None:
        """Write the outbox rows that these articles set off."""
        now = self._now()
        fresh = [one for one in arrivals if one.published >= microseconds(now - NEWS_FOR)]
        if not fresh:
            return
        await self._filing.load(writer)
        wide = await told_by(writer, [one.id for one in fresh], outlets=WIDE_OUTLETS)
        for arrival, ids in await asyncio.to_thread(self._filing.met, fresh, wide):
            asked = await writer.rows(_ASKED, (as_json(ids),))
            if asked:
                await _write(writer, arrival, asked, now)


async def _write(writer: Writer, arrival: Arrival, asked: Sequence[Row], now: datetime) -> None:
    """Write the rows of one article; where the story waits already, it is told by the longest article that met."""
    story = await writer.row("SELECT story_id FROM articles WHERE id = ?", (arrival.id,))
    story_id = int(story["story_id"]) if story else arrival.id
    known, again = await _told(writer, arrival, story_id, now)
    at = microseconds(now)
    new = dict.fromkeys((row["chat_id"], row["thread_id"]) for row in asked)
    rows = [(*key, story_id, arrival.id, at, at, key in again) for key in new if key not in known]
    await writer.do_many(_INSERT, rows)
    await writer.do_many(_CAUSE, [(row["id"], row["chat_id"], row["thread_id"], story_id) for row in asked])


async def _told(writer: Writer, arrival: Arrival, story_id: int, now: datetime) -> tuple[set[_Key], set[_Key]]:
    """The chats that know the story, and those for which it has gone on since."""
    known: set[_Key] = set()
    again: set[_Key] = set()
    new_words: dict[tuple[int | None, str], int] = {}
    for row in await writer.rows("SELECT * FROM told WHERE story_id = ?", (story_id,)):
        before = await writer.row(_TEXT_WHEN_TOLD, (row["at"], row["article_id"]))
        text = before["text"] if before else arrival.article.text  # of what is gone nobody knows what is new
        same = row["article_id"], text
        if same not in new_words:
            new_words[same] = await asyncio.to_thread(_words_new, arrival, text)
        how = telling(Told(story_id, row["words"], moment(row["at"])), new_words[same], now)
        (again if how == "development" else known).add((row["chat_id"], row["thread_id"]))
    return known, again


def _words_new(arrival: Arrival, before: str) -> int:
    """How many words of an article do not stand in an earlier text."""
    return words_new(arrival.incoming.text_terms, terms(before))
