"""Names of articles that are offered together, and stories that several outlets tell."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.model.article import Headline
from bot.telegram.articles import MAX_BUTTON_CHARS, numbered_title, told_apart, where_and_when
from bot.telegram.markup import RLM
from tests.storage.making import NOON

TEHRAN = ZoneInfo("Asia/Tehran")
ONE = Headline(1, "بهای آب افزایش یافت", "ایسنا", NOON)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"title": "پل باز شد"}, ("بهای آب افزایش یافت", "پل باز شد")),
        ({"source": "ایرنا"}, ("ایسنا | بهای آب افزایش یافت", "ایرنا | بهای آب افزایش یافت")),
        (
            {"published": NOON + timedelta(days=1)},
            ("۱ فروردین ۱۴۰۳ | بهای آب افزایش یافت", "۲ فروردین ۱۴۰۳ | بهای آب افزایش یافت"),
        ),
        ({}, ("۱ | بهای آب افزایش یافت", "۲ | بهای آب افزایش یافت")),
    ],
)
def test_equal_titles_are_told_apart_by_what_is_different(other: dict[str, object], expected: tuple[str, str]) -> None:
    """The source, else the day, else a number; a title that is the only one of its kind is left alone."""
    assert told_apart((ONE, replace(ONE, id=2, **other)), TEHRAN) == expected


def test_the_hour_tells_two_of_a_day_apart() -> None:
    """And no name is longer than a button shows, nor equal to another."""
    one = replace(ONE, title="واژه " * 40)
    names = told_apart((one, replace(one, id=2, published=NOON + timedelta(minutes=5)), replace(one, id=3, source="ایرنا")), TEHRAN)
    assert len(set(names)) == 3
    assert all(len(name) <= MAX_BUTTON_CHARS for name in names)


def test_a_day_of_arrival_is_not_shown_as_that_of_publishing() -> None:
    """Lists say «دریافت» where the outlet gave no time."""
    assert where_and_when(ONE, TEHRAN) == "ایسنا | ۱ فروردین ۱۴۰۳"
    assert where_and_when(replace(ONE, dated=False), TEHRAN) == "ایسنا | دریافت: ۱ فروردین ۱۴۰۳"
    assert where_and_when(replace(ONE, dated=False), TEHRAN, of_a_day=True) == "ایسنا | دریافت: ساعت ۱۵:۳۰"


def test_a_latin_name_does_not_turn_a_line_round() -> None:
    """A line takes the direction of its first letter, so a mark stands before a source or a title that begins in Latin."""
    one = replace(ONE, source="BBC", title="BBC گزارش داد")
    assert where_and_when(one, TEHRAN) == f"{RLM}BBC | ۱ فروردین ۱۴۰۳"
    assert numbered_title(3, one) == f"{RLM}۳. BBC گزارش داد"
