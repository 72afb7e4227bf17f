"""Lines that are no news, and credits before the news. Says where they are; removes lines, and changes no other character."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from summarizer.persian.letters import align

MAX_LINE_CHARS: Final = 160  # a longer line is prose, whatever it begins with
_JOIN: Final = "[ \u200c]?"
_WHOLE: Final = re.compile(
    r"""\W*(?:
      نظر\s?شما | نظرات(?:\s(?:کاربران|شما))? | ارسال\s(?:نظر|دیدگاه).* | دیدگاه\W?(?:ها|تان)?(?:ی\sکاربران)?
      | (?:انتهای|پایان)\s(?:پیام|خبر)\b.* | (?:بیشتر|هم\sچنین|همچنین|این\sمطلب\sرا\sهم)\sبخوانید\b.*
      | (?:اخبار|خبرهای|مطالب|مطلب|مطلبهای|لینک\W?های)\s?(?:مرتبط|پیشنهادی|بیشتر)\b.*
      | برچسب\W?ها?\s*[:؛].* | (?:تگ|کلیدواژه|کلید\sواژه)\W?(?:ها)?\s*:.* | کد\s(?:خبر|مطلب)\b.* | شناسه\sخبر\b.*
      | منبع\s*:.* | (?:تاریخ|ساعت)\sانتشار\s*:.* | لینک\sکوتاه\b.* | عکس\s*[:/|].* | (?:عکاس|تصویر)\s*:.*
      | (?:به|در)\s(?:کانال|صفحه|گروه)\s.*(?:بپیوندید|بزنید|کنید|شوید)\W*
      | اشتراک\W?گذاری\b.* | به\sاشتراک\sبگذارید\W* | ارسال\sبه\sدوستان\W* | نسخه\sچاپی\W* | چاپ\W* | کپی\sلینک\W*
      | گالری\s(?:تصاویر|عکس)\W* | ذخیره\W* | برای\s.*\b(?:اینجا|این\sلینک|لینک\sزیر)\b.*(?:کنید|ببینید|بخوانید|بزنید)
    )\W*\d*\W*""",
    re.VERBOSE,
)
_INVITES: Final = re.compile(r".*\b(?:کانال|پیام\W?رسان|شبکه)\b.*(?:بپیوندید|دنبال\sکنید|عضو\sشوید)\W*\d*\W*")
_INVITED: Final = ("بپیوندید", "کنید", "شوید")
# What makes a name that of an outlet: a word of the trade, or one of the names that stand in most credits.
_OUTLET_WORDS: Final = (
    r"خبرگزاری|آژانس|خبرنگار|گروه|سرویس|پایگاه|سایت|وبسایت|شبکه|روزنامه|مجله|نشریه|ماهنامه|پرتال|تارنما|آنلاین|نیوز|"
    r"پرس|ایرنا|ایسنا|ایلنا|ایکنا|ایمنا|ایبنا|مهر|فارس|تسنیم|برنا|میزان|شفقنا|جماران|همشهری|تابناک|انتخاب|مشرق|"
    r"فرارو|الف|بازتاب|کیهان|اطلاعات|حوزه|رویترز|آسوشیتدپرس|الجزیره|العالم|گاردین|شینهوا|اسپوتنیک|یورونیوز|وب ?سایت|"
    r"هفته ?نامه|روابط عمومی|باشگاه خبرنگاران|خبر ?آنلاین|عصر ?ایران|جام ?جم|ورزش ?سه|واحد مرکزی خبر|صدا ?و ?سیما|"
    r"فرانس ?پرس|بی ?بی ?سی|سی ?ان ?ان|دویچه ?وله"
)
_OUTLET: Final = f"(?:{_OUTLET_WORDS})"
_NAME: Final = r"(?:[^\n،,:؛.«»\"]|[«\"][^\n«»\"]{1,40}[»\"])"  # a letter of an outlet's name, or a name in marks
_PLAIN: Final = r"[^\n،:؛.()«»–—-]"
_COMMA: Final = "[،,٬:؛]"
_REPORTED: Final = re.compile(rf"(?:و )?به ?(?:گزارش|نقل از) ?(?P<who>{_NAME}{{1,90}}?)[\"»]? ?(?:نوشت ?)?{_COMMA} ?")
# Credits whose end is known without a comma after them: an agency, and the place from which it reports.
_AGENCIES: Final = (
    r"(?:(?:خبرنگار|حوزه|گروه)(?: (?!خبر ?گزاری)\w+){0,2} )?(?:خبر ?گزاری )?"
    r"(?:(?:فارس|ایرنا|ایسنا|ایلنا|مهر|تسنیم|(?:قدس|همشهری|جام ?جم|خبر) ?آنلاین|ورزش ?سه|واحد مرکزی خبر)(?!\w)|"
    r"\"[^\"\n]{2,30}\"(?! خبر ?گزاری))"
    r"|خبر ?گزاری (?:فرانسه|رویترز|آسوشیتدپرس|فرانس ?پرس|شینهوا|کیودو)(?!\w)"
)
_GOES_ON: Final = (
    rf"به (?!همت|مناسبت|منظور|دنبال)|و |نیوز|پلاس|من |منطقه |استان |خبرنگار |گروه |سرویس |از |اعزامی |مستقر |نوشت|[-–(«\"]|{_COMMA}"
)
_OFFICE: Final = r"روابط عمومی|ستاد خبری|(?:ستاد|اداره|مرکز|پایگاه) اطلاع ?رسانی|مرکز خبر"
# Words that are no part of a credit's name: where one stands, somebody or something has begun to be told of.
_TOLD: Final = (
    r"در|که|با|را|بر|است|بود|شد|شده|کرد|داد|گفت|افزود|داشت|نوشت|آمده|امروز|دیروز|معاون|استاندار|"
    r"رئیس|رییس|مدیر\w*|فرماندار|شهردار|مسئول|مسوول|سرپرست|(?<!دفتر )نماینده|سخنگوی?|وزیر|دکتر|سردار|سرهنگ|آیت ?الله|حجت ?الاسلام"
)
_TELLS: Final = re.compile(rf"(?<!\w)(?:{_TOLD})(?!\w)")
_THERE: Final = re.compile(r" در \w+(?: \w+){0,3}(?= به نقل|$)")
_PLACE: Final = rf"{_PLAIN}{{2,25}} ?[–—ـ_/>-] ?"
_SECTIONS: Final = re.compile(
    r"[^\n>،:.]{2,30}(?: ?> ?[^\n>،:.–-]{2,30}){1,2}[–-] ?"
)  # جهان > اروپا - …, as sites print their sections
_DATELINES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_PLACE}){{1,2}}(?P<who>{_PLAIN}{{2,30}}) ?(?:[–—ـ_-](?: |$)|:) ?",  # تهران - ایرنا - … and رشت - خبرگزاری فارس: …
        rf"{_PLAIN}{{0,25}}\((?P<who>{_PLAIN}{{2,30}})\) ?[–—:-] ?",  # تهران (ایسنا): …
        rf"(?P<who>{_PLAIN}{{2,30}}) ?(?:[–—ـ_-](?: |$)|:) ?",  # ایرنا - … and خبرگزاری فارس: …
        r"(?P<who>خبرگزاری \w{2,20})؛ ?",  # خبرگزاری فارس؛ …
    )
)
_OUTLET_IN: Final = re.compile(rf"(?<![\w]){_OUTLET}|{_OUTLET}(?![\w])|[«\"]")
_AGENCY: Final = re.compile(rf"(?:خبرگزاری|آژانس|سرویس|گروه) [\w ]{{2,25}}|(?:[\w]+ )?{_OUTLET}")
_CREDIT_CHARS: Final = 220
_QUOTED_AFTER: Final = ("به نقل از ", "و به نقل از ")
OPENING_CHARS: Final = 24  # within which a credit shows itself
_DATELINE_MARK: Final = re.compile(r"[–—ـ_/>():؛-]")


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
    sections = _SECTIONS.match(text) if ">" in text[:OPENING_CHARS] else None
    past = sections.end() if sections else 0
    return past + _credit(text[past : past + _CREDIT_CHARS])


def _credit(text: str) -> int:
    """How long a credit is, past the sections of a site."""
    if "گزارش" in text[:OPENING_CHARS] or "نقل" in text[:OPENING_CHARS]:
        return _reported(text)
    return _dateline(text) if _DATELINE_MARK.search(text, 0, OPENING_CHARS) else 0


def _reported(head: str) -> int:
    """How long «به گزارش … ،» is, with a «به نقل از … ،» that follows it."""
    credit = _one_report(head)
    if not credit or not head.startswith(_QUOTED_AFTER, credit):
        return credit
    credit += 2 if head.startswith("و ", credit) else 0
    return credit + _passed_on(head[credit:])


def _one_report(head: str) -> int:
    """How long one «به گزارش … ،» is."""
    match = _uncommaed().match(head) or _REPORTED.match(head)
    if match is None or (who := match.groupdict().get("who")) is None:
        return match.end() if match else 0
    return match.end() if _OUTLET_IN.search(who) and not _TELLS.search(_THERE.sub("", who, 1)) else 0


def _passed_on(head: str) -> int:
    """How long a second «به نقل از …» is: of the office of a body, which can end in the name of a place, or up to a comma."""
    match = _offices().match(head)
    if match is None:
        match = _REPORTED.match(head)
        return match.end() if match and not _TELLS.search(match["who"]) and " به " not in match["who"] else 0
    return match.end()


@cache
def _towns() -> str:
    """The places from which outlets report, as alternatives, the longest first."""
    lines = (files("summarizer") / "data" / "towns.txt").read_text("utf-8").splitlines()
    towns = [town for line in lines if not line.startswith("#") for town in line.split(",")]
    return "|".join(sorted(towns, key=len, reverse=True))


@cache
def _uncommaed() -> re.Pattern[str]:
    """A credit whose end is known without a comma: an agency, and where it reports from."""
    place = rf"(?: از| در)? (?:شهرستان |استان )?(?:{_towns()})(?: مقدس)? (?!{_GOES_ON})"
    passed_on = rf"(?: از (?:شهرستان |استان )?(?:{_towns()}))? (?={'|'.join(_QUOTED_AFTER)})"
    there = rf" در \w+(?: \w+){{0,3}} ?{_COMMA} ?"
    nothing = rf" (?!{_GOES_ON}|(?:{_towns()})(?!\w))"
    return re.compile(rf"(?:و )?به ?گزارش ?(?:{_AGENCIES})(?:{place}|{passed_on}|{there}|{nothing})")


@cache
def _offices() -> re.Pattern[str]:
    """The office of a body that passes on its own news."""
    body = rf"(?:{_OFFICE})(?: (?!(?:{_TOLD}|به|از) )\w+){{1,9}}?"
    return re.compile(rf"به نقل از (?:اداره ?کل )?{body}(?: ?{_COMMA} ?| (?:{_towns()}) (?!و ))")


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
