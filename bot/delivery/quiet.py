"""A chat's own hours over changes of day, of summer time and of zone. Pure; the clock is the caller's.

A wall-clock time that a zone skips (a gap) happens at the moment the clock jumps; one that happens twice (a fold, PEP 495) happens
the first time. Every comparison here is made in UTC.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.model.alert import Preferences

_DAY = timedelta(days=1)
_NOON = time(12)
DEFAULT_ZONE = "Asia/Tehran"


@lru_cache(maxsize=1024)
def zone_called(name: str) -> ZoneInfo:
    """The zone of a name, Tehran's where nobody knows the name (a zone can leave the system's list).

    Args:
        name: an IANA name; any text.
    """
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return ZoneInfo(DEFAULT_ZONE)


def moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """When a wall clock shows a time on a day.

    Args:
        day: the day in the zone.
        hour: the time in the zone.
        zone: where the clock hangs.

    Returns:
        Aware UTC: the first such moment; where the clock skips the time, the moment it jumps.
    """
    local = datetime.combine(day, hour.replace(tzinfo=None, fold=0), zone)
    first = local.astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return first
    return _jump(first - _DAY, first + _DAY, zone, local.replace(tzinfo=None))


def _jump(before: datetime, after: datetime, zone: ZoneInfo, local: datetime) -> datetime:
    """The first moment in between whose wall clock is at or past a time."""
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).replace(tzinfo=None) >= local:
            after = middle
        else:
            before = middle
    return after.replace(microsecond=0)  # clocks jump at whole seconds


def quiet_until(now: datetime, wishes: Preferences) -> datetime | None:
    """When the quiet hours that hold now end.

    Args:
        now: aware.
        wishes: the chat's; quiet hours that start and end at the same time are none.

    Returns:
        Aware UTC, later than now; None outside quiet hours.
    """
    start, end = wishes.quiet_from, wishes.quiet_to
    if start is None or end is None or start == end:
        return None
    zone = zone_called(wishes.zone)
    for day in _days_around(now, zone):
        begins = moment(day, start, zone)
        ends = moment(day if start < end else day + _DAY, end, zone)
        if begins <= now < ends:
            return ends
    return None


def was_quiet(since: datetime, until: datetime, wishes: Preferences) -> bool:
    """Whether quiet hours held at any moment from one time to another.

    Args:
        since: aware.
        until: aware, not before ``since``.
        wishes: the chat's.
    """
    if quiet_until(since, wishes) is not None:
        return True
    begins = next_quiet(since, wishes)
    return begins is not None and begins <= until


def next_quiet(now: datetime, wishes: Preferences) -> datetime | None:
    """When quiet hours begin next.

    Args:
        now: aware.
        wishes: the chat's.

    Returns:
        Aware UTC, later than now; None for a chat that has none.
    """
    start, end = wishes.quiet_from, wishes.quiet_to
    if start is None or end is None or start == end:
        return None
    return next_of(now, (start,), wishes.zone)


def next_of(now: datetime, hours: Sequence[time], zone_name: str) -> datetime | None:
    """The next moment after now at one of a chat's hours.

    Args:
        now: aware.
        hours: times of day in the zone; none gives None.
        zone_name: an IANA name.

    Returns:
        Aware UTC, later than now.
    """
    zone = zone_called(zone_name)
    moments = (moment(day, hour, zone) for day in _days_around(now, zone) for hour in hours)
    return min((one for one in moments if one > now), default=None)


def last_of(now: datetime, hours: Sequence[time], zone_name: str) -> datetime | None:
    """The latest moment up to now at one of a chat's hours; see ``next_of``."""
    zone = zone_called(zone_name)
    moments = (moment(day, hour, zone) for day in _days_around(now, zone) for hour in hours)
    return max((one for one in moments if one <= now), default=None)


def _days_around(now: datetime, zone: ZoneInfo) -> Iterator[date]:
    """Two days either way, since a zone can skip a whole day (Pacific/Apia, 30 December 2011), which is none of them."""
    today = now.astimezone(zone).date()
    days = (today + _DAY * offset for offset in (-2, -1, 0, 1, 2))
    return (day for day in days if moment(day, _NOON, zone).astimezone(zone).date() == day)
