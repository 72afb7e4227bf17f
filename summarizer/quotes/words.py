"""Words as the attribution grammar reads them: tokens with offsets, and the closed classes it decides by.

Lives here: function words, finite verbs, time words, read from ``attribution_words.txt``. Open classes (roles, names) are in
``lexicon``.
"""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.letters import ZWNJ, align

_SILENT_CHARS: Final = "\u200c\u200e\u200f\u00ad\u0640\u064b-\u0655\u0670"
_USUAL: Final = "\u0620-\u064a\u0671-\u06d3a-zA-Z0-9"  # said before \\w, which covers it but is slow to ask
_TOKEN: Final = re.compile(f"[{_USUAL}\\w][{_USUAL}\\w{_SILENT_CHARS}]*|[^\\w\\s{_SILENT_CHARS}]")
_SILENT: Final = re.compile(f"[{_SILENT_CHARS}]")
_TATWEEL: Final = "\u0640"
_USUAL_MARKS: Final = frozenset("،.:؛؟!«»()\"'“”-–/")


@mypyc_attr(acyclic=True)
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
    found: list[Token] = []
    piece = aligned[start:end]
    if _TATWEEL in piece:  # which Python counts among the letters
        _add_any(found, piece, start)
        return found
    if "\n" in piece:
        piece = piece.replace("\n", " ")
    at = start
    for part in piece.split(" "):
        past = at + len(part)
        if part.isalnum():  # by far the most
            found.append(Token(part, at, past))
        elif part[:-1].isalnum() and part[-1] in _USUAL_MARKS:
            found += (Token(part[:-1], at, past - 1), Token(part[-1], past - 1, past))
        elif part:
            _add_parts(found, part, at)
        at = past + 1
    return found


def _add_parts(found: list[Token], part: str, at: int) -> None:
    """Add what stands between two spaces and is not a bare word: marks around one, half-spaces in it, or anything else."""
    first, past = 0, len(part)
    while first < past and part[first] in _USUAL_MARKS:
        found.append(Token(part[first], at + first, at + first + 1))
        first += 1
    last = past
    while last > first and part[last - 1] in _USUAL_MARKS:
        last -= 1
    if first < last:
        middle = part[first:last]
        word = middle.replace(ZWNJ, "")
        if word.isalnum() and middle[0] != ZWNJ:
            found.append(Token(word, at + first, at + last))
        else:
            _add_any(found, middle, at + first)
    for i in range(last, past):
        found.append(Token(part[i], at + i, at + i + 1))


def _add_any(found: list[Token], part: str, at: int) -> None:
    """Add the words and marks of any stretch."""
    for match in _TOKEN.finditer(part):
        word = match[0]
        if not word.isalnum() or _TATWEEL in word:
            word = _SILENT.sub("", word)
        if word:  # a tatweel by itself is none
            found.append(Token(word, at + match.start(), at + match.end()))


def _read() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in (files("summarizer") / "data" / "attribution_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            words.update(_SILENT.sub("", align(line)).split())
    return {name: frozenset(members) for name, members in sections.items()}


_SECTIONS: Final = _read()


def closed_class(name: str) -> frozenset[str]:
    """The words of one section of ``attribution_words.txt``, as ``Token.word`` has them.

    Args:
        name: the section's heading; KeyError when there is none.
    """
    return _SECTIONS[name]


OPENING: Final = frozenset("«“\"‹《'‘")
CLOSING: Final = frozenset("»”\"›》'’")
COMMAS: Final = frozenset("،,؛;")
PRONOUNS: Final = closed_class("pronouns")
DEMONSTRATIVES: Final = closed_class("demonstratives")
PREPOSITIONS: Final = closed_class("prepositions")
ADVERBS: Final = closed_class("adverbs")
HARD_ADVERBS: Final = ADVERBS - closed_class("adverbs that also open a noun phrase")
MONTHS: Final = closed_class("months")  # also names and outlets («دی یانگ», «مهر»): a time only after a number
TIME_NOUNS: Final = closed_class("time nouns")
PARTICIPLES: Final = closed_class("participles")
_VERBS: Final = closed_class("finite verbs")
_NO_VERBS: Final = closed_class("no finite verbs though shaped like one")
_MI_VERB: Final = re.compile(r"ن?می\w{1,14}(?:د|م|ت)\Z")
_ENDINGS: Final = re.compile(r"\w{2,}(?:هاند|هایم|خواهند|خواهد|[دت]یم)\Z")


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


_MIN_COPULA: Final = 5  # «عملگراست» ends in one, «ماست» does not
