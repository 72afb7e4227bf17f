"""What the ranker looks at in a sentence, each a plain number. The weights stand in ``news``; what each adds, in README.md.

Two passes over the words, however many sentences there are: the centralities are products with running sums of the sentences'
vectors, so that nothing is compared pair by pair.
"""

import math
from collections.abc import Mapping

from summarizer.rank.background import rarity, unseen
from summarizer.rank.document import Candidate, Document
from summarizer.rank.leaning import Lean

NAMES = (
    "early", "second", "last", "opens", "forward", "backward", "title", "lead", "short", "rare", "question", "speech", "leans",
    "first person",
)  # fmt: skip
Vector = dict[str, float]
_SHORT_WORDS = 8
_SAID = "گفت"
_SPEECH = (
    *("افزود", "اظهار", "تصریح", "خاطرنشان", "خاطر نشان", "بیان کرد", "تاکید", "تأکید", "ادامه داد", "یادآور", "اعلام کرد"),
    "اضافه کرد",
)
_FIRST_PERSON = frozenset(
    [
        "من",
        "ما",
        "بنده",
        "کردم",
        "گفتم",
        "هستیم",
        "داریم",
        "کردیم",
        "کنید",
        "بخوانید",
        "خواهم",
        "کنم",
        "کنیم",
        "میخواهم",
        "میکنم",
        "میکنیم",
    ]
)


def features(document: Document) -> list[tuple[float, ...]]:
    """Describe every sentence.

    Args:
        document: the article.

    Returns:
        For each sentence the values of ``NAMES``, in that order.
    """
    vectors = [_vector(one.stems) for one in document.sentences]
    title = _vector(document.title_stems)
    lead = vectors[0] if vectors else {}
    forward, backward = _centralities(vectors)
    last = len(vectors) - 1
    return [
        (
            1.0 / (place + 1),
            float(place == 1),
            float(place == last),
            float(one.opens),
            forward[place],
            backward[place],
            _cosine(vector, title),
            _cosine(vector, lead) if place else 0.0,
            *_looks(one),
        )
        for place, (one, vector) in enumerate(zip(document.sentences, vectors, strict=True))
    ]


def _vector(stems: tuple[str, ...]) -> Vector:
    """Unit vector of log term frequency times rarity."""
    counts: dict[str, int] = {}
    for stem in stems:
        counts[stem] = counts.get(stem, 0) + 1
    idf, rare = rarity().get, unseen()
    weights = {stem: idf(stem, rare) * (1.0 if count == 1 else 1.0 + math.log(count)) for stem, count in counts.items()}
    norm = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {stem: value / norm for stem, value in weights.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    get = other.get
    return sum(value * get(stem, 0.0) for stem, value in one.items())


def _centralities(vectors: list[Vector]) -> tuple[list[float], list[float]]:
    """Mean likeness to the sentences after, and before (PacSum, Zheng and Lapata 2019, without its threshold)."""
    backward: list[float] = []
    sums: Vector = {}
    for vector in vectors:
        get = sums.get
        likeness = 0.0
        for stem, value in vector.items():
            seen = get(stem, 0.0)
            likeness += value * seen
            sums[stem] = seen + value
        backward.append(likeness)
    # the whole sum holds the sentence itself (1.0, as vectors are of unit length) and those before it
    forward = [_cosine(vector, sums) - 1.0 - before for vector, before in zip(vectors, backward, strict=True)]
    scale = 5.0 / max(1, len(vectors))
    return [value * scale for value in forward], [value * scale for value in backward]


def _looks(one: Candidate) -> tuple[float, ...]:
    """What a sentence shows by itself."""
    idf, rare = rarity().get, unseen()
    text = one.aligned
    return (
        float(one.words < _SHORT_WORDS),
        sum(idf(stem, rare) for stem in one.stems) / len(one.stems) / 5.0,
        float(text.rstrip('»" ').endswith(("؟", "?"))),
        float(_SAID in one.stems or any(word in text for word in _SPEECH)),
        float(one.lean is not Lean.NOTHING),
        float(not _FIRST_PERSON.isdisjoint(one.stems)),
    )
