"""One writer, readers that do not wait, and nothing half done: tasks side by side, parts that fail, kills, copies."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.storage.sqlite.articles import SqliteArticles
from bot.storage.sqlite.connection import Writer, open_database
from bot.storage.sqlite.migrate import migrate
from bot.storage.sqlite.names import NameIndex
from bot.storage.sqlite.store import SqliteStore
from tests.storage.making import NOON, many, prepared


async def test_two_tasks_writing_at_once_mix_nothing(tmp_path: Path) -> None:
    """Batches of several tasks are all stored, each with ids of its own."""
    async with SqliteStore.open(tmp_path / "store.db") as store:
        batches = [[prepared(f"خبر {task} {number}", f"{task} {number}") for number in range(20)] for task in range(6)]
        found = await asyncio.gather(*(store.articles.add(batch) for batch in batches))
        assert len({one.id for batch in found for one in batch}) == 120
        assert await store.articles.count() == 120


async def test_two_processes_wait_for_each_other(tmp_path: Path) -> None:
    """Two stores open on one file write in turn."""
    path = tmp_path / "store.db"
    async with SqliteStore.open(path) as one, SqliteStore.open(path) as other:
        await asyncio.gather(
            *(
                store.articles.add([prepared(f"{name} {number}", f"{name} {number}")])
                for number in range(10)
                for name, store in (("یک", one), ("دو", other))
            )
        )
        assert await one.articles.count() == await other.articles.count() == 20


async def test_reading_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    """While a transaction is open, readers answer at once, and see nothing of it."""
    async with open_database(tmp_path / "store.db") as database:
        await migrate(database)
        articles = SqliteArticles(database, (), lambda: NOON)
        async with database.writing() as writer:
            await writer.do("INSERT INTO chats VALUES (1, 0, 'private', '')")
            assert await asyncio.wait_for(articles.count(), 1) == 0
            assert await database.rows("SELECT * FROM chats") == []
        assert len(await database.rows("SELECT * FROM chats")) == 1


class _Failing:
    """A part that cannot keep what it should."""

    async def forget(self, writer: Writer, ids: object) -> None:
        """Has nothing to forget."""

    async def keep(self, writer: Writer, arrivals: object) -> None:
        """Fails as a disk does."""
        await writer.do("INSERT INTO nowhere VALUES (1)")


async def test_a_part_that_fails_undoes_the_batch(tmp_path: Path) -> None:
    """When one part cannot keep its share nothing of the batch is stored, and the next batch is."""
    async with open_database(tmp_path / "store.db") as database:
        await migrate(database)
        with pytest.raises(StoreError):
            await SqliteArticles(database, (NameIndex(), _Failing()), lambda: NOON).add(many(3))
        for table in ("articles", "briefs", "names", "title_words"):
            assert await database.rows(f"SELECT * FROM {table}") == []
        assert len(await SqliteArticles(database, (NameIndex(),), lambda: NOON).add(many(3))) == 3


async def test_a_cancelled_write_leaves_nothing(tmp_path: Path) -> None:
    """A task that is cancelled in the middle of a transaction undoes it and lets the next one in."""
    async with open_database(tmp_path / "store.db") as database:
        await migrate(database)
        begun = asyncio.Event()

        async def stuck() -> None:
            async with database.writing() as writer:
                await writer.do("INSERT INTO chats VALUES (1, 0, 'private', '')")
                begun.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(stuck())
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with database.writing() as writer:
            await writer.do("INSERT INTO chats VALUES (2, 0, 'private', '')")
        assert [row["chat_id"] for row in await database.rows("SELECT chat_id FROM chats")] == [2]


async def test_an_id_is_never_given_twice(tmp_path: Path) -> None:
    """The id of an article that is gone stays unused: an old button must not open another article."""
    async with SqliteStore.open(tmp_path / "store.db") as store:
        (last,) = await store.articles.add([prepared()])
        with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
            connection.execute("DELETE FROM articles")
            connection.commit()
        (following,) = await store.articles.add([prepared()])
        assert following.id > last.id


_IMPORTER = """
    import asyncio, sys
    from bot.storage.sqlite.store import SqliteStore
    from tests.storage.making import prepared

    async def main():
        async with SqliteStore.open(sys.argv[1]) as store:
            for batch in range(10_000):
                await store.articles.add([prepared(f"خبر {batch} {one}", f"متن {batch} {one}") for one in range(20)])
                print(batch, flush=True)

    asyncio.run(main())
"""


@pytest.mark.parametrize("batches", [1, 6])
def test_a_kill_leaves_whole_batches(tmp_path: Path, batches: int) -> None:
    """An import killed without warning leaves every batch it was told of, whole, and no part of another."""
    path = tmp_path / "store.db"
    command = [sys.executable, "-c", textwrap.dedent(_IMPORTER), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(Path.cwd())}) as process:
        assert process.stdout is not None
        for _ in range(batches):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)

    async def counts() -> tuple[int, int, str]:
        async with SqliteStore.open(path) as store:
            names = await store._database.rows("SELECT count(*) FROM names")
            return await store.articles.count(), int(names[0][0]), await store.check()

    articles, names, wrong = asyncio.run(counts())
    assert articles == names >= 20 * batches
    assert articles % 20 == 0
    assert wrong == ""


async def test_a_backup_is_a_whole_store(tmp_path: Path) -> None:
    """A copy taken while others write opens as a store, with everything stored before it."""
    async with SqliteStore.open(tmp_path / "store.db") as store:
        await store.articles.add(many(60))
        writing = asyncio.create_task(store.articles.add([prepared("در راه", "در راه")]))
        await store.backup(tmp_path / "copy.db")
        await writing
    async with SqliteStore.open(tmp_path / "copy.db") as copy:
        assert await copy.articles.count() >= 60
        assert (await copy.search.by_name("خبر شماره 59"))[0].score == 1
        assert await copy.check() == ""


async def test_a_backup_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A place that cannot be written to is an error of the store, and the store goes on."""
    async with SqliteStore.open(tmp_path / "store.db") as store:
        with pytest.raises(StoreError):
            await store.backup(tmp_path / "missing" / "copy.db")
        assert await store.articles.count() == 0


async def test_a_damaged_file_is_noticed(tmp_path: Path) -> None:
    """The check says what is wrong, or reading fails as an error of the store; the vendor's error does not come out."""
    path = tmp_path / "store.db"
    async with SqliteStore.open(path) as store:
        await store.articles.add(many(200))
    whole = bytearray(path.read_bytes())
    whole[4096 * 3 : 4096 * 60] = os.urandom(4096 * 57)
    path.write_bytes(whole)
    try:
        async with SqliteStore.open(path) as store:
            wrong = await store.check()
    except StoreError as error:
        wrong = str(error)
    assert wrong


async def test_a_closed_store_says_so(tmp_path: Path) -> None:
    """Asking after the end is an error of the store."""
    async with SqliteStore.open(tmp_path / "store.db") as store:
        pass
    with pytest.raises(StoreError):
        await store.articles.count()
    with pytest.raises(StoreError):
        await store.articles.add([prepared()])
