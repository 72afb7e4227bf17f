"""The worker's decisions about what Telegram says, with a real store and a sender that answers as told."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.plan import Message
from bot.delivery.windows import Limit
from bot.delivery.worker import Pace, Worker
from bot.errors import StoreError
from bot.model.alert import Gone, Migrated, Outcome, RetryAt, SendResult, Sent
from bot.model.article import Brief, NewArticle, Prepared
from bot.model.chat import ChatKey
from bot.storage.sqlite.store import SqliteStore

CHAT = ChatKey(5)
FAST = Pace(overall=Limit(1000, 1.0), gap_s=0.0, a_chat=Limit(1000, 1.0), poll_s=0.02, first_wait_s=0.0)


class Telegram:
    """Answers each send with the next result, then with ``Sent``."""

    def __init__(self, *results: SendResult | Exception) -> None:
        self.results = list(results)
        self.sent: list[Message] = []
        self.at: list[datetime] = []

    async def send(self, message: Message) -> SendResult:
        """Note it and answer."""
        self.sent.append(message)
        self.at.append(datetime.now(UTC))
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


async def delivered(store: SqliteStore, telegram: Telegram, *, until: Callable[[], bool], pace: Pace = FAST) -> None:
    """Run a worker until something holds, then stop it cleanly."""
    worker = Worker(store.outbox, store.wishes, telegram, lambda: datetime.now(UTC), pace, lambda: 0.0)
    task = asyncio.create_task(worker.run())
    async with asyncio.timeout(5):
        while not until():  # noqa: ASYNC110, any condition at all
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def articles_of(*given: Telegram) -> set[int]:
    """What was told of."""
    return {one.alerts[0].article_id for telegram in given for one in telegram.sent}


async def nothing(recording: "asyncio.Task[None]") -> None:
    """What a killed worker does at its end."""
    recording.cancel()


async def killed(store: SqliteStore, telegram: Telegram, *, until: Callable[[], bool], pace: Pace) -> None:
    """Run a worker until something holds, then let it do no more: nothing is recorded and nothing given back after that."""
    worker = Worker(store.outbox, store.wishes, telegram, lambda: datetime.now(UTC), pace, lambda: 0.0)
    before = asyncio.all_tasks()
    asyncio.create_task(worker.run())  # noqa: RUF006, it is found among all tasks
    async with asyncio.timeout(5):
        while not until():  # noqa: ASYNC110, any condition at all
            await asyncio.sleep(0.001)
    worker._stop = nothing  # type: ignore[method-assign]
    for task in asyncio.all_tasks() - before:
        task.cancel()
    await asyncio.sleep(0.05)


async def test_a_429_waits_as_told(store: SqliteStore) -> None:
    """Nothing goes to the chat before the time Telegram gave."""
    telegram = Telegram(RetryAt(timedelta(seconds=0.5)))
    began = datetime.now(UTC)
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 2)
    assert datetime.now(UTC) - began >= timedelta(seconds=0.5)
    assert await store.outbox.count() == 0


async def test_a_429_longer_than_the_lease_waits_over_a_restart(store: SqliteStore) -> None:
    """Another worker that starts meanwhile sends the chat nothing before the time, new alerts included."""
    first, second = Telegram(RetryAt(timedelta(seconds=1.5))), Telegram()
    brief = replace(FAST, lease=timedelta(seconds=0.2))
    began = datetime.now(UTC)
    await delivered(store, first, until=lambda: len(first.sent) == 1, pace=brief)
    article = NewArticle("زلزله در کاشان", "خانه‌ها ماندند.", "نمونه", "", datetime.now(UTC))
    await store.articles.add([Prepared(article, Brief(("خانه‌ها ماندند.",)))])
    await delivered(store, second, until=lambda: len(second.sent) == 2, pace=brief)
    assert len(first.sent) == 1
    assert second.at[0] - began >= timedelta(seconds=1.5)


async def test_a_groups_limit_is_kept_over_a_restart(tmp_path: Path) -> None:
    """What a worker sent before it was killed counts for the next one, and so does the one message of which no record tells."""
    limit = Limit(4, 1.5)
    async with SqliteStore.open(tmp_path / "store.db") as store:
        await store.subscriptions.add(ChatKey(-5), "زلزله")
        towns = ("یزد", "کاشان", "تبریز", "ساری", "گرگان")
        articles = [NewArticle(f"زلزله در {one}", f"زمین {one} لرزید.", "نمونه", "", datetime.now(UTC)) for one in towns]
        await store.articles.add([Prepared(one, Brief((one.text,))) for one in articles])
        pace = replace(FAST, a_chat=Limit(1, 0.15), a_group=limit, lease=timedelta(seconds=0.2))
        first, second = Telegram(), Telegram()
        await killed(store, first, until=lambda: len(first.sent) == 3, pace=pace)
        await delivered(store, second, until=lambda: articles_of(first, second) == {1, 2, 3, 4, 5}, pace=pace)
    times = [*first.at, *second.at]
    windows = [sum(at <= other < at + timedelta(seconds=limit.period_s) for other in times) for at in times]
    assert max(windows) <= limit.count
    assert len(times) <= 6


async def test_many_results_are_recorded_together(store: SqliteStore) -> None:
    """What is over at about the same time takes one transaction; nothing of it is lost or sent again."""
    for chat in range(100, 140):
        await store.subscriptions.add(ChatKey(chat), "سیل")
    article = NewArticle("سیل در یزد", "آب آمد.", "نمونه", "", datetime.now(UTC))
    await store.articles.add([Prepared(article, Brief(("آب آمد.",)))])
    telegram, batches = Telegram(), []
    record = store.outbox.record

    async def counted(outcomes: Sequence[Outcome]) -> None:
        batches.append(len(outcomes))
        await record(outcomes)

    store.outbox.record = counted  # type: ignore[method-assign]
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 41)
    assert sum(batches) == 41
    assert len(batches) < 20
    assert await store.outbox.count() == 0


async def test_a_record_that_fails_once_is_tried_again(store: SqliteStore) -> None:
    """A store that is busy for a moment makes nothing come twice."""
    telegram, failures = Telegram(), [StoreError("busy")]
    record = store.outbox.record

    async def failing(outcomes: Sequence[Outcome]) -> None:
        if failures:
            raise failures.pop()
        await record(outcomes)

    store.outbox.record = failing  # type: ignore[method-assign]
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 1)
    assert await store.outbox.count() == 0
    assert len(telegram.sent) == 1


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


async def test_what_waits_long_in_hand_is_planned_anew_and_still_comes(store: SqliteStore) -> None:
    """Where far more is in hand than can be sent within the lease, all is sent all the same, once."""
    for chat in range(100, 160):
        await store.subscriptions.add(ChatKey(chat), "سیل")
    article = NewArticle("سیل در یزد", "آب آمد.", "نمونه", "", datetime.now(UTC))
    await store.articles.add([Prepared(article, Brief(("آب آمد.",)))])
    telegram = Telegram()
    slow = replace(FAST, overall=Limit(10, 0.2), lease=timedelta(seconds=0.4))
    await delivered(store, telegram, until=lambda: len(telegram.sent) >= 61, pace=slow)
    assert len({message.chat for message in telegram.sent}) == len(telegram.sent) == 61


async def test_a_crash_in_making_a_message_keeps_the_alert(store: SqliteStore) -> None:
    """An error of our own is tried again later and stops nothing."""
    telegram = Telegram(RuntimeError("boom"))
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 1)
    assert await store.outbox.count() == 1


async def test_a_forum_of_many_topics_keeps_nobody_waiting(tmp_path: Path) -> None:
    """A group's limit holds for all its topics together; while they wait for it, other chats are served."""
    async with SqliteStore.open(tmp_path / "store.db") as store:
        for topic in range(1, 60):
            await store.subscriptions.add(ChatKey(-5, topic), "سیل")
        await store.subscriptions.add(CHAT, "سیل")
        article = NewArticle("سیل در یزد", "آب آمد.", "نمونه", "", datetime.now(UTC))
        await store.articles.add([Prepared(article, Brief(("آب آمد.",)))])
        telegram, pace = Telegram(), replace(FAST, in_hand=20, a_group=Limit(2, 60.0))
        await delivered(store, telegram, until=lambda: any(one.chat == CHAT for one in telegram.sent), pace=pace)
    assert len(telegram.sent) <= 3


async def test_one_chat_that_is_told_to_wait_again_and_again_holds_no_other_up(store: SqliteStore) -> None:
    """Five 429 in a row are meant for the bot when they come from five chats, not when one chat alone is tried."""
    later = ChatKey(6)

    class Refusing(Telegram):
        """Refuses the first chat, at the fifth time for long; then a story for another chat comes in."""

        async def send(self, message: Message) -> SendResult:
            """Note it and answer."""
            self.sent.append(message)
            if message.chat == later:
                return Sent(1)
            if len(self.sent) == 5:
                await store.subscriptions.add(later, "سیل")
                article = NewArticle("سیل در یزد", "آب آمد.", "نمونه", "", datetime.now(UTC))
                await store.articles.add([Prepared(article, Brief(("آب آمد.",)))])
            return RetryAt(timedelta(seconds=60 if len(self.sent) == 5 else 0.01))

    telegram = Refusing()
    await delivered(store, telegram, until=lambda: any(one.chat == later for one in telegram.sent))
    assert [one.chat for one in telegram.sent] == [CHAT] * 5 + [later]
