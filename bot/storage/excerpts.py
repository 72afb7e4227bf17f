"""Cuts the piece of a text that shows why it was found. Pure."""

import re
from collections.abc import Iterator, Sequence

from summarizer.persian.letters import align
from summarizer.persian.terms import TermSpan, stem, term_spans

EXCERPT_CHARS = 220
LEAD_IN_CHARS = 60
READ_CHARS = 20_000  # a hit further on is not looked for: the beginning is shown instead
_PROBE_CHARS = 3

Variants = Sequence[Sequence[str]]
Hit = tuple[TermSpan, int]


def excerpt(text: str, wanted: Sequence[Variants]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut the piece that holds most of what was searched for.

    Args:
        text: the article's text, as it stands.
        wanted: for each thing searched for, the phrases any of which will do, as stems; a word is a phrase of one.

    Returns:
        The piece, as it stands, out of one paragraph; and the offsets into it of the words met.
    """
    start, end = _around(text, _best_place(text[:READ_CHARS], wanted))
    piece = text[start:end]
    return piece, tuple(dict.fromkeys((one.start, one.end) for one, _ in _hits(piece, wanted)))


def _best_place(text: str, wanted: Sequence[Variants]) -> int:
    """Where most of what is wanted stands close together, the earliest such place; the start where nothing does."""
    best, most = 0, 0
    for at, piece in _places(text, wanted):
        hits = _hits(piece, wanted)
        met = len({number for _, number in hits})
        if met > most:
            best, most = at + hits[0][0].start, met
        if most == len(wanted):
            break
    return best


def _places(text: str, wanted: Sequence[Variants]) -> Iterator[tuple[int, str]]:
    """Pieces of the text that begin like a word wanted, with their places, so that not every word has to be folded and stemmed.

    A word with a mark between its first letters escapes that; where no piece begins so, the whole text is one.
    """
    probes = {phrase[0][:_PROBE_CHARS] for variants in wanted for phrase in variants}
    beginning = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(probes)))})", re.IGNORECASE)
    seen = 0
    for match in beginning.finditer(align(text)) if probes else ():
        if match.start() >= seen:
            seen = _piece_end(text, match.start())
            yield match.start(), text[match.start() : seen]
    if not seen:
        yield 0, text


def _piece_end(text: str, start: int) -> int:
    """Where a piece ends: after a word, and with the paragraph at the latest."""
    reach = start + EXCERPT_CHARS - LEAD_IN_CHARS
    ends = [end for end in (text.find("\n", start, reach), text.find(" ", reach, reach + LEAD_IN_CHARS)) if end >= 0]
    return min(ends, default=reach)


def _hits(text: str, wanted: Sequence[Variants]) -> list[Hit]:
    """The words that are part of a phrase met, each with the number of what was searched for."""
    by_first: dict[str, list[tuple[int, Sequence[str]]]] = {}
    for number, variants in enumerate(wanted):
        for phrase in variants:
            by_first.setdefault(phrase[0], []).append((number, phrase))
    spans = term_spans(text)
    stems = [stem(span.term) for span in spans]
    found: dict[int, int] = {}
    for at, one in enumerate(stems):
        for number, phrase in by_first.get(one, ()):
            if stems[at : at + len(phrase)] == list(phrase):
                found.update(dict.fromkeys(range(at, at + len(phrase)), number))
    return [(spans[at], number) for at, number in sorted(found.items())]


def _around(text: str, hit: int) -> tuple[int, int]:
    """The piece around a place: from its sentence's start where that is near, within its paragraph, to the end of a word."""
    start = text.rfind("\n", 0, hit) + 1
    if hit - start > LEAD_IN_CHARS:
        sentence = max(text.rfind(mark, hit - LEAD_IN_CHARS, hit) for mark in ".!؟؛")
        start = sentence + 1 if sentence >= 0 else text.find(" ", hit - LEAD_IN_CHARS, hit) + 1 or hit
    while start < hit and text[start].isspace():
        start += 1
    end = text.find("\n", hit)
    end = len(text) if end < 0 else end
    if end - start > EXCERPT_CHARS:
        cut = text.rfind(" ", hit, start + EXCERPT_CHARS)
        end = cut if cut > hit else start + EXCERPT_CHARS
    return start, end
