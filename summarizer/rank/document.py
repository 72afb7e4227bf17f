"""What every ranking method is given: the sentences of an article as candidates for a summary, with what is known of each.

Reading happens here once: split, credit off, boilerplate out, words to stems. No method and no choice.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.persian.boilerplate import MAX_LINE_CHARS, is_plain_boilerplate, plain_credit
from summarizer.persian.letters import ZWNJ, align
from summarizer.persian.sentences import Span, split_sentences
from summarizer.persian.stems import stems_of
from summarizer.rank.leaning import Lean, leaning

_EDGE = re.compile(r"[\s\u200c\u200e\u200f\ufeff،,؛:]*")
_HEADING_WORDS = 14
_LEAST_WORDS = 5
_STOPS = (".", "!", "؟", "?", "…", "»", '"', ")", "”")


class Candidate(NamedTuple):
    """A sentence that may be shown.

    Args:
        start: offset of its first character in the text, past a credit.
        end: offset past its last.
        paragraph: the number of its paragraph.
        opens: whether it is the first of its paragraph.
        aligned: its text with letters, digits and spaces in one form.
        stems: of its words, in order.
        words: how many words it has, as a reader counts.
        lean: how its opening leans on what stands before it.
        fit: whether it can be shown at all; headings, and lines that only announce a list, cannot.
    """

    start: int
    end: int
    paragraph: int
    opens: bool
    aligned: str
    stems: tuple[str, ...]
    words: int
    lean: Lean
    fit: bool


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the ranking methods see it.

    Args:
        text: as given, or the part of it that is read.
        aligned: the text as ``align`` gives it, of the same length.
        title: '' when there is none.
        title_stems: of the words of the title.
        sentences: the candidates, in order.
    """

    text: str
    aligned: str
    title: str
    title_stems: tuple[str, ...]
    sentences: tuple[Candidate, ...]


def read_document(text: str, title: str = "") -> Document:
    """Read an article.

    Args:
        text: any text.
        title: its title, '' when unknown.
    """
    found: list[Candidate] = []
    paragraph = -1
    aligned = align(text)
    plain = aligned.replace(ZWNJ, " ")
    for span in split_sentences(aligned):
        candidate = _candidate(aligned, plain, span, opens=span.paragraph != paragraph)
        if candidate:
            found.append(candidate)
            paragraph = span.paragraph
    return Document(text, aligned, title, tuple(stems_of(title)), tuple(found))


def _candidate(aligned: str, plain: str, span: Span, *, opens: bool) -> Candidate | None:
    """The candidate of a span; None for boilerplate, and where nothing stands behind the credit."""
    start, end, paragraph = span
    if opens and end - start <= MAX_LINE_CHARS and is_plain_boilerplate(plain[start:end]):
        return None
    raw = aligned[start:end]
    skipped = plain_credit(plain[start:end])
    if skipped:
        edge = _EDGE.match(raw, skipped)
        start += edge.end() if edge else skipped
        raw = aligned[start:end]
    stems = tuple(stems_of(raw))
    if not stems:
        return None
    return Candidate(start, end, paragraph, opens, raw, stems, len(stems), leaning(raw, stems), _fit(raw, len(stems)))


def _fit(aligned: str, words: int) -> bool:
    """Whether a sentence can be shown.

    No heading (short, without a stop), nothing of a few words only, no announcement of a list (ends in a colon), no beginning of a
    quotation whose end is in another paragraph.
    """
    if aligned.endswith((":", "؛", "،")) or aligned.count("«") > aligned.count("»"):
        return False
    return words > _HEADING_WORDS or (words >= _LEAST_WORDS and aligned.endswith(_STOPS))
