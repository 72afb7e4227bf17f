"""Words as the attribution grammar reads them: tokens with offsets, and the closed classes it decides by.

Lives here: function words, finite verbs, time words, read from ``attribution_words.txt``. Open classes (roles, names) are in
``lexicon``.
"""

import re
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import final

from summarizer.persian.letters import align

_CLASSES = Path(__file__).parents[1] / "data" / "attribution_words.txt"

_SILENT_CHARS = "\u200c\u200e\u200f\u00ad\u0640\u064b-\u0652"
_USUAL = "\u0620-\u064a\u0671-\u06d3a-zA-Z0-9"  # said before \\w, which covers it but is slow to ask
_TOKEN = re.compile(f"([{_USUAL}\\w][{_USUAL}\\w{_SILENT_CHARS}]*|[^\\w\\s{_SILENT_CHARS}])")
_SILENT = re.compile(f"[{_SILENT_CHARS}]")


@final
class Token:
    """A word or a mark. A plain class, for nothing is made as often, and compiled its fields cost nothing to read.

    Args:
        word: its letters without half-spaces and diacritics.
        start: offset of the first character.
        end: offset past the last one.
    """

    __slots__ = ("end", "start", "word")

    def __init__(self, word: str, start: int, end: int) -> None:
        self.word = word
        self.start = start
        self.end = end


def tokens(aligned: str, start: int, end: int) -> list[Token]:
    """Split a stretch of an aligned text into words and marks."""
    parts = _TOKEN.split(aligned[start:end])  # what parts the tokens and the tokens in turn
    words = parts[1::2]
    joined = "\n".join(words)  # no token holds a line end
    if _SILENT.search(joined):
        words = _SILENT.sub("", joined).split("\n")
    places = list(accumulate(map(len, parts), initial=start))
    return [Token(word, first, past) for word, first, past in zip(words, places[1:-1:2], places[2::2], strict=True)]


def _read() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in _CLASSES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            words.update(_SILENT.sub("", align(line)).split())
    return {name: frozenset(members) for name, members in sections.items()}


_SECTIONS = _read()


def closed_class(name: str) -> frozenset[str]:
    """The words of one section of ``attribution_words.txt``, as ``Token.word`` has them.

    Args:
        name: the section's heading; KeyError when there is none.
    """
    return _SECTIONS[name]


OPENING = frozenset("«“\"‹《'‘")
CLOSING = frozenset("»”\"›》'’")
COMMAS = frozenset("،,؛;")
PRONOUNS = closed_class("pronouns")
DEMONSTRATIVES = closed_class("demonstratives")
PREPOSITIONS = closed_class("prepositions")
ADVERBS = closed_class("adverbs")
HARD_ADVERBS = ADVERBS - closed_class("adverbs that also open a noun phrase")
MONTHS = closed_class("months")  # also names and outlets («دی یانگ», «مهر»): a time only after a number
TIME_NOUNS = closed_class("time nouns")
PARTICIPLES = closed_class("participles")
_VERBS = closed_class("finite verbs")
_NO_VERBS = closed_class("no finite verbs though shaped like one")
_MI_VERB = re.compile(r"ن?می\w{1,14}(?:د|م|ت)\Z")
_ENDINGS = re.compile(r"\w{2,}(?:هاند|هایم|خواهند|خواهد|[دت]یم)\Z")


@lru_cache(maxsize=1 << 14)
def is_finite(word: str) -> bool:
    """Whether a word is a finite verb form, as far as its shape tells."""
    if word in _VERBS:
        return True
    if word in _NO_VERBS:
        return False
    if word.startswith(("می", "نمی")):
        return _MI_VERB.match(word) is not None
    if word.endswith("است"):
        return len(word) > _MIN_COPULA
    return _ENDINGS.match(word) is not None


_MIN_COPULA = 5  # «عملگراست» ends in one, «ماست» does not
