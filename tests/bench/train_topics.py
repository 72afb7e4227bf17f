"""Makes bot/topics/data/weights.tsv and frequency.tsv, and says how good the weights are.

Wants scikit-learn, which nothing else here does (hazm brings it on Python 3.11).

    python tests/bench/train_topics.py ../shared/data [--write]

The method: multinomial logistic regression over the terms of ``bot.topics.features``, weighted by their rarity, with a second view
of the same article, how many words it has of the hand-written list for each topic (topic_words.txt), so that a word no labelled
article holds can still speak. Both views are linear in the terms, so they are added up into one weight a term and topic. Health has
no label: its weights come from telling the articles richest in the list's words for health from the rest.

Cross-validation goes through the rounded and pruned weights and the very functions that classify. It is printed twice: with random
folds, and with all articles of one news story in the same fold, which is harder than life: tomorrow's stories resemble today's.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

import bot.topics
from bot.model.article import TOPICS
from bot.topics.classify import DESKS, likelihoods, parsed, ranked
from bot.topics.features import features, pairs, words
from summarizer.persian.terms import stem_terms

WEIGHTS = Path(bot.topics.__file__).parent / "data" / "weights.tsv"
LISTS = Path(__file__).with_name("topic_words.txt")
LIST_WEIGHT = 0.3  # of the second view beside the first; 0.3 to 1 give the same figures
SHARPNESS = 2.0  # regularised likelihoods are too timid; this brings the mean of the first to its accuracy
SCALE = 0.1
FEWEST = 4  # articles that have a term; of rarer ones nothing is learned
MIN_WEIGHT = 6  # a term none of whose weights reaches this many units is left out
SPORT_OUTLET, SPORT_WEIGHT = "varzesh3", 0.02  # all that this outlet writes is of sport, whatever country it names
HEALTH_RICHEST = 0.06  # the share of articles taken for health


def load(folder: Path, name: str) -> list[dict[str, str]]:
    """The records of a file."""
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def word_lists() -> dict[str, set[str]]:
    """Term to the topics it is listed for."""
    listed: dict[str, set[str]] = {}
    for line in LISTS.read_text("utf-8").splitlines():
        topic, colon, entries = line.partition(":")
        if colon and topic in TOPICS:
            for stems in map(words, entries.split("،")):
                if stems:
                    listed.setdefault(stems[0] if len(stems) == 1 else pairs(stems)[0], set()).add(topic)
    return listed


def balance(labels: np.ndarray) -> dict[str, float]:
    """A weight for each topic, so that all topics count the same."""
    return {topic: len(labels) / (len(DESKS) * count) for topic, count in Counter(labels).items()}


class Corpus:
    """Labelled and unlabelled articles as one matrix: a row an article, a column a term, the labelled first."""

    def __init__(self, labelled: Sequence[dict[str, str]], unlabelled: Sequence[dict[str, str]]) -> None:
        vectorizer = DictVectorizer()
        rows = vectorizer.fit_transform([features(one["title"], one["text"]) for one in (*labelled, *unlabelled)]).tocsc()
        listed = word_lists()
        unmet = sorted(set(listed) - set(vectorizer.feature_names_))
        names = np.array([*vectorizer.feature_names_, *unmet])
        rows = sparse.hstack([rows, sparse.csc_matrix((rows.shape[0], len(unmet)))]).tocsc()
        spread = np.diff(rows.indptr)
        known = np.diff(rows[: len(labelled)].tocsc().indptr) >= 2
        keep = (known & (spread >= FEWEST)) | np.array([name in listed for name in names])
        spread[spread == 0] = FEWEST  # a listed word that no article has is as rare as a word may be
        self.names = names[keep]
        self.rarity = np.log(rows.shape[0] / spread[keep]) + 1
        self.rows = rows[:, keep].multiply(self.rarity).tocsr()
        self.lists = sparse.csr_matrix([[(t in listed.get(n, ())) / len(listed.get(n, "1")) for t in TOPICS] for n in self.names])
        self.both = sparse.hstack([self.rows, self.rows @ self.lists * LIST_WEIGHT]).tocsr()
        self.labels = np.array([one["category"] for one in labelled])
        self.sport = len(labelled) + np.flatnonzero([one["source"] == SPORT_OUTLET for one in unlabelled])

    def trained(self, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Weights (term, topic) and bias (topic) learned from the chosen labelled articles."""
        rows = sparse.vstack([self.both[chosen], self.both[self.sport]])
        labels = np.concatenate([self.labels[chosen], ["sport"] * len(self.sport)])
        trust = np.concatenate([np.ones(len(chosen)), np.full(len(self.sport), SPORT_WEIGHT)])
        model = LogisticRegression(C=1, class_weight=balance(self.labels[chosen]), max_iter=200, tol=1e-3)
        model.fit(rows, labels, sample_weight=trust)
        weights, bias = np.zeros((len(self.names), len(TOPICS))), np.zeros(len(TOPICS))
        for slug, coefficients, intercept in zip(model.classes_, model.coef_, model.intercept_, strict=True):
            weights[:, TOPICS.index(slug)] = self._summed(coefficients) * SHARPNESS
            bias[TOPICS.index(slug)] = intercept * SHARPNESS
        weights[:, TOPICS.index("health")], bias[TOPICS.index("health")] = self._health()
        return weights, bias

    def _summed(self, coefficients: np.ndarray) -> np.ndarray:
        """One weight a term out of those of the two views, its rarity included."""
        direct, by_list = coefficients[: len(self.names)], coefficients[len(self.names) :]
        return (direct + self.lists @ by_list * LIST_WEIGHT) * self.rarity

    def _health(self) -> tuple[np.ndarray, float]:
        richness = (self.rows @ self.lists[:, TOPICS.index("health")]).toarray().ravel()
        rich = richness >= np.quantile(richness, 1 - HEALTH_RICHEST)
        model = LogisticRegression(C=1, max_iter=200, tol=1e-3).fit(self.both, rich)
        return self._summed(model.coef_[0]), float(model.intercept_[0])


def as_text(names: Sequence[str], weights: np.ndarray, bias: np.ndarray) -> str:
    """The file: rounded, without terms that hardly weigh."""
    rounded = np.rint(weights / SCALE).astype(int)
    lines = [
        f"# What a term says for each of {' '.join(TOPICS)}, in units of scale; the lines of two words are neighbours.",
        "# Computed by tests/bench/train_topics.py from the articles of shared/data and from topic_words.txt.",
        f"scale:\t{SCALE}",
        "bias:\t" + " ".join(str(round(value / SCALE)) for value in bias),
    ]
    lines += [
        f"{name}\t{' '.join(map(str, row))}" for name, row in zip(names, rounded, strict=True) if abs(row).max() >= MIN_WEIGHT
    ]
    return "\n".join(lines) + "\n"


def common_stems(articles: Sequence[dict[str, str]]) -> str:
    """The frequency file: how many articles in a thousand have a stem, for stems that at least one in 200 has."""
    counts = Counter(stem for one in articles for stem in set(stem_terms(f"{one['title']}\n{one['text']}")))
    shares = {stem: round(1000 * count / len(articles)) for stem, count in counts.most_common()}
    lines = [f"{stem}\t{share}" for stem, share in shares.items() if share >= 5]
    return (
        "\n".join(["# Articles in a thousand that have a stem; counted by tests/bench/train_topics.py in shared/data.", *lines])
        + "\n"
    )


def predicted(text: str, articles: Sequence[dict[str, str]]) -> list[tuple[str, ...]]:
    """What ``classify`` says with these weights."""
    model = parsed(text)
    return [ranked(likelihoods(model, features(one["title"], one["text"]))) for one in articles]


def cross_validated(corpus: Corpus, labelled: Sequence[dict[str, str]], folds: Sequence[tuple[np.ndarray, np.ndarray]]) -> str:
    """The figures over all folds, each article judged by a model that did not see it."""
    said: list[tuple[str, ...]] = [()] * len(labelled)
    for train, test in folds:
        judged = predicted(as_text(corpus.names, *corpus.trained(train)), [labelled[i] for i in test])
        for i, topics in zip(test, judged, strict=True):
            said[i] = topics
    first = [topics[0] for topics in said]
    in_two = sum(label in topics[:2] for label, topics in zip(corpus.labels, said, strict=True)) / len(said)
    each = dict(zip(DESKS, f1_score(corpus.labels, first, average=None, labels=DESKS).round(2), strict=True))
    named = sum(map(len, said)) / len(said)
    macro, right = f1_score(corpus.labels, first, average="macro", labels=DESKS), accuracy_score(corpus.labels, first)
    return f"macro-F1 {macro:.3f} accuracy {right:.3f} in the first two {in_two:.3f} topics an article {named:.2f} {each}"


def main() -> None:
    """Train, say how good it is, and write the weights where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with topics.jsonl, stories.jsonl, articles.jsonl, search_docs.jsonl")
    parser.add_argument("--write", action="store_true", help="write the weights trained on all articles")
    args = parser.parse_args()
    labelled = load(args.data, "topics.jsonl")
    seen = {one["title"] for one in labelled}
    others = [one for name in ("articles.jsonl", "search_docs.jsonl") for one in load(args.data, name) if one["title"] not in seen]
    corpus = Corpus(labelled, others)
    story = {one["id"]: one["topic"] for one in load(args.data, "stories.jsonl")}
    groups = [story.get(one["id"], one["id"]) for one in labelled]
    for seed in (0, 1):
        by_chance = StratifiedKFold(5, shuffle=True, random_state=seed).split(corpus.labels, corpus.labels)
        by_story = StratifiedGroupKFold(10, shuffle=True, random_state=seed).split(corpus.labels, corpus.labels, groups)
        print("random folds:", cross_validated(corpus, labelled, list(by_chance)))
        print("whole stories:", cross_validated(corpus, labelled, list(by_story)))
    if args.write:
        WEIGHTS.write_text(as_text(corpus.names, *corpus.trained(np.arange(len(labelled)))), "utf-8")
        WEIGHTS.with_name("frequency.tsv").write_text(common_stems((*labelled, *others)), "utf-8")
        print(f"{WEIGHTS.name}: {math.ceil(WEIGHTS.stat().st_size / 1024)} KiB")


if __name__ == "__main__":
    main()
