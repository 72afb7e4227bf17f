"""Finding the quotations of a text: scan for cues, read each in its sentence, settle where its words end, say who spoke.

Lives here: the order of the steps, and which cue wins where two meet. Each step has its own file.
"""

from typing import Final

from summarizer.model import Quote
from summarizer.persian.letters import align, spaced
from summarizer.persian.places import between, places_of
from summarizer.persian.wraps import unwrapped
from summarizer.quotes.attributions import read_paragraph
from summarizer.quotes.cast import Cast
from summarizer.quotes.clauses import SENTENCE_MARKS, Paragraph, sentence_ends
from summarizer.quotes.cues import Cue, scan_cues
from summarizer.quotes.drafts import Draft
from summarizer.quotes.heads import beginnings_of
from summarizer.quotes.orphans import orphans
from summarizer.quotes.turns import turns, without_overlaps

MAX_CUES: Final = 3000  # an article has fewer than a hundred; a text made to take long has one a word


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Find the quotations of a Persian text and their speakers.

    Args:
        text: any text; lines are paragraphs.

    Returns:
        The quotations in the order of the text, not overlapping. Each is a slice of ``text``; its speaker is '' where not known.
        Of a text with more than ``MAX_CUES`` words that may introduce speech, only those up to there are read.
    """
    aligned = unwrapped(align(text))
    return quotes_of(text, aligned, beginnings_of(spaced(aligned)))


def quotes_of(text: str, aligned: str, beginnings: list[int]) -> tuple[Quote, ...]:
    """``find_quotes`` for a caller that has aligned the text already.

    Args:
        text: any text.
        aligned: what ``align`` and ``unwrapped`` make of it.
        beginnings: where head words of cues may begin in it, see ``heads``.
    """
    drafts: list[Draft] = []
    for paragraph in _paragraphs(aligned, scan_cues(aligned, beginnings)[:MAX_CUES]):
        read_paragraph(aligned, paragraph, drafts)
    drafts = without_overlaps(drafts, turns(aligned))
    drafts = sorted([*drafts, *orphans(aligned, drafts)], key=lambda draft: draft.start)
    speakers = Cast(text, aligned).assign(drafts)
    return tuple(_quote(text, draft, speaker) for draft, speaker in zip(drafts, speakers, strict=True))


def _paragraphs(aligned: str, cues: list[Cue]) -> list[Paragraph]:
    """The paragraphs that hold cues."""
    found: list[Paragraph] = []
    end = -1
    marks = places_of(aligned, SENTENCE_MARKS) if cues else []
    for cue in cues:
        if cue.start >= end:
            start = aligned.rfind("\n", max(0, end), cue.start) + 1 or max(0, end)
            end = aligned.find("\n", cue.start)
            end = len(aligned) if end < 0 else end
            found.append(Paragraph(start, end, sentence_ends(aligned, between(marks, start, end), end), []))
        found[-1].cues.append(cue)
    return found


def _quote(text: str, draft: Draft, speaker: str) -> Quote:
    start, end = draft.start, draft.end
    mention = draft.mention
    cue = text[draft.cue.start : draft.cue.end]
    named = text[mention.start : mention.end] if mention else ""
    return Quote(text[start:end], start, end, speaker, cue, draft.kind, draft.marked, named)
