"""A store that an earlier version of the program filled, opened by this one."""

import sqlite3
from contextlib import closing
from datetime import time, timedelta
from pathlib import Path
from shutil import copy

import pytest

from bot.errors import StoreError
from bot.model.alert import Preferences
from bot.model.chat import Chat, ChatKey
from bot.storage.sqlite.connection import open_database
from bot.storage.sqlite.migrate import MIGRATIONS, migrate
from bot.storage.sqlite.store import SqliteStore
from bot.storage.sqlite.values import microseconds
from tests.storage.making import NOON

SARA, TOPIC = ChatKey(5), ChatKey(-1001, 7)
AT = microseconds(NOON)
ROWS: dict[str, list[tuple[str | int | None, ...]]] = {
    "articles": [
        (1, None, "a", "زلزله در یزد", "نمونه", AT, 1, "", "import", "", "", AT, 1, "زمین لرزید."),
        (2, None, "b", "سیل در ساری", "نمونه", AT, 1, "", "import", "", "", AT, 2, "آب آمد."),
    ],
    "briefs": [(1, '["زمین لرزید."]'), (2, '["آب آمد."]')],
    "chats": [(5, 0, "private", "", "Europe/Berlin"), (-1001, 7, "supergroup", "گروه", "Asia/Tehran")],
    "wishes": [(-1001, 7, "Asia/Kabul", "digest", '["07:30:00"]', "23:00:00", "06:00:00", 1, AT)],
    "subscriptions": [(1, 5, 0, "زلزله", AT, 0, 0), (2, 5, 0, "سیل", AT, 1, 0), (3, -1001, 7, "سیل", AT, 0, 0)],
    "outbox": [(1, 5, 0, 1, 1, AT, AT, 0, 0, 0), (2, -1001, 7, 2, 2, AT, AT, 1, 1, 3)],
    "outbox_causes": [(1, 1), (2, 3)],
    "told": [(2, 5, 0, 2, 2, AT)],
    "brought": [(1, AT, 2)],
}


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A file of schema version 3 with chats, wishes, subscriptions and alerts in it."""
    folder = tmp_path / "until_3"
    folder.mkdir()
    for file in sorted(MIGRATIONS.glob("000[123]_*.sql")):
        copy(file, folder)
    async with open_database(tmp_path / "store.db") as database:
        assert await migrate(database, folder) == 3
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        for table, rows in ROWS.items():
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        connection.commit()
    return tmp_path / "store.db"


async def test_a_filled_store_of_version_3_keeps_all_that_is_in_it(path: Path) -> None:
    """Chats, wishes, subscriptions, what they brought, and what was told are there after the upgrade."""
    async with SqliteStore.open(path, now=lambda: NOON) as store:
        assert await store.chats.get(SARA) == Chat(SARA, "private", "")
        assert await store.chats.get(TOPIC) == Chat(TOPIC, "supergroup", "گروه")
        assert await store.wishes.get(TOPIC) == Preferences("Asia/Kabul", "digest", (time(7, 30),), time(23), time(6), True, NOON)
        assert [(one.query, one.paused) for one in await store.subscriptions.of_chat(SARA)] == [("زلزله", False), ("سیل", True)]
        assert await store.subscriptions.brought(SARA, NOON) == {1: 1}
        assert await store.outbox.told_at([SARA], NOON) == {SARA: (NOON,)}
        assert await store.check() == ""


async def test_alerts_that_waited_in_version_3_are_claimed(path: Path) -> None:
    """What waited is handed out with its causes, its attempts and its kind."""
    async with SqliteStore.open(path, now=lambda: NOON) as store:
        claimed = await store.outbox.claim(NOON, timedelta(minutes=1), chats=9)
        (first,), (second,) = claimed[SARA], claimed[TOPIC]
        assert (first.id, first.article_id, first.queries, first.attempts, first.development) == (1, 1, ("زلزله",), 0, False)
        assert (second.id, second.article_id, second.queries, second.attempts, second.development) == (2, 2, ("سیل",), 3, True)


async def test_an_upgrade_that_is_cut_off_is_made_at_the_next_start(path: Path, tmp_path: Path) -> None:
    """A migration that fails at its end leaves version 3 with its rows; the next start brings the store up to date."""
    broken = tmp_path / "until_3" / "0004_delivery.sql"
    broken.write_text((MIGRATIONS / broken.name).read_text(encoding="utf-8") + "SELECT no_such_thing;\n", encoding="utf-8")
    async with open_database(path) as database:
        with pytest.raises(StoreError, match="no_such_thing"):
            await migrate(database, broken.parent)
        assert (await database.rows("PRAGMA user_version"))[0][0] == 3
        assert (await database.rows("SELECT zone FROM chats WHERE chat_id = 5"))[0][0] == "Europe/Berlin"
    async with SqliteStore.open(path, now=lambda: NOON) as store:
        assert await store.outbox.count() == 2
