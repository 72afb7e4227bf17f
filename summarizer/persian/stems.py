"""Stems for ranking, fast. Index terms, which must meet a reader's query in every spelling, live in ``terms``."""

from typing import Final

from summarizer.persian.letters import ZWNJ, fold

MAX_WORD_CHARS: Final = 64  # a longer run is no word
# Letters that ``fold`` leaves: by far the most words have no other.
_FOLDED: Final = "ایرنودتمهسبکشگزقفلعپخآجحچصطضغذثظژء0123456789abcdefghijklmnopqrstuvwxyz"
_ENDINGS: Final = {  # by their last letter, the longest first
    "ی": ("هایی", "های", "ی"),
    "ا": ("ها",),
    "ش": ("هایش",),
    "ن": ("هایشان", "ترین"),
    "ر": ("تر",),
}
_LEAST_LEFT: Final = 2
_LEAST_STEM: Final = 3


def stem(word: str) -> str:
    """A word in its folded form, without one ending.

    Args:
        word: of letters and digits, half-spaces included; at most ``MAX_WORD_CHARS``.
    """
    joined = word.replace(ZWNJ, "")
    folded = (fold(word) if joined.strip(_FOLDED) else joined) or word
    for ending in _ENDINGS.get(folded[-1], ()):
        if folded.endswith(ending) and len(folded) - len(ending) >= _LEAST_LEFT:
            left = folded.removesuffix(ending)
            return left if len(left) >= _LEAST_STEM else folded
    return folded
