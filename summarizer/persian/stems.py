"""Words for ranking: stems, fast. A bounded cache remembers what words stand between two spaces, and their stems.

Index terms, which must meet a reader's query in every spelling, live in ``terms``; hazm's slower words in ``words``.
"""

import re
from itertools import chain

from summarizer.persian.letters import fold

MAX_CACHED = 1 << 16
MAX_WORD_CHARS = 64  # a longer run is no word; what is past this is not looked at
_WORD = re.compile(r"[^\W_][\w\u200c]*")
_ENDING = re.compile(r"(.{2,64}?)(?:ها|های|هایی|هایش|هایشان|ترین|تر|ی)")


class _Stems(dict[str, tuple[str, ...]]):
    """What stands between two spaces, to the stems of the words in it: mostly one, as in «تهران،»."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        """Stem the words and remember them; a full cache is emptied, which costs less than keeping track of age."""
        if len(self) >= MAX_CACHED:
            self.clear()
        stems = tuple(_stem(word[:MAX_WORD_CHARS]) for word in _WORD.findall(chunk))
        if len(chunk) <= MAX_WORD_CHARS:
            self[chunk] = stems
        return stems


_stems = _Stems()


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text, in order.

    Args:
        text: any text.

    Returns:
        One stem for each word; a word is a run of letters and digits, half-spaces within it included.
    """
    return list(chain.from_iterable(map(_stems.__getitem__, text.split())))


def _stem(word: str) -> str:
    """A word in its folded form, without one ending."""
    folded = fold(word) or word
    match = _ENDING.fullmatch(folded)
    return match[1] if match and len(match[1]) > 2 else folded
