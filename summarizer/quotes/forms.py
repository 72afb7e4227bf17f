"""A person's other forms, looked for outside attributions: a name's fuller form and its role, the bearer of an office.

Whom a pronoun means is read in ``antecedents``.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from summarizer.persian.letters import ZWNJ
from summarizer.quotes.credible import is_common
from summarizer.quotes.figures import Figure, is_name_like, read_figure
from summarizer.quotes.lexicon import LEXICON, SECOND_HALVES, is_role
from summarizer.quotes.likeness import is_in_name, same_name
from summarizer.quotes.people import is_person
from summarizer.quotes.phrases import phrase_end
from summarizer.quotes.pointers import sure_role
from summarizer.quotes.subjects import runs_on
from summarizer.quotes.words import CLOSING, COMMAS, OPENING, PREPOSITIONS, Token, closed_class, is_finite, tokens

_MAX_PLACES: Final = 10
_MAX_TRIED: Final = 300  # places where only the first part of a role may stand
_BEFORE: Final = 90
_AFTER: Final = 130
_BESIDE: Final = 24
_MIN_FAMILY: Final = 3


def fuller_forms(aligned: str, figure: Figure) -> Iterator[Figure]:
    """Every form in which the text gives a person, read around each place of the last word of the name.

    Args:
        aligned: the aligned text.
        figure: the person as named at one place.

    Returns:
        Figures with a name and perhaps a role, in the order of the text.
    """
    family = aligned[figure.name[-1].start : figure.name[-1].end]
    if len(family) < _MIN_FAMILY:
        return
    known = frozenset(figure.name_words)
    at = -1
    for _ in range(_MAX_PLACES):
        at = aligned.find(family, at + 1)
        if at < 0:
            return
        if not _may_tell_more(aligned, at, at + len(family), known):
            continue
        form = _form_at(aligned, at, at + len(family), known)
        if form is not None:
            yield form


def _may_tell_more(aligned: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether the words beside a name can add to it: a given name or an honorific before, a role or a comma after. A cheap look."""
    line = aligned[max(0, start - _BESIDE) : start].rpartition("\n")
    before = line[2].replace(ZWNJ, "").split()
    if len(before) == 1 and (line[1] or start < _BESIDE) and not is_common(before[0]):
        return True  # a line that opens with «خدارضا امیدی …»
    word = before[-1].strip("«“\"'") if before else ""
    if word in LEXICON.given_names or word in LEXICON.honorifics or word in known:
        return True
    after = aligned[end : end + _BESIDE].replace(ZWNJ, "").lstrip(" »”\"'")
    first = after.split(maxsplit=1)[0] if after.strip() else ""
    return after.startswith("،") or is_role(first)


def _form_at(aligned: str, start: int, end: int, known: frozenset[str]) -> Figure | None:
    window = tokens(aligned, _line_start(aligned, start), min(len(aligned), end + _AFTER))
    i = next((i for i, token in enumerate(window) if token.start == start and token.end == end), None)
    if i is None:
        return None
    first = _name_start(window, i)
    if first == i and _is_unlisted_given(aligned, window, i - 1):
        first = i - 1
    while first > 0 and window[first - 1].word in known:
        first -= 1
    stop = phrase_end(window, first)
    newline = aligned.find("\n", end)
    words = [token for token in window[first:stop] if newline < 0 or token.start < newline]
    figure = read_figure(words)
    if not figure.name or window[i] not in figure.name or figure.body:
        return None
    figure.role = _role_alone(aligned, figure.role, window, stop)
    if not figure.role:
        figure.name = window[first : i + 1] if window[first].word not in OPENING else window[first + 1 : i + 1]
        figure.role = _role_before(window, first)
    return figure


def _name_start(window: list[Token], i: int) -> int:
    """Back over given names and honorifics, and to the mark that opens the name."""
    known = LEXICON
    first = i
    while (
        first > 0 and i - first < 4 and (window[first - 1].word in known.given_names or window[first - 1].word in known.honorifics)
    ):
        first -= 1
    if 0 < first < i and window[first].word in SECOND_HALVES and is_name_like(window[first - 1].word):
        first -= 1  # «عزت الله یوسفیان»
    for j in range(i - 1, max(-1, i - 4), -1):
        if window[j].word in OPENING:
            return j
        if not is_name_like(window[j].word):
            break
    return first


def _is_unlisted_given(aligned: str, window: list[Token], i: int) -> bool:
    """Whether a word before a family name is a given name that no list holds: no common word, and after an honorific or first."""
    if i < 0 or not is_name_like(window[i].word) or is_common(window[i].word):
        return False
    if i and window[i - 1].word in LEXICON.honorifics:
        return True
    return window[i - 1].word in ".؟!:،" if i else aligned[max(0, window[0].start - 1) : window[0].start] in ("", "\n")


def _role_before(window: list[Token], first: int) -> list[Token]:
    """The role that runs up to a name: «وزیر پیشین ارتباطات X»; the farthest role noun that nothing parts from it."""
    start = None
    for j in range(first - 1, max(-1, first - 10), -1):
        word = window[j].word
        if (
            is_finite(word)
            or word in PREPOSITIONS
            or word in COMMAS
            or word in OPENING
            or word in CLOSING
            or not word.isalnum()
            or word == "که"
        ):
            break
        if is_role(word):
            start = j
    if start is None or any(token.word in _RELATIVES for token in window[start:first]):
        return []  # «وکیل مدافع X» is another
    if start == first - 1 and window[start].word == "سخنگوی":
        return []  # «سخنگوی لوفت‌هانزا»: the name is a body's
    return window[start:first]


def bearers(aligned: str, role: list[Token]) -> Iterator[Figure]:
    """The people to whom the text gives a role that begins like this one, wherever it stands beside a name.

    Args:
        aligned: the aligned text.
        role: the tokens of a role that stands without a name.

    Returns:
        Figures with name and role, in the order of the text.
    """
    head = aligned[role[0].start : role[min(1, len(role) - 1)].end]
    for at in islice(_spelt(aligned, _GAPS.split(head)), _MAX_PLACES):
        if at != role[0].start:
            figure = _bearer_at(aligned, at)
            if figure is not None:
                yield figure


_GAPS: Final = re.compile(r"[\x20\u200c]+")
_GAP: Final = re.compile(r"[\x20\u200c]{0,2}")


def _spelt(aligned: str, parts: list[str]) -> Iterator[int]:
    """Where these parts stand in a row, with a space, a half-space or nothing between them.

    By hand, for a pattern of its own for each role would have to be compiled, which costs more than the search.
    """
    at = aligned.find(parts[0])
    for _ in range(_MAX_TRIED):
        if at < 0:
            return
        end = at + len(parts[0])
        for part in parts[1:]:
            gap = _GAP.match(aligned, end)
            end = gap.end() if gap and aligned.startswith(part, gap.end()) else -1
            if end < 0:
                break
            end += len(part)
        if end > at:
            yield at
        at = aligned.find(parts[0], max(end, at + 1))


def _bearer_at(aligned: str, at: int) -> Figure | None:
    window = tokens(aligned, _line_start(aligned, at), _line_end(aligned, at + _AFTER, at))
    i = next((i for i, token in enumerate(window) if token.start == at), None)
    if i is None:
        return None
    first = _name_ending(window, i)
    stop = phrase_end(window, first)
    figure = read_figure(window[first:stop])
    figure.role = _role_alone(aligned, figure.role, window, stop)
    return figure if figure.is_person and figure.role else None


def _role_alone(aligned: str, role: list[Token], window: list[Token], stop: int) -> list[Token]:
    """A role without the noun of the verb after it («سخنگوی دولت | اعلام کرد») and without an object that runs on from it.

    None where the verb only says what somebody is.
    """
    if len(role) > _SHORT_ROLE and runs_on(window, stop):
        return sure_role(aligned, role)
    verb = window[stop].word if role and stop < len(window) else ""
    if verb in _COPULAS:
        return []
    return role[:-1] if verb in _LIGHT_VERBS else role


_SHORT_ROLE: Final = 2
_COPULAS: Final = closed_class("copulas")
_RELATIVES: Final = closed_class("roles that are somebody's")
_LIGHT_VERBS: Final = closed_class("light verbs")


def _line_start(aligned: str, at: int) -> int:
    floor = max(0, at - _BEFORE)
    newline = aligned.rfind("\n", floor, at)
    return newline + 1 if newline >= 0 else floor


def _line_end(aligned: str, limit: int, start: int) -> int:
    newline = aligned.find("\n", start, limit)
    return newline if newline >= 0 else min(limit, len(aligned))


def _name_ending(window: list[Token], i: int) -> int:
    """Where the name before a role begins: back over a comma and name-like words to a given name or an opening mark."""
    known = LEXICON
    j = i - 1
    while j >= 0 and (window[j].word in COMMAS or window[j].word in CLOSING):
        j -= 1
    first = i
    for k in range(j, max(-1, j - 5), -1):
        if window[k].word in OPENING:
            return k
        if not is_name_like(window[k].word):
            break
        if window[k].word in known.given_names or window[k].word in known.honorifics:
            first = k
    return first


def is_described(aligned: str, figure: Figure) -> bool:
    """Whether a name is followed by words that say who it is: «هرمز لنگرود، صیادی که …», «…، دانش‌آموز ده‌ساله،»."""
    end = figure.name[-1].end
    after = aligned[end : end + _BESIDE].replace(ZWNJ, "").lstrip(" »”\"'")
    if not after.startswith("،"):
        return False
    words = after[1:].split()
    return bool(words) and (is_person(words[0]) or (words[0].endswith("ی") and "که" in words[1:3]))


def complete(figure: Figure, forms: Iterable[Figure]) -> None:
    """Take a fuller name and a role from forms of the same name, the first that has them.

    Args:
        figure: the person; changed in place.
        forms: as ``fuller_forms`` gives them.
    """
    for form in forms:
        if not same_name(form.name_words, figure.name_words):
            continue
        if len(form.name_words) > len(figure.name_words):
            figure.name = form.name
        if not figure.role and form.role and not is_in_name(form.role, figure.name):
            figure.role = form.role
        if figure.role and len(figure.name_words) > 1:
            return
