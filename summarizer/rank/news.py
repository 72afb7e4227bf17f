"""Our own ranker: a weighted sum of what ``features`` sees. The weights are what ``tests/bench/train_ranker.py`` printed."""

from typing import Final

from summarizer.rank.document import Document
from summarizer.rank.features import NAMES, features

WEIGHTS: Final[dict[str, float]] = {
    "early": 0.080,
    "second": 0.028,
    "last": 0.044,
    "opens": 0.037,
    "forward": 0.108,
    "backward": 0.054,
    "title": 0.133,
    "lead": 0.157,
    "rare": -0.069,
    "question": -0.103,
    "speech": -0.032,
    "leans": -0.023,
    "first person": -0.013,
}
_ORDERED: Final = tuple(WEIGHTS.get(name, 0.0) for name in NAMES)


def rank(document: Document) -> list[float]:
    """Score every sentence.

    Args:
        document: the article.

    Returns:
        A score for each sentence, in their order: the share of it that a human summary is expected to have, up to a constant.
    """
    scores = [0.0] * len(document.sentences)
    for weight, column in zip(_ORDERED, features(document), strict=True):
        for place, value in enumerate(column):
            scores[place] += weight * value
    return scores


def contributions(document: Document) -> list[dict[str, float]]:
    """What each feature adds to the score of each sentence.

    Args:
        document: the article.

    Returns:
        For each sentence, feature to points; they sum to its score.
    """
    rows = zip(*features(document), strict=True)
    return [{name: weight * value for name, weight, value in zip(NAMES, _ORDERED, row, strict=True)} for row in rows]
