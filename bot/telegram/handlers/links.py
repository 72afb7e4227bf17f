"""A link sent in the chat: its article is fetched, summarized and shown; for each person one at a time and a few a minute."""

import asyncio

from bot.ingest.links import FoundArticle, fetch_article, spend
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.article import Prepared
from bot.model.net import FetchFailed
from bot.telegram import messages
from bot.telegram.articles import shown, summary_blocks
from bot.telegram.markup import block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen

MAX_AT_ONCE = 20  # links of all readers


async def link(rooms: Rooms, request: Request) -> Screen:
    """The summary of the article behind a link; it is shown, not kept among the articles."""
    if rooms.fetcher is None:
        return screen([block(messages.LINK_FAILED)])
    who = request.user_id or request.chat.chat_id  # in a channel Telegram does not say who
    if busy := why_not_now(rooms, who):
        return screen([block(busy)])
    rooms.allowances[who], may = spend(rooms.allowances.get(who), rooms.now())
    if not may:
        return screen([block(messages.TOO_MANY_LINKS)])
    found = await rooms.in_time(who, fetch_article(request.text, rooms.fetcher)) or FetchFailed("slow")
    if not isinstance(found, FoundArticle):
        return screen([block(messages.LINK_REASONS.get(getattr(found, "why", ""), messages.LINK_FAILED))])
    prepared = await asyncio.to_thread(_prepared, found, rooms)
    head = [block(shown(prepared.article.title), "b")]
    return screen([*head, *summary_blocks(prepared.brief)], (Button(messages.LINK, url=found.url),))


def why_not_now(rooms: Rooms, who: int) -> str:
    """Why no address can be read for somebody now; '' where one can."""
    if who in rooms.reading:
        return messages.STILL_READING
    return messages.MANY_READ if len(rooms.reading) >= MAX_AT_ONCE or rooms.stopping.is_set() else ""


def _prepared(found: FoundArticle, rooms: Rooms) -> Prepared:
    """The article with its brief; work for a thread."""
    record = Record(text=found.article.text, title=found.article.title, url=found.url, published=found.article.published)
    return prepare(record, now=rooms.now(), method=rooms.method)
