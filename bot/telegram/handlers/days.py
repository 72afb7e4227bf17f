"""The news of a day, or of several, with the way to the days beside it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.jalali import long_day, short_day
from bot.model.period import Days, Period
from bot.telegram import messages
from bot.telegram.articles import LIST_LENGTH, WAY_ON, list_screen, paging
from bot.telegram.asking import bare_name
from bot.telegram.callbacks import action
from bot.telegram.days import Span, as_args, from_args, named, period_of, phrase_in
from bot.telegram.markup import block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Keyboard, Screen, screen
from bot.topics.names import topic_called, topic_name

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def asked_days(rooms: Rooms, request: Request) -> tuple[Span | None, str] | None:
    """The days a text names, None of these where there are no such, and what else it asks for; None where it names none."""
    phrase = phrase_in(request.text)
    if phrase is None:
        return None
    rest = " ".join(word for word in bare_name(phrase.rest).split() if not word.isdecimal())
    return named(phrase, today(rooms, request)), rest


async def of_days(rooms: Rooms, request: Request, span: Span, topic: str, offset: int = 0) -> Screen:
    """A page of the news of these days, the newest first."""
    period = period_of(span, rooms.now(), request.zone)
    page = await rooms.store.coverage.newest(period, topic=topic, offset=offset, limit=LIST_LENGTH)
    if not page.headlines:
        return Screen(toast=messages.NO_OLDER) if offset else await _none(rooms, request, span, topic)
    pages = paging("day", *as_args(span), topic, offset=offset, step=LIST_LENGTH, more=page.more)
    wide = (Button(messages.TOP, action("top", *as_args(span), topic)),)
    title = titled(messages.NEWS, topic, span, request)
    rows = (pages, *_beside(rooms, request, span, topic), wide)
    of_a_day = isinstance(span, Days) and span.count == 1
    return list_screen(page, *rows, title=title, zone=request.zone, topic=topic, of_a_day=of_a_day)


async def _none(rooms: Rooms, request: Request, span: Span, topic: str) -> Screen:
    """That these days have no news, with the way to the last day before them that has, and to those beside."""
    since = period_of(span, rooms.now(), request.zone).since
    earlier = await rooms.store.coverage.newest(Period(_BEGINNING, since), topic=topic, limit=1)
    days = (Days(one.published.astimezone(request.zone).date()) for one in earlier.headlines)
    rows = [(Button(messages.news_of(called(one, request)), action("day", *as_args(one), topic)),) for one in days]
    said = messages.no_news_of(called(span, request), topic_name(topic) if topic else "")
    return screen([block(said)], *_beside(rooms, request, span, topic), *rows, WAY_ON)


async def days_page(rooms: Rooms, request: Request) -> Screen:
    """A page of some days' news: args are the days (two), the topic and the offset."""
    return await of_days(rooms, request, from_args(request.action), request.action.topic(2), max(0, request.action.number(3)))


def days_offer(rooms: Rooms, request: Request, text: str) -> Keyboard:
    """The button to the news of the days that a text names, where it names nothing else."""
    span, rest = asked_days(rooms, replace(request, text=text)) or (None, "")
    if span is None or rest:
        return ()
    return ((Button(messages.news_of(called(span, request)), action("day", *as_args(span))),),)


async def by_days(rooms: Rooms, request: Request) -> Screen | None:
    """The news of the days that a text names, with a topic or without; None where it is about anything else."""
    asked = asked_days(rooms, request)
    if asked is None:
        return None
    span, rest = asked
    topic = topic_called(rest) if rest else ""
    if topic is None:
        return None
    return await of_days(rooms, request, span, topic) if span else screen([block(messages.NO_SUCH_DAY)], WAY_ON)


def titled(what: str, topic: str, span: Span, request: Request) -> str:
    """The head of a list: what it is, of which topic, of which days."""
    return f"{messages.of_topic(what, topic_name(topic)) if topic else what} | {called(span, request)}"


def called(span: Span, request: Request) -> str:
    """What days are called."""
    if isinstance(span, timedelta):
        return messages.last_hours(span // timedelta(hours=1))
    if span.count == 1:
        return long_day(span.last, request.zone)
    return messages.from_to(short_day(span.first, request.zone), short_day(span.last, request.zone))


def today(rooms: Rooms, request: Request) -> date:
    """The day it is for who asks."""
    return rooms.now().astimezone(request.zone).date()


def _beside(rooms: Rooms, request: Request, span: Span, topic: str) -> Keyboard:
    """The way to the day before and after; none from several days."""
    if isinstance(span, timedelta) or span.count > 1:
        return ()
    before, after = (replace(span, last=span.last + timedelta(days=step)) for step in (-1, 1))
    row = [Button(messages.DAY_BEFORE, action("day", *as_args(before), topic))]
    if after.last <= today(rooms, request):
        row.append(Button(messages.DAY_AFTER, action("day", *as_args(after), topic)))
    return (tuple(row),)
