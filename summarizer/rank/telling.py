"""Who has the word in a sentence: the writer, somebody who is named in it, or somebody who speaks on from the one before.

What follows for a summary is for ``leaning`` and ``support``. The few words that tell it, the signals of a sentence, are found in
the one look at its words, see ``vocabulary``.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from summarizer.persian.letters import ZWNJ

SKIP: Final = r"[\s\"'«(\u200c\u200e\u200f*•–—-]*"
_SPEAKING: Final = frozenset(
    (
        *("من", "ما", "بنده", "هستم", "هستیم", "دارم", "داریم", "کردم", "گفتم", "کردیم", "خواهم", "خواهیم"),
        *("کنم", "گویم", "دانم", "کنیم", "گوییم", "دانیم"),
        *(f"می{gap}{verb}" for gap in ("", ZWNJ) for verb in ("خواهم", "کنم", "گویم", "دانم", "خواهیم", "کنیم", "گوییم", "دانیم")),
    )
)
_WE: Final = "یم"  # the ending of a verb in the first person plural, which ends a sentence
_TAIL_CHARS: Final = 8  # within which it stands, with as many marks as a sentence may end in; a quick look
_EDGE: Final = ' .!؟?»"…'
_MARKS: Final = ("«", ":")
_CUE: Final = re.compile(
    r"گفت|افزود|اظهار|تصریح|خاطر ?نشان|بیان |تاکید|ادامه داد|یادآور|اعلام|اضافه|نوشت|معتقد (?:است|بود)|معتقدند|توضیح|عنوان|"
    r"می[\u200c ]?گوید"
)
_VERBS: Final = r"گفت|گوید|گویند|افزود\w*|داشت\w*|کرد\w*|شد\w*|داد|است|نوشت\w*|معتقدند|باورند|آمده|پاسخ|خواند"
_SAYS: Final = re.compile(rf"(?:{_VERBS})(?: که)? ?:(?! ?[«\"\d])")
_NAMED: Final = re.compile(rf"{SKIP}(?:[\w\u200c]+ ){{0,3}}[\w\u200c]+ ?:(?! ?[«\"\d])")
_BEFORE_COLON: Final = 24  # characters within which the verb stands
_SAYING: Final = frozenset(
    (
        *("گفت", "گفته", "گفتند", "افزود", "افزوده", "نوشت", "خاطرنشان", f"خاطر{ZWNJ}نشان", "معتقد", "معتقدند"),
        *(f"می{gap}{verb}" for gap in ("", ZWNJ) for verb in ("گوید", "افزاید", "گویند")),
        *("گوید", "افزاید"),
    )
)
_SAYING_NOUNS: Final = frozenset(
    (
        *("اظهار", "تصریح", "خاطر", "نشان", "بیان", "تاکید", "یادآور", "اعلام", "اضافه", "توضیح", "عنوان", "خبر"),
        "ادامه",
    )
)
_LIGHT: Final = frozenset(
    (
        *("کرد", "کرده", "کردند", "داد", "داده", "دادند", "شد", "شده", "داشت", "داشته", "داشتند", "نمود"),
        *(f"می{gap}{verb}" for gap in ("", ZWNJ) for verb in ("کند", "دهد", "شود")),
        "اینکه",  # «با بیان اینکه»
    )
)
REPORTING: Final = frozenset(
    ("گفت", "افزود", "اظهار", "تصریح", "خاطرنشان", f"خاطر{ZWNJ}نشان", "خاطر", "تاکید", "یادآور", "یادآوری", "اعلام", "اضافه")
)
FIRST_PERSON: Final = frozenset(
    (
        *("من", "ما", "بنده", "کردم", "گفتم", "هستیم", "داریم", "کردیم", "کنید", "بخوانید", "خواهم", "کنم", "کنیم"),
        *(f"می{gap}{verb}" for gap in ("", ZWNJ) for verb in ("خواهم", "کنم", "کنیم")),
    )
)
SIGNALS: Final = _SPEAKING | _SAYING | _SAYING_NOUNS | REPORTING | FIRST_PERSON
"""Words by which it is told who has the word; in most sentences there are none."""


def speaks_on(aligned: str, signals: Collection[str]) -> bool:
    """Whether a sentence is somebody's own words and does not say whose: «ما کار را آغاز کردیم».

    Args:
        aligned: the sentence, as ``align`` gives it.
        signals: those of its words that are ``SIGNALS``.

    Returns:
        True for «من», «ما» or a verb in the first person, without a verb of saying or a mark before speech.
    """
    speaks = not _SPEAKING.isdisjoint(signals) or (_WE in aligned[-_TAIL_CHARS:] and aligned.rstrip(_EDGE).endswith(_WE))
    return speaks and not any(mark in aligned for mark in _MARKS) and not _CUE.search(aligned)


def begins_speech(aligned: str) -> bool:
    """Whether a sentence begins somebody's words that may go on after it: «مدیر شرکت گفت: …», without quotation marks.

    Args:
        aligned: the sentence, as ``align`` gives it.
    """
    colon = aligned.find(":")
    if colon < 0:
        return False
    if _NAMED.match(aligned):
        return True
    while colon >= 0:
        if _SAYS.search(aligned, max(0, colon - _BEFORE_COLON), colon + 3):
            return True
        colon = aligned.find(":", colon + 1)
    return False


def tells(words: Sequence[str], signals: Collection[str]) -> bool:
    """Whether a sentence after somebody's words is told by the writer again: it says who spoke.

    Args:
        words: those of it, as they stand there. A noun of saying counts before its verb only: «راه ادامه خواهد یافت» tells nothing.
        signals: those of them that are ``SIGNALS``.
    """
    if not _SAYING.isdisjoint(signals):
        return True
    if _SAYING_NOUNS.isdisjoint(signals):
        return False
    return any(word in _SAYING_NOUNS and after in _LIGHT for word, after in pairwise(words))
