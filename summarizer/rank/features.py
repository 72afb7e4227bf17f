"""What the ranker looks at in a sentence, each a plain number. The weights stand in ``news``; what each adds, in README.md.

Two passes over the words, however many sentences there are: the centralities are products with running sums of the sentences'
vectors, so that nothing is compared pair by pair.
"""

import math
from collections.abc import Iterable
from itertools import chain
from operator import mul
from typing import NamedTuple

from summarizer.rank.background import rarity, unseen
from summarizer.rank.document import Candidate, Document
from summarizer.rank.leaning import Lean

NAMES = (
    "early", "second", "last", "opens", "forward", "backward", "title", "lead", "short", "rare", "question", "speech", "leans",
    "first person",
)  # fmt: skip
_SHORT_WORDS = 8
_SAID = "گفت"
_SPEECH = (
    *("افزود", "اظهار", "تصریح", "خاطرنشان", "خاطر نشان", "بیان کرد", "تاکید", "تأکید", "ادامه داد", "یادآور", "اعلام کرد"),
    "اضافه کرد",
)
_FIRST_PERSON = frozenset(
    (
        *("من", "ما", "بنده", "کردم", "گفتم", "هستیم", "داریم", "کردیم", "کنید", "بخوانید", "خواهم", "کنم", "کنیم"),
        *("میخواهم", "میکنم", "میکنیم"),
    )
)


class Vector(NamedTuple):
    """The words of a sentence as a vector of log term frequency times rarity.

    Args:
        weights: stem to weight, not yet brought to unit length.
        scale: what brings the vector to unit length.
        rare: the mean rarity of the words.
    """

    weights: dict[str, float]
    scale: float
    rare: float


def features(document: Document) -> list[tuple[float, ...]]:
    """Describe every sentence.

    Args:
        document: the article.

    Returns:
        For each sentence the values of ``NAMES``, in that order.
    """
    vectors = [_vector(one.stems) for one in document.sentences]
    if not vectors:
        return []
    forward, backward = _centralities(vectors)
    titles = _likeness(_vector(document.title_stems), vectors)
    leads = _likeness(vectors[0], vectors)
    leads[0] = 0.0
    said = [word for word in _SPEECH if word in document.aligned]  # a few words to look for in each sentence instead of all
    last = len(vectors) - 1
    return [
        (
            1.0 / (place + 1),
            float(place == 1),
            float(place == last),
            float(one.opens),
            forward[place],
            backward[place],
            titles[place],
            leads[place],
            float(one.words < _SHORT_WORDS),
            vectors[place].rare / 5.0,
            float(one.aligned.rstrip('»" ').endswith(("؟", "?"))),
            float(_is_speech(one, said)),
            float(one.lean is not Lean.NOTHING),
            float(not _FIRST_PERSON.isdisjoint(one.stems)),
        )
        for place, one in enumerate(document.sentences)
    ]


def _vector(stems: tuple[str, ...]) -> Vector:
    """The vector of a sentence, or of a title; one without words has nothing in it."""
    idf, unknown = rarity().get, unseen()
    weights: dict[str, float] = {}
    again: dict[str, int] = {}
    for stem in stems:
        if stem in weights:
            again[stem] = again.get(stem, 1) + 1
        else:
            weights[stem] = idf(stem, unknown)
    rare = sum(weights.values())
    for stem, count in again.items():
        rare += weights[stem] * (count - 1)
        weights[stem] *= 1.0 + math.log(count)
    return Vector(weights, 1.0 / (math.hypot(*weights.values()) or 1.0), rare / (len(stems) or 1))


def _likeness(one: Vector, others: Iterable[Vector]) -> list[float]:
    """The cosine of one vector with each of the others."""
    weights, shared = one.weights, one.weights.keys()
    if not weights:
        return [0.0 for _ in others]
    return [
        sum([weights[stem] * other.weights[stem] for stem in shared & other.weights.keys()]) * one.scale * other.scale
        for other in others
    ]


def _centralities(vectors: list[Vector]) -> tuple[list[float], list[float]]:
    """Mean likeness to the sentences after, and before (PacSum, Zheng and Lapata 2019, without its threshold)."""
    backward: list[float] = []
    sums = dict.fromkeys(chain.from_iterable(one.weights for one in vectors), 0.0)
    for weights, scale, _ in vectors:
        likeness = 0.0
        for stem, weight in weights.items():
            seen = sums[stem]
            likeness += weight * seen
            sums[stem] = seen + weight * scale
        backward.append(likeness * scale)
    # the whole sum holds the sentence itself (1.0, as the vectors in it are of unit length) and those before it
    total = sums.__getitem__
    whole = [sum(map(mul, weights.values(), map(total, weights))) * scale for weights, scale, _ in vectors]
    mean = 5.0 / len(vectors)
    return [(all_ - 1.0 - before) * mean for all_, before in zip(whole, backward, strict=True)], [one * mean for one in backward]


def _is_speech(one: Candidate, said: list[str]) -> bool:
    """Whether a sentence reports what somebody said.

    Args:
        one: the sentence.
        said: the words of saying that the article has.
    """
    return _SAID in one.stems or any(word in one.aligned for word in said)
