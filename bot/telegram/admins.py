"""Who may change things in a chat: anybody alone with the bot, the admins in groups and channels."""

from collections.abc import Awaitable, Callable
from functools import wraps

from bot.telegram import alerts_words
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Screen

Handler = Callable[[Rooms, Request], Awaitable[Screen]]


def admins_only(handler: Handler) -> Handler:
    """The handler, for those alone who may change things here; the others are told so."""

    @wraps(handler)
    async def guarded(rooms: Rooms, request: Request) -> Screen:
        return await handler(rooms, request) if await request.is_admin() else Screen(toast=alerts_words.ADMINS_ONLY)

    return guarded
