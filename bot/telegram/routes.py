"""Which handler answers what: commands, buttons and plain words, each in one table."""

from collections.abc import Awaitable, Callable

from bot.telegram import messages
from bot.telegram.handlers import names, newest, pasted, quotes, searching, topics, welcome
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Screen

Handler = Callable[[Rooms, Request], Awaitable[Screen]]

COMMANDS: dict[str, Handler] = {
    "start": welcome.start,
    "help": welcome.help_,
    "latest": newest.latest,
    "summary": names.summary,
    "topics": topics.topics,
    "quotes": quotes.quotes,
    "search": searching.search,
}

ACTIONS: dict[str, Handler] = {
    "latest": newest.newest_button,
    "list": newest.newest_list,
    "article": newest.one_article,
    "full": newest.full_article,
    "older": newest.older,
    "newer": newest.newer,
    "topics": topics.topics,
    "quotes": quotes.quotes_page,
    "search": searching.search_page,
    "help": welcome.help_,
}

WISHES: dict[str, Handler] = COMMANDS | {"pasted": pasted.pasted, "name": names.by_name, "link": names.by_name}


async def unknown_action(rooms: Rooms, request: Request) -> Screen:
    """A button that nobody knows any more, or rubbish that somebody sent in its place."""
    return Screen(toast=messages.NOT_UNDERSTOOD)
