"""What the rooms ask of the network and of time. Every failure of a fetch is a value; nothing raises."""

from datetime import datetime
from typing import Protocol

from bot.model.net import FetchResult


class Fetcher(Protocol):
    """Gets documents from public http addresses."""

    async def fetch(self, url: str, *, etag: str = "", last_modified: str = "") -> FetchResult:
        """Get one document; one request at a time goes to a host.

        Args:
            url: any text; one that is no public http address is refused.
            etag: of the version that is known, to be spared it again.
            last_modified: the same.
        """


class Clock(Protocol):
    """Time, so that a test can have its own."""

    def now(self) -> datetime:
        """The time; aware UTC."""

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
