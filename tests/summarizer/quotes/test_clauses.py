"""Bounds of sentences and clauses."""

import pytest

from summarizer.persian.places import places_of
from summarizer.quotes.clauses import SENTENCE_MARKS, Paragraph, clause_start, sentence_at, sentence_ends
from summarizer.quotes.words import tokens


def ends_of(text: str) -> list[int]:
    """Where the sentences of a paragraph end."""
    return sentence_ends(text, places_of(text, SENTENCE_MARKS), len(text))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    ends = ends_of(text)
    starts = [0, *ends]
    return [part for start, end in zip(starts, ends, strict=False) if (part := text[start:end].strip())]


SENTENCES = [
    ("راه باز است. هوا سرد است.", 2),
    ("راه باز است.وی رفت.", 2),
    ("راه باز است .وی رفت.", 2),
    ("قیمت ۲.۵ درصد و شاخص 3.4 است.", 1),
    ("شرکت آی.پی.ام آمد.", 1),
    ("آمد... و رفت.", 1),
    ("گفت: «راه باز است. هوا سرد است.» رفت.", 2),
    ("گفت: «راه باز است. هوا سرد است.", 2),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences_end_where_they_do(text: str, count: int) -> None:
    """Stops with their space lost or moved count; those in numbers, initials, ellipses and balanced marks do not."""
    assert len(sentences(text)) == count


def test_a_place_knows_its_sentence() -> None:
    """Bounds are offsets into the text."""
    text = "راه باز است. هوا سرد است."
    start, end = sentence_at(Paragraph(0, len(text), ends_of(text), []), text.index("هوا"))
    assert text[start:end].strip() == "هوا سرد است."


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("رضوی از راه خبر داد و", "و"),
        ("راه باز است، رضوی", "، رضوی"),
        ("این در حالی است که رضوی", "که رضوی"),
        ("رضوی در گفت و گو با ایرنا", "رضوی در گفت و گو با ایرنا"),
        ("رضوی وزیر راه و شهرسازی", "رضوی وزیر راه و شهرسازی"),
    ],
)
def test_a_clause_begins_after_a_finite_verb(before: str, clause: str) -> None:
    """«و», a comma or «که» begin one only when a verb has closed the one before."""
    words = tokens(before, 0, len(before))
    first, _ = clause_start(words)
    assert before[words[first].start :] == clause
