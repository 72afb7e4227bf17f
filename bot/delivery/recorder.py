"""Writes down what became of messages, many in one transaction: what is over within ``gather_s``, and while the last one ran.

So long a kill may come between a send and its record, and so many messages may come twice.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from bot.errors import StoreError
from bot.model.alert import Outcome
from bot.ports.alerts import Outbox

log = logging.getLogger(__name__)
_TRIES = 5


@dataclass(frozen=True, slots=True)
class _Noted:
    outcome: Outcome
    done: Callable[[], None]
    since_s: float


class Recorder:
    """Outcomes on their way into the store.

    Args:
        outbox: where they go.
        gather_s: how long the first of a batch waits for others.
        retry_s: how long to wait when the store fails.
    """

    def __init__(self, outbox: Outbox, *, gather_s: float, retry_s: float) -> None:
        self._outbox, self._gather_s, self._retry_s = outbox, gather_s, retry_s
        self._noted: list[_Noted] = []
        self._writing: list[_Noted] = []
        self._bell = asyncio.Event()
        self._stopping = False

    def note(self, outcome: Outcome, done: Callable[[], None]) -> None:
        """Take what is to be written down.

        Args:
            outcome: what became of a message.
            done: called when it is written, or given up.
        """
        self._noted.append(_Noted(outcome, done, monotonic()))
        self._bell.set()

    @property
    def behind_s(self) -> float:
        """How long the oldest outcome has been waiting."""
        oldest = (self._writing or self._noted)[:1]
        return monotonic() - oldest[0].since_s if oldest else 0.0

    def stop(self) -> None:
        """Let ``run`` write what there is, and end."""
        self._stopping = True
        self._bell.set()

    async def run(self) -> None:
        """Write until stopped. What the store cannot take after some tries is given up: it comes again with its lease."""
        while not self._stopping or self._noted:
            await self._bell.wait()
            self._bell.clear()
            await asyncio.sleep(self._gather_s)
            self._writing, self._noted = self._noted, []
            if self._writing:
                await self._tried([one.outcome for one in self._writing])
            written, self._writing = self._writing, []
            for one in written:
                one.done()
            if self._noted or self._stopping:
                self._bell.set()

    async def _tried(self, outcomes: list[Outcome]) -> None:
        """Write a batch; no failure ends the loop."""
        try:
            await self._record_all(outcomes)
        except Exception:
            log.exception("what became of messages is not recorded; they come again when their lease is over")

    async def _record_all(self, outcomes: list[Outcome]) -> None:
        """Try the batch, then each by itself, so that one that cannot be written takes no other with it."""
        for _ in range(_TRIES - 1):
            try:
                await self._outbox.record(outcomes)
            except StoreError:
                log.exception("what became of messages is not recorded; trying again", extra={"messages": len(outcomes)})
                await asyncio.sleep(self._retry_s)
            else:
                return
        for one in outcomes:
            try:
                await self._outbox.record([one])
            except StoreError:
                log.exception("what became of a message is not recorded; it comes again when its lease is over")
