"""The greeting and the help."""

from dataclasses import replace

from bot.telegram import alerts_words, messages
from bot.telegram.callbacks import action
from bot.telegram.markup import LRM, Block, Run, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Keyboard, Screen, screen

_MAX_COMMAND_CHARS = 32
FIRST_BUTTONS: Keyboard = (
    (Button(messages.LATEST, action("latest")), Button(messages.TOP, action("top"))),
    (Button(messages.TEN_NEWEST, action("list")), Button(messages.TOPICS, action("topics"))),
    (Button(alerts_words.ALERTS_BUTTON, action("alerts")), Button(alerts_words.ADD, action("subscribe"))),
    (Button(messages.HELP_BUTTON, action("help")),),
)


async def start(rooms: Rooms, request: Request) -> Screen:
    """What the bot does, in three lines, with buttons to begin."""
    first, *rest = messages.START
    return screen([block(first, "b"), *(block(line, tight=True) for line in rest)], *FIRST_BUTTONS)


async def thanks(rooms: Rooms, request: Request) -> Screen:
    """A kind word back, with the buttons to go on."""
    return screen([block(messages.THANKS)], *FIRST_BUTTONS[:2])


async def help_(rooms: Rooms, request: Request) -> Screen:
    """What the bot can do, with an example each."""
    return _help()


def _help() -> Screen:
    blocks = [
        block(messages.HELP_TITLE, "b"),
        *(_entry(*one) for one in messages.HELP),
        *(block(line) for line in messages.HELP_PLAIN),
    ]
    return screen(blocks, *FIRST_BUTTONS)


def unknown_command(name: str, near: str) -> Screen:
    """That there is no such command, which one may be meant, and what there is.

    Args:
        name: without its slash.
        near: the command most like it; '' where none is.
    """
    shown = _help()
    return replace(shown, blocks=(block(messages.unknown_command(name[:_MAX_COMMAND_CHARS], near)), *shown.blocks))


def _entry(command: str, what: str, example: str) -> Block:
    """A command, what it does, and an example that can be copied."""
    return Block((Run(f"{what}\n{messages.EXAMPLE}{LRM}"), Run(example, "code" if example != command else "")))
