"""Where head words of cues may stand."""

import pytest

from summarizer.persian.letters import align, spaced
from summarizer.quotes.heads import ALONE, FIRST, LATER, beginnings_of, head, place_in_head, without_gaps


@pytest.mark.parametrize(
    ("word", "place", "not_place"),
    [
        ("گفت", ALONE, FIRST),
        ("گفتند", ALONE, FIRST),
        ("می‌گوید", ALONE, FIRST),
        ("به", FIRST, ALONE),
        ("گفته‌ی", ALONE | LATER, FIRST),
        ("به‌گفته", ALONE, FIRST),
        ("این", FIRST | LATER, ALONE),
        ("پل", 0, ALONE | FIRST | LATER),
        ("ناگفته", 0, ALONE | FIRST | LATER),
        ("گفت" * 90, ALONE, FIRST),
    ],
)
def test_a_word_tells_where_in_a_head_word_it_may_stand(word: str, place: int, not_place: int) -> None:
    """By itself, first of several, after others; half-spaces do not matter."""
    assert place_in_head(word) & place == place
    assert not place_in_head(word) & not_place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("شهردار گفت: پل باز است", ["گفت"]),
        ("به شهردار رسید", []),
        ("به گفته شهردار", ["به", "گفته"]),
        ("شایان   ذکر است", ["شایان"]),
        ("به، و سپس گفته", ["گفته"]),
        ("", []),
    ],
)
def test_what_needs_a_word_after_it_counts_only_with_one(text: str, words: list[str]) -> None:
    """«به» of «به گفته» may begin a head word, that of «به شهردار» may not."""
    aligned = spaced(align(text))
    assert [aligned[at:].split(" ")[0] for at in beginnings_of(aligned)] == words


def test_heads_are_known_without_their_gaps() -> None:
    """However a head word is written, it is the same one."""
    for text in ("به گفته", "به‌گفته", "بهگفته", "به  گفته"):
        match = head().match(text)
        assert match
        assert without_gaps(match[0]) == "بهگفته"
