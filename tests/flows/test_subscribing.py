"""What a reader does to be kept informed: subscribes after a preview, changes and drops alerts, sets hours; alone with the bot."""

from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest

from bot.app import running
from bot.config import Settings
from bot.model.chat import ChatKey
from bot.playground.values import ChatMessage
from bot.telegram import alerts_words as words
from bot.telegram import messages
from bot.topics.names import topic_names
from tests.flows.arriving import subscribed
from tests.flows.conftest import Reader, button
from tests.flows.groups import Group

RUSSIA = "/subscribe ایران روسیه"
NO_QUERIES = {
    "-سوریه": words.ONLY_EXCLUSIONS,
    "!؟": words.EMPTY,
    "گوینده:": words.NO_NAME,
    "از به که": words.too_common("از به که"),
    "ورزش -ورزش": words.contradiction("موضوع «ورزش»"),
    "موضوع:فضاپیما": words.unknown_topic("فضاپیما"),
    "گندم " * 60: words.too_long(299, 200),
    " ".join(f"و{n}" for n in range(17)): words.too_many_words(17, 16),
}
RUBBISH = ("set:zone:Mars/Olympus", "set:hour:99:1", "set:quiet:77", "set:mode:x", "set:x", "confirm:999", "topic:x", "rest:5:1")
HOSTILE = ("\u202e" * 50, "«»«»«", "-" * 300, "a\u0000b", "😀" * 100, "یا یا یا", "منبع:منبع:منبع:", "<b>&")


def buttons(message: ChatMessage) -> list[str]:
    """What the buttons say, in order."""
    return [one.text for row in message.keyboard for one in row]


async def stored(reader: Reader, thread_id: int = 0) -> list[str]:
    """The queries of the reader's subscriptions."""
    return [one.query for one in await reader.bot.store.subscriptions.of_chat(ChatKey(reader.person.chat, thread_id))]


async def test_a_topic_is_subscribed_to_by_buttons_alone(reader: Reader) -> None:
    """Eight topics, a preview in the same message, and the word that it is done; typing is not needed."""
    (offered,) = await reader.say("/subscribe")
    assert buttons(offered) == [*(f"{one.emoji} {one.name}" for one in topic_names()), words.WIDE_NEWS]
    preview = await reader.press(offered, "ورزش")
    assert preview.text.split("\n")[:2] == [words.PREVIEW_TITLE, "موضوع «ورزش»"]
    assert await stored(reader) == []
    done = await reader.press(preview, words.CONFIRM)
    assert done.text.startswith(words.SUBSCRIBED)
    assert done.text.endswith("رسیدن خبرها: بی‌درنگ")
    assert await stored(reader) == ['موضوع:"sport"']


async def test_who_asks_for_news_every_day_is_told_when_they_come(reader: Reader) -> None:
    """«هر روز …» sets no hour; the answer says at once what holds here, and the settings are a tap away."""
    (preview,) = await reader.say("هر روز خبرهای ورزش را برایم بفرست")
    done = await reader.press(preview, words.CONFIRM)
    assert done.text.endswith("رسیدن خبرها: بی‌درنگ")
    settings = await reader.press(done, words.SETTINGS_BUTTON)
    await reader.press(settings, words.DIGEST)
    (preview,) = await reader.say("هر روز خبرهای اقتصادی را برایم بفرست")
    assert "رسیدن خبرها: یک‌جا" in (await reader.press(preview, words.CONFIRM)).text


async def test_a_preview_shows_the_last_articles_and_marks_what_it_met(reader: Reader) -> None:
    """With source and day; the words of the query are bold in the title."""
    (preview,) = await reader.say(RUSSIA)
    assert words.WOULD_HAVE_COME in preview.text
    assert "قدس آنلاین | " in preview.text
    bold = {preview.text[one.offset : one.offset + one.length] for one in preview.entities if one.type == "bold"}
    assert {"ایران", "روسیه"} <= bold


async def test_nothing_counts_that_is_not_confirmed(reader: Reader) -> None:
    """No thanks means no."""
    (preview,) = await reader.say(RUSSIA)
    assert (await reader.press(preview, words.CANCEL)).text == words.CANCELLED
    assert await stored(reader) == []


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("/subscribe ورزش", 'موضوع:"sport"'),
        ("اشتراک ورزش", 'موضوع:"sport"'),
        ("/subscribe ایران روسیه -سوریه", "ایران روسیه -سوریه"),
        ('/subscribe "بازار سهام" یا بورس', '"بازار سهام" یا بورس'),
        ("/subscribe هرگاه از کنعانی نقل شد", 'گوینده:"کنعانی"'),
        ("هرگاه از کنعانی نقل شد", 'گوینده:"کنعانی"'),
        ("/subscribe منبع:ایسنا", 'منبع:"ایسنا"'),
    ],
)
async def test_words_are_subscribed_to_as_they_are_meant(reader: Reader, text: str, query: str) -> None:
    """By command and by plain words."""
    await subscribed(reader, text)
    assert await stored(reader) == [query]


async def test_the_same_twice_is_one(reader: Reader) -> None:
    """Two taps on one button, and asking again, which is answered by what there is."""
    (preview,) = await reader.say(RUSSIA)
    data = button(preview, words.CONFIRM).data
    for _ in range(2):
        await reader.person.press(preview.id, data)
    (again,) = await reader.say("/subscribe روسيه ايران")
    assert again.text.startswith(words.HAVE_IT)
    assert len(await stored(reader)) == 1


async def test_what_is_no_query_is_explained(reader: Reader) -> None:
    """Each kind in its own words, with a way on."""
    for text, said in NO_QUERIES.items():
        (answer,) = await reader.say(f"/subscribe {text}")
        assert answer.text.startswith(said)
        assert buttons(answer) or f"{words.OPENING} {words.EXAMPLES[0][0]}" in answer.text


async def test_the_fifty_first_is_refused_kindly(reader: Reader) -> None:
    """At once and at a confirmation that comes too late; the fifty stay, on pages."""
    (preview,) = await reader.say(RUSSIA)
    for number in range(50):
        await reader.bot.store.subscriptions.add(ChatKey(reader.person.chat), f"واژه{number}")
    assert (await reader.press(preview, words.CONFIRM)).text == words.TOO_MANY
    assert [one.text for one in await reader.say(RUSSIA)] == [words.TOO_MANY]
    assert len(await stored(reader)) == 50
    (listed,) = await reader.say("/alerts")
    seen = set(buttons(listed))
    for _ in range(4):
        listed = await reader.press(listed, messages.NEXT_PAGE)
        seen |= set(buttons(listed))
    assert {"۱", "۱۱", "۵۰"} <= seen
    assert messages.NEXT_PAGE not in buttons(listed)


async def test_alerts_lists_what_each_brought_and_opens_one(reader: Reader) -> None:
    """Pause and wake in place."""
    await subscribed(reader, RUSSIA)
    (listed,) = await reader.say("هشدارها")
    assert "۱. «ایران» و «روسیه»" in listed.text
    assert words.brought(0) in listed.text
    one = await reader.press(listed, "۱")
    resting = await reader.press(one, words.PAUSE)
    assert words.PAUSED in resting.text
    listed = await reader.press(resting, words.BACK)
    assert words.PAUSED in listed.text
    awake = await reader.press(await reader.press(listed, "۱"), words.WAKE)
    assert words.PAUSED not in awake.text


async def test_the_numbers_of_the_list_are_understood(reader: Reader) -> None:
    """In any digits, by /edit, which says what it would replace, and by /unsubscribe."""
    for number in range(3):  # so that numbers and places are not the same
        await reader.bot.store.subscriptions.add(ChatKey(1, 1), f"واژه{number}")
    for text in (RUSSIA, "/subscribe ورزش"):
        await subscribed(reader, text)
    (preview,) = await reader.say("/edit ۲\nگندم")
    assert preview.text.split("\n")[:3] == [words.PREVIEW_TITLE, "«گندم»", words.instead_of("موضوع «ورزش»")]
    await reader.press(preview, words.CONFIRM_CHANGE)
    assert await stored(reader) == ["ایران روسیه", "گندم"]
    (dropped,) = await reader.say("/unsubscribe 1")
    assert dropped.text.startswith(words.DELETED)
    for text in ("🙂", "-سوریه"):
        (offered,) = await reader.say(f"/unsubscribe {text}")
        assert buttons(offered) == ["🗑 «گندم»", words.BACK]
    (unknown,) = await reader.say("/unsubscribe ۲")
    assert unknown.text.startswith(words.not_subscribed("۲"))
    assert await stored(reader) == ["گندم"]


@pytest.mark.parametrize("by_reply", [True, False])
async def test_an_alert_is_edited(reader: Reader, by_reply: bool) -> None:
    """By answering the message that shows its words, or by sending its line back; the preview comes first."""
    await subscribed(reader, RUSSIA)
    (listed,) = await reader.say("/alerts")
    await reader.press(await reader.press(listed, "۱"), words.EDIT)
    how = reader.answers()[-1]
    assert how.text.startswith(words.WRITE_NEW)
    line = how.text.split("\n")[-1]
    assert line.endswith(" ایران روسیه")
    said = await reader.person.say("-جو", reply_to=how.id)
    await reader.playground.settled(said.chat_id, after=said)
    assert reader.answers()[-1].text == f"{words.ONLY_EXCLUSIONS}\n\n{how.text}"
    if by_reply:
        said = await reader.person.say("گندم -جو", reply_to=how.id)
    else:
        said = await reader.person.say(line.replace("ایران روسیه", "گندم -جو"))
    await reader.playground.settled(said.chat_id, after=said)
    assert await stored(reader) == ["ایران روسیه"]
    changed = await reader.press(reader.answers()[-1], words.CONFIRM_CHANGE)
    assert changed.text.startswith(words.CHANGED)
    assert await stored(reader) == ["گندم -جو"]


async def test_what_is_no_answer_to_an_edit_is_taken_for_what_it_is(reader: Reader) -> None:
    """The app sets what is written next as the answer: a link and a pasted text are none, «انصراف» leaves all as it was."""
    await subscribed(reader, RUSSIA)
    (listed,) = await reader.say("/alerts")
    await reader.press(await reader.press(listed, "۱"), words.EDIT)
    how = reader.answers()[-1]
    for text, answer in (
        ("http://127.0.0.1/a", messages.LINK_REASONS["address"]),
        ("واژه " * 61, messages.TOO_LITTLE),
        ("انصراف", words.CANCELLED),
        ("/cancel", words.CANCELLED),
    ):
        said = await reader.person.say(text, reply_to=how.id)
        await reader.playground.settled(said.chat_id, after=said)
        assert reader.answers()[-1].text.startswith(answer)
    assert await stored(reader) == ["ایران روسیه"]


async def test_a_topic_among_the_words_is_offered_as_one(reader: Reader) -> None:
    """«ورزش سیاست» asks for two words; who meant a topic touches it."""
    (preview,) = await reader.say("/subscribe ورزش سیاست")
    assert preview.text.split("\n")[1] == "«ورزش» و «سیاست»"
    taken = await reader.press(preview, "سیاست")
    assert taken.text.split("\n")[1] == "موضوع «سیاست»"


async def test_a_topic_is_edited_under_its_persian_name(reader: Reader) -> None:
    """The line that is offered is read as it stands."""
    await subscribed(reader, '/subscribe موضوع:"دانش و فناوری" ماه')
    (listed,) = await reader.say("/alerts")
    await reader.press(await reader.press(listed, "۱"), words.EDIT)
    line = reader.answers()[-1].text.split("\n")[-1]
    assert line.endswith(' موضوع:"دانش و فناوری" ماه')
    assert (await reader.say(line))[0].text.startswith(words.HAVE_IT)


async def test_a_second_tap_takes_nothing_away(reader: Reader) -> None:
    """Where an alert was deleted, the way to have it back stays; where all were, how many."""
    for text in (RUSSIA, "/subscribe ورزش"):
        await subscribed(reader, text)
    (offered,) = await reader.say("/unsubscribe")
    data = button(offered, "روسیه").data
    gone = await reader.press(offered, "روسیه")
    assert (await reader.person.press(gone.id, data)).text == words.NO_SUCH_ALERT
    assert buttons(reader.answers()[-1]) == buttons(gone) == [words.UNDO, words.BACK]
    (asked,) = await reader.say("/unsubscribe همه")
    data = button(asked, words.YES_ALL).data
    await reader.press(asked, words.YES_ALL)
    assert (await reader.person.press(asked.id, data)).text == words.NO_ALERTS
    assert reader.answers()[-1].text == words.all_dropped(1)


async def test_a_deleted_alert_can_be_had_back(reader: Reader) -> None:
    """A slip of the thumb costs one more tap."""
    await subscribed(reader, RUSSIA)
    (listed,) = await reader.say("/alerts")
    gone = await reader.press(await reader.press(listed, "۱"), words.DELETE)
    assert await stored(reader) == []
    await reader.press(gone, words.UNDO)
    assert await stored(reader) == ["ایران روسیه"]


async def test_unsubscribe_takes_words_or_offers_what_there_is(reader: Reader) -> None:
    """Just these words at once; words that are part of one are asked about; no words, everything is offered."""
    for text in (RUSSIA, "/subscribe ورزش", "/subscribe گندم"):
        await subscribed(reader, text)
    (dropped,) = await reader.say("لغو اشتراک ورزش")
    assert dropped.text.startswith(words.DELETED)
    (near,) = await reader.say("/unsubscribe ایران")
    assert near.text == words.WHICH_TO_DROP
    assert buttons(near) == ["🗑 «ایران» و «روسیه»", words.BACK]
    (offered,) = await reader.say("/unsubscribe")
    await reader.press(offered, "گندم")
    assert await stored(reader) == ["ایران روسیه"]


async def test_unsubscribing_from_all_is_asked_about_once(reader: Reader) -> None:
    """Then all is gone."""
    for text in (RUSSIA, "/subscribe ورزش"):
        await subscribed(reader, text)
    (asked,) = await reader.say("/unsubscribe همه")
    assert len(await stored(reader)) == 2
    assert (await reader.press(asked, words.YES_ALL)).text == words.all_dropped(2)
    assert await stored(reader) == []


async def test_settings_are_changed_by_buttons(reader: Reader) -> None:
    """Digest and its hours, quiet hours, sound, pause, zone; each is stored at once and ticked."""
    key = ChatKey(reader.person.chat)
    (shown,) = await reader.say("تنظیمات")
    shown = await reader.press(shown, words.DIGEST)
    shown = await reader.press(shown, words.HOURS)
    shown = await reader.press(shown, "۱۲:۰۰")
    assert words.ticked("۱۲:۰۰", on=True) in buttons(shown)
    shown = await reader.press(shown, words.BACK)
    shown = await reader.press(await reader.press(shown, words.QUIET), words.quiet_span(time(23), time(7)))
    shown = await reader.press(shown, words.SILENT)
    shown = await reader.press(await reader.press(shown, words.ZONE), "برلین")
    shown = await reader.press(shown, words.PAUSE_WEEK)
    wishes = await reader.bot.store.wishes.get(key)
    assert (wishes.mode, wishes.digest_hours) == ("digest", (time(8), time(12), time(20)))
    assert (wishes.quiet_from, wishes.quiet_to, wishes.silent, wishes.zone) == (time(23), time(7), True, "Europe/Berlin")
    assert wishes.paused_until is not None
    await reader.press(shown, words.RESUME)
    assert (await reader.bot.store.wishes.get(key)).paused_until is None


async def test_the_last_digest_hour_stays(reader: Reader) -> None:
    """A digest that never comes would be a silence nobody asked for."""
    (shown,) = await reader.say("/settings")
    shown = await reader.press(await reader.press(shown, words.DIGEST), words.HOURS)
    shown = await reader.press(shown, "۰۸:۰۰")
    answer = await reader.person.press(shown.id, button(shown, "۲۰:۰۰").data)
    assert answer.text == words.ONE_HOUR_AT_LEAST
    assert (await reader.bot.store.wishes.get(ChatKey(reader.person.chat))).digest_hours == (time(20),)


async def test_the_zone_of_the_settings_is_that_of_all_dates(reader: Reader) -> None:
    """One truth for alerts and for reading."""
    (before,) = await reader.say("/latest")
    (shown,) = await reader.say("/settings")
    await reader.press(await reader.press(shown, words.ZONE), "لس‌آنجلس")
    (after,) = await reader.say("/latest")
    assert before.text.split("\n")[0] == after.text.split("\n")[0]
    assert before.text.split("\n")[1] != after.text.split("\n")[1]


async def test_rubbish_in_a_button_changes_nothing(reader: Reader) -> None:
    """Anybody may send any callback data."""
    (shown,) = await reader.say("/settings")
    before = await reader.bot.store.wishes.get(ChatKey(reader.person.chat))
    for data in RUBBISH:
        answer = await reader.person.press(shown.id, data)
        assert answer is not None
        assert not answer.show_alert
    assert await reader.bot.store.wishes.get(ChatKey(reader.person.chat)) == before


async def test_a_chat_is_remembered_when_it_asks_for_something_to_be_kept(reader: Reader) -> None:
    """Not for a greeting or for reading; a person's name never, a group's title for the owner's lists."""
    group, store = Group(reader), reader.bot.store
    await reader.say("/start")
    await reader.say("/latest")
    assert await store.chats.get(ChatKey(reader.person.chat)) is None
    await subscribed(reader, RUSSIA)
    person = await store.chats.get(ChatKey(reader.person.chat))
    assert person is not None
    assert (person.kind, person.title) == ("private", "")
    await group.press(group.admin, await group.say(group.admin, RUSSIA), words.CONFIRM)
    met = await store.chats.get(ChatKey(group.chat.id))
    assert met is not None
    assert (met.kind, met.title) == ("supergroup", "خبرخوان‌ها")


@pytest.fixture
async def owner(settings: Settings) -> AsyncIterator[Reader]:
    """The first person of the playground, who runs the bot."""
    async with running(settings.model_copy(update={"owners": (1001,)}), playground_port=0) as bot:
        reader = Reader(bot)
        assert reader.person.id == 1001
        yield reader


async def test_the_owner_has_figures_with_a_picture(owner: Reader) -> None:
    """Numbers as they are in the store, after a chart; nobody else gets them."""
    await subscribed(owner, RUSSIA)
    picture, figures = await owner.say("/stats")
    assert picture.photo
    assert figures.text.startswith(words.STATS_TITLE)
    assert words.figure(words.FIGURES["articles"], await owner.bot.store.articles.count()) in figures.text
    assert words.figure(words.FIGURES["subscriptions"], 1) in figures.text
    stranger = owner.playground.person(name="بابک", language="fa")
    said = await stranger.say("/stats")
    await owner.playground.settled(said.chat_id, after=said)
    assert [one.text for one in owner.playground.messages(stranger.chat) if one.from_bot] == [words.OWNERS_ONLY]


async def test_a_chat_that_has_chosen_nothing_has_the_zone_of_the_bot(settings: Settings) -> None:
    """For its alerts, too; it keeps it when it sets something else, and may choose Tehran."""
    async with running(settings.model_copy(update={"zone": "Europe/Berlin"}), playground_port=0) as bot:
        reader = Reader(bot)
        chat = ChatKey(reader.person.chat)
        assert (await bot.store.wishes.of([chat]))[chat].zone == "Europe/Berlin"
        (shown,) = await reader.say("/settings")
        assert words.where("Europe/Berlin") in shown.text
        shown = await reader.press(shown, words.SILENT)
        assert (await bot.store.wishes.get(chat)).zone == "Europe/Berlin"
        shown = await reader.press(shown, words.WITH_SOUND)
        shown = await reader.press(await reader.press(shown, words.ZONE), "تهران")
        assert words.where("Asia/Tehran") in shown.text
        assert (await bot.store.wishes.get(chat)).zone == "Asia/Tehran"


async def test_subscriptions_and_settings_outlive_a_restart(settings: Settings, tmp_path: Path) -> None:
    """Everything is in the store, so that an old preview can still be confirmed."""
    async with running(settings, playground_port=0) as bot:
        (preview,) = await Reader(bot).say(RUSSIA)
        data = button(preview, words.CONFIRM).data
    async with running(settings, playground_port=0) as bot:
        reader = Reader(bot)
        (greeting,) = await reader.say("/start")
        await reader.person.press(greeting.id, data)
        assert await stored(reader) == ["ایران روسیه"]


async def test_any_text_is_answered(reader: Reader) -> None:
    """Nothing fails, and Telegram complains of nothing."""
    for place, text in enumerate(HOSTILE):
        assert await reader.say(f"{('/subscribe', '/unsubscribe', '/edit 1', '/edit')[place % 4]} {text}")
        assert await reader.say(f"/subscribe {text}")
    assert not any("کد را" in one.text for one in reader.answers())
    assert [one.description for one in reader.playground.requests if one.code != 200 or one.complaints] == []
