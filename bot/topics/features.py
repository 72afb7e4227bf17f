"""What the classifier looks at: the terms of a title and a text, with their weight in the article. Training reads the same.

No topic is known here; which term speaks for which topic stands in data/weights.tsv.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from summarizer.persian.terms import stem_terms

TITLE_WEIGHT = 3
MAX_CHARS = 12_000  # the topic is clear long before; bounds the time a long text can take


def features(title: str, text: str) -> dict[str, float]:
    """The article's terms and pairs of neighbouring terms, each with its weight.

    Args:
        title: the article's title.
        text: its text; only the first MAX_CHARS characters are read.

    Returns:
        Term to (1 + ln tf) / length, where a term of the title counts TITLE_WEIGHT times and length is the Euclidean length
        of the single terms, so that long and short articles compare. Empty when there is no word.
    """
    head, body = words(title[:MAX_CHARS]), words(text[:MAX_CHARS])
    counts = Counter(body)
    paired = Counter(pairs(body))
    for term in head:
        counts[term] += TITLE_WEIGHT
    for pair in pairs(head):
        paired[pair] += TITLE_WEIGHT
    damped = {term: 1.0 + math.log(count) for term, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in damped.values())) or 1.0
    damped.update((pair, 1.0 + math.log(count)) for pair, count in paired.items())
    return {term: weight / length for term, weight in damped.items()}


def words(text: str) -> list[str]:
    """The stems of two letters or more that are no number."""
    return [stem for stem in stem_terms(text) if len(stem) > 1 and stem.isalpha()]


def pairs(stems: Sequence[str]) -> list[str]:
    """Each two neighbouring stems as one term."""
    return [f"{first} {second}" for first, second in pairwise(stems)]
