"""The owner's figures, with a chart of the last weeks."""

import asyncio
from datetime import datetime, timedelta, tzinfo

from bot.jalali import short_date
from bot.model.stats import FeedPace, Figures
from bot.telegram import alerts_words as words
from bot.telegram.chart import Bar, bar_chart
from bot.telegram.markup import Block, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Screen

DAYS = 28


async def stats(rooms: Rooms, request: Request) -> Screen:
    """What the bot does, in numbers and as a picture; for those who run it."""
    if request.user_id not in rooms.owners:
        return Screen(toast=words.OWNERS_ONLY)
    now = rooms.now()
    figures = await rooms.store.stats.figures(now - timedelta(days=1))
    midnights = _midnights(now, request.zone)
    counts = await rooms.store.stats.articles_between(midnights)
    bars = [Bar(_day(start, request.zone), count) for start, count in zip(midnights, counts, strict=False)]
    picture = await asyncio.to_thread(bar_chart, words.CHART_TITLE, bars)
    return Screen((block(words.STATS_TITLE, "b"), *_numbers(figures), *_slowest(figures, now)), photo=picture)


def _midnights(now: datetime, zone: tzinfo) -> list[datetime]:
    """The beginnings of the last DAYS days and the end of today, in the reader's zone; days of 23 and 25 hours too."""
    today = now.astimezone(zone).date()
    days = [today + timedelta(days=ahead) for ahead in range(1 - DAYS, 2)]
    return [datetime(day.year, day.month, day.day, tzinfo=zone) for day in days]


def _day(at: datetime, zone: tzinfo) -> str:
    """The day and the month, without the year."""
    return short_date(at, zone).rsplit(" ", 1)[0]


def _numbers(figures: Figures) -> list[Block]:
    """A line for each number."""
    lines = [words.figure(name, getattr(figures, field)) for field, name in words.FIGURES.items()]
    return [block(line, tight=True) for line in lines]


def _slowest(figures: Figures, now: datetime) -> list[Block]:
    """The feeds that have not been reached for longest."""
    lines = [block(_pace(one, now), tight=True) for one in figures.slowest]
    return [block(words.SLOWEST_TITLE, "b"), *(lines or [block(words.NO_FEEDS, tight=True)])]


def _pace(one: FeedPace, now: datetime) -> str:
    """A feed and when it was last reached."""
    when = words.ago(int((now - one.reached).total_seconds() // 3600)) if one.reached else words.NEVER
    return words.last_reached(one.name, when, one.failures)
