"""hazm's words and stop words, for the classic rankers. The only door to hazm, which loads when first asked: a second or so."""

from collections.abc import Callable
from functools import cache
from typing import Final

from summarizer.persian.letters import align

MAX_CHARS: Final = 20_000  # of one sentence; hazm takes what is longer as a whole and slowly


def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence as hazm parts them, without marks.

    Args:
        text: a sentence.
    """
    return tuple(word for word in _tokenize()(align(text[:MAX_CHARS])) if any(char.isalnum() for char in word))


@cache
def stop_words() -> frozenset[str]:
    """hazm's list of words that say nothing about a subject."""
    from hazm import stopwords_list

    return frozenset(align(word) for word in stopwords_list())


@cache
def _tokenize() -> Callable[[str], list[str]]:
    from hazm import WordTokenizer

    tokenize: Callable[[str], list[str]] = WordTokenizer().tokenize
    return tokenize
