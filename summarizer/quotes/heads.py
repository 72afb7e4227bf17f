"""The head words of cues («گفت», «به گفته»), and where in a text they may stand, told by looking at each word once.

What follows a head word and makes it a cue is read in ``cues``.
"""

import re
from functools import cache, lru_cache
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.letters import plainly_spaced
from summarizer.persian.patterns import one_of
from summarizer.quotes.cue_forms import ENTRIES

_GAP: Final = r"[\x20\u200c\u0654]{0,3}"  # «بر پایهٔ گفتهٔ»
_GAP_CHARS: Final = 3
_LONGEST: Final = 64  # characters; no head word comes near
_GAPS: Final = str.maketrans(dict.fromkeys("\x20\u200c\u0654", None))
ALONE: Final = 1
FIRST: Final = 2
LATER: Final = 4


def with_gaps(pattern: str) -> re.Pattern[str]:
    """A pattern whose «_» stand for a space or a half-space, doubled or lost."""
    return re.compile(pattern.replace("_", _GAP))


def without_gaps(words: str) -> str:
    """Words as the heads are known: «به_گفته» and «به گفته» are «بهگفته»."""
    return words.translate(_GAPS).replace("_", "")


@cache
def head() -> re.Pattern[str]:
    """All head words in one pattern."""
    return with_gaps(one_of(_heads()))


def place_in_head(word: str) -> int:
    """Where in a head word a word of a text may stand.

    Args:
        word: as it is written between two spaces.

    Returns:
        A sum of ``ALONE`` (it begins with a whole head word), ``FIRST`` and ``LATER`` (it is a part of one of several words, with
        others after it, or before it); 0 for most. What one word alone tells is a little too much, never too little.
    """
    return _place(word[:_LONGEST])


@lru_cache(maxsize=1 << 13)
def _place(word: str) -> int:
    alone, first, later, beginnings = _parts()
    bare = without_gaps(word)
    place = ALONE if bare.startswith(alone) else 0
    place += FIRST if bare in first else 0
    return place + (LATER if bare in beginnings or bare.startswith(later) else 0)


@mypyc_attr(acyclic=True)
@final
class Beginnings:
    """Gathers where the head words of a text may begin.

    Besides:
        places: offsets in rising order.
    """

    __slots__ = ("_first", "_past", "places")

    def __init__(self) -> None:
        self.places: list[int] = []
        self._first = -1  # offset of the last word that may be the first of several
        self._past = 0  # offset past it

    def pass_by(self, start: int, end: int, place: int) -> None:
        """Go past the next word that may stand in a head word.

        Args:
            start: offset of its first character.
            end: offset past its last.
            place: see ``place_in_head``.
        """
        if place & LATER and self._first >= 0 and start <= self._past + _GAP_CHARS:
            self.places.append(self._first)
        self._first = -1
        if place & ALONE:
            self.places.append(start)
        elif place & FIRST:
            self._first, self._past = start, end


def beginnings_of(parted: str) -> list[int]:
    """Where the head words of a text may begin.

    Args:
        parted: the text as ``spaced`` gives it.

    Returns:
        Offsets in rising order.
    """
    found = Beginnings()
    at = 0
    for word in plainly_spaced(parted).split(" "):
        place = place_in_head(word) if word else 0
        if place:
            found.pass_by(at, at + len(word), place)
        at += len(word) + 1
    return found.places


@cache
def _parts() -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...], frozenset[str]]:
    """Whole heads; what those of several words begin with; what follows it, whole; what that begins with. All without gaps."""
    parted = [head.split("_") for head in _heads()]
    first = {"".join(parts[:count]) for parts in parted for count in range(1, len(parts))}
    later = {"".join(parts[at:]) for parts in parted for at in range(1, len(parts))}
    middle = {"".join(parts[at:end]) for parts in parted for at in range(1, len(parts)) for end in range(at + 1, len(parts))}
    return tuple({"".join(parts) for parts in parted}), frozenset(first), tuple(later), frozenset(middle)


def _heads() -> set[str]:
    return {head for _, heads, _ in ENTRIES for head in heads.split()}
