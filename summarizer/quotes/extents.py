"""How far reported words go: to the closing mark, to the sentence's end after «که», to the paragraph's end after a colon."""

import re
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.model import Kind
from summarizer.persian.letters import ZWNJ
from summarizer.quotes.spans import Follow, marked_span
from summarizer.quotes.words import is_finite, tokens

_MAX_MARKED: Final = 6000
_FEW_CHARS: Final = 80
_BROKEN_WORDS: Final = 5


@mypyc_attr(acyclic=True)
@final
class Extent:
    """The stretch of text a cue governs.

    Args:
        start: offset of the first quoted character.
        end: offset past the last one.
        kind: direct or indirect.
        marked: whether it stands in marks.
        open: whether a later cue may cut it short.
    """

    __slots__ = ("end", "kind", "marked", "open", "start")

    def __init__(self, start: int, end: int, kind: Kind, *, marked: bool, open: bool) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.marked = marked
        self.open = open


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
    end = _own_end(aligned, start, sentence_end) if kind == "indirect" else _paragraph_end(aligned, start, paragraph_end)
    if follow.mark:
        span = marked_span(aligned, start, end)
        if span:
            return Extent(span[0], span[1], "direct", marked=True, open=False)
        if aligned[start] == "«" and aligned.find("»", start, min(end, start + _MAX_MARKED)) < 0:
            return Extent(start + 1, end, kind, marked=True, open=True)
    return Extent(start, end, kind, marked=False, open=True)


_REPORTER: Final = re.compile(
    r"[\x20،,]{1,3}(?:و[\x20]از[\x20](?:طرفی|سویی|طرف[\x20]دیگر|سوی[\x20]دیگر)|(?:و[\x20])?این[\x20]در[\x20]حالی|و[\x20]این[\x20](?:به|یعنی|نشان))(?![\w\u200c])"
)
_VERB_CHARS: Final = 30
_LONG_SENTENCE: Final = 700


def _own_end(aligned: str, start: int, sentence_end: int) -> int:
    """Where reported words end: with their sentence, or where after a whole clause the reporter weighs them («و این به نوعی …»)."""
    end = min(sentence_end, start + _LONG_SENTENCE)
    if aligned.find("و از ", start, end) < 0 and aligned.find("این در ", start, end) < 0 and aligned.find("و این ", start, end) < 0:
        return sentence_end  # a quick look for what the pattern holds
    for match in _REPORTER.finditer(aligned, start, end):
        words = tokens(aligned, max(start, match.start() - _VERB_CHARS), match.start())
        if words and is_finite(words[-1].word):
            return match.start()
    return sentence_end


def _paragraph_end(aligned: str, start: int, paragraph_end: int) -> int:
    """The end of the paragraph the words stand in, which may be the one after the cue's."""
    end = paragraph_end if start <= paragraph_end else _line_end(aligned, start)
    return _line_end(aligned, end + 1) if _is_broken_off(aligned, start, end) else end


def _line_end(aligned: str, start: int) -> int:
    end = aligned.find("\n", start)
    return end if end >= 0 else len(aligned)


def _is_broken_off(aligned: str, start: int, end: int) -> bool:
    """Whether a line ends within a sentence, as text does that was wrapped at a fixed width."""
    if end - start > _FEW_CHARS:
        return False
    words = aligned[start:end].split()
    if not words or len(words) > _BROKEN_WORDS or words[-1][-1] in '.!?؟»”":':
        return False
    goes_on = aligned[end + 1 : end + 2].strip()
    return bool(goes_on) and not is_finite(words[-1].replace(ZWNJ, ""))
