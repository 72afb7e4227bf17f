"""Index terms: the forms under which a word is found, however it was typed. What a reader sees goes through ``polish``.

A *term* is a folded word with its half-spaces closed: کتابهای, کتاب‌های and «کتاب های» are one term. A *stem* is a term
without the endings that only inflect it: کتاب. Index ``stem_terms`` of the text, ask for ``stem_terms`` of the query, and
the two meet; mark hits with ``term_spans``. Nothing here knows about queries, ranking or storage.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from summarizer.persian.boundaries import LONGEST, split_places
from summarizer.persian.letters import JOINERS, fold
from summarizer.persian.lexicon import lexicon
from summarizer.persian.verbs import follows_mi

_CACHE: Final = 1 << 16
_WORD: Final = re.compile(rf"\w[\w{JOINERS}]*")
_PART: Final = re.compile(r"\w+")
_GAP: Final = frozenset((" ", "\u00a0", "\u202f", "\t"))
_AFTER_ANY: Final = frozenset(("ها", "های", "هایی", "هایش", "هایشان", "هایمان", "هایم", "هایت", "ترین", "ترینها", "ترینهای"))
_AFTER_HE: Final = frozenset(("ای", "ام", "اند", "ایم", "اید"))
_STAND_ALONE: Final = frozenset(("و", "از", "به", "در", "که", "با", "را", "یا", "این", "ان", "آن", "بر", "تا", "هر"))
_MI: Final = frozenset(("می", "نمی"))

_PARTED: Final = re.compile(r"ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?|تر(?:ین)?(?:ها(?:ی)?)?|ای|ا[شم]|شان|مان|تان")
_UNPARTED: Final = re.compile(r"(?<=[اآدذرزژو])(?:ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?|تر(?:ین)?)$")
_DARI_HE: Final = re.compile(r"(?<=\w{3})ه(?=گ(?:ان|انی|ی)$)")  # باشنده‌گان, زنده‌گی are باشندگان, زندگی
_SHORTEST: Final = 3
_USUAL: Final = 5


class TermSpan(NamedTuple):
    """A term and where it stands.

    Args:
        term: the index term.
        start: offset of its first character in the text as given.
        end: offset past its last character; for «کتاب های» the two words are one span.
    """

    term: str
    start: int
    end: int


def terms(text: str) -> list[str]:
    """The index terms of a text, in order.

    Args:
        text: any text, as given.

    Returns:
        Folded words (letters, digits and presentation forms in one shape, lower case, no marks or half-spaces). An ending that
        stands alone is joined to its word («کتاب های» as کتابهای), «می» and «نمی» to the verb after them.
    """
    return [term for term, _, _ in _spans(text)]


def term_spans(text: str) -> list[TermSpan]:
    """The terms of a text with their places, for marking hits.

    Args:
        text: any text, as given.

    Returns:
        The terms of ``terms(text)``, each with offsets into ``text``; spans are in order and do not overlap, except that the
        parts of one written word (a ligature that stands for several words) share its span.
    """
    return [TermSpan(*span) for span in _spans(text)]


def stem_terms(text: str) -> list[str]:
    """The stems of the terms of a text, in order: what to index, and what to ask the index for.

    Args:
        text: any text, as given.

    Returns:
        One stem for each term of ``terms(text)``.
    """
    return [stem(term) for term, _, _ in _spans(text)]


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The terms with their places; an ending waits for the word before it, so one term is held back."""
    held: tuple[str, int, int] | None = None
    for match in _WORD.finditer(text):
        start, end = match.span()
        for term in _folded(match[0]):
            if held and start - held[2] == 1 and text[held[2]] in _GAP and _joins(held[0], term):
                held = (held[0] + term, held[1], end)
                continue
            if held:
                yield held
            held = (term, start, end)
    if held:
        yield held


def _joins(before: str, term: str) -> bool:
    """Whether two words with a space between them are one term."""
    if before in _MI:
        return follows_mi(term)
    if term in _AFTER_ANY or term == "تر":
        return before not in _STAND_ALONE and before.isalpha()
    return term in _AFTER_HE and before[-1] == "ه" and len(before) > 2


@lru_cache(maxsize=_CACHE)
def _folded(word: str) -> tuple[str, ...]:
    """The terms of one written word: one, save for ligatures and fractions that stand for several."""
    return tuple(part[:-1] if part.endswith("اء") else part for part in _PART.findall(fold(word)))


@lru_cache(maxsize=_CACHE)
def stem(word: str) -> str:
    """A word without the endings that only inflect it.

    Plural, possessive, indefinite and comparative endings are cut where the word lists know them for endings (کتابهایشان, مهم‌ترین,
    رسانه‌ای), and «ان» of a list of persons (کارشناسان, نمایندگان; نماینده‌گان, as Dari writes it). «ی» is kept after other letters:
    ایرانی is not ایران.

    Args:
        word: a term of ``terms``, or any single word.

    Returns:
        The stem, folded; the word itself where no ending is surely one (بهای, میدان, تنها and ماهی stay).
    """
    folded = fold(word)
    if len(folded) > LONGEST or not folded.isalpha():
        return folded
    parted = _without_parted_endings(_DARI_HE.sub("", folded))
    return _singulars().get(parted, parted)


def _without_parted_endings(word: str) -> str:
    """Cut the endings that stand after a half-space, or would if the letter before joined."""
    for place in split_places(word, lexicon()):
        if _PARTED.fullmatch(word, place):
            return word[:place]
    ending = _UNPARTED.search(word)
    if ending and ending.start() >= _SHORTEST and lexicon().known.get(word[: ending.start()], 0) >= _USUAL:
        return word[: ending.start()]
    return word


@cache
def _singulars() -> dict[str, str]:
    """Plurals in «ان» to their singulars: only those listed, for ایران, میدان and تهران look the same."""
    lines = (files("summarizer") / "data" / "plurals.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {plural: singular for plural, _, singular in pairs}
