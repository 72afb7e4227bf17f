"""What every ranking method is given: the sentences of an article as candidates for a summary, with what is known of each.

Reading happens here once: split, credit off, boilerplate out, words to stems. No method and no choice.
"""

import re
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.boilerplate import MAX_LINE_CHARS, OPENING_CHARS, is_plain_boilerplate, plain_credit
from summarizer.persian.letters import ZWNJ, align, spaced
from summarizer.persian.sentences import Span, sentences_of
from summarizer.persian.wraps import unwrapped
from summarizer.rank.leaning import leaning
from summarizer.rank.telling import tells
from summarizer.rank.vocabulary import Reader, Words, words_of

_EDGE: Final = re.compile(r"[\s\u200c\u200e\u200f\ufeff،,؛:]*")
# A look that costs little, before the long one; told apart by its first letter, which a class of marks would not be.
_MAY_BE_CREDIT: Final = re.compile("|".join(map(re.escape, (*"–—ـ_/>():؛-", "گزارش", "نقل"))))
_REPORTS: Final = tuple(  # how a credit within a paragraph begins
    words.replace(" ", gap) for words in ("به گزارش", "به نقل", "بهگزارش", "و به گزارش") for gap in (" ", ZWNJ)
)
_HEADING_WORDS: Final = 14
_LEAST_WORDS: Final = 5
_STOPS: Final = (".", "!", "؟", "?", "…", "»", '"', ".)", "”")


@mypyc_attr(acyclic=True)
@final
class Candidate:
    """A sentence that may be shown.

    Args:
        start: offset of its first character in the text, past a credit.
        end: offset past its last.
        paragraph: the number of its paragraph.
        opens: whether it is the first of its paragraph.
        aligned: its text with letters, digits and spaces in one form.
        words: how many words it has, as a reader counts.
        signals: those of its words, in one form of letters, that tell who has the word.
        tells: whether it says who spoke, see ``telling``.
        content: those that say something about a subject.
        lean: how its opening leans on what stands before it.
        fit: whether it can be shown at all; headings, and lines that only announce a list, cannot.
    """

    __slots__ = ("aligned", "content", "end", "fit", "lean", "opens", "paragraph", "signals", "start", "tells", "words")

    def __init__(self, aligned: str, words: Words, span: Span, *, start: int, opens: bool) -> None:
        self.start = start
        self.end = span.end
        self.paragraph = span.paragraph
        self.opens = opens
        self.aligned = aligned
        self.words = len(words.written)
        self.content = words.content
        self.signals = words.signals
        self.tells = tells(words.written, words.signals)
        self.lean = leaning(aligned, words.written, words.signals)
        self.fit = _fit(aligned, self.words)


@mypyc_attr(acyclic=True)
@final
class Document:
    """An article as the ranking methods see it.

    Args:
        text: as given, or the part of it that is read.
        aligned: the text as ``align`` and ``unwrapped`` give it, of the same length.
        reader: which has gone through its words.
        beginnings: where head words of cues may begin in it, see ``heads``.
        stems: of its words of content, all of them.
        title: '' when there is none.
        sentences: the candidates, in order.

    Besides:
        title_words: how many words the title has.
        title_content: those of them that say something about a subject.
    """

    __slots__ = ("aligned", "beginnings", "sentences", "stems", "text", "title", "title_content", "title_words")

    def __init__(self, text: str, aligned: str, reader: Reader, title: str, sentences: tuple[Candidate, ...]) -> None:
        named = words_of(spaced(align(title)))
        self.text = text
        self.aligned = aligned
        self.beginnings = reader.beginnings.places
        self.stems = reader.stems
        self.title = title
        self.title_words = len(named.written)
        self.title_content = named.content
        self.sentences = sentences


def read_document(text: str, title: str = "") -> Document:
    """Read an article.

    Args:
        text: any text.
        title: its title, '' when unknown.
    """
    found: list[Candidate] = []
    paragraph = -1
    aligned = unwrapped(align(text))
    reader = Reader(spaced(aligned))
    for span in sentences_of(aligned):
        candidate = _candidate(aligned, reader, span, opens=span.paragraph != paragraph)
        if candidate:
            found.append(candidate)
            paragraph = span.paragraph
    reader.pass_to(len(aligned))
    return Document(text, aligned, reader, title, tuple(found))


def _candidate(aligned: str, reader: Reader, span: Span, *, opens: bool) -> Candidate | None:
    """The candidate of a span; None for boilerplate, and where nothing stands behind the credit."""
    start, end = span.start, span.end
    if opens and end - start <= MAX_LINE_CHARS and is_plain_boilerplate(_plain(aligned, start, end)):
        return None
    if (opens and _MAY_BE_CREDIT.search(aligned, start, min(end, start + OPENING_CHARS))) or aligned.startswith(_REPORTS, start):
        start = _past_credit(aligned, start, end)
    words = reader.read(start, end)
    return Candidate(aligned[start:end], words, span, start=start, opens=opens) if words.written else None


def _past_credit(aligned: str, start: int, end: int) -> int:
    """Where a sentence begins without its credit."""
    skipped = plain_credit(_plain(aligned, start, end))
    edge = _EDGE.match(aligned, start + skipped, end) if skipped else None
    return edge.end() if edge else start


def _plain(aligned: str, start: int, end: int) -> str:
    """A stretch as ``boilerplate`` reads it, without half-spaces."""
    return aligned[start:end].replace(ZWNJ, " ")


def _fit(aligned: str, words: int) -> bool:
    """Whether a sentence can be shown.

    No heading (short, without a stop), nothing of a few words only, no announcement of a list (ends in a colon), no beginning of a
    quotation whose end is in another paragraph.
    """
    if aligned.endswith((":", "؛", "،")) or aligned.count("«") > aligned.count("»"):
        return False
    return words > _HEADING_WORDS or (words >= _LEAST_WORDS and aligned.endswith(_STOPS))
