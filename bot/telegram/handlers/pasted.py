"""A pasted or forwarded text: summarized as it is, on the spot, off the event loop."""

import asyncio

from bot.ingest.prepare import brief_of
from bot.telegram import messages
from bot.telegram.articles import summary_blocks
from bot.telegram.markup import Block, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Screen, screen


async def pasted(rooms: Rooms, request: Request) -> Screen:
    """The summary and the key quotations of the text itself."""
    return screen(await asyncio.to_thread(_blocks, request.text, rooms.method))


def _blocks(text: str, method: str) -> list[Block]:
    """What is said of a text."""
    brief = brief_of(text, method=method)
    if not brief.sentences:
        return [block(messages.TOO_LITTLE)]
    return [block(messages.YOUR_TEXT, "b"), *summary_blocks(brief)]
