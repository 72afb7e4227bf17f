"""The operator's work on feeds from the command line: list, add, pause, remove, OPML, and one round of fetching."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.app import opened_store
from bot.config import Settings
from bot.ingest.clock import SystemClock
from bot.ingest.cycle import CycleReport, Desk, run_cycle
from bot.ingest.opml import read_opml, write_opml
from bot.ingest.sources import FeedAdded, add_all, add_feed
from bot.model.feed import Feed, NewFeed, NotAFeed
from bot.model.net import FetchFailed, Why
from bot.ports.feeds import Feeds
from bot.supply import network

MAX_OPML_BYTES = 5_000_000
_WHY: dict[Why, str] = {
    "address": "the address is refused",
    "redirects": "it leads from address to address and nowhere",
    "large": "it is too large",
    "slow": "it did not answer in time",
    "type": "it is neither a feed nor a page",
    "encoding": "it is packed in a way that cannot be read",
    "status": "the server refused",
    "network": "the server could not be reached",
    "empty": "there is nothing in it",
}
_NO_FEED = {
    "html": "it is a page and no feed; look for its RSS address",
    "empty": "there is nothing in it",
    "entities": "it declares entities, as no feed need do",
    "large": "it is too large",
}


async def feeds(settings: Settings, deed: str, what: str, *, name: str = "") -> tuple[str, bool]:
    """Do something with the feeds.

    Args:
        settings: which store.
        deed: list, add, pause, resume, remove, import or export.
        what: an address, a feed's number or a file, as the deed wants it.
        name: the outlet's name, for add.

    Returns:
        What to print, and whether it was done.
    """
    async with opened_store(settings) as store, network(settings, store, sample=False) as fetcher:
        if deed == "list":
            return "\n".join(_line(one) for one in await store.feeds.all()) or "(no feeds)", True
        if deed == "add" and not what:
            return "not added: the feed's address is missing", False
        if deed == "add":
            return _added(await add_feed(NewFeed(_whole(what), name=name), store.feeds, fetcher, SystemClock()))
        if deed in ("import", "export") and not what:
            return f"the file is missing: `feeds {deed} FILE.opml`", False
        if deed == "import":
            return await _import(store.feeds, Path(what))
        if deed == "export":
            return await _export(store.feeds, Path(what))
        return await _one(store.feeds, deed, what)


async def ingest(settings: Settings, *, progress: Callable[[int, int], object] = lambda done, due: None) -> CycleReport:
    """Fetch every feed that is due, once.

    Args:
        settings: which store, and through which proxy.
        progress: told after each feed how many are done, and how many were due.
    """
    async with opened_store(settings) as store, network(settings, store, sample=False) as fetcher:
        desk = Desk(store.feeds, store.articles, fetcher, SystemClock(), method=settings.method, progress=progress)
        return await run_cycle(desk)


def _whole(url: str) -> str:
    """An address with its scheme, which people leave out."""
    return url if "://" in url or not url else f"https://{url}"


def _added(added: FeedAdded | FetchFailed | NotAFeed) -> tuple[str, bool]:
    """What became of a feed that was to be added."""
    match added:
        case FeedAdded(feed, new, items):
            return f"{_line(feed)}\n{'added' if new else 'it was there already'}; {items} items now", True
        case FetchFailed(why, detail):
            return f"not added: {_WHY[why]}{f' ({detail})' if detail else ''}", False
    return f"not added: {_NO_FEED.get(added.reason, 'it is no RSS or Atom feed')}", False


async def _one(stored: Feeds, deed: str, what: str) -> tuple[str, bool]:
    """Pause, resume or remove one feed."""
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 19 else 0
    if deed == "remove":
        done = await stored.remove(number)
    else:
        done = await stored.pause(number, paused=deed == "pause")
    return (f"{deed}d feed {number}", True) if done else (f"there is no feed {what!r}; `feeds list` shows their numbers", False)


async def _import(stored: Feeds, path: Path) -> tuple[str, bool]:
    """Take the feeds of an OPML file."""
    try:
        data = await asyncio.to_thread(_read, path)
    except OSError as error:
        return f"{path}: {error.strerror}", False
    listed = await asyncio.to_thread(read_opml, data)
    if listed is None:
        return f"{path} is no OPML file, or over {MAX_OPML_BYTES:,} bytes", False
    return f"{await add_all(listed, stored)} new of {len(listed)} feeds", True


def _read(path: Path) -> bytes:
    """A file's bytes; none of one that is too large."""
    return path.read_bytes() if path.stat().st_size <= MAX_OPML_BYTES else b""


async def _export(stored: Feeds, path: Path) -> tuple[str, bool]:
    """Write all feeds as OPML."""
    listed = await stored.all()
    try:
        await asyncio.to_thread(path.write_bytes, write_opml(listed))
    except OSError as error:
        return f"{path}: {error.strerror}", False
    return f"{len(listed)} feeds written to {path}", True


def _line(one: Feed) -> str:
    """A feed as the list shows it."""
    state = "paused" if one.paused else f"failing: {one.state.problem}" if one.state.failures else "ok"
    return f"{one.id:4}  {state:20}  {one.name}  {one.url}"
