"""Articles that come in by themselves while the bot runs, links in the chat, and the list of sources."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot import metrics
from bot.app import running
from bot.config import Settings
from bot.playground.feeds import OUTLETS
from bot.telegram import messages
from tests.flows.conftest import Reader, button


@pytest.fixture
async def supplied(settings: Settings) -> AsyncIterator[Reader]:
    """A person in front of a bot whose feeds are fetched, once the first articles have come."""
    async with running(settings.model_copy(update={"feeds": True}), playground_port=0) as bot:
        reader = Reader(bot)
        for _ in range(200):
            page = await bot.store.articles.newest(limit=1)
            if page.headlines and page.headlines[0].source in OUTLETS:
                break
            await asyncio.sleep(0.05)
        yield reader


async def test_new_articles_arrive_while_one_looks(supplied: Reader) -> None:
    """The playground has a press of its own, and its articles are fetched from their pages."""
    page = await supplied.bot.store.articles.newest(limit=5)
    came = [one for one in page.headlines if one.source in OUTLETS]
    assert came
    article = await supplied.bot.store.articles.get(came[0].id)
    assert article is not None
    assert article.origin == "page"
    figures = metrics.exposition().decode()
    assert 'gozideh_fetches_total{outcome="Fetched"}' in figures
    assert 'gozideh_articles_total{outcome="added"}' in figures


async def test_a_link_is_summarized(supplied: Reader) -> None:
    """What its page says, with the link under it."""
    page = await supplied.bot.store.articles.newest(limit=5)
    came = next(one for one in page.headlines if one.source in OUTLETS)
    article = await supplied.bot.store.articles.get(came.id)
    assert article is not None
    (said,) = await supplied.say(article.url)
    assert button(said, messages.LINK).url == article.url
    assert len(said.text.split()) > 10


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://169.254.169.254/latest/meta-data", "http://localhost/admin"])
async def test_a_link_to_a_private_address_is_refused(reader: Reader, url: str) -> None:
    """The bot opens nothing behind its own wall."""
    (said,) = await reader.say(url)
    assert said.text == messages.LINK_REASONS["address"]


async def test_links_are_rationed(reader: Reader) -> None:
    """A few a minute for each person."""
    said = [(await reader.say("http://127.0.0.1:1/"))[0].text for _ in range(6)]
    assert said[-1] == messages.TOO_MANY_LINKS


async def test_the_owner_sees_and_pauses_sources(supplied: Reader) -> None:
    """The first person of the playground runs the bot there."""
    (listed,) = await supplied.say("/sources")
    assert all(name in listed.text for name in OUTLETS)
    paused = await supplied.press(listed, messages.pause_feed(1))
    assert messages.FEED_PAUSED in paused.text
    assert (await supplied.bot.store.feeds.all())[0].paused


async def test_nobody_else_sees_them(reader: Reader) -> None:
    """A second person is told that it is not theirs."""
    other = reader.playground.person(name="امیر", language="fa")
    sent = await other.say("/sources")
    await reader.playground.settled(sent.chat_id, after=sent, timeout_s=20)
    assert reader.playground.messages(other.chat)[-1].text == messages.OWNERS_ONLY


async def test_what_is_no_feed_is_said(reader: Reader) -> None:
    """With the reason, in Persian."""
    (said,) = await reader.say("/sources http://127.0.0.1:1/rss نام")
    assert said.text == messages.LINK_REASONS["address"]
