"""Quotations found in the seed articles against those annotated by hand. Precision first: the floors only rise.

A prediction meets an annotated quotation when their spans overlap by half or more (intersection over union of what is no
space). It is right when its speaker holds one of the accepted names, too. Quotations marked optional count neither way.
"""

from dataclasses import dataclass

import pytest

from bot.ingest.record import Record
from summarizer import find_quotes
from summarizer.model import Quote
from summarizer.persian.letters import fold
from summarizer.quotes.speakers import split_speaker

PRECISION_FLOOR = 0.94
F1_FLOOR = 0.92
SPEAKER_FLOOR = 0.95
ROLE_FLOOR = 0.9
OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """How the predictions of all articles compare: annotated, predicted, met, and met with the right speaker."""

    wanted: int
    predicted: int
    met: int
    right: int


def characters(text: str, start: int, end: int) -> frozenset[int]:
    """The offsets of what is not space."""
    return frozenset(at for at in range(start, end) if not text[at].isspace())


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union."""
    return len(one & other) / len(one | other) if one and other else 0.0


def spans_of(gold: list[dict], text: str) -> list[frozenset[int]]:
    """Where the annotated quotations stand; a text that occurs twice is taken in order."""
    spans, after = [], 0
    for one in gold:
        start = text.find(one["text"], after)
        start = start if start >= 0 else text.index(one["text"])
        after = start + 1
        spans.append(characters(text, start, start + len(one["text"])))
    return spans


def names(speaker: str, accepted: list[str]) -> bool:
    """Whether the speaker holds one of the accepted names, whatever its spaces."""
    bare = fold(speaker).replace(" ", "")
    return any(fold(name).replace(" ", "") in bare for name in accepted)


def pairs(found: list[frozenset[int]], gold: list[frozenset[int]]) -> dict[int, int]:
    """Which prediction meets which annotated quotation, best overlap first, each once."""
    ranked = sorted(((overlap(one, other), i, j) for i, one in enumerate(found) for j, other in enumerate(gold)), reverse=True)
    met: dict[int, int] = {}
    for value, i, j in ranked:
        if value >= OVERLAP and i not in met and j not in met.values():
            met[i] = j
    return met


def compare(quotes: tuple[Quote, ...], gold: list[dict], text: str) -> Score:
    """Compare the predictions of one article; one that meets nothing but lies in an optional quotation is passed over."""
    found = [characters(text, one.start, one.end) for one in quotes]
    spans = spans_of(gold, text)
    wanted = [at for at, one in enumerate(gold) if not one["optional"]]
    optional = [spans[at] for at, one in enumerate(gold) if one["optional"]]
    met = pairs(found, [spans[at] for at in wanted])
    loose = [one for at, one in enumerate(found) if at not in met]
    excused = sum(any(overlap(one, other) >= OVERLAP or len(one & other) >= 0.8 * len(one) for other in optional) for one in loose)
    right = sum(names(quotes[i].speaker, gold[wanted[j]]["accept"]) for i, j in met.items())
    return Score(len(wanted), len(found) - excused, len(met), right)


@pytest.fixture(scope="module")
def score(seeds: dict[str, Record], gold_quotes: dict[str, list[dict]]) -> Score:
    """The scores of all articles together."""
    each = [compare(find_quotes(seed.text), gold_quotes[name], seed.text) for name, seed in seeds.items()]
    return Score(*(sum(getattr(one, field) for one in each) for field in ("wanted", "predicted", "met", "right")))


def test_what_is_found_is_right(score: Score) -> None:
    """Precision of span and speaker together."""
    assert score.right / score.predicted >= PRECISION_FLOOR


def test_quotations_are_found_with_their_speakers(score: Score) -> None:
    """F1 of span and speaker together."""
    assert 2 * score.right / (score.wanted + score.predicted) >= F1_FLOOR


def test_speakers_are_right(score: Score) -> None:
    """Of the quotations found, the share whose speaker is an accepted one: nobody gets words that are not theirs."""
    assert score.right / score.met >= SPEAKER_FLOOR


def test_articles_without_speech_have_no_quotations(seeds: dict[str, Record], gold_quotes: dict[str, list[dict]]) -> None:
    """Names, titles and figures are no quotations."""
    silent = [name for name, quotes in gold_quotes.items() if not quotes]
    assert len(silent) >= 3
    assert {name: find_quotes(seeds[name].text) for name in silent if find_quotes(seeds[name].text)} == {}


def roles(seeds: dict[str, Record], gold_quotes: dict[str, list[dict]]) -> list[tuple[str, str]]:
    """The role shown and the role annotated of each quotation met, folded, without spaces."""
    met = []
    for name, gold in gold_quotes.items():
        text = seeds[name].text
        quotes = find_quotes(text)
        spans = spans_of(gold, text)
        for i, j in pairs([characters(text, one.start, one.end) for one in quotes], spans).items():
            both = (split_speaker(quotes[i].speaker).role, split_speaker(gold[j]["speaker"]).role)
            met.append((fold(both[0]).replace(" ", ""), fold(both[1]).replace(" ", "")))
    return met


def test_nobody_has_another_s_role(seeds: dict[str, Record], gold_quotes: dict[str, list[dict]]) -> None:
    """A shown role is the annotated one, whole or in part: not a neighbour's, and none that points nowhere."""
    shown = [both for both in roles(seeds, gold_quotes) if both[0]]
    assert len(shown) > 60
    assert [both for both in shown if both[0] not in both[1]] == []


def test_the_roles_that_a_text_gives_are_shown(seeds: dict[str, Record], gold_quotes: dict[str, list[dict]]) -> None:
    """Of the annotated roles most are found."""
    wanted = [both for both in roles(seeds, gold_quotes) if both[1]]
    assert sum(bool(role) for role, _ in wanted) / len(wanted) >= ROLE_FLOOR
