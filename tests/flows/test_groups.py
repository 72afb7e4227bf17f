"""Groups, forums and channels: who may change things there, where answers and alerts go, and what is left alone."""

import asyncio

import pytest

from bot.config import Settings
from bot.model.alert import MAX_SUBSCRIPTIONS
from bot.model.chat import ChatKey
from bot.telegram import alerts_words as words
from bot.telegram.application import take_update
from tests.flows.arriving import STORIES, comes_in, heard, subscribed
from tests.flows.conftest import Reader, button
from tests.flows.groups import Group
from tests.flows.watch import Watch

RUSSIA = "/subscribe ایران روسیه"
SAMPLES = "/subscribe منبع:نمونه"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The hours are UTC's."""
    return settings.model_copy(update={"zone": "UTC"})


async def queries(reader: Reader, group: Group, thread_id: int = 0) -> list[str]:
    """What the group, or a topic of it, is subscribed to."""
    return [one.query for one in await reader.bot.store.subscriptions.of_chat(ChatKey(group.chat.id, thread_id))]


async def test_only_admins_change_things_in_a_group(reader: Reader) -> None:
    """By command and by button; everybody may read."""
    group, store = Group(reader), reader.bot.store
    assert (await group.say(group.member, RUSSIA)).text == words.ADMINS_ONLY
    preview = await group.say(group.admin, RUSSIA)
    assert await group.press(group.member, preview, words.CONFIRM) == words.ADMINS_ONLY
    assert await store.subscriptions.of_chat(ChatKey(group.chat.id)) == ()
    await group.press(group.admin, preview, words.CONFIRM)
    assert len(await store.subscriptions.of_chat(ChatKey(group.chat.id))) == 1
    assert "«ایران»" in (await group.say(group.member, "/alerts")).text
    settings = await group.say(group.member, "/settings")
    assert await group.press(group.member, settings, words.DIGEST) == words.ADMINS_ONLY
    assert (await store.wishes.get(ChatKey(group.chat.id))).mode == "at_once"


async def test_the_topics_of_a_forum_are_kept_apart(reader: Reader) -> None:
    """What is asked for in one stays there, and is answered there."""
    group, store = Group(reader, forum=True), reader.bot.store
    preview = await group.say(group.admin, RUSSIA, thread_id=7)
    await group.press(group.admin, preview, words.CONFIRM)
    assert len(await store.subscriptions.of_chat(ChatKey(group.chat.id, 7))) == 1
    assert await store.subscriptions.of_chat(ChatKey(group.chat.id)) == ()
    other = await group.say(group.admin, "/alerts", thread_id=8)
    assert (other.text, other.thread_id) == (words.NO_ALERTS, 8)


CHANGING_COMMANDS = ("/subscribe", "/subscribe گندم", "/edit 1 گندم", "/unsubscribe", "/unsubscribe ایران", "/unsubscribe همه")
CHANGING_BUTTONS = (
    *("subscribe", "topic:sport", "confirm:1", "confirm:1:1", "rest:1:1", "edit:1", "drop:1", "drop_all_asked", "drop_all"),
    *("set:mode:digest", "set:hour:1:1", "set:quiet:1", "set:silent:1", "set:pause:week", "set:zone:Asia/Kabul"),
)


async def test_whatever_changes_something_is_refused_to_members(reader: Reader) -> None:
    """Each command in words, each button by a toast that leaves the message as it is; nothing has changed afterwards."""
    group = Group(reader)
    preview = await group.say(group.admin, RUSSIA)
    await group.press(group.admin, preview, words.CONFIRM)
    listed = await group.say(group.admin, "/alerts")
    wishes = await reader.bot.store.wishes.get(ChatKey(group.chat.id))
    for command in CHANGING_COMMANDS:
        assert (await group.say(group.member, command)).text == words.ADMINS_ONLY, command
    for data in CHANGING_BUTTONS:
        answer = await group.member.press(listed.id, data, group.chat)
        assert answer is not None
        assert answer.text == words.ADMINS_ONLY, data
    assert next(one for one in group.answers() if one.id == listed.id).text == listed.text
    assert await queries(reader, group) == ["ایران روسیه"]
    assert await reader.bot.store.wishes.get(ChatKey(group.chat.id)) == wishes


async def test_an_anonymous_admin_is_an_admin(reader: Reader) -> None:
    """Who writes in the group's own name is one of its admins, though Telegram does not say which."""
    group = Group(reader)
    preview = await group.say(group.admin, RUSSIA, as_chat=True)
    assert preview.text.startswith(words.PREVIEW_TITLE)
    await group.press(group.admin, preview, words.CONFIRM)
    assert await queries(reader, group) == ["ایران روسیه"]


async def test_a_channel_is_subscribed_by_its_posts(reader: Reader, watch: Watch) -> None:
    """Only admins can post there; its alerts come into it, and plain posts are none of the bot's business."""
    channel = Group(reader, kind="channel")
    preview = await channel.say(channel.admin, SAMPLES)
    assert await channel.press(channel.member, preview, words.CONFIRM) == words.ADMINS_ONLY
    await channel.press(channel.admin, preview, words.CONFIRM)
    assert await queries(reader, channel) == ['منبع:"نمونه"']
    met = await reader.bot.store.chats.get(ChatKey(channel.chat.id))
    assert met is not None
    assert met.kind == "channel"
    before = len(channel.answers())
    said = await channel.admin.say("تازه‌ها", channel.chat)
    await reader.playground.settled(channel.chat, after=said, replies=False)
    assert len(channel.answers()) == before
    await comes_in(reader, watch, *STORIES[0])
    assert (await heard(reader, channel.chat.id, before)).text.startswith(STORIES[0][0])


async def test_a_command_for_another_bot_is_left_alone(reader: Reader) -> None:
    """One with our own name is ours; even where, as an admin, the bot sees everything."""
    group = Group(reader)
    group.chat.admins.append(42)
    for text in ("/subscribe@other_bot ایران", "ایران", "تنظیمات"):
        said = await group.admin.say(text, group.chat)
        await reader.playground.settled(group.chat, after=said, replies=False)
    assert group.answers() == []
    assert (await group.say(group.admin, "/subscribe@gozideh_bot ایران روسیه")).text.startswith(words.PREVIEW_TITLE)


async def test_an_alert_of_a_forum_comes_into_its_topic(reader: Reader, watch: Watch) -> None:
    """And into no other; the buttons under it answer there."""
    group = Group(reader, forum=True)
    preview = await group.say(group.admin, SAMPLES, thread_id=7)
    await group.press(group.admin, preview, words.CONFIRM)
    await group.say(group.admin, "/alerts", thread_id=8)
    before = len(group.answers())
    await comes_in(reader, watch, *STORIES[0])
    alert = await heard(reader, group.chat.id, before)
    assert (alert.thread_id, alert.text.split("\n")[0]) == (7, STORIES[0][0])
    await group.member.press(alert.id, f"told:{(await reader.bot.store.articles.newest(limit=1)).headlines[0].id}", group.chat)
    await reader.playground.settled(group.chat)
    assert [one.thread_id for one in group.answers()[before:]] == [7, 7]


async def test_an_answer_to_the_words_of_an_alert_changes_it_for_admins_alone(reader: Reader) -> None:
    """In a group an answer to our message is meant for us, whoever writes it."""
    group = Group(reader)
    await group.press(group.admin, await group.say(group.admin, RUSSIA), words.CONFIRM)
    (stored,) = await reader.bot.store.subscriptions.of_chat(ChatKey(group.chat.id))
    listed = await group.say(group.admin, "/alerts")
    await group.admin.press(listed.id, f"edit:{stored.id}", group.chat)
    assert (await group.say(group.member, "گندم", reply_to=listed.id)).text == words.ADMINS_ONLY
    preview = await group.say(group.admin, "گندم", reply_to=listed.id)
    await group.press(group.admin, preview, words.CONFIRM_CHANGE)
    assert await queries(reader, group) == ["گندم"]


async def test_a_group_has_fifty_of_its_own(reader: Reader) -> None:
    """The fifty-first is refused kindly, with the way to the list; a topic of a forum counts by itself."""
    group = Group(reader, forum=True)
    for number in range(MAX_SUBSCRIPTIONS):
        await reader.bot.store.subscriptions.add(ChatKey(group.chat.id), f"واژه{number}")
    full = await group.say(group.admin, RUSSIA)
    assert full.text == words.TOO_MANY
    assert button(full, words.ALERTS_BUTTON)
    preview = await group.say(group.admin, RUSSIA, thread_id=7)
    await group.press(group.admin, preview, words.CONFIRM)
    assert await queries(reader, group, 7) == ["ایران روسیه"]


async def test_who_blocks_the_bot_and_comes_back_has_the_alerts_back(reader: Reader, watch: Watch) -> None:
    """What was refused with 403 is gone, the subscription only rests, and the next article comes again."""
    await subscribed(reader, SAMPLES)
    before = len(reader.answers())
    reader.person.block()
    await comes_in(reader, watch, *STORIES[0])
    await _until_gone(reader, watch, 1)
    await comes_in(reader, watch, *STORIES[1])
    assert await reader.bot.store.outbox.count() == 0
    reader.person.unblock()
    await _until_gone(reader, watch, 0)
    await comes_in(reader, watch, *STORIES[2])
    assert (await heard(reader, reader.person.chat, before)).text.startswith(STORIES[2][0])


async def test_a_group_that_takes_the_bot_in_again_has_its_alerts_back(reader: Reader, watch: Watch) -> None:
    """In all its topics."""
    group = Group(reader, forum=True)
    for thread in (0, 7):
        await group.press(group.admin, await group.say(group.admin, SAMPLES, thread_id=thread), words.CONFIRM)
    reader.playground.remove_bot(group.chat)
    await comes_in(reader, watch, *STORIES[0])
    await _until_gone(reader, watch, 2)
    reader.playground.let_bot_in(group.chat)
    await _until_gone(reader, watch, 0)
    before = len(group.answers())
    await comes_in(reader, watch, *STORIES[1])
    threads = {(await heard(reader, group.chat.id, before + place)).thread_id for place in range(2)}
    assert threads == {0, 7}


async def test_a_closed_forum_topic_has_its_alerts_when_it_is_open_again(reader: Reader, watch: Watch) -> None:
    """What could not be sent waits, however many months; Telegram says when the topic is open."""
    group = Group(reader, forum=True)
    await group.press(group.admin, await group.say(group.admin, SAMPLES, thread_id=7), words.CONFIRM)
    before = len(group.answers())
    reader.playground.faults.refuse(400, "Bad Request: TOPIC_CLOSED", method="sendMessage", chat_id=group.chat.id)
    await comes_in(reader, watch, *STORIES[0])
    await _until_gone(reader, watch, 1)
    assert await reader.bot.store.outbox.count() == 1
    topic = {"message_id": 10**6, "date": 0, "message_thread_id": 7, "is_topic_message": True, "forum_topic_reopened": {}}
    chat = {"id": group.chat.id, "type": "supergroup", "is_forum": True}
    await take_update(reader.bot.application, {"update_id": 10**6, "message": topic | {"chat": chat}})
    alert = await heard(reader, group.chat.id, before)
    assert (alert.thread_id, STORIES[0][0] in alert.text) == (7, True)


async def _until_gone(reader: Reader, watch: Watch, count: int) -> None:
    """Wait until so many subscriptions rest because their chat is gone."""
    for _ in range(500):
        if (await reader.bot.store.stats.figures(watch())).gone == count:
            return
        await asyncio.sleep(0.02)
    pytest.fail(f"there are never {count} subscriptions at rest")
