"""A small press on this machine: the seeds as two feeds with pages, so that new articles keep arriving while one looks.

Every so often the next article comes out; now and then the other outlet tells it, too, in fewer words. Numbers change from
round to round, so that what comes again is another day's news. Serves on loopback only, invents nothing but those numbers, and
knows nothing of the bot.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import blake2b
from html import escape
from pathlib import Path

from aiohttp import web

from bot.ingest.dates import MONTHS
from bot.ingest.files import Refused, article_files, read_records
from bot.ingest.title import title_from
from bot.model.feed import NewFeed
from bot.ports.feeds import Feeds

EVERY = timedelta(seconds=45)
AT_START = 3  # articles that are out when the press opens
SHOWN = 20  # the newest of a feed
OUTLETS = ("خبرگزاری چاپار (نمونه)", "روزنامهٔ پیک (نمونه)")
_TOLD_BY_BOTH = 3  # every third article
_NUMBER = re.compile(rf"(?<![۰-۹:/])[۰-۹]{{1,9}}(?![۰-۹:/]| (?:{'|'.join(filter(str.isalpha, MONTHS))})\b)")  # no day, no hour
_YEARS = (*range(1300, 1500), *range(1900, 2100))
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True, slots=True)
class Dispatch:
    """An article of the press.

    Args:
        number: counts from 0; 0 came out first.
        outlet: the place of its outlet in ``OUTLETS``.
        title: one line.
        text: paragraphs parted by line ends.
        published: aware UTC.
    """

    number: int
    outlet: int
    title: str
    text: str
    published: datetime


class SampleFeeds:
    """The press; ``await start()``, ``await stop()``.

    Args:
        seeds: the folder of articles.
        now: the clock; aware UTC.
        every: how often an article comes out.
        port: on 127.0.0.1; 0 takes any.
    """

    def __init__(self, seeds: Path, now: Callable[[], datetime], *, every: timedelta = EVERY, port: int = 0) -> None:
        self._records = [one for path in article_files([seeds])[0] for one, _ in read_records(path) if not isinstance(one, Refused)]
        self._now = now
        self._every = every
        self._opened = now()
        self._port = port
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Open the press."""
        application = web.Application()
        application.router.add_get("/{outlet:[01]}/rss", self._feed)
        application.router.add_get("/{outlet:[01]}/{run:[0-9]{14}}-{number:[0-9]{1,6}}", self._page)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Close it."""
        if self._runner:
            await self._runner.cleanup()

    @property
    def address(self) -> tuple[str, int]:
        """Host and port, for the fetcher's list of private addresses that are our own."""
        return "127.0.0.1", self._port

    @property
    def feeds(self) -> tuple[NewFeed, ...]:
        """The feeds to add."""
        return tuple(NewFeed(self._url(place, "rss"), name=name, rules="nastooh") for place, name in enumerate(OUTLETS))

    async def put_into(self, stored: Feeds) -> None:
        """Add the feeds to those of a store, and drop those that an earlier run left on another port."""
        ours = {feed.url for feed in self.feeds}
        for feed in await stored.all():
            if feed.name in OUTLETS and feed.url not in ours:
                await stored.remove(feed.id)
        for one in self.feeds:
            await stored.add(one)

    def _url(self, outlet: int, tail: object) -> str:
        return f"http://127.0.0.1:{self._port}/{outlet}/{tail}"

    def dispatches(self) -> list[Dispatch]:
        """What has come out until now, the newest last; at most what two feeds show."""
        last = AT_START + (self._now() - self._opened) // self._every
        first = max(0, last - SHOWN)
        return [one for number in range(first, last if self._records else first) for one in self._told(number)]

    def _told(self, number: int) -> list[Dispatch]:
        """An article, by one outlet or by both."""
        round_, place = divmod(number, len(self._records))
        record = self._records[-1 - place]
        title, text = (renumbered(part, round_ + 1) for part in (record.title or title_from(record.text), record.text))
        at = self._opened + (number - AT_START) * self._every
        outlet = number % len(OUTLETS)
        told = [Dispatch(number, outlet, title, text, at)]
        if number % _TOLD_BY_BOTH == 0:
            told.append(Dispatch(number, 1 - outlet, title, _shorter(text), at))
        return told

    async def _feed(self, request: web.Request) -> web.Response:
        """A feed as RSS, or that nothing has changed."""
        outlet = int(request.match_info["outlet"])
        shown = [one for one in reversed(self.dispatches()) if one.outlet == outlet]
        text = _rss(OUTLETS[outlet], [(one, self._url(outlet, f"{self._opened:%Y%m%d%H%M%S}-{one.number}")) for one in shown])
        etag = f'"{blake2b(text.encode(), digest_size=8).hexdigest()}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.Response(text=text, content_type="application/rss+xml", headers={"ETag": etag})

    async def _page(self, request: web.Request) -> web.Response:
        """The page of an article that has come out."""
        outlet, number = int(request.match_info["outlet"]), int(request.match_info["number"])
        for one in self.dispatches():
            if (one.outlet, one.number) == (outlet, number):
                return web.Response(text=_html(one), content_type="text/html")
        return web.Response(status=404)


def renumbered(text: str, round_: int) -> str:
    """The text with other numbers in it, dates and times excepted.

    Args:
        text: any text.
        round_: how far they move; from 1.
    """

    def moved(match: re.Match[str]) -> str:
        number = int(match[0])
        return match[0] if number in _YEARS else str(number + round_ * (1 + number // 10)).translate(_DIGITS)

    return _NUMBER.sub(moved, text)


def _shorter(text: str) -> str:
    """The first half of the paragraphs."""
    paragraphs = [one for one in text.split("\n") if one.strip()]
    return "\n".join(paragraphs[: (len(paragraphs) + 1) // 2])


def _rss(title: str, items: Sequence[tuple[Dispatch, str]]) -> str:
    """A feed of RSS 2.0."""
    parts = [
        f"<item><title>{escape(one.title)}</title><link>{escape(url)}</link><guid>{escape(url)}</guid>"
        f"<pubDate>{format_datetime(one.published.astimezone(UTC))}</pubDate>"
        f"<description>{escape(one.text.strip().split(chr(10))[0])}</description></item>"
        for one, url in items
    ]
    channel = f"<title>{escape(title)}</title>{''.join(parts)}"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{channel}</channel></rss>'


def _html(one: Dispatch) -> str:
    """A page in the markup that most Persian outlets use."""
    title, body = escape(one.title), "".join(f"<p>{escape(line)}</p>" for line in one.text.split("\n") if line.strip())
    return (
        f'<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{title}</title></head><body><h1 '
        f'class="title">{title}</h1>'
        f'<div class="item-body"><div class="item-text" itemprop="articleBody">{body}</div></div></body></html>'
    )
