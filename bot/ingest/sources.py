"""What an operator does with feeds: adding one that was tried first, many from a file, those of ``feeds.toml``. Makes no words."""

import asyncio
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import SettingsError
from bot.ingest.addresses import target
from bot.ingest.dates import TEHRAN
from bot.ingest.feed import parse_feed
from bot.ingest.page.rules import FAMILIES
from bot.model.article import TOPICS
from bot.model.feed import Feed, NewFeed, NotAFeed
from bot.model.net import Fetched, FetchFailed, GoneForGood, NotModified, RetryAfter
from bot.ports.feeds import Feeds
from bot.ports.net import Clock, Fetcher

FIELDS = ("url", "name", "language", "zone", "topic", "rules")


@dataclass(frozen=True, slots=True)
class FeedAdded:
    """A feed is in the store.

    Args:
        feed: as stored.
        new: whether it was not there before.
        items: how many items it had when it was tried.
    """

    feed: Feed
    new: bool
    items: int


async def add_feed(wanted: NewFeed, feeds: Feeds, fetcher: Fetcher, clock: Clock) -> FeedAdded | FetchFailed | NotAFeed:
    """Try a feed and store it when it is one.

    Args:
        wanted: what the operator asked for; without a name the feed's own title is taken.
        feeds: where it goes.
        fetcher: the network.
        clock: the time.

    Returns:
        The feed, or why it cannot be had.
    """
    answer = await fetcher.fetch(wanted.url)
    if not isinstance(answer, Fetched):
        return _why_not(answer)
    parsed = await asyncio.to_thread(
        parse_feed, answer.body, url=answer.url, content_type=answer.content_type, zone=TEHRAN, now=clock.now()
    )
    if isinstance(parsed, NotAFeed):
        return parsed
    aim = target(answer.moved_to or wanted.url)
    name = wanted.name or parsed.title or urlsplit(wanted.url).hostname or ""
    feed, new = await feeds.add(replace(wanted, url=aim.url if aim else wanted.url, name=name))
    return FeedAdded(feed, new, len(parsed.items))


def _why_not(answer: NotModified | RetryAfter | GoneForGood | FetchFailed) -> FetchFailed:
    """Why there was no body."""
    if isinstance(answer, FetchFailed):
        return answer
    return FetchFailed("status", str(answer.status) if isinstance(answer, RetryAfter) else "410")


async def add_all(listed: Iterable[NewFeed], feeds: Feeds) -> int:
    """Store feeds without trying them, as from OPML or ``feeds.toml``.

    Returns:
        How many were not there before.
    """
    return sum([new for _, new in [await feeds.add(one) for one in listed]])


def read_feeds_toml(path: Path) -> tuple[NewFeed, ...]:
    """Read the list of feeds a new store starts with.

    Args:
        path: a file with one ``[[feed]]`` table each.

    Raises:
        SettingsError: with a line for each table that cannot be taken.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("feed", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError((f"{path.name}: {error}",)) from error
    wrong = tuple(f"{path.name}: feed {place}: {why}" for place, table in enumerate(tables, 1) if (why := _wrong(table)))
    if wrong:
        raise SettingsError(wrong)
    return tuple(NewFeed(**table) for table in tables)


def _wrong(table: dict[str, object]) -> str:
    """What is wrong with a table; '' when nothing is."""
    unknown = [name for name in table if name not in FIELDS]
    if unknown or not all(isinstance(value, str) for value in table.values()):
        return f"there is no field {unknown[0]!r}" if unknown else "a field is no text"
    if target(str(table.get("url", ""))) is None:
        return "url is no public http address"
    if table.get("topic", "") not in ("", *TOPICS):
        return f"there is no topic {table['topic']!r}"
    if table.get("rules", "") not in ("", *(rules.name for rules in FAMILIES)):
        return f"there is no page family {table['rules']!r}"
    return ""
