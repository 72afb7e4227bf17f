"""Lists of feeds, and links that people send."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.ingest.clock import SystemClock
from bot.ingest.http import opened_fetcher
from bot.ingest.links import FoundArticle, fetch_article, spend
from bot.ingest.opml import read_opml, write_opml
from bot.ingest.sources import FeedAdded, add_all, add_feed, read_feeds_toml
from bot.model.feed import NewFeed, NotAFeed
from bot.model.net import FetchFailed
from bot.storage.sqlite.store import SqliteStore
from tests.ingest.outlets import Item, open_press, title_of

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_shipped_feeds_are_well_formed() -> None:
    """Each once, with a name."""
    feeds = read_feeds_toml(SEEDS / "feeds.toml")
    assert len({feed.url for feed in feeds}) == len(feeds) >= 20
    assert all(feed.name for feed in feeds)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('url = "file:///a"', "url is no public http address"),
        ('url = "https://a.ir"\ntopic = "cats"', "there is no topic 'cats'"),
        ('url = "https://a.ir"\nrules = "x"', "there is no page family 'x'"),
        ('url = "https://a.ir"\nnames = "x"', "there is no field 'names'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, table: str, why: str) -> None:
    """With its place in the file."""
    path = tmp_path / "feeds.toml"
    path.write_text(f"[[feed]]\n{table}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_feeds_toml(path)
    assert caught.value.lines == (f"feeds.toml: feed 1: {why}",)


def test_opml_comes_back_as_it_went() -> None:
    """With zone, desk and page family."""
    feeds = read_feeds_toml(SEEDS / "feeds.toml")
    assert read_opml(write_opml(feeds)) == feeds


@pytest.mark.parametrize(
    "data",
    [b"", b"<html/>", b"<opml", b'<!DOCTYPE o [<!ENTITY a "a">]><opml>&a;</opml>', b"<opml>" + b" " * 2_000_001],
)
def test_what_is_no_opml_is_none(data: bytes) -> None:
    """Nor what declares entities."""
    assert read_opml(data) is None


def test_private_addresses_in_opml_are_passed_over() -> None:
    """A stranger's list cannot make us ask our own network."""
    found = read_opml(
        b'<opml><body><outline xmlUrl="http://10.0.0.1/rss"/><outline text="a" xmlUrl="https://a.ir/rss"/></body></opml>'
    )
    assert found == (NewFeed("https://a.ir/rss", name="a"),)


@given(st.binary(max_size=200))
def test_any_bytes_are_opml_or_none(data: bytes) -> None:
    """No input raises."""
    read_opml(data)


async def test_a_feed_is_tried_before_it_is_added(tmp_path: Path) -> None:
    """What is no feed, or cannot be had, is not stored."""
    async with open_press() as press, SqliteStore.open(tmp_path / "s.db") as store:
        press.outlet("good").items = [Item(1, NOW)]
        async with opened_fetcher(allow_private=frozenset({("127.0.0.1", press.port)}), host_gap_s=0) as fetcher:
            good = await add_feed(NewFeed(press.url("good")), store.feeds, fetcher, SystemClock())
            assert isinstance(good, FeedAdded)
            assert (good.feed.name, good.new, good.items) == ("good", True, 1)
            again = await add_feed(NewFeed(press.url("good")), store.feeds, fetcher, SystemClock())
            assert isinstance(again, FeedAdded)
            assert not again.new
            assert await add_feed(NewFeed(press.url("good", "1")), store.feeds, fetcher, SystemClock()) == NotAFeed("html")
            nothing = await add_feed(NewFeed("http://10.0.0.1/"), store.feeds, fetcher, SystemClock())
            assert isinstance(nothing, FetchFailed)
        assert len(await store.feeds.all()) == 1
        assert await add_all(read_feeds_toml(SEEDS / "feeds.toml"), store.feeds) >= 20
        assert await add_all(read_feeds_toml(SEEDS / "feeds.toml"), store.feeds) == 0


async def test_a_link_leads_to_its_article() -> None:
    """Or to why there is none."""
    async with open_press() as press:
        press.outlet("good").items = [Item(1, NOW)]
        async with opened_fetcher(allow_private=frozenset({("127.0.0.1", press.port)}), host_gap_s=0) as fetcher:
            found = await fetch_article(press.url("good", "1") + "?utm_source=x#top", fetcher)
            assert isinstance(found, FoundArticle)
            assert (found.url, found.article.title) == (press.url("good", "1"), title_of(1))
            assert await fetch_article(press.url("good", "77"), fetcher) == FetchFailed("status", "404")
            assert await fetch_article(press.url("good"), fetcher) == FetchFailed("empty")
            assert (await fetch_article("سلام", fetcher)) == FetchFailed("address", "no public http address")


def test_a_person_may_send_a_few_links_a_minute() -> None:
    """All at once or one by one; the allowance comes back with time."""
    left, granted = None, []
    for second in [0, 0, 0, 0, 0, 10, 16, 17, 3600]:
        left, may = spend(left, NOW + timedelta(seconds=second))
        granted.append(may)
    assert granted == [True, True, True, True, False, False, True, False, True]
