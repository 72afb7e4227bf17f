"""What a button asks for, in the 64 bytes that Telegram carries for it: ids, never state, so that it outlives a restart."""

import re
from dataclasses import dataclass

from bot.model.article import TOPICS

MAX_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data
_SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class Action:
    """A button's request.

    Args:
        name: which screen or deed.
        args: what it is about: ids, slugs and numbers as text, without colons.
    """

    name: str
    args: tuple[str, ...] = ()

    def arg(self, place: int) -> str:
        """The argument at a place; '' where there is none."""
        return self.args[place] if place < len(self.args) else ""

    def number(self, place: int) -> int:
        """The argument at a place as a number; 0 where it is none, since anybody may send any data."""
        text = self.arg(place)
        return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else 0

    def topic(self, place: int) -> str:
        """The argument at a place as a topic's slug; '' where there is no such topic."""
        return self.arg(place) if self.arg(place) in TOPICS else ""


def action(name: str, *args: object) -> Action:
    """Make an action of whatever can be written as text."""
    return Action(name, tuple(str(arg) for arg in args))


def encode(one: Action) -> str:
    """Write an action as callback data.

    Raises:
        ValueError: it is too long, or an argument has a colon.
    """
    if any(_SEPARATOR in part for part in (one.name, *one.args)):
        raise ValueError(f"a colon in {one}")
    data = _SEPARATOR.join((one.name, *one.args)).rstrip(_SEPARATOR)
    if len(data.encode()) > MAX_BYTES:
        raise ValueError(f"{one} is over {MAX_BYTES} bytes")
    return data


def decode(data: str) -> Action:
    """Read callback data; any text gives an action, one that nobody knows when it is rubbish."""
    name, *args = data[:MAX_BYTES].split(_SEPARATOR)
    return Action(name, tuple(args))
