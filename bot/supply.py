"""Keeps the bot supplied while it runs: the network, the feeds' loop, and in the playground a small press of its own."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.config import Settings
from bot.errors import StoreError
from bot.ingest.clock import SystemClock
from bot.ingest.cycle import Desk, run_forever
from bot.ingest.due import LONGEST, SHORTEST
from bot.ingest.http import opened_fetcher
from bot.ingest.sources import read_feeds_toml
from bot.model.feed import FeedWord
from bot.playground.feeds import OUTLETS, SampleFeeds
from bot.ports.net import Fetcher
from bot.storage.sqlite.store import SqliteStore

log = logging.getLogger(__name__)
SAMPLE_BOUNDS = (timedelta(seconds=20), timedelta(seconds=30))  # in the playground one wants to see articles arrive
REMOVED_AT_ONCE = 200  # old articles a transaction
LOOKED_EVERY_S = 3600.0
Tell = Callable[[FeedWord], Awaitable[None]]


@asynccontextmanager
async def network(settings: Settings, store: SqliteStore, *, sample: bool) -> AsyncIterator[Fetcher]:
    """Open the network and list the feeds.

    Args:
        settings: the proxy, and whether there are to be feeds at all.
        store: where feeds are listed.
        sample: whether the feeds are those of the small press on this machine.
    """
    async with AsyncExitStack() as stack:
        own: frozenset[tuple[str, int]] = frozenset()
        if sample and settings.feeds:
            press = SampleFeeds(settings.seeds, lambda: datetime.now(UTC))
            await press.start()
            stack.push_async_callback(press.stop)
            await press.put_into(store.feeds)
            own = frozenset({press.address})
        elif settings.feeds:
            await _list_feeds(settings, store)
        yield await stack.enter_async_context(opened_fetcher(proxy_url=settings.proxy_url, allow_private=own))


async def _list_feeds(settings: Settings, store: SqliteStore) -> None:
    """Give a new store the feeds it starts with, and drop those of the playground."""
    for feed in await store.feeds.all():
        if feed.name in OUTLETS:
            await store.feeds.remove(feed.id)
    listed = settings.seeds / "feeds.toml"
    if not await store.feeds.begun():
        wanted = listed.is_file() and not await store.feeds.all()
        await store.feeds.begin(read_feeds_toml(listed) if wanted else ())


@asynccontextmanager
async def supplied(settings: Settings, store: SqliteStore, fetcher: Fetcher, tell: Tell, *, sample: bool) -> AsyncIterator[None]:
    """Fetch feeds, and let old articles go, for as long as the block runs.

    Args:
        settings: the ranking method, how long articles are kept, and whether there are feeds.
        store: where articles go.
        fetcher: the network.
        tell: brings word of a feed to the owner.
        sample: as for ``network``.
    """
    bounds = SAMPLE_BOUNDS if sample else (SHORTEST, LONGEST)
    desk = Desk(store.feeds, store.articles, fetcher, SystemClock(), tell, settings.method, bounds)
    works = ([run_forever(desk)] if settings.feeds else []) + ([_forget_old(settings, store)] if settings.keep_days else [])
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _forget_old(settings: Settings, store: SqliteStore) -> None:
    """Remove articles older than the operator wants to keep, a few at a time, so that nobody waits for it."""
    while True:
        before = datetime.now(UTC) - timedelta(days=settings.keep_days)
        try:
            while await store.articles.drop_before(before, limit=REMOVED_AT_ONCE):  # noqa: ASYNC110, others write between
                await asyncio.sleep(0.1)
        except StoreError:
            log.exception("old articles could not be removed; another try comes later")
        await asyncio.sleep(LOOKED_EVERY_S)
