"""Articles: storing a batch, reading one, listing the newest. Finding by name or words is ``search``; ``rows`` writes the rows.

Storing decides in ``arrivals`` what is new, has the article's own rows written, and then calls each part that keeps something of an
article (names, words, quotations ...), all inside one transaction.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.ingest.dedupe import WINDOW
from bot.model.article import Article, Brief, Page, Prepared, Stored
from bot.storage.sqlite import rows as articles_rows
from bot.storage.sqlite.arrivals import arrivals
from bot.storage.sqlite.connection import Database, Writer
from bot.storage.sqlite.incoming import Incoming, incoming, rounds
from bot.storage.sqlite.parts import Part
from bot.storage.sqlite.values import article as article_of
from bot.storage.sqlite.values import brief, headline, microseconds, storable

_NEWEST = "SELECT id, title, source, published, topics, dated FROM story_fronts ORDER BY published DESC, id DESC LIMIT ? OFFSET ?"
_NEWEST_OF_TOPIC = (
    "SELECT h.* FROM topic_fronts AS t JOIN headlines AS h ON h.id = t.article_id WHERE t.topic = ?"
    " ORDER BY t.published DESC, t.article_id DESC LIMIT ? OFFSET ?"
)
_FORGET_TOLD = "DELETE FROM told WHERE article_id IS NULL AND at < ?"  # when nothing joins the story any more
_OLDEST = "SELECT id FROM articles WHERE published < ? ORDER BY published, id LIMIT ?"
_BESIDE = {
    "older": "SELECT a.* FROM articles AS h JOIN story_fronts AS a ON (a.published, a.id) < (h.published, h.id)"
    " WHERE h.id = ? ORDER BY a.published DESC, a.id DESC LIMIT 1",
    "newer": "SELECT a.* FROM articles AS h JOIN story_fronts AS a ON (a.published, a.id) > (h.published, h.id)"
    " WHERE h.id = ? ORDER BY a.published, a.id LIMIT 1",
}
_BESIDE_IN_TOPIC = {
    "older": "SELECT a.* FROM articles AS h JOIN topic_fronts AS t ON (t.published, t.article_id) < (h.published, h.id)"
    " JOIN articles AS a ON a.id = t.article_id WHERE h.id = ? AND t.topic = ?"
    " ORDER BY t.published DESC, t.article_id DESC LIMIT 1",
    "newer": "SELECT a.* FROM articles AS h JOIN topic_fronts AS t ON (t.published, t.article_id) > (h.published, h.id)"
    " JOIN articles AS a ON a.id = t.article_id WHERE h.id = ? AND t.topic = ? ORDER BY t.published, t.article_id LIMIT 1",
}
_OTHERS_OF_STORY = (
    "SELECT o.* FROM articles AS h JOIN articles AS a ON a.story_id = h.story_id AND a.id <> h.id"
    " JOIN headlines AS o ON o.id = a.id"
    " WHERE h.id = ? ORDER BY length(a.text) DESC, a.id LIMIT 50"
)
_TOPICS = (
    "WITH RECURSIVE topics (topic) AS (SELECT min(topic) FROM article_topics UNION ALL"
    " SELECT (SELECT min(topic) FROM article_topics WHERE topic > topics.topic) FROM topics WHERE topic IS NOT NULL)"
    " SELECT topic, (SELECT count(*) FROM article_topics AS t WHERE t.topic = topics.topic AND t.published >= ?) AS articles"
    " FROM topics WHERE topic IS NOT NULL"
)


class SqliteArticles:
    """The ``Articles`` of bot.ports in SQLite.

    Args:
        database: the open file.
        parts: what else is stored of each article, in the same transaction.
        now: the time of arrival.
    """

    def __init__(self, database: Database, parts: Sequence[Part], now: Callable[[], datetime]) -> None:
        self._database = database
        self._parts = parts
        self._now = now

    async def add(self, batch: Sequence[Prepared]) -> tuple[Stored, ...]:
        """Store a batch in one transaction; see the Protocol."""
        ready = await asyncio.to_thread(incoming, batch)
        outcomes: dict[int, Stored] = {}
        if ready:
            async with self._database.writing() as writer:
                for one in rounds(ready):
                    outcomes |= await self._store(writer, one)
        return tuple(outcomes[place] for place in range(len(ready)))

    async def _store(self, writer: Writer, batch: Sequence[Incoming]) -> dict[int, Stored]:
        """Store articles no two of which are the same one."""
        found = await arrivals(writer, batch)
        changed = [one for one in found if one.stored.outcome == "updated"]
        added = [one for one in found if one.stored.outcome == "added"]
        now = microseconds(self._now())
        if changed:
            for part in self._parts:
                await part.forget(writer, [one.id for one in changed])
            await articles_rows.put_aside(writer, [one.id for one in changed], now)
            await articles_rows.overwrite(writer, changed)
        await articles_rows.insert(writer, added, now)
        await articles_rows.insert_derived(writer, [*changed, *added])
        for part in self._parts:
            await part.keep(writer, [*changed, *added])
        return {one.incoming.place: one.stored for one in found}

    async def drop_before(self, when: datetime, *, limit: int = 200) -> int:
        """Drop the oldest articles with all that is kept of them; see the Protocol."""
        async with self._database.writing() as writer:
            rows = await writer.rows(_OLDEST, (microseconds(when), max(0, limit)))
            ids = [int(row["id"]) for row in rows]
            for part in self._parts if ids else ():
                await part.forget(writer, ids)
            await articles_rows.delete(writer, ids)
            await writer.do(_FORGET_TOLD, (microseconds(when - WINDOW),))
        return len(ids)

    async def get(self, article_id: int) -> Article | None:
        """The article, or None."""
        row = await self._database.row("SELECT * FROM articles WHERE id = ?", (article_id,))
        return article_of(row) if row else None

    async def brief(self, article_id: int) -> Brief | None:
        """Its brief, or None when there is no such article."""
        async with self._database.reading() as reader:
            row = await reader.row("SELECT sentences FROM briefs WHERE article_id = ?", (article_id,))
            quotes = await reader.rows("SELECT * FROM quotations WHERE article_id = ? ORDER BY position", (article_id,))
        return brief(row["sentences"], quotes) if row else None

    async def newest(self, *, topic: str = "", offset: int = 0, limit: int = 10) -> Page:
        """The newest articles, of one topic where one is given."""
        limit, offset = max(0, limit), max(0, offset)
        if topic:
            rows = await self._database.rows(_NEWEST_OF_TOPIC, (storable(topic), limit + 1, offset))
        else:
            rows = await self._database.rows(_NEWEST, (limit + 1, offset))
        return Page(tuple(headline(row) for row in rows[:limit]), more=len(rows) > limit)

    async def older(self, article_id: int, *, topic: str = "") -> Article | None:
        """The next older one after this in the order of ``newest``, or None at the end."""
        return await self._beside("older", article_id, topic)

    async def newer(self, article_id: int, *, topic: str = "") -> Article | None:
        """The next newer one, or None at the start."""
        return await self._beside("newer", article_id, topic)

    async def _beside(self, way: str, article_id: int, topic: str) -> Article | None:
        """The neighbour of an article, which need not be of the topic itself."""
        if topic:
            row = await self._database.row(_BESIDE_IN_TOPIC[way], (article_id, storable(topic)))
        else:
            row = await self._database.row(_BESIDE[way], (article_id,))
        return article_of(row) if row else None

    async def others_of_story(self, article_id: int) -> Page:
        """The other articles of the same story, the fullest first."""
        rows = await self._database.rows(_OTHERS_OF_STORY, (article_id,))
        return Page(tuple(headline(row) for row in rows), total=len(rows))

    async def count(self) -> int:
        """How many articles are stored."""
        row = await self._database.row("SELECT count(*) FROM articles")
        return int(row[0]) if row else 0

    async def count_by_topic(self, since: datetime) -> dict[str, int]:
        """How many were published since then, by topic."""
        rows = await self._database.rows(_TOPICS, (microseconds(since),))
        return {row["topic"]: row["articles"] for row in rows if row["articles"]}
