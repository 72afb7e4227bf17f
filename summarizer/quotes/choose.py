"""Choosing the few quotations that go into a brief, and cutting a long one where its sense allows.

What counts: speech that meets the lead, people with a name over anonymous sources, a length a phone shows, and what the
summary does not say already. A second quotation of one speaker comes only after every other speaker has one, and no third while
others speak, too.
"""

import re
from typing import Final

from summarizer.model import Quote, Sentence
from summarizer.persian.letters import ZWNJ, align
from summarizer.persian.places import Stems
from summarizer.quotes.lexicon import LEXICON, is_role
from summarizer.quotes.words import closed_class, is_finite

MAX_CHARS: Final = 320
_MIN_CHARS: Final = 70
_TOO_LONG: Final = 700
_MAX_READ: Final = 1500
_LEAD_CHARS: Final = 500
_MIN_WORDS: Final = 4
_SUBORDINATES: Final = frozenset({"اینکه", "آنکه", "اگرچه", "هرچند", "گرچه", "چنانچه", "درحالیکه"})
_TWO_CLAUSES: Final = 2
_MOST_OF_ONE: Final = 2
_MOST_WEIGHED: Final = 300  # against each other; an article has fewer than a hundred
_SAME: Final = 0.8
_BARE_OFFICE: Final = 0.4
_ONE_OF_THEM: Final = 0.3
_SENTENCE: Final = re.compile(r"[.!؛](?=\s)")
# What may take back the sentence before it: a cut there would turn the sense.
_TURNS: Final = re.compile(
    r"\s*(?:و\s)?(?:اما|ولی|البته|لیکن|با این حال|با این وجود|با وجود این|در عین حال|مگر|بلکه|هرچند|گرچه|اگرچه|در حالی|درحالی"
    r"|به شرط|به شرطی|نه این)"
    r"(?![\w\u200c])"
)


def choose_quotes(
    quotes: tuple[Quote, ...], *, aligned: str, stems: Stems, shown: tuple[Sentence, ...], max_quotes: int
) -> tuple[Quote, ...]:
    """Choose the quotations worth showing.

    Args:
        quotes: all of a text, as ``find_quotes`` gives them.
        aligned: that text, as ``align`` gives it.
        stems: of its words of content; by these it is told what says the same.
        shown: the sentences of its summary; what they say is not said again.
        max_quotes: how many at most.

    Returns:
        The chosen ones in the order of the text; each is still a slice of it, a long one shortened at a sentence's end.
    """
    if max_quotes <= 0 or not quotes:
        return ()
    cut = [shortened(quote, aligned) for quote in quotes]
    fit = [(quote, stems.between(quote.start, quote.end)) for quote in cut if _has_length(quote) and not _is_shown(quote, shown)]
    if not fit:
        return ()
    told = [stems.between(sentence.start, sentence.end) for sentence in shown]
    if len(fit) == 1:  # nothing to weigh
        quote, words = fit[0]
        return (quote,) if _can_be_shown(quote, words, told, aligned) else ()
    standing = {quote.speaker: _standing(quote.speaker) for quote, _ in fit}
    lead = stems.between(0, _LEAD_CHARS)
    fit.sort(key=lambda pair: -standing[pair[0].speaker] - _worth(pair[0], pair[1], lead, len(aligned)))
    chosen = _by_turns(fit[:_MOST_WEIGHED], told, standing, aligned, max_quotes)
    return tuple(sorted(chosen, key=lambda quote: quote.start))


def _can_be_shown(quote: Quote, words: frozenset[str], said: list[frozenset[str]], aligned: str) -> bool:
    """Whether a quotation says something by itself, and nothing that has been said."""
    return not (any(_repeats(words, other) for other in said) or _is_asked(quote) or _is_half(quote, aligned))


def _has_length(quote: Quote) -> bool:
    """Whether a quotation says something and fits on a screen."""
    return quote.text.count(" ") >= _MIN_WORDS - 1 and len(quote.text) <= _TOO_LONG


def _is_asked(quote: Quote) -> bool:
    """Whether an outlet or its reporter asks: «خبرنگار پرسید: …؟»."""
    if not quote.speaker or not quote.text.rstrip(_STOPS).endswith("؟"):
        return False
    first = align(quote.speaker.split()[0]).replace(ZWNJ, "").strip("«»،")
    return first in _ASKS or first in LEXICON.outlets or first in LEXICON.media


def _is_shown(quote: Quote, shown: tuple[Sentence, ...]) -> bool:
    """Whether the summary's own sentences hold most of a quotation."""
    covered = 0
    for sentence in shown:
        if sentence.start < quote.end and quote.start < sentence.end:
            covered += min(quote.end, sentence.end) - max(quote.start, sentence.start)
    return covered > (quote.end - quote.start) / 2


def _repeats(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one says what the other says, as far as their words tell."""
    short = min(len(words), len(other))
    return bool(short) and len(words & other) >= _SAME * short


def _worth(quote: Quote, words: frozenset[str], lead: frozenset[str], total: int) -> float:
    """How much a quotation deserves to be shown, whoever speaks; comparable within one text."""
    news = len(words & lead) / (len(words) or 1)
    early = 1 - quote.start / (total or 1)
    direct = 0.3 if quote.marked else 0.2 if quote.kind == "direct" else 0.0
    length = 0.0 if _MIN_CHARS / 2 <= len(quote.text) <= MAX_CHARS + _MIN_CHARS else -0.5
    return 1.5 * news + 0.6 * early + direct + length


def _is_half(quote: Quote, aligned: str) -> bool:
    """Whether a quotation says half of something: an answer's verbless first words, or «علاوه بر اینکه …» without what follows."""
    if quote.kind == "indirect" and len(quote.text) <= MAX_CHARS:
        words = aligned[quote.start : quote.end].replace(ZWNJ, "").split()
        if not _SUBORDINATES.isdisjoint(words) and is_finite(words[-1]) and sum(map(is_finite, words)) < _TWO_CLAUSES:
            return True
    return _is_fragment(quote, aligned)


def _is_fragment(quote: Quote, aligned: str) -> bool:
    """Whether an answer in a dialogue begins with a sentence without a verb («پیدا کردن مقنی‌ها. …»), which says nothing alone."""
    if quote.cue or not quote.speaker:
        return False
    start, limit = quote.start, min(quote.end, quote.start + MAX_CHARS)
    end = min((at for mark in ".؟!" if (at := aligned.find(mark, start, limit)) >= 0), default=-1)
    return end >= 0 and not any(map(is_finite, aligned[start:end].replace(ZWNJ, "").split()))


def _standing(speaker: str) -> float:
    """A named speaker over a bare office, that over a nameless source, that over nobody; told by the first words and a comma."""
    if not speaker:
        return -1.0
    words = [align(word).replace(ZWNJ, "") for word in speaker.split(maxsplit=2)[:2]]
    if words[0] in _ANONYMOUS:
        return _ONE_OF_THEM if words[0] in ("یک", "یکی") else 0.1
    if is_role(words[0]) or "".join(words) in LEXICON.roles:
        return _BARE_OFFICE
    return 1.0 if "،" in speaker else 0.9


_ANONYMOUS: Final = closed_class("anonymous")
_ASKS: Final = closed_class("asks in an interview")
_STOPS: Final = ' .!»"\n'


def _by_turns(
    ranked: list[tuple[Quote, frozenset[str]]], told: list[frozenset[str]], standing: dict[str, float], aligned: str, most: int
) -> list[Quote]:
    """The best of each speaker, then the second of each, nameless sources last; nothing that repeats a better one or what is told.

    Where several speak, nobody is heard more than ``_MOST_OF_ONE`` times, so that a reader soon meets another.
    """
    said = told.copy()
    counts: dict[str, int] = {}
    firsts: list[Quote] = []
    rounds: list[tuple[bool, int, int, Quote]] = []
    for i, (quote, words) in enumerate(ranked):
        if not _can_be_shown(quote, words, said, aligned):
            continue
        said.append(words)
        counts[quote.speaker] = turn = counts.get(quote.speaker, 0) + 1
        nameless = standing[quote.speaker] < _ONE_OF_THEM
        rounds.append((nameless, turn, i, quote))
        if turn == 1 and not nameless:
            firsts.append(quote)
            if len(firsts) == most:
                return firsts  # nothing that follows comes before these
    of_one = _MOST_OF_ONE if len(counts) > 1 else len(rounds)
    return [quote for _, turn, _, quote in sorted(rounds, key=lambda one: one[:3]) if turn <= of_one][:most]


def shortened(quote: Quote, aligned: str) -> Quote:
    """Cut a long quotation at the last sentence end that a phone shows and that leaves its sense.

    Args:
        quote: any quotation.
        aligned: the text it is from, as ``align`` gives it.

    Returns:
        The quotation itself when it is short or cannot be cut, else its beginning.
    """
    if len(quote.text) <= MAX_CHARS:
        return quote
    start, end = quote.start, quote.end
    cut, waiting = 0, 0  # the last place found, and one that the next sentence may still take back
    for match in _SENTENCE.finditer(aligned, start, min(end, start + _MAX_READ)):
        stop, turns = match.start(), _TURNS.match(aligned, match.end(), end) is not None
        cut, waiting = (cut if turns else waiting or cut), 0
        if stop - start > MAX_CHARS:
            break
        if not turns and stop - start >= _MIN_CHARS and aligned.count("«", start, stop) == aligned.count("»", start, stop):
            waiting = stop
    cut = waiting or cut
    if not cut:
        return quote
    text = quote.text[: cut - start]
    return Quote(text, start, cut, quote.speaker, quote.cue, quote.kind, quote.marked, quote.mention)


def is_shortened(quote: Quote, quotes: tuple[Quote, ...]) -> bool:
    """Whether a chosen quotation is only the beginning of the one found, so that «…» belongs after it.

    Args:
        quote: one of those chosen.
        quotes: those ``find_quotes`` found.
    """
    return any(found.start == quote.start and found.end > quote.end for found in quotes)
