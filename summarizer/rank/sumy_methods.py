"""sumy's rankers over hazm's words: LexRank, TextRank, LSA, Luhn. The only door to sumy.

They compare every pair of sentences, so no more than ``MAX_RANKED`` sentences go in; those after them get the lowest score.
"""

import warnings
from collections.abc import Callable
from typing import Any, Final

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarizer.persian.words import stop_words, words_of
from summarizer.rank.document import Document

MAX_RANKED: Final = 150
_SUMMARIZERS: Final[dict[str, Callable[[], Any]]] = {
    "lexrank": LexRankSummarizer,
    "textrank": TextRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
}


class _Words:
    """The tokenizer that sumy asks for."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return words_of(sentence)


def rank(document: Document, name: str) -> list[float]:
    """Score every sentence by one of sumy's methods.

    Args:
        document: the article.
        name: a key of sumy's methods here, such as ``lexrank``.

    Returns:
        sumy's rating of each sentence, the best brought to 1; 0 past the bound.
    """
    ranked = document.sentences[:MAX_RANKED]
    scores = [0.0] * len(document.sentences)
    if not ranked:
        return scores
    tokenizer = _Words()
    summarizer = _SUMMARIZERS[name]()
    summarizer.stop_words = stop_words()
    rated: list[Any] = []

    def take_all(infos: list[Any]) -> list[Any]:
        """In the place of a count sumy takes a function, which sees every sentence with its rating."""
        rated.extend(infos)
        return infos

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA warns of texts with fewer words than sentences
        summarizer(ObjectDocumentModel([Paragraph([Sentence(one.aligned, tokenizer) for one in ranked])]), take_all)
    best = max((float(info.rating) for info in rated), default=0.0) or 1.0
    for info in rated:
        scores[info.order] = float(info.rating) / best
    return scores
