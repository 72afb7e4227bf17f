"""What the store counts for the owner. Times are aware UTC."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.stats import Figures


class Stats(Protocol):
    """The bot's work in numbers; reads only."""

    async def figures(self, since: datetime) -> Figures:
        """The numbers as they stand.

        Args:
            since: from when on what is new is counted.
        """

    async def articles_between(self, times: Sequence[datetime]) -> tuple[int, ...]:
        """How many articles were published between each time and the next.

        Args:
            times: rising.

        Returns:
            One count fewer than there are times.
        """
