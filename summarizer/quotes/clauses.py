"""Where sentences and clauses begin and end around a cue. Offsets are into the aligned text."""

import re
from bisect import bisect_right
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.sentences import is_answered
from summarizer.quotes.cues import Cue
from summarizer.quotes.words import PARTICIPLES, Token, closed_class, is_finite

SENTENCE_MARKS: Final = ".!?؟«“»”"
# A full stop stands before a space or a closing mark, or has its space lost («بوده است.بر اساس», as in ``persian.sentences``) or
# moved («است .وی»), or is doubled («است..وی»). No stop: an ellipsis, a decimal point, initials («آی.پی.ام»).
_FULL_STOP: Final = re.compile(
    r"\.(?!\.)(?:(?<!\.\.)(?=[\s»”\")\]]|\Z)"
    r"|(?<=[آ-ی]{2}\.)(?<!\.[آ-ی]{2}\.)(?<!\.[آ-ی]{3}\.)(?=«|[آ-ی][آ-ی\u200c]{0,24}(?:[^.\w]|\Z))"
    r"|(?<=[آ-ی]{2}\.\.)(?=[آ-ی]{2})"
    r"|(?<=[^\W\d_a-zA-Z]\x20\.)(?=[^\W\d_a-zA-Z]{2}))"
)


def sentence_ends(aligned: str, places: list[int], end: int) -> list[int]:
    """Offsets past each sentence of a paragraph; stops inside «…» do not count, unless the marks are unbalanced.

    Args:
        aligned: an aligned text.
        places: where in the paragraph ``SENTENCE_MARKS`` stand, in order.
        end: offset past its last character.

    Returns:
        Offsets in rising order, the last of them ``end``.
    """
    ends: list[int] = []
    depth = 0
    balanced = not places or _is_balanced(aligned, places[0], places[-1] + 1)
    for at in places:
        mark = aligned[at]
        if mark in "«“":
            depth += 1
        elif mark in "»”":
            depth = max(0, depth - 1)
            if not depth and aligned[at - 1] in ".!?؟":
                ends.append(at + 1)
        elif not depth or not balanced:
            usual = (
                mark == "." and aligned[at - 1] != "." and aligned.startswith((" ", "\n"), at + 1)
            )  # by far the most; a quick look
            if usual or (not is_answered(aligned, at + 1) if mark != "." else _FULL_STOP.match(aligned, at)):
                ends.append(at + 1)
    ends.append(end)
    return ends


def _is_balanced(aligned: str, start: int, end: int) -> bool:
    """Whether as many marks close as open."""
    opened = aligned.count("«", start, end) + aligned.count("“", start, end)
    return opened == aligned.count("»", start, end) + aligned.count("”", start, end)


@mypyc_attr(acyclic=True)
@final
class Paragraph:
    """A paragraph that holds cues.

    Args:
        start: offset of its first character.
        end: offset past its last one.
        ends: offsets past each of its sentences, as ``sentence_ends`` gives them.
        cues: what may introduce speech in it, in order.
    """

    __slots__ = ("cues", "end", "ends", "start")

    def __init__(self, start: int, end: int, ends: list[int], cues: list[Cue]) -> None:
        self.start = start
        self.end = end
        self.ends = ends
        self.cues = cues


def sentence_at(paragraph: Paragraph, offset: int) -> tuple[int, int]:
    """The bounds of the sentence that holds an offset."""
    ends = paragraph.ends
    i = bisect_right(ends, offset)
    return (ends[i - 1] if i else paragraph.start), ends[min(i, len(ends) - 1)]


def clause_start(tokens: list[Token]) -> tuple[int, bool]:
    """Where the last clause of these tokens begins: after a finite verb and «و», a comma or «که».

    Args:
        tokens: the words up to the cue.

    Returns:
        The index of its first token, and whether a boundary was found (otherwise the index is 0).
    """
    for i in range(len(tokens) - 1, 0, -1):
        word = tokens[i].word
        if word == "و" and tokens[i - 1].word == "گفت" and i + 1 < len(tokens) and tokens[i + 1].word.startswith(("گو", "شنود")):
            continue  # «گفت و گو» with its half-spaces turned to spaces
        if ((word in _JOINTS or (word == "از" and _is_hence(tokens, i))) and _closes_clause(tokens, i - 1)) or (
            word == "که" and tokens[i - 1].word in _SO_THAT
        ):
            return i, True
    return 0, False


_JOINTS: Final = frozenset({"و", "،", ",", "؛", "که", "اما", "ولی"})
_SO_THAT: Final = closed_class("so that")


def _is_hence(tokens: list[Token], i: int) -> bool:
    """Whether this «از» opens «از این رو»."""
    return [token.word for token in tokens[i + 1 : i + 3]] == ["این", "رو"]


def _closes_clause(tokens: list[Token], i: int) -> bool:
    """Whether the word before a joint ends a clause; closing marks and brackets are looked through."""
    while i > 0 and tokens[i].word in '»”")،,':
        i -= 1
    return is_finite(tokens[i].word) or tokens[i].word in PARTICIPLES
