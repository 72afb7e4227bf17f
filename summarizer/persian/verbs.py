"""Verb forms, made from stems: what may stand after «می» and «نمی»."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

_PAST: Final = ("", "م", "ی", "یم", "ید", "ند")
_PRESENT: Final = ("م", "ی", "د", "یم", "ید", "ند")
_IMPERSONAL: Final = "توان"  # «می‌توان گفت», of no person


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Past and present stem of each verb."""
    lines = (files("summarizer") / "data" / "verbs.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return tuple((past, present) for past, _, present in pairs)


@cache
def _past_stems() -> frozenset[str]:
    return frozenset(past for past, _ in _stems())


@cache
def _forms() -> frozenset[str]:
    """Every personal form of every known stem, folded, with the pronoun endings left out; and the impersonal one."""
    forms = {_IMPERSONAL}
    for past, present in _stems():
        forms.update(past + ending for ending in _PAST)
        forms.update(present + ending for ending in _PRESENT)
    return frozenset(forms)


_PERFECT: Final = re.compile(r"ه(?:ام|ای|ایم|اید|اند|است)?$")
_PRONOUNS: Final = ("شان", "مان", "تان", "ش", "م", "ت")


def _participle(word: str) -> str:
    """The past stem of a participle, with or without a form of «to be» after it."""
    return _PERFECT.sub("", word)


def is_after_mi(rest: str) -> bool:
    """Whether the letters after «می» or «نمی» complete a verb: a form, a participle (می‌رفته) or a form with a pronoun (می‌بینمش)."""
    forms = _forms()
    if rest in forms or _participle(rest) in forms:
        return True
    return any(rest.endswith(ending) and rest[: -len(ending)] in forms for ending in _PRONOUNS)


def follows_mi(word: str) -> bool:
    """Whether a folded word is a verb form that takes «می» or «نمی» before it."""
    return word in _forms()


def is_past_stem(word: str) -> bool:
    """Whether a folded word is the past stem of a verb, or the negated one (نگفت)."""
    stems = _past_stems()
    return word in stems or (word.startswith("ن") and word[1:] in stems)
