"""What the store promises about times: what was published within one, and what most outlets told in it."""

from collections.abc import Sequence
from typing import Protocol

from bot.model.article import Covered, Page
from bot.model.period import Period


class Coverage(Protocol):
    """What was published within a time, each story once: by its fullest article of that time."""

    async def newest(self, period: Period, *, topic: str = "", offset: int = 0, limit: int = 10) -> Page:
        """The articles of a time, the newest first; of one topic where one is given."""

    async def widest(self, period: Period, *, topic: str = "", offset: int = 0, limit: int = 5) -> tuple[Covered, ...]:
        """The stories that more than one outlet told in a time, those of most outlets first, then the newest.

        Args:
            period: only what was published within it counts.
            topic: only stories with an article of this topic, where one is given.
            offset: how many are passed over.
            limit: the most that are given.
        """

    async def told_by(self, ids: Sequence[int], *, outlets: int) -> frozenset[int]:
        """Those of these articles whose story, whenever it was told, so many outlets tell, or more."""
