"""The scan for cues, the words that may introduce speech.

Which words these are stands in ``cue_forms``; what one governs is read in ``attributions``.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.quotes.cue_forms import ENTRIES, Family
from summarizer.quotes.heads import head, with_gaps, without_gaps
from summarizer.quotes.words import DEMONSTRATIVES, PREPOSITIONS, closed_class, is_finite


@mypyc_attr(acyclic=True)
@final
class Cue:
    """Words that may introduce speech.

    Args:
        start: offset of the first character.
        end: offset past the last one.
        family: what kind of cue it is, see ``Family``.
    """

    __slots__ = ("end", "family", "start")

    def __init__(self, start: int, end: int, family: Family) -> None:
        self.start = start
        self.end = end
        self.family = family


_Tails = list[tuple[Family, re.Pattern[str]]]


@cache
def _tails() -> dict[str, _Tails]:
    """What may follow each head word, for heads without their gaps."""
    tails: dict[str, _Tails] = defaultdict(list)
    for family, heads, tail in ENTRIES:
        for one in heads.split():
            tails[without_gaps(one)].append((family, with_gaps(rf"{tail}(?![\w\u200c]|\x20(?:ام|ایم|اید)(?!\w))")))
    return dict(tails)


def _tails_of(written: str) -> _Tails:
    """What may follow a head word as it is written."""
    tails = _tails().get(written)
    return _tails()[without_gaps(written)] if tails is None else tails


# What makes «گفت» something other than reporting: «سخن گفت», «باید گفت», and «گفت و گو» with its half-spaces turned to spaces.
_NOT_SPEECH_BEFORE: Final = tuple(closed_class("no report before گفت"))
_NOT_SPEECH_AFTER: Final = re.compile(r"[\x20\u200c]{0,2}و[\x20\u200c]{0,2}(?:گو|شنود)")
_ALSO_NOUNS: Final = frozenset({"گفته", "نوشته", "افزوده"})  # in «با این گفته که …»; a verb in «گفته که …»
_BEFORE_NOUN: Final = DEMONSTRATIVES | PREPOSITIONS
_LOOK_BACK: Final = 10
_NO_PARTING: Final = frozenset("#@_ـ&=+~^`$°%٪٫٬\\|<>{}")  # marks that ``spaced`` knows and that part no word of running text


def scan_cues(aligned: str, beginnings: list[int]) -> list[Cue]:
    """Find the words that may introduce speech.

    Args:
        aligned: a text as ``align`` gives it.
        beginnings: where head words may begin in it, see ``heads``.

    Returns:
        The cues in the order of the text; they do not overlap.
    """
    found: list[Cue] = []
    heads, past = head(), 0
    for start in beginnings:
        match = heads.match(aligned, start) if start >= past else None
        if match is None:
            continue
        past = match.end()
        if start and aligned[start - 1] in _NO_PARTING:
            continue
        for family, tail in _tails_of(match[0]):
            rest = tail.match(aligned, match.end())
            if rest and not _is_other_use(aligned, start, rest.end()):
                past = rest.end()
                found.append(Cue(start, past, family))
                break
    free = [cue for cue in _free_cues(aligned) if not _overlaps(found, cue)]
    return sorted(found + free, key=lambda cue: cue.start) if free else found


def _overlaps(found: list[Cue], cue: Cue) -> bool:
    """Whether a listed cue stands at this place; ``found`` is in order."""
    i = bisect_left(found, cue.end, key=lambda other: other.start)
    return i > 0 and found[i - 1].end > cue.start


_OPENS: Final = ("«", '"', "“")
_GAP_CHARS: Final = 4  # of any space between a colon and a mark
_WORD_BEFORE: Final = re.compile(r"((?:ن?می[\x20\u200c])?[\w\u200c]{2,20})[\x20]{0,2}\Z")
_WORD_CHARS: Final = 26
_ASKING: Final = ("کنید", "دهید", "شوید", "باشید")  # «از او خواهش کنید: «…»» reports nothing


def _free_cues(aligned: str) -> Iterator[Cue]:
    """Finite verbs that no list holds, before a colon and an opening mark."""
    colon = aligned.find(":")
    while colon >= 0:
        if aligned[colon + 1 : colon + 2 + _GAP_CHARS].lstrip().startswith(_OPENS):
            word = _WORD_BEFORE.search(aligned, max(0, colon - _WORD_CHARS), colon)
            if word and not word[1].endswith(_ASKING) and is_finite(without_gaps(word[1])):
                yield Cue(word.start(), word.end(1), "free")
        colon = aligned.find(":", colon + 1)


def _is_other_use(aligned: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands in a phrase that reports nothing."""
    if aligned.startswith("گفت", start) and _NOT_SPEECH_AFTER.match(aligned, end):
        return True
    before = aligned[max(0, start - _LOOK_BACK) : start].rstrip(" \u200c")
    if aligned[start:end] in _ALSO_NOUNS and _last_word(before) in _BEFORE_NOUN:
        return True
    return before.endswith(_NOT_SPEECH_BEFORE)


def _last_word(text: str) -> str:
    return text.rpartition(" ")[2].strip("\n«(")
