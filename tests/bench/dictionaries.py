"""What dictionaries say of half-spaces, for ``make_word_lists``: hazm's words.dat, a hunspell dictionary, a list with frequencies.

The spelling dictionary is Lilak's ``index.dic`` (Apache 2.0; npm package ``dictionary-fa``), which writes half-spaces by rule; the
frequencies are Shekar's ``vocab.csv`` (MIT; PyPI package ``shekar``), which tell how usual each way of writing is. None is always
right about news, so each gives evidence that the model weighs. No decision is taken here.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.persian import boundaries
from summarizer.persian.letters import ZWNJ, align
from summarizer.persian.lexicon import places

Places = tuple[int, ...]
Entries = dict[str, dict[Places, int]]  # bare word to its forms, with counts
LISTED = 100  # the count of an entry whose dictionary gives none


def read_hazm(path: Path) -> Entries:
    """The entries of words.dat: word, count, parts of speech."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return _entries((row[0], LISTED + int(row[1])) for row in rows)


def read_hunspell(path: Path) -> Entries:
    """The entries of a .dic file without their flags."""
    return _entries((line.partition("/")[0], LISTED) for line in path.read_text("utf-8").splitlines()[1:])


def read_frequencies(path: Path) -> Entries:
    """The entries of a list of words and counts with a comma between."""
    rows = (line.rpartition(",") for line in path.read_text("utf-8").splitlines())
    return _entries((word, int(number)) for word, _, number in rows)


def _entries(rows: Iterable[tuple[str, int]]) -> Entries:
    entries: Entries = defaultdict(dict)
    for entry, number in rows:
        word = align(entry).strip(ZWNJ)
        entries[word.replace(ZWNJ, "")][places(word)] = number
    return dict(entries)


def evidence(word: str, place: int, dictionaries: dict[str, Entries]) -> list[str]:
    """The names of what dictionaries say of a place of a word, and of the word without its ending.

    Args:
        word: letters only, as ``align`` gives them.
        place: number of letters before it.
        dictionaries: their entries, by a letter for each.

    Returns:
        Feature names, all with «D» first, which no feature of ``boundaries`` has; empty where no dictionary has the word.
    """
    found = list(_verdicts(word, place, dictionaries))
    if found:
        found.append("D*" + "".join(name[1:] for name in found))
    base = boundaries.without_ending(word)
    if base != word and place < len(base):
        found += [name + "B" for name in _verdicts(base, place, dictionaries)]
    return found


def _verdicts(word: str, place: int, dictionaries: dict[str, Entries]) -> Iterator[str]:
    for letter, entries in dictionaries.items():
        forms = entries.get(word)
        if forms is not None:
            split = sum(number for form, number in forms.items() if place in form)
            whole = sum(forms.values()) - split
            yield f"D{letter}{max(-6, min(6, round(math.log2((split + 1) / (whole + 1)) / 2)))}"
