"""Jalali dates, the only door to jdatetime. Times come in and go out as aware ones."""

from datetime import datetime, tzinfo

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
    local = at.astimezone(zone)
    day = jdatetime.date.fromgregorian(date=local.date())
    return persian_digits(f"{_DAYS[local.weekday()]} {day.day} {_month(day.month, zone)} {day.year}، ساعت {local:%H:%M}")


def short_date(at: datetime, zone: tzinfo) -> str:
    """Write the day of a time as «۱ آذر ۱۴۰۵»."""
    day = jdatetime.date.fromgregorian(date=at.astimezone(zone).date())
    return persian_digits(f"{day.day} {_month(day.month, zone)} {day.year}")


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
