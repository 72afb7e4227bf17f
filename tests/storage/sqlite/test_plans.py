"""How SQLite means to answer: along an index, never by reading a whole table or sorting it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.sqlite import arrivals, articles, quotations, reading, searching
from bot.storage.sqlite.migrate import MIGRATIONS, statements

QUERIES = {
    f"{module.__name__.rsplit('.', 1)[1]}{name}{key}": sql
    for module in (arrivals, articles, quotations, reading, searching)
    for name, given in vars(module).items()
    if name.isupper()
    for key, sql in (given.items() if isinstance(given, dict) else [("", given)])
    if isinstance(sql, str) and sql.startswith(("SELECT", "WITH"))
}
READS_ALL = {"quotations_WORDS"}  # the list of speakers' words, read only when a name is unknown
SORTS_FEW = {
    "articles_OTHERS_OF_STORY",
    "arrivals_BY_FINGERPRINT",
    "quotations_BY_WORDS",
    "quotations_ROLE",
    "quotations_SAID",
    "searching_RANKED",
    "searching_SHOWN",
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A connection to an empty store's schema."""
    path: Path = tmp_path_factory.mktemp("plans") / "store.db"
    with closing(sqlite3.connect(path)) as opened:
        for statement in statements((MIGRATIONS.parent / "schema.sql").read_text(encoding="utf-8")):
            opened.execute(statement)
        yield opened


@pytest.mark.parametrize("name", QUERIES)
def test_answers_along_an_index(connection: sqlite3.Connection, name: str) -> None:
    """No query walks through a whole table, and only those over a few rows sort them."""
    sql = QUERIES[name]
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", ("1",) * sql.count("?"))]
    walks = [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step and "CONSTANT" not in step]
    by_time = {"SCAN articles USING INDEX articles_by_time", "SCAN a USING INDEX articles_by_time"}
    in_order = by_time | {"SCAN topics", "SCAN (subquery-1)", "SCAN chosen"}
    assert [step for step in walks if step not in in_order] == [] or name in READS_ALL
    assert not any("TEMP B-TREE" in step for step in plan) or name in SORTS_FEW
