"""Words for ranking."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.stems import stems_of


def test_spellings_and_endings_of_a_word_meet() -> None:
    """Arabic letters, half-spaces and plural endings make no other word."""
    assert len(set(stems_of("کتاب كتاب کتاب‌ها کتابهای کتاب‌هایی"))) == 1


def test_short_words_keep_their_letters() -> None:
    """What would leave fewer than three letters is no ending."""
    assert stems_of("بها ماهی تر") == ["بها", "ماه", "تر"]


@given(st.text(max_size=200))
def test_every_word_has_a_stem(text: str) -> None:
    """Any Unicode: no stem is empty, and asking twice gives the same."""
    assert all(stems_of(text))
    assert stems_of(text) == stems_of(text)
