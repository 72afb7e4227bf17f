"""Our own ranker: a weighted sum of what ``features`` sees. The weights are what ``tests/bench/train_ranker.py`` printed."""

from operator import mul

from summarizer.rank.document import Document
from summarizer.rank.features import NAMES, features

WEIGHTS: dict[str, float] = {
    "early": 0.083,
    "second": 0.026,
    "last": 0.045,
    "opens": 0.039,
    "forward": 0.115,
    "backward": 0.057,
    "title": 0.140,
    "lead": 0.161,
    "short": -0.031,
    "rare": -0.106,
    "question": -0.098,
    "speech": -0.052,
    "leans": -0.026,
    "first person": -0.009,
}
_ORDERED = tuple(WEIGHTS.get(name, 0.0) for name in NAMES)


def rank(document: Document) -> list[float]:
    """Score every sentence.

    Args:
        document: the article.

    Returns:
        A score for each sentence, in their order: the share of it that a human summary is expected to have, up to a constant.
    """
    return [sum(map(mul, _ORDERED, row)) for row in features(document)]


def contributions(document: Document) -> list[dict[str, float]]:
    """What each feature adds to the score of each sentence.

    Args:
        document: the article.

    Returns:
        For each sentence, feature to points; they sum to its score.
    """
    return [{name: weight * value for name, weight, value in zip(NAMES, _ORDERED, row, strict=True)} for row in features(document)]
