"""The methods of the Bot API that the server knows, one file a subject; ``METHODS`` is the table of them all."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground.methods import about, answers, chats, commands, files, messages, polling
from bot.playground.parameters import Parameters
from bot.playground.world import World

Method = Callable[[World, Parameters], Awaitable[Any]]

METHODS: dict[str, Method] = {
    one.lower(): method
    for table in (about, answers, chats, commands, files, messages, polling)
    for one, method in table.METHODS.items()
}
