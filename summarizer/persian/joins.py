"""Half-spaces for spaces, where the parts can only be one word: می شود, کتاب ها, هسته ای, سریع تر, خانواده اش, خانه ی, شده اند.

Part of ``polish``. Which endings: those that texts with half-spaces throughout hardly ever write with a space («ای» after ه 34
times of 1,380 there, «تر» 6 of 337). What has its space rightly (ای کاش, ام اس, درباره شان و منزلت) is told by its neighbours.
"""

import re
from typing import Final

from summarizer.persian.letters import LETTER_NAMES, LETTER_RANGES, ZWNJ, align
from summarizer.persian.verbs import follows_mi, is_past_stem

_END: Final = rf"(?![\w{ZWNJ}])"
_MI: Final = re.compile(rf"(?<![\w{ZWNJ}])(ن?می) (?=([{LETTER_RANGES}]{{2,20}})(?![\w]))")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2} \Z")
_DAY_CHARS: Final = 4
_PLURAL: Final = re.compile(rf"(?<=[{LETTER_RANGES}]{{2}}) (?=(?:ها|های|هایی|هایش|هایشان|هایمان|ترین){_END})")
_EZAFE: Final = re.compile(rf"(?<=[{LETTER_RANGES}]ه) (?=ی{_END})")
_PERFECT: Final = re.compile(rf"(?<![\w{ZWNJ}])([{LETTER_RANGES}]{{2,20}})ه (?=(?:ام|ای|ایم|اید|اند){_END})")
_COMPARATIVE: Final = re.compile(rf"(?<=[{LETTER_RANGES}]{{2}}) (?=تر{_END})")
_NO_NOUN: Final = "از|به|با|در|که|را|تا|بر|این|هر|یا|و|هم|نیز|چه|ما|من|تو"
_NOT_NOUNS: Final = re.compile(rf"(?<![{LETTER_RANGES}])(?:{_NO_NOUN}) \Z")
_WET: Final = re.compile(rf"(?<![{LETTER_RANGES}])(?:{_NO_NOUN}|پیله|چشم|چشمان|دیده|لب|ابر|هوای|سبزی|میوه|علوفه) \Z")
_LONGEST_BEFORE: Final = 8

_INDEFINITE: Final = re.compile(rf"(?<=[{LETTER_RANGES}]{{2}}ه) (?=ای{_END}(?! (?:کاش|وای|وی|{LETTER_NAMES}){_END}))")
_PRONOUN: Final = re.compile(
    rf"(?<=[{LETTER_RANGES}]{{2}}[هی]) (?=(?:اش|مان|تان|شان(?! (?:و|منزلت|نزول){_END})|"
    rf"ام(?! (?:{LETTER_NAMES}|وی|ال\w+|ابی\w*|صلال|سلمه|کلثوم|حبیبه|ایمن){_END})){_END})"
)
_NOT_OWNED: Final = re.compile(rf"(?<![{LETTER_RANGES}])(?:اینکه|آنکه|بلکه|هرکه|چنانکه|درباره|برای|شبکه) \Z")


def join(line: str) -> str:
    """A line with the parts of its words joined.

    Args:
        line: Persian text without line ends, single spaces between its words.

    Returns:
        The line with U+200C for some of its spaces; nothing else changes.
    """
    line = _MI.sub(_before_verb, line)
    line = _PERFECT.sub(lambda verb: verb[1] + "ه" + (ZWNJ if is_past_stem(align(verb[1])) else " "), line)
    line = _PLURAL.sub(lambda space: _unless(_NOT_NOUNS, space), line)
    line = _COMPARATIVE.sub(lambda space: _unless(_WET, space), line)
    line = _INDEFINITE.sub(lambda space: _unless(_NOT_OWNED, space), line)
    line = _PRONOUN.sub(lambda space: _unless(_NOT_OWNED, space), line)
    return _EZAFE.sub(ZWNJ, line)


def _before_verb(mi: re.Match[str]) -> str:
    """«می» with a half-space before a verb; May is a month before a noun that looks like one («۲۳ می نشستی برگزار شد»)."""
    is_month = mi[2].endswith("ی") and _DAY.search(mi.string, max(0, mi.start() - _DAY_CHARS), mi.start())
    return mi[1] + (ZWNJ if follows_mi(align(mi[2])) and not is_month else " ")


def _unless(alone: re.Pattern[str], space: re.Match[str]) -> str:
    """A half-space before an ending, unless the word before takes none."""
    return " " if alone.search(space.string, max(0, space.start() - _LONGEST_BEFORE), space.end()) else ZWNJ
