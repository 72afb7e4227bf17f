"""Where sentences and clauses begin and end around a cue. Offsets are into the aligned text."""

import re
from bisect import bisect_right

from summarizer.quotes.words import PARTICIPLES, Token, closed_class, is_finite

_STOP = re.compile("[«“»”.!?؟]")
# A full stop stands before a space or a closing mark, or has its space lost («بوده است.بر اساس», as in ``persian.sentences``) or
# moved («است .وی»), or is doubled («است..وی»). No stop: an ellipsis, a decimal point, initials («آی.پی.ام»).
_FULL_STOP = re.compile(
    r"\.(?!\.)(?:(?<!\.\.)(?=[\s»”\")\]]|\Z)"
    r"|(?<=[آ-ی]{2}\.)(?<!\.[آ-ی]{2}\.)(?<!\.[آ-ی]{3}\.)(?=«|[آ-ی][آ-ی\u200c]{0,24}(?:[^.\w]|\Z))"
    r"|(?<=[آ-ی]{2}\.\.)(?=[آ-ی]{2})"
    r"|(?<=[^\W\d_a-zA-Z]\x20\.)(?=[^\W\d_a-zA-Z]{2}))"
)


def sentence_ends(aligned: str, start: int, end: int) -> list[int]:
    """Offsets past each sentence of a paragraph; stops inside «…» do not count, unless the marks are unbalanced.

    Args:
        aligned: an aligned text.
        start: offset of the paragraph's first character.
        end: offset past its last one.

    Returns:
        Offsets in rising order, the last of them ``end``.
    """
    opened = aligned.count("«", start, end) + aligned.count("“", start, end)
    balanced = opened == aligned.count("»", start, end) + aligned.count("”", start, end)
    ends: list[int] = []
    depth = 0
    for match in _STOP.finditer(aligned, start, end):
        mark, at = match[0], match.start()
        if mark in "«“":
            depth += 1
        elif mark in "»”":
            depth = max(0, depth - 1)
            if not depth and aligned[at - 1] in ".!?؟":
                ends.append(at + 1)
        elif not depth or not balanced:
            usual = mark != "." or (aligned.startswith(" ", at + 1) and aligned[at - 1] != ".")  # by far the most; a quick look
            if usual or _FULL_STOP.match(aligned, at):
                ends.append(at + 1)
    ends.append(end)
    return ends


def sentence_at(ends: list[int], start: int, offset: int) -> tuple[int, int]:
    """The bounds of the sentence that holds an offset, in a paragraph that begins at ``start``."""
    i = bisect_right(ends, offset)
    return (ends[i - 1] if i else start), ends[min(i, len(ends) - 1)]


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


_JOINTS = frozenset({"و", "،", ",", "؛", "که", "اما", "ولی"})
_SO_THAT = closed_class("so that")


def _is_hence(tokens: list[Token], i: int) -> bool:
    """Whether this «از» opens «از این رو»."""
    return [token.word for token in tokens[i + 1 : i + 3]] == ["این", "رو"]


def _closes_clause(tokens: list[Token], i: int) -> bool:
    """Whether the word before a joint ends a clause; closing marks and brackets are looked through."""
    while i > 0 and tokens[i].word in '»”")،,':
        i -= 1
    return is_finite(tokens[i].word) or tokens[i].word in PARTICIPLES
