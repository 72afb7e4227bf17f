"""How far reported words go: to the closing mark, to the sentence's end after «که», to the paragraph's end after a colon."""

from typing import NamedTuple

from summarizer.model import Kind
from summarizer.persian.letters import ZWNJ
from summarizer.quotes.spans import Follow, marked_span
from summarizer.quotes.words import is_finite

_MAX_MARKED = 6000
_FEW_CHARS = 80
_BROKEN_WORDS = 5


class Extent(NamedTuple):
    """The stretch of text a cue governs.

    Args:
        start: offset of the first quoted character.
        end: offset past the last one.
        kind: direct or indirect.
        marked: whether it stands in marks.
        open: whether a later cue may cut it short.
    """

    start: int
    end: int
    kind: Kind
    marked: bool
    open: bool


def extent(aligned: str, follow: Follow, sentence_end: int, paragraph_end: int) -> Extent:
    """Read how far the words after a cue go.

    Args:
        aligned: the aligned text.
        follow: what stands after the cue.
        sentence_end: offset past the cue's sentence.
        paragraph_end: offset past its paragraph.
    """
    start = follow.start
    kind: Kind = "direct" if follow.lead == "colon" else "indirect"
    end = sentence_end if kind == "indirect" else _paragraph_end(aligned, start, paragraph_end)
    if follow.mark:
        span = marked_span(aligned, start, end)
        if span:
            return Extent(span[0], span[1], "direct", marked=True, open=False)
        if aligned[start] == "«" and aligned.find("»", start, min(end, start + _MAX_MARKED)) < 0:
            return Extent(start + 1, end, kind, marked=True, open=True)
    return Extent(start, end, kind, marked=False, open=True)


def _paragraph_end(aligned: str, start: int, paragraph_end: int) -> int:
    """The end of the paragraph the words stand in, which may be the one after the cue's."""
    end = paragraph_end if start <= paragraph_end else _line_end(aligned, start)
    return _line_end(aligned, end + 1) if _is_broken_off(aligned, start, end) else end


def _line_end(aligned: str, start: int) -> int:
    end = aligned.find("\n", start)
    return end if end >= 0 else len(aligned)


def _is_broken_off(aligned: str, start: int, end: int) -> bool:
    """Whether a line ends within a sentence, as text does that was wrapped at a fixed width."""
    words = aligned[start : min(end, start + _FEW_CHARS)].split()
    if not words or len(words) > _BROKEN_WORDS or end - start > _FEW_CHARS or words[-1][-1] in '.!?؟»”":':
        return False
    goes_on = aligned[end + 1 : end + 2].strip()
    return bool(goes_on) and not is_finite(words[-1].replace(ZWNJ, ""))
