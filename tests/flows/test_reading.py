"""What a reader does first: start, the newest, an article by its name, a pasted text."""

import asyncio
from dataclasses import replace

import pytest

from bot.app import running
from bot.telegram import alerts_words as words
from bot.telegram import messages
from tests.flows.conftest import Reader, button

SEED_NAME = "روابط ایران و روسیه"
LONG_TEXT = "رئیس مرکز پایش رودبند گفت: آب رودخانه پایین رفته است. راه‌های روستاها باز شده و مردم به خانه‌ها بازگشته‌اند. " * 6


async def test_start_greets_in_three_lines_with_buttons(reader: Reader) -> None:
    """And a button brings the newest article in the place of the greeting."""
    (greeting,) = await reader.say("/start")
    assert greeting.text.split("\n") == list(messages.START)
    shown = await reader.press(greeting, messages.LATEST)
    assert button(shown, messages.OLDER)


async def test_latest_shows_the_newest_with_summary_and_buttons(reader: Reader) -> None:
    """Title in bold, source and Jalali date, and buttons for what can be done next."""
    (shown,) = await reader.say("/latest")
    assert shown.entities[0].type == "bold"
    assert "ساعت" in shown.text.split("\n")[1]
    texts = [one.text for row in shown.keyboard for one in row]
    assert texts[:4] == [messages.OLDER, messages.NEWER, messages.FULL_TEXT, messages.TEN_NEWEST]


async def test_latest_keeps_to_a_topic_however_it_is_named(reader: Reader) -> None:
    """Every article that the older button brings is of that topic."""
    (shown,) = await reader.say("/latest ورزشي")
    titles = {shown.text.split("\n")[0]}
    while True:
        before = shown.text
        shown = await reader.press(shown, messages.OLDER)
        if shown.text == before:
            break
        titles.add(shown.text.split("\n")[0])
    page = await reader.bot.store.articles.newest(topic="sport", limit=50)
    assert len(titles) == len(page.headlines) >= 1


@pytest.mark.parametrize(("text", "count"), [("/latest 5", 5), ("/latest ۳", 3), ("/latest ورزش ۲ لطفاً", 2), ("/latest 999", 10)])
async def test_a_number_asks_for_so_many_of_the_newest(reader: Reader, text: str, count: int) -> None:
    """In digits of any kind, at most a list's length, and the way on begins after them."""
    (listed,) = await reader.say(text)
    assert sum(one.data.startswith("article:") for row in listed.keyboard for one in row) <= count
    if "ورزش" not in text:
        assert listed.text.count("• ") == count
        assert button(listed, messages.NEXT_PAGE).data == f"list::{count}"


@pytest.mark.parametrize(("text", "said"), [("مرسی", messages.THANKS), ("salam", messages.START[0]), ("HELP", messages.HELP_TITLE)])
async def test_what_people_say_is_answered_kindly(reader: Reader, text: str, said: str) -> None:
    """Rather than that no article is named so."""
    (answer,) = await reader.say(text)
    assert answer.text.startswith(said)


async def test_an_unknown_topic_is_said_and_the_topics_are_offered(reader: Reader) -> None:
    """Rather than an empty answer."""
    (said,) = await reader.say("/latest ناکجا")
    assert said.text.startswith(messages.unknown_topic("ناکجا"))
    assert len([one for row in said.keyboard for one in row]) == 8


async def test_the_newest_of_a_word_that_is_no_topic_lead_to_its_search(reader: Reader) -> None:
    """«/latest روسیه»: the texts hold the word, so a button searches them."""
    (said,) = await reader.say("/latest روسیه")
    assert said.keyboard[0][0].text == messages.SEARCH_TEXTS
    found = await reader.press(said, messages.SEARCH_TEXTS)
    assert "روسیه" in found.text


@pytest.mark.parametrize(("typed", "meant"), [("/hepl", "help"), ("/Latests ورزش", "latest"), ("/qqqq", "")])
async def test_a_command_that_there_is_not_is_told(reader: Reader, typed: str, meant: str) -> None:
    """With the one that may be meant, and the help below."""
    said, *_ = await reader.say(typed)
    assert messages.unknown_command(typed.split()[0][1:].lower(), meant) in said.text
    assert messages.HELP_TITLE in said.text


async def test_a_text_too_short_to_summarize_is_told_so(reader: Reader) -> None:
    """Twenty words may be a text somebody wants summarized, whether articles hold some of them or none."""
    for text in ("ژژژ " * 25, "ژژژ " * 25 + "روسیه"):
        (said,) = await reader.say(text)
        assert said.text.startswith(messages.TOO_SHORT_FOR_A_SUMMARY)


async def test_a_command_to_another_bot_is_ours_where_we_are_alone(reader: Reader) -> None:
    """It was copied out of a group."""
    assert (await reader.say("/latest@another_bot ورزش"))[0].text == (await reader.say("/latest ورزش"))[0].text


async def test_older_and_newer_lead_there_and_back(reader: Reader) -> None:
    """In one message, which is edited in place."""
    (first,) = await reader.say("/latest")
    second = await reader.press(first, messages.OLDER)
    assert (second.id, second.text == first.text) == (first.id, False)
    assert (await reader.press(second, messages.NEWER)).text == first.text
    assert len(reader.answers()) == 1


async def test_two_taps_at_once_do_no_harm(reader: Reader) -> None:
    """Both mean the same article, and no error comes of it."""
    (first,) = await reader.say("/latest")
    data = button(first, messages.OLDER).data
    answers = await asyncio.gather(reader.person.press(first.id, data), reader.person.press(first.id, data))
    assert [one.show_alert for one in answers] == [False, False]
    assert len(reader.answers()) == 1


async def test_the_list_of_the_newest_opens_an_article(reader: Reader) -> None:
    """Ten titles, each a button, and a way on."""
    (first,) = await reader.say("/latest")
    listed = await reader.press(first, messages.TEN_NEWEST)
    assert sum(one.data.startswith("article:") for row in listed.keyboard for one in row) == 10
    assert button(listed, messages.NEXT_PAGE)
    opened = await reader.press(listed, listed.keyboard[3][0].text)
    assert button(opened, messages.FULL_TEXT)


async def test_the_full_text_opens_as_an_expandable_quotation_and_closes(reader: Reader) -> None:
    """And what stands there is the article."""
    (shown,) = await reader.say(f"/summary {SEED_NAME}")
    opened = await reader.press(shown, messages.FULL_TEXT)
    last = reader.answers()[-1] if opened.text == shown.text else opened
    assert "expandable_blockquote" in [one.type for one in last.entities]
    assert "نظر شما" not in last.text


@pytest.mark.parametrize("name", [SEED_NAME, "/summary " + SEED_NAME, "روسيه ايران روابط", "روابط ایرن و روسیه"])
async def test_the_supplied_article_is_found_by_its_name(reader: Reader, name: str) -> None:
    """Whole, in another order, with Arabic letters, with a slip."""
    (shown,) = await reader.say(name)
    assert messages.KEY_QUOTES in shown.text
    assert "قدس آنلاین" in shown.text.split("\n")[1]


async def test_a_name_that_is_met_in_part_alone_is_asked_about(reader: Reader) -> None:
    """One word of two stands in a title: the article is offered, not taken for the one that is meant."""
    (asked,) = await reader.say("برخورد قطار")
    assert asked.text == messages.MAYBE_THIS
    opened = await reader.press(asked, "قطار")
    assert button(opened, messages.FULL_TEXT)


async def test_a_topic_typed_alone_brings_its_newest(reader: Reader) -> None:
    """As the command with that topic does."""
    (by_word,) = await reader.say("ورزشی")
    (by_command,) = await reader.say("/latest ورزش")
    assert by_word.text == by_command.text


async def test_words_of_no_title_are_searched_for(reader: Reader) -> None:
    """A person who is in no title is found where the articles speak of them."""
    (said,) = await reader.say("کنعانی")
    assert said.text.startswith(messages.hits_for("کنعانی"))


@pytest.mark.parametrize("text", ["😀", "؟", "."])
async def test_what_has_no_word_is_no_name(reader: Reader, text: str) -> None:
    """The reader is told what can be sent."""
    (said,) = await reader.say(text)
    assert said.text == messages.NO_WORDS


async def test_a_name_that_is_not_there_brings_the_nearest(reader: Reader) -> None:
    """Said kindly, and escaped."""
    (said,) = await reader.say("<b>ققنوس فلان</b>")
    assert said.text.startswith(messages.not_found("<b>ققنوس فلان</b>"))


async def test_a_pasted_text_is_summarized_as_it_is(reader: Reader) -> None:
    """Over sixty words it is an article, not a name."""
    (said,) = await reader.say(LONG_TEXT)
    assert said.text.startswith(messages.YOUR_TEXT)


async def test_a_text_pasted_with_its_title_is_shown_under_it(reader: Reader) -> None:
    """A line of its own above the text is no sentence of the summary."""
    (said,) = await reader.say(f"باز شدن راه‌های رودبند\n\n{LONG_TEXT}")
    assert said.text.split("\n")[:2] == [messages.YOUR_TEXT, "باز شدن راه‌های رودبند"]
    assert said.text.count("باز شدن راه‌های رودبند") == 1


async def test_a_text_in_several_messages_is_answered_once(reader: Reader) -> None:
    """As a messenger parts what is pasted."""
    *_, last = await reader.person.paste("\n".join([LONG_TEXT] * 15))
    await reader.playground.settled(last.chat_id, after=last, timeout_s=20)
    (said,) = reader.answers()
    assert (last.id > 2, said.text.startswith(messages.YOUR_TEXT)) == (True, True)


@pytest.mark.parametrize(
    "text", ["خبر زعفران را بده", "چکیدهٔ خبر زعفران", "خلاصه خبر زعفران", "زعفران چی شد؟", "/summary خبر زعفران", "ذعفران"]
)
async def test_polite_words_around_a_name_do_not_hide_it(reader: Reader, text: str) -> None:
    """The article of that name is shown, as if the name stood alone."""
    (said,) = await reader.say(text)
    assert said.text.startswith("بازار زعفران")
    assert button(said, messages.FULL_TEXT)


@pytest.mark.parametrize(
    ("text", "title"), [("کتبخانه کابل", "کتابخانه سیار"), ("انفولانزا", "هفت توصیه برای پیشگیری از آنفلوانزا")]
)
async def test_a_name_with_slips_finds_what_is_meant(reader: Reader, text: str, title: str) -> None:
    """A letter missing, two changed round, no madda, beside a word of the text."""
    (said,) = await reader.say(text)
    assert said.text.startswith(title)


async def test_a_topic_asked_for_politely_brings_its_newest(reader: Reader) -> None:
    """«خبر» before it and «بده» after it are no part of its name."""
    (polite,) = await reader.say("خبرهای ورزشی رو بده")
    (short,) = await reader.say("ورزشی")
    assert polite.text == short.text


async def test_a_choice_leads_to_the_search_for_the_same_words(reader: Reader) -> None:
    """Who meant none of the titles finds the texts behind one button."""
    (asked,) = await reader.say("رودبند")
    assert asked.text == messages.WHICH_ONE
    found = await reader.press(asked, messages.SEARCH_TEXTS)
    assert found.text.startswith(messages.hits_for("رودبند"))


async def test_a_name_of_nobody_quoted_leads_to_the_search(reader: Reader) -> None:
    """Where texts speak of it."""
    (said,) = await reader.say("/quotes زعفران")
    assert said.text == messages.no_quotes_of("زعفران")
    assert (await reader.press(said, messages.SEARCH_TEXTS)).text.startswith(messages.hits_for("زعفران"))


async def test_what_is_like_nothing_still_has_a_way_on(reader: Reader) -> None:
    """Buttons lead to the newest and the topics; Latin letters are asked to be Persian ones."""
    (said,) = await reader.say("qwertzuiop")
    assert said.text == f"{messages.not_found('qwertzuiop')}\n\n{messages.IN_PERSIAN}"
    assert button(said, messages.TEN_NEWEST)


@pytest.mark.parametrize("text", ["/search -نفت", "/search !!!", "/search یا", '/search -"بازار سهام"'])
async def test_a_search_for_nothing_is_told_how_to_search(reader: Reader, text: str) -> None:
    """Rather than that nothing was found."""
    (said,) = await reader.say(text)
    assert said.text.startswith(messages.ONLY_EXCLUDED)
    assert messages.SEARCH_EXAMPLE in said.text


async def test_marks_that_were_typed_are_not_doubled(reader: Reader) -> None:
    """A phrase stands in marks of its own kind within ours."""
    (said,) = await reader.say("/search «وزارت خارجه»")
    assert said.text.startswith("نتیجهٔ جست‌وجوی «“وزارت خارجه”»")


async def test_a_search_with_a_slip_says_what_it_looked_for(reader: Reader) -> None:
    """What was typed stands nowhere; what is near it does."""
    (said,) = await reader.say("/search انفولانزا")
    assert said.text.startswith(messages.respelled("انفولانزا"))
    assert messages.hits_for("آنفلوانزا") in said.text


@pytest.mark.parametrize("text", ["راهنما", "/help"])
async def test_help_comes_by_command_and_by_word(reader: Reader, text: str) -> None:
    """With an example of each thing."""
    (said,) = await reader.say(text)
    assert said.text.startswith(messages.HELP_TITLE)
    assert all(example in said.text for _, _, example in messages.HELP)


async def test_a_button_of_an_old_message_works_after_a_restart(settings) -> None:
    """It carries what it is about, so that nothing need be remembered."""
    async with running(settings, playground_port=0) as bot:
        reader = Reader(bot)
        (shown,) = await reader.say("/latest")
        old = button(shown, messages.OLDER).data
    async with running(settings, playground_port=0) as bot:
        again = Reader(bot)
        (greeting,) = await again.say("/start")
        await again.person.press(greeting.id, old)
        assert again.answers()[0].text not in {greeting.text, shown.text}


async def test_a_failure_is_told_with_a_code_that_stands_in_the_log(reader: Reader, caplog: pytest.LogCaptureFixture) -> None:
    """The reader reads what to do; the operator finds the cause."""
    broken = replace(reader.bot.application.bot_data["rooms"], now=lambda: 1 / 0)
    reader.bot.application.bot_data["rooms"] = broken
    (said,) = await reader.say("/topics")
    code = said.text.rsplit(" ", 1)[1]
    assert said.text == messages.failed(code)
    assert any(
        getattr(record, "code", "") == code and "ZeroDivisionError" in (record.exc_text or "") + str(record.exc_info)
        for record in caplog.records
    )


async def test_rubbish_in_a_button_is_answered_with_a_toast(reader: Reader) -> None:
    """Anybody may send any callback data."""
    (greeting,) = await reader.say("/start")
    answer = await reader.person.press(greeting.id, "\u202e:::'; DROP TABLE articles")
    assert answer.text == messages.NOT_UNDERSTOOD


async def test_no_request_is_refused_or_unknown_to_telegram(reader: Reader) -> None:
    """Over the commands, nothing the bot sends is complained of."""
    for text in ("/start", "/help", "/latest", "/topics", SEED_NAME, "/quotes کنعانی", "/search روسیه", "/latest فرهنگ", "?"):
        await reader.say(text)
    assert [
        (one.method, one.description, one.complaints) for one in reader.playground.requests if one.code != 200 or one.complaints
    ] == []


async def test_a_button_is_pressed_by_writing_its_words(reader: Reader) -> None:
    """The answer is a message of its own, about the article that was shown last."""
    (newest,) = await reader.say("/latest")
    full = await reader.say("متن کامل را بده")
    assert full[0].text.startswith(newest.text)
    assert sum(len(one.text) for one in full) > 2 * len(newest.text)
    (older,) = await reader.say("خبر بعدی")
    assert older.text.split("\n")[0] != newest.text.split("\n")[0]
    (back,) = await reader.say("قبلی")
    assert back.text == newest.text
    (end,) = await reader.say("قبلی")
    assert end.text == messages.NO_NEWER
    (older_again,) = await reader.say("بعدی")
    assert older_again.text == older.text


async def test_a_hit_keeps_its_marks_and_spaces(reader: Reader) -> None:
    """A word that was met may stand before a «»; it is set bold, and what is around it stays as it is."""
    (hits,) = await reader.say("/search کلیات فردا")
    assert "کلیات طرح «آب برای فردا» را" in hits.text
    bold = [hits.text[one.offset : one.offset + one.length] for one in hits.entities if one.type == "bold"]
    assert {"کلیات", "فردا"} <= set(bold)


async def test_a_number_opens_the_hit_of_that_number(reader: Reader) -> None:
    """And a tap on a button is what the next word goes by."""
    (hits,) = await reader.say("/search زعفران یا قنات")
    (second,) = await reader.say("2")
    assert second.text.split("\n")[0] in hits.text
    (greeting,) = await reader.say("/start")
    shown = await reader.press(greeting, messages.LATEST)
    (older,) = await reader.say("بعدی")
    assert older.text == (await reader.press(shown, messages.OLDER)).text


async def test_the_source_is_written_as_a_link(reader: Reader) -> None:
    """Since a button that opens an address cannot be pressed for anybody."""
    (shown,) = await reader.say("زعفران")
    (link,) = await reader.say("لینک خبر")
    assert link.text == button(shown, messages.LINK).url


@pytest.mark.parametrize("word", ["بعدی", "متن کامل", "بله", "روایت‌های دیگر"])
async def test_a_word_for_a_button_that_is_not_there_is_told(reader: Reader, word: str) -> None:
    """Rather than looked up as the name of an article."""
    (said,) = await reader.say(word)
    assert said.text == messages.NO_SUCH_BUTTON
    assert button(said, messages.LATEST)
    (listed,) = await reader.say("لیست")
    assert listed.text.startswith(messages.NEWEST_TITLE)


async def test_a_title_may_be_named_by_a_word_for_a_button(reader: Reader) -> None:
    """Where no such button is in front of the reader."""
    (shown,) = await reader.say("بازگشت")
    assert shown.text.startswith("ستاره دریا با بازگشت")


async def test_a_subscription_is_confirmed_by_a_word(reader: Reader) -> None:
    """Or let be."""
    await reader.say("هرگاه از کنعانی نقل شد")
    (done,) = await reader.say("بله")
    assert done.text.startswith(words.SUBSCRIBED)
    await reader.say("/subscribe زلزله")
    (left,) = await reader.say("نه")
    assert left.text == words.CANCELLED
