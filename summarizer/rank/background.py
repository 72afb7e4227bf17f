"""How rare each word is in Persian news: inverse document frequencies from a shipped count.

One article is too short to tell a rare word from a common one. The file is made by ``tests/bench/train_ranker.py``. Nothing about
the article at hand is known here.
"""

import math
from functools import cache
from importlib.resources import files
from typing import Final

_FILE: Final = "background.txt"


@cache
def rarity() -> dict[str, float]:
    """Inverse document frequency of each stem in the shipped count, ln((N+1)/(df+1)); a stem not in it is as rare as ``unseen``."""
    found: dict[str, float] = {}
    for line in _lines():
        count, _, stems = line.partition("\t")
        found.update(dict.fromkeys(stems.split(" "), _idf(int(count))))
    return found


@cache
def unseen() -> float:
    """The inverse document frequency of a stem too rare to be in the count."""
    return _idf(4)


def _idf(documents: int) -> float:
    return math.log((_total() + 1) / (documents + 1))


@cache
def _lines() -> tuple[str, ...]:
    text = (files("summarizer") / "data" / _FILE).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _total() -> int:
    """How many articles were counted: the first comment line that holds «articles=»."""
    text = (files("summarizer") / "data" / _FILE).read_text("utf-8")
    return int(text.partition("articles=")[2].split()[0])
