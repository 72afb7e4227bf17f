"""Jalali dates."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.jalali import from_jalali, long_date, persian_digits, short_date

TEHRAN, KABUL, TORONTO = ZoneInfo("Asia/Tehran"), ZoneInfo("Asia/Kabul"), ZoneInfo("America/Toronto")


@pytest.mark.parametrize(
    ("at", "zone", "shown"),
    [
        (datetime(2026, 11, 22, 9, 5, tzinfo=UTC), TEHRAN, "یکشنبه ۱ آذر ۱۴۰۵، ساعت ۱۲:۳۵"),
        (datetime(2026, 3, 20, 21, 0, tzinfo=UTC), TEHRAN, "شنبه ۱ فروردین ۱۴۰۵، ساعت ۰۰:۳۰"),
        (datetime(2026, 11, 22, 9, 5, tzinfo=UTC), KABUL, "یکشنبه ۱ قوس ۱۴۰۵، ساعت ۱۳:۳۵"),
        (datetime(2026, 3, 20, 21, 0, tzinfo=UTC), TORONTO, "جمعه ۲۹ اسفند ۱۴۰۴، ساعت ۱۷:۰۰"),
    ],
)
def test_a_time_is_written_as_the_reader_counts_it(at: datetime, zone: ZoneInfo, shown: str) -> None:
    """Day, month and year by the Jalali calendar, in the reader's zone."""
    assert long_date(at, zone) == shown


def test_a_day_is_written_short() -> None:
    """Lists show the day alone."""
    assert short_date(datetime(2025, 3, 20, 12, tzinfo=UTC), TEHRAN) == "۳۰ اسفند ۱۴۰۳"
    assert short_date(datetime(2025, 3, 20, 12, tzinfo=UTC), KABUL) == "۳۰ حوت ۱۴۰۳"


def test_a_jalali_date_becomes_a_time() -> None:
    """And one that does not exist is refused."""
    assert from_jalali(1405, 9, 1, 12, 35, TEHRAN) == datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    with pytest.raises(ValueError, match="day"):
        from_jalali(1404, 12, 30, 0, 0, TEHRAN)


def test_digits_are_persian() -> None:
    """Numbers are written as readers write them."""
    assert persian_digits(1405) == "۱۴۰۵"
