"""Prints how long matching one article takes, by the number of subscriptions and what they ask for. Makes its own articles.

python -m tests.bench.bench_match [SUBSCRIPTIONS ...]       100,000 and 1,000,000 where none is given

20,000 chats hold them, a few with fifty and most with few. Two mixes: «usual», topics, names and rarer words as readers choose
them, many alike; «hard», words that stand in every few articles, alone and combined, hardly two queries alike. What is timed is
the matching, from the text to the numbers of the subscriptions; the article's words have been stemmed once before, as in the store.
"""

import gc
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, islice

from bot.model.alert import MAX_SUBSCRIPTIONS
from bot.model.article import TOPICS
from bot.topics import Query, QueryProblem, Subject, SubscriptionIndex, parse_query
from bot.topics.frequency import shares
from summarizer.persian.terms import stem_terms

CHATS = 20_000
ARTICLES = 100
WORDS = 500
RARE_WORDS = 60_000
SURNAMES = 3_000
OUTLETS = 40
_RARE_FROM = 10_000  # the rank at which the tail starts: then its commonest word is in less than one article in 100
_TOO_COMMON = 60  # of the commonest words, «و» and «از» among them, nobody asks for any
_LETTERS = "ابپتجچخدرزسشغفقکگلمنوهی"


class Language:
    """Words as they fall in news: the common ones with their real frequency, and a long tail of made-up names."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.common, self.common_sums = list(shares()), list(accumulate(shares().values()))
        self.asked, self.asked_sums = self.common[_TOO_COMMON:], list(accumulate(list(shares().values())[_TOO_COMMON:]))
        self.rare = [self.made_up() for _ in range(RARE_WORDS)]
        self.rare_sums = list(accumulate(1 / rank for rank in range(_RARE_FROM, _RARE_FROM + RARE_WORDS)))
        self.surnames, self.outlets = self.rare[:SURNAMES], [f"خبرگزاری {self.made_up()}" for _ in range(OUTLETS)]

    def made_up(self) -> str:
        """A word that nobody has used before."""
        return "".join(self.chance.choices(_LETTERS, k=self.chance.randint(4, 9)))

    def article(self) -> Subject:
        """Words in the proportions of news, a third of them from the tail; two topics, three speakers."""
        common = self.chance.choices(self.common, cum_weights=self.common_sums, k=WORDS * 2 // 3)
        rare = self.chance.choices(self.rare, cum_weights=self.rare_sums, k=WORDS // 3)
        words = [*common, *rare]
        self.chance.shuffle(words)
        names = zip(rare[:3], self.chance.sample(self.surnames, 3), strict=True)
        speakers = tuple(f"{first} {last}، سخنگوی {last}" for first, last in names)
        topics = tuple(self.chance.sample(TOPICS, 2))
        return Subject(" ".join(words[:12]), " ".join(words[12:]), topics, self.chance.choice(self.outlets), speakers)

    def rarer(self, count: int) -> list[str]:
        """Words that people ask for: not the commonest, names above all."""
        asked = self.chance.choices(self.rare, cum_weights=self.rare_sums, k=count)
        if self.chance.random() < 0.5:
            asked[0] = self.chance.choice(self.common[100:])
        return asked

    def commoner(self, count: int) -> list[str]:
        """Words as often asked for as they stand in articles."""
        return self.chance.choices(self.asked, cum_weights=self.asked_sums, k=count)

    def usual(self) -> str:
        """A topic (15%), one word (30%), two or three (30%), and of every other kind some."""
        kind = self.chance.random()
        if kind < 0.15:
            return f"موضوع:{self.chance.choice(TOPICS)}"
        if kind < 0.75:
            return " ".join(self.rarer(self.chance.choice((1, 1, 2, 3))))
        return self._of_any_kind(self.rarer)

    def hard(self) -> str:
        """One common word (20%), two (25%), three (10%), and of every other kind more (45%)."""
        kind = self.chance.random()
        if kind < 0.55:
            return " ".join(self.commoner(1 if kind < 0.2 else 2 if kind < 0.45 else 3))
        return self._of_any_kind(self.commoner)

    def _of_any_kind(self, words: Callable[[int], list[str]]) -> str:
        """A phrase, alternatives, exclusions, a person, an outlet, a topic with a word."""
        one, two, three, four = words(4)
        name = self.chance.choice(self.surnames)
        kinds = (
            *(f'"{one} {two}"', f'"{one} {two} {three}"', f"{one} یا {two}", f"{one} یا {two} {three} یا {four}"),
            *(f"{one} {two} -{three}", f"{one} -{two}", f'{one} -"{two} {three}" -{four}'),
            *(
                f'گوینده:"{name}"',
                f"منبع:{self.chance.choice(self.outlets).split()[1]} {one}",
                f"موضوع:{self.chance.choice(TOPICS)} {one}",
            ),
        )
        return self.chance.choice(kinds)


def queries(language: Language, mix: str) -> Iterator[Query]:
    """Queries without end."""
    while True:
        parsed = parse_query(getattr(language, mix)())
        if not isinstance(parsed, QueryProblem):
            yield parsed


def holders(chance: random.Random, subscriptions: int) -> list[int]:
    """Which chat each subscription belongs to: a few chats have many, none over fifty."""
    weights = [chance.paretovariate(1.2) for _ in range(CHATS)]
    free = [MAX_SUBSCRIPTIONS] * CHATS
    held: list[int] = []
    while len(held) < subscriptions:
        still_free = [chat for chat in range(CHATS) if free[chat]]
        for chat in chance.choices(still_free, [weights[chat] for chat in still_free], k=subscriptions - len(held)):
            if free[chat]:
                free[chat] -= 1
                held.append(chat)
    return held


def measure(mix: str, subscriptions: int) -> str:
    """One line of figures."""
    language = Language(random.Random(7))
    index, held = SubscriptionIndex(), holders(random.Random(8), subscriptions)
    asked = list(islice(queries(language, mix), subscriptions))
    before, started = _memory_mb(), time.perf_counter()
    for number, query in enumerate(asked):
        index.add(number, query)
    filed_s, memory = time.perf_counter() - started, _memory_mb() - before
    gc.collect()
    gc.freeze()
    took, reached, chats = [], 0, 0
    for _ in range(ARTICLES):
        subject = language.article()
        stem_terms(subject.text)
        started = time.perf_counter()
        found = index.asked_by(subject)
        took.append((time.perf_counter() - started) * 1000)
        reached, chats = reached + len(found), chats + len({held[number] for number in found})
    times = f"median {statistics.median(took):6.2f} ms, p95 {statistics.quantiles(took, n=20)[-1]:6.2f} ms"
    each = f"{reached / ARTICLES:,.0f} subscriptions of {chats / ARTICLES:,.0f} chats"
    return f"{mix:>6} {subscriptions:>9,}: {times}; an article meets {each}; filed in {filed_s:.0f} s, {memory:.0f} MB more"


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure each mix at each size."""
    for mix in ("usual", "hard"):
        for size in map(int, sys.argv[1:] or ("100000", "1000000")):
            print(measure(mix, size), flush=True)


if __name__ == "__main__":
    main()
