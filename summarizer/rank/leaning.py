"""How the opening of a sentence leans on what stands before it: a pronoun on its person, a connective on the sentence before.

A sentence that leans on nothing stands alone. What a summary does about it is for ``select``.
"""

import re
from collections.abc import Collection, Sequence
from enum import Enum
from typing import Final

from summarizer.persian.letters import ZWNJ
from summarizer.persian.patterns import one_of
from summarizer.rank.telling import SKIP, speaks_on


class Lean(Enum):
    """What a sentence needs beside it."""

    NOTHING = "stands alone"
    PERSON = "leans on who was named before"
    BEFORE = "leans on the sentence before"
    LATER = "reads well after others, and not first"
    NAME = "names shortly who or what was introduced before"


# A member of an enumeration is slow to look up.
ALONE: Final = Lean.NOTHING
PERSON: Final = Lean.PERSON
BEFORE: Final = Lean.BEFORE
LATER: Final = Lean.LATER
NAME: Final = Lean.NAME

_WORD_END: Final = r"(?![\w\u200c])"
_ROLES: Final = one_of(
    (
        *("مقام", "مسئول", "مسوول", "مدیر", "نماینده", "وزیر", "کارشناس", "پژوهشگر", "استاد", "سخنگو", "عضو", "کارگردان"),
        *("بازیگر", "نویسنده", "هنرمند", "مربی", "سرمربی", "بازیکن", "دیپلمات", "مرد", "زن", "فرد", "شاعر", "منبع", "پزشک"),
        *("محقق", "آهنگساز", "خواننده"),
    )
)
# «در نتیجه برخورد دو خودرو» tells why, «در مقابل دادگاه» where.
_EVENTS: Final = one_of(
    (
        *("برخورد", "انفجار", "سقوط", "واژگونی", "تصادف", "آتش ?سوزی", "حمله", "ریزش", "بارش", "سیل", "زلزله", "زمین ?لرزه"),
        *("تیراندازی", "درگیری", "حادثه", "وقوع", "شلیک", "اصابت", "نشت"),
    )
)
_FRONTS: Final = one_of(
    (
        *("ساختمان", "دانشگاه", "مجلس", "سفارت", "دادگاه", "درب", "کاخ", "وزارت", "استانداری", "فرمانداری", "شهرداری"),
        *("بیمارستان", "زندان", "مقر", "دفتر", "چشم", "دیدگان"),
    )
)
_THIS_OR_THAT: Final = ("این", "آن")
_CONNECTIVES: Final = (
    *("اما", "ولی", "لیکن", "لکن", "بلکه", "البته", "بنابراین", "لذا", "زیرا", "چون", "سپس", "آنگاه", "وگرنه", "مثلا", "هرچند"),
    *("اگرچه", "گرچه", "یعنی", "حتی", "دیگر", "بنابر این", "چرا ?که", "در عین حال", "این در ?حالی", "با وجود این", "در غیر ?این"),
    *("با این حال", "با این وجود", "با این همه", "با این تفاوت", "به این ترتیب", "بدین ترتیب", "به علاوه", "از اینرو"),
    *("از این ?رو", "از این ?جهت", "از سوی دیگر", "از طرف دیگر", "از طرفی", "از سویی", "به همین", "در عوض", "از آن پس"),
    *(f"{before} {this}" for before in ("علاوه بر", "افزون بر", "پس از", "بعد از", "پیش از", "به جای") for this in _THIS_OR_THAT),
    *(f"{before} {this} زمان" for before in ("از", "تا", "در") for this in _THIS_OR_THAT),
    *(f"در این {noun}" for noun in ("میان", "باره", "خصوص", "زمینه", "راستا", "رابطه", "صورت", "هنگام")),
    *(f"{before} {noun}" for before in ("برای", "به طور", "به عنوان") for noun in ("مثال", "نمونه")),
    *(f"ضمن {this} ?که" for this in _THIS_OR_THAT),
)
_CONNECTIVES_BUT: Final = (
    rf"پس(?! از)|در ?نتیجه(?!\u0654| (?:{_EVENTS}))|در مقابل(?! (?:{_FRONTS}))|در حالی ?که(?![^،]*،)"  # but where more follows
)
_POINTERS: Final = (
    *("همین", "همان", "چنین", "این", "آن", "آنها", f"آن{ZWNJ}ها", "اینها", f"این{ZWNJ}ها", "و", "که", "یا", "آن ها"),
    *("نکته دوم", "مورد دوم"),
    *(
        f"{which} {noun}"
        for which in ("دومین", "سومین")
        for noun in ("نکته", "مورد", "دلیل", "عامل", "محور", "موضوع", "مسئله", "مساله", "ویژگی", "شرط")
    ),
)
_SECOND: Final = r"(?:دوم|سوم)(?=:|،| (?:این|آن))"
_PERSON: Final = re.compile(
    rf"{SKIP}(?:(?:به (?:گفته|اعتقاد|نظر|عقیده) )?(?:وی|او|ایشان|نامبرده|موصوف|اینجانب|مشارالیه|آنان)|همچنین|نیز|ضمنا|"
    rf"(?:این|همین) (?:{_ROLES})[\w\u200c]*){_WORD_END}"
)
# «… پایان یافت. دیداری که تا آخر بی‌گل بود»: what the sentence before told of, taken up again.
_TAKEN_UP: Final = (
    *("دیداری", "حمایتی", "موضوعی", "امری", "اتفاقی", "تصمیمی", "اقدامی", "ادعایی", "اظهاراتی", "سخنانی", "رقمی", "طرحی", "روندی"),
    *(f"{noun}{gap}ای" for noun in ("مسئله", "مساله", "نتیجه", "حادثه") for gap in (" ", ZWNJ)),
    *("شکستی", "خبری"),
)
_LEANING: Final = one_of((*_CONNECTIVES, *_POINTERS, *(f"{noun} که" for noun in _TAKEN_UP)))
_BEFORE: Final = re.compile(rf"{SKIP}(?:{_LEANING}|{_CONNECTIVES_BUT}|{_SECOND}|\d{{1,2}}\s?[-.)_ـ]){_WORD_END}")
_ALONE: Final = re.compile(rf"{SKIP}(?:(?:این|آن) (?:سال|هفته|ماه|روزها){_WORD_END}|\d+[.]\d)")
_SOURCES: Final = r"بر ?اساس|بر ?پایه|بنا ?بر|بنا ?به|طبق|مطابق|به ?گفته|در"
_REPORT: Final = re.compile(
    rf"{SKIP}(?:(?:این|آن) (?:گزارش|خبر|شهر)|(?:{_SOURCES}) (?:این|آن|همین) (?:گزارش|خبر|بیانیه|اطلاعیه|نامه|شهر)){_WORD_END}"
)
# Within its first words, what points to something told before: «علت این امر», «به گفته این کارشناس», «مدیر شرکت نیز».
_FEW_WORDS: Final = rf"{SKIP}(?:[\w\u200c]+[«»\"،]?\s+){{1,3}}?"
_TOLD_BEFORE: Final = one_of(
    (
        *("امر", "موضوع", "مسئله", "مساله", "مسأله", "اقدام", "اقدامات", "سخنان", "اظهارات", "ادعا", "سوال", "سؤال", "پرسش"),
        *("عامل", "عوامل", "علت", "دلیل", "مورد", "موارد", "نکته", "کارشناس", "مقام", "منبع", "پژوهشگر", "اتفاق", "روند"),
        *("وضعیت", "شرایط", "مصاحبه", "تصمیم", "پیشنهاد", "درخواست", "مطلب", "حرف", "حرف ها", "گفته", "گفته ها", "بحث", "ملک"),
        "پدیده",
    )
)
_NOT_BEFORE: Final = one_of(
    ("که", "سال", "هفته", "ماه", "روزها", "روز", "فصل", "گزارش", "خبر", "رسانه", "خبرگزاری", "ترتیب", "رو", "بار", "جهت")
)
_POINTS: Final = re.compile(rf"{_FEW_WORDS}(?:این|همین) (?:{_TOLD_BEFORE}){_WORD_END}")
_GOES_ON: Final = re.compile(
    rf"{_FEW_WORDS}(?:(?:این|همین) (?!(?:{_NOT_BEFORE}){_WORD_END})|(?:نیز|همچنین|اما|هم (?!اکنون|چنین|زمان)){_WORD_END})"
)
# Further on in its beginning, what an article tells of: «او امروز در حاشیه این دیدار گفت».
_AFFAIRS: Final = (
    r"طرح|دیدار|بازی|مراسم|جشنواره|مسابق|رقابت|نشست|جلسه|حادثه|سانحه|اقدام|انتخابات|پروژه|نمایشگاه|پرونده|حمل[هات]|انفجار|"
    r"بیانیه|نامه|مذاکرات|اظهارات|عملیات|تصمیم|رویداد|سفر|آیین|همایش|کنفرانس|رزمایش|تظاهرات|کارخانه|مطالع|تحقیق|پژوهش|"
    r"بررسی|برنامه|روند|واقعه|معامل|اصلاحیه|مصوبه|قرارداد|توافق|سامانه|مورد|امر(?![\w\u200c])|اتفاق|ماجرا|ادعا"
)
_TELLS_OF: Final = re.compile(
    rf"{SKIP}(?:[\w\u200c]+[«»\"،:]*\s+){{3,8}}?(?:این|همین) (?P<affair>{_AFFAIRS})[\w\u200c]*(?! (?:که|است|بود){_WORD_END})"
)
_OF_HIM: Final = re.compile(rf"{SKIP}(?:[\w\u200c]+[«»\"،]*\s+){{2,6}}?(?:وی|او){_WORD_END}")
_ABOVE: Final = re.compile(
    rf"{SKIP}(?:[\w\u200c]+ ){{1,4}}?(?:فوق(?! ?(?:العاده|لیسانس|تخصص|دکتر|برنامه))|فوق الذکر|مذکور|یاد ?شده){_WORD_END}"
)
# Looks that cost little, before the long ones: the first words of what leans by its opening, and the words that point back.
_PERSONS: Final = frozenset(
    (
        *("به", "وی", "او", "ایشان", "نامبرده", "موصوف", "اینجانب", "مشارالیه", "آنان"),
        *("همچنین", "نیز", "ضمنا", "این", "همین"),
    )
)
_BARE_VERBS: Final = frozenset(
    ("گفت", "افزود", "نوشت", "اظهار", "بیان", "ادامه", "توضیح", "پاسخ", "تصریح", "تاکید", "اضافه", "عنوان"),
)
_REPORTS: Final = frozenset(("این", "آن", "بر", "براساس", "برپایه", "بنا", "بنابر", "طبق", "مطابق", "به", "در"))
_BEFORES: Final = frozenset(
    (
        *("اما", "ولی", "لیکن", "لکن", "بلکه", "البته", "بنابراین", "لذا", "زیرا", "چون", "سپس", "آنگاه", "وگرنه", "مثلا"),
        *("هرچند", "اگرچه", "گرچه", "یعنی", "حتی", "پس", "دیگر", "بنابر", "تا", "چرا", "چراکه", "در", "درنتیجه", "با", "بدین"),
        *("علاوه", "افزون", "از", "بعد", "پیش", "برای", "همان", "همین", "چنین", "این", "آن", "آنها", f"آن{ZWNJ}ها"),
        *("اینها", f"این{ZWNJ}ها", "و", "که", "یا", "به", "ضمن", "نکته", "مورد", "دوم", "سوم", "دومین", "سومین"),
        *(word.split()[0] for word in _TAKEN_UP),
    )
)
_ADDS: Final = frozenset(
    (
        *("از", "حال", "لحظاتی", "دقایقی", "ساعاتی", "ساعتی", "گفتنی", "شایان", "لازم", "قابل", "یادآوری", "یادآور"),
        *("اضافه", "خاطرنشان", "پیشتر", f"پیش{ZWNJ}تر", "پیش", "نکته"),
    )
)
_FIRST: Final = _PERSONS | _BARE_VERBS | _REPORTS | _BEFORES | _ADDS
_THIS: Final = frozenset(("این", "همین"))
_ALSO: Final = frozenset(("نیز", "همچنین", "اما", "هم"))
_HE: Final = frozenset(("وی", "او"))
_SAID_ABOVE: Final = frozenset(("فوق", "مذکور", "یادشده", "یاد"))
_POINTING: Final = _THIS | _ALSO | _HE | _SAID_ABOVE
_OPENING_WORDS: Final = 10
_AFTER_NAME: Final = frozenset(
    (
        *("با", "در", "گفت", "افزود", "اظهار", "تصریح", "خاطر", "خاطرنشان", "بیان", "تاکید", "ادامه", "یادآور", "اضافه"),
        *("عنوان", "توضیح", "می", "میگوید", "میافزاید", f"می{ZWNJ}گوید", f"می{ZWNJ}افزاید", "مدعی"),
    )
)
_NAME_WORDS: Final = 4
# «گفت: …» after a line that says who was asked.
_BARE_VERB: Final = re.compile(
    rf"{SKIP}(?:گفت|افزود|نوشت|(?:اظهار|بیان) (?:کرد|داشت)|(?:ادامه|توضیح|پاسخ) داد|(?:تصریح|تاکید|اضافه|عنوان) کرد)"
    rf"\s?(?::|که{_WORD_END})"
)
_ADDED: Final = re.compile(
    rf"{SKIP}(?:از (?:[\w\u200c]+ ){{0,2}}?دیگر|حال(?! (?:عمومی|جسمی|روحی|وخیم|او|وی|این|دو|سه|بیماران|مصدومان))|"
    rf"(?:لحظاتی|دقایقی|ساعاتی|ساعتی) (?:بعد|پس از آن)|"
    rf"گفتنی|شایان|لازم به|قابل ذکر|یادآوری|یادآور می|اضافه می|خاطرنشان می|پیش[ \u200c]?تر|پیش از این|"
    rf"نکته (?:[\w\u200c]+ ){{0,2}}?دیگری?){_WORD_END}"
)
_BY_NAME: Final = re.compile(
    rf"{SKIP}[\w\u200c]{{3,30}} (?:با (?:بیان|اشاره|تاکید|تأکید|انتقاد|ابراز|تشریح|یادآوری)|در (?:ادامه|پایان|خاتمه|بخش)|"
    rf"گفت|افزود|اظهار|تصریح|خاطر ?نشان|بیان|تاکید|تأکید|ادامه داد|یادآور|اضافه کرد|عنوان|توضیح|می[ \u200c]?(?:گوید|افزاید)|"
    rf"مدعی){_WORD_END}"
)
_LIST_MARK: Final = re.compile(r"\s*[-–—•*▪●]")


def leaning(aligned: str, words: Sequence[str], signals: Collection[str]) -> Lean:
    """How a sentence leans.

    Args:
        aligned: the sentence, as ``align`` gives it, without a credit.
        words: those of it, as they stand there.
        signals: those of them that tell who has the word, see ``telling``.

    Returns:
        What it needs beside it to be understood. The words of a speaker who is not named in it («ما …») need what stands before,
        and so does the end of a quotation that began there.
    """
    first = words[0] if words else ""
    marked = not (first.isalpha() and aligned[0].isalpha())
    if (marked or first in _FIRST) and (lean := _by_opening(aligned, "" if marked else first)):
        return lean
    if ("»" in aligned and aligned.count("»") > aligned.count("«")) or speaks_on(aligned, signals):
        return BEFORE
    pointing = _POINTING.intersection(words[:_OPENING_WORDS])
    if pointing and (lean := _by_pointing(aligned, pointing)):
        return lean
    if (marked or first in _ADDS) and _ADDED.match(aligned):
        return LATER
    named = not _AFTER_NAME.isdisjoint(words[1:_NAME_WORDS]) and _BY_NAME.match(aligned)
    return NAME if named else ALONE


def _by_opening(aligned: str, first: str) -> Lean | None:
    """How a sentence leans by its first words alone; None where these do not tell. ``first`` is '' where marks stand in front."""
    if (not first or first in _PERSONS) and _PERSON.match(aligned):
        return PERSON
    if (not first or first in _BARE_VERBS) and _BARE_VERB.match(aligned):
        return PERSON
    if not first and _LIST_MARK.match(aligned):
        return BEFORE
    if (not first or first in _REPORTS) and _REPORT.match(aligned):
        return LATER
    before = (not first or first in _BEFORES) and _BEFORE.match(aligned) and not _ALONE.match(aligned)
    return BEFORE if before else None


def _by_pointing(aligned: str, pointing: Collection[str]) -> Lean | None:
    """How a sentence leans by what points back within its first words; ``pointing`` are those of ``_POINTING`` in them."""
    this = not _THIS.isdisjoint(pointing)
    if (this and _POINTS.match(aligned)) or (not _SAID_ABOVE.isdisjoint(pointing) and _ABOVE.match(aligned)):
        return BEFORE
    if (this or not _ALSO.isdisjoint(pointing)) and _GOES_ON.match(aligned):
        return LATER
    if this and (told := _TELLS_OF.match(aligned)) and told["affair"] not in aligned[: told.start("affair")]:
        return NAME
    return NAME if not _HE.isdisjoint(pointing) and _OF_HIM.match(aligned) else None
