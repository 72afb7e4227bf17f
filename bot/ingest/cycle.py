"""The loop that keeps the bot supplied: what is due is fetched, taken apart, made ready and stored. Decides nothing itself.

    for each feed when it is due, a few at a time, one request at a time to a host:
        fetch it | take it apart | which items are new or changed
        for each few of them: their pages | ready | stored | remembered as known
        record how it went, and when it is due next

Killed anywhere, it loses nothing and stores nothing twice: an item is remembered after its article is stored, the feed's state
after its items, and an article that comes again is met by its address.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit

from bot import metrics
from bot.errors import StoreError
from bot.ingest.due import LONGEST, SHORTEST, Bounds, after_failure, after_success, is_dead
from bot.ingest.entries import Wanted, entry_of, is_to_be_tried_again, wanted
from bot.ingest.feed import parse_feed
from bot.ingest.intake import Taken, taken, zone_of
from bot.model.feed import Feed, FeedDied, FeedGone, FeedMoved, FeedState, FeedWord, NotAFeed, ParsedFeed
from bot.model.net import Fetched, FetchFailed, GoneForGood, NotModified, RetryAfter
from bot.ports.articles import Articles
from bot.ports.feeds import Feeds
from bot.ports.net import Clock, Fetcher

AT_ONCE = 8  # feeds
BATCH = 8  # articles a transaction
MAX_NEW = 60  # items taken from one fetch; the rest wait for the next
LONGEST_PAUSE_S = 60.0
log = logging.getLogger(__name__)


async def _silent(_: FeedWord) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the loop works with.

    Args:
        feeds: which feeds there are.
        articles: where articles go.
        fetcher: the network.
        clock: the time.
        tell: brings word of a feed to the owner.
        method: the ranking method of summaries.
        bounds: the shortest and the longest time between two fetches of a feed.
        progress: told after each feed of a round how many are done, and how many were due.
    """

    feeds: Feeds
    articles: Articles
    fetcher: Fetcher
    clock: Clock
    tell: Callable[[FeedWord], Awaitable[None]] = _silent
    method: str = "news"
    bounds: Bounds = (SHORTEST, LONGEST)
    progress: Callable[[int, int], object] = lambda done, due: None


@dataclass(slots=True)
class CycleReport:
    """What a round came to.

    Args:
        fetched: feeds asked.
        failed: feeds of these that brought nothing, though they should have.
        outcomes: articles by outcome: added, updated, known.
    """

    fetched: int = 0
    failed: int = 0
    outcomes: dict[str, int] = field(default_factory=lambda: {"added": 0, "updated": 0, "known": 0})


async def run_forever(desk: Desk) -> None:
    """Ask each feed when it is due, for as long as nobody cancels; one that takes long keeps no other waiting."""
    places = asyncio.Semaphore(AT_ONCE)
    under_way: dict[int, asyncio.Task[None]] = {}
    try:
        while True:
            await desk.clock.sleep(await _begun(desk, places, under_way))
    finally:
        for task in under_way.values():
            task.cancel()
        await asyncio.gather(*under_way.values(), return_exceptions=True)


async def _begun(desk: Desk, places: asyncio.Semaphore, under_way: dict[int, asyncio.Task[None]]) -> float:
    """Begin with the feeds that are due and not under way; how long to wait then, in seconds."""
    busy = set(under_way)
    try:
        for feed in await desk.feeds.due(desk.clock.now(), limit=1000):
            if feed.id not in busy:
                under_way[feed.id] = task = asyncio.create_task(_take_in_turn(desk, feed, places))
                task.add_done_callback(partial(_over, under_way, feed.id))
        return await _pause(desk)
    except Exception:  # the loop's shell: whatever it was, the next round comes
        log.exception("a round of the feeds failed")
        return LONGEST_PAUSE_S


def _over(under_way: dict[int, asyncio.Task[None]], feed_id: int, _: asyncio.Task[None]) -> None:
    del under_way[feed_id]


async def _take_in_turn(desk: Desk, feed: Feed, places: asyncio.Semaphore) -> None:
    """Take a feed when there is a place; where that could not be recorded it rests, since it is due still."""
    async with places:
        recorded = await _take_safely(desk, feed, CycleReport())
    if not recorded:
        await desk.clock.sleep(LONGEST_PAUSE_S)


async def run_cycle(desk: Desk) -> CycleReport:
    """Fetch every feed that is due now, once.

    Returns:
        The counts.

    Raises:
        StoreError: the list of feeds could not be read; what goes wrong with one feed is logged and recorded.
    """
    report = CycleReport()
    places = asyncio.Semaphore(AT_ONCE)
    due = await desk.feeds.due(desk.clock.now(), limit=1000)
    left = set(due)

    async def take(feed: Feed) -> None:
        async with places:
            await _take_safely(desk, feed, report)
        left.discard(feed)
        desk.progress(len(due) - len(left), len(due))

    async with asyncio.TaskGroup() as group:
        for feed in due:
            group.create_task(take(feed))
    return report


async def _pause(desk: Desk) -> float:
    """How long nothing is due, in seconds, within bounds."""
    due = await desk.feeds.next_due()
    wait = (due - desk.clock.now()).total_seconds() if due else LONGEST_PAUSE_S
    return min(max(wait, 1.0), LONGEST_PAUSE_S)


async def _take_safely(desk: Desk, feed: Feed, report: CycleReport) -> bool:
    """Take one feed; what goes wrong with it is its own. False where the store failed, which leaves the feed due."""
    report.fetched += 1
    try:
        await _take_or_fail(desk, feed, report)
    except StoreError:
        log.exception("the store failed; the feed is asked again", extra={"feed": feed.url})
        report.failed += 1
        return False
    return True


async def _take_or_fail(desk: Desk, feed: Feed, report: CycleReport) -> None:
    """Take one feed, and record that it failed when something went wrong that nobody thought of."""
    try:
        await _take(desk, feed, report)
    except StoreError:
        raise
    except Exception:
        log.exception("a feed could not be taken", extra={"feed": feed.url})
        await _failed(desk, feed, report, "internal")


async def _take(desk: Desk, feed: Feed, report: CycleReport) -> None:
    """Fetch one feed and do what its answer asks for."""
    answer = await desk.fetcher.fetch(feed.url, etag=feed.state.etag, last_modified=feed.state.last_modified)
    metrics.fetches.labels(type(answer).__name__).inc()
    match answer:
        case Fetched():
            await _fetched(desk, feed, answer, report)
        case NotModified(moved_to):
            await _succeeded(desk, feed, 0, feed.state.etag, feed.state.last_modified, moved_to)
        case RetryAfter(seconds, status):
            await _failed(desk, feed, report, str(status), retry_after_s=seconds)
        case GoneForGood():
            state = after_failure(feed, desk.clock.now(), problem="410")
            await desk.tell(FeedGone(replace(feed, paused=True, state=state)))
            await desk.feeds.record(feed.id, state, now=desk.clock.now(), gone=True)
        case FetchFailed(why, detail):
            await _failed(desk, feed, report, f"{why} {detail}".strip())


async def _fetched(desk: Desk, feed: Feed, answer: Fetched, report: CycleReport) -> None:
    """Take apart what came and store what is new in it."""
    parsed = await asyncio.to_thread(
        parse_feed, answer.body, url=answer.url, content_type=answer.content_type, zone=zone_of(feed), now=desk.clock.now()
    )
    if isinstance(parsed, NotAFeed):
        await _failed(desk, feed, report, f"no feed: {parsed.reason}")
        return
    known = await desk.feeds.known(feed.id, [entry_of(item).key for item in parsed.items])
    fresh = wanted(parsed.items, known)
    chosen = fresh[-MAX_NEW:]
    outlet = feed.name or parsed.title or urlsplit(feed.url).hostname or ""
    settled = len(chosen) == len(fresh)
    for start in range(0, len(chosen), BATCH):
        settled &= await _store(desk, feed, outlet, chosen[start : start + BATCH], report)
    await _touch(desk, feed, parsed, fresh)
    known_as = (answer.etag, answer.last_modified) if settled else ("", "")  # else the next answer might be «not modified»
    await _succeeded(desk, feed, len(chosen), *known_as, answer.moved_to)


async def _store(desk: Desk, feed: Feed, outlet: str, few: Sequence[Wanted], report: CycleReport) -> bool:
    """Make a few items ready, store their articles in one transaction, then remember them; whether none is to be tried again."""
    ready = [done for one in few if (done := await _taken_safely(desk, feed, outlet, one))]
    prepared = [one.prepared for one in ready if one.prepared]
    for stored in await desk.articles.add(prepared) if prepared else ():
        report.outcomes[stored.outcome] += 1
        metrics.articles.labels(stored.outcome).inc()
    await desk.feeds.remember(feed.id, [one.entry for one in ready], desk.clock.now())
    return not any(is_to_be_tried_again(one.entry) for one in ready)


async def _taken_safely(desk: Desk, feed: Feed, outlet: str, one: Wanted) -> Taken:
    """Make one item ready; one that cannot be is tried a few times and then left."""
    try:
        return await taken(one, feed, outlet, desk.fetcher, now=desk.clock.now(), method=desk.method)
    except Exception:
        log.exception("an item could not be taken", extra={"feed": feed.url, "url": one.item.url})
        return Taken(None, one.to_try_again())


async def _touch(desk: Desk, feed: Feed, parsed: ParsedFeed, fresh: Sequence[Wanted]) -> None:
    """Remember that the items known before are still there."""
    taken_now = {one.entry.key for one in fresh}
    same = [entry for entry in map(entry_of, parsed.items) if entry.key not in taken_now]
    known = await desk.feeds.known(feed.id, [entry.key for entry in same])
    await desk.feeds.remember(feed.id, list(known.values()), desk.clock.now())


async def _succeeded(desk: Desk, feed: Feed, new: int, etag: str, last_modified: str, moved_to: str) -> None:
    """Record a good answer."""
    now = desk.clock.now()
    state = after_success(feed, now, new_items=new, etag=etag, last_modified=last_modified, bounds=desk.bounds)
    there: Feed | None = None
    if moved_to and moved_to != feed.url:
        there = next((one for one in await desk.feeds.all() if one.url == moved_to), None)
        if there is None or not there.paused:
            await desk.tell(FeedMoved(replace(feed, url=moved_to, state=state), feed.url))
    twice = there is not None and not there.paused  # that feed brings what this one did
    await desk.feeds.record(feed.id, state, now=now, moved_to=moved_to, gone=twice)


async def _failed(desk: Desk, feed: Feed, report: CycleReport, problem: str, *, retry_after_s: float | None = None) -> None:
    """Record that nothing came, and tell the owner when that has gone on for days."""
    report.failed += 1
    now = desk.clock.now()
    state = after_failure(feed, now, problem=problem, retry_after_s=retry_after_s)
    if is_dead(state, now):
        state = await _told(desk, feed, state)
    await desk.feeds.record(feed.id, state, now=now)


async def _told(desk: Desk, feed: Feed, state: FeedState) -> FeedState:
    """Tell the owner; the state says so."""
    await desk.tell(FeedDied(replace(feed, state=state), state.failing_since or desk.clock.now()))
    return replace(state, reported=True)
