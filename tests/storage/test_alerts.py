"""What every store promises about subscriptions, wishes and the outbox."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from bot.model.alert import (
    MAX_SUBSCRIPTIONS,
    Alert,
    Closed,
    Gone,
    Migrated,
    Outcome,
    Preferences,
    Refused,
    RetryAt,
    SendResult,
    Sent,
)
from bot.model.article import Brief, Prepared
from bot.model.chat import ChatKey
from bot.ports.store import Store
from bot.storage.sqlite.store import SqliteStore
from tests.storage.making import NOON, prepared

SARA, GROUP = ChatKey(5), ChatKey(-77, 3)
LEASE = timedelta(minutes=1)
QUAKE = (
    "زمین‌لرزه‌ای به بزرگی پنج ریشتر بامداد امروز شهر راور در استان کرمان را لرزاند و گروه‌های ارزیاب هلال احمر به روستاهای"
    " اطراف اعزام شدند. کانون آن در عمق ده کیلومتری بود و فرماندار از قطع برق در هفت روستا خبر داد."
)


async def claim(store: Store, chat: ChatKey, now: datetime) -> tuple[Alert, ...]:
    """What a chat is given when it alone waits."""
    claimed = await store.outbox.claim(now, LEASE, chats=9)
    assert set(claimed) <= {chat}
    return claimed.get(chat, ())


async def record(
    store: Store, alerts: Sequence[Alert], result: SendResult, now: datetime, again_at: datetime | None = None
) -> None:
    """Write down what became of one message."""
    await store.outbox.record([Outcome(tuple(alerts), result, now, again_at)])


def quake(number: int = 0, *, text: str = "زمین لرزید.", minutes: int = 0, url: str = "") -> Prepared:
    """A story that «زلزله» meets."""
    return prepared(f"زلزله در شهر {number}", text, minutes=minutes, url=url)


async def test_a_chat_has_each_query_once_and_fifty_at_most(store: Store) -> None:
    """The same query gives the subscription there is; the fifty-first is refused, and other chats are not touched."""
    first = await store.subscriptions.add(SARA, "زلزله")
    assert first is not None
    assert await store.subscriptions.add(SARA, "زلزله") == first
    for number in range(MAX_SUBSCRIPTIONS - 1):
        assert await store.subscriptions.add(SARA, f"واژه{number}")
    assert await store.subscriptions.add(SARA, "یکی دیگر") is None
    assert await store.subscriptions.get(first.id, GROUP) is None
    assert await store.subscriptions.remove_all(SARA) == MAX_SUBSCRIPTIONS
    assert await store.subscriptions.of_chat(SARA) == ()


async def test_wishes_come_back_as_they_were_set(store: Store) -> None:
    """All that a chat may wish is kept; a chat without wishes has the usual ones."""
    wishes = Preferences("Europe/Berlin", "digest", (time(7, 30),), time(0), time(8), True, NOON)
    await store.wishes.set(GROUP, wishes)
    assert await store.wishes.get(GROUP) == wishes
    assert await store.wishes.get(SARA) == Preferences()


async def test_a_story_waits_once_for_each_chat_it_meets(store: Store) -> None:
    """Two subscriptions of a chat that one article meets make one alert; both are said to have brought it."""
    one, two = await store.subscriptions.add(SARA, "زلزله"), await store.subscriptions.add(SARA, "شهر")
    await store.subscriptions.add(GROUP, "سیل")
    assert one
    assert two
    await store.articles.add([quake(1)])
    (alert,) = await claim(store, SARA, NOON)
    assert await claim(store, SARA, NOON) == ()
    await record(store, [alert], Sent(1), NOON)
    assert await store.outbox.count() == 0
    assert await store.subscriptions.brought(SARA, NOON) == {one.id: 1, two.id: 1}
    assert alert.queries == (one.query, two.query)
    assert await store.outbox.told_at([SARA, GROUP], NOON) == {SARA: (NOON,)}
    assert await store.outbox.told_at([SARA], NOON + LEASE) == {}


async def test_a_lease_that_is_over_gives_the_alert_again(store: Store) -> None:
    """What was claimed and never recorded is not lost."""
    await store.subscriptions.add(SARA, "زلزله")
    await store.articles.add([quake()])
    first = await claim(store, SARA, NOON)
    assert await claim(store, SARA, NOON + LEASE / 2) == ()
    assert await claim(store, SARA, NOON + LEASE) == first


async def test_changes_of_subscriptions_are_met_by_later_articles(store: Store) -> None:
    """Paused, changed and removed subscriptions bring nothing any more; woken and changed ones bring what they ask for."""
    one = await store.subscriptions.add(SARA, "زلزله")
    assert one
    await store.articles.add([quake(1)])
    assert await store.outbox.count() == 1
    assert await store.subscriptions.pause(one.id, SARA, paused=True)
    assert await store.outbox.count() == 0
    await store.articles.add([quake(2)])
    assert await store.outbox.count() == 0
    assert await store.subscriptions.pause(one.id, SARA, paused=False)
    assert await store.subscriptions.change(one.id, SARA, "سیل")
    await store.articles.add([quake(3), prepared("سیل در شهر", "آب آمد.")])
    assert await store.outbox.count() == 1
    assert await store.subscriptions.remove(one.id, SARA)
    assert await store.outbox.count() == 0


async def test_what_another_subscription_waits_for_outlives_a_pause(store: Store) -> None:
    """It goes when the last that waits for it rests."""
    one, two = await store.subscriptions.add(SARA, "زلزله"), await store.subscriptions.add(SARA, "شهر")
    assert one
    assert two
    await store.articles.add([quake()])
    await store.subscriptions.pause(one.id, SARA, paused=True)
    assert await store.outbox.count() == 1
    await store.subscriptions.pause(two.id, SARA, paused=True)
    assert await store.outbox.count() == 0


async def test_a_subscription_made_in_another_process_is_met(tmp_path: Path) -> None:
    """An import that runs beside the bot knows what was asked for since it began."""
    path = tmp_path / "store.db"
    async with SqliteStore.open(path, now=lambda: NOON) as bot, SqliteStore.open(path, now=lambda: NOON) as importing:
        await bot.subscriptions.add(SARA, "سیل")
        await importing.articles.add([quake(1)])
        await bot.subscriptions.add(SARA, "زلزله")
        await importing.articles.add([quake(2)])
        assert await bot.outbox.count() == 1


async def test_a_story_stays_told_when_its_article_is_removed(store: Store) -> None:
    """Where few days are kept, who tells it again the day after brings no second alert; when it is over, it is forgotten."""
    await store.subscriptions.add(SARA, "کرمان")
    day = timedelta(days=1)
    first, second, third = (
        prepared("زلزله راور را لرزاند", f"{QUAKE} {more}", minutes=minutes, source=more)
        for more, minutes in (("یک.", -1500), ("دو.", -600), ("سه.", 0))
    )
    await store.articles.add([first])
    await record(store, await claim(store, SARA, NOON), Sent(1), NOON - day)
    await store.articles.add([second])
    assert await store.articles.drop_before(NOON - day) == 1
    await store.articles.add([third])
    assert await store.outbox.count() == 0
    await store.articles.drop_before(NOON + 30 * day)
    assert await store.outbox.told_at([SARA], NOON - 2 * day) == {}


async def test_old_articles_alert_nobody(store: Store) -> None:
    """An archive that is imported is no news."""
    await store.subscriptions.add(SARA, "زلزله")
    await store.articles.add([quake(minutes=-60 * 24 * 3)])
    assert await store.outbox.count() == 0


async def test_of_a_groups_topics_one_is_taken_at_a_time(store: Store) -> None:
    """They share one limit; while one is in hand the others wait, and so do none but they."""
    for chat in (ChatKey(-9, 1), ChatKey(-9, 2), SARA):
        await store.subscriptions.add(chat, "زلزله")
    await store.articles.add([quake()])
    first = await store.outbox.claim(NOON, LEASE, chats=2)
    assert set(first) == {ChatKey(-9, 1), SARA}
    assert await store.outbox.claim(NOON, LEASE, chats=2, busy=tuple(first)) == {}
    assert set(await store.outbox.claim(NOON, LEASE, chats=2, busy=[SARA])) == {ChatKey(-9, 2)}


async def test_much_new_text_is_a_development_and_little_is_not(store: Store) -> None:
    """A told story comes again, marked, when much of its text is new and an hour has passed."""
    await store.subscriptions.add(SARA, "زلزله")
    await store.articles.add([quake(url="https://a.example/1")])
    alerts = await claim(store, SARA, NOON)
    await record(store, alerts, Sent(1), NOON - timedelta(hours=2))
    await store.articles.add([quake(text="زمین باز لرزید.", url="https://a.example/1")])
    assert await store.outbox.count() == 0
    longer = " ".join(f"واژه{number}" for number in range(200))
    await store.articles.add([quake(text=longer, url="https://a.example/1")])
    (alert,) = await claim(store, SARA, NOON)
    assert alert.development


@pytest.mark.parametrize("sent", [True, False])
async def test_a_teaser_whose_page_joins_a_story_is_told_once(store: Store, sent: bool) -> None:
    """What was told under the teaser's own story, and what waits there, is the joined story's."""
    await store.articles.add([prepared("زلزله در راور", QUAKE, url="https://a.example/1")])
    await store.subscriptions.add(SARA, "زلزله")
    await store.articles.add([prepared("زلزله راور", "راور لرزید.", url="https://b.example/2")])
    if sent:
        await record(store, await claim(store, SARA, NOON), Sent(1), NOON)
    await store.articles.add([prepared("زلزله راور", QUAKE + " مدارس باز است.", url="https://b.example/2")])
    assert len(await claim(store, SARA, NOON + LEASE)) == (0 if sent else 1)


async def test_what_was_under_way_when_its_page_joined_a_story_is_told_under_that_story(store: Store) -> None:
    """A third report of it is no news to the chat."""
    await store.articles.add([prepared("زلزله در راور", QUAKE, url="https://a.example/1")])
    await store.subscriptions.add(SARA, "زلزله")
    await store.articles.add([prepared("زلزله راور", "راور لرزید.", url="https://b.example/2")])
    under_way = await claim(store, SARA, NOON)
    assert len(under_way) == 1
    await store.articles.add([prepared("زلزله راور", QUAKE, url="https://b.example/2")])
    await record(store, under_way, Sent(1), NOON)
    await store.articles.add([prepared("زلزله در راور کرمان", QUAKE, url="https://c.example/3")])
    later = await claim(store, SARA, NOON + timedelta(hours=3))
    assert all(one.development for one in later)


async def test_a_failed_send_waits_and_a_refused_one_ends(store: Store) -> None:
    """RetryAt keeps the alert until its time and counts; Refused ends it."""
    await store.subscriptions.add(SARA, "زلزله")
    await store.articles.add([quake()])
    alerts = await claim(store, SARA, NOON)
    await record(store, alerts, RetryAt(), NOON, NOON + timedelta(hours=1))
    assert await claim(store, SARA, NOON + timedelta(minutes=59)) == ()
    (alert,) = await claim(store, SARA, NOON + timedelta(hours=1))
    assert alert.attempts == 1
    await record(store, [alert], Refused("no"), NOON)
    assert await store.outbox.count() == 0


async def test_a_chat_told_to_wait_is_given_nothing_until_then(store: Store) -> None:
    """Not what failed, nor what comes in meanwhile, longer than any lease and in whichever topic; others are not touched."""
    for chat in (SARA, GROUP, ChatKey(GROUP.chat_id, 9)):
        await store.subscriptions.add(chat, "زلزله")
    await store.articles.add([quake(1)])
    claimed = await store.outbox.claim(NOON, LEASE, chats=9)
    await record(store, claimed[GROUP], RetryAt(timedelta(hours=1)), NOON, NOON + timedelta(hours=1))
    await store.articles.add([prepared("زلزله در شهر دیگر", "خانه‌ها ماندند و کسی نرفت.")])
    assert set(await store.outbox.claim(NOON + timedelta(minutes=59), LEASE, chats=9)) == {SARA}
    later = [await store.outbox.claim(NOON + timedelta(hours=1), LEASE, chats=9, busy=[SARA]) for _ in range(2)]
    assert {chat: len(alerts) for one in later for chat, alerts in one.items()} == {GROUP: 2, ChatKey(GROUP.chat_id, 9): 2}


async def test_a_story_that_goes_on_while_it_waits_is_told_once_by_the_longest(store: Store) -> None:
    """A development of a story that has not been told is folded into its alert; a shorter article changes nothing."""
    await store.subscriptions.add(SARA, "زلزله")
    text = "زمین در سحرگاه شهر را لرزاند و مردم به خیابان آمدند و تا ظهر به خانه بازنگشتند."
    await store.articles.add([quake(text=text, url="https://a.example/1")])
    await store.articles.add([quake(text=text + " فرماندار گفت کسی آسیب ندید.", url="https://b.example/1")])
    await store.articles.add([quake(text=text, url="https://c.example/1")])
    (alert,) = await claim(store, SARA, NOON)
    told = await store.articles.get(alert.article_id)
    assert told is not None
    assert told.url == "https://b.example/1"
    assert not alert.development


@pytest.mark.parametrize("address", ["https://a.example/1", "https://b.example/1"])
async def test_a_story_that_goes_on_while_its_alert_is_under_way_comes_later(store: Store, address: str) -> None:
    """Changed where it stood or told by another outlet: an hour later it is a development, sent once; little new is none."""
    await store.subscriptions.add(SARA, "زلزله")
    text = " ".join(f"سخن{number}" for number in range(160))
    await store.articles.add(
        [quake(text=text, url="https://a.example/1"), quake(8, text="کوه در شب فرو ریخت.", url="https://a.example/8")]
    )
    since = NOON - timedelta(seconds=1)
    claimed = await claim(store, SARA, NOON)
    longer = f"{text} {' '.join(f'واژه{number}' for number in range(130))}"
    await store.articles.add([quake(text=longer, url=address), quake(8, text="کوه در شب باز فرو ریخت.", url="https://a.example/8")])
    await store.outbox.record([Outcome(claimed, Sent(1), NOON, since=since)])
    assert await claim(store, SARA, NOON + timedelta(minutes=59)) == ()
    (again,) = await claim(store, SARA, NOON + timedelta(hours=1))
    assert again.development
    assert again.attempts == 0
    told = await store.articles.get(again.article_id)
    assert told is not None
    assert told.text == longer
    await record(store, [again], Sent(2), NOON + timedelta(hours=1))
    assert await store.outbox.count() == 0


async def test_when_messages_went_is_told_by_chat_and_by_number(store: Store) -> None:
    """A chat's burst is of its topic; Telegram's limit is of all topics of the group."""
    other = ChatKey(GROUP.chat_id, 9)
    for number, chat in enumerate((GROUP, other)):
        await store.subscriptions.add(chat, "زلزله")
        await store.articles.add([prepared(f"زلزله {number}", f"خبر شمارهٔ {number} از زمین.")])
        topics = [await store.outbox.claim(NOON, LEASE, chats=9) for _ in range(2)]
        outcomes = [Outcome(alerts, Sent(1), NOON + LEASE * number) for one in topics for alerts in one.values()]
        await store.outbox.record(outcomes)
    assert (await store.outbox.told_at([other], NOON)) == {other: (NOON + LEASE,)}
    assert (await store.outbox.sent_at([GROUP.chat_id, 5], NOON)) == {GROUP.chat_id: (NOON, NOON + LEASE)}
    assert await store.outbox.sent_at([GROUP.chat_id], NOON + LEASE * 2) == {}


async def test_a_move_told_twice_is_one(store: Store) -> None:
    """An update and a refused send both tell of it; what the new chat has by then stays."""
    await store.subscriptions.add(GROUP, "زلزله")
    kept = await store.kept.keep(GROUP.chat_id, "متن", Brief(()))
    await store.outbox.moved(GROUP.chat_id, -100)
    await store.subscriptions.add(ChatKey(-100, GROUP.thread_id), "سیل")
    await store.outbox.moved(GROUP.chat_id, -100)
    assert await store.kept.get(kept, -100)
    await store.outbox.moved(-100, -100)
    assert len(await store.subscriptions.of_chat(ChatKey(-100, GROUP.thread_id))) == 2


async def test_a_chat_that_is_gone_rests_and_comes_back(store: Store) -> None:
    """Its subscriptions stay and bring nothing until it lets the bot in again."""
    await store.subscriptions.add(GROUP, "زلزله")
    await store.articles.add([quake(1)])
    await record(store, await claim(store, GROUP, NOON), Gone("blocked"), NOON)
    await store.articles.add([quake(2)])
    assert await store.outbox.count() == 0
    assert len(await store.subscriptions.of_chat(GROUP)) == 1
    await store.outbox.came_back(ChatKey(GROUP.chat_id))
    await store.articles.add([quake(3)])
    assert await store.outbox.count() == 1


async def test_a_closed_chat_keeps_its_alerts_until_it_comes_back(store: Store) -> None:
    """Untried, however long it takes; meanwhile its subscriptions bring nothing, and other topics of the group are not touched."""
    other = ChatKey(GROUP.chat_id, GROUP.thread_id + 1)
    for chat in (GROUP, other):
        await store.subscriptions.add(chat, "زلزله")
    await store.articles.add([quake(1), quake(2)])
    claimed = await store.outbox.claim(NOON, LEASE, chats=9)
    await record(store, claimed[GROUP][:1], Closed("TOPIC_CLOSED"), NOON)
    await store.articles.add([quake(3)])
    later = NOON + timedelta(days=30)
    assert len(await claim(store, other, later)) == 3
    assert await store.outbox.count() == 5
    await store.outbox.came_back(GROUP)
    assert [alert.attempts for alert in await claim(store, GROUP, later)] == [0, 0]


async def test_a_supergroup_gets_what_the_group_had(store: Store) -> None:
    """Subscriptions, wishes and waiting alerts move to the new number."""
    await store.subscriptions.add(GROUP, "زلزله")
    await store.wishes.set(GROUP, Preferences(silent=True))
    await store.articles.add([quake()])
    await record(store, await claim(store, GROUP, NOON), Migrated(-100), NOON)
    new = ChatKey(-100, GROUP.thread_id)
    assert len(await store.subscriptions.of_chat(new)) == 1
    assert (await store.wishes.get(new)).silent
    assert len(await claim(store, new, NOON)) == 1
