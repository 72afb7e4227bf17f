"""The worker's decisions about what Telegram says, with a real store and a sender that answers as told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.pace import Limit
from bot.delivery.plan import Message
from bot.delivery.worker import Pace, Worker
from bot.model.alert import Gone, Migrated, RetryAt, SendResult, Sent
from bot.model.article import Brief, NewArticle, Prepared
from bot.model.chat import ChatKey
from bot.storage.sqlite.store import SqliteStore

CHAT = ChatKey(5)
FAST = Pace(overall=Limit(1000, 1.0), a_chat=Limit(1000, 1.0), poll_s=0.02, first_wait_s=0.0)


class Telegram:
    """Answers each send with the next result, then with ``Sent``."""

    def __init__(self, *results: SendResult | Exception) -> None:
        self.results = list(results)
        self.sent: list[Message] = []

    async def send(self, message: Message) -> SendResult:
        """Note it and answer."""
        self.sent.append(message)
        result = self.results.pop(0) if self.results else Sent(1)
        if isinstance(result, Exception):
            raise result
        return result


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A store in which one chat waits for one story."""
    async with SqliteStore.open(tmp_path / "store.db") as opened:
        await opened.subscriptions.add(CHAT, "زلزله")
        article = NewArticle("زلزله در یزد", "زمین لرزید.", "نمونه", "", datetime.now(UTC))
        await opened.articles.add([Prepared(article, Brief(("زمین لرزید.",)))])
        yield opened


async def delivered(store: SqliteStore, telegram: Telegram, *, until: Callable[[], bool]) -> None:
    """Run a worker until something holds, then stop it cleanly."""
    worker = Worker(store.outbox, store.wishes, telegram, lambda: datetime.now(UTC), FAST, lambda: 0.0)
    task = asyncio.create_task(worker.run())
    async with asyncio.timeout(5):
        while not until():  # noqa: ASYNC110, any condition at all
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_429_waits_as_told(store: SqliteStore) -> None:
    """Nothing goes to the chat before the time Telegram gave."""
    telegram = Telegram(RetryAt(timedelta(seconds=0.5)))
    began = datetime.now(UTC)
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 2)
    assert datetime.now(UTC) - began >= timedelta(seconds=0.5)
    assert await store.outbox.count() == 0


async def test_a_gone_chat_gets_nothing_more(store: SqliteStore) -> None:
    """A chat that has blocked the bot is left alone, and its subscription is kept."""
    telegram = Telegram(Gone("blocked"))
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 1)
    assert await store.outbox.count() == 0
    assert len(await store.subscriptions.of_chat(CHAT)) == 1


async def test_a_supergroup_is_followed(store: SqliteStore) -> None:
    """What was for the old number goes to the new one."""
    telegram = Telegram(Migrated(-100))
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 2)
    assert telegram.sent[1].alerts[0].chat == ChatKey(-100)


async def test_a_crash_in_making_a_message_keeps_the_alert(store: SqliteStore) -> None:
    """An error of our own is tried again later and stops nothing."""
    telegram = Telegram(RuntimeError("boom"))
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 1)
    assert await store.outbox.count() == 1
