"""How alike two names or two roles of one text are."""

from functools import lru_cache
from typing import Final

from summarizer.quotes.figures import Figure, ends_name
from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.words import Token, closed_class

_EXACTLY: Final = 0.1  # the very office before one that only holds its words
_FILLERS: Final = closed_class("words that do not tell roles apart")
_HOLDERS: Final = frozenset({"سابق", "پیشین", "اسبق", "جدید", "فعلی", "منتخب"})
_LANDS: Final = frozenset({"استان", "کشور", "شهر", "شهرستان", "منطقه", "ناجا"})  # and «ناجا», the police of it
_HEADS: Final = {"رییس": "مدیر", "مدیرکل": "مدیر", "مدیرعامل": "مدیر", "رییسکل": "مدیر", "دبیرکل": "دبیر", "سخنگو": "سخنگوی"}


@lru_cache(maxsize=1 << 13)
def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other or a part of it that ends alike («کنعانی», «ناصر کنعانی»)."""
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    return ends_name(short, long) or (bool(short) and set(short) <= set(long))


def are_several(figures: list[Figure]) -> bool:
    """Whether full names are those of more than one person."""
    return any(not same_name(figures[0].name_words, other.name_words) for other in figures[1:])


def is_in_name(role: list[Token], name: list[Token]) -> bool:
    """Whether a role is a name's own last word («محمد قاضی»)."""
    return len(role) == 1 and role[0].word in (token.word for token in name)


def abroad(role: list[Token]) -> set[str]:
    """The foreign places a role names: «رئیس‌جمهور» at home is not «رئیس‌جمهور روسیه»."""
    return {token.word for token in role if token.word in LEXICON.abroad}


def role_words(role: list[Token]) -> list[str]:
    """The words of a role that tell it from others, its head in one form for all that lead («مدیرکل» and «رئیس»)."""
    words = [token.word for token in role if token.word.isalnum() and token.word not in _FILLERS]
    if len(words) > 1 and words[0] + words[1] in LEXICON.roles:
        words[:2] = [words[0] + words[1]]
    return [_HEADS.get(words[0], words[0]), *words[1:]] if words else []


def likeness(one: list[str], other: list[str]) -> float:
    """The share of the shorter role's words that the longer holds; nothing when their heads differ, or what they are of."""
    if not one or not other or one[0] != other[0]:
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and (short[1] not in "".join(long[1:]) or _are_rivals(short, long)):
        return 0.0
    return len(set(short) & set(long)) / len(set(short))


def _are_rivals(short: list[str], long: list[str]) -> bool:
    """Whether two roles differ in the very word that tells of what they are: «رئیس فدراسیون والیبال», «… اسکی»."""
    last = len(short) - 1
    one, other = short[last], long[last]
    alike = one in other or other in one or one in _LANDS or other in _LANDS
    return short[:last] == long[:last] and not alike and one not in long


def points_home(role: list[Token]) -> bool:
    """Whether a role names its country by «این کشور»."""
    return any(token.word == "این" for token in role)


def times_of(role: list[str]) -> frozenset[str]:
    """The words that tell one holder of an office from the next."""
    return _HOLDERS.intersection(role)


def offices_of(role: list[Token]) -> list[list[Token]]:
    """A role whole, and the offices that «و» joins in it («استاد دانشگاه و کارشناس مسائل منطقه»)."""
    for i in range(2, len(role) - 2):
        if role[i].word in ("و", "،") and role_at(role, i + 1):
            return [role, role[:i], role[i + 1 :]]
    return [role]


def office_likeness(wanted: list[str], role: list[Token]) -> float:
    """How like the office looked for one of those is that a role names; the very office comes before one that only holds its words.

    Args:
        wanted: the words of the office, as ``role_words`` gives them.
        role: the tokens of the role.
    """
    # «شهردار پیشین» is not the mayor
    offices = [held for held in map(role_words, offices_of(role)) if not times_of(wanted) - times_of(held)]
    return max([likeness(wanted, held) + _EXACTLY * (wanted == held) for held in offices], default=0.0)
