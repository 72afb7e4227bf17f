"""The feeds, for those who run the bot: listed, added, paused, removed, handed out as OPML."""

from bot.ingest.clock import SystemClock
from bot.ingest.sources import FeedAdded, add_feed
from bot.model.feed import Feed, NewFeed
from bot.model.net import FetchFailed
from bot.telegram import messages
from bot.telegram.articles import paging
from bot.telegram.callbacks import action
from bot.telegram.handlers.links import why_not_now
from bot.telegram.markup import Block, Run, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen

PAGE = 6
MAX_NAME_CHARS = 80


async def sources(rooms: Rooms, request: Request) -> Screen:
    """The list of feeds, or with an address and a name: that feed is tried and added."""
    if request.user_id not in rooms.owners:
        return screen([block(messages.OWNERS_ONLY)])
    return await _add(rooms, request) if request.text else await _listed(rooms, 0)


async def sources_page(rooms: Rooms, request: Request) -> Screen:
    """A page of the list, after a deed where one is asked: args are the offset, the deed and the feed's id."""
    if request.user_id not in rooms.owners:
        return Screen(toast=messages.OWNERS_ONLY)
    offset, deed, feed_id = max(0, request.action.number(1)), request.action.arg(2), request.action.number(3)
    if deed == "remove":
        await rooms.store.feeds.remove(feed_id)
    elif deed in ("pause", "resume"):
        await rooms.store.feeds.pause(feed_id, paused=deed == "pause")
    return await _listed(rooms, offset)


async def _add(rooms: Rooms, request: Request) -> Screen:
    """Try a feed and add it when it is one."""
    url, _, name = request.text.partition(" ")
    url = url if "://" in url else f"https://{url}"  # which people leave out
    if rooms.fetcher is None:
        return screen([block(messages.LINK_FAILED)])
    if busy := why_not_now(rooms, request.user_id):
        return screen([block(busy)])
    new = NewFeed(url, name=name.strip()[:MAX_NAME_CHARS])
    trying = add_feed(new, rooms.store.feeds, rooms.fetcher, SystemClock())
    added = await rooms.in_time(request.user_id, trying) or FetchFailed("slow")
    if not isinstance(added, FeedAdded):
        return screen([block(messages.LINK_REASONS.get(getattr(added, "why", ""), messages.NOT_A_FEED))])
    return screen([block(messages.feed_added(added.feed.name, added.items) if added.new else messages.FEED_KNOWN)])


async def _listed(rooms: Rooms, offset: int) -> Screen:
    """A page of the feeds, each with its buttons."""
    feeds = await rooms.store.feeds.all()
    shown = feeds[offset : offset + PAGE]
    if not shown:
        return screen([block(messages.NO_FEEDS), block(messages.SOURCES_EXAMPLE, "code")])
    blocks = [block(messages.SOURCES_TITLE, "b"), *(_line(number, one) for number, one in enumerate(shown, 1))]
    blocks.append(block(messages.SOURCES_HINT, "i"))
    rows = [_deeds(number, one, offset) for number, one in enumerate(shown, 1)]
    return screen(blocks, *rows, paging("sources", "", offset=offset, step=PAGE, more=len(feeds) > offset + PAGE))


def _line(number: int, one: Feed) -> Block:
    """A feed and how it is doing."""
    state = messages.FEED_PAUSED if one.paused else messages.feed_failing(one.state.failures) if one.state.failures else ""
    return Block(
        (
            Run(f"{messages.numbered(number)} {one.name or one.url}"),
            Run(f"\n{one.url}", "code"),
            Run(f"\n{state}" if state else "", "i"),
        )
    )


def _deeds(number: int, one: Feed, offset: int) -> tuple[Button, ...]:
    """What can be done with a feed."""
    pause = Button(messages.resume_feed(number), action("sources", "", offset, "resume", one.id))
    if not one.paused:
        pause = Button(messages.pause_feed(number), action("sources", "", offset, "pause", one.id))
    return pause, Button(messages.remove_feed(number), action("sources", "", offset, "remove", one.id))
