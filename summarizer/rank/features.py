"""What the ranker looks at in a sentence, each a plain number. The weights stand in ``news``; what each adds, in README.md.

Two passes over the words, however many sentences there are: the centralities are products with running sums of the sentences'
vectors, so that nothing is compared pair by pair.
"""

import math
from operator import itemgetter, mul
from typing import Final

from summarizer.rank.document import Document
from summarizer.rank.leaning import NOTHING
from summarizer.rank.telling import FIRST_PERSON, REPORTING
from summarizer.rank.vocabulary import Weighted

NAMES: Final = (
    "early", "second", "last", "opens", "forward", "backward", "title", "lead", "rare", "question", "speech", "leans",
    "first person",
)  # fmt: skip
_ASKING: Final = ("؟", "?", "؟»", "?»")
_rarity: Final = itemgetter(1)


Columns = tuple[list[float], ...]
Vector = tuple[dict[str, float], float]
"""The content of a sentence: stem to log term frequency times rarity, and what brings these weights to unit length."""


def features(document: Document) -> Columns:
    """Describe every sentence.

    Args:
        document: the article.

    Returns:
        For each of ``NAMES`` a column with the value of each sentence.
    """
    sentences = document.sentences
    count = len(sentences)
    vectors = [_vector(one.content) for one in sentences]
    forward, backward = _centralities(vectors)
    return (
        [1.0 / place for place in range(1, count + 1)],
        _only(1, count),
        _only(count - 1, count),
        [one.opens for one in sentences],
        forward,
        backward,
        _likeness(_vector(document.title_content), vectors),
        _to_lead(vectors),
        [sum(map(_rarity, one.content)) / one.words / 5.0 for one in sentences],
        [one.aligned.endswith(_ASKING) for one in sentences],
        [not REPORTING.isdisjoint(one.signals) for one in sentences],
        [one.lean is not NOTHING for one in sentences],
        [not FIRST_PERSON.isdisjoint(one.signals) for one in sentences],
    )


def _only(place: int, count: int) -> list[float]:
    """A column with 1 at one place."""
    column = [0.0] * count
    if 0 <= place < count:
        column[place] = 1.0
    return column


def _vector(content: tuple[Weighted, ...]) -> Vector:
    """The vector of a sentence, or of a title; one without content has nothing in it."""
    weights = dict(content)
    if len(weights) < len(content):
        for stem, count in _repeated(content).items():
            weights[stem] *= 1.0 + math.log(count)
    return weights, 1.0 / (math.hypot(*weights.values()) or 1.0)


def _repeated(content: tuple[Weighted, ...]) -> dict[str, int]:
    """The stems that occur more than once, with their counts. A ``Counter`` takes four times as long for so few."""
    seen: set[str] = set()
    counts: dict[str, int] = {}
    for stem, _ in content:
        if stem in seen:
            counts[stem] = counts.get(stem, 1) + 1
        seen.add(stem)
    return counts


def _likeness(one: Vector, others: list[Vector]) -> list[float]:
    """The cosine of one vector with each of the others."""
    mine, scale = one
    if not mine:
        return [0.0] * len(others)
    known = mine.keys()
    return [scale * other * sum([mine[stem] * weights[stem] for stem in known & weights.keys()]) for weights, other in others]


def _to_lead(vectors: list[Vector]) -> list[float]:
    """The cosine of each sentence with the first one, which has none with itself."""
    return [0.0, *_likeness(vectors[0], vectors[1:])] if vectors else []


def _centralities(vectors: list[Vector]) -> tuple[list[float], list[float]]:
    """Mean likeness to the sentences after, and before (PacSum, Zheng and Lapata 2019, without its threshold).

    The likeness to all others is the product with the sum of all vectors, less that of a vector with itself, which is 1.
    """
    total: dict[str, float] = {}
    backward: list[float] = []
    for weights, scale in vectors:
        before = 0.0
        for stem, weight in weights.items():
            seen = total.get(stem, 0.0)
            before += weight * seen
            total[stem] = seen + weight * scale
        backward.append(before * scale)
    mean = 5.0 / (len(vectors) or 1)
    everything = [scale * sum(map(mul, weights.values(), map(total.__getitem__, weights))) for weights, scale in vectors]
    after = [max(0.0, whole - 1.0 - before) for whole, before in zip(everything, backward, strict=True)]
    return [one * mean for one in after], [one * mean for one in backward]
