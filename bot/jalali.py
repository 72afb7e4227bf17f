"""Jalali dates, the only door to jdatetime. Times come in and go out as aware ones."""

from datetime import date, datetime, tzinfo

import jdatetime

_DAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
MONTH_NAMES = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
DARI_MONTH_NAMES = ("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت")
_DARI_ZONE = "Asia/Kabul"
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian_digits(value: object) -> str:
    """Write a number, or any text, with Persian digits."""
    return str(value).translate(_PERSIAN)


def long_date(at: datetime, zone: tzinfo) -> str:
    """Write a time as «یکشنبه ۱ آذر ۱۴۰۵، ساعت ۱۲:۳۰».

    Args:
        at: an aware time.
        zone: the reader's zone.
    """
    return f"{long_day(at.astimezone(zone).date(), zone)}، {hour(at, zone)}"


def hour(at: datetime, zone: tzinfo) -> str:
    """Write the time of day as «ساعت ۱۲:۳۰».

    Args:
        at: an aware time.
        zone: the reader's zone.
    """
    return f"ساعت {persian_digits(f'{at.astimezone(zone):%H:%M}')}"


def long_day(day: date, zone: tzinfo) -> str:
    """Write a day as «یکشنبه ۱ آذر ۱۴۰۵».

    Args:
        day: of the Gregorian calendar.
        zone: the reader's, which tells what the months are called.
    """
    return f"{_DAYS[day.weekday()]} {short_day(day, zone)}"


def short_date(at: datetime, zone: tzinfo) -> str:
    """Write the day of a time as «۱ آذر ۱۴۰۵»."""
    return short_day(at.astimezone(zone).date(), zone)


def short_day(day: date, zone: tzinfo) -> str:
    """Write a day of the Gregorian calendar as «۱ آذر ۱۴۰۵»."""
    jalali = jdatetime.date.fromgregorian(date=day)
    return persian_digits(f"{jalali.day} {_month(jalali.month, zone)} {jalali.year}")


def jalali_year(day: date) -> int:
    """The Jalali year of a day of the Gregorian calendar."""
    return int(jdatetime.date.fromgregorian(date=day).year)


def _month(number: int, zone: tzinfo) -> str:
    """What a month is called where the reader is: the ninth «آذر» in Iran, «قوس» in Afghanistan."""
    months = DARI_MONTH_NAMES if str(zone) == _DARI_ZONE else MONTH_NAMES
    return months[number - 1]


def from_jalali(year: int, month: int, day: int, hour: int, minute: int, zone: tzinfo) -> datetime:
    """Turn a Jalali date and a time of day in a zone into an aware time.

    Raises:
        ValueError: there is no such day or time.
    """
    date = jdatetime.date(year, month, day).togregorian()
    return datetime(date.year, date.month, date.day, hour, minute, tzinfo=zone)
