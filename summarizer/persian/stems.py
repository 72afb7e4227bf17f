"""Words for ranking: stems, fast. One regular expression finds the words, a bounded cache remembers their stems.

Index terms, which must meet a reader's query in every spelling, live in ``terms``; hazm's slower words in ``words``.
"""

import re

from summarizer.persian.letters import fold

MAX_CACHED = 1 << 16
MAX_WORD_CHARS = 64  # a longer run is no word; what is past this is not looked at
_WORD = re.compile(r"[^\W_][\w\u200c]*")
_ENDING = re.compile(r"(.{2,64}?)(?:ها|های|هایی|هایش|هایشان|ترین|تر|ی)")
_cache: dict[str, str] = {}


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text, in order.

    Args:
        text: any text.

    Returns:
        One stem for each word; a word is a run of letters and digits, half-spaces within it included.
    """
    known = _cache.get
    return [known(word) or _learn(word) for word in _WORD.findall(text)]


def _learn(word: str) -> str:
    """Stem a word and remember it; a full cache is emptied, which costs less than keeping track of age."""
    if len(_cache) >= MAX_CACHED:
        _cache.clear()
    folded = fold(word[:MAX_WORD_CHARS]) or word[:MAX_WORD_CHARS]
    match = _ENDING.fullmatch(folded)
    stem = match[1] if match and len(match[1]) > 2 else folded
    if len(word) <= MAX_WORD_CHARS:
        _cache[word] = stem
    return stem
