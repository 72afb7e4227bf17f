"""The newest article, the way to older and newer ones, and the list. Everything is looked up, nothing computed."""

import asyncio

from bot.model.article import Article, Brief
from bot.telegram import messages
from bot.telegram.articles import LIST_LENGTH, article_screen, list_screen, paging
from bot.telegram.asking import bare_name
from bot.telegram.handlers.days import by_days
from bot.telegram.handlers.topics import unknown_topic
from bot.telegram.markup import block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Screen, screen
from bot.topics.names import topic_called, topic_name

MAX_DIGITS = 9


async def latest(rooms: Rooms, request: Request) -> Screen:
    """The newest article, of a topic where one is named; so many of them where a number is; the news of a day that is named."""
    if days := await by_days(rooms, request):
        return days
    named, number = _topic_and_number(request.text)
    topic = topic_called(named) if named else ""
    if topic is not None and number > 1:
        return await listed(rooms, request, topic, 0, limit=min(number, LIST_LENGTH))
    if topic is None:
        return await unknown_topic(rooms, request, named)
    page = await rooms.store.articles.newest(topic=topic, limit=1)
    if not page.headlines:
        return screen([block(messages.no_articles_of(topic_name(topic)) if topic else messages.NO_ARTICLES)])
    return await show(rooms, request, page.headlines[0].id, topic=topic)


def _topic_and_number(text: str) -> tuple[str, int]:
    """The topic's name, without words that only ask, and how many articles are asked for; 1 where that is not said."""
    words = bare_name(text).split()
    number = next((int(word) for word in words if word.isdecimal() and len(word) < MAX_DIGITS), 1)
    return " ".join(word for word in words if not word.isdecimal()), number


async def newest_button(rooms: Rooms, request: Request) -> Screen:
    """The newest article, for the button under the greeting or a topic's button: args are the topic."""
    topic = request.action.topic(0)
    page = await rooms.store.articles.newest(topic=topic, limit=1)
    if not page.headlines:
        return Screen(toast=messages.no_articles_of(topic_name(topic)) if topic else messages.NO_ARTICLES)
    return await show(rooms, request, page.headlines[0].id, topic=topic)


async def newest_list(rooms: Rooms, request: Request) -> Screen:
    """A page of the newest ones: args are the topic and the offset."""
    topic, offset = request.action.topic(0), max(0, request.action.number(1))
    return await listed(rooms, request, topic, offset)


async def listed(rooms: Rooms, request: Request, topic: str, offset: int = 0, *, limit: int = LIST_LENGTH) -> Screen:
    """So many of the newest ones, from the offset on."""
    page = await rooms.store.articles.newest(topic=topic, offset=offset, limit=limit)
    if not page.headlines:
        return Screen(toast=messages.NO_OLDER)
    title = messages.of_topic(messages.NEWEST_TITLE, topic_name(topic)) if topic else messages.NEWEST_TITLE
    pages = paging("list", topic, offset=offset, step=limit, more=page.more)
    return list_screen(page, pages, title=title, zone=request.zone, topic=topic)


async def one_article(rooms: Rooms, request: Request) -> Screen:
    """An article: args are its id and the topic kept to."""
    return await show(rooms, request, request.action.number(0), topic=request.action.topic(1))


async def full_article(rooms: Rooms, request: Request) -> Screen:
    """An article with its full text: args as for ``one_article``."""
    return await show(rooms, request, request.action.number(0), topic=request.action.topic(1), full=True)


async def older(rooms: Rooms, request: Request) -> Screen:
    """The next older article: args are the id of the one shown and the topic kept to."""
    article_id, topic = request.action.number(0), request.action.topic(1)
    article = await rooms.store.articles.older(article_id, topic=topic)
    return await _show(rooms, request, article, topic) if article else await _end(rooms, article_id, messages.NO_OLDER)


async def newer(rooms: Rooms, request: Request) -> Screen:
    """The next newer article: args as for ``older``."""
    article_id, topic = request.action.number(0), request.action.topic(1)
    article = await rooms.store.articles.newer(article_id, topic=topic)
    return await _show(rooms, request, article, topic) if article else await _end(rooms, article_id, messages.NO_NEWER)


async def show(rooms: Rooms, request: Request, article_id: int, *, topic: str = "", full: bool = False) -> Screen:
    """The screen of an article, or the word that it is gone."""
    article = await rooms.store.articles.get(article_id)
    if article is None:
        return screen([block(messages.GONE)])
    return await _show(rooms, request, article, topic, full=full)


async def _show(rooms: Rooms, request: Request, article: Article, topic: str, *, full: bool = False) -> Screen:
    """The screen of an article; polishing its text is work for a thread."""
    brief = await rooms.store.articles.brief(article.id) or Brief(())
    others = await rooms.store.articles.others_of_story(article.id)
    return await asyncio.to_thread(
        article_screen, article, brief, zone=request.zone, topic=topic, full=full, others=others.headlines
    )


async def _end(rooms: Rooms, article_id: int, toast: str) -> Screen:
    """Nothing further this way: a toast, or the word that the article itself is gone."""
    return Screen(toast=toast if await rooms.store.articles.get(article_id) else messages.GONE)
