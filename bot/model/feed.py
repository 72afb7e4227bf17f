"""Feeds: where articles come from, and how each has been doing. Times are aware UTC."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_PERIOD = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed as an operator or ``feeds.toml`` names it.

    Args:
        url: its address.
        name: the outlet's name as a reader knows it; '' takes the feed's own title.
        language: a language code.
        zone: an IANA zone name, for dates that come without a zone.
        topic: the desk it is of, a slug of TOPICS; '' for a feed of all desks.
        rules: the page family its articles belong to; '' where it is to be found out.
    """

    url: str
    name: str = ""
    language: str = "fa"
    zone: str = "Asia/Tehran"
    topic: str = ""
    rules: str = ""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is remembered of a feed between two fetches.

    Args:
        due: when it is to be fetched next; None is at once.
        period: its own time between two fetches.
        etag: of the last good answer; '' without one.
        last_modified: the same.
        changed: when it last brought something new; None before that.
        reached: when it last answered well; None before that.
        failures: how many fetches in a row have failed.
        failing_since: when the first of them was; None while all is well.
        problem: what was wrong the last time; '' while all is well.
        reported: whether the owner has been told.
    """

    due: datetime | None = None
    period: timedelta = FIRST_PERIOD
    etag: str = ""
    last_modified: str = ""
    changed: datetime | None = None
    reached: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    problem: str = ""
    reported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed(NewFeed):
    """A feed as stored.

    Args:
        id: the store's number for it, never used again.
        paused: whether the operator stopped it, or it is gone for good.
        state: how it has been doing.
    """

    id: int
    paused: bool = False
    state: FeedState = FeedState()


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed, in plain text.

    Args:
        title: one line; '' when it has none.
        url: its page, without tracking; '' when it has none.
        guid: what the feed calls it; '' when it does not say.
        teaser: a few sentences, paragraphs parted by line ends; '' when there are none.
        text: the whole article where the feed carries it; else ''.
        published: aware UTC, never later than the fetch; None when it is not told or cannot be read.
        author: '' when not known.
        image_url: '' when there is none.
        categories: the feed's own words.
    """

    title: str
    url: str = ""
    guid: str = ""
    teaser: str = ""
    text: str = ""
    published: datetime | None = None
    author: str = ""
    image_url: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed taken apart.

    Args:
        title: of the feed itself; '' when it has none.
        items: in the feed's order, each once.
    """

    title: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class NotAFeed:
    """What came is no feed.

    Args:
        reason: 'html', 'empty', 'entities' (it declares some, as a bomb does), 'large' or 'unknown'.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of an item, so that it is taken again only when it has changed.

    Args:
        key: tells it from the other items of its feed.
        digest: of all that it says.
        url: the address its article was stored under; '' when it has none.
    """

    key: str
    digest: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PageArticle:
    """An article as read from its page.

    Args:
        title: one line; '' when not found.
        lead: '' when there is none apart from the body.
        text: lead and body, paragraphs parted by line ends; never empty.
        origin: 'page' when a rule of its family found the body, 'extracted' when the general extractor did.
        published: aware UTC; None when not found.
        author: '' when not found.
        image_url: '' when not found.
        tags: as the page names them.
    """

    title: str
    lead: str
    text: str
    origin: str
    published: datetime | None = None
    author: str = ""
    image_url: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedDied:
    """Word to the owner: a feed has not answered for days.

    Args:
        feed: the feed, with what is wrong in its state.
        since: when it began to fail.
    """

    feed: Feed
    since: datetime


@dataclass(frozen=True, slots=True)
class FeedGone:
    """Word to the owner: a feed said that it is gone for good, and is paused."""

    feed: Feed


@dataclass(frozen=True, slots=True)
class FeedMoved:
    """Word to the owner: a feed has moved for good.

    Args:
        feed: the feed, under its new address.
        former: the address it had.
    """

    feed: Feed
    former: str


FeedWord = FeedDied | FeedGone | FeedMoved
