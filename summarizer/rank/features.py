"""What the ranker looks at in a sentence, each a plain number. The weights stand in ``news``; what each adds, in README.md.

Two passes over the words, however many sentences there are: the centralities are products with running sums of the sentences'
vectors, so that nothing is compared pair by pair.
"""

import math
from typing import Final

from summarizer.rank.document import Candidate, Document
from summarizer.rank.leaning import NOTHING
from summarizer.rank.telling import FIRST_PERSON, REPORTING
from summarizer.rank.vocabulary import Word

NAMES: Final = (
    "early", "second", "last", "opens", "forward", "backward", "title", "lead", "rare", "question", "speech", "leans",
    "first person",
)  # fmt: skip
_ASKING: Final = ("؟", "?", "؟»", "?»")


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
        [float(one.opens) for one in sentences],
        forward,
        backward,
        _likeness(_vector(document.title_content), vectors),
        _to_lead(vectors),
        [_rarity(one) for one in sentences],
        [float(one.aligned.endswith(_ASKING)) for one in sentences],
        [float(not REPORTING.isdisjoint(one.signals)) for one in sentences],
        [float(one.lean is not NOTHING) for one in sentences],
        [float(not FIRST_PERSON.isdisjoint(one.signals)) for one in sentences],
    )


def _rarity(one: Candidate) -> float:
    """How rare the words of a sentence are."""
    total = 0.0
    for word in one.content:
        total += word.rarity
    return total / one.words / 5.0


def _only(place: int, count: int) -> list[float]:
    """A column with 1 at one place."""
    column = [0.0] * count
    if 0 <= place < count:
        column[place] = 1.0
    return column


def _vector(content: list[Word]) -> Vector:
    """The vector of a sentence, or of a title; one without content has nothing in it."""
    weights: dict[str, float] = {}
    repeated: dict[str, int] = {}
    for word in content:
        if word.stem in weights:
            repeated[word.stem] = repeated.get(word.stem, 1) + 1
        else:
            weights[word.stem] = word.rarity
    for stem, count in repeated.items():
        weights[stem] *= 1.0 + math.log(count)
    length = 0.0
    for weight in weights.values():
        length += weight * weight
    return weights, 1.0 / math.sqrt(length) if length else 1.0


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

    Only what two sentences share counts, so the words that occur in one sentence alone are left out first.
    """
    seen: set[str] = set()
    shared: set[str] = set()
    for weights, _ in vectors:
        shared.update(seen.intersection(weights))
        seen.update(weights)
    held = [[(stem, weights[stem] * scale) for stem in shared.intersection(weights)] for weights, scale in vectors]
    mean = 5.0 / (len(vectors) or 1)
    backward, forward = _so_far(held, mean), _so_far(held[::-1], mean)
    forward.reverse()
    return forward, backward


def _so_far(held: list[list[tuple[str, float]]], mean: float) -> list[float]:
    """The product of each vector with the sum of those before it; ``held`` are the vectors, ``mean`` what to multiply it by."""
    total: dict[str, float] = {}
    found: list[float] = []
    for vector in held:
        product = 0.0
        for stem, weight in vector:
            before = total.get(stem, 0.0)
            product += weight * before
            total[stem] = before + weight
        found.append(product * mean)
    return found
