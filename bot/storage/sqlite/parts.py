"""What a subject does that keeps something of each article in the transaction that stores it."""

from collections.abc import Sequence
from typing import Protocol

from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Writer


class Part(Protocol):
    """A subject that keeps something of every article: an index, its quotations, the alerts it sets off.

    Both methods run inside the one transaction of ``articles.add``; what they raise undoes all of it.
    """

    async def forget(self, writer: Writer, ids: Sequence[int]) -> None:
        """Drop what is kept of articles that are about to change or go; their rows still stand as they were."""

    async def keep(self, writer: Writer, arrivals: Sequence[Arrival]) -> None:
        """Keep what is wanted of articles just written; ``arrival.stored.outcome`` is 'added' or 'updated'."""
