"""Stored articles through the present program again."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.ingest.importer import import_files
from bot.ingest.reindex import reindex
from bot.model.article import Brief
from bot.storage.sqlite.store import SqliteStore
from tests.storage.making import NOON, prepared

SEEDS = Path(__file__).parents[2] / "seeds"
DERIVED = ("briefs", "names", "words", "story_keys", "story_sketches", "title_words", "quotations", "article_topics", "articles")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A store with the seeds."""
    async with SqliteStore.open(tmp_path / "store.db", now=lambda: NOON) as opened:
        await import_files([SEEDS], opened.articles)
        yield opened


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of what is derived, and of the articles."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=str) for table in DERIVED}


async def test_the_same_program_makes_the_same_again(store: SqliteStore, tmp_path: Path) -> None:
    """Nothing is lost, nothing is there twice, however often."""
    before = content(tmp_path / "store.db")
    for _ in range(2):
        assert await reindex(store.reindexing) == await store.articles.count()
        assert content(tmp_path / "store.db") == before


async def test_what_an_older_program_left_is_made_good(store: SqliteStore, tmp_path: Path) -> None:
    """Briefs, words, names and stems that differ come out as this program makes them; progress is told in articles."""
    before = content(tmp_path / "store.db")
    with sqlite3.connect(tmp_path / "store.db") as connection:
        connection.execute("UPDATE briefs SET sentences = '[]'")
        connection.execute("UPDATE words SET text = 'دیروز'")
        connection.execute("UPDATE title_words SET stem = word || 'ها'")
        connection.execute("UPDATE articles SET fingerprint = 'x'")
    connection.close()
    done: list[int] = []
    await reindex(store.reindexing, progress=done.append)
    assert content(tmp_path / "store.db") == before
    assert sum(done) == len(before["articles"])


async def test_an_article_that_changed_meanwhile_is_left_to_its_own_storing(store: SqliteStore) -> None:
    """Its new brief is not overwritten by one of its old text, and one that is gone does not come back."""
    (stored,) = await store.articles.add([prepared("پل تازه باز شد", url="https://example.org/p")])
    (read,) = await store.reindexing.after(stored.id - 1, limit=1)
    changed = prepared("پل تازه باز شد", "متن دیگری آمد.", url="https://example.org/p")
    await store.articles.add([changed])
    assert await store.reindexing.put([(read, Brief(("کهنه",))), (replace(read, id=10**6), Brief(("هیچ",)))]) == 0
    kept = await store.articles.brief(stored.id)
    assert kept is not None
    assert kept.sentences == changed.brief.sentences
