"""Whether two articles tell the same news. Pure: compares sketches, looks nothing up; who may be compared is found by ``minhash``
keys.

Words say how much two articles have in common, titles whether it is the same piece of it, time and numbers whether it is the
same day's. An outlet seldom tells a thing twice, but often what came next; two outlets that tell the same tell it within a day.
The weights were set by reading pairs of shared/data/stories.jsonl; bot/ingest/README.md says what was measured.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ingest.minhash import Sketch

WINDOW = timedelta(days=14)
SAME_STORY = 0.65
_TITLE, _MOST_TITLE, _LEAST_TITLE_WORDS = 0.4, 0.75, 3
_FREE_HOURS, _DAY_COST, _MOST_DAY_COST = 36.0, 0.15, 0.35
_SAME_OUTLET_COST = 0.2
_SHARED_NUMBER, _MOST_NUMBERS = 0.03, 3
_OTHER_NUMBERS, _OTHER_NUMBERS_COST, _OTHER_DAY_HOURS = 2, 0.6, 18.0


@dataclass(frozen=True, slots=True)
class Known:
    """A stored article that may tell the same.

    Args:
        story_id: its story.
        sketch: what it says.
        published: when.
        source: its outlet.
    """

    story_id: int
    sketch: Sketch
    published: datetime
    source: str


def same_story(sketch: Sketch, published: datetime, source: str, candidates: Iterable[Known]) -> int | None:
    """The story that an article belongs to.

    Args:
        sketch: what the article says.
        published: when it was published.
        source: its outlet.
        candidates: stored articles that share a key with it.

    Returns:
        The story of the candidate most like it; None when none is like enough or near enough in time.
    """
    best, story = SAME_STORY, None
    for one in candidates:
        apart = abs(published - one.published)
        if apart > WINDOW:
            continue
        found = likeness(sketch, one.sketch, hours=apart / timedelta(hours=1), same_outlet=bool(source) and source == one.source)
        if found >= best:
            best, story = found, one.story_id
    return story


def likeness(one: Sketch, other: Sketch, *, hours: float, same_outlet: bool) -> float:
    """How likely two articles tell the same news; from ``SAME_STORY`` on they are taken to.

    Args:
        one: an article.
        other: another.
        hours: the time between them.
        same_outlet: whether one outlet wrote both.
    """
    score = cosine(one, other) + _TITLE * min(_titles(one, other), _MOST_TITLE)
    score += _SHARED_NUMBER * min(len(one.numbers & other.numbers), _MOST_NUMBERS)
    score -= min(_DAY_COST * max(0.0, hours - _FREE_HOURS) / 24, _MOST_DAY_COST)
    score -= _SAME_OUTLET_COST * same_outlet
    if _tell_other_numbers(one, other) and (same_outlet or hours >= _OTHER_DAY_HOURS):
        score -= _OTHER_NUMBERS_COST
    return score


def cosine(one: Sketch, other: Sketch) -> float:
    """What two articles have in common, 0 to 1."""
    few, many = sorted((one.words, other.words), key=len)
    return sum(weight * many.get(word, 0.0) for word, weight in few.items())


def _titles(one: Sketch, other: Sketch) -> float:
    """The share of the shorter title's telling words that stand in the other one, too."""
    return len(one.title & other.title) / max(_LEAST_TITLE_WORDS, min(len(one.title), len(other.title)))


def _tell_other_numbers(one: Sketch, other: Sketch) -> bool:
    """Whether both tell numbers and hardly one is the same: the daily price, the next match."""
    fewer = min(len(one.numbers), len(other.numbers))
    return fewer >= _OTHER_NUMBERS and len(one.numbers & other.numbers) * 3 <= fewer
