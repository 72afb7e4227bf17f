"""What was published within a time, and which stories most outlets told in it. Reads the tables of articles and writes none."""

from collections.abc import Sequence
from itertools import groupby

from bot.model.article import Covered, Page
from bot.model.period import Period
from bot.storage.sqlite.connection import Database, Reader, Row
from bot.storage.sqlite.values import as_json, headline, microseconds, storable

_NEWEST = (
    "SELECT id, title, source, published, topics, dated FROM articles AS a"
    " WHERE published >= :since AND published < :until AND NOT EXISTS ("
    "SELECT 1 FROM articles AS b WHERE b.story_id = a.story_id AND b.published >= :since AND b.published < :until"
    " AND b.id <> a.id AND (length(b.text), -b.id) > (length(a.text), -a.id))"
    " ORDER BY published DESC, id DESC LIMIT :limit OFFSET :offset"
)
_NEWEST_OF_TOPIC = (
    "SELECT h.* FROM article_topics AS t JOIN articles AS a ON a.id = t.article_id JOIN headlines AS h ON h.id = t.article_id"
    " WHERE t.topic = :topic AND t.published >= :since AND t.published < :until AND NOT EXISTS ("
    "SELECT 1 FROM articles AS b JOIN article_topics AS x"
    " ON x.topic = t.topic AND x.published = b.published AND x.article_id = b.id"
    " WHERE b.story_id = a.story_id AND b.published >= :since AND b.published < :until"
    " AND b.id <> a.id AND (length(b.text), -b.id) > (length(a.text), -a.id))"
    " ORDER BY t.published DESC, t.article_id DESC LIMIT :limit OFFSET :offset"
)
_WIDEST = (
    "SELECT story_id, count(DISTINCT source) AS outlets FROM articles"
    " WHERE published >= :since AND published < :until AND source <> '' AND (:topic = '' OR story_id IN ("
    "SELECT a.story_id FROM article_topics AS t JOIN articles AS a ON a.id = t.article_id"
    " WHERE t.topic = :topic AND t.published >= :since AND t.published < :until))"
    " GROUP BY story_id HAVING outlets > 1 ORDER BY outlets DESC, max(published) DESC, story_id DESC LIMIT :limit OFFSET :offset"
)
_TELLING = (
    "SELECT s.key AS place, a.id, a.title, a.source, a.published, a.topics, a.dated, length(a.text) AS chars"
    " FROM json_each(:stories) AS s JOIN articles AS a ON a.story_id = s.value"
    " WHERE a.published >= :since AND a.published < :until ORDER BY place, a.published, a.id"
)
_TOLD_BY = (
    "SELECT a.id FROM json_each(?) AS k JOIN articles AS a ON a.id = k.value"
    " WHERE (SELECT count(DISTINCT source) FROM articles WHERE story_id = a.story_id AND source <> '') >= ?"
)


async def told_by(reader: Reader, ids: Sequence[int], *, outlets: int) -> frozenset[int]:
    """Those of these articles whose story so many outlets tell, or more."""
    return frozenset(row["id"] for row in await reader.rows(_TOLD_BY, (as_json(ids), outlets)))


class SqliteCoverage:
    """The ``Coverage`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def newest(self, period: Period, *, topic: str = "", offset: int = 0, limit: int = 10) -> Page:
        """The articles of a time, the newest first; of one topic where one is given."""
        limit = max(0, limit)
        asked = _asked(period, topic, offset, limit + 1)
        rows = await self._database.rows(_NEWEST_OF_TOPIC if topic else _NEWEST, asked)
        return Page(tuple(headline(row) for row in rows[:limit]), more=len(rows) > limit)

    async def widest(self, period: Period, *, topic: str = "", offset: int = 0, limit: int = 5) -> tuple[Covered, ...]:
        """The stories that more than one outlet told in a time; see the Protocol."""
        asked = _asked(period, topic, offset, max(0, limit))
        async with self._database.reading() as reader:
            stories = [row["story_id"] for row in await reader.rows(_WIDEST, asked)]
            telling = await reader.rows(_TELLING, asked | {"stories": as_json(stories)})
        return tuple(_covered(list(rows)) for _, rows in groupby(telling, key=lambda row: row["place"]))

    async def told_by(self, ids: Sequence[int], *, outlets: int) -> frozenset[int]:
        """Those of these articles whose story so many outlets tell, or more."""
        async with self._database.reading() as reader:
            return await told_by(reader, ids, outlets=outlets)


def _asked(period: Period, topic: str, offset: int, limit: int) -> dict[str, int | str]:
    """The parameters that the queries share."""
    return {
        "since": microseconds(period.since),
        "until": microseconds(period.until),
        "topic": storable(topic),
        "offset": max(0, offset),
        "limit": limit,
    }


def _covered(rows: Sequence[Row]) -> Covered:
    """A story out of its articles, the oldest first."""
    fullest = max(rows, key=lambda row: (row["chars"], -row["id"]))
    return Covered(headline(fullest), tuple(dict.fromkeys(row["source"] for row in rows if row["source"])))
