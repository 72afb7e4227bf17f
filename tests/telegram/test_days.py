"""The days that a text names, and how a button carries them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.period import Days
from bot.telegram.callbacks import Action, action, decode, encode
from bot.telegram.days import LAST_DAY, Phrase, Span, as_args, from_args, named, period_of, phrase_in

TODAY = date(2026, 11, 24)  # Tuesday, 3 Azar 1405


def days_in(text: str) -> Span | None:
    """The days a text names, seen from ``TODAY``."""
    phrase = phrase_in(text)
    assert phrase is not None, text
    return named(phrase, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("امروز", Days(TODAY)),
        ("دیروز صبح", Days(date(2026, 11, 23))),
        ("دیشب", Days(date(2026, 11, 23))),
        ("روز گذشته", Days(date(2026, 11, 23))),
        ("پریروز", Days(date(2026, 11, 22))),
        ("سه‌شنبه", Days(TODAY)),
        ("سه شنبهٔ گذشته", Days(date(2026, 11, 17))),
        ("روز شنبه", Days(date(2026, 11, 21))),
        ("۵شنبه", Days(date(2026, 11, 19))),
        ("جمعه شب", Days(date(2026, 11, 20))),
        ("چهارشنبه هفته پیش", Days(date(2026, 11, 18))),
        ("۲ آذر", Days(date(2026, 11, 23))),
        ("یک‌شنبه ۱ آذرماه ۱۴۰۵", Days(date(2026, 11, 22))),
        ("۵ آذر", Days(date(2025, 11, 26))),
        ("۳۰ اسفند", Days(date(2025, 3, 20))),
        ("۲ قوس", Days(date(2026, 11, 23))),
        ("٢٣ نوامبر", Days(date(2026, 11, 23))),
        ("۱۵ ژوئیه ۲۰۲۵", Days(date(2025, 7, 15))),
        ("۱۴۰۵/۰۹/۰۲", Days(date(2026, 11, 23))),
        ("2026-11-20", Days(date(2026, 11, 20))),
        ("سه روز پیش", Days(date(2026, 11, 21))),
        ("سه روز گذشته", Days(TODAY, 3)),
        ("هفتهٔ گذشته", Days(TODAY, 7)),
        ("این هفته", Days(TODAY, 4)),
        ("ماه گذشته", Days(TODAY, 30)),
        ("۱۲ ساعت گذشته", timedelta(hours=12)),
        ("شبانه‌روز گذشته", LAST_DAY),
        ("۳۱ آبان", None),
        ("۲۹ آذر ۱۴۰۵", None),
        ("2026-02-31", None),
        ("1450/01/01", None),
    ],
)
def test_words_name_days(text: str, expected: Span | None) -> None:
    """A weekday, or a date without a year, is the last one that was; what is no day, or still to come, is none."""
    assert days_in(text) == expected


@pytest.mark.parametrize("text", ["", "آذر", "خبر دیروزها", "آذر ۲", "ماه", "سال گذشته", "۱۲ ساعت", "روز"])
def test_other_words_name_none(text: str) -> None:
    """Though they come near."""
    assert phrase_in(text) is None


def test_what_is_beside_the_days_is_left() -> None:
    """A topic may stand before or after them."""
    assert phrase_in("خبرهای ورزشی دیروز را بده") == Phrase("دیروز", "خبرهای ورزشی را بده", relative=True)
    assert phrase_in("ورزش ۲ آذر") == Phrase("2 آذر", "ورزش", relative=False)


@given(st.text(alphabet=st.sampled_from("۰1۹ /-شنبهروزاآذیقبلپدگتمعج\u200c"), max_size=40))
def test_any_text_names_days_that_were_or_none(text: str) -> None:
    """Nothing raises, and no day is in the future."""
    phrase = phrase_in(text)
    span = named(phrase, TODAY) if phrase else None
    assert not isinstance(span, Days) or span.first <= span.last <= TODAY


@pytest.mark.parametrize("span", [LAST_DAY, timedelta(hours=12), Days(TODAY), Days(date(1999, 1, 31), 31)])
def test_a_button_carries_days(span: Span) -> None:
    """There and back, with a topic and an offset in 64 bytes."""
    assert from_args(decode(encode(action("top", *as_args(span), "politics", 10_000)))) == span


@given(st.lists(st.text(max_size=12), max_size=3))
def test_any_arguments_are_some_days(args: list[str]) -> None:
    """Anybody may send any data: the days still have a beginning and an end, in any zone."""
    span = from_args(Action("top", tuple(args)))
    period = period_of(span, datetime(2026, 11, 24, tzinfo=UTC), ZoneInfo("Asia/Kabul"))
    assert period.since < period.until


@pytest.mark.parametrize("args", [("0001-01-01", "1"), ("9999-12-31", "99"), ("2026-13-01", "1"), ("2026-11-24", "-7")])
def test_days_that_no_button_of_ours_carries_do_no_harm(args: tuple[str, str]) -> None:
    """Too early, too late, not there."""
    assert period_of(from_args(Action("day", args)), datetime(2026, 11, 24, tzinfo=UTC), UTC)


def test_a_day_begins_at_the_readers_midnight() -> None:
    """Also where the clocks are put forward that night."""
    day = Days(date(2026, 11, 23)).period(ZoneInfo("Asia/Tehran"))
    assert (day.since, day.until - day.since) == (datetime(2026, 11, 22, 20, 30, tzinfo=UTC), timedelta(days=1))
    spring = Days(date(2026, 3, 8)).period(ZoneInfo("America/Toronto"))
    assert spring.until - spring.since == timedelta(hours=23)
