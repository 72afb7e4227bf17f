"""An item of a feed into an article ready to be stored: its page where that can be had, else what the feed says.

One item at a time.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.ingest.dates import TEHRAN, believable
from bot.ingest.entries import Wanted
from bot.ingest.links import FoundArticle, fetch_article
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.article import Origin, Prepared
from bot.model.feed import Entry, Feed, FeedItem, PageArticle
from bot.model.net import FetchFailed, RetryAfter
from bot.ports.net import Fetcher
from bot.topics import classify

MAX_TEXT_CHARS = 200_000
_PASSING = ("slow", "network")  # failures after which another try may do better


@dataclass(frozen=True, slots=True)
class Taken:
    """An item made ready.

    Args:
        prepared: to be stored; None where the item says nothing at all.
        entry: to be remembered once that is stored.
    """

    prepared: Prepared | None
    entry: Entry


async def taken(one: Wanted, feed: Feed, outlet: str, fetcher: Fetcher, *, now: datetime, method: str) -> Taken:
    """Make an item ready.

    Args:
        one: the item.
        feed: whose it is.
        outlet: the source's name.
        fetcher: gets its page, unless the feed carries the whole text.
        now: the time of arrival.
        method: the ranking method of the summary.
    """
    item = one.item
    if item.text or not item.url:
        found = None
    else:
        found = await fetch_article(item.url, fetcher, family=feed.rules, zone=zone_of(feed))
    again = isinstance(found, RetryAfter) or (isinstance(found, FetchFailed) and _passes(found))
    page = found.article if isinstance(found, FoundArticle) else None
    prepared = await asyncio.to_thread(_prepared, one, page, feed, outlet, now, method)
    return Taken(prepared, one.to_try_again() if again else one.entry)


def _passes(failed: FetchFailed) -> bool:
    """Whether another try may do better: of a lost network, and of a server that has a bad hour."""
    return failed.why in _PASSING or (failed.why == "status" and failed.detail.startswith(("408", "5")))


def zone_of(feed: Feed) -> ZoneInfo:
    """The zone of a feed's dates; Tehran's where its name is none."""
    try:
        return ZoneInfo(feed.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return TEHRAN


def _prepared(one: Wanted, page: PageArticle | None, feed: Feed, outlet: str, now: datetime, method: str) -> Prepared | None:
    """Put page and item together, the fuller text first; all the work on the CPU."""
    item = one.item
    text, origin = _text(item, page)
    title = item.title or (page.title if page else "")
    if not any(letter.isalpha() for letter in text):
        return None
    published = item.published or (page.published if page else None)
    record = Record(
        text=text,
        title=title,
        source=outlet,
        url=one.entry.url,
        published=believable(published, now),
        topics=classify(title=title, text=text, desk=feed.topic),
        author=item.author or (page.author if page else ""),
        image_url=item.image_url or (page.image_url if page else ""),
    )
    return prepare(record, now=now, method=method, origin=origin)


def _text(item: FeedItem, page: PageArticle | None) -> tuple[str, Origin]:
    """The text, and where it is from; a feed that carries the whole text is as good as its page."""
    if item.text:
        return item.text[:MAX_TEXT_CHARS], "page"
    if page and len(page.text) >= len(item.teaser):
        return page.text[:MAX_TEXT_CHARS], cast(Origin, page.origin)
    return item.teaser or item.title, "teaser"
