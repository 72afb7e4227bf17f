"""What is derived of stored articles, made anew: briefs, quotations, the indexes of names, words and stories. Writes no outbox row.

For a new version of the program whose words or quotations differ from those that stored them. One transaction a batch, so that a
running bot reads and stores between; an article that changes meanwhile is left to its own storing.
"""

import asyncio
from collections.abc import Sequence

from bot.model.article import Article, Brief, Prepared, Stored
from bot.storage.sqlite import rows as articles_rows
from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Database, Row, Writer
from bot.storage.sqlite.incoming import incoming
from bot.storage.sqlite.parts import Part
from bot.storage.sqlite.values import article, as_json, microseconds
from summarizer.persian.terms import stem

_AFTER = "SELECT * FROM articles WHERE id > ? ORDER BY id LIMIT ?"
_AS_READ = "SELECT id, title, text FROM articles WHERE id IN (SELECT value FROM json_each(?))"
_WORDS_AFTER = "SELECT word, stem FROM title_words WHERE word > ? ORDER BY word LIMIT ?"
_WORDS_AT_ONCE = 5000


class SqliteReindexing:
    """The ``Reindexing`` of bot.ports in SQLite.

    Args:
        database: the open file.
        parts: the indexes; not that of alerts, since nobody is told anew.
    """

    def __init__(self, database: Database, parts: Sequence[Part]) -> None:
        self._database = database
        self._parts = parts

    async def after(self, article_id: int, *, limit: int = 50) -> tuple[Article, ...]:
        """The next articles; see the Protocol."""
        return tuple(article(row) for row in await self._database.rows(_AFTER, (article_id, max(0, limit))))

    async def put(self, batch: Sequence[tuple[Article, Brief]]) -> int:
        """Write what is derived of some articles; see the Protocol."""
        ready = await asyncio.to_thread(_ready, batch)
        async with self._database.writing() as writer:
            rows = {row["id"]: row for row in await writer.rows(_AS_READ, (as_json([one.id for one in ready]),))}
            unchanged = [one for one in ready if _is_as_read(one, rows.get(one.id))]
            ids = [one.id for one in unchanged]
            for part in self._parts:
                await part.forget(writer, ids)
            await articles_rows.derive_anew(writer, unchanged)
            for part in self._parts:
                await part.keep(writer, unchanged)
        return len(unchanged)

    async def finish(self) -> None:
        """Give the words of titles their stems; see the Protocol."""
        last = ""
        while words := await self._database.rows(_WORDS_AFTER, (last, _WORDS_AT_ONCE)):
            last = words[-1]["word"]
            stems = await asyncio.to_thread(_changed_stems, words)
            async with self._database.writing() as writer:
                await _restem(writer, stems)


def _ready(batch: Sequence[tuple[Article, Brief]]) -> list[Arrival]:
    """The articles as the parts take them: later versions that say the same."""
    found = incoming([Prepared(one, brief) for one, brief in batch])
    return [
        Arrival(ready, Stored(one.id, "updated"), microseconds(one.published), one.dated)
        for ready, (one, _) in zip(found, batch, strict=True)
    ]


def _is_as_read(one: Arrival, row: Row | None) -> bool:
    """Whether an article still stands as it was when its brief was made."""
    return row is not None and (row["title"], row["text"]) == (one.article.title, one.article.text)


def _changed_stems(words: Sequence[Row]) -> list[tuple[str, str]]:
    """The words whose stem is another now, after it."""
    return [(now, row["word"]) for row in words if (now := stem(row["word"])) != row["stem"]]


async def _restem(writer: Writer, stems: Sequence[tuple[str, str]]) -> None:
    """Write the stems of words."""
    await writer.do_many("UPDATE title_words SET stem = ? WHERE word = ?", stems)
