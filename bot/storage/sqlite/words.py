"""The index of words: titles and texts by the stems of their terms. Answers nothing."""

from collections.abc import Sequence

from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Writer
from bot.storage.sqlite.values import as_json


class WordIndex:
    """Keeps the stems of titles and texts."""

    async def forget(self, writer: Writer, ids: Sequence[int]) -> None:
        """Drop these articles from the index."""
        await writer.do("DELETE FROM words WHERE rowid IN (SELECT value FROM json_each(?))", (as_json(ids),))

    async def keep(self, writer: Writer, arrivals: Sequence[Arrival]) -> None:
        """Index these articles."""
        await writer.do_many(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            [(one.id, " ".join(one.incoming.title_stems), " ".join(one.incoming.text_stems)) for one in arrivals],
        )
