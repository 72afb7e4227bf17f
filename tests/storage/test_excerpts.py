"""The piece of a text that shows why it was found."""

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.excerpts import EXCERPT_CHARS, excerpt

TEXTS = st.text(st.sampled_from("کتابپلشهر \n.‌ها"), max_size=900)


@given(TEXTS, st.lists(st.sampled_from([("کتاب",), ("پل",), ("شهر", "پل"), ("ب",)]), max_size=3))
def test_an_excerpt_is_a_slice_with_marks_on_words(text: str, wanted: list[tuple[str, ...]]) -> None:
    """The piece stands in the text, is short, and its marks are in order and inside it."""
    piece, marks = excerpt(text, [[phrase] for phrase in wanted])
    assert piece in text
    assert "\n" not in piece
    assert len(piece) <= EXCERPT_CHARS
    assert all(0 <= start < end <= len(piece) and piece[start:end].strip() == piece[start:end] for start, end in marks)
    assert list(marks) == sorted(marks)


def test_shows_the_place_with_most_of_the_words() -> None:
    """Of several places that one is shown where more of what was asked for stands together."""
    text = "پل بسته شد. " + "سخن دیگر. " * 60 + "شهر بی پل ماند. " + "سخن دیگر. " * 60
    piece, marks = excerpt(text, [[("پل",)], [("شهر",)]])
    assert piece.startswith("شهر بی پل")
    assert [piece[start:end] for start, end in marks] == ["شهر", "پل"]


def test_marks_a_phrase_only_where_it_stands() -> None:
    """The words of a phrase are not marked where they stand apart."""
    piece, marks = excerpt("سهام و بازار. بازار سهام آرام شد.", [[("بازار", "سهام")]])
    assert [(start, piece[start:end]) for start, end in marks] == [(14, "بازار"), (20, "سهام")]
