"""The topics, and how many articles each brought in a day."""

from dataclasses import replace
from datetime import timedelta

from bot.telegram import messages
from bot.telegram.callbacks import action
from bot.telegram.handlers.searching import search_offer
from bot.telegram.markup import Block, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen
from bot.topics.names import topic_names

_MAX_SHOWN_CHARS = 60


async def topics(rooms: Rooms, request: Request) -> Screen:
    """All topics as buttons."""
    return await topics_screen(rooms)


async def unknown_topic(rooms: Rooms, request: Request, named: str) -> Screen:
    """That there is no such topic, which ones there are, and the search for the words."""
    shown = await topics_screen(rooms, block(messages.unknown_topic(named[:_MAX_SHOWN_CHARS])))
    return replace(shown, keyboard=(*await search_offer(rooms, request, named), *shown.keyboard))


async def topics_screen(rooms: Rooms, *before: Block) -> Screen:
    """All topics as buttons, two a row, with what else is to be said before."""
    counts = await rooms.store.articles.count_by_topic(rooms.now() - timedelta(days=1))
    buttons = [
        Button(messages.topic_button(one.emoji, one.name, counts.get(one.slug, 0)), action("latest", one.slug))
        for one in topic_names()
    ]
    rows = [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]
    return screen([*(before or [block(messages.TOPICS_TITLE, "b")]), block(messages.TOPICS_HINT, "i")], *rows)
