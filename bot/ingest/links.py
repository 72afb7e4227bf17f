"""A link to the article behind it, for a reader who sends one; and how many links a person may send. Knows no chat and no store."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.ingest.addresses import normal_url
from bot.ingest.dates import TEHRAN
from bot.ingest.page import read_page
from bot.model.feed import PageArticle
from bot.model.net import Fetched, FetchFailed, GoneForGood, NotModified, RetryAfter
from bot.ports.net import Fetcher

LINKS_A_MINUTE = 4


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article behind a link.

    Args:
        url: where it was found, in its one form.
        article: what the page says.
    """

    url: str
    article: PageArticle


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many links a person may still send.

    Args:
        left: full ones may be spent.
        at: when this was counted; aware UTC.
    """

    left: float
    at: datetime


async def fetch_article(
    url: str, fetcher: Fetcher, *, family: str = "", zone: tzinfo = TEHRAN
) -> FoundArticle | FetchFailed | RetryAfter:
    """Get the article that an address leads to.

    Args:
        url: any text.
        fetcher: refuses what is not public.
        family: the page family, where it is known.
        zone: of times without a zone.

    Returns:
        The article, or why there is none; 'empty' is a page without one.
    """
    found = await fetcher.fetch(url)
    if isinstance(found, Fetched):
        article = await asyncio.to_thread(
            read_page, found.body, found.url, content_type=found.content_type, family=family, zone=zone
        )
        return FoundArticle(normal_url(found.url), article) if article else FetchFailed("empty")
    if isinstance(found, GoneForGood | NotModified):
        return FetchFailed("status", "410" if isinstance(found, GoneForGood) else "304")
    return found


def spend(before: Allowance | None, now: datetime, *, a_minute: int = LINKS_A_MINUTE) -> tuple[Allowance, bool]:
    """Spend one link of a person's allowance (a token bucket).

    Args:
        before: as it was left; None for somebody new.
        now: aware UTC.
        a_minute: how many a minute, and how many at once.

    Returns:
        What is left, and whether this one may be fetched.
    """
    passed = max(0.0, (now - before.at).total_seconds()) if before else 0.0
    left = min(float(a_minute), before.left + passed * a_minute / 60) if before else float(a_minute)
    return (Allowance(left - 1, now), True) if left >= 1 else (Allowance(left, now), False)
