"""The scan for cues, the words that may introduce speech.

Which words these are stands in ``cue_forms``; what one governs is read in ``attributions``.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final, final

from summarizer.quotes.cue_forms import ENTRIES, Family
from summarizer.quotes.words import DEMONSTRATIVES, PREPOSITIONS, closed_class, is_finite


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


_GAP: Final = r"[\x20\u200c\u0654]{0,3}"  # «بر پایهٔ گفتهٔ»
_Tails = list[tuple[Family, re.Pattern[str]]]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("_", _GAP))


@cache
def _tails() -> dict[str, _Tails]:
    """What may follow each head word, for heads without their gaps."""
    tails: dict[str, _Tails] = defaultdict(list)
    for family, heads, tail in ENTRIES:
        for head in heads.split():
            tails[head.replace("_", "")].append((family, _compiled(rf"{tail}(?![\w\u200c]|\x20(?:ام|ایم|اید)(?!\w))")))
    return dict(tails)


def _tails_of(head: str) -> _Tails:
    """What may follow a head word as it is written."""
    tails = _tails().get(head)
    return _tails()[_GAPS.sub("", head)] if tails is None else tails


@cache
def _head() -> re.Pattern[str]:
    """All head words in one pattern, behind a space, so that the engine skips from word to word."""
    return _compiled(f" {_trie(_heads())}")


@cache
def _head_alone() -> re.Pattern[str]:
    """All head words in one pattern."""
    return _compiled(_trie(_heads()))


def _heads() -> set[str]:
    return {head for _, heads, _ in ENTRIES for head in heads.split()}


def _trie(words: set[str]) -> str:
    """One pattern for many words that tries each letter once, the commonest first; a word that begins another is tried after it."""
    branches: dict[str, set[str]] = defaultdict(set)
    for word in words - {""}:
        branches[word[0]].add(word[1:])
    often_first = sorted(branches.items(), key=lambda branch: (-len(branch[1]), branch[0]))
    pattern = "|".join(letter + _trie(rest) for letter, rest in often_first)
    if "" in words:
        return f"(?:{pattern})?" if pattern else ""
    return f"(?:{pattern})" if len(branches) > 1 else pattern


_GAPS: Final = re.compile(r"[\x20\u200c\u0654]")

# What makes «گفت» something other than reporting: «سخن گفت», «باید گفت», and «گفت و گو» with its half-spaces turned to spaces.
_NOT_SPEECH_BEFORE: Final = tuple(closed_class("no report before گفت"))
_NOT_SPEECH_AFTER: Final = re.compile(r"[\x20\u200c]{0,2}و[\x20\u200c]{0,2}(?:گو|شنود)")
_ALSO_NOUNS: Final = frozenset({"گفته", "نوشته", "افزوده"})  # in «با این گفته که …»; a verb in «گفته که …»
_BEFORE_NOUN: Final = DEMONSTRATIVES | PREPOSITIONS
_LOOK_BACK: Final = 10
_NO_PARTING: Final = frozenset("#@_ـ&=+~^`$°%٪٫٬\\|<>{}")  # marks that ``spaced`` knows and that part no word of running text


def scan_cues(aligned: str, parted: str) -> list[Cue]:
    """Find the words that may introduce speech.

    Args:
        aligned: a text as ``align`` gives it.
        parted: that as ``spaced`` gives it.

    Returns:
        The cues in the order of the text; they do not overlap.
    """
    found: list[Cue] = []
    past = 0
    for start, head in _heads_in(aligned, parted):
        if start < past:
            continue
        for family, tail in _tails_of(head):
            rest = tail.match(aligned, start + len(head))
            if rest and not _is_other_use(aligned, start, rest.end()):
                past = rest.end()
                found.append(Cue(start, past, family))
                break
    free = [cue for cue in _free_cues(aligned) if not _overlaps(found, cue)]
    return sorted(found + free, key=lambda cue: cue.start) if free else found


def _heads_in(aligned: str, parted: str) -> Iterator[tuple[int, str]]:
    """The head words of a text, each with its offset; where a mark (a space in ``parted``) stands in one, a shorter one, if any."""
    spaces = " " + parted
    match = _head().search(spaces)
    while match:
        start, end = match.start(), match.end()
        head = spaces[start + 1 : end]
        if not aligned.startswith(head, start):
            shorter = _head_alone().match(aligned, start)
            head, end = (shorter[0] if shorter else ""), start + 1
        if head and (not start or aligned[start - 1] not in _NO_PARTING):
            yield start, head
        match = _head().search(spaces, end)


def _overlaps(found: list[Cue], cue: Cue) -> bool:
    """Whether a listed cue stands at this place; ``found`` is in order."""
    i = bisect_left(found, cue.end, key=lambda other: other.start)
    return i > 0 and found[i - 1].end > cue.start


_FREE: Final = re.compile(r":\s{0,4}[«\"“]")
_WORD_BEFORE: Final = re.compile(r"((?:ن?می[\x20\u200c])?[\w\u200c]{2,20})[\x20]{0,2}\Z")
_WORD_CHARS: Final = 26
_ASKING: Final = ("کنید", "دهید", "شوید", "باشید")  # «از او خواهش کنید: «…»» reports nothing


def _free_cues(aligned: str) -> Iterator[Cue]:
    """Finite verbs that no list holds, before a colon and an opening mark."""
    for match in _FREE.finditer(aligned):
        word = _WORD_BEFORE.search(aligned, max(0, match.start() - _WORD_CHARS), match.start())
        if word and not word[1].endswith(_ASKING) and is_finite(_GAPS.sub("", word[1])):
            yield Cue(word.start(), word.end(1), "free")


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
