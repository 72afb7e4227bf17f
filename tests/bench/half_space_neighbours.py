"""Which words stand beside a noun with «های» and one with «ه‌ای», for ``make_word_lists``: what decides of رابطهای and the like."""

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summarizer.persian.letters import ZWNJ

WORD = re.compile(rf"[\w{ZWNJ}]+")
NOUN_ENDING = re.compile(f"{ZWNJ}(?:ها|های|ای|ی)$")
PAIRS_BY_HAND = tuple(  # too rare to count
    ("رابطهای", after) for after in ("کاربری", "گرافیکی", "صوتی", "تصویری", "نرمافزاری", "برنامهنویسی")
)
_LIMIT = 4.0  # of a weight either way

Found = list[tuple[str, int, int]]  # words with their start and end


@dataclass
class Neighbours:
    """What the texts say: beside «های» (True) and «ه‌ای» (False), and after each noun, with or without an ending."""

    endings: dict[bool, Counter[str]] = field(default_factory=lambda: {True: Counter(), False: Counter()})
    followers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def count(self, texts: Iterable[str]) -> None:
        """Add texts to the counts."""
        for text in texts:
            found = [(match[0].strip(ZWNJ), match.start(), match.end()) for match in WORD.finditer(text)]
            for (word, _, end), (after, start, _) in itertools.pairwise(found):
                if text[end:start] == " ":
                    self.followers[NOUN_ENDING.sub("", word)][after.replace(ZWNJ, "")] += 1
            for plural, name in _beside(text, found):
                self.endings[plural][name] += 1


def _beside(text: str, found: Found) -> Iterator[tuple[bool, str]]:
    """The words before and after each «های» and «ه‌ای», «.» where there is none."""
    for i, (word, start, end) in enumerate(found):
        plural = reading(word)
        if plural is not None:
            before = found[i - 1][0] if i and text[found[i - 1][2] : start] == " " else "."
            after = found[i + 1][0] if i + 1 < len(found) and text[end : found[i + 1][1]] == " " else "."
            yield plural, "<" + before.replace(ZWNJ, "")
            yield plural, ">" + after.replace(ZWNJ, "")


def reading(word: str) -> bool | None:
    """True for رابط‌های, False for رابطه‌ای, None for all else."""
    left, _, right = word.rpartition(ZWNJ)
    if right == "های" and left and left[-1] not in "اآدذرزژو":
        return True
    return False if right == "ای" and left.endswith("ه") else None


def neighbour_weights(neighbours: Neighbours) -> dict[str, float]:
    """How much a neighbour speaks for «های» and against «ه‌ای»: log of the ratio of its shares, of those seen often enough."""
    plural, singular = neighbours.endings[True], neighbours.endings[False]
    base = math.log(sum(plural.values()) / sum(singular.values()))
    weights = {}
    for name in sorted(set(plural) | set(singular)):
        if plural[name] + singular[name] > 15:
            weight = math.log((plural[name] + 1.0) / (singular[name] + 1.0)) - base
            if abs(weight) > 0.3:
                weights[name] = max(-_LIMIT, min(_LIMIT, weight))
    return weights


def pair_weights(neighbours: Neighbours, two_ways: Iterable[str]) -> dict[str, float]:
    """How much the next word speaks for one of the two nouns: رابط goes with «کاربری», رابطه with «سیاسی»."""
    weights = {f"{word}>{after}": _LIMIT for word, after in PAIRS_BY_HAND}
    for word in sorted(two_ways):
        plural, singular = neighbours.followers[word[:-3]], neighbours.followers[word[:-2]]
        base = math.log((sum(plural.values()) + 5.0) / (sum(singular.values()) + 5.0))
        for name in sorted(set(plural) | set(singular)):
            if plural[name] + singular[name] > 3:
                weight = math.log((plural[name] + 0.3) / (singular[name] + 0.3)) - base
                if abs(weight) > 1.5:
                    weights[f"{word}>{name}"] = max(-_LIMIT, min(_LIMIT, weight))
    return weights
