"""What becomes of feeds in the course of days: taken, moved, dead, gone, busy, hostile."""

import gzip
from datetime import timedelta

import pytest
from aiohttp import web

from bot.model.feed import FeedDied, FeedGone, FeedMoved
from tests.ingest.days import MORNING, Day, items
from tests.ingest.outlets import Item, Press, drip


async def test_a_day_of_feeds(day: Day) -> None:
    """Changed, unchanged, dead, slow, hostile, moved and duplicated feeds: what is news is stored once, and the day
    ends in time.
    """
    press = day.press
    press.outlet("lively").items = items(1, 2, 3)
    press.outlet("quiet").items = items(11, 12)
    press.outlet("twin").items = items(1, 2)
    press.outlet("slow").answer = drip
    press.outlet("dead").answer = _status(500)
    press.outlet("page").answer = _text("<!doctype html><html><body>خوش آمدید</body></html>", "text/html")
    press.outlet("bomb").answer = _gzip_bomb
    press.outlet("entities").answer = _text('<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "text/xml")
    press.outlet("circle").answer = _to(press, "circle", 302)
    press.outlet("inside").answer = _redirect("http://169.254.169.254/latest/meta-data/", 302)
    press.outlet("moved").answer = _to(press, "quiet2", 301)
    press.outlet("quiet2").items = items(21)
    for name in ("lively", "quiet", "twin", "slow", "dead", "page", "bomb", "entities", "circle", "inside", "moved"):
        await day.add(name)
    assert await day.pass_time(1) == {"added": 8, "updated": 0, "known": 0}
    for hour in range(1, 23):
        press.outlet("lively").items += [Item(100 + hour, day.clock.time)]
        await day.pass_time(1)
    assert len(await day.titles()) == 8 + 22
    assert press.outlet("quiet").unchanged > 3
    assert 20 > press.outlet("quiet").asked == press.outlet("quiet").unchanged + 1
    assert press.outlet("lively").asked > 2 * press.outlet("quiet").asked
    assert press.outlet("lively").pages == 3 + 22
    assert press.outlet("slow").asked < 10
    feeds = {feed.name.split()[-1]: feed for feed in await day.store.feeds.all()}
    problems = {name: feed.state.problem.split()[0] for name, feed in feeds.items() if feed.state.problem}
    assert problems == {
        "slow": "slow",
        "dead": "status",
        "page": "no",
        "bomb": "large",
        "entities": "no",
        "circle": "redirects",
        "inside": "address",
    }
    assert feeds["moved"].url == press.url("quiet2")
    assert [type(word) for word in day.told] == [FeedMoved]


async def test_a_feed_that_moved_to_one_that_is_listed_is_told_of_once_and_rests(day: Day) -> None:
    """The other one brings what it brought."""
    day.press.outlet("moved").answer = _to(day.press, "there", 301)
    day.press.outlet("there").items = items(1)
    await day.add("there")
    await day.add("moved")
    await day.pass_time(24)
    assert [type(word) for word in day.told] == [FeedMoved]
    assert {feed.name.split()[-1]: feed.paused for feed in await day.store.feeds.all()} == {"there": False, "moved": True}


async def test_news_of_two_outlets_is_one_story(day: Day) -> None:
    """The articles of both stay, and each knows of the other."""
    day.press.outlet("one").items = items(5)
    day.press.outlet("other").items = items(5)
    await day.add("one")
    await day.add("other")
    await day.pass_time(1)
    (front,) = (await day.store.articles.newest()).headlines
    (other,) = (await day.store.articles.others_of_story(front.id)).headlines
    assert other.source != front.source


async def test_a_changed_article_is_updated_where_it_stands(day: Day) -> None:
    """An edited title, a corrected text, even another address: no second article as long as the feed calls it the same."""
    outlet = day.press.outlet("editing")
    outlet.items = items(7)
    await day.add("editing")
    await day.pass_time(1)
    outlet.items[0].title = "تیتر دیگری برای همان خبر"
    assert (await day.pass_time(3))["updated"] == 1
    outlet.items[0].extra = "این خبر تصحیح شد و شمار درختان درست شد."
    outlet.items[0].path = "7-another-slug"
    assert (await day.pass_time(3))["updated"] == 1
    (headline,) = (await day.store.articles.newest()).headlines
    article = await day.store.articles.get(headline.id)
    assert article is not None
    assert "تصحیح شد" in article.text
    assert article.origin == "page"
    assert article.url == day.press.url("editing", "7")


async def test_an_outlet_changes_its_addresses_and_its_guids(day: Day) -> None:
    """An address without its tracking tells an article when nothing else does."""
    outlet = day.press.outlet("renaming")
    outlet.items = items(8)
    await day.add("renaming")
    await day.pass_time(1)
    outlet.items[0].guid = "tag:new"
    await day.pass_time(6)
    assert len(await day.titles()) == 1


async def test_without_its_page_the_teaser_is_stored_and_says_so(day: Day) -> None:
    """A page that is no page of an article."""
    day.press.outlet("behind").items = [Item(9, MORNING, path="rss")]
    await day.add("behind")
    await day.pass_time(1)
    (headline,) = (await day.store.articles.newest()).headlines
    article = await day.store.articles.get(headline.id)
    assert article is not None
    assert article.origin == "teaser"


@pytest.mark.parametrize(("times", "asked", "origin"), [(1, 2, "page"), (99, 3, "teaser")])
async def test_a_page_that_is_busy_is_asked_for_again(day: Day, times: int, asked: int, origin: str) -> None:
    """The teaser is there meanwhile; after three times it is left at that."""
    outlet = day.press.outlet("busy")
    outlet.items, outlet.busy_pages = items(6), times
    await day.add("busy")
    await day.pass_time(0.1)
    (headline,) = (await day.store.articles.newest()).headlines
    assert outlet.pages == 1
    await day.pass_time(24)
    article = await day.store.articles.get(headline.id)
    assert article is not None
    assert (outlet.pages, article.origin) == (asked, origin)


async def test_a_dead_feed_is_told_of_once_after_days(day: Day) -> None:
    """Not at the first failure, and not again each day."""
    day.press.outlet("dead").answer = _status(500)
    await day.add("dead")
    await day.pass_time(48)
    assert day.told == []
    await day.pass_time(24 * 8)
    (word,) = day.told
    assert isinstance(word, FeedDied)
    assert word.since == MORNING or word.since - MORNING < timedelta(minutes=1)


async def test_a_feed_that_is_gone_is_paused(day: Day) -> None:
    """It is not asked again until the operator says so, and then at once."""
    day.press.outlet("gone").answer = _status(410)
    number = await day.add("gone")
    await day.pass_time(24)
    assert day.press.outlet("gone").asked == 1
    assert isinstance(day.told[0], FeedGone)
    await day.store.feeds.pause(number, paused=False)
    await day.pass_time(1)
    assert day.press.outlet("gone").asked == 2


async def test_retry_after_is_kept(day: Day) -> None:
    """A server that asks for five hours is left alone for five hours."""
    day.press.outlet("busy").answer = _status(429, {"Retry-After": str(5 * 3600)})
    await day.add("busy")
    await day.pass_time(4.9)
    assert day.press.outlet("busy").asked == 1
    await day.pass_time(1)
    assert day.press.outlet("busy").asked == 2


async def test_a_removed_feed_is_not_asked(day: Day) -> None:
    """Its articles stay."""
    day.press.outlet("short").items = items(4)
    number = await day.add("short")
    await day.pass_time(1)
    assert await day.store.feeds.remove(number)
    await day.pass_time(24)
    assert day.press.outlet("short").asked <= 6
    assert len(await day.titles()) == 1


async def test_a_very_long_feed_is_taken_in_parts(day: Day) -> None:
    """Nothing of it is lost, though no round takes more than its share."""
    day.press.outlet("long").items = items(*range(1000, 1100))
    await day.add("long")
    await day.pass_time(3)
    assert len(await day.titles()) == 100


def _status(status: int, headers: dict[str, str] | None = None):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers=headers)

    return answer


def _text(text: str, content_type: str):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(text=text, content_type=content_type)

    return answer


def _redirect(to: str, status: int):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": to})

    return answer


def _to(press: Press, name: str, status: int):
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": press.url(name)})

    return answer


async def _gzip_bomb(_: web.Request) -> web.StreamResponse:
    body = gzip.compress(b"\0" * 20_000_000)
    return web.Response(body=body, headers={"Content-Encoding": "gzip", "Content-Type": "application/rss+xml"})
