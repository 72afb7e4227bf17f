"""How alike the sentences of an article are, by the stems they share: each to those before it, those after it, the title, the lead.

A sentence is a vector of unit length; its weights are log term frequency times rarity, and the likeness of two is their cosine. A
stem of the article is one object that holds its running sums, so that, however many sentences there are, each word costs one look.
"""

import math
from collections.abc import Sequence
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.rank.document import Document
from summarizer.rank.vocabulary import Word

_TITLE: Final = -1  # its place


@mypyc_attr(acyclic=True)
@final
class _Stem:
    """A stem of one article.

    Args:
        rarity: its inverse document frequency.

    Besides:
        total: the sum of its weights in the sentences summed up so far.
        title: its weight in the title.
        lead: its weight in the lead.
        place: the last sentence it was met in.
        count: how often it was met there.
    """

    __slots__ = ("count", "lead", "place", "rarity", "title", "total")

    def __init__(self, rarity: float) -> None:
        self.rarity = rarity
        self.total = self.title = self.lead = 0.0
        self.place = _TITLE - 1
        self.count = 0

    def weight(self, count: int) -> float:
        """Its weight in a sentence that has it so often, before that sentence is brought to unit length."""
        return self.rarity if count == 1 else self.rarity * (1.0 + math.log(count))


@mypyc_attr(acyclic=True)
@final
class _Vector:
    """A sentence.

    Args:
        stems: each stem in it.
        counts: how often each is in it.
        scale: what brings it to unit length.
    """

    __slots__ = ("counts", "scale", "stems")

    def __init__(self, stems: list[_Stem], counts: list[int], scale: float) -> None:
        self.stems = stems
        self.counts = counts
        self.scale = scale

    def weight(self, at: int) -> float:
        """The weight of one of its stems."""
        return self.stems[at].weight(self.counts[at]) * self.scale


@mypyc_attr(acyclic=True)
@final
class Likenesses:
    """How alike the sentences of an article are to others; a value for each, in their order.

    Args:
        forward: to all after it together (PacSum, Zheng and Lapata 2019, without its threshold).
        backward: to all before it together.
        title: to the title.
        lead: to the first sentence, which has none with itself.
    """

    __slots__ = ("backward", "forward", "lead", "title")

    def __init__(self, forward: list[float], backward: list[float], title: list[float], lead: list[float]) -> None:
        self.forward = forward
        self.backward = backward
        self.title = title
        self.lead = lead


def likenesses(document: Document) -> Likenesses:
    """Compare the sentences of an article.

    Args:
        document: the article.
    """
    known: dict[str, _Stem] = {}
    _mark(_vector(document.title_content, known, _TITLE), title=True)
    vectors: list[_Vector] = []
    found = Likenesses([], [], [], [])
    for place, one in enumerate(document.sentences):
        vector = _vector(one.content, known, place)
        vectors.append(vector)
        _compare(vector, found)
        if not place:
            _mark(vector, title=False)
    for vector in vectors:
        after = 0.0
        for at, stem in enumerate(vector.stems):
            weight = vector.weight(at)
            stem.total -= weight
            after += weight * stem.total
        found.forward.append(after)
    return found


def _vector(content: Sequence[Word], known: dict[str, _Stem], place: int) -> _Vector:
    """The vector of a sentence or of the title; one without content has nothing in it."""
    stems: list[_Stem] = []
    for word in content:
        stem = known.get(word.stem)
        if stem is None:
            stem = known[word.stem] = _Stem(word.rarity)
        if stem.place == place:
            stem.count += 1
        else:
            stem.place, stem.count = place, 1
            stems.append(stem)
    squares = 0.0
    for stem in stems:
        weight = stem.weight(stem.count)
        squares += weight * weight
    return _Vector(stems, [stem.count for stem in stems], 1.0 / math.sqrt(squares) if squares else 1.0)


def _mark(vector: _Vector, *, title: bool) -> None:
    """Keep the weights of the title, or else of the lead, with the stems."""
    for at, stem in enumerate(vector.stems):
        if title:
            stem.title = vector.weight(at)
        else:
            stem.lead = vector.weight(at)


def _compare(vector: _Vector, found: Likenesses) -> None:
    """Compare a sentence with the title, the lead and those before it, and add it to these."""
    before = title = lead = 0.0
    for at, stem in enumerate(vector.stems):
        weight = vector.weight(at)
        before += weight * stem.total
        title += weight * stem.title
        lead += weight * stem.lead
        stem.total += weight
    found.backward.append(before)
    found.title.append(title)
    found.lead.append(lead)
