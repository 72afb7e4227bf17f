"""What goes wrong on demand: exactly, for the next requests of a kind, or at random out of a seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.refusals import BLOCKED, INTERNAL, Refused, forbidden, too_many

NEVER = ("getupdates",)  # random faults leave polling alone: it would only slow a test down


class Drop(Exception):
    """The connection is to be cut without an answer."""


@dataclass(slots=True)
class _Queued:
    """A fault that waits for its requests."""

    make: Callable[[], Exception]
    method: str
    chat_id: int
    left: int

    def fits(self, method: str, chat_id: int) -> bool:
        return bool(self.left) and self.method in ("", method) and self.chat_id in (0, chat_id)


class Faults:
    """Faults, asked before each request is carried out.

    Args:
        rate_429: share of requests that are told to wait a second.
        rate_500: share that meet an internal error.
        rate_drop: share whose connection is cut.
        seed: of the random numbers.
    """

    def __init__(self, *, rate_429: float = 0.0, rate_500: float = 0.0, rate_drop: float = 0.0, seed: int = 0) -> None:
        self.configure(rate_429=rate_429, rate_500=rate_500, rate_drop=rate_drop, seed=seed)
        self._queued: list[_Queued] = []

    def configure(self, *, rate_429: float = 0.0, rate_500: float = 0.0, rate_drop: float = 0.0, seed: int = 0) -> None:
        """Set the rates of the random faults, 0 to 1."""
        self._rates = ((rate_429, lambda: too_many(1)), (rate_500, lambda: Refused(*INTERNAL)), (rate_drop, Drop))
        self._random = random.Random(seed)  # noqa: S311, it decides what fails in a test

    def too_many(self, seconds: int = 1, **which: int | str) -> None:
        """Answer 429 with retry_after; ``which``: method, chat_id, times."""
        self.queue(lambda: too_many(seconds), **which)

    def internal(self, **which: int | str) -> None:
        """Answer 500."""
        self.queue(lambda: Refused(*INTERNAL), **which)

    def drop(self, **which: int | str) -> None:
        """Cut the connection before the request is carried out."""
        self.queue(Drop, **which)

    def blocked(self, **which: int | str) -> None:
        """Answer 403 as to a person who has blocked the bot."""
        self.queue(lambda: forbidden(BLOCKED), **which)

    def refuse(self, code: int, description: str, **which: int | str) -> None:
        """Answer with any refusal."""
        self.queue(lambda: Refused(code, description), **which)

    def queue(self, make: Callable[[], Exception], *, method: int | str = "", chat_id: int | str = 0, times: int | str = 1) -> None:
        """Let the next requests of a kind fail.

        Args:
            make: what they fail with.
            method: only this one; '' for any but getUpdates.
            chat_id: only those to this chat; 0 for any.
            times: how many.
        """
        self._queued.append(_Queued(make, str(method).lower(), int(chat_id), int(times)))

    def clear(self) -> None:
        """Let nothing fail any more."""
        self._queued.clear()
        self.configure()

    def meet(self, method: str, chat_id: int) -> None:
        """Fail, where this request is to.

        Args:
            method: of the request.
            chat_id: the chat it is about; 0 for none.

        Raises:
            Refused: it is to be refused.
            Drop: its connection is to be cut.
        """
        method = method.lower()
        for one in self._queued:
            if one.fits(method, chat_id) and (one.method or method not in NEVER):
                one.left -= 1
                raise one.make()
        if method in NEVER:
            return
        draw = self._random.random()
        for rate, make in self._rates:
            if draw < rate:
                raise make()
            draw -= rate
