"""How long the store takes to answer from many articles. Run it from the project's root:

    python -m tests.bench.bench_store [--articles 100000] [--db FILE]

Makes its own articles out of generated words whose frequencies follow Zipf's law, writes them in batches, and asks as the bot asks:
the newest, the one before, a name in each way people type it, searches of several kinds. A FILE that is there already is asked
again without being written. Prints milliseconds at the median and at the 95th percentile.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, product
from pathlib import Path
from statistics import median, quantiles

from tqdm import tqdm

from bot.model.article import TOPICS, Brief, BriefQuote, NewArticle, Prepared
from bot.model.period import Period
from bot.storage.sqlite.store import SqliteStore

BATCH = 50
VOCABULARY = 60_000
TITLE_WORDS, TEXT_WORDS = (6, 11), (150, 350)
FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)
CONSONANTS, VOWELS = "بپتجچخدرزسشغفقکگلمنه", ("ا", "و", "ی", "")


class Words:
    """Words by Zipf's law: the shorter the more frequent, as in a language."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        syllables = ["".join(one) for one in product(CONSONANTS, VOWELS)]
        made = dict.fromkeys("".join(rng.choices(syllables, k=rng.choice((2, 2, 3, 3, 4)))) for _ in range(3 * VOCABULARY))
        self.all = sorted(list(made)[:VOCABULARY], key=lambda word: len(word) + rng.random() * 4)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.all))))

    def some(self, least: int, most: int) -> list[str]:
        """As many words as fall between the bounds."""
        return self._rng.choices(self.all, cum_weights=self._weights, k=self._rng.randint(least, most))


def made(count: int, rng: random.Random, words: Words) -> Iterator[Prepared]:
    """Articles with titles, texts, topics, times, briefs and quotations."""
    for number in range(count):
        text = " ".join(words.some(*TEXT_WORDS))
        speakers = [" ".join(words.some(2, 3)) for _ in range(3)]
        quotes = tuple(BriefQuote(text[:80], 0, 80, one, "وی", "گفت", "direct", True, True) for one in speakers)
        article = NewArticle(
            title=" ".join(words.some(*TITLE_WORDS)),
            text=text,
            source=rng.choice(("الف", "ب", "پ")),
            url=f"https://example.org/{number}",
            published=FIRST_DAY + timedelta(minutes=20 * number + rng.randrange(600)),
            topics=tuple(rng.sample(TOPICS, k=rng.randint(1, 2))),
        )
        yield Prepared(article, Brief((text[:150], text[200:350]), quotes))


async def fill(store: SqliteStore, count: int) -> None:
    """Write the articles in batches, and say how fast it went."""
    rng = random.Random(1)
    articles = made(count, rng, Words(rng))
    batch: list[Prepared] = []
    writing_s = 0.0
    for one in tqdm(articles, total=count, desc="making", disable=None):
        batch.append(one)
        if len(batch) == BATCH:
            began = time.perf_counter()
            await store.articles.add(batch)
            writing_s += time.perf_counter() - began
            batch = []
    print(f"{'written':34} {count / writing_s:8.0f} articles/s in batches of {BATCH}")


def slip(rng: random.Random, word: str) -> str:
    """The word with two letters changed round."""
    if len(word) < 5:
        return word
    at = rng.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def ways(rng: random.Random) -> dict[str, Callable[[str], str]]:
    """The ways to type a title."""

    def three(title: str) -> list[str]:
        return title.split()[2:5]

    return {
        "whole": lambda title: title,
        "shuffled": lambda title: " ".join(rng.sample(title.split(), len(title.split()))),
        "three words": lambda title: " ".join(three(title)),
        "three words, a slip in each": lambda title: " ".join(slip(rng, word) for word in three(title)),
        "run together": lambda title: "".join(three(title)[:2]) + " " + three(title)[2],
        "last word half typed": lambda title: " ".join((*three(title)[:2], three(title)[2][:3])),
        "one word": lambda title: max(title.split(), key=len),
    }


def queries(rng: random.Random, words: Words) -> dict[str, Callable[[], str]]:
    """Kinds of searches; frequent words are among those the first hundred of the language, but for the ten of every sentence."""

    def frequent() -> str:
        return words.all[rng.randrange(10, 100)]

    def middling() -> str:
        return words.all[rng.randrange(300, 5000)]

    return {
        "one middling word": middling,
        "one frequent word": frequent,
        "two words": lambda: f"{frequent()} {middling()}",
        "two frequent words": lambda: f"{frequent()} {frequent()}",
        "three middling words": lambda: f"{middling()} {middling()} {middling()}",
        "phrase": lambda: f"«{frequent()} {middling()}»",
        "exclusion": lambda: f"{frequent()} -{middling()}",
        "either": lambda: f"{middling()} یا {frequent()}",
    }


async def timed(name: str, ask: Callable[[], Awaitable[object]], times: int) -> None:
    """Ask again and again, and print how long it took."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        await ask()
        taken.append(1000 * (time.perf_counter() - began))
    print(f"{name:34} {median(taken):8.2f} ms at the median {quantiles(taken, n=20)[-1]:8.2f} ms at the 95th percentile")


async def ask_everything(store: SqliteStore, times: int) -> None:
    """Ask in every way."""
    rng = random.Random(1)
    words, count = Words(rng), await store.articles.count()
    some = [article.title for number in rng.sample(range(1, count + 1), times) if (article := await store.articles.get(number))]
    await timed("newest", lambda: store.articles.newest(limit=10), times)
    await timed("newest of a topic", lambda: store.articles.newest(topic="sport", limit=10), times)
    await timed("older", lambda: store.articles.older(rng.randint(1, count)), times)
    await timed("older of a topic", lambda: store.articles.older(rng.randint(1, count), topic="sport"), times)
    await timed("topics of a day", lambda: store.articles.count_by_topic(FIRST_DAY + timedelta(minutes=20 * count - 1440)), times)
    for number in (5_000, 35_000):  # what a busy store gets in a day, and in a week
        end = FIRST_DAY + timedelta(minutes=20 * count)
        period = Period(end - timedelta(minutes=20 * number), end)
        await timed(f"news among {number:,}", lambda period=period: store.coverage.newest(period), times)
        await timed(f"widest told among {number:,}", lambda period=period: store.coverage.widest(period), min(times, 20))
        await timed("and of a topic", lambda period=period: store.coverage.widest(period, topic="sport"), min(times, 20))
    for way, change in ways(rng).items():
        titles = iter(some)
        await timed(f"name: {way}", lambda titles=titles, change=change: store.search.by_name(change(next(titles))), len(some))
    for kind, make in queries(rng, words).items():
        await timed(f"search: {kind}", lambda make=make: store.search.by_words(make()), times)
    await timed("people", lambda: store.quotations.people(words.all[rng.randrange(300, 5000)]), times)
    await timed("said by", lambda: store.quotations.said_by(rng.randint(1, count)), times)


async def main() -> None:
    """Fill a store where that is wanted, and ask it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--db", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        async with SqliteStore.open(asked.db or Path(folder, "bench.db")) as store:
            if not await store.articles.count():
                await fill(store, asked.articles)
            print(f"{'articles':34} {await store.articles.count():8}")
            await ask_everything(store, asked.times)


if __name__ == "__main__":
    asyncio.run(main())
