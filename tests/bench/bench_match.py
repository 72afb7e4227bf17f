"""Prints how long matching one article takes, by the number of subscriptions. Makes its own articles and queries.

python tests/bench/bench_match.py [SUBSCRIPTIONS ...]       100,000 and 1,000,000 where none is given
"""

import random
import resource
import statistics
import sys
import time
from itertools import accumulate

from bot.model.article import TOPICS
from bot.topics import Query, QueryProblem, Subject, SubscriptionIndex, parse_query
from bot.topics.frequency import shares

ARTICLES = 200
WORDS = 500
RARE_WORDS = 60_000
_RARE_FROM = 10_000  # the rank at which the tail starts: then its commonest word is in less than one article in 100
_LETTERS = "ابپتجچخدرزسشغفقکگلمنوهی"


class Language:
    """Words as they fall in news: the common ones with their real frequency, and a long tail of made-up names."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.common, self.common_sums = list(shares()), list(accumulate(shares().values()))
        self.rare = ["".join(chance.choices(_LETTERS, k=chance.randint(4, 9))) for _ in range(RARE_WORDS)]
        self.rare_sums = list(accumulate(1 / rank for rank in range(_RARE_FROM, _RARE_FROM + RARE_WORDS)))

    def article(self) -> Subject:
        """Words in the proportions of news, a third of them from the tail."""
        common = self.chance.choices(self.common, cum_weights=self.common_sums, k=WORDS * 2 // 3)
        rare = self.chance.choices(self.rare, cum_weights=self.rare_sums, k=WORDS // 3)
        words = [*common, *rare]
        self.chance.shuffle(words)
        topics = tuple(self.chance.sample(TOPICS, 2))
        return Subject(" ".join(words[:12]), " ".join(words[12:]), topics, "خبرگزاری نمونه", (" ".join(rare[:2]),))

    def words(self, count: int) -> list[str]:
        """Words that people ask for: not the commonest, names above all."""
        asked = self.chance.choices(self.rare, cum_weights=self.rare_sums, k=count)
        if self.chance.random() < 0.5:
            asked[0] = self.chance.choice(self.common[100:])
        return asked

    def query(self) -> Query:
        """A topic (15%), one word (30%), two or three (30%), a phrase, an alternative, an exclusion, a person (25%)."""
        kind = self.chance.random()
        if kind < 0.15:
            text = f"موضوع:{self.chance.choice(TOPICS)}"
        elif kind < 0.75:
            text = " ".join(self.words(self.chance.choice((1, 1, 2, 3))))
        else:
            first, second, third = self.words(3)
            text = self.chance.choice(
                (f'"{first} {second}"', f"{first} یا {second}", f"{first} {second} -{third}", f'گوینده:"{first}"')
            )
        parsed = parse_query(text)
        return self.query() if isinstance(parsed, QueryProblem) else parsed


def measure(subscriptions: int) -> str:
    """One line of figures."""
    language = Language(random.Random(7))
    index = SubscriptionIndex()
    queries = [language.query() for _ in range(subscriptions)]
    before, started = _memory_mb(), time.perf_counter()
    for number, query in enumerate(queries):
        index.add(number, query)
    filed_s, memory = time.perf_counter() - started, _memory_mb() - before
    took, met, reached = [], 0, 0
    for _ in range(ARTICLES):
        subject = language.article()
        started = time.perf_counter()
        found = index.match(subject)
        took.append((time.perf_counter() - started) * 1000)
        met += len(found)
        reached += sum(len(one.subscriptions) for one in found)
    cuts = statistics.quantiles(took, n=20)
    return (
        f"{subscriptions:>9,} subscriptions: median {statistics.median(took):.2f} ms, p95 {cuts[-1]:.2f} ms, queries met "
        f"{met / ARTICLES:.0f} ({reached / ARTICLES:,.0f} subscriptions) an article; filed in {filed_s:.1f} s, {memory:.0f} MB more"
    )


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure each size in turn."""
    for size in map(int, sys.argv[1:] or ("100000", "1000000")):
        print(measure(size), flush=True)


if __name__ == "__main__":
    main()
