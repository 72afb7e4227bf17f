"""What is known of Persian words: how often each occurs, where half-spaces stand in it, and weights for words never seen.

The lists are data files made by ``tests/bench/make_word_lists.py``; they load when first asked for. Keys are words as ``align``
gives them, without half-spaces. No decision is taken here.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from summarizer.persian.letters import ZWNJ

_WEIGHT_UNIT: Final = 100


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists.

    Args:
        known: words that are written without a half-space, each with the number of binary digits of its count.
        splits: words written with half-spaces, each with the places: how many letters stand before each half-space.
        weights: feature to weight, of the model for words in neither list.
        firsts: what stands before a half-space in ``splits``, with the number of words that have it there.
        lasts: what stands after one, likewise.
    """

    known: dict[str, int]
    splits: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    firsts: Counter[str]
    lasts: Counter[str]


def places(word: str) -> tuple[int, ...]:
    """How many letters stand before each half-space of a word."""
    found, letters = [], 0
    for part in word.split(ZWNJ)[:-1]:
        letters += len(part)
        found.append(letters)
    return tuple(found)


def lexicon_of(known: dict[str, int], splits: dict[str, tuple[int, ...]], weights: dict[str, float]) -> Lexicon:
    """The lists, with the parts of ``splits`` counted."""
    firsts = Counter(word[:place] for word, found in splits.items() for place in found)
    lasts = Counter(word[place:] for word, found in splits.items() for place in found)
    return Lexicon(known, splits, weights, firsts, lasts)


@cache
def lexicon() -> Lexicon:
    """The shipped lists, read once."""
    return lexicon_of(_known(), _splits(), _weights())


def _lines(name: str) -> list[str]:
    text = (files("summarizer") / "data" / name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def _known() -> dict[str, int]:
    known: dict[str, int] = {}
    for line in _lines("words.txt"):
        digits, _, words = line.partition("\t")
        known.update(dict.fromkeys(words.split(" "), int(digits)))
    return known


def _splits() -> dict[str, tuple[int, ...]]:
    return {word.replace(ZWNJ, ""): places(word) for line in _lines("half_spaces.txt") for word in line.split(" ")}


def _weights() -> dict[str, float]:
    weights = {}
    for line in _lines("half_space_weights.txt"):
        value, _, features = line.partition("\t")
        weights.update(dict.fromkeys(features.split(" "), int(value) / _WEIGHT_UNIT))
    return weights


@cache
def readings() -> dict[str, float]:
    """Log odds of «های» against «ه‌ای»: of a word, of one before it («<» first), of one after it («>» first), of both."""
    rows = (line.partition("\t") for line in _lines("half_space_readings.txt"))
    return {name: int(weight) / _WEIGHT_UNIT for name, _, weight in rows}
