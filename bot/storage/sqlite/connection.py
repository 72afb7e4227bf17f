"""The only door to aiosqlite: connections, transactions and the translation of errors. Knows no table.

Two tasks on one connection would mix their transactions, so all writing goes through one connection, one lock and BEGIN IMMEDIATE.
Reading has connections of its own, which in WAL mode never wait for a writer.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import StoreError

APPLICATION_ID = 0x47_5A_44_48  # «GZDH»: tells a store of ours from another program's SQLite file

BUSY_TIMEOUT_MS = 10_000
CACHE_KIB = 32_768
READERS = 2
Row = sqlite3.Row
Parameters = Sequence[Any] | Mapping[str, Any]  # by place, or by name


class Reader:
    """A connection that only reads."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query; none where a parameter is a number no row can hold.

        Raises:
            StoreError: the query cannot be answered.
        """
        with translated():
            try:
                return list(await self._connection.execute_fetchall(sql, parameters))
            except OverflowError:
                return []

    async def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None."""
        found = await self.rows(sql, parameters)
        return found[0] if found else None


class Writer(Reader):
    """The writing connection inside a transaction."""

    async def do(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        with translated():
            async with self._connection.execute(sql, parameters) as cursor:
                return cursor.rowcount

    async def do_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        with translated():
            await self._connection.executemany(sql, parameters)

    async def insert(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one INSERT and return the id it gave."""
        with translated():
            row = await self._connection.execute_insert(sql, parameters)
        return int(row[0]) if row else 0


class Database:
    """One SQLite file: readers to lend, and one writer at a time. Made by ``open_database``."""

    def __init__(self, writer: aiosqlite.Connection, readers: Iterable[aiosqlite.Connection]) -> None:
        self._writer = writer
        self._lock = asyncio.Lock()
        self._readers: asyncio.LifoQueue[aiosqlite.Connection] = asyncio.LifoQueue()
        for one in readers:
            self._readers.put_nowait(one)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Reader]:
        """Lend a reader for as long as the block runs."""
        connection = await self._readers.get()
        try:
            yield Reader(connection)
        finally:
            self._readers.put_nowait(connection)

    async def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of one query."""
        async with self.reading() as reader:
            return await reader.rows(sql, parameters)

    async def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of one query, or None."""
        async with self.reading() as reader:
            return await reader.row(sql, parameters)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Writer]:
        """A transaction: committed at the end of the block, undone when the block raises or is cancelled.

        Raises:
            StoreError: it could not be begun or committed; nothing of it is stored.
        """
        async with self._lock:
            try:
                with translated():
                    await self._writer.execute("BEGIN IMMEDIATE")
                yield Writer(self._writer)
                with translated():
                    await self._writer.commit()
            except BaseException:
                with suppress(StoreError), translated():  # what went wrong first is what is told
                    await self._writer.rollback()
                raise

    async def copy_to(self, target: Path) -> None:
        """Copy the whole file as it stands at one moment, while others read and write."""
        async with self.reading() as reader:
            with translated(f"{target} cannot be written"):
                await asyncio.to_thread(_probe, target)
                async with aiosqlite.connect(target) as copy:
                    await reader._connection.backup(copy, pages=4096)


@asynccontextmanager
async def open_database(path: Path) -> AsyncIterator[Database]:
    """Open a file, making it where it is missing; its connections are closed at the end of the block.

    Raises:
        StoreError: the file cannot be opened, is no SQLite file or another program's.
    """
    with translated(f"{path} cannot be opened"):
        await asyncio.to_thread(_probe, path)
    async with AsyncExitStack() as stack:
        writer = await stack.enter_async_context(_connected(path))
        readers = [await stack.enter_async_context(_connected(path, read_only=True)) for _ in range(READERS)]
        yield Database(writer, readers)


def _probe(path: Path) -> None:
    """Fail here where the file is not ours or cannot be opened, before aiosqlite has a thread that outlives the loop."""
    if path.exists():
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as look:  # leaves another's WAL as it is
            ((application,),) = look.execute("PRAGMA application_id")
            if application != APPLICATION_ID and look.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
                raise StoreError(f"{path} is another program's SQLite database")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id")


@asynccontextmanager
async def _connected(path: Path, *, read_only: bool = False) -> AsyncIterator[aiosqlite.Connection]:
    """A connection with the settings every one of ours has."""
    with translated(f"{path} cannot be opened"):
        connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
    try:
        with translated(f"{path} cannot be used"):
            connection.row_factory = sqlite3.Row
            for pragma in _pragmas(read_only=read_only):
                await connection.execute(f"PRAGMA {pragma}")
        yield connection
    finally:
        await connection.close()


def _pragmas(*, read_only: bool) -> tuple[str, ...]:
    """What is set on a connection; WAL with synchronous=NORMAL loses nothing when the process is killed."""
    common = (f"busy_timeout = {BUSY_TIMEOUT_MS}", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON")
    return (*common, f"cache_size = -{CACHE_KIB}", "temp_store = MEMORY", *(("query_only = ON",) if read_only else ()))


@contextmanager
def translated(what: str = "the store failed") -> Iterator[None]:
    """Turn the vendor's errors into ``StoreError``, with the cause kept."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{what}: {error}") from error
    except ValueError as error:  # aiosqlite's word for a closed connection
        raise StoreError(f"{what}: {error}") from error
