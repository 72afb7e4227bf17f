"""A chat's own hours over changes of day, summer time and zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.delivery.quiet import last_of, moment, next_of, quiet_until, was_quiet, zone_called
from bot.model.alert import Preferences

ZONES = [
    "Asia/Tehran",
    "Asia/Kabul",
    "America/Toronto",
    "Europe/Berlin",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "UTC",
]
ZONE = st.sampled_from(ZONES)
HOUR = st.times().map(lambda one: one.replace(second=0, microsecond=0))
NOW = st.integers(0, 25 * 365 * 24 * 60).map(lambda minutes: datetime(2010, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
DAY = timedelta(days=1)


def quiet(zone: str, start: time, end: time) -> Preferences:
    """Wishes with quiet hours and nothing else."""
    return Preferences(zone=zone, quiet_from=start, quiet_to=end)


@pytest.mark.parametrize(
    ("zone", "day", "hour", "utc"),
    [
        ("Asia/Tehran", date(2026, 11, 23), time(8), "2026-11-23T04:30"),
        ("Asia/Tehran", date(2022, 3, 22), time(0, 30), "2022-03-21T20:30"),  # skipped: the clock jumped from 0:00 to 1:00
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T01:00"),  # skipped: from 2:00 to 3:00
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),  # twice: the first
        ("Pacific/Apia", date(2011, 12, 30), time(9), "2011-12-30T10:00"),  # the whole day was skipped
        ("Asia/Kabul", date(2026, 1, 1), time(0), "2025-12-31T19:30"),
    ],
)
def test_a_wall_clock_time_is_one_moment(zone, day, hour, utc):
    """A time that is skipped happens when the clock jumps, one that comes twice happens the first time."""
    assert moment(day, hour, ZoneInfo(zone)) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_quiet_hours_run_over_midnight():
    """From 23 to 7 in Tehran, late evening and early morning are quiet until 7, noon is not."""
    wishes = quiet("Asia/Tehran", time(23), time(7))
    seven = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)
    assert quiet_until(datetime(2026, 11, 23, 19, 30, tzinfo=UTC), wishes) == seven
    assert quiet_until(datetime(2026, 11, 24, 3, 29, tzinfo=UTC), wishes) == seven
    assert quiet_until(seven, wishes) is None
    assert quiet_until(datetime(2026, 11, 23, 19, 29, tzinfo=UTC), wishes) is None


def test_the_night_of_summer_time_is_an_hour_shorter():
    """Quiet hours in Berlin end at seven on the wall, also in the night that lacks an hour."""
    wishes = quiet("Europe/Berlin", time(23), time(7))
    assert quiet_until(datetime(2026, 3, 28, 23, tzinfo=UTC), wishes) == datetime(2026, 3, 29, 5, tzinfo=UTC)
    assert quiet_until(datetime(2026, 10, 24, 23, tzinfo=UTC), wishes) == datetime(2026, 10, 25, 6, tzinfo=UTC)


@pytest.mark.parametrize("wishes", [Preferences(), quiet("UTC", time(5), time(5)), Preferences(quiet_from=time(5))])
def test_no_quiet_hours_are_never_quiet(wishes):
    """Without both ends, or with both the same, nothing is quiet."""
    assert quiet_until(datetime(2026, 1, 1, 5, tzinfo=UTC), wishes) is None


@given(NOW, ZONE, HOUR, HOUR)
@example(datetime(2011, 12, 30, 9, 59, tzinfo=UTC), "Pacific/Apia", time(23), time(7))
@example(datetime(2026, 10, 25, 0, 45, tzinfo=UTC), "Europe/Berlin", time(22), time(2, 30))
def test_quiet_is_what_the_wall_clock_says(now, zone, start, end):
    """Away from jumps of the clock, a moment is quiet exactly when its wall clock stands between the two hours."""
    local = now.astimezone(ZoneInfo(zone))
    offsets = {(now + DAY * step / 2).astimezone(ZoneInfo(zone)).utcoffset() for step in range(-4, 5)}
    until = quiet_until(now, quiet(zone, start, end))
    inside = start <= local.time() < end if start < end else start != end and (local.time() >= start or local.time() < end)
    if len(offsets) == 1:
        assert (until is not None) == inside
    if until is not None:
        assert now < until <= now + 2 * DAY


@given(NOW, ZONE, HOUR, HOUR)
def test_quiet_hours_end(now, zone, start, end):
    """At the moment at which quiet hours are said to end, they have ended."""
    wishes = quiet(zone, start, end)
    until = quiet_until(now, wishes)
    if until is not None:
        again = quiet_until(until, wishes)
        assert again is None or again > until + timedelta(hours=12)  # an end that a fold or gap puts on the next start


@given(NOW, ZONE, HOUR, HOUR, st.integers(0, 40))
def test_a_night_between_two_times_is_seen(now, zone, start, end, hours):
    """Quiet hours lay between two times if some moment between, looked at every quarter of an hour, is quiet; and never else."""
    wishes = quiet(zone, start, end)
    quarters = [now + timedelta(minutes=15) * step for step in range(4 * hours + 1)]
    seen = any(quiet_until(one, wishes) is not None for one in quarters)
    found = was_quiet(now, quarters[-1], wishes)
    assert found or not seen
    if found and not seen:  # a stretch that falls between two looks: it begins within
        begins = next_of(now, (start,), zone)
        assert begins is not None
        assert now < begins <= quarters[-1]


@given(NOW, ZONE, st.lists(HOUR, min_size=1, max_size=4))
def test_every_hour_strikes_once_a_day(now, zone, hours):
    """The next moment is later than now and the last is not, and none lies between them."""
    after, before = next_of(now, hours, zone), last_of(now, hours, zone)
    assert before <= now < after <= before + 2 * DAY + timedelta(hours=1)
    assert last_of(after, hours, zone) == after
    assert next_of(before, hours, zone) == after


@given(NOW, ZONE, HOUR)
def test_a_year_has_a_strike_for_each_day(now, zone, hour):
    """Walking from strike to strike meets each local day once: none is left out or told twice, summer time or not."""
    days = []
    for _ in range(40):
        now = next_of(now, [hour], zone)
        days.append(now)
    assert len(set(days)) == 40
    assert timedelta(days=39) - timedelta(hours=2) <= days[-1] - days[0] <= timedelta(days=40, hours=2)


def test_a_day_that_a_zone_skips_does_not_strike():
    """Samoa had no 30 December 2011: the strike of the 31st comes a day after that of the 29th, and nothing between."""
    eve = datetime(2011, 12, 29, 10, 1, tzinfo=UTC)
    assert next_of(eve, [time(0, 1)], "Pacific/Apia") == eve + DAY
    assert last_of(eve + DAY - timedelta(seconds=1), [time(0, 1)], "Pacific/Apia") == eve


def test_no_hours_never_strike():
    """Without hours there is no moment."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert next_of(now, (), "UTC") is None
    assert last_of(now, (), "UTC") is None


@given(st.one_of(st.text(max_size=20), st.sampled_from(["../../etc/passwd", "/etc/localtime", "a\x00", "\ud800", "Asia"])))
def test_an_unknown_zone_is_tehran(name):
    """Any text is a zone; one that nobody knows is Tehran's."""
    zone = zone_called(name)
    assert isinstance(zone, ZoneInfo)
    if name not in ("UTC",) and "/" in name:
        assert zone == ZoneInfo("Asia/Tehran")
