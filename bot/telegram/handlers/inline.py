"""Inline mode: words typed after the bot's name in any chat bring articles whose summaries can be shared there."""

import asyncio

from bot.model.article import Headline
from bot.telegram.articles import article_screen, told_apart, where_and_when
from bot.telegram.asking import bare_name
from bot.telegram.handlers.stories import each_story_once
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import InlineResult, Screen

MAX_RESULTS = 8
MAX_QUERY_CHARS = 200


async def inline(rooms: Rooms, request: Request) -> tuple[InlineResult, ...]:
    """The articles for the words typed so far; the newest ones while there are none."""
    found = (await _headlines(rooms, request.text.strip()[:MAX_QUERY_CHARS]))[:MAX_RESULTS]
    results = [await _result(rooms, request, one, name) for one, name in zip(found, told_apart(found, request.zone), strict=True)]
    return tuple(one for one in results if one)


async def _headlines(rooms: Rooms, query: str) -> list[Headline]:
    """By name first, then by words, each story once; polite words around a name are not part of it."""
    if not query:
        return list((await rooms.store.articles.newest(limit=MAX_RESULTS)).headlines)
    found: dict[int, Headline] = {}
    for words in dict.fromkeys((query, bare_name(query))):
        found |= {one.headline.id: one.headline for one in await rooms.store.search.by_name(words, limit=MAX_RESULTS)}
    found |= {one.headline.id: one.headline for one in await rooms.store.search.by_words(bare_name(query), limit=MAX_RESULTS)}
    return await each_story_once(rooms.store, found.values())


async def _result(rooms: Rooms, request: Request, one: Headline, name: str) -> InlineResult | None:
    """One article with what is shared of it."""
    article, brief = await rooms.store.articles.get(one.id), await rooms.store.articles.brief(one.id)
    if article is None or brief is None:
        return None
    shown = await asyncio.to_thread(article_screen, article, brief, zone=request.zone)
    links = tuple(row for row in shown.keyboard if all(button.url for button in row))
    return InlineResult(one.id, name, where_and_when(one, request.zone), Screen(shown.blocks, links))
