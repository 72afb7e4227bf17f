"""A pasted or forwarded text: summarized as it is, on the spot, off the event loop."""

import asyncio

from bot.ingest.prepare import brief_of
from bot.telegram import messages
from bot.telegram.articles import MAX_TITLE_CHARS, shown, summary_blocks
from bot.telegram.markup import Block, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Screen, screen
from summarizer.headline import headed


async def pasted(rooms: Rooms, request: Request) -> Screen:
    """The summary and the key quotations of the text itself."""
    return screen(await asyncio.to_thread(_blocks, request.text, rooms.method))


def _blocks(text: str, method: str) -> list[Block]:
    """What is said of a text; a title that stands above it is its title, and no sentence of it."""
    title, body_at = headed(text)
    brief = brief_of(text[body_at:], title=title, method=method)
    if not brief.sentences:
        return [block(messages.TOO_LITTLE)]
    named = [block(shown(title[:MAX_TITLE_CHARS]), "b", tight=True)] if title else []
    return [block(messages.YOUR_TEXT, "i" if title else "b"), *named, *summary_blocks(brief)]
