"""Prints how long one summary takes, part by part, beside sumy's LexRank over hazm, and how the time grows with the text.

python tests/bench/bench_summarize.py [FILE|FOLDER ...]     the seed articles where none is given; .jsonl with «text», or plain text
"""

import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from summarizer import find_quotes, summarize
from summarizer.pipeline import budget_for
from summarizer.quotes.choose import choose_quotes
from summarizer.rank.document import read_document
from summarizer.rank.methods import rank
from summarizer.select import choose

SEEDS = Path(__file__).parents[2] / "seeds"
SIZES = (10_000, 50_000, 100_000, 200_000, 400_000)
REPEATS, SENTENCES = 5, 3


def texts(paths: list[Path]) -> Iterator[str]:
    """The articles of some files and folders."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(path.glob("*.txt")))
        elif path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
        else:
            yield path.read_text(encoding="utf-8")


def seconds(call: Callable[..., object], *args: object) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call(*args)
    return time.perf_counter() - start


def parts(text: str) -> dict[str, float]:
    """Milliseconds of each part of a summary, the best of some runs."""
    document = read_document(text)
    scores = rank(document)
    summary = summarize(text, max_sentences=SENTENCES)
    calls: dict[str, Callable[[], object]] = {
        "read_document": lambda: read_document(text),
        "rank": lambda: rank(document),
        "choose": lambda: choose(document, scores, budget_for(document, max_sentences=SENTENCES, max_words=None)),
        "find_quotes": lambda: find_quotes(text),
        "choose_quotes": lambda: choose_quotes(
            summary.all_quotes, aligned=document.aligned, stems=document.stems, shown=summary.sentences, max_quotes=3
        ),
        "summarize, all of it": lambda: ours(text),
    }
    return {name: 1e3 * min(seconds(call) for _ in range(REPEATS)) for name, call in calls.items()}


def ours(text: str) -> object:
    """A summary of a few sentences, with its quotations."""
    return summarize(text, max_sentences=SENTENCES)


def rival() -> Callable[[str], object]:
    """sumy's LexRank as its users call it for Persian: hazm's normaliser, sentences and words."""
    from hazm import Normalizer, WordTokenizer, sent_tokenize, stopwords_list
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    normalizer, tokenizer, lexrank = Normalizer(), WordTokenizer(), LexRankSummarizer()
    lexrank.stop_words = frozenset(stopwords_list())

    class Words:
        """The tokenizer that sumy asks for."""

        def to_words(self, sentence: str) -> tuple[str, ...]:
            """hazm's words."""
            return tuple(tokenizer.tokenize(sentence))

    def run(text: str) -> Any:
        lines = (line for line in normalizer.normalize(text).split("\n") if line.strip())
        paragraphs = [Paragraph([Sentence(one, Words()) for one in sent_tokenize(line)]) for line in lines]
        return lexrank(ObjectDocumentModel(paragraphs), SENTENCES)

    return run


def main() -> None:
    """Measure and print."""
    warnings.filterwarnings("ignore")
    articles = list(texts([Path(name) for name in sys.argv[1:]] or [SEEDS]))
    print(f"{len(articles)} articles, {statistics.median(map(len, articles)):,.0f} characters at the median; ms, medians")
    measured = [parts(text) for text in articles]
    for name in measured[0]:
        print(f"{name:24}{statistics.median(one[name] for one in measured):8.3f}")
    lexrank = rival()
    pairs = [(seconds(ours, text), seconds(lexrank, text)) for text in articles]
    print(f"{'sumy LexRank over hazm':24}{1e3 * statistics.median(other for _, other in pairs):8.3f}")
    print(f"{'times as fast, in turn':24}{statistics.median(other / own for own, other in pairs):8.2f}")
    long = "\n".join(articles * (SIZES[-1] // sum(map(len, articles)) + 1))
    for size in SIZES:
        print(f"{size:>9,} characters{1e3 * seconds(ours, long[:size]):13.1f}")


if __name__ == "__main__":
    main()
