"""The worker's decisions about what Telegram says, with a real store and a sender that answers as told."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.delivery.answers import Answers
from bot.delivery.budget import Budget
from bot.delivery.plan import Message
from bot.delivery.windows import Limit
from bot.delivery.worker import Pace, Worker
from bot.errors import StoreError
from bot.model.alert import Alert, Gone, Migrated, Outcome, Preferences, RetryAt, SendResult, Sent
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


class Hanging(Telegram):
    """Answers nothing until it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()

    async def send(self, message: Message) -> SendResult:
        """Note it and hang."""
        result = await super().send(message)
        await self.go_on.wait()
        return result


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A store in which one chat waits for one story."""
    async with SqliteStore.open(tmp_path / "store.db") as opened:
        await opened.subscriptions.add(CHAT, "زلزله")
        article = NewArticle("زلزله در یزد", "زمین لرزید.", "نمونه", "", datetime.now(UTC))
        await opened.articles.add([Prepared(article, Brief(("زمین لرزید.",)))])
        yield opened


def now_utc() -> datetime:
    """What time it is."""
    return datetime.now(UTC)


async def delivered(
    store: SqliteStore,
    telegram: Telegram,
    *,
    until: Callable[[], bool],
    pace: Pace = FAST,
    now: Callable[[], datetime] = now_utc,
) -> None:
    """Run a worker until something holds, then stop it cleanly."""
    worker = Worker(store.outbox, store.wishes, telegram, now, pace, lambda: 0.0)
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


async def test_an_answer_finds_a_place_while_alerts_hang(store: SqliteStore) -> None:
    """With as many sends under way as the worker lets hang, an answer still goes at once."""
    for chat in range(100, 140):
        await store.subscriptions.add(ChatKey(chat), "سیل")
    article = NewArticle("سیل در یزد", "آب آمد.", "نمونه", "", datetime.now(UTC))
    await store.articles.add([Prepared(article, Brief(("آب آمد.",)))])
    budget, telegram = Budget(), Hanging()
    answers, pace = Answers(budget), replace(Pace(), gap_s=0.0, first_wait_s=0.0, poll_s=0.02)
    worker = Worker(store.outbox, store.wishes, telegram, lambda: datetime.now(UTC), pace, budget=budget)
    task = asyncio.create_task(worker.run())
    async with asyncio.timeout(5):
        while len(telegram.sent) < pace.in_flight:  # noqa: ASYNC110, nothing rings
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    assert len(telegram.sent) == pace.in_flight
    async with asyncio.timeout(1), answers.turn(100):
        pass
    telegram.go_on.set()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


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


async def test_a_clean_stop_waits_for_a_send_and_repeats_nothing(store: SqliteStore) -> None:
    """However slow Telegram is: what arrives within the time of a send is recorded before the worker ends."""
    telegram = Hanging()
    worker = Worker(store.outbox, store.wishes, telegram, now_utc, replace(FAST, send_within_s=5.0), lambda: 0.0)
    task = asyncio.create_task(worker.run())
    async with asyncio.timeout(5):
        while not telegram.sent:  # noqa: ASYNC110, nothing rings
            await asyncio.sleep(0.01)
    task.cancel()
    assert not (await asyncio.wait((task,), timeout=0.3))[0]
    telegram.go_on.set()
    await asyncio.wait_for(asyncio.gather(task, return_exceptions=True), 2)
    assert await store.outbox.count() == 0


async def test_a_stop_does_not_wait_for_ever(store: SqliteStore) -> None:
    """A send that is never over is given up in its time, and its alert kept."""
    telegram = Hanging()
    began = asyncio.get_running_loop().time()
    await delivered(store, telegram, until=lambda: bool(telegram.sent), pace=replace(FAST, send_within_s=0.4))
    assert 0.3 < asyncio.get_running_loop().time() - began < 3
    assert await store.outbox.count() == 1
    claimed = await store.outbox.claim(now_utc() + timedelta(minutes=1), timedelta(minutes=1), chats=1)
    assert [one.attempts for one in claimed[CHAT]] == [1]


NIGHT = Preferences(zone="UTC", quiet_from=time(23), quiet_to=time(7))
OTHER = ChatKey(6)
ONE_BY_ONE = replace(FAST, overall=Limit(1, 0.3), fresh_s=0.0)


async def another(store: SqliteStore, wishes: Preferences) -> None:
    """A second chat that waits for the same story, with wishes of its own; the first is served before it."""
    await store.subscriptions.add(OTHER, "سیل")
    await store.wishes.set(OTHER, wishes)
    article = NewArticle("سیل در یزد", "آب آمد.", "نمونه", "", datetime.now(UTC))
    await store.articles.add([Prepared(article, Brief(("آب آمد.",)))])


async def test_quiet_hours_that_begin_while_a_message_is_in_hand_are_kept(store: SqliteStore, tmp_path: Path) -> None:
    """It waits in the store, untried, and comes in the morning as what was held."""
    late = datetime.now(UTC).replace(hour=22, minute=59) + timedelta(days=1)
    ahead = [late - datetime.now(UTC)]
    await another(store, NIGHT)

    class Striking(Telegram):
        """It strikes eleven while the first message is under way."""

        async def send(self, message: Message) -> SendResult:
            """Note it and answer."""
            if not self.sent:
                ahead[0] += timedelta(minutes=2)
            return await super().send(message)

    telegram = Striking()

    def now() -> datetime:
        return datetime.now(UTC) + ahead[0]

    began = datetime.now(UTC)
    await delivered(store, telegram, until=lambda: datetime.now(UTC) - began > timedelta(seconds=0.8), pace=ONE_BY_ONE, now=now)
    assert [one.chat for one in telegram.sent] == [CHAT]
    assert await store.outbox.count() == 1
    ahead[0] += timedelta(hours=8)
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 2, pace=ONE_BY_ONE, now=now)
    held = telegram.sent[1]
    assert (held.chat, held.kind, held.alerts[0].attempts) == (OTHER, "digest", 0)


@pytest.mark.parametrize("paused", [True, False])
async def test_what_is_changed_while_a_message_is_in_hand_is_heeded(store: SqliteStore, *, paused: bool) -> None:
    """A pause keeps it for later; where its subscription is dropped it never comes."""
    await another(store, Preferences())

    class Changing(Telegram):
        """Somebody changes something while the first message is under way."""

        async def send(self, message: Message) -> SendResult:
            """Note it and answer."""
            if not self.sent and paused:
                await store.wishes.set(OTHER, Preferences(paused_until=datetime.now(UTC) + timedelta(days=1)))
            elif not self.sent:
                await store.subscriptions.remove_all(OTHER)
            return await super().send(message)

    telegram, began = Changing(), datetime.now(UTC)
    await delivered(store, telegram, until=lambda: datetime.now(UTC) - began > timedelta(seconds=0.8), pace=ONE_BY_ONE)
    assert [one.chat for one in telegram.sent] == [CHAT]
    assert await store.outbox.count() == int(paused)


async def test_wishes_that_change_while_alerts_are_planned_are_heeded(store: SqliteStore) -> None:
    """What was put off by wishes that hold no more comes at once."""
    paused = Preferences(paused_until=datetime.now(UTC) + timedelta(days=1))
    await store.wishes.set(CHAT, paused)
    look_again = store.outbox.look_again

    async def slowly(alerts: Sequence[Alert], at: datetime) -> None:
        await store.wishes.set(CHAT, Preferences())
        await look_again(alerts, at)

    store.outbox.look_again = slowly  # type: ignore[method-assign]
    telegram = Telegram()
    await delivered(store, telegram, until=lambda: len(telegram.sent) == 1)
    assert await store.outbox.count() == 0
