"""A long text that a messenger parted into several messages, put together again before it is answered. Knows no Telegram.

Clients part what is pasted at 4096 characters and send the pieces one right after the other. Whoever brings a long piece waits a
moment for the next, and the first who came takes the whole; the others have nothing to answer.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field

LONG_CHARS = 2000  # a message shorter than this is not parted, and is the last piece of one that is
MAX_PIECES = 250  # a million characters
WAIT_S = 1.0
_ENDINGS = (".", "؟", "?", "!", ":", "؛", "…", "»")


@dataclass(slots=True)
class _Gathering:
    """The pieces that came so far, by the number of their message."""

    pieces: dict[int, str] = field(default_factory=dict)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def is_open(self) -> bool:
        """Whether a further piece may come."""
        return len(self.pieces) < MAX_PIECES and len(self.pieces[max(self.pieces)]) >= LONG_CHARS


class Pieces:
    """Gathers pieces by who sends them.

    Args:
        wait_s: how long the next piece may take.
    """

    def __init__(self, wait_s: float = WAIT_S) -> None:
        self._wait_s = wait_s
        self._open: dict[Hashable, _Gathering] = {}

    async def whole(self, sender: Hashable, number: int, text: str, waiting: Callable[[], Awaitable[object]]) -> str:
        """Take a text that may be a piece.

        Args:
            sender: who sends it, and where.
            number: of the message; pieces are put in this order.
            text: as it came.
            waiting: called when there is something to wait for, so that the sender can be shown that it came.

        Returns:
            The whole text, for the first of its pieces; '' for a piece that the first one's answer is for; any other text as it is.
        """
        if sender in self._open:
            self._open[sender].pieces[number] = text
            self._open[sender].came.set()
            return ""
        if len(text) < LONG_CHARS:
            return text
        gathering = self._open[sender] = _Gathering({number: text})  # before anything is awaited: the next one may be here already
        try:
            await waiting()
            while gathering.is_open():
                gathering.came.clear()
                await asyncio.wait_for(gathering.came.wait(), self._wait_s)
        except TimeoutError:
            pass  # nothing more came
        finally:
            del self._open[sender]
        return joined([gathering.pieces[one] for one in sorted(gathering.pieces)])


def joined(pieces: list[str]) -> str:
    """The pieces as one text: a new line where a sentence ends with a piece, else a space; clients part at either and drop it."""
    return "".join(one + ("\n" if one.rstrip().endswith(_ENDINGS) else " ") for one in pieces[:-1]) + pieces[-1]
