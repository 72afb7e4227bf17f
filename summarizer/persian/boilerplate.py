"""Lines that are no news, and credits before the news. Says where they are; removes lines, and changes no other character."""

import re

from summarizer.persian.letters import align

MAX_LINE_CHARS = 160  # a longer line is prose, whatever it begins with
_JOIN = "[ \u200c]?"
_WHOLE = re.compile(
    r"""\W*(?:
      نظر\s?شما | نظرات(?:\s(?:کاربران|شما))? | ارسال\s(?:نظر|دیدگاه).* | دیدگاه\W?(?:ها|تان)?(?:ی\sکاربران)?
      | (?:انتهای|پایان)\s(?:پیام|خبر)\b.* | (?:بیشتر|هم\sچنین|همچنین|این\sمطلب\sرا\sهم)\sبخوانید\b.*
      | (?:اخبار|خبرهای|مطالب|مطلب|مطلبهای|لینک\W?های)\s?(?:مرتبط|پیشنهادی|بیشتر)\b.*
      | برچسب\W?ها?\s*[:؛].* | (?:تگ|کلیدواژه|کلید\sواژه)\W?(?:ها)?\s*:.* | کد\s(?:خبر|مطلب)\b.* | شناسه\sخبر\b.*
      | منبع\s*:.* | (?:تاریخ|ساعت)\sانتشار\s*:.* | لینک\sکوتاه\b.* | عکس\s*[:/|].* | (?:عکاس|تصویر)\s*:.*
      | (?:به|در)\s(?:کانال|صفحه|گروه)\s.*(?:بپیوندید|بزنید|کنید|شوید)\W*
      | اشتراک\W?گذاری\b.* | به\sاشتراک\sبگذارید\W* | ارسال\sبه\sدوستان\W* | نسخه\sچاپی\W* | چاپ\W* | کپی\sلینک\W*
      | گالری\s(?:تصاویر|عکس)\W* | ذخیره\W*
    )\W*\d*\W*""",
    re.VERBOSE,
)
_INVITES = re.compile(r".*\b(?:کانال|پیام\W?رسان|شبکه)\b.*(?:بپیوندید|دنبال\sکنید|عضو\sشوید)\W*\d*\W*")
_INVITED = ("بپیوندید", "کنید", "شوید")
# What makes a name that of an outlet: a word of the trade, or one of the names that stand in most credits.
_OUTLET_WORDS = (
    r"خبرگزاری|آژانس|خبرنگار|گروه|سرویس|پایگاه|سایت|وبسایت|شبکه|روزنامه|مجله|نشریه|ماهنامه|پرتال|تارنما|آنلاین|نیوز|"
    r"پرس|ایرنا|ایسنا|ایلنا|ایکنا|ایمنا|ایبنا|مهر|فارس|تسنیم|برنا|میزان|شفقنا|جماران|همشهری|تابناک|انتخاب|مشرق|"
    r"فرارو|الف|بازتاب|کیهان|اطلاعات|حوزه|رویترز|آسوشیتدپرس|الجزیره|العالم|گاردین|شینهوا|اسپوتنیک|یورونیوز|وب ?سایت|"
    r"هفته ?نامه|روابط عمومی|باشگاه خبرنگاران|خبر ?آنلاین|عصر ?ایران|جام ?جم|ورزش ?سه|واحد مرکزی خبر|صدا ?و ?سیما|"
    r"فرانس ?پرس|بی ?بی ?سی|سی ?ان ?ان|دویچه ?وله"
)
_OUTLET = f"(?:{_OUTLET_WORDS})"
_NAME = r"(?:[^\n،,:؛.«»\"]|[«\"][^\n«»\"]{1,40}[»\"])"  # a letter of an outlet's name, or a name in marks
_PLAIN = r"[^\n،:؛.()«»–—-]"
_REPORTED = re.compile(rf"(?:و )?به ?(?:گزارش|نقل از) ?(?P<who>{_NAME}{{2,90}}?) ?(?:نوشت ?)?[،,:؛] ?")
_UNCOMMAED = re.compile(
    r"به گزارش (?:خبرگزاری )?(?:فارس|ایرنا|ایسنا|ایلنا|مهر|تسنیم|(?:قدس|همشهری) آنلاین|خبرآنلاین|\"[^\"\n]{2,30}\") "
    r"(?!به |از |و |در |-)"
)
_PLACE = rf"{_PLAIN}{{2,25}} ?[–—ـ/>-] ?"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_PLACE}){{1,2}}(?P<who>{_PLAIN}{{2,30}}) ?(?:[–—ـ-](?: |$)|:) ?",  # تهران - ایرنا - … and نیلگون - خبرگزاری نمونه: …
        rf"{_PLAIN}{{0,25}}\((?P<who>{_PLAIN}{{2,30}})\) ?[–—:-] ?",  # تهران (ایسنا): …
        rf"(?P<who>{_PLAIN}{{2,30}}) ?(?:[–—ـ-](?: |$)|:) ?",  # ایرنا - … and خبرگزاری فارس: …
    )
)
_OUTLET_IN = re.compile(rf"(?<![\w]){_OUTLET}|{_OUTLET}(?![\w])|[«\"]")
_AGENCY = re.compile(rf"(?:خبرگزاری|آژانس|سرویس|گروه) [\w ]{{2,25}}|(?:[\w]+ )?{_OUTLET}")
_CREDIT_CHARS = 220
OPENING_CHARS = 24  # within which a credit shows itself
_DATELINE_MARK = re.compile(r"[–—ـ/>():-]")


def is_boilerplate(line: str) -> bool:
    """Whether a line is no news: «نظر شما», «انتهای پیام», «کد خبر …» and the like.

    Args:
        line: one line.
    """
    stripped = line.strip()
    return 0 < len(stripped) <= MAX_LINE_CHARS and is_plain_boilerplate(plain(stripped))


def is_plain_boilerplate(line: str) -> bool:
    """``is_boilerplate`` of a line that ``plain`` has been over and that holds no more than ``MAX_LINE_CHARS``."""
    line = line.strip()
    if _WHOLE.fullmatch(line):
        return True
    return any(word in line for word in _INVITED) and _INVITES.fullmatch(line) is not None


def strip_boilerplate(text: str) -> str:
    """Drop the lines that are no news.

    Args:
        text: any text.

    Returns:
        The other lines, each as it stands.
    """
    return "\n".join(line for line in text.split("\n") if not is_boilerplate(line))


def lead_credit(text: str) -> int:
    """How long the credit or dateline at the beginning is, as «به گزارش … ،» or «تهران - ایرنا - »; 0 without one.

    Who reports decides: an outlet's name is a credit; «به گزارش سازمان هواشناسی،» is part of the news and stays.

    Args:
        text: a sentence, a paragraph or a whole article.
    """
    start = len(text) - len(text.lstrip())
    credit = plain_credit(plain(text[start : start + _CREDIT_CHARS]))
    return start + credit if credit else 0


def plain_credit(text: str) -> int:
    """``lead_credit`` of a text that ``plain`` has been over and that begins without space."""
    if "گزارش" in text[:OPENING_CHARS] or "نقل" in text[:OPENING_CHARS]:
        return _reported(text[:_CREDIT_CHARS])
    return _dateline(text[:_CREDIT_CHARS]) if _DATELINE_MARK.search(text, 0, OPENING_CHARS) else 0


def _reported(head: str) -> int:
    """How long «به گزارش … ،» is."""
    match = _REPORTED.match(head)
    if match and _OUTLET_IN.search(match["who"]):
        return match.end()
    match = _UNCOMMAED.match(head)
    return match.end() if match else 0


def _dateline(head: str) -> int:
    """How long «تهران - ایرنا - » is."""
    for dateline in _DATELINES:
        match = dateline.match(head)
        if match and _AGENCY.fullmatch(match["who"].strip()):
            return match.end()
    return 0


def plain(text: str) -> str:
    """Letters in one form, half-spaces as spaces; the length stays.

    Args:
        text: any text.
    """
    return align(text).replace("\u200c", " ")
