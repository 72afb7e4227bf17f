"""What follows a cue, and how far the quoted words go. Offsets are into the aligned text."""

import re
from typing import Final, Literal, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.marks import MARKS, closing_mark
from summarizer.quotes.words import is_finite, tokens

Lead = Literal["colon", "that", "comma", "bare", "none"]

_AFTER: Final = re.compile(
    r"[\x20\u200c]{0,3}(?:(?P<that>که)(?![\w\u200c])[\x20\u200c]{0,3})?(?P<colon>:(?!\d))?(?P<space>[\x20\u200c\u200f\u200e]{0,3}\s{0,12})"
)
_BARE: Final = re.compile(
    r"[\x20]{1,3}(?!(?:و|تا|ولی|اما|یا|که|را|شده|نشده|بودن|شدن|می‌شود|میشود|خواهد|هم|نیز|هرچند|هر\x20چند|گرچه|اگرچه)(?![\w\u200c]))(?=[\w«\"“])"
)
# What a desk adds after the last words: an agency in brackets, «انتهای پیام» and its codes.
_DESK: Final = re.compile(r"[\s.]{0,4}(?:انتهای[\x20\u200c]?پیام[^\n]{0,40}|\([^()\s]{2,12}\))\.?\s{0,3}\Z")
_DESK_CHARS: Final = 70
_EDGE: Final = " \t\r\n\u200c\u200f\u200e\u00a0"
_TAIL: Final = _EDGE + ".،؛:,"


@mypyc_attr(acyclic=True)
@final
class Follow:
    """What stands between a cue and the words it governs.

    Args:
        lead: a colon, «که», a comma, nothing but a space, or something that makes it no cue.
        start: offset of the first governed character, a mark included.
        mark: whether an opening mark stands there.
    """

    __slots__ = ("lead", "mark", "start")

    def __init__(self, lead: Lead, start: int, mark: bool) -> None:
        self.lead = lead
        self.start = start
        self.mark = mark


def what_follows(aligned: str, end: int) -> Follow:
    """Read what follows a cue that ends at ``end``."""
    match = _AFTER.match(aligned, end)
    assert match is not None  # every part of the pattern may be empty
    start = match.end()
    crossed = "\n" in match["space"]
    mark = start < len(aligned) and aligned[start] in MARKS
    if match["colon"]:
        return Follow("colon", start, mark)
    if crossed or start >= len(aligned):
        return Follow("none", start, False)
    if match["that"]:
        return Follow("that", start, mark)
    if aligned[start] in "،؛":
        return Follow("comma", start + 1, False)
    if mark or _BARE.match(aligned, end):
        return Follow("bare", start, mark)
    return Follow("none", start, False)


def trimmed(aligned: str, start: int, end: int) -> tuple[int, int]:
    """A span without the space, the stops and the stray marks at its edges."""
    tail = aligned[max(start, end - _DESK_CHARS) : end]
    desk = _DESK.search(aligned, max(start, end - _DESK_CHARS), end) if ")" in tail or "پیام" in tail else None
    if desk and (desk[0].lstrip("\n. ")[0] != "(" or desk[0].strip("\n. ()").replace("\u200c", "") in LEXICON.outlets):
        end = desk.start()
    while start < end and (aligned[start] in _EDGE or aligned[start] in ":؛،-"):
        start += 1
    while end > start and aligned[end - 1] in _TAIL:
        end -= 1
    return start, end


def marked_span(aligned: str, start: int, limit: int) -> tuple[int, int, int] | None:
    """The words between the marks that open at ``start``, when they are speech and not a name or a title.

    Args:
        aligned: an aligned text.
        start: offset of the opening mark.
        limit: offset of the end of the paragraph or of the next cue.

    Returns:
        The first offset, the one past the last, and the offset past the closing mark; None when the marks hold no speech.
    """
    close = closing_mark(aligned, start, limit)
    if close is None or not _is_speech(aligned, start + 1, close):
        return None
    first, last = trimmed(aligned, start + 1, close)
    return (first, last, close + 1) if first < last else None


_AFTER_MARK: Final = re.compile(r"[\x20\u200c]{0,2}[.!؟?،؛]|\s{0,2}(?:\n|\Z)|[\x20]{0,2}و[\x20]|[\x20]{0,2}\[")
_FEW_WORDS: Final = 5
_CLAUSE_CHARS: Final = 200


def _is_speech(aligned: str, start: int, end: int) -> bool:
    """A clause of its own: it ends its sentence, or it is long and holds a finite verb."""
    words = tokens(aligned, start, min(end, start + _CLAUSE_CHARS))
    last = aligned[max(start, end - 3) : end].rstrip()[-1:]
    if len(words) >= 2 and (last in (".", "!", "?", "؟") or _AFTER_MARK.match(aligned, end + 1)):
        return True
    return len(words) >= _FEW_WORDS and any(is_finite(word.word) for word in words)
