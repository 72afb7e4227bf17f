"""Expressions for FTS5."""

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.sqlite import fts


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12), min_size=1, max_size=4))
def test_nothing_a_person_types_is_syntax(words: list[str]) -> None:
    """Any words make an expression that FTS5 takes."""
    parts = [fts.word(one) for one in words]
    asked = fts.all_of([fts.any_of(parts), fts.beginning(words[0]), fts.in_column("a", fts.phrase(words))])
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a, b)")
        assert connection.execute("SELECT * FROM t WHERE t MATCH ?", (asked,)).fetchall() == []


def test_empty_parts_are_left_out() -> None:
    """An operator stands only between parts."""
    assert fts.all_of(["", fts.word("a"), ""]) == '("a")'
    assert fts.any_of(["", ""]) == ""
