"""Speech in marks that is a paragraph of its own, with no cue: a quotation, though nobody can tell whose."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from summarizer.quotes.cues import Cue
from summarizer.quotes.drafts import Draft
from summarizer.quotes.extents import Extent
from summarizer.quotes.spans import marked_span
from summarizer.quotes.words import is_finite, tokens

_OPENS: Final = re.compile(r"\n[\x20\u200c\u200f]{0,4}[«“\"]")
_CLOSES: Final = re.compile(r"[\x20.\u200c\u200f]{0,4}(?:\n|\Z)")
_MIN_WORDS: Final = 8


def orphans(aligned: str, drafts: list[Draft]) -> Iterator[Draft]:
    """Find the paragraphs that are speech in marks and nothing else.

    Args:
        aligned: the aligned text.
        drafts: the quotations found by their cues; what they cover is left out.

    Returns:
        Quotations without cue and speaker.
    """
    if "«" not in aligned and '"' not in aligned and "“" not in aligned:
        return
    for match in _OPENS.finditer("\n" + aligned):
        at = match.end() - 2
        line_end = aligned.find("\n", at)
        line_end = len(aligned) if line_end < 0 else line_end
        if _is_taken(drafts, at, line_end):
            continue
        span = marked_span(aligned, at, line_end)
        if span is None or span[2] > line_end or not _CLOSES.match(aligned, span[2]):
            continue
        words = tokens(aligned, span[0], span[1])
        if len(words) >= _MIN_WORDS and is_finite(words[-1].word):
            found = Draft(Cue(at, at, "free"), None, at, Extent(span[0], span[1], "direct", marked=True, open=False))
            found.orphan = True
            yield found


def _is_taken(drafts: list[Draft], at: int, line_end: int) -> bool:
    """Whether a quotation covers the mark or begins later in its line; ``drafts`` are in order."""
    i = bisect_left(drafts, at, key=lambda draft: draft.start)
    later = i < len(drafts) and drafts[i].start < line_end
    return later or (i > 0 and at < drafts[i - 1].end)
