"""Quotation marks as they are found: nested, mixed («" … »»), never closed, straight, running over paragraphs."""

import re
from itertools import islice
from typing import Final

from summarizer.quotes.words import is_finite, tokens

_CLOSERS: Final = {"«": "»", "“": "”", "‹": "›", "《": "》", "‘": "’"}
_LINE_ENDS: Final = re.compile("\n+")
MARKS: Final = "«“\"”‹《‘'"
_STRAIGHT: Final = "\"”'"
_MAX_CHARS: Final = 6000
_MAX_PARAGRAPHS: Final = 6
_MAX_DEPTH: Final = 6
_MAX_PLACES: Final = 24
_FEW_WORDS: Final = 4


def closing_mark(aligned: str, start: int, limit: int) -> int | None:
    """Find the mark that closes a quotation.

    Args:
        aligned: an aligned text.
        start: offset of the opening mark.
        limit: offset past which the quotation cannot go on in straight marks, such as the end of the paragraph or the next cue.

    Returns:
        The offset of the closing mark, or None when there is none.
    """
    opening = aligned[start]
    if opening in _STRAIGHT:
        return _straight(aligned, start, limit)
    return _paired(aligned, start, _CLOSERS[opening], limit)


def _paired(aligned: str, start: int, closer: str, limit: int) -> int | None:
    """The closing mark at the right depth; where the depth never comes back to none, the last one before the limit."""
    opener, end = aligned[start], min(len(aligned), start + _MAX_CHARS)
    depth, paragraphs, last, past = 1, 0, -1, start + 1
    while (at := aligned.find(closer, past, end)) >= 0:
        depth += aligned.count(opener, past, at)
        if aligned.find("\n", past, at) >= 0:
            paragraphs += len(_LINE_ENDS.findall(aligned, past, at))
        if paragraphs > _MAX_PARAGRAPHS or depth > _MAX_DEPTH:
            break
        depth -= 1
        if not depth:
            return at
        last, past = (at if at < limit else last), at + 1
    if last < 0:
        last = aligned.find('"', start + 1, min(limit, end))
    return last if last >= 0 else None


def _straight(aligned: str, start: int, limit: int) -> int | None:
    """The first mark that ends a clause; else the last of an odd number; else the first that leaves a clause between."""
    found = _STRAIGHT_MARK.finditer(aligned, start + 1, min(limit, start + _MAX_CHARS))
    places = [match.start() for match in islice(found, _MAX_PLACES)]
    ending = next((i for i in places if _ends_clause(aligned, start, i)), None)
    if ending is not None or not places:
        return ending
    if len(places) % 2:
        last = places[-1]
        return last if len(places) == 1 or _ends_speech(aligned, start, last) else None  # «"X" است که "Y" در آن …»: two names
    return next((i for i in places if aligned[start + 1 : i].count(" ") >= _FEW_WORDS), None)


_STRAIGHT_MARK: Final = re.compile("[\"»”']")
_STOP_BEFORE: Final = re.compile(r"[.!?؟…]\s{0,2}\Z")
_STOP_AFTER: Final = re.compile(r"[\x20\u200c]{0,2}(?:[.!?؟،؛]|\n|\Z)")


def _ends_clause(aligned: str, start: int, i: int) -> bool:
    """Whether a straight mark stands after a sentence's end, or after a finite verb and before a stop."""
    if _STOP_BEFORE.search(aligned, max(start + 1, i - 3), i):
        return True
    return _follows_verb(aligned, start, i) and _STOP_AFTER.match(aligned, i + 1) is not None


def _ends_speech(aligned: str, start: int, i: int) -> bool:
    """Whether a straight mark stands after a finite verb or before a stop."""
    return _follows_verb(aligned, start, i) or _STOP_AFTER.match(aligned, i + 1) is not None


def _follows_verb(aligned: str, start: int, i: int) -> bool:
    words = tokens(aligned, max(start + 1, i - 30), i)
    return bool(words) and is_finite(words[-1].word)
