"""Puts lost half-spaces (ZWNJ, U+200C) back into Persian text, and changes nothing else.

A word is looked up or judged by itself (``boundaries``); of a word that can be read two ways, its neighbours decide: رابطهای is
رابط‌های in «رابطهای کاربری» and رابطه‌ای in «رابطهای که». Spaces stay spaces here: ``polish`` joins «می شود».
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from summarizer.persian.boundaries import LONGEST, split_places
from summarizer.persian.letters import LETTER_RANGES, MARKS, ZWNJ, align
from summarizer.persian.lexicon import lexicon, readings
from summarizer.persian.verbs import is_after_mi

_CACHE: Final = 1 << 16
_WORD: Final = re.compile(rf"[{LETTER_RANGES}][{LETTER_RANGES}{MARKS}{ZWNJ}]*")
_PLAIN: Final = re.compile(rf"[{LETTER_RANGES}]+")
_ENDINGS: Final = "ها|های|هایی|هایش|هایشان|هایمان|ای|ی|ام|ایم|اید|اند|اش|مان|تان|شان|تر|تری|ترین"
_ENDED: Final = re.compile(rf"([{LETTER_RANGES}]+)({ZWNJ}(?:{_ENDINGS}))")
_SPACED_MI: Final = re.compile(rf"(?<![\w{ZWNJ}])ن?می ([{LETTER_RANGES}]{{2,20}})(?![\w{ZWNJ}])")
_JOINED_MI: Final = re.compile(rf"(?<![\w{ZWNJ}])ن?می{ZWNJ}?([{LETTER_RANGES}]{{2,20}})(?![\w{ZWNJ}])")
_BEFORE: Final = re.compile(rf"([{LETTER_RANGES}{ZWNJ}]{{1,{LONGEST}}}) \Z")
_AFTER: Final = re.compile(rf" ([{LETTER_RANGES}{ZWNJ}]{{1,{LONGEST}}})")
_ENOUGH: Final = 3
_VOWELS: Final = re.compile("[\u064b-\u0650\u0652]")
_VOCALIZED: Final = 3  # «تَرَک‌ها» has two


def restore_half_spaces(text: str) -> str:
    """Put back the half-spaces that a text lost on its way.

    Args:
        text: any text. One that writes «می شود» with a space throughout and never میشود has lost nothing: it was written without
            half-spaces, and stays as it is.

    Returns:
        The text with ZWNJ put in; without them, it is the text given without them. Half-spaces that are there stay.
    """
    return text if _written_without(text) else put_half_spaces(text)


def _written_without(text: str) -> bool:
    """Whether the writer used spaces where others use half-spaces."""
    aligned = align(text)
    spaced = sum(is_after_mi(verb) for verb in _SPACED_MI.findall(aligned))
    return spaced >= _ENOUGH and not any(is_after_mi(verb) for verb in _JOINED_MI.findall(aligned))


def put_half_spaces(text: str) -> str:
    """Put half-spaces in wherever a word wants one, whatever the habits of the writer.

    Args:
        text: any text.

    Returns:
        The text with ZWNJ put in and nothing else changed.
    """
    return _WORD.sub(_replacer(text), text)


def _replacer(text: str) -> Callable[[re.Match[str]], str]:
    """What to write for each word of a text, seen in its place."""
    two_ways = readings()

    def replace(match: re.Match[str]) -> str:
        word = match[0]
        return _in_context(match, two_ways) if word[-2:] == "ای" and align(word) in two_ways else restore_word(word)

    return replace


def _in_context(match: re.Match[str], two_ways: dict[str, float]) -> str:
    """A word that ends in «های» or «ه‌ای», by itself and by its neighbours."""
    text, word = match.string, match[0]
    bare = align(word)
    odds = two_ways[bare]
    before = _BEFORE.search(text, max(0, match.start() - LONGEST), match.start())
    after = _AFTER.match(text, match.end())
    follower = ">" + _closed(after)
    odds += two_ways.get("<" + _closed(before), 0.0) + two_ways.get(follower, 0.0) + two_ways.get(bare + follower, 0.0)
    place = len(word) - (3 if odds > 0 else 2)
    return word[:place] + ZWNJ + word[place:]


def _closed(neighbour: re.Match[str] | None) -> str:
    """A neighbour as the list of readings has it; «.» where there is none."""
    return align(neighbour[1]).replace(ZWNJ, "") if neighbour else "."


def restore_word(word: str) -> str:
    """Put half-spaces into one word, seen by itself.

    Args:
        word: letters with their diacritics, tatweel and half-spaces.

    Returns:
        The word with ZWNJ put in; as it is, if it has half-spaces in other places than are known for it.
    """
    return word if len(word) > 2 * LONGEST else _restored(word)


@lru_cache(maxsize=_CACHE)
def _restored(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return _insert(word, split_places(align(word), lexicon()))
    if ended := _ENDED.fullmatch(word):  # «بسیجی‌ام» is «بسیجی», which has none
        return _restored(ended[1]) + ended[2]
    if len(_VOWELS.findall(word)) >= _VOCALIZED:
        return word  # «قَبْلِکُمْ» is Arabic, quoted letter by letter
    letters, there = _bare(word)
    wanted = split_places(align("".join(word[i] for i in letters)), lexicon())
    missing = [place for place in wanted if place not in there]
    if not there <= set(wanted) or not missing:
        return word
    return _insert(word, tuple(letters[place] for place in missing))


def _bare(word: str) -> tuple[list[int], set[int]]:
    """Where the letters of a word are, and how many of them stand before each of its half-spaces."""
    letters: list[int] = []
    there: set[int] = set()
    for i, char in enumerate(word):
        if char == ZWNJ:
            there.add(len(letters))
        elif char not in MARKS:
            letters.append(i)
    return letters, there


def _insert(word: str, places: tuple[int, ...]) -> str:
    """The word with a half-space before each of these characters."""
    if not places:
        return word
    return ZWNJ.join(word[start:end] for start, end in zip((0, *places), (*places, len(word)), strict=True))
