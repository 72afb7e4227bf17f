"""A speaker as a reader sees him: the role without the object that ran on from it, and what «این وزارتخانه» in it points to.

Lives here: the words of a role that stands alone. Whom a speaker's own «این مقام» means is decided in ``cast``.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from summarizer.persian.letters import ZWNJ
from summarizer.quotes.bodies import FULL_NOUNS, PLURAL, bodies_before
from summarizer.quotes.figures import Figure
from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.words import CLOSING, OPENING, Token, closed_class

_POINTERS: Final = frozenset({"این", "آن", "همین"})
_LANDS: Final = frozenset({"کشور", "استان", "شهر", "شهرستان", "منطقه"})  # named by a place alone
_DANGLING: Final = frozenset({"در", "از", "به", "با", "برای", "طی", "و", "،"}) | _POINTERS
_JOINS: Final = frozenset({"و", "،"})
_WORKS: Final = closed_class("works")  # «مجری این طرح» is «مجری طرح» alone
SAYS_NOTHING: Final = frozenset(
    ("عضو", "اعضا", "مسئول", "مسؤول", "مسوول", "یکی", "مدیر", "رئیس", "رییس", "معاون", "نماینده", "دبیر")
)
_ENOUGH: Final = 2
_MAX_PLACES: Final = 10
_SHORT_ROLE: Final = 6
_PAUSE: Final = re.compile(r"[\x20»”\"]{0,3}،")
_OBJECT_MARK: Final = re.compile(r"[\x20»”]{1,3}را(?![\w\u200c])")
_ACTS: Final = closed_class("acts that are an object's head")
_GO_ON: Final = frozenset(
    {"و", "،", "معاونت", "سازمان", "مرکز", "ستاد", "کمیته", "شرکت", "موسسه", "بنیاد", "دفتر", "اداره", "کمیسیون", "امور"}
)
_NO_END: Final = frozenset({"از", "در", "به", "با", "برای", "یکی", "یک", "این", "آن", "«", "("}) | _GO_ON


def speaker_shown(text: str, aligned: str, figure: Figure) -> str:
    """A speaker as a reader sees him: name and role.

    Args:
        text: the text as given.
        aligned: its aligned form.
        figure: the speaker; its tokens' offsets are into both.
    """
    parts = [_slice(text, figure.name), _role_shown(text, aligned, figure)]
    return "، ".join(part for part in parts if part)


def _role_shown(text: str, aligned: str, figure: Figure) -> str:
    """The role as it can stand alone; one word that says nothing by itself («عضو») is left out beside a name."""
    parts = role_parts(aligned, figure.role) if figure.role else []
    if len(parts) == 1 and parts[0] is figure.role:
        says = len(figure.role) > 1 or not figure.name or figure.role[0].word not in SAYS_NOTHING
        return _slice(text, figure.role) if says else ""
    role = bare(_slice(text, parts[0])) if len(parts) == 1 else " ".join(_slice(text, part) for part in parts).replace(" ،", "،")
    return "" if figure.name and role in SAYS_NOTHING else role


def _slice(text: str, words: Sequence[Token]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def role_parts(aligned: str, role: Sequence[Token]) -> list[Sequence[Token]]:
    """The stretches of text that make a role when it stands alone.

    Args:
        aligned: the aligned text.
        role: its tokens.

    Returns:
        Tokens in the order in which they are shown; the role itself when it points nowhere. None of them when nothing is left.
    """
    at = next((i for i in range(1, len(role) - 1) if role[i].word in _POINTERS), 0)
    if not at:
        return [role] if role[-1].word not in _DANGLING else [_without_dangling(role)]
    tail = role[at + 2 :]
    noun = role[at + 1]
    body = _named(aligned, noun, role[at].start, plural=bool(tail) and tail[0].word in PLURAL)
    if noun.word in _WORKS and not (body and body[-1].word in CLOSING):
        body = [noun]
    rest = tail if tail and tail[0].word in _JOINS and len(tail) > 1 else ()
    parts: list[Sequence[Token]] = [_without_dangling(role[:at]), body, rest]
    return [part for part in parts if part]


def sure_role(aligned: str, role: list[Token]) -> list[Token]:
    """As much of a role as is surely no object that runs on from it.

    Args:
        aligned: the aligned text.
        role: its tokens.

    Returns:
        The longest beginning of two words or more that the text has elsewhere, too, else up to the noun of an act or past a place's
        name; else a short role that «را» does not follow at once; [] where there is none.
    """
    if _PAUSE.match(aligned, role[-1].end):
        act = _before_act(role)
        return role[:act] if act else role
    for end in range(len(role), 1, -1):
        if role[end - 1].word in _NO_END:
            continue
        if _recurs(aligned, aligned[role[min(1, end - 2)].start : role[end - 1].end]):
            return role[:end]  # its head apart, which may be spelt in two ways
    act = _before_act(role)
    if act:
        return role[:act]
    place = next((i for i, word in enumerate(role) if i and word.word in LEXICON.places), 0)
    if place:
        return role[: place + 1]
    return role if len(role) <= _SHORT_ROLE and not _OBJECT_MARK.match(aligned, role[-1].end) else []


def _before_act(role: list[Token]) -> int:
    """Index of the noun of an act that is no part of a role but an object's head; 0 where none stands in it."""
    return next((i for i in range(2, len(role)) if role[i].word in _ACTS and role[i - 1].word not in _GO_ON), 0)


def _without_dangling(words: Sequence[Token]) -> Sequence[Token]:
    """The words without a preposition or a comma at their end, which wanted what is left out."""
    end = len(words)
    while end > 1 and (words[end - 1].word in _DANGLING or words[end - 1].word in OPENING):
        end -= 1
    return words[:end]


def _named(aligned: str, noun: Token, before: int, *, plural: bool) -> Sequence[Token]:
    """The name of the body a noun points to, where one place tells it surely: in marks, ended by a place or a verb, or repeated."""
    full = FULL_NOUNS.get(noun.word)
    text = full or aligned[noun.start : noun.end]
    for words, ended in islice(bodies_before(aligned, text, before, plural=plural), _MAX_PLACES):
        if (ended and noun.word not in _LANDS) or words[-1].word in CLOSING:
            return words
        place = next((i for i, word in enumerate(words) if word.word in LEXICON.places), 0)
        if place:
            return words[: place + 1]
        for end in range(len(words), 1, -1):
            if _recurs(aligned, aligned[words[0].start : words[end - 1].end]):
                return words[:end]
        return ()
    return ()


def _recurs(aligned: str, phrase: str) -> bool:
    """Whether whole words occur more than once."""
    places, at = 0, aligned.find(phrase)
    while at >= 0 and places < _ENOUGH:
        after = aligned[at + len(phrase) : at + len(phrase) + 1]
        places += not (after.isalpha() or after == ZWNJ)
        at = aligned.find(phrase, at + 1)
    return places >= _ENOUGH


def bare(word: str) -> str:
    """A role's last word without the ezafe that led on to what is left out: «سخنگوی» → «سخنگو», «اعضای» → «اعضا»."""
    return word[:-1] if len(word) > _MIN_EZAFE and word.endswith(("ای", "وی", "اي", "وي")) else word


_MIN_EZAFE: Final = 4
