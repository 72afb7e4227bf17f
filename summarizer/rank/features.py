"""What the ranker looks at in a sentence, each a plain number. The weights stand in ``news``; what each adds, in README.md.

Two passes over the words, however many sentences there are: the centralities are products with running sums of the sentences'
vectors, so that nothing is compared pair by pair.
"""

import math
from collections import Counter
from itertools import chain
from operator import itemgetter

from summarizer.persian.letters import ZWNJ
from summarizer.rank.document import Document
from summarizer.rank.leaning import Lean
from summarizer.rank.vocabulary import Weighted

NAMES = (
    "early", "second", "last", "opens", "forward", "backward", "title", "lead", "rare", "question", "speech", "leans",
    "first person",
)  # fmt: skip
_SAYING = frozenset(
    ("گفت", "افزود", "اظهار", "تصریح", "خاطرنشان", f"خاطر{ZWNJ}نشان", "خاطر", "تاکید", "یادآور", "یادآوری", "اعلام", "اضافه")
)
_FIRST_PERSON = frozenset(
    (
        *("من", "ما", "بنده", "کردم", "گفتم", "هستیم", "داریم", "کردیم", "کنید", "بخوانید", "خواهم", "کنم", "کنیم"),
        *(f"می{gap}{verb}" for gap in ("", ZWNJ) for verb in ("خواهم", "کنم", "کنیم")),
    )
)
_ASKING = ("؟", "?", "؟»", "?»")
_rarity = itemgetter(1)


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
        [not _SAYING.isdisjoint(one.written) for one in sentences],
        [one.lean is not Lean.NOTHING for one in sentences],
        [not _FIRST_PERSON.isdisjoint(one.written) for one in sentences],
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

    Only what two sentences share counts, so the words that occur in one sentence alone are left out first.
    """
    occurrences = Counter(chain.from_iterable(weights for weights, _ in vectors))
    places: dict[str, list[tuple[int, float]]] = {stem: [] for stem, count in occurrences.items() if count > 1}
    for place, (weights, scale) in enumerate(vectors):
        for stem in weights:
            if stem in places:
                places[stem].append((place, weights[stem] * scale))
    forward, backward = [0.0] * len(vectors), [0.0] * len(vectors)
    for held in places.values():
        seen = 0.0
        for place, weight in held:
            backward[place] += weight * seen
            seen += weight
        for place, weight in held:
            seen -= weight
            forward[place] += weight * seen
    mean = 5.0 / (len(vectors) or 1)
    return [one * mean for one in forward], [one * mean for one in backward]
