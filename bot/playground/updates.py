"""The queue of updates: handed out by long polling, confirmed by offset, one poller at a time. Bounded."""

import asyncio
from typing import Any

from bot.playground.refusals import OTHER_POLLER, conflict

Json = dict[str, Any]
MAX_PENDING = 10_000
MAX_AT_ONCE = 100
MAX_TIMEOUT_S = 50
_NOT_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")


class Full(Exception):
    """The bot has not fetched its updates for so long that no more are kept."""


class Updates:
    """What people did and the bot has not confirmed yet."""

    def __init__(self) -> None:
        self.pending: dict[int, Json] = {}
        self.last_id = 0
        self.confirmed = 0
        self.allowed: tuple[str, ...] = ()
        self.closed = False
        self._came = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None

    def put(self, kind: str, body: Json) -> int:
        """Add an update.

        Args:
            kind: the field of ``Update``.
            body: what stands in it.

        Returns:
            Its id; 0 when the bot has not asked for this kind.

        Raises:
            Full: too many wait.
        """
        if (self.allowed and kind not in self.allowed) or (not self.allowed and kind in _NOT_BY_DEFAULT):
            return 0
        if len(self.pending) >= MAX_PENDING:
            raise Full(MAX_PENDING)
        self.last_id += 1
        self.pending[self.last_id] = {"update_id": self.last_id, kind: body}
        self._came.set()
        return self.last_id

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Answer getUpdates.

        Args:
            offset: confirms every update below it; a negative one forgets all but the last so many.
            limit: at most so many.
            timeout_s: how long to wait for one.

        Raises:
            Refused: another poller came; 409.
        """
        self._confirm(offset)
        poller = self._take_over()
        end = asyncio.get_running_loop().time() + min(max(timeout_s, 0), MAX_TIMEOUT_S)
        try:
            while not self.pending and not self.closed and await self._wait(poller, end):
                pass
        finally:
            if self._poller is poller:
                self._poller = None
        return list(self.pending.values())[: limit if 0 < limit <= MAX_AT_ONCE else MAX_AT_ONCE]

    def confirm(self, update_id: int) -> None:
        """Forget an update and all before it."""
        self._confirm(update_id + 1)

    def drop(self) -> None:
        """Forget all that wait."""
        self._confirm(self.last_id + 1)

    def close(self) -> None:
        """Answer the waiting poller at once, and every later one."""
        self.closed = True
        self._came.set()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = max(self.last_id + 1 + offset, self.confirmed + 1)
        for update_id in [one for one in self.pending if one < offset]:
            del self.pending[update_id]
        self.confirmed = max(self.confirmed, min(offset - 1, self.last_id))
        if not self.pending:
            self._came.clear()

    def _take_over(self) -> asyncio.Future[None]:
        """Send the poller before away with 409, and be the poller."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict(OTHER_POLLER))
        self._poller = asyncio.get_running_loop().create_future()
        return self._poller

    async def _wait(self, poller: asyncio.Future[None], end: float) -> bool:
        """Wait for an update, another poller or the end; whether to go on."""
        left = end - asyncio.get_running_loop().time()
        if left <= 0:
            return False
        came = asyncio.ensure_future(self._came.wait())
        try:
            await asyncio.wait((came, poller), timeout=left, return_when=asyncio.FIRST_COMPLETED)
        finally:
            came.cancel()
        if poller.done():
            poller.result()
        return True
