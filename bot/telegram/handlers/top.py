"""The stories that most outlets told: in a day and night, in a week, on a day, of a topic."""

from dataclasses import replace
from datetime import date

from bot.model.article import Covered
from bot.model.period import Days
from bot.telegram import alerts_words, messages
from bot.telegram.articles import WAY_ON, numbered_title, opening, paging
from bot.telegram.asking import bare_name
from bot.telegram.callbacks import action
from bot.telegram.days import LAST_DAY, WEEK, Span, as_args, from_args, period_of
from bot.telegram.handlers.days import asked_days, of_days, titled, today
from bot.telegram.handlers.newest import listed
from bot.telegram.handlers.subscribing import WIDE
from bot.telegram.handlers.topics import unknown_topic
from bot.telegram.markup import Block, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen
from bot.topics.names import topic_called
from summarizer import polish

PAGE = 5
NAMED = 4  # so many outlets are named
MAX_TITLE_CHARS = 120


async def top(rooms: Rooms, request: Request) -> Screen:
    """The widest told stories, of a topic and of days where they are named; of a week where a day and night had none.

    Where no story was told by several outlets, the news of that time, after the word that there is none.
    """
    span, rest = asked_days(rooms, request) or (LAST_DAY, bare_name(request.text))
    topic = topic_called(rest) if rest else ""
    if topic is None:
        return await unknown_topic(rooms, request, rest)
    if span is None:
        return screen([block(messages.NO_SUCH_DAY)], WAY_ON)
    day = today(rooms, request)
    lately = span in (LAST_DAY, Days(day))
    for one in (LAST_DAY, Days(day, WEEK)) if lately else (span,):
        if found := await _page(rooms, request, one, topic, 0):
            return found
    others = await (listed(rooms, request, topic) if lately else of_days(rooms, request, span, topic))
    return replace(others, blocks=(block(messages.NOTHING_WIDE), *others.blocks))


async def top_page(rooms: Rooms, request: Request) -> Screen:
    """A page of them: args are the days (two), the topic and the offset; without any, the first page of the last day and night."""
    if not request.action.args:
        return await top(rooms, request)
    span, topic, offset = from_args(request.action), request.action.topic(2), max(0, request.action.number(3))
    return await _page(rooms, request, span, topic, offset) or Screen(toast=messages.NOTHING_WIDE)


async def _page(rooms: Rooms, request: Request, span: Span, topic: str, offset: int) -> Screen | None:
    """A page of the widest told stories; None where there are none."""
    period = period_of(span, rooms.now(), request.zone)
    found = await rooms.store.coverage.widest(period, topic=topic, offset=offset, limit=PAGE + 1)
    if not found:
        return None
    blocks = [block(titled(messages.TOP_TITLE, topic, span, request), "b")]
    for number, one in enumerate(found[:PAGE], 1):
        blocks += _entry(number, one)
    numbers = opening(one.headline.id for one in found[:PAGE])
    pages = paging("top", *as_args(span), topic, offset=offset, step=PAGE, more=len(found) > PAGE)
    alert = (Button(alerts_words.TELL_ME, action("topic", WIDE, topic)),)
    return screen(blocks, numbers, pages, _other_days(span, topic, today(rooms, request)), alert)


def _entry(number: int, one: Covered) -> list[Block]:
    """A story: its title, and who told it."""
    told = messages.told_by(len(one.sources), "، ".join(map(polish, one.sources[:NAMED])), len(one.sources[NAMED:]))
    return [block(numbered_title(number, one.headline, most=MAX_TITLE_CHARS), "b"), block(told, tight=True)]


def _other_days(span: Span, topic: str, day: date) -> tuple[Button, ...]:
    """The way to all news of these days, and to a longer or shorter time."""
    buttons = [Button(messages.ALL_OF_THESE_DAYS, action("day", *as_args(span), topic))]
    week = Days(day, WEEK)
    if span != week:
        buttons.append(Button(messages.TOP_OF_A_WEEK, action("top", *as_args(week), topic)))
    if span != LAST_DAY:
        buttons.append(Button(messages.TOP_OF_A_DAY, action("top", *as_args(LAST_DAY), topic)))
    return tuple(buttons)
