"""Alerts as they reach a reader: each by itself, many as a list, gathered, held for the night, and once more when much is new."""

from datetime import time

import pytest

from bot.config import Settings
from bot.delivery.plan import BURST
from bot.model.alert import Alert, Gone, Outcome
from bot.model.chat import ChatKey
from bot.playground.values import ChatMessage
from bot.telegram import alert_messages
from bot.telegram import alerts_words as words
from tests.flows.arriving import LATER, QUAKE, STORIES, comes_in, heard, recorded, subscribed
from tests.flows.conftest import Reader
from tests.flows.watch import Watch

TITLE = "زمین‌لرزه در مهرآباد"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The hours are UTC's."""
    return settings.model_copy(update={"zone": "UTC"})


async def next_heard(reader: Reader, before: int) -> ChatMessage:
    """What the bot sends the reader by itself, after so many messages."""
    return await heard(reader, reader.person.chat, before)


async def test_an_alert_says_what_it_met_and_opens_in_place(reader: Reader, watch: Watch) -> None:
    """Title, the words in bold, which subscription; the button turns it into summary and quotations."""
    await subscribed(reader, "/subscribe زلزله یا مهرآباد")
    before = len(reader.answers())
    await comes_in(reader, watch, TITLE, QUAKE)
    alert = await next_heard(reader, before)
    assert alert.text.startswith(TITLE)
    assert "مهرآباد" in {alert.text[one.offset : one.offset + one.length] for one in alert.entities if one.type == "bold"}
    assert alert.text.endswith(alert_messages.because("«زلزله»، یا «مهرآباد»"))
    opened = await reader.press(alert, alert_messages.OPEN)
    assert "مدیر بحران استان" in opened.text
    assert len(reader.answers()) == before + 1


async def test_a_story_comes_once_and_again_when_much_is_new(reader: Reader, watch: Watch) -> None:
    """Another outlet's words are no news; hours later five villages more are, and are marked so."""
    await subscribed(reader, "/subscribe مهرآباد")
    before = len(reader.answers())
    await comes_in(reader, watch, TITLE, QUAKE)
    await next_heard(reader, before)
    await recorded(reader)
    await comes_in(reader, watch, TITLE, QUAKE, source="خبرگزاری دیگر")
    watch.forward(hours=3)
    await comes_in(reader, watch, TITLE, QUAKE + "\n" + LATER + "\n" + LATER.replace("خانه", "مغازه"))
    again = await next_heard(reader, before + 1)
    assert again.text.startswith(alert_messages.DEVELOPMENT)
    assert len(reader.answers()) == before + 2


async def test_a_burst_is_a_list_that_stays_while_one_reads(reader: Reader, watch: Watch) -> None:
    """One message with a number for each; a touch brings the article below and leaves the list."""
    await subscribed(reader, "/subscribe منبع:نمونه")
    before = len(reader.answers())
    for title, text in STORIES[: BURST + 1]:
        await comes_in(reader, watch, title, text)
    listed = await next_heard(reader, before)
    assert listed.text.startswith(alert_messages.MANY)
    assert [one.text for row in listed.keyboard for one in row] == list("۱۲۳۴۵۶")
    assert all(f"{number}. {title}" in listed.text for number, (title, _) in zip("۱۲۳۴۵۶", STORIES, strict=False))
    assert (await reader.press(listed, "۳")).text == listed.text
    assert reader.answers()[-1].text.startswith(STORIES[2][0])
    (shown,) = await reader.say("/alerts")
    assert words.brought(6) in shown.text


async def test_a_digest_comes_at_its_hour(reader: Reader, watch: Watch) -> None:
    """Not before; what came since the last one stands in it."""
    await subscribed(reader, "/subscribe منبع:نمونه")
    watch.forward_to(9)
    (shown,) = await reader.say("/settings")
    await reader.press(shown, words.DIGEST)
    before = len(reader.answers())
    for title, text in STORIES[:2]:
        await comes_in(reader, watch, title, text)
    await reader.playground.settled(reader.person.chat, quiet_s=1.5)
    assert len(reader.answers()) == before
    watch.forward_to(20)
    digest = await next_heard(reader, before)
    assert digest.text.startswith(alert_messages.GATHERED)
    assert all(title in digest.text for title, _ in STORIES[:2])


async def test_what_does_not_fit_into_a_list_is_a_touch_away(reader: Reader, watch: Watch) -> None:
    """The button under a long digest brings the rest, numbered on, and leaves the digest where it is."""
    await subscribed(reader, "/subscribe منبع:نمونه")
    watch.forward_to(9)
    (shown,) = await reader.say("/settings")
    await reader.press(shown, words.DIGEST)
    before = len(reader.answers())
    titles = [f"رویداد {one}{two}" for one in "بپتثجچحخد" for two in ("اس", "ار", "ام")]
    for title in titles:
        word = title.split()[1]
        await comes_in(reader, watch, title, " ".join(f"{word}{letter} {letter}{word}" for letter in "بپتجچحخدرزژسشصطعغفقکگلمنوهی"))
    watch.forward_to(20)
    digest = await next_heard(reader, before)
    assert alert_messages.more(2) in digest.text
    await reader.press(digest, alert_messages.rest(2))
    rest = reader.answers()[-1]
    assert reader.answers()[-2].text == digest.text
    assert [one.text for row in rest.keyboard for one in row] == ["۲۶", "۲۷"]
    assert all(f"{number}. {title}" in rest.text for number, title in zip(("۲۶", "۲۷"), titles[25:], strict=True))
    await reader.press(rest, "۲۷")
    assert reader.answers()[-1].text.startswith(titles[26])
    answer = await reader.person.press(rest.id, "rest_of:999")
    assert answer is not None
    assert answer.text == words.LIST_TOO_OLD


async def test_an_address_that_telegram_refuses_keeps_no_article_from_opening(reader: Reader, watch: Watch) -> None:
    """The alert turns into the article without the link to its source, with its other buttons."""
    await subscribed(reader, "/subscribe مهرآباد")
    before = len(reader.answers())
    await comes_in(reader, watch, TITLE, QUAKE)
    alert = await next_heard(reader, before)
    refusal = "Bad Request: inline keyboard button URL 'http://intranet/1' is invalid: Wrong HTTP URL"
    reader.playground.faults.refuse(400, refusal, method="editMessageText")
    opened = await reader.press(alert, alert_messages.OPEN)
    assert "مدیر بحران استان" in opened.text
    buttons = [one for row in opened.keyboard for one in row]
    assert buttons
    assert not any(one.url for one in buttons)


async def test_what_came_by_night_comes_in_the_morning(reader: Reader, watch: Watch) -> None:
    """One held story is that story, said to have been held; nothing comes before the quiet hours end."""
    await subscribed(reader, "/subscribe منبع:نمونه")
    (shown,) = await reader.say("/settings")
    shown = await reader.press(await reader.press(shown, words.QUIET), words.quiet_span(time(23), time(7)))
    watch.forward_to(2)
    before = len(reader.answers())
    await comes_in(reader, watch, *STORIES[0])
    await reader.playground.settled(reader.person.chat, quiet_s=1.5)
    assert len(reader.answers()) == before
    watch.forward_to(7)
    morning = await next_heard(reader, before)
    assert morning.text.startswith(f"{alert_messages.HELD}\n\n{STORIES[0][0]}")


async def test_a_chat_that_takes_an_answer_takes_alerts_again(reader: Reader, watch: Watch) -> None:
    """Nobody tells the bot when a group lets its members write again, so that an answer which arrives wakes its subscriptions."""
    chat = ChatKey(reader.person.chat)
    await reader.bot.store.subscriptions.add(chat, "مهرآباد")
    waiting = Alert(0, chat, 0, 0, watch())
    await reader.bot.store.outbox.record([Outcome((waiting,), Gone("chat_write_forbidden"), watch())])
    await reader.say("/alerts")
    before = len(reader.answers())
    await comes_in(reader, watch, "زمین‌لرزه در مهرآباد", QUAKE)
    assert "مهرآباد" in (await next_heard(reader, before)).text
