"""Says how well ``restore_half_spaces`` does on articles that its lists do not count.

    python -m tests.bench.check_half_spaces --test half_spaces.jsonl --dictionary hazm/data/words.dat --spelling index.dic \
        --frequencies vocab.csv articles.jsonl topics.jsonl stories.jsonl summaries.jsonl half_spaces.jsonl quotes.jsonl \
        search_docs.jsonl

All articles are dealt into folds, those that share much of their text into the same one. The lists are made anew without a fold and
then tried on it: half-spaces are taken out of its articles, put back, and each place between two letters is one decision, as in
the scorer. Three lines come out: the articles of ``--test``, all articles of the same outlets, and all other articles that use
half-spaces throughout. ``--show`` prints what went wrong.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.persian import half_spaces
from summarizer.persian.letters import ZWNJ, align
from summarizer.persian.lexicon import places
from tests.bench import make_word_lists as lists
from tests.bench.half_space_neighbours import WORD

FOLDS = 5
SHINGLE = 8  # words
ALIKE = 0.2  # share of the shorter text's shingles from which two articles are taken for one
_OUTLET = re.compile(r"[a-z_]+(?=-\d|$)")
_IN_BRACKETS = re.compile(r" \(.*")


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its outlet, whether it is one of those to be tested, and its text as it is counted."""

    name: str
    outlet: str
    tested: bool
    text: str


def read(args: argparse.Namespace) -> list[Article]:
    """Every article once."""
    tested = {json.loads(line)["id"] for line in args.test.read_text("utf-8").splitlines()}
    found: dict[str, Article] = {}
    for path in args.corpora:
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            outlet = _IN_BRACKETS.sub("", str(record.get("source", "")))
            text = re.sub(f"{ZWNJ}+", ZWNJ, align(record.get("title", "") + "\n" + record["text"]))
            found.setdefault(record["id"], Article(record["id"], outlet, record["id"] in tested, text))
    return list(found.values())


def shingles(text: str) -> set[int]:
    """A quarter of the runs of words, the same ones in every text."""
    words = re.findall(r"\w+", text.replace(ZWNJ, " "))
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    marks = (int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)
    return {mark for mark in marks if mark % 4 == 0}


def families(articles: list[Article]) -> list[int]:
    """For each article the number of the first one that it shares much of its text with; its own where there is none."""
    where: dict[int, list[int]] = defaultdict(list)
    sizes, first = [], list(range(len(articles)))
    for i, article in enumerate(articles):
        marks, shared = shingles(article.text), Counter[int]()
        sizes.append(len(marks))
        for mark in marks:
            shared.update(where[mark])
            where[mark].append(i)
        alike = [first[other] for other, n in shared.items() if n > 2 and n >= ALIKE * min(sizes[i], sizes[other])]
        for joined in {first[i], *alike}:
            first = [min(alike) if number == joined else number for number in first] if alike else first
    return first


def score(gold: str) -> tuple[Counter[str], list[tuple[str, str]]]:
    """What was put right, wrongly and not at all in one text, and the words with a difference."""
    tally: Counter[str] = Counter()
    wrong = []
    restored = half_spaces.restore_half_spaces(gold.replace(ZWNJ, ""))
    for wanted, got in zip(words(gold), words(restored), strict=True):
        there, mine = set(places(wanted)), set(places(got))
        tally.update(right=len(there & mine), false=len(mine - there), lost=len(there - mine))
        if there != mine:
            wrong.append((wanted, got))
    return tally, wrong


def words(text: str) -> list[str]:
    """The words of a text, half-spaces at their ends dropped."""
    stripped = (word.strip(ZWNJ) for word in WORD.findall(text))
    return [word for word in stripped if word]


def kinds(article: Article, outlets: set[str]) -> Iterator[str]:
    """Which lines of the result an article counts in."""
    if article.tested:
        yield "test file"
    if article.outlet in outlets:
        yield "its outlets"
    elif lists.uses_half_spaces(words(article.text)):
        yield "all others"


def main() -> None:
    """Read the arguments, make the lists for each fold, print what they are worth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0)
    args = lists.arguments(parser)
    articles, dictionaries = read(args), lists.dictionaries_of(args)
    first = families(articles)
    folds = [int(hashlib.md5(articles[number].name.encode()).hexdigest(), 16) % FOLDS for number in first]
    outlets = {article.outlet for article in articles if article.tested}
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for fold in range(FOLDS):
        use([a for a, number in zip(articles, folds, strict=True) if number != fold], dictionaries)
        for i, article in enumerate(articles):
            if folds[i] == fold and (first[i] == i or article.tested):
                tally, misses = score(article.text.partition("\n")[2])
                for kind in kinds(article, outlets):
                    tallies[kind].update(tally)
                    wrong += [(kind, *miss) for miss in misses]
    report(tallies, wrong[: args.show])


def use(articles: list[Article], dictionaries: dict[str, lists.Entries]) -> None:
    """Let the lists made from these articles stand in for the shipped ones."""
    counts = lists.counted([article.text for article in articles], dictionaries)
    made = lists.make(counts)
    readings = lists.readings_of(counts, made)
    half_spaces.__dict__.update(lexicon=lambda: made, readings=lambda: readings)
    half_spaces.restore_word.__globals__["_restored"].cache_clear()


def report(tallies: dict[str, Counter[str]], wrong: list[tuple[str, str, str]]) -> None:
    """Print precision and recall of each kind, then words with a difference."""
    for kind, tally in sorted(tallies.items()):
        found, wanted = tally["right"] + tally["false"], tally["right"] + tally["lost"]
        print(f"{kind:12} P {tally['right'] / found:.4f}  R {tally['right'] / wanted:.4f}  of {wanted} half-spaces")
    for kind, wanted, got in wrong:
        print(f"{kind}: is {wanted.replace(ZWNJ, '|')} said {got.replace(ZWNJ, '|')}")


if __name__ == "__main__":
    main()
