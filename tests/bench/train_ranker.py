"""Makes the numbers of the ranker: the background counts, and the weights with their cross-validated worth.

    python tests/bench/train_ranker.py background OUT.txt FILE.jsonl ...     articles with a «text» each
    python tests/bench/train_ranker.py weights FILE.jsonl [--without NAME]   articles with «text», «title» and «extractive_refs»
    python tests/bench/train_ranker.py ablation FILE.jsonl                   what each feature adds, cross-validated

A sentence's worth is the share of it (of its words by a third, of its pairs of words by two thirds) that the human extracts have.
Within each article the features are fitted to it by ridge regression, weighted by length: F1 under a budget of words asks for worth
a word.
"""

import argparse
import json
import math
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

import itertools

from summarizer.persian.letters import align, fold, spaced
from summarizer.persian.stems import stem
from summarizer.rank.document import Document, read_document
from summarizer.rank.features import NAMES, features
from summarizer.select import Budget, choose, is_shown

RIDGE, FOLDS, LEAST_DOCUMENTS, SHARE, FIVE = 300.0, 10, 8, 0.3, 5


@dataclass(frozen=True)
class Example:
    """An article with what is needed to fit and to score."""

    document: Document
    tokens: list[list[str]]
    references: list[list[str]]
    rows: np.ndarray
    worth: np.ndarray
    budget: int


def tokens(text: str) -> list[str]:
    """Words for scoring."""
    return re.findall(r"\w+", fold(text.replace("\u200c", " ")))


def records(path: Path) -> Iterator[dict]:
    """The records of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def without_title(reference: str, title: str) -> str:
    """A reference without a first line that is the title."""
    first, _, rest = reference.partition("\n")
    return rest if tokens(first) == tokens(title) else reference


def worth(words: list[str], references: list[list[str]]) -> float:
    """The share of a sentence that the references have."""
    ones, twos = Counter(words), Counter(itertools.pairwise(words))
    shares = [
        (sum((ones & Counter(one)).values()) + 2 * sum((twos & Counter(itertools.pairwise(one))).values())) / 3
        for one in references
    ]
    return statistics.mean(shares) / max(1, len(words))


def example(record: dict) -> Example:
    """Read a record."""
    document = read_document(record["text"], record["title"])
    words = [tokens(document.text[one.start : one.end]) for one in document.sentences]
    references = [tokens(without_title(one, record["title"])) for one in record["extractive_refs"]]
    values = np.array([worth(one, references) for one in words])
    return Example(
        document, words, references, np.array(features(document), float).T, values, round(SHARE * len(tokens(record["text"])))
    )


def fit(examples: Sequence[Example], columns: list[int]) -> np.ndarray:
    """Ridge regression within articles; the weights are in the features' own units."""
    rows, values = [], []
    for one in examples:
        weight = np.array([len(words) for words in one.tokens], float)
        weight /= weight.sum()
        root = np.sqrt(weight * min(len(weight), 40))
        row = one.rows[:, columns]
        rows.append((row - weight @ row) * root[:, None])
        values.append((one.worth - weight @ one.worth) * root)
    matrix, target = np.vstack(rows), np.concatenate(values)
    spread = np.sqrt((matrix**2).mean(axis=0)) + 1e-9
    matrix = matrix / spread
    return np.linalg.solve(matrix.T @ matrix + RIDGE * np.eye(len(columns)), matrix.T @ target) / spread


def common_length(one: list[str], other: list[str]) -> int:
    """Length of the longest common subsequence, a row of bits at a time (Hyyro 2004)."""
    places: dict[str, int] = {}
    for at, word in enumerate(other):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(other)) - 1
    row = full
    for word in one:
        hit = places.get(word, 0) & row
        row = ((row + hit) | (row - hit)) & full
    return len(other) - row.bit_count()


def f1(overlap: int, one: int, other: int) -> float:
    """F1 of an overlap."""
    return 2 * overlap / (one + other) if overlap else 0.0


def rouge(candidate: list[str], references: list[list[str]]) -> list[float]:
    """ROUGE-1, 2 and L, F1 in points, mean over the references."""
    scores = []
    for one in references:
        pairs, others = Counter(itertools.pairwise(candidate)), Counter(itertools.pairwise(one))
        scores.append(
            (
                f1(sum((Counter(candidate) & Counter(one)).values()), len(candidate), len(one)),
                f1(sum((pairs & others).values()), len(candidate) - 1, len(one) - 1),
                f1(common_length(candidate, one), len(candidate), len(one)),
            )
        )
    return [100 * statistics.mean(column) for column in zip(*scores, strict=True)]


def summary(one: Example, scores: Sequence[float], budget: Budget) -> list[str]:
    """The words of the summary that these scores give."""
    verdicts = choose(one.document, scores, budget)
    return [word for words, verdict in zip(one.tokens, verdicts, strict=True) if is_shown(verdict) for word in words]


def measure(examples: Sequence[Example], columns: list[int]) -> tuple[list[float], list[float]]:
    """Cross-validated ROUGE at 30% of the words and at five sentences."""
    share, five = [], []
    for fold_number in range(FOLDS):
        weights = fit([one for at, one in enumerate(examples) if at % FOLDS != fold_number], columns)
        for one in examples[fold_number::FOLDS]:
            scores = list(map(float, one.rows[:, columns] @ weights))
            share.append(rouge(summary(one, scores, Budget(one.budget, None))[: round(1.1 * one.budget)], one.references))
            five.append(rouge(summary(one, scores, Budget(None, FIVE)), one.references))
    return [statistics.mean(column) for column in zip(*share, strict=True)], [
        statistics.mean(column) for column in zip(*five, strict=True)
    ]


def line(name: str, figures: tuple[list[float], list[float]]) -> str:
    """A row of the table."""
    shown = [f"{statistics.mean(row):5.2f} ({' '.join(f'{value:.1f}' for value in row)})" for row in figures]
    return f"{name:24} {shown[0]}   {shown[1]}"


def print_weights(examples: Sequence[Example], columns: list[int]) -> None:
    """The weights, fitted on everything, and their cross-validated worth."""
    print(line("cross-validated", measure(examples, columns)))
    for at, weight in zip(columns, fit(examples, columns), strict=True):
        print(f'    "{NAMES[at]}": {weight:.3f},')


def print_ablation(examples: Sequence[Example]) -> None:
    """What is lost without each feature."""
    everything = list(range(len(NAMES)))
    print(line("all", measure(examples, everything)))
    for at, name in enumerate(NAMES):
        print(line(f"without {name}", measure(examples, [one for one in everything if one != at])))


def write_background(out: Path, paths: list[Path]) -> None:
    """Count in how many articles each stem occurs."""
    counts: Counter[str] = Counter()
    articles = 0
    for path in paths:
        for record in records(path):
            counts.update(set(map(stem, spaced(align(record["text"][:20_000])).split())))
            articles += 1
    groups: dict[int, list[str]] = {}
    for word, count in sorted(counts.items()):
        if count >= LEAST_DOCUMENTS:
            groups.setdefault(round(2 ** (round(math.log2(count) * 3) / 3)), []).append(word)
    head = (
        f"# In how many articles a stem occurs, rounded to a third of a binary digit; articles={articles} from {len(paths)}\n"
        f"# research corpora of Persian news (1996 to 2021), stems of at least {LEAST_DOCUMENTS} articles. Counts only, no text.\n"
        "# Made by tests/bench/train_ranker.py.\n"
    )
    body = "".join(f"{count}\t{' '.join(stems)}\n" for count, stems in sorted(groups.items(), reverse=True))
    out.write_text(head + body, encoding="utf-8")


def main() -> None:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("background", "weights", "ablation"))
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--without", action="append", default=[], choices=NAMES)
    args = parser.parse_args()
    if args.what == "background":
        write_background(args.paths[0], args.paths[1:])
        return
    examples = [example(record) for record in records(args.paths[0])]
    if args.what == "weights":
        print_weights(examples, [at for at, name in enumerate(NAMES) if name not in args.without])
    else:
        print_ablation(examples)


if __name__ == "__main__":
    main()
