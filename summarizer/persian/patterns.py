"""Patterns for many words: a tree of letters, so that few branches are tried where a list would have each word tried in turn."""

import re
from collections import defaultdict
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words; a word that begins another is tried after it.

    Args:
        words: letters and spaces, where « ?» is a space that may be missing; no other sign of a pattern means anything.
    """
    return _tree({spelt for word in words for spelt in _spellings(word)})


def _spellings(word: str) -> list[str]:
    before, gap, after = word.partition(" ?")
    return [before + space + rest for rest in _spellings(after) for space in (" ", "")] if gap else [word]


def _tree(words: set[str]) -> str:
    branches: dict[str, set[str]] = defaultdict(set)
    for word in words - {""}:
        branches[word[0]].add(word[1:])
    often_first = sorted(branches.items(), key=lambda branch: (-len(branch[1]), branch[0]))
    pattern = "|".join(re.escape(letter) + _tree(rest) for letter, rest in often_first)
    if "" in words:
        return f"(?:{pattern})?" if pattern else ""
    return f"(?:{pattern})" if len(branches) > 1 else pattern
