"""A file's schema: versions, order, other people's files."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest

from bot.errors import StoreError, StoreIsNewer
from bot.storage.sqlite.connection import APPLICATION_ID, open_database
from bot.storage.sqlite.migrate import MIGRATIONS, migrate, migrations, statements
from bot.storage.sqlite.store import SqliteStore
from tests.storage.making import prepared


def schema_of(path: Path) -> list[tuple[str, str]]:
    """Every table, index and view of a file, with its SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema"))


async def test_the_schema_is_the_sum_of_the_migrations(tmp_path: Path) -> None:
    """schema.sql, which people read, is what the migrations make."""
    async with SqliteStore.open(tmp_path / "migrated.db"):
        pass
    with closing(sqlite3.connect(tmp_path / "read.db")) as connection:
        for statement in statements((MIGRATIONS.parent / "schema.sql").read_text(encoding="utf-8")):
            connection.execute(statement)
    assert schema_of(tmp_path / "read.db") == schema_of(tmp_path / "migrated.db")


def test_migrations_are_numbered_without_a_gap() -> None:
    """The files count up from one; no two share a number."""
    files = sorted(MIGRATIONS.glob("*.sql"))
    assert [int(path.name[:4]) for path in files] == list(range(1, len(files) + 1))
    assert list(migrations()) == list(range(1, len(files) + 1))


async def test_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    """A store that is up to date is opened as it is."""
    for expected in (0, 1):
        async with SqliteStore.open(tmp_path / "store.db") as store:
            assert await store.articles.count() == expected
            await store.articles.add([prepared()])


async def test_only_what_is_missing_is_applied(tmp_path: Path) -> None:
    """An older file gets the later migrations, in order, and keeps its rows."""
    first, second = tmp_path / "0001_one.sql", tmp_path / "0002_two.sql"
    first.write_text("CREATE TABLE one (x INTEGER);\nINSERT INTO one VALUES (1);\n", encoding="utf-8")
    async with open_database(tmp_path / "store.db") as database:
        assert await migrate(database, tmp_path) == 1
        second.write_text("ALTER TABLE one ADD COLUMN y INTEGER; -- later\nUPDATE one SET y = 2;\n", encoding="utf-8")
        assert await migrate(database, tmp_path) == 2
        assert [tuple(row) for row in await database.rows("SELECT x, y FROM one")] == [(1, 2)]


async def test_a_failed_migration_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """Half a migration is none."""
    (tmp_path / "0001_one.sql").write_text("CREATE TABLE one (x INTEGER);\nCREATE TABLE one (x INTEGER);\n", encoding="utf-8")
    async with open_database(tmp_path / "store.db") as database:
        with pytest.raises(StoreError):
            await migrate(database, tmp_path)
        assert await database.rows("SELECT * FROM sqlite_schema") == []
        assert (await database.rows("PRAGMA user_version"))[0][0] == 0


async def test_a_later_file_is_refused_untouched(tmp_path: Path) -> None:
    """A file that a later version of the program wrote is left alone, and both versions are named."""
    path = tmp_path / "store.db"
    async with SqliteStore.open(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreIsNewer) as refused:
        async with SqliteStore.open(path):
            pass
    assert (refused.value.found, refused.value.known) == (999, max(migrations()))


async def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    """Another program's database, a text, a folder and a missing folder are refused with a reason, and not written to."""
    foreign, text = tmp_path / "foreign.db", tmp_path / "text.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    left = foreign.read_bytes()
    text.write_text("این پایگاه داده نیست\n" * 200, encoding="utf-8")
    before = text.read_bytes()
    for path, reason in (
        (foreign, "another program"),
        (text, "not a database"),
        (tmp_path, "cannot be"),
        (tmp_path / "a" / "b", "cannot be"),
    ):
        with pytest.raises(StoreError, match=reason):
            async with SqliteStore.open(path):
                pass
    assert (text.read_bytes(), foreign.read_bytes()) == (before, left)


async def test_what_another_program_has_not_written_back_is_left_to_it(tmp_path: Path) -> None:
    """A look at its database does not carry its log into the file."""
    at_work, left, log = tmp_path / "at_work.db", tmp_path / "left.db", tmp_path / "left.db-wal"
    with closing(sqlite3.connect(at_work)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()
        copy(at_work, left)
        copy(f"{at_work}-wal", log)
    before = (left.read_bytes(), log.read_bytes())
    with pytest.raises(StoreError, match="another program"):
        async with SqliteStore.open(left):
            pass
    assert (left.read_bytes(), log.read_bytes()) == before


def test_a_trigger_is_one_statement() -> None:
    """The semicolons inside a trigger do not end it."""
    script = "CREATE TRIGGER t AFTER DELETE ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;\nSELECT 1; -- one\n"
    assert [one.split()[0] for one in statements(script)] == ["CREATE", "SELECT"]
    assert int.from_bytes(b"GZDH") == APPLICATION_ID
