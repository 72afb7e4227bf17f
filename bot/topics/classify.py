"""Puts an article into topics by its words: a linear model read from data/weights.tsv, made by tests/bench/train_topics.py.

No library beyond the standard one is needed to read it. Which words an article has stands in ``features``.
"""

import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bot.model.article import TOPICS
from bot.topics.features import features

DESKS = tuple(topic for topic in TOPICS if topic != "health")  # the topics that outlets' desks go by, and the labels with them
_PLAUSIBLE = 0.25  # a further topic is named when it is at least this likely
_WORLD_PLAUSIBLE = 0.15  # lower, since many desks file foreign news under politics
_HEALTH_PLAUSIBLE = 0.5
_MAX_TOPICS = 3
_DESK_BONUS = 1.5  # how much a feed's own desk speaks for a topic, in log odds


class Model(NamedTuple):
    """What a weights file holds: the weight of one unit, a bias a topic, and for each term its weights as written."""

    scale: float
    bias: tuple[float, ...]
    terms: dict[str, str]


def classify(*, title: str, text: str, desk: str = "") -> tuple[str, ...]:
    """The topics of an article, best first.

    Args:
        title: the article's title.
        text: its text.
        desk: the slug of the desk the article came from, where its feed has one; it helps, it does not decide.

    Returns:
        One to three slugs out of TOPICS; none when there is no word to judge by and no desk. Health has no desk in the labelled
        articles and is judged by itself: it stands first only where the desk says so, else behind the likeliest other topic.
    """
    found = features(title, text)
    if not found:
        return (desk,) if desk in TOPICS else ()
    return ranked(likelihoods(_shipped(), found, desk), health_first=desk == "health")


def likelihoods(model: Model, found: dict[str, float], desk: str = "") -> dict[str, float]:
    """How likely each topic is.

    Args:
        model: the weights.
        found: terms with their weight, from ``features``.
        desk: a slug or ''.

    Returns:
        Slug to probability: those of DESKS sum to one, that of health stands alone.
    """
    scores = dict(zip(TOPICS, _scores(model, found), strict=True))
    if desk in scores:
        scores[desk] += _DESK_BONUS
    top = max(scores[topic] for topic in DESKS)
    odds = {topic: math.exp(scores[topic] - top) for topic in DESKS}
    total = sum(odds.values())
    return {topic: odd / total for topic, odd in odds.items()} | {"health": 1 / (1 + math.exp(-max(-50.0, scores["health"])))}


def _scores(model: Model, found: dict[str, float]) -> list[float]:
    scores = list(model.bias)
    for term, value in found.items():
        if weights := model.terms.get(term):
            for i, weight in enumerate(weights.split(" ")):
                scores[i] += int(weight) * model.scale * value
    return scores


def ranked(likely: dict[str, float], *, health_first: bool = False) -> tuple[str, ...]:
    """The likeliest topic, then the other plausible ones.

    Args:
        likely: from ``likelihoods``.
        health_first: whether health, where plausible, goes before the rest; else it comes second.
    """
    desks = sorted(DESKS, key=likely.__getitem__, reverse=True)
    chosen = [desks[0], *(topic for topic in desks[1:] if likely[topic] >= (_WORLD_PLAUSIBLE if topic == "world" else _PLAUSIBLE))]
    if likely["health"] >= _HEALTH_PLAUSIBLE:
        chosen.insert(0 if health_first else 1, "health")
    return tuple(chosen[:_MAX_TOPICS])


def parsed(text: str) -> Model:
    """The model that a weights file describes; a term's weights stay text until an article holds the term."""
    rows = dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    scale = float(rows.pop("scale:"))
    bias = tuple(int(value) * scale for value in rows.pop("bias:").split(" "))
    return Model(scale, bias, rows)


@cache
def _shipped() -> Model:
    return parsed(files("bot.topics").joinpath("data/weights.tsv").read_text("utf-8"))
