"""``summarize``: read, rank, choose, quote. This file is the table of contents; each step has its own room."""

from typing import Final

from summarizer.errors import InvalidBudget
from summarizer.model import Sentence, Summary
from summarizer.quotes.choose import choose_quotes
from summarizer.quotes.find import quotes_of
from summarizer.rank.document import Document, read_document
from summarizer.rank.methods import check_method, rank
from summarizer.select import Budget, choose, shown

MAX_READ_CHARS: Final = 200_000
PHONE_WORDS: Final = (60, 120)  # what a phone's screen shows without scrolling, and with one turn of the thumb
_SHARE_FOR_A_PHONE: Final = 0.25
_LARGEST_SHARE: Final = 0.4


def summarize(
    text: str,
    *,
    title: str = "",
    max_sentences: int | None = None,
    max_words: int | None = None,
    max_quotes: int = 3,
    method: str = "news",
) -> Summary:
    """Summarize a Persian news text by its own sentences.

    Args:
        text: any text; lines are paragraphs.
        title: its title, which helps the choice and is not repeated.
        max_sentences: at most so many sentences.
        max_words: at most so many words; a word with a half-space is one word. With neither bound, 60 to 120 words, and never
            more than 40% of the text, save that one sentence is always shown.
        max_quotes: at most so many key quotations; with 0 none are looked for.
        method: ``news``, one of sumy's (``lexrank``, ``textrank``, ``lsa``, ``luhn``), or ``lead``, the first sentences.

    Returns:
        Sentences and quotations, each a slice of ``text``, in its order, read in one pass over its first ``MAX_READ_CHARS``. No
        sentences for a text without words or of one word again and again, or where none fits.

    Raises:
        InvalidBudget: a budget below zero.
        UnknownMethod: no method of that name.
    """
    check_method(method)
    _check_budgets(max_sentences=max_sentences, max_words=max_words, max_quotes=max_quotes)
    document = read_document(text[:MAX_READ_CHARS], title)
    scores = rank(document, method)
    verdicts = choose(document, scores, budget_for(document, max_sentences=max_sentences, max_words=max_words))
    chosen = [(document.sentences[at], scores[at]) for at in shown(verdicts)]
    sentences = tuple([Sentence(text[one.start : one.end], one.start, one.end, score) for one, score in chosen])
    found = quotes_of(document.text, document.aligned, document.beginnings) if max_quotes else ()
    quotes = choose_quotes(found, aligned=document.aligned, stems=document.stems, shown=sentences, max_quotes=max_quotes)
    return Summary(sentences, quotes, len(document.text), len(text), found)


def budget_for(document: Document, *, max_sentences: int | None, max_words: int | None) -> Budget:
    """The budget of a summary: as asked, or what a phone reads.

    Args:
        document: the article.
        max_sentences: as ``summarize`` was asked.
        max_words: as ``summarize`` was asked.
    """
    if max_sentences is not None or max_words is not None:
        return Budget(max_words, max_sentences)
    total = sum(one.words for one in document.sentences)
    least, most = PHONE_WORDS
    wanted = min(max(least, round(_SHARE_FOR_A_PHONE * total)), most)
    return Budget(min(wanted, int(_LARGEST_SHARE * total)), None, at_least_one=True)


def _check_budgets(**budgets: int | None) -> None:
    for name, value in budgets.items():
        if value is not None and value < 0:
            raise InvalidBudget(name, value)
