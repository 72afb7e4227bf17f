"""Places for answers in Telegram's limits: each waits for its own, before any alert. Sends nothing."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from math import inf
from time import monotonic

from bot.delivery.budget import NO_CHAT, Budget
from bot.delivery.pace import SendQueue, Turn

PATIENCE_S = 60.0
MAX_WAITING = 20  # of a chat; more of them would keep the answers to others from being made
_Place = asyncio.Future[float]  # its result is when it was given


class NoPlace(Exception):
    """There is no place for an answer in a time in which anybody would still read it.

    Args:
        chat_id: where it was to go.
    """

    def __init__(self, chat_id: int) -> None:
        super().__init__(f"no place for an answer in chat {chat_id}")
        self.chat_id = chat_id


class Answers:
    """Lets answers go: at once while there are places, else in the order of the chats that wait.

    Args:
        budget: what Telegram allows, shared with the alerts.
        clock: seconds that never go back.
        patience_s: how long an answer waits at the most.
    """

    def __init__(self, budget: Budget, clock: Callable[[], float] = monotonic, patience_s: float = PATIENCE_S) -> None:
        self._budget, self._clock, self._patience_s = budget, clock, patience_s
        self._queue: SendQueue[_Place] = SendQueue(budget.answers)
        self._waiting: Counter[int] = Counter()
        self._places: dict[_Place, int] = {}  # that are waited for, and their chats
        self._closed = False
        self._timer: asyncio.Handle | None = None
        budget.answers_go(self._pump)
        budget.watch(self._freed)

    @asynccontextmanager
    async def turn(self, chat_id: int) -> AsyncIterator[None]:
        """Wait for a place, and hold it for as long as the block runs.

        Args:
            chat_id: where the answer goes; NO_CHAT for what counts in all and in no chat.

        Raises:
            NoPlace: too many answers wait for this chat, or this one has waited too long.
        """
        turn = await self._place(chat_id)
        try:
            yield
        finally:
            self._queue.answered(turn, self._clock())

    def hold(self, chat_id: int, wait_s: float) -> None:
        """Send nothing to a chat for a time, no alert either: Telegram said so.

        Args:
            chat_id: the chat.
            wait_s: how long.
        """
        self._budget.hold(chat_id, self._clock() + wait_s)

    def close(self) -> None:
        """Refuse all that waits, and from now on whatever would have to, so that a stop waits for no place."""
        self._closed = True
        for place, chat_id in self._places.items():
            if not place.done():
                place.set_exception(NoPlace(chat_id))

    async def _place(self, chat_id: int) -> Turn[_Place]:
        """Wait; who is cancelled or loses patience leaves no trace."""
        self._check(chat_id)
        place: _Place = asyncio.get_running_loop().create_future()
        self._waiting[chat_id] += 1
        self._places[place] = chat_id
        self._queue.put(chat_id, place)
        self._pump()
        if self._closed:
            self.close()
        try:
            async with asyncio.timeout(self._patience_s):
                return Turn(chat_id, place, await place)
        except BaseException as error:
            self._leave(chat_id, place)
            if isinstance(error, TimeoutError):
                raise NoPlace(chat_id) from error
            raise
        finally:
            self._waiting -= Counter((chat_id,))
            del self._places[place]

    def _check(self, chat_id: int) -> None:
        """Refuse at once what would wait in vain."""
        waits_s = self._budget.answers.chat_free_at(chat_id) - self._clock()
        if self._patience_s < waits_s < inf or (chat_id != NO_CHAT and self._waiting[chat_id] >= MAX_WAITING):
            raise NoPlace(chat_id)

    def _leave(self, chat_id: int, place: _Place) -> None:
        """Give up a place, or waiting for one."""
        if place.done() and not place.cancelled() and not place.exception():
            self._queue.undo(Turn(chat_id, place, place.result()))
        else:
            self._queue.discard(chat_id, place)

    def _freed(self, chat_id: int) -> None:
        """A send is over: look soon whether one that waits may go."""
        if self._queue:
            if self._timer:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_soon(self._pump)

    def _pump(self) -> None:
        """Let go all that may go now, and come back when more may."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if not self._queue:
            return
        while isinstance(turn := self._queue.take(self._clock()), Turn):
            if turn.item.done():  # who waited has gone, and is not out of the queue yet
                self._queue.undo(turn)
            else:
                turn.item.set_result(turn.started_s)
        if turn.seconds is not None:
            self._timer = asyncio.get_running_loop().call_later(turn.seconds, self._pump)
