"""How the opening of a sentence leans on what stands before it: a pronoun on its person, a connective on the sentence before.

A sentence that leans on nothing stands alone. What a summary does about it is for ``select``.
"""

import re
from collections.abc import Collection
from enum import Enum

from summarizer.persian.letters import ZWNJ


class Lean(Enum):
    """What a sentence needs beside it."""

    NOTHING = "stands alone"
    PERSON = "leans on who was named before"
    BEFORE = "leans on the sentence before"


_SKIP = r"[\s\"'«(\u200c\u200e\u200f*•–—-]*"
_WORD_END = r"(?![\w\u200c])"
_ROLES = (
    r"مقام|مسئول|مسوول|مدیر|نماینده|وزیر|کارشناس|پژوهشگر|استاد|سخنگو|عضو|کارگردان|بازیگر|نویسنده|هنرمند|مربی|سرمربی|"
    r"بازیکن|دیپلمات|مرد|زن|فرد|شاعر|منبع|پزشک|محقق|آهنگساز|خواننده"
)
_CONNECTIVES = (
    r"اما|ولی|لیکن|لکن|بلکه|البته|بنابراین|لذا|زیرا|چون|سپس|آنگاه|وگرنه|مثلا|هرچند|اگرچه|گرچه|یعنی|حتی|پس|دیگر|"
    r"بنابر این|چرا ?که|در ?نتیجه|در عین حال|در مقابل|در حالی ?که|این در ?حالی|با وجود این|در غیر این|"
    r"با این (?:حال|وجود|همه|تفاوت)|به این ترتیب|بدین ترتیب|به علاوه|علاوه بر (?:این|آن)|افزون بر (?:این|آن)|"
    r"از این ?(?:رو|جهت)|از اینرو|از (?:سوی|طرف) دیگر|از طرفی|از سویی|(?:پس|بعد|پیش) از (?:این|آن)|به همین|"
    r"در این (?:میان|باره|خصوص|زمینه|راستا|رابطه|صورت|هنگام)|برای (?:مثال|نمونه)"
)
_POINTERS = r"همین|همان|چنین|این|آن|آنها|آن‌ها|اینها|این‌ها|و|که|یا|دوم|سوم|دومین|آن ها|(?:نکته|مورد) دوم"
_PERSON = re.compile(
    rf"{_SKIP}(?:(?:به (?:گفته|اعتقاد|نظر|عقیده) )?(?:وی|او|ایشان|نامبرده|اینجانب|مشارالیه|آنان)|همچنین|نیز|ضمنا|"
    rf"(?:این|همین) (?:{_ROLES})[\w\u200c]*){_WORD_END}"
)
_BEFORE = re.compile(rf"{_SKIP}(?:{_CONNECTIVES}|{_POINTERS}|\d{{1,2}}\s?[-.)ـ]){_WORD_END}")
_ALONE = re.compile(rf"{_SKIP}(?:(?:این|آن) (?:گزارش|خبر|سال|هفته|ماه|روزها|شهر){_WORD_END}|\d+[.]\d)")
_LIST_MARK = re.compile(r"\s*[-–—•*▪●]")
_SPEAKING = frozenset(
    (
        *("من", "ما", "بنده", "هستم", "هستیم", "دارم", "داریم", "کردم", "گفتم", "کردیم", "خواهم", "خواهیم"),
        *("کنم", "گویم", "دانم", "کنیم", "گوییم", "دانیم"),
        *(f"می{gap}{verb}" for gap in ("", ZWNJ) for verb in ("خواهم", "کنم", "گویم", "دانم", "خواهیم", "کنیم", "گوییم", "دانیم")),
    )
)
_WE = "یم"  # the ending of a verb in the first person plural, which ends a sentence
_EDGE = ' .!؟?»"…'
_CUE = re.compile(
    r"گفت|افزود|اظهار|تصریح|خاطر ?نشان|بیان |تاکید|تأکید|ادامه داد|یادآور|اعلام|اضافه|نوشت|معتقد (?:است|بود)|معتقدند|توضیح|عنوان|"
    r"می[\u200c ]?گوید|[«:]"
)


def leaning(aligned: str, words: Collection[str]) -> Lean:
    """How a sentence leans.

    Args:
        aligned: the sentence, as ``align`` gives it, without a credit.
        words: those of it, as they stand there.

    Returns:
        What it needs beside it to be understood. The words of a speaker who is not named in it («ما …») need what stands before,
        and so does the end of a quotation that began there.
    """
    if _PERSON.match(aligned):
        return Lean.PERSON
    if _LIST_MARK.match(aligned) or (_BEFORE.match(aligned) and not _ALONE.match(aligned)):
        return Lean.BEFORE
    if aligned.count("»") > aligned.count("«") or (_speaks(aligned, words) and not _CUE.search(aligned)):
        return Lean.BEFORE
    return Lean.NOTHING


def _speaks(aligned: str, words: Collection[str]) -> bool:
    """Whether a sentence is somebody's own words: «من», «ما», or a verb in the first person."""
    return not _SPEAKING.isdisjoint(words) or aligned.rstrip(_EDGE).endswith(_WE)
