"""A link sent in the chat: its article is fetched, summarized and shown; a few a minute for each person."""

import asyncio

from bot.ingest.links import FoundArticle, fetch_article, spend
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.article import Prepared
from bot.telegram import messages
from bot.telegram.articles import shown, summary_blocks
from bot.telegram.markup import block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen


async def link(rooms: Rooms, request: Request) -> Screen:
    """The summary of the article behind a link; it is shown, not kept among the articles."""
    if rooms.fetcher is None:
        return screen([block(messages.LINK_FAILED)])
    rooms.allowances[request.user_id], may = spend(rooms.allowances.get(request.user_id), rooms.now())
    if not may:
        return screen([block(messages.TOO_MANY_LINKS)])
    found = await fetch_article(request.text, rooms.fetcher)
    if not isinstance(found, FoundArticle):
        return screen([block(messages.LINK_REASONS.get(getattr(found, "why", ""), messages.LINK_FAILED))])
    prepared = await asyncio.to_thread(_prepared, found, rooms)
    head = [block(shown(prepared.article.title), "b")]
    return screen([*head, *summary_blocks(prepared.brief)], (Button(messages.LINK, url=found.url),))


def _prepared(found: FoundArticle, rooms: Rooms) -> Prepared:
    """The article with its brief; work for a thread."""
    record = Record(text=found.article.text, title=found.article.title, url=found.url, published=found.article.published)
    return prepare(record, now=rooms.now(), method=rooms.method)
