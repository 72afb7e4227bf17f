"""How well a title answers to a name that somebody typed. Pure; knows neither SQL nor where the candidates come from.

A name is a row of *slots*, one for each word typed. A slot knows the title words that may be meant by it, each with a *likeness*
from 0 to 1, and what it weighs: a rare word tells more than a frequent one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

AS_WRITTEN = 1.0
INFLECTED = 0.93  # the same stem
RUN_TOGETHER = 0.93  # written in one with its neighbour, here or there
HALF_TYPED = 0.9
ONE_SLIP = 0.85
TWO_SLIPS = 0.65
IN_LEAD = 0.6  # of what the same word counts in the title

_COVERED, _ORDER, _NEIGHBOURS = 0.10, 0.05, 0.05  # what decides between titles that hold the same words


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of the name.

    Args:
        word: the word itself, as a term.
        weight: what it counts.
        forms: title words that may be meant, each with its likeness.
        prefix: the beginning of the word that is meant, where it may be half typed; '' elsewhere.
    """

    word: str
    weight: float
    forms: Mapping[str, float] = field(default_factory=dict)
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a title answers to a name.

    Args:
        likeness: 0 to 1; the share of the name, by weight, that stands in the title or, for less, in the lead.
        rank: what to sort by: the likeness, and then how much of the title the name is, in its order, side by side.
        covered: the share of the title's letters that the name accounts for.
    """

    likeness: float
    rank: float
    covered: float


def fit(slots: Sequence[Slot], title: Sequence[str], lead: Sequence[str]) -> Fit:
    """Compare a name with a title.

    Args:
        slots: the name; not empty.
        title: the title's terms.
        lead: the first terms of the text.
    """
    places = {word: place for place, word in reversed(list(enumerate(title)))}
    in_lead = set(lead)
    met, found = 0.0, []
    for slot in slots:
        likeness, place = _in_title(slot, places)
        if likeness < IN_LEAD:
            likeness = max(likeness, IN_LEAD * _in_lead(slot, in_lead))
        met += slot.weight * likeness
        found.append(place)
    likeness = met / sum(slot.weight for slot in slots)
    letters = sum(map(len, title)) or 1
    covered = sum(len(title[place]) for place in {place for place in found if place >= 0}) / letters
    rank = likeness + _COVERED * covered + _ORDER * _share(found, _rising) + _NEIGHBOURS * _share(found, _adjacent)
    return Fit(likeness, rank, covered)


def _in_title(slot: Slot, places: Mapping[str, int]) -> tuple[float, int]:
    """The likeness of the best word of the title for a slot, and where it stands; (0, -1) when none will do."""
    best, at = 0.0, -1
    for form in slot.forms.keys() & places.keys():
        if slot.forms[form] > best:
            best, at = slot.forms[form], places[form]
    if slot.prefix and best < HALF_TYPED:
        for word, place in places.items():
            if word.startswith(slot.prefix):
                return HALF_TYPED, place
    return best, at


def _in_lead(slot: Slot, words: set[str]) -> float:
    """The likeness of the best word of the lead for a slot, which no title need have."""
    if slot.word in words:
        return AS_WRITTEN
    best = max((slot.forms[form] for form in slot.forms.keys() & words), default=0.0)
    if slot.prefix and best < HALF_TYPED and any(word.startswith(slot.prefix) for word in words):
        return HALF_TYPED
    return best


def _rising(before: int, after: int) -> bool:
    return before < after


def _adjacent(before: int, after: int) -> bool:
    return after == before + 1


def _share(found: Sequence[int], holds: Callable[[int, int], bool]) -> float:
    """The share of neighbouring slots whose places in the title stand so to each other."""
    pairs = [(before, after) for before, after in pairwise(found) if before >= 0 and after >= 0]
    return sum(1 for pair in pairs if holds(*pair)) / (len(found) - 1) if pairs else 0.0
