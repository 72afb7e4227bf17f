"""The words of a sentence as the ranker weighs them: those of content, with their stems and how rare these are.

A bounded memory keeps stem and rarity of each written word. Most of the time of a summary once went into such looks; so a word
costs one, and a function word leads nowhere.
"""

import re
from typing import Final, final

from summarizer.persian.stems import MAX_WORD_CHARS, stem
from summarizer.rank.background import rarity, unseen
from summarizer.rank.telling import SIGNALS

MAX_REMEMBERED: Final = 1 << 16
LEAST_RARITY: Final = 2.0  # what is in more than one of seven articles says little about what one is about

_WORD: Final = re.compile(rf"[^\W_][\w\u200c]{{0,{MAX_WORD_CHARS - 1}}}")


@final
class Word:
    """What is known of a written word.

    Args:
        stem: its stem; '' where it says nothing about a subject.
        rarity: the inverse document frequency of the stem; 0 where there is none.
        signals: whether it tells who has the word, see ``telling``.
    """

    __slots__ = ("rarity", "signals", "stem")

    def __init__(self, stem: str, rarity: float, *, signals: bool) -> None:
        self.stem = stem
        self.rarity = rarity
        self.signals = signals


_PLAIN: Final = Word("", 0.0, signals=False)  # what a function word is
_known: Final[dict[str, Word]] = {}


def read_words(written: list[str]) -> tuple[list[Word], list[str]]:
    """Look the words of a sentence up.

    Args:
        written: as the ``split`` of ``spaced`` gives them.

    Returns:
        Those of content, and those that tell who has the word as they are written; each in order.
    """
    content: list[Word] = []
    signals: list[str] = []
    for one in written:
        word = _known.get(one)
        if word is None:
            word = _learn(one)
        if word is _PLAIN:
            continue
        if word.stem:
            content.append(word)
        if word.signals:
            signals.append(one)
    return content, signals


def _learn(written: str) -> Word:
    """Weigh a word and remember it; a full memory is emptied, which costs less than keeping track of age."""
    if len(_known) >= MAX_REMEMBERED:
        _known.clear()
    root = stem(written) if written.isalnum() and len(written) <= MAX_WORD_CHARS else _root(written)
    rare = rarity().get(root, unseen())
    signals = written in SIGNALS
    if root and rare >= LEAST_RARITY:
        word = Word(root, rare, signals=signals)
    else:
        word = Word("", 0.0, signals=True) if signals else _PLAIN
    if len(written) <= MAX_WORD_CHARS:
        _known[written] = word
    return word


def _root(word: str) -> str:
    """The stem of the first run of letters and digits in a word with other characters."""
    inner = _WORD.search(word)
    return stem(inner[0]) if inner else ""
