"""Makes the word lists of ``summarizer/data`` anew: which words are known, where half-spaces stand, weights for words never seen.

    python -m tests.bench.make_word_lists --dictionary hazm/data/words.dat --spelling index.dic --frequencies vocab.csv \
        --out summarizer/data articles.jsonl topics.jsonl stories.jsonl summaries.jsonl half_spaces.jsonl quotes.jsonl \
        search_docs.jsonl

Counts come from JSON lines with ``id``, ``title`` and ``text``. Texts that use half-spaces throughout tell how often a word has
none; others tell only of the half-spaces they do have, and, with little weight, of words that are written as one. Words the texts
do not settle are decided by the model, which is learnt here from the words they do settle (logistic regression, L2, Adam).
Three dictionaries (``dictionaries``) help with those: they are evidence, learnt like all other, since none is always followed.
How good the lists are for articles they do not count: ``check_half_spaces.py``.
"""

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from summarizer.persian import boundaries
from summarizer.persian.letters import ZWNJ, align
from summarizer.persian.lexicon import Lexicon, lexicon_of, places
from tests.bench.dictionaries import LISTED, Entries, evidence, read_frequencies, read_hazm, read_hunspell
from tests.bench.half_space_neighbours import WORD, Neighbours, neighbour_weights, pair_weights

PERSIAN = re.compile(rf"[آ-ی]{{2,{boundaries.LONGEST}}}$")
PLURAL = re.compile(rf"\w{{2,40}}?[^\Wاآدذرزژو]({ZWNJ}?)(?:ها|های|هایی)")
Places = tuple[int, ...]
BY_HAND = ("کوهپایه", "کوهپایه‌ها", "کوهپایه‌های", "کوهپایه‌ای", "گله‌مند", "گله‌مندی", "یکهزار", "یکصد", "دمیتری")  # too rare to count
PLAIN, MOST_PLAIN = 0.1, 3.0  # what a word in a text without half-spaces weighs against one, and all such together
SETTLED = 0.7  # share of a word's uses from which a half-space between parts of a compound is put in


@dataclass
class Counts:
    """What the texts say: bare word to its forms with half-spaces, and how often a word stands without."""

    forms: dict[str, Counter[Places]] = field(default_factory=lambda: defaultdict(Counter))
    whole: Counter[str] = field(default_factory=Counter)  # in texts that use half-spaces throughout
    plain: Counter[str] = field(default_factory=Counter)  # in all others
    total: Counter[str] = field(default_factory=Counter)  # as a word or between half-spaces, anywhere
    listed: dict[str, Places] = field(default_factory=dict)  # hazm's entries; () has no half-space
    neighbours: Neighbours = field(default_factory=Neighbours)
    common: set[str] = field(default_factory=set)  # entries of hazm's that are in use
    dictionaries: dict[str, Entries] = field(default_factory=dict)


def read(path: Path, seen: set[str]) -> Iterator[str]:
    """The texts of a file, each with its title, the same article once."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["id"] not in seen:
            seen.add(record["id"])
            yield re.sub(f"{ZWNJ}+", ZWNJ, align(record.get("title", "") + "\n" + record["text"]))


def uses_half_spaces(words: Iterable[str]) -> bool:
    """Whether a text puts a half-space before nearly every plural ending that wants one."""
    marks = [bool(match[1]) for match in map(PLURAL.fullmatch, words) if match]
    return sum(marks) >= max(2, 0.85 * len(marks))


def count(counts: Counts, texts: Iterable[str], weight: int = 1) -> None:
    """Add texts to the counts."""
    for text in texts:
        words = [word.strip(ZWNJ) for word in WORD.findall(text)]
        bare = counts.whole if uses_half_spaces(words) else counts.plain
        for word in words:
            if ZWNJ in word:
                counts.forms[word.replace(ZWNJ, "")][places(word)] += weight
            else:
                bare[word] += weight


def consult(counts: Counts, dictionaries: dict[str, Entries]) -> None:
    """Take the entries of the dictionaries; «h» is hazm's, and tells which words exist, too."""
    counts.dictionaries = dictionaries
    for bare, forms in dictionaries["h"].items():
        if PERSIAN.match(bare):
            counts.listed[bare] = next((form for form in forms if form), ())
            if max(forms.values()) > LISTED + 1000:
                counts.common.add(bare)


def known_words(counts: Counts) -> dict[str, int]:
    """Every word that occurs without a half-space, or as a part between two, with the binary digits of its count."""
    counts.total = counts.whole + counts.plain
    for bare in counts.forms:
        count_as_words(bare, counts, 1)
    known = {word: digits(number) for word, number in counts.total.items() if number > 2 and PERSIAN.match(word)}
    for word in counts.listed:
        if not counts.listed[word]:
            known.setdefault(word, 1)
    return known


def digits(number: int) -> int:
    """Binary digits, as ``Lexicon.known`` has them."""
    return min(number.bit_length(), 13)


def parts(word: str, form: Places) -> list[str]:
    """What stands between the half-spaces of a word."""
    return [word[start:end] for start, end in zip((0, *form), (*form, len(word)), strict=True)]


def count_as_words(bare: str, counts: Counts, step: int) -> set[str]:
    """Count the parts of a word's forms as words, or take them away again."""
    touched = set()
    for form, number in counts.forms[bare].items():
        for part in parts(bare, form):
            counts.total[part] += step * number
            touched.add(part)
    return touched


def split_words(counts: Counts) -> dict[str, Places]:
    """Words with half-spaces by the texts, then by the dictionary where the texts do not know the word."""
    splits = {word: form for word, form in counts.listed.items() if form and counts.whole[word] + counts.plain[word] < 8}
    for bare, forms in counts.forms.items():
        form, number = forms.most_common(1)[0]
        if number > counts.whole[bare] and PERSIAN.match(bare):
            splits[bare] = form
    return splits


def lessons(counts: Counts) -> list[tuple[str, Places, float]]:
    """Words whose half-spaces are settled, with their weight: what the model learns from."""
    learnt = []
    for bare, forms in counts.forms.items():
        form, number = forms.most_common(1)[0]
        if number >= counts.whole[bare]:
            learnt.append((bare, form, min(number, 8) ** 0.5))
    whole = ((word, n) for word, n in counts.whole.items() if word not in counts.forms and not is_slip(word, counts))
    learnt += [(word, (), min(n, 8) ** 0.5) for word, n in whole]
    seen = {word for word, _, _ in learnt}
    learnt += [(w, counts.listed[w], 0.5) for w in sorted(counts.common) if w not in seen]
    return [(word, form, weight) for word, form, weight in learnt if PERSIAN.match(word)]


def is_slip(word: str, counts: Counts) -> bool:
    """Whether a word looks like a plural whose half-space even a careful writer forgot: no dictionary has it."""
    return PLURAL.fullmatch(word) is not None and word not in counts.listed


@contextmanager
def unseen(word: str, counts: Counts, words: Lexicon) -> Iterator[None]:
    """For a while, the lists as if the word itself were in no text that uses half-spaces."""
    split = words.splits.pop(word, None)
    touched = count_as_words(word, counts, -1) if word in counts.forms else set()
    before = {part: words.known.pop(part, None) for part in {*touched, word}}
    for part in touched - {word}:
        if counts.total[part] > 2:
            words.known[part] = digits(counts.total[part])
        elif counts.listed.get(part) == ():
            words.known[part] = 1
    if counts.plain[word] > 2:
        words.known[word] = digits(counts.plain[word])
    count_parts(word, split, words, -1)
    yield
    count_parts(word, split, words, 1)
    if word in counts.forms:
        count_as_words(word, counts, 1)
    restore(words, split, word, before)


def restore(words: Lexicon, split: Places | None, word: str, before: dict[str, int | None]) -> None:
    """Put back what ``unseen`` took away."""
    if split is not None:
        words.splits[word] = split
    for part, number in before.items():
        words.known.pop(part, None)
        if number is not None:
            words.known[part] = number


def count_parts(word: str, form: Places | None, words: Lexicon, step: int) -> None:
    """Add a word's parts to the counts of parts, or take them away."""
    for place in form or ():
        words.firsts[word[:place]] += step
        words.lasts[word[place:]] += step


def observations(counts: Counts, words: Lexicon) -> Iterator[tuple[list[str], bool, float]]:
    """One line for each place of each settled word: features, whether a half-space stands there, weight."""
    for word, form, weight in lessons(counts):
        with unseen(word, counts, words):
            for place in boundaries.candidates(word, words):
                yield boundaries.features(word, place, words) + evidence(word, place, counts.dictionaries), place in form, weight


def ambiguous(counts: Counts, words: Lexicon) -> dict[str, float]:
    """Words that are one noun with «های» or another with «ه‌ای», with the log odds of the first by itself."""
    found = {}
    for singular, size in list(words.known.items()):
        word = singular + "ای"
        if size > 4 and singular.endswith("ه") and words.known.get(singular[:-1], 0) > 3 and singular[-2] not in "اآدذرزژو":
            forms, last = counts.forms.get(word, Counter()), len(word)
            judged = judge(word, counts, words)
            plural = sum(n for form, n in forms.items() if last - 3 in form) + 0.5 * judged.get(last - 3, 0.0) + 0.02
            other = sum(n for form, n in forms.items() if last - 2 in form) + 0.5 * judged.get(last - 2, 0.0) + 0.02
            odds = math.log(plural / other)
            if PERSIAN.match(word) and len(singular) > 2:
                found[word] = max(-3.5, min(3.5, odds))
    return found


def learn(rows: Iterable[tuple[list[str], bool, float]], rounds: int = 160, penalty: float = 0.5) -> dict[str, float]:
    """Fit the logistic model; features seen less than three times are left out."""
    index: dict[str, int] = {}
    flat, sizes, marks, weights = [], [], [], []
    for names, mark, weight in rows:
        flat += [index.setdefault(name, len(index)) for name in names]
        sizes.append(len(names))
        marks.append(mark)
        weights.append(weight)
    columns, wanted = np.array(flat), np.array(marks, float)
    starts, rows_of = np.concatenate([[0], np.cumsum(sizes)[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    kept = np.bincount(columns, minlength=len(index)) > 2
    fitted = descend(columns, starts, rows_of, wanted, np.array(weights), kept, rounds, penalty)
    return {name: float(fitted[i]) for name, i in index.items() if abs(fitted[i]) > 0.03}


def descend(columns, starts, rows_of, wanted, weights, kept, rounds, penalty):  # type: ignore[no-untyped-def]
    """Adam on the whole of the data."""
    fitted = np.zeros(len(kept))
    mean, square = np.zeros(len(kept)), np.zeros(len(kept))
    for turn in range(1, rounds + 1):
        chance = 1 / (1 + np.exp(-np.add.reduceat(fitted[columns], starts)))
        slope = np.bincount(columns, weights=((chance - wanted) * weights)[rows_of], minlength=len(kept)) + penalty * fitted
        slope[~kept] = 0
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        rate = 0.1 if turn < 0.7 * rounds else 0.03
        fitted -= rate * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return fitted


def judge(word: str, counts: Counts, words: Lexicon) -> dict[int, float]:
    """The probability at each place of a word, by its parts and the dictionaries, as if it were in no text."""
    with unseen(word, counts, words):
        places_worth = boundaries.candidates(word, words) if len(word) <= boundaries.LONGEST else []
        return {
            place: boundaries.probability(word, place, words, evidence(word, place, counts.dictionaries)) for place in places_worth
        }


def decide(word: str, counts: Counts, words: Lexicon, prior: float) -> Places:
    """Where half-spaces belong in a word the lists know: what the texts count, with the model as ``prior`` more texts."""
    forms, judged = counts.forms.get(word, Counter()), judge(word, counts, words)
    total = sum(forms.values()) + counts.whole[word] + min(MOST_PLAIN, PLAIN * counts.plain[word])
    if not total:
        return boundaries.best(word, judged)
    if forms and not counts.whole[word] + counts.plain[word]:
        prior /= 8  # never seen joined: hardly a matter of taste
    for place in {place for form in forms for place in form} | set(judged):
        seen = sum(number for form, number in forms.items() if place in form)
        judged[place] = (seen + prior * judged.get(place, 0.02)) / (total + prior)
    return boundaries.best(word, judged, SETTLED)


def make(counts: Counts, prior: float = 2.0) -> Lexicon:
    """All three lists from the counts."""
    words = lexicon_of(known_words(counts), split_words(counts), {})
    words.weights.update(learn(observations(counts, words)))
    every = {word for word in {*words.known, *words.splits, *counts.forms, *counts.whole} if PERSIAN.match(word)}
    decided = {word: decide(word, counts, words, prior) for word in sorted(every)}
    decided.update((word.replace(ZWNJ, ""), places(word)) for word in BY_HAND)
    splits = {word: form for word, form in decided.items() if form}
    known = {word: words.known.get(word, 1) for word, form in decided.items() if not form}
    weights = {name: weight for name, weight in words.weights.items() if not name.startswith("D")}
    lists = lexicon_of(known, splits, weights)
    add_listed(counts, words, lists)
    return lists


def add_listed(counts: Counts, words: Lexicon, lists: Lexicon) -> None:
    """Add the words that only dictionaries have, where these judge otherwise than the shipped lists would without them."""
    found = {word for entries in counts.dictionaries.values() for word in entries if PERSIAN.match(word)}
    added = {}
    for word in sorted(found - set(lists.known) - set(lists.splits)):
        form = boundaries.best(word, judge(word, counts, words))
        if form != boundaries.split_places(word, lists):
            added[word] = form
    lists.splits.update((word, form) for word, form in added.items() if form)
    lists.known.update((word, 1) for word, form in added.items() if not form)


def with_half_spaces(word: str, form: Places) -> str:
    """The word with half-spaces at the places."""
    return ZWNJ.join(parts(word, form))


def readings_of(counts: Counts, words: Lexicon) -> dict[str, float]:
    """The words with two readings and all that decides between them, as ``lexicon.readings`` has them."""
    two_ways = ambiguous(counts, words)
    return {**two_ways, **neighbour_weights(counts.neighbours), **pair_weights(counts.neighbours, two_ways)}


def write_readings(counts: Counts, words: Lexicon, origin: str, folder: Path) -> None:
    """The words with two readings and what decides between them."""
    head = f"# Made by tests/bench/make_word_lists.py from {origin}.\n"
    what = "# For «های» against «ه‌ای», in hundredths: by itself, the word before (<) or after (>), «.» for none, or both.\n"
    rows = readings_of(counts, words)
    lines = "".join(f"{name}\t{round(100 * weight)}\n" for name, weight in sorted(rows.items()))
    (folder / "half_space_readings.txt").write_text(head + what + lines, "utf-8")


def write(words: Lexicon, origin: str, folder: Path) -> None:
    """The lists as files, a line that says where they come from first."""
    head = f"# Made by tests/bench/make_word_lists.py from {origin}.\n"
    known = defaultdict(list)
    for word, size in sorted(words.known.items()):
        known[size].append(word)
    lines = "".join(f"{size}\t{' '.join(entries)}\n" for size, entries in sorted(known.items()))
    (folder / "words.txt").write_text(
        head + "# Words without a half-space, by the binary digits of their count.\n" + lines, "utf-8"
    )
    forms = " ".join(with_half_spaces(word, form) for word, form in sorted(words.splits.items()))
    (folder / "half_spaces.txt").write_text(head + "# Words with half-spaces.\n" + forms + "\n", "utf-8")
    weights = defaultdict(list)
    for name, weight in sorted(words.weights.items()):
        weights[round(weight * 100)].append(name)
    lines = "".join(f"{weight}\t{' '.join(names)}\n" for weight, names in sorted(weights.items()))
    text = head + "# Weights of the half-space model in hundredths, and the features that have them.\n" + lines
    (folder / "half_space_weights.txt").write_text(text, "utf-8")


def counted(texts: Iterable[str], dictionaries: dict[str, Entries]) -> Counts:
    """What the texts and the dictionaries say."""
    counts, texts = Counts(), list(texts)
    count(counts, texts)
    counts.neighbours.count(texts)
    consult(counts, dictionaries)
    return counts


def arguments(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """What every script that makes the lists has to be told, and what this parser asks besides."""
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--dictionary", type=Path, required=True, help="hazm's words.dat")
    parser.add_argument("--spelling", type=Path, required=True, help="Lilak's index.dic")
    parser.add_argument("--frequencies", type=Path, required=True, help="Shekar's vocab.csv")
    return parser.parse_args()


def dictionaries_of(args: argparse.Namespace) -> dict[str, Entries]:
    """The dictionaries that the arguments name."""
    return {"h": read_hazm(args.dictionary), "l": read_hunspell(args.spelling), "s": read_frequencies(args.frequencies)}


def main() -> None:
    """Read the arguments, make the lists, write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    args = arguments(parser)
    seen: set[str] = set()
    counts = counted((text for path in args.corpora for text in read(path, seen)), dictionaries_of(args))
    names = ", ".join(path.stem for path in args.corpora)
    origin = f"counts over {names} and the entries of hazm's words.dat, Lilak's index.dic and Shekar's vocab.csv"
    words = make(counts)
    write(words, origin, args.out)
    write_readings(counts, words, origin, args.out)


if __name__ == "__main__":
    main()
