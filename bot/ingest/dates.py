"""Dates as outlets write them, Jalali or not, into aware UTC. Pure; the calendar itself is ``bot.jalali``."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.jalali import DARI_MONTH_NAMES, MONTH_NAMES, from_jalali

TEHRAN = ZoneInfo("Asia/Tehran")
MAX_CHARS = 100
_LAST_CENTURY = 50  # RFC 2822, 4.3: from here on two digits are a year of the last century
_JALALI, _GREGORIAN = range(1300, 1500), range(1900, 2200)

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك", "01234567890123456789یک", "\u200c\u200e\u200f\u202a\u202b\u202c")
_WESTERN_MONTHS = (
    ("january", "jan", "ژانویه"),
    ("february", "feb", "فوریه"),
    ("march", "mar", "مارس"),
    ("april", "apr", "آوریل"),
    ("may", "مه", "می"),
    ("june", "jun", "ژوئن"),
    ("july", "jul", "ژوئیه", "جولای"),
    ("august", "aug", "اوت", "آگوست"),
    ("september", "sept", "sep", "سپتامبر"),
    ("october", "oct", "اکتبر"),
    ("november", "nov", "نوامبر"),
    ("december", "dec", "دسامبر"),
)
MONTHS = (
    {name: number for names in (MONTH_NAMES, DARI_MONTH_NAMES) for number, name in enumerate(names, 1)}
    | {"امرداد": 5}
    | {name: number for number, names in enumerate(_WESTERN_MONTHS, 1) for name in names}
)
_ZONES = {
    "ut": 0,
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "msk": 180,
    "aft": 270,
    "cet": 60,
    "cest": 120,
    "irst": 210,
}

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_DAY_NAME_YEAR = re.compile(r"(?<!\d)(\d{1,2})[\s-]{1,3}([^\W\d_]{2,12})[\s,،-]{1,3}(?:ماه\s)?(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2}) ([a-z]{3}) (\d{2}) (?=\d{1,2}:)")  # RFC 822
_NAME_DAY_YEAR = re.compile(r"\b([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s?(am|pm|ق\.ظ|ب\.ظ|صبح|عصر(?! ?ایران)\b|(?:بعد|قبل) ?از ?ظهر))?"
)
_OFFSET = re.compile(
    r"\s?(?:gmt|utc)?\s?([+\-−])(\d{2}):?(\d{2})(?!\d)|(?P<sign>[+\-−])(?P<hours>\d{2})(?![\d/.-])|\s?(?P<name>[a-z]{1,4})\b"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?")


def parse_date(value: str, zone: tzinfo = TEHRAN) -> datetime | None:
    """Read a date in any of the ways outlets write one.

    ISO 8601, RFC 822, Jalali with numbers (1404/08/11) or names (۱۱ آبان ۱۴۰۴), Western months in Persian; digits of any kind,
    words around it («یکشنبه ۱۱ آبان ۱۴۰۴، ساعت ۱۰:۳۰»). A year of 1300 to 1499 is Jalali.

    Args:
        value: any text.
        zone: the zone of a date that names none.

    Returns:
        Aware UTC; None when there is no date in it, no such day, or a year before 1900 or past 2199.
    """
    text = " ".join(value[:MAX_CHARS].translate(_DIGITS).lower().split())
    text = _COMPACT.sub(r"\1-\2-\3 \4:\5", text)
    day = _day(text)
    if day is None:
        return None
    hour, minute, second, named = _time(text)
    try:
        return _moment(day, hour, minute, named or zone).replace(second=second).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def believable(published: datetime | None, now: datetime) -> datetime | None:
    """The time itself, ``now`` when it lies in the future.

    Args:
        published: aware UTC, or None.
        now: the time of the fetch.
    """
    return min(published, now) if published else None


def _day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as they stand, in whichever calendar."""
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    for named in _DAY_NAME_YEAR.finditer(text):
        if named[2] in MONTHS:
            return int(named[3]), MONTHS[named[2]], int(named[1])
    if (found := _SHORT_YEAR.search(text)) and found[2] in MONTHS:
        year = int(found[3])
        return year + (1900 if year >= _LAST_CENTURY else 2000), MONTHS[found[2]], int(found[1])
    if (found := _NAME_DAY_YEAR.search(text)) and found[1] in MONTHS:
        return int(found[3]), MONTHS[found[1]], int(found[2])
    if found := _DAY_FIRST.search(text):
        return int(found[3]), int(found[2]), int(found[1])
    return None


def _time(text: str) -> tuple[int, int, int, tzinfo | None]:
    """The time of day, midnight without one, and the zone that it names."""
    found = _TIME.search(text)
    if not found:
        return 0, 0, 0, None
    hour = int(found[1])
    half = (found[4] or "").replace(" ", "")
    if half in ("pm", "ب.ظ", "عصر", "بعدازظهر"):
        hour = hour % 12 + 12
    elif half in ("am", "ق.ظ", "صبح", "قبلازظهر"):
        hour %= 12
    return hour, int(found[2]), min(int(found[3] or 0), 59), _zone(text, found.end())


def _zone(text: str, at: int) -> tzinfo | None:
    """The zone that stands there; None for none, one not known, or an offset that cannot be."""
    found = _OFFSET.match(text, at)
    if not found:
        return None
    if found["name"]:
        minutes = _ZONES.get(found["name"])
        return None if minutes is None else timezone(timedelta(minutes=minutes))
    minutes = int(found[2] or found["hours"]) * 60 + int(found[3] or 0)
    if minutes > 15 * 60:
        return None
    return timezone(timedelta(minutes=minutes if "+" in (found[1], found["sign"]) else -minutes))


def _moment(day: tuple[int, int, int], hour: int, minute: int, zone: tzinfo) -> datetime:
    """The moment, by the calendar that the year tells.

    Raises:
        ValueError: there is no such day or time.
    """
    year = day[0]
    if year in _JALALI:
        return from_jalali(*day, hour, minute, zone)
    if year in _GREGORIAN:
        return datetime(*day, hour, minute, tzinfo=zone)
    raise ValueError(f"no year of ours: {year}")
