"""The clock of the flows."""

from datetime import UTC, datetime, timedelta


class Watch:
    """A clock that goes by itself and can be put forward."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def forward_to(self, hour: int) -> None:
        """Move on to the next time at which it strikes this hour, UTC."""
        now = self()
        self._ahead += (now.replace(hour=hour, minute=0, second=1) - now) % timedelta(days=1)

    def forward(self, **by: float) -> None:
        """Move on."""
        self._ahead += timedelta(**by)
