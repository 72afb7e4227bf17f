"""The whole of it with a real bot: said, answered, pressed, asked inline, restarted, stopped."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.ext import Application, CallbackQueryHandler, InlineQueryHandler, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.playground.people import Person, split
from bot.playground.refusals import Refused
from bot.playground.server import Playground
from bot.playground.values import Answer

KEYS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("بعدی", callback_data="next"), InlineKeyboardButton("متن", url="https://example.org/1")]]
)


async def echo(update: Update, context: object) -> None:
    """Say in two messages what was said, after some thought."""
    assert update.message is not None
    await asyncio.sleep(0.03)
    await update.message.reply_html(f"<b>{update.message.text}</b>", do_quote=False)
    await update.message.reply_text("تمام", reply_markup=KEYS, do_quote=False)


async def pressed(update: Update, context: object) -> None:
    """Answer, then edit."""
    assert update.callback_query is not None
    await update.callback_query.answer("چشم", show_alert=True)
    if update.callback_query.data != "toast":
        await update.callback_query.edit_message_text(f"شد: {update.callback_query.data}")


async def inline(update: Update, context: object) -> None:
    """One article for any words."""
    assert update.inline_query is not None
    content = InputTextMessageContent("<i>خبر</i>", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", update.inline_query.query, content, description="شرح")])


@asynccontextmanager
async def echo_bot(playground: Playground) -> AsyncIterator[None]:
    """The bot while it polls."""

    def connection() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"trust_env": False})

    builder = Application.builder().token(playground.token).request(connection()).get_updates_request(connection())
    application = builder.base_url(f"{playground.api_url}/bot").concurrent_updates(True).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(InlineQueryHandler(inline))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[None]:
    """The echo bot in the playground."""
    async with echo_bot(playground):
        yield


@pytest.mark.usefixtures("bot")
async def test_an_answer_is_complete_when_it_is_settled(playground: Playground, sara: Person) -> None:
    """Both messages are there, formatted, with their buttons."""
    said = await sara.say("سلام 😀")
    assert await playground.settled(sara.chat, after=said)
    first, last = [one for one in playground.messages(sara.chat) if one.from_bot]
    assert (first.text, first.entities[0].type, first.entities[0].length) == ("سلام 😀", "bold", 7)
    assert [(one.text, one.data, one.url) for one in last.keyboard[0]] == [
        ("بعدی", "next", ""),
        ("متن", "", "https://example.org/1"),
    ]
    assert [one.complaints for one in playground.requests if one.complaints] == []


@pytest.mark.usefixtures("bot")
async def test_a_pressed_button_is_answered_and_the_message_edited(playground: Playground, sara: Person) -> None:
    """The answer comes back; the edit is there when it is settled."""
    await playground.settled(sara.chat, after=await sara.say("سلام"))
    message = playground.messages(sara.chat)[-1]
    assert await sara.press(message.id, "next") == Answer("چشم", show_alert=True)
    assert await playground.settled(sara.chat, after=message)
    edited = playground.messages(sara.chat)[-1]
    assert (edited.text, edited.keyboard, edited.edited > 0) == ("شد: next", (), True)
    assert await sara.press(message.id, "toast") is not None
    assert await playground.settled(sara.chat, after=edited, timeout_s=2)


@pytest.mark.usefixtures("bot")
async def test_an_inline_query_brings_results(sara: Person, playground: Playground) -> None:
    """And one of them can be sent, via the bot."""
    (result,) = await sara.inline("آب")
    assert (result.title, result.description, result.text, result.entities[0].type) == ("آب", "شرح", "خبر", "italic")
    assert sara.send_result(result).text == "خبر"


@pytest.mark.usefixtures("bot")
async def test_in_a_group_the_bot_sees_what_is_meant_for_it(playground: Playground, sara: Person) -> None:
    """Commands, mentions and replies to it; not the chatter, not another bot's commands."""
    group = playground.group("گروه", [sara])
    for text in ("فقط حرف", "/start@other_bot"):
        assert await playground.settled(group, after=await sara.say(text, group), replies=False)
    assert [one for one in playground.messages(group) if one.from_bot] == []
    for text in ("/start", "/start@gozideh_bot", "@gozideh_bot کجایی؟"):
        assert await playground.settled(group, after=await sara.say(text, group))
    answer = playground.messages(group)[-1]
    assert await playground.settled(group, after=await sara.say("ممنون", group, reply_to=answer.id))
    assert sum(one.from_bot for one in playground.messages(group)) == 8


async def test_a_bot_that_was_away_gets_what_was_said(playground: Playground, sara: Person) -> None:
    """The playground outlives the bot: nothing is lost, nothing comes twice."""
    async with echo_bot(playground):
        await playground.settled(sara.chat, after=await sara.say("یک"))
    said = await sara.say("دو")
    assert not await playground.settled(sara.chat, after=said, timeout_s=0.1)
    async with echo_bot(playground):
        assert await playground.settled(sara.chat, after=said)
    assert [one.text for one in playground.messages(sara.chat)] == ["یک", "یک", "تمام", "دو", "دو", "تمام"]


async def test_what_nobody_answers_times_out(playground: Playground, sara: Person) -> None:
    """A press gives None, an inline query nothing."""
    assert await sara.press(1, "x", timeout_s=0.05) is None
    assert await sara.inline("x", timeout_s=0.05) == ()


@pytest.mark.parametrize("text", ["", " \n", "\u200c", "ا" * 4097])
async def test_a_person_cannot_say_what_no_app_lets_through(text: str, sara: Person) -> None:
    """Nothing, or more than a message holds."""
    with pytest.raises(Refused):
        await sara.say(text)


async def test_a_long_text_is_pasted_in_parts(sara: Person) -> None:
    """Parted at a line end or a space, no word lost, none past the limit."""
    text = "\n".join("واژه " * 200 for _ in range(12))
    parts = await sara.paste(text)
    assert len(parts) == 3
    assert " ".join(one.text for one in parts).split() == text.split()
    assert [len(one) for one in split("😀" * 5000)] == [2048, 2048, 904]


async def test_stopping_is_immediate(playground: Playground, sara: Person) -> None:
    """Long polls, streams and waiting questions end at once."""

    async def poll() -> int:
        async with httpx.AsyncClient(trust_env=False) as client:
            return (await client.get(f"{playground.api_url}/bot{playground.token}/getUpdates?timeout=30&offset=9")).status_code

    waiting = asyncio.create_task(sara.press(1, "x"))
    await asyncio.sleep(0.01)
    polling = asyncio.create_task(poll())
    await asyncio.sleep(0.1)
    started = time.monotonic()
    await playground.stop()
    assert time.monotonic() - started < 0.3
    assert await polling == 200
    assert await waiting is None


async def test_it_starts_at_once_and_stays_on_this_machine() -> None:
    """Under 0.3 s, on the loopback address only, on a free port."""
    with pytest.raises(ValueError, match="this machine alone"):
        Playground(host="0.0.0.0")
    started = time.monotonic()
    one, other = Playground(), Playground()
    await one.start()
    await other.start()
    assert time.monotonic() - started < 0.3
    assert one.api_url != other.api_url
    assert one.api_url.startswith("http://127.0.0.1:")
    await one.stop()
    await other.stop()
