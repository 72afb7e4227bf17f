"""The words that introduce speech, grouped by what they mean and by what must follow them. Data for the scan in ``cues``.

A «_» stands for a space or a half-space, doubled or lost: «می‌گوید», «می گوید» and «میگوید» are one word. Each entry is a family,
its head words and a pattern for what follows them. Shares of use as speech, where given, were counted over 12,955 Persian news
articles.
"""

from typing import Final, Literal

Family = Literal["verb", "weak", "text", "aside", "source", "credit", "act", "break", "free"]
"""
verb: may stand before its clause with nothing between.
weak: wants a colon, «که» or a mark.
text: what a paper holds («آمده است»).
aside: «با بیان اینکه»; its speaker stands before it.
source: «به گفته»; its speaker stands after it.
credit: «بر اساس این گزارش»; speech only with marks.
act: the reporter tells what somebody did in speaking («خواستار شد»); no quotation, but it ends one.
break: the reporter takes over («گفتنی است»).
free: any other finite verb before a colon and an opening mark («می‌خواند: «…»»).
"""
Entry = tuple[Family, str, str]


def _with(preposition: str, nouns: str) -> str:
    """Head words of a preposition and each of some nouns."""
    return " ".join(f"{preposition}_{noun}" for noun in nouns.split())


_PERFECT: Final = "(?:_(?:است|اند|بودند|بود))?"
_DO: Final = f"_(?:کرد(?:ند|ه{_PERFECT})?|می_کن(?:ند|د)|می_کرد(?:ند)?|نمود(?:ند|ه{_PERFECT})?)"
_HAVE: Final = f"_(?:داشت(?:ند|ه{_PERFECT})?|(?:می_)?دار(?:ند|د))"
_GIVE: Final = f"_(?:داد(?:ند|ه{_PERFECT})?|می_ده(?:ند|د)|می_داد)"
_BECOME: Final = f"_(?:شد(?:ند|ه{_PERFECT})?|می_شو(?:ند|د)|گردید)"
_MAKE: Final = "_(?:ساخت(?:ند)?|می_سازد)"
_BE: Final = "_(?:است|هستند|بودند|بود|اند|ند)"
_PAST: Final = "(?:ند|ه_(?:است|اند|بودند|بود))?"
_OF: Final = "(?:\u0654|_ی)?"  # «گفتهٔ», «گفته‌ی»
_THAT: Final = "_(?:بر_|به_|از_)?(?:این|آن)_(?:(?:نکته|مطلب|موضوع|مساله|امر|واقعیت|خبر)_)?که"
_THIS_PAPER: Final = "(?=_(?:این|همین)_(?:گزارش|بیانیه|متن|سند|نامه))"

# Saying, stressing, claiming, granting, foreseeing: the verb alone governs a clause. گفت is speech in .65 of its uses, افزود .88,
# نوشت .70, تاکید کرد .71, تصریح کرد .97, خاطرنشان کرد .95, اظهار کرد .94, اظهار داشت .95, اعلام کرد .42 (so the clause is tested).
_VERB: Final[tuple[Entry, ...]] = (
    ("verb", "گفت", _PAST),
    ("verb", "می_گ", "(?:ویند|وید|فتند|فت)"),
    ("verb", "افزود", _PAST),
    ("verb", "می_افزا", "(?:یند|ید)"),
    ("verb", "نوشت", _PAST),
    ("verb", "می_نویس", "(?:ند|د)"),
    ("verb", "اظهار تصریح خاطر_نشان تاکید اعلام ادعا اذعان اعتراف پیش_بینی یاد_آوری علاوه", _DO),
    ("verb", "اظهار اعلام اذعان عقیده اعتقاد باور ادعا", _HAVE),
    ("verb", "ابراز_امیدواری ابراز_نگرانی ابراز_اطمینان ابراز_عقیده ابراز_تاسف ابراز_تعجب تهدید", _DO),
    ("verb", "هشدار وعده", _GIVE),
    ("verb", "تاکید", f"_(?:ورزید{_PAST}|می_ورز(?:ند|د))"),
    ("verb", "وعده", f"_(?:سپرد{_PAST}|می_سپار(?:ند|د))"),
    ("verb", "نگاشت", _PAST.removesuffix("?")),  # «نگاشت» alone is also a noun
    ("verb", "یاد_آور متذکر مدعی خاطر_نشان", _BECOME),
    ("verb", "معتقد باورمند مدعی به_این_باور بدین_باور به_این_نظر بر_این_باور بر_این_عقیده بر_این_نظر بر_این_اعتقاد", _BE),
)
# Nouns that take other objects as well («طرحی را مطرح کرد»): only a colon, «که» or a mark makes them speech. عنوان کرد .45,
# خبر داد .09, هشدار داد .27, اشاره کرد .13.
_WEAK: Final[tuple[Entry, ...]] = (
    ("weak", "بیان اضافه عنوان مطرح توصیه پیشنهاد استدلال نقل تشریح تایید خطاب تکرار قید اشاره فاش افشا تعریف", _DO),
    (
        "weak",
        "تصدیق انتقاد شکایت ابراز توییت نتیجه_گیری",
        _DO,
    ),
    ("weak", "بیان ابراز عنوان تاکید شکایت", _HAVE),
    ("weak", "ادامه توضیح پاسخ جواب خبر شرح تذکر قول پیشنهاد اطمینان", _GIVE),
    ("weak", "خاطر_نشان یاد_آور عنوان مطرح روشن", _MAKE),
    ("weak", "گفت", "ه"),
    ("weak", "نوشت افزود", "ه(?=_(?:که|:))"),  # «نمایشنامه نوشته «مینا رضوی»» is by her
    ("weak", "پرسید", f"(?:ند|ه{_PERFECT})?"),
    ("weak", "نتیجه", "_(?:گرفت|می_گیرد)"),
)
_SOURCES: Final[tuple[Entry, ...]] = (
    ("source", _with("به", "گفته اعتقاد باور عقیده زعم ادعا اذعان نوشته قول تعبیر تصریح"), _OF),
    *(
        ("source", _with(by, "اعلام گفته_های گفته اظهارات اظهار سخنان بیانات صحبت_های نوشته ادعا"), _OF)
        for by in ("طبق", "بنا_به", "بنا_بر", "بر_اساس", "بر_پایه", "مطابق")
    ),
    ("source", _with("از", "نظر دیدگاه نگاه دید منظر"), ""),
)
_ASIDES: Final[tuple[Entry, ...]] = tuple(
    ("aside", _with(by, nouns), _THAT)
    for by in ("با", "ضمن")
    for nouns in (
        "بیان تاکید اشاره اعلام اذعان یاد_آوری ذکر تصریح توضیح اعتراف طرح ادعای ابراز اظهار عنوان",
        "هشدار انتقاد گلایه پیش_بینی تکرار خاطر_نشان",
    )
)
_REST: Final[tuple[Entry, ...]] = (
    ("text", "آمده", "_(?:است|بود)"),
    ("text", "می_خوانیم", ""),
    ("act", "خواستار", _BECOME),
    ("act", "ارزیابی توصیف قلمداد درخواست تشکر قدردانی محکوم", _DO),
    ("act", "دانست برشمرد", ""),
    ("act", "تبریک تسلیت", "_گفت(?:ند)?"),
    ("credit", "طبق بنا_بر بر_اساس بر_پایه", _THIS_PAPER),
    ("break", "به_گزارش انتهای_پیام", ""),
    ("break", "طبق_گزارش بنا_بر_گزارش بر_اساس_گزارش بر_پایه_گزارش بر_اساس_این_خبر", ""),
    ("break", "این_گزارش", "_(?:حاکی|می_افزاید|همچنین)"),
    ("break", "گفتنی شایان_ذکر شایان_توجه لازم_به_ذکر لازم_به_یادآوری لازم_به_توضیح قابل_ذکر", "_است"),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_VERB, *_WEAK, *_SOURCES, *_ASIDES, *_REST)
