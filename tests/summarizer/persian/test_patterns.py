"""Patterns for many words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.patterns import one_of

WORDS = st.lists(st.text("ابپ. +", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=8)


@given(WORDS, st.text("ابپ. +", max_size=6))
def test_a_tree_matches_what_the_list_of_words_matches(words: list[str], text: str) -> None:
    """Whole texts: any of the words and nothing else; signs of patterns stand for themselves."""
    assert bool(re.fullmatch(one_of(words), text)) == (text in words)


@given(WORDS, st.text("ابپ. +", max_size=8))
def test_the_longest_word_is_tried_first(words: list[str], text: str) -> None:
    """At the beginning of a text, the longest of the words that stand there."""
    match = re.match(one_of(words), text)
    assert (match[0] if match else "") == max((word for word in words if text.startswith(word)), key=len, default="")


def test_a_space_that_may_be_missing_is_two_spellings() -> None:
    """Each of several in a word by itself."""
    pattern = re.compile(one_of(["بر ?اساس ?این", "طبق"]))
    assert [bool(pattern.fullmatch(text)) for text in ("بر اساس این", "براساس این", "براساساین", "بر  اساس این", "طبق")] == [
        *(True, True, True, False, True)
    ]
