"""The ranking methods by name. Each is loaded when it is asked for: sumy and hazm cost a second."""

from collections.abc import Sequence
from typing import Final

from summarizer.errors import UnknownMethod
from summarizer.rank import news
from summarizer.rank.document import Document

SUMY: Final = ("lexrank", "textrank", "lsa", "luhn")
METHODS: Final = ("news", *SUMY, "lead")


def check_method(name: str) -> None:
    """Refuse a name that is none of ``METHODS``.

    Raises:
        UnknownMethod: no method of that name.
    """
    if name not in METHODS:
        raise UnknownMethod(name, METHODS)


def rank(document: Document, method: str = "news") -> Sequence[float]:
    """Score the sentences of an article.

    Args:
        document: the article.
        method: one of ``METHODS``.

    Returns:
        A score for each sentence, higher is better; comparable within one article and method.

    Raises:
        UnknownMethod: no method of that name.
    """
    check_method(method)
    if method == "news":
        return news.rank(document)
    if method == "lead":  # the first sentences, which every method of summarizing news is measured against
        return [1 / place for place in range(1, len(document.sentences) + 1)]
    from summarizer.rank import sumy_methods

    return sumy_methods.rank(document, method)
