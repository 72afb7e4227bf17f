"""The words of a sentence as the ranker weighs them: those of content, with their stems and how rare these are.

A bounded memory keeps stem and rarity of each written word. Most of the time of a summary once went into such looks; so a word
costs one, and a function word leads nowhere.
"""

import re
from typing import Final

from summarizer.persian.stems import MAX_WORD_CHARS, stem
from summarizer.rank.background import rarity, unseen

MAX_REMEMBERED: Final = 1 << 16
LEAST_RARITY: Final = 2.0  # what is in more than one of seven articles says little about what one is about

Weighted = tuple[str, float]
"""A stem and its inverse document frequency."""

_WORD: Final = re.compile(rf"[^\W_][\w\u200c]{{0,{MAX_WORD_CHARS - 1}}}")
_MARKS: Final = "،؛:.!؟?«»\"'“”‘’()[]{}<>-–—ـ_/\\|*•…%٪٫٬۔=+#@&~^`$°"


def spaced(text: str) -> str:
    """A text of the same length with a space in the place of every usual mark, so that ``split`` gives its words.

    Args:
        text: any text.
    """
    for mark in _MARKS:  # a dozen replacements are several times as fast as a look at every character
        if mark in text:
            text = text.replace(mark, " ")
    return text


class _Contents(dict[str, Weighted | None]):
    """Written words to their stems and rarities; None for those that say nothing about a subject."""

    def __missing__(self, word: str) -> Weighted | None:
        """Weigh a word and remember it; a full memory is emptied, which costs less than keeping track of age."""
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        root = stem(word) if word.isalnum() and len(word) <= MAX_WORD_CHARS else _root(word)
        rare = rarity().get(root, unseen())
        weighted = (root, rare) if root and rare >= LEAST_RARITY else None
        if len(word) <= MAX_WORD_CHARS:
            self[word] = weighted
        return weighted


def _root(word: str) -> str:
    """The stem of the first run of letters and digits in a word with other characters."""
    inner = _WORD.search(word)
    return stem(inner[0]) if inner else ""


_contents: Final = _Contents()


def content_of(words: list[str]) -> tuple[Weighted, ...]:
    """The words of content, in order, with their rarities.

    Args:
        words: written words, as the ``split`` of ``spaced`` gives them.
    """
    return tuple(filter(None, map(_contents.__getitem__, words)))
