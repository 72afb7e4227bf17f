"""Nouns for those who can speak without a name: a person, people, bodies. Told by lists and by the endings of nouns of agents."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from summarizer.quotes.lexicon import LEXICON, is_role
from summarizer.quotes.words import closed_class

_PEOPLE: Final = closed_class("people")
_GROUPS: Final = closed_class("groups of people")
_INDEFINITE: Final = closed_class("people that take ی")  # «مردی»; «همکاری» is no person
_COUNTERS: Final = closed_class("counters of people")
_AGENTS: Final = tuple(closed_class("endings of agents"))
_NOT_ALONE: Final = frozenset({"یک", "دو", "سه", "چهار", "پنج", "یکی", "چند", "چندین", "خیلی", "اکثر", "اغلب", "بیشتر"})
_PLURALS: Final = ("های", "هایی", "ها", "گان", "ان", "ین")
_AGENTS_APART: Final = frozenset({"کنندگان", "داران", "کاران", "گذاران", "نظران", "اندرکاران", "دهندگان", "نشینان"})
_APART: Final = frozenset({"ها", "های"})
_MIN_STEM: Final = 3
_MIN_AGENT: Final = 6


@lru_cache(maxsize=1 << 12)
def is_body(word: str) -> bool:
    """Whether a noun opens the name of something that can speak: an organisation, a paper, a document; or is a country's."""
    known = LEXICON
    return word in known.bodies or word in known.media or word in known.documents or word in known.outlets or word in known.capitals


@lru_cache(maxsize=1 << 12)
def is_person(word: str) -> bool:
    """Whether a noun means a person or people, bare or with «ی»: «کارشناس», «مردی», «نماینده‌ای», «تولیدکننده», «شاهدان»."""
    if is_group(word) or _is_human(word) or (word[-1:] == "ی" and word[:-1] in _INDEFINITE):
        return True
    return word.endswith("ای") and _is_human(word[:-2])


@lru_cache(maxsize=1 << 12)
def is_group(word: str) -> bool:
    """Whether a noun means several people or bodies: «کارشناسان», «تولیدکنندگان», «اصلاح‌طلبان», «رسانه‌ها», «بحرینی‌ها»."""
    return word in _GROUPS or any(word.endswith(end) and _is_member(word[: -len(end)]) for end in _PLURALS)


def _is_member(stem: str) -> bool:
    if len(stem) < _MIN_STEM:
        return False
    if stem[-1] == "ی" and stem[:-1] in LEXICON.places:
        return True
    return any(_is_human(form) or is_body(form) for form in (stem, stem + "ه"))


def _is_human(word: str) -> bool:
    return word in _PEOPLE or is_role(word) or (len(word) > _MIN_AGENT and word.endswith(_AGENTS))


def are_people(words: Sequence[str]) -> bool:
    """Whether the words of a nameless source are people.

    Args:
        words: such as «برخی», «یک کارشناس», «بسیاری از مردم»; not «یک تصویر», «یکی از».
    """
    i = 0
    while i < len(words) and words[i] in _COUNTERS:
        i += 1
    if i and words[i : i + 1] == ["دیگر"]:
        words = [*words[:i], *words[i + 1 :]]  # «یکی دیگر از ساکنان»
    if i == len(words):
        return bool(words) and words[-1] not in _NOT_ALONE
    if i and words[i] == "از":
        i += 1
    return i < len(words) and (opens_group(words, i) or is_person(words[i]) or is_body(words[i]))


def opens_group(words: Sequence[str], i: int) -> bool:
    """Whether a group's noun stands at ``i``, also one whose parts stand apart («تولید کنندگان», «بچه ها»)."""
    if is_group(words[i]):
        return True
    if i + 1 == len(words):
        return False
    return (words[i + 1] in _APART and is_person(words[i])) or words[i + 1] in _AGENTS_APART
