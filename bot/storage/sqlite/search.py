"""The subject of finding: articles by name (``named``) and by words (``searching``)."""

from bot.model.article import NameMatch, SearchHit
from bot.storage.sqlite.connection import Database
from bot.storage.sqlite.named import by_name, nearest_names
from bot.storage.sqlite.searching import by_words
from bot.storage.sqlite.spelled import spelled


class SqliteSearch:
    """The ``Search`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def by_name(self, name: str, *, limit: int = 8) -> tuple[NameMatch, ...]:
        """Articles whose title is meant by these words, best first; see the Protocol."""
        async with self._database.reading() as reader:
            return await by_name(reader, name, limit)

    async def nearest_names(self, name: str, *, limit: int = 3) -> tuple[NameMatch, ...]:
        """The titles least unlike the name."""
        async with self._database.reading() as reader:
            return await nearest_names(reader, name, limit)

    async def by_words(self, query: str, *, offset: int = 0, limit: int = 10) -> tuple[SearchHit, ...]:
        """Articles that hold the words, in title or text, best first; see the Protocol."""
        async with self._database.reading() as reader:
            return await by_words(reader, query, offset, limit)

    async def spelled(self, query: str) -> str:
        """The words of a query in the nearest spelling that some article has; see the Protocol."""
        async with self._database.reading() as reader:
            return await spelled(reader, query)
