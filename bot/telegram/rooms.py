"""What handlers work with: the other rooms, given to them by ``app`` and carried by the application."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TypeVar

from bot.ingest.links import Allowance
from bot.ports.net import Fetcher
from bot.ports.store import Store
from bot.telegram.presses import LastButtons

LONGEST_S = 40.0  # that a person waits for the network, with the waiting for a turn at the host
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms behind the chat.

    Args:
        store: articles, chats and the rest.
        now: the clock; aware UTC.
        zone: the zone of a chat that has not chosen one.
        method: the ranking method for texts that are summarized on the spot.
        owners: the people who run the bot.
        fetcher: the network, for links; None where there is none.
        allowances: how many links each person may still send; forgotten with the process.
        reading: for whom an address is being read, and until when.
        stopping: set when no more links are read.
        last: the buttons that each chat has in front of it.
    """

    store: Store
    now: Callable[[], datetime]
    zone: tzinfo
    method: str = "news"
    owners: frozenset[int] = frozenset()
    fetcher: Fetcher | None = None
    allowances: dict[int, Allowance] = field(default_factory=dict)
    reading: dict[int, asyncio.Timeout] = field(default_factory=dict)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    last: LastButtons = field(default_factory=LastButtons)

    async def in_time(self, who: int, work: Awaitable[_T]) -> _T | None:
        """Do what waits for the network, for a while only, and no longer than the bot runs.

        Args:
            who: who asked; of whom nothing else may be under way.
            work: what is to be done.

        Returns:
            What came of it; None where its time was over.
        """
        try:
            async with asyncio.timeout(LONGEST_S) as limit:
                self.reading[who] = limit
                return await work
        except TimeoutError:
            return None
        finally:
            self.reading.pop(who, None)

    def stop_reading(self) -> None:
        """Let nobody's address keep a stop waiting: the time of each is over, and none is begun."""
        self.stopping.set()
        for limit in self.reading.values():
            if not limit.expired():
                limit.reschedule(asyncio.get_running_loop().time())
