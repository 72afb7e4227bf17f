"""A screen: what the bot says at one time, with its buttons. A value; the sender turns it into messages."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.telegram.callbacks import Action
from bot.telegram.markup import Block


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button.

    Args:
        text: what it says.
        action: what it asks the bot for; None for a link.
        url: where it leads; '' for an action.
    """

    text: str
    action: Action | None = None
    url: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What is said, and the buttons under it.

    Args:
        blocks: the text.
        keyboard: rows of buttons; under the last message where it takes several.
        toast: a short word over the chat when a button brought this; nothing else is shown where there are no blocks.
        preview: whether links in it unfold.
        photo: a picture that goes before the text, as PNG; empty where there is none.
        apart: whether it comes as a message of its own, so that the one whose button brought it stays.
        asks: what is to be written in answer, for which the app gets ready; '' where nothing is. Takes the place of buttons.
    """

    blocks: tuple[Block, ...] = ()
    keyboard: Keyboard = ()
    toast: str = ""
    preview: bool = False
    photo: bytes = b""
    apart: bool = False
    asks: str = ""


def screen(blocks: Iterable[Block], *rows: tuple[Button, ...]) -> Screen:
    """A screen of blocks with rows of buttons; empty rows are left out."""
    return Screen(tuple(blocks), tuple(row for row in rows if row))


@dataclass(frozen=True, slots=True)
class InlineResult:
    """An article as inline mode offers it.

    Args:
        id: the article's.
        title: its title.
        description: where it is from.
        screen: what is shared when it is chosen; without buttons, since it goes to a chat that is not ours.
    """

    id: int
    title: str
    description: str
    screen: Screen
