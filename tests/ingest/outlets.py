"""A small press of invented outlets on a loopback port, for tests: feeds and pages that change, fail, move and "
"lie as it is told to."""

import asyncio
import contextlib
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
SUBJECTS = (
    "پل",
    "بندر",
    "موزه",
    "سد",
    "مدرسه",
    "باغ",
    "قطار",
    "کتابخانه",
    "بازار",
    "آسیاب",
    "رصدخانه",
    "نانوایی",
    "اسکله",
    "گرمابه",
)
PLACES = (
    "مهرگان",
    "نیلوفر",
    "سپیدار",
    "آبان‌رود",
    "کوهپایه",
    "شن‌زار",
    "بادگیر",
    "زرین‌دشت",
    "انارستان",
    "چشمه‌سار",
    "سروستان",
    "یاس‌آباد",
    "تالاب",
)


def body_of(number: int, extra: str = "") -> str:
    """The text of an invented article: every number gives another, and none is like another."""
    what, where = SUBJECTS[number % len(SUBJECTS)], PLACES[(number * 7 + number // len(SUBJECTS)) % len(PLACES)]
    other = PLACES[(number * 5 + 3) % len(PLACES)]
    return (
        f"<p>مدیر {what} {where} گفت: کار {what} تازه پس از {number + 3} ماه به پایان رسید و مردم می‌توانند از فردا به "
        f"آن‌جا بروند.</p>"
        f"<p>به گفتهٔ او، {number * 13 + 40} کارگر از {other} و روستاهای پیرامون در این کار دست داشتند و "
        f"{number * 17 + 5} درخت هم کاشته شد.</p>"
        f"<p>ساکنان {where} سال‌ها چشم‌به‌راه {what} بودند؛ شورای شهر شمارهٔ پروندهٔ {number * 101 + 7} را در همین هفته "
        f"می‌بندد. {extra}</p>"
    )


def title_of(number: int) -> str:
    """Its title."""
    what, where = SUBJECTS[number % len(SUBJECTS)], PLACES[(number * 7 + number // len(SUBJECTS)) % len(PLACES)]
    return f"{what} {where} پس از {number + 3} ماه گشوده شد"


def page_of(title: str, body: str) -> str:
    """A page in the markup of the family most outlets use."""
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body><nav><a href=/>خانه</a></nav>"
        f"<h1 class=title>{title}</h1><div class=item-body><div class=item-text itemprop=articleBody>{body}</div></div>"
        f"</body></html>"
    )


@dataclass
class Item:
    """An item of an invented feed."""

    number: int
    published: datetime
    guid: str = ""
    title: str = ""
    extra: str = ""
    path: str = ""


@dataclass
class Outlet:
    """An invented outlet: its items, and how often it was asked for what."""

    items: list[Item] = field(default_factory=list)
    asked: int = 0
    unchanged: int = 0
    pages: int = 0
    busy_pages: int = 0
    answer: Answer | None = None

    @property
    def etag(self) -> str:
        """Changes whenever the items do."""
        return f'"{abs(hash(tuple((one.number, one.title, one.extra, one.path) for one in self.items)))}"'


class Press:
    """All outlets on one port; ``/NAME/rss`` is a feed, ``/NAME/N`` a page."""

    def __init__(self) -> None:
        self.outlets: dict[str, Outlet] = {}
        self.port = 0

    def url(self, name: str, tail: str = "rss") -> str:
        """The address of a feed or a page."""
        return f"http://127.0.0.1:{self.port}/{name}/{tail}"

    def outlet(self, name: str) -> Outlet:
        """An outlet, made when it is first asked for."""
        return self.outlets.setdefault(name, Outlet())

    async def feed(self, request: web.Request) -> web.StreamResponse:
        """A feed, or whatever the outlet answers instead."""
        outlet = self.outlet(request.match_info["name"])
        outlet.asked += 1
        if outlet.answer:
            return await outlet.answer(request)
        if request.headers.get("If-None-Match") == outlet.etag:
            outlet.unchanged += 1
            return web.Response(status=304)
        text = self.rss(request.match_info["name"], outlet)
        packed = {"Content-Encoding": "gzip"} if outlet.asked % 2 else {}
        body = gzip.compress(text.encode()) if packed else text.encode()
        return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": outlet.etag, **packed})

    def rss(self, name: str, outlet: Outlet) -> str:
        """The feed as RSS, the newest first."""
        items = "".join(
            f"<item><title>{one.title or title_of(one.number)}</title>"
            f"<link>{self.url(name, one.path or str(one.number))}?utm_source=rss</link>"
            f"<guid isPermaLink='false'>{one.guid or one.number}</guid>"
            f"<pubDate>{format_datetime(one.published.astimezone(UTC))}</pubDate>"
            f"<description>گشایش {one.number} {one.extra}</description></item>"
            for one in sorted(outlet.items, key=lambda one: one.published, reverse=True)
        )
        return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>"

    async def page(self, request: web.Request) -> web.StreamResponse:
        """An article's page."""
        outlet = self.outlet(request.match_info["name"])
        outlet.pages += 1
        if outlet.busy_pages:
            outlet.busy_pages -= 1
            return web.Response(status=503)
        for one in outlet.items:
            if request.match_info["tail"] == (one.path or str(one.number)):
                text = page_of(one.title or title_of(one.number), body_of(one.number, one.extra))
                return web.Response(text=text, content_type="text/html")
        return web.Response(status=404)


@asynccontextmanager
async def open_press() -> AsyncIterator[Press]:
    """A press on a free port of 127.0.0.1."""
    press = Press()
    application = web.Application()
    application.router.add_get("/{name}/rss", press.feed)
    application.router.add_get("/{name}/{tail}", press.page)
    async with serving(application) as port:
        press.port = port
        yield press


@asynccontextmanager
async def serving(application: web.Application) -> AsyncIterator[int]:
    """Serve on a free port of 127.0.0.1."""
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def drip(request: web.Request) -> web.StreamResponse:
    """A byte now and then, for ever."""
    response = web.StreamResponse(headers={"Content-Type": "application/rss+xml"})
    await response.prepare(request)
    with contextlib.suppress(ConnectionError):
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.02)
    return response
