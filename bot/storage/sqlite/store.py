"""``SqliteStore``: the subjects of the store over one file. Holds no SQL."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.model.alert import Preferences
from bot.storage.sqlite.alerts import AlertPart
from bot.storage.sqlite.articles import SqliteArticles
from bot.storage.sqlite.chats import SqliteChats
from bot.storage.sqlite.connection import Database, open_database
from bot.storage.sqlite.coverage import SqliteCoverage
from bot.storage.sqlite.feeds import SqliteFeeds
from bot.storage.sqlite.filing import Filing
from bot.storage.sqlite.kept import SqliteKeptTexts
from bot.storage.sqlite.migrate import migrate
from bot.storage.sqlite.names import NameIndex
from bot.storage.sqlite.outbox import SqliteOutbox
from bot.storage.sqlite.quotations import SqliteQuotations
from bot.storage.sqlite.quoted import QuotationIndex
from bot.storage.sqlite.reindex import SqliteReindexing
from bot.storage.sqlite.search import SqliteSearch
from bot.storage.sqlite.stats import SqliteStats
from bot.storage.sqlite.stories import StoryIndex
from bot.storage.sqlite.subscriptions import SqliteSubscriptions
from bot.storage.sqlite.wishes import SqliteWishes
from bot.storage.sqlite.words import WordIndex

_ZONE = Preferences().zone


class SqliteStore:
    """The store in one SQLite file; each attribute is a subject with a Protocol in bot.ports."""

    def __init__(self, database: Database, now: Callable[[], datetime], zone: str) -> None:
        self._database = database
        filing = Filing()
        indexes = (NameIndex(), WordIndex(), QuotationIndex(), StoryIndex())
        self.articles = SqliteArticles(database, (*indexes, AlertPart(filing, now)), now)
        self.coverage = SqliteCoverage(database)
        self.reindexing = SqliteReindexing(database, indexes)
        self.search = SqliteSearch(database)
        self.quotations = SqliteQuotations(database)
        self.chats = SqliteChats(database)
        self.feeds = SqliteFeeds(database)
        self.subscriptions = SqliteSubscriptions(database, filing, now)
        self.wishes = SqliteWishes(database, zone)
        self.outbox = SqliteOutbox(database)
        self.kept = SqliteKeptTexts(database, now)
        self.stats = SqliteStats(database)

    @staticmethod
    @asynccontextmanager
    async def open(
        path: Path | str, *, now: Callable[[], datetime] = lambda: datetime.now(UTC), zone: str = _ZONE
    ) -> AsyncIterator["SqliteStore"]:
        """Open a store, making the file where it is missing and bringing its schema up to date.

        Args:
            path: the file; its folder must be there.
            now: the clock, for times of arrival.
            zone: the IANA zone of a chat that has chosen none.

        Raises:
            StoreIsNewer: a later version of this program wrote the file.
            StoreError: the file is no SQLite file of ours, or cannot be opened.
        """
        async with open_database(Path(path)) as database:
            await migrate(database)
            yield SqliteStore(database, now, zone)

    async def backup(self, path: Path | str) -> None:
        """Write a consistent copy of the store to a file, while others read and write.

        Raises:
            StoreError: the copy could not be written.
        """
        await self._database.copy_to(Path(path))

    async def check(self) -> str:
        """What SQLite's own check finds wrong with the file; '' when it is sound."""
        rows = await self._database.rows("PRAGMA quick_check(5)")
        found = [str(row[0]) for row in rows]
        return "" if found == ["ok"] else "; ".join(found)
