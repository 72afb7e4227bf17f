"""What a start without Telegram, or beside Telegram's readers, does and leaves alone."""

import asyncio
import socket
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import metrics, supply
from bot.app import opened_store, running
from bot.config import Settings, load_settings
from bot.errors import BotApiError, StoreError
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.chat import ChatKey
from bot.playground.server import Playground
from bot.say import say
from bot.telegram import application

TOKEN = "123456789:" + "A" * 35
ELSEWHERE = ChatKey(777000111)


async def test_a_server_that_refuses_the_token_is_told_in_one_line_without_it(settings: Settings) -> None:
    """Telegram's own words hold the token, and so would a traceback."""
    async with TestServer(web.Application()) as server:  # 404 to everything
        asked = load_settings(db=settings.db, seeds=settings.seeds, feeds=False, token=TOKEN, api_url=str(server.make_url("/")))
        with pytest.raises(BotApiError) as caught:
            async with running(asked):
                pass
    assert "***" in str(caught.value)
    assert TOKEN not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


async def test_a_start_waits_for_the_network(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A machine is often up before its network, or a proxy before its tunnel; each try is in the log, the token is not."""
    monkeypatch.setattr(application, "FIRST_PAUSE_S", 0.02)
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
    asked = load_settings(db=settings.db, seeds=settings.seeds, feeds=False, token=TOKEN, api_url=f"http://127.0.0.1:{port}")
    async with AsyncExitStack() as stack:
        start = asyncio.create_task(stack.enter_async_context(running(asked)))
        while "not reached" not in caplog.text:  # noqa: ASYNC110, nothing rings
            await asyncio.sleep(0.01)
        telegram = Playground(token=TOKEN, host="127.0.0.1", port=port)
        await telegram.start()
        stack.push_async_callback(telegram.stop)
        bot = await asyncio.wait_for(start, 10)
        assert bot.application.running
    assert TOKEN not in caplog.text


async def test_polling_begins_after_a_hiccup(settings: Settings) -> None:
    """The request before it, which drops a webhook, may be lost on the way."""
    telegram = Playground(token=TOKEN, host="127.0.0.1", port=0)
    telegram.faults.internal(method="deleteWebhook")
    async with AsyncExitStack() as stack:
        await telegram.start()
        stack.push_async_callback(telegram.stop)
        asked = load_settings(db=settings.db, seeds=settings.seeds, feeds=False, token=TOKEN, api_url=telegram.api_url)
        bot = await stack.enter_async_context(running(asked))
        assert bot.application.updater.running
    assert [one.method for one in telegram.requests].count("deleteWebhook") == 2


async def _waiting(settings: Settings) -> tuple[int, int]:
    """How many alerts wait, and how many subscriptions rest since their reader is gone."""
    async with opened_store(settings) as store:
        figures = await store.stats.figures(datetime.now(UTC))
        return await store.outbox.count(), figures.gone


async def test_alerts_of_telegrams_readers_wait_while_the_playground_runs(settings: Settings) -> None:
    """Neither ``say`` nor a start without a token sends them or puts their readers to rest."""
    now = datetime.now(UTC)
    async with opened_store(settings) as store:
        await store.subscriptions.add(ELSEWHERE, "زلزله")
        text = "زلزله‌ای به بزرگی پنج ریشتر استان کرمان را لرزاند و مردم به خیابان‌ها آمدند."
        await store.articles.add([prepare(Record(text=text, title="زلزله در کرمان", published=now), now=now)])
    await say(settings, ["/latest"])
    assert await _waiting(settings) == (1, 0)
    async with running(settings, playground_port=0):
        await asyncio.sleep(1.6)  # the worker waits 1.1 s before its first send
    assert 'gozideh_sends_total{outcome="RetryAt"}' in metrics.exposition().decode()
    assert await _waiting(settings) == (1, 0)


async def test_feeds_that_were_removed_do_not_come_back(settings: Settings) -> None:
    """A new store is given some; an operator who wants none of them has none at the next start."""
    with_feeds = settings.model_copy(update={"feeds": True})
    async with opened_store(settings) as store:
        async with supply.network(with_feeds, store, sample=False):
            given = await store.feeds.all()
        assert len(given) > 1
        for feed in given:
            await store.feeds.remove(feed.id)
        async with supply.network(with_feeds, store, sample=False):
            assert await store.feeds.all() == ()


async def test_removing_old_articles_goes_on_after_an_error(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked store ends neither the loop nor the stop."""
    rounds = []

    class Articles:
        async def drop_before(self, *_: object, **__: object) -> int:
            rounds.append(len(rounds))
            raise StoreError("database is locked")

    class Store:
        articles, feeds = Articles(), None

    monkeypatch.setattr(supply, "LOOKED_EVERY_S", 0.001)
    async with supply.supplied(settings.model_copy(update={"keep_days": 1}), Store(), None, None, sample=False):
        for _ in range(200):
            await asyncio.sleep(0.005)
            if len(rounds) > 2:
                break
    assert len(rounds) > 2
