"""Days as a reader counts them, and the stretch of time that they are. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, aware UTC: from ``since`` on, before ``until``."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days.

    Args:
        last: the last of them.
        count: how many; at least 1.
    """

    last: date
    count: int = 1

    @property
    def first(self) -> date:
        """The first of them."""
        return self.last - timedelta(days=self.count - 1)

    def period(self, zone: tzinfo) -> Period:
        """From the midnight before the first to the one after the last.

        Args:
            zone: the reader's.
        """
        return Period(_midnight(self.first, zone), _midnight(self.last + timedelta(days=1), zone))


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
