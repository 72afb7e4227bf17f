"""Stems for ranking."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.letters import fold
from summarizer.persian.stems import stem


def test_spellings_and_endings_of_a_word_meet() -> None:
    """Arabic letters, half-spaces and plural endings make no other word."""
    assert {stem(word) for word in ("کتاب", "كتاب", "کتاب‌ها", "کتابهای", "کتاب‌هایی", "کتابهایشان")} == {"کتاب"}


def test_short_words_keep_their_letters() -> None:
    """What would leave fewer than three letters is no ending."""
    assert [stem(word) for word in ("بها", "ماهی", "تر")] == ["بها", "ماه", "تر"]


@given(st.from_regex(r"[^\W_][\w\u200c]{0,20}", fullmatch=True))
def test_every_word_has_a_stem(word: str) -> None:
    """Any letters and digits: the stem is never empty, and begins as the folded word does."""
    assert stem(word)
    assert (fold(word) or word).startswith(stem(word))
