"""The end of a list of alerts that is longer than a message: written down when the list goes out, for the button under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ENTRY = re.compile(r"([0-9]{1,18})(s?)(d?)")


@dataclass(frozen=True, slots=True)
class Entry:
    """An alert that did not fit.

    Args:
        article_id: the article.
        stale: whether it was older than a day.
        development: whether the chat had had the story before.
    """

    article_id: int
    stale: bool = False
    development: bool = False


def written(entries: Sequence[Entry]) -> str:
    """Entries as text."""
    return " ".join(f"{one.article_id}{'s' * one.stale}{'d' * one.development}" for one in entries)


def read(text: str) -> tuple[Entry, ...]:
    """Entries out of a text; of any other text those words that could be some."""
    found = (_ENTRY.fullmatch(word) for word in text.split())
    return tuple(Entry(int(one[1]), bool(one[2]), bool(one[3])) for one in found if one)
