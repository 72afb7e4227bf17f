"""Dates as outlets write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.dates import believable, parse_date

KABUL = ZoneInfo("Asia/Kabul")


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("1404/08/11", "2025-11-01T20:30"),
        ("۱۴۰۴/۰۸/۱۱ ۱۰:۳۰", "2025-11-02T07:00"),
        ("١٤٠٤-٠٨-١١ ١٠:٣٠", "2025-11-02T07:00"),
        ("10:30 - 1404/08/11", "2025-11-02T07:00"),
        ("یکشنبه ۱۱ آبان ۱۴۰۴، ساعت ۱۰:۳۰", "2025-11-02T07:00"),
        ("۱۱ آبان ماه ۱۴۰۴", "2025-11-01T20:30"),
        ("تاریخ انتشار: ۱۱ آبان‌ ۱۴۰۴ - ۱۰:۳۰", "2025-11-02T07:00"),
        ("1404-08-11T10:30:00+04:30", "2025-11-02T06:00"),
        ("۱۱ عقرب ۱۴۰۴", "2025-11-01T20:30"),
        ("Sat, 22 Nov 2025 10:30:00 +0330", "2025-11-22T07:00"),
        ("Sat, 22 Nov 2025 10:30:00 GMT", "2025-11-22T10:30"),
        ("Sat, 22 Nov 2025 10:30:00", "2025-11-22T07:00"),
        ("2025-11-22T10:30:00.123Z", "2025-11-22T10:30"),
        ("2025-11-22 10:30", "2025-11-22T07:00"),
        ("20251122T103000Z", "2025-11-22T10:30"),
        ("Nov 22, 2025 3:05 PM", "2025-11-22T11:35"),
        ("۲۲ نوامبر ۲۰۲۵", "2025-11-21T20:30"),
        ("1403/12/30", "2025-03-19T20:30"),
        ("Sat, 22 Nov 2025 10:30:00 PDT", "2025-11-22T17:30"),
        ("Sat, 22 Nov 2025 10:30:00 mst", "2025-11-22T17:30"),
        ("Sat, 22 Nov 25 10:30:00 +0000", "2025-11-22T10:30"),
        ("Mon, 22 Nov 99 10:30 GMT", "1999-11-22T10:30"),
        ("2025-11-22T10:30:00+03", "2025-11-22T07:30"),
        ("ساعت ۱۰:۳۰ -۱۱ آبان ۱۴۰۴", "2025-11-02T07:00"),
        ("2025-11-22 10:30 -12", "2025-11-22T07:00"),
        ("۱۱ آبان ۱۴۰۴ - ۱۰:۳۰ عصر ایران", "2025-11-02T07:00"),
        ("۱۴۰۴/۰۸/۱۱ ۱:۳۰ بعدازظهر", "2025-11-02T10:00"),
        ("۱۴۰۴/۰۸/۱۱ ۱:۳۰ بعد از ظهر", "2025-11-02T10:00"),
        ("۱۴۰۴/۰۸/۱۱ ۱۰:۳۰ صبح", "2025-11-02T07:00"),
    ],
)
def test_every_way_of_writing_a_date_is_read(written: str, utc: str) -> None:
    """Jalali or not, with words or without, Tehran's zone where none is given."""
    assert parse_date(written) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "امروز",
        "0001-01-01T00:00:00Z",
        "1899-12-31",
        "1404/13/01",
        "1404/08/31",
        "1404/12/30",
        "2025-02-30",
        "9999-12-31",
        "2025-11-22 25:00",
    ],
)
def test_what_is_no_date_is_none(written: str) -> None:
    """No such day, no such hour, or a year nobody publishes in."""
    assert parse_date(written) is None


def test_a_zone_of_the_feed_is_used() -> None:
    """Half an hour past midnight in Kabul is eight in the evening of UTC."""
    assert parse_date("2025-11-22 00:30", KABUL) == datetime(2025, 11, 21, 20, 0, tzinfo=UTC)


def test_the_future_is_not_believed() -> None:
    """An outlet's wrong clock does not put an article before all others."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert believable(datetime(2027, 1, 1, tzinfo=UTC), now) == now
    assert believable(datetime(2025, 1, 1, tzinfo=UTC), now) == datetime(2025, 1, 1, tzinfo=UTC)
    assert believable(None, now) is None


@given(
    st.one_of(
        st.text(max_size=120),
        st.from_regex(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4} \d{1,2}:\d{1,2}(:\d\d)?( ?[+-]\d\d:?\d\d)?", fullmatch=True),
    )
)
def test_any_text_is_a_moment_or_none(written: str) -> None:
    """In UTC, in a year that can be."""
    found = parse_date(written)
    assert found is None or (found.tzinfo is UTC and 1899 <= found.year <= 2200)
