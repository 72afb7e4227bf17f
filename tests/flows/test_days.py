"""The news of a day, and what most outlets told, as a reader asks for them."""

import pytest

from bot.telegram import alerts_words, messages
from bot.telegram.alert_messages import because
from tests.flows.arriving import QUAKE, STORIES, comes_in, heard, recorded, subscribed
from tests.flows.conftest import Reader, button
from tests.flows.watch import Watch

QUAKE_TITLE = "زمین‌لرزه در مهرآباد"


@pytest.fixture
async def two_days(reader: Reader, watch: Watch) -> Reader:
    """A reader at noon in Tehran; three outlets told of a quake an hour ago, two of a race then; yesterday brought two stories."""
    watch.forward_to(9)
    for title, text in STORIES[1:3]:
        await comes_in(reader, watch, title, text)
    watch.forward(hours=23)
    for source in ("الف", "ب", "ج"):
        await comes_in(reader, watch, f"{QUAKE_TITLE}؛ گزارش {source}", f"{QUAKE} {source}", source=source)
    for source in ("ب", "د"):
        await comes_in(reader, watch, f"{STORIES[0][0]}؛ گزارش {source}", f"{STORIES[0][1]} {source}", source=source)
    watch.forward(hours=1)
    return reader


@pytest.mark.parametrize("asked", ["خبرهای دیروز", "/latest دیروز", "دیروز چه خبر بود؟", "/latest ۵ خبر دیروز را بده"])
async def test_a_days_news_is_listed_with_the_days_beside_it(two_days: Reader, asked: str) -> None:
    """A button leads to the day after and back; the day after today is not offered."""
    (yesterday,) = await two_days.say(asked)
    assert yesterday.text.startswith(messages.NEWS)
    assert all(title in yesterday.text for title, _ in STORIES[1:3])
    assert QUAKE_TITLE not in yesterday.text
    assert "ساعت ۱۲:۳۰" in yesterday.text
    today = await two_days.press(yesterday, messages.DAY_AFTER)
    assert today.text.count(QUAKE_TITLE) == 1
    assert messages.DAY_AFTER not in [one.text for row in today.keyboard for one in row]
    assert (await two_days.press(today, messages.DAY_BEFORE)).text == yesterday.text


async def test_a_day_without_news_is_told_and_left(two_days: Reader, watch: Watch) -> None:
    """By the buttons to the days beside it, and to the last one before it that has any; one of a topic says so."""
    (said,) = await two_days.say("/latest سه روز پیش")
    assert "ذخیره نشده" in said.text
    assert button(said, messages.DAY_AFTER)
    watch.forward(days=5)
    (said,) = await two_days.say("دیروز")
    assert QUAKE_TITLE in (await two_days.press(said, "📅 خبرهای")).text
    (said,) = await two_days.say("خبرهای فرهنگی دیروز")
    assert "«فرهنگ»" in said.text


@pytest.mark.parametrize("asked", ["خبرهای ۳۱ آبان", "/top ۳۱ آبان", "/latest ۹۹ آذر"])
async def test_a_day_that_is_none_is_told(two_days: Reader, asked: str) -> None:
    """Rather than that no article is named so."""
    (said,) = await two_days.say(asked)
    assert said.text == messages.NO_SUCH_DAY


async def test_the_stories_of_most_outlets_come_first(two_days: Reader) -> None:
    """With who told them; a number opens one in a message of its own, and a button shows all news of the time."""
    (wide,) = await two_days.say("مهم‌ترین خبرها")
    assert wide.text.startswith(messages.TOP_TITLE)
    assert wide.text.index(QUAKE_TITLE) < wide.text.index(STORIES[0][0])
    assert messages.told_by(3, "الف، ب، ج", 0) in wide.text
    assert messages.told_by(2, "ب، د", 0) in wide.text
    assert STORIES[1][0] not in wide.text
    await two_days.press(wide, "۱")
    assert two_days.answers()[-1].text.startswith(QUAKE_TITLE)
    every = await two_days.press(wide, messages.ALL_OF_THESE_DAYS)
    assert QUAKE_TITLE in every.text


async def test_the_greeting_leads_to_them_and_they_to_a_week(two_days: Reader) -> None:
    """And from the week back to the last day and night."""
    (greeting,) = await two_days.say("/start")
    wide = await two_days.press(greeting, messages.TOP)
    assert messages.last_hours(24) in wide.text
    week = await two_days.press(wide, messages.TOP_OF_A_WEEK)
    assert " تا " in week.text.split("\n")[0]
    assert (await two_days.press(week, messages.TOP_OF_A_DAY)).text == wide.text


async def test_where_a_day_and_night_had_none_a_week_is_shown(two_days: Reader, watch: Watch) -> None:
    """And where that had none either, the newest."""
    watch.forward(hours=30)
    (week,) = await two_days.say("/top")
    assert QUAKE_TITLE in week.text
    watch.forward(days=30)
    (newest,) = await two_days.say("/top")
    assert newest.text.startswith(messages.NOTHING_WIDE)
    assert messages.NEWEST_TITLE in newest.text


@pytest.mark.parametrize(
    "data", [f"day:2026-11-24::{'x' * 48}", f"top::{'x' * 58}", "top:2026-11-24:999999999999:sport:-9", f"full:1:{'x' * 57}"]
)
async def test_any_button_may_be_sent(two_days: Reader, data: str) -> None:
    """Rubbish in a button's place brings some days' news, and no failure."""
    (listed,) = await two_days.say("/top")
    answer = await two_days.person.press(listed.id, data)
    await two_days.playground.settled(listed.chat_id, after=listed, timeout_s=20)
    assert "کار انجام نشد" not in (answer.text or "")
    assert "xxx" not in two_days.answers()[-1].text


async def test_a_day_on_which_nothing_was_told_widely_shows_its_news(two_days: Reader) -> None:
    """After the word that nothing was."""
    (yesterday,) = await two_days.say("مهم‌ترین خبرهای دیروز")
    assert yesterday.text.startswith(messages.NOTHING_WIDE)
    assert STORIES[1][0] in yesterday.text


async def test_a_story_that_many_outlets_tell_alerts_once(reader: Reader, watch: Watch) -> None:
    """When the third tells it, and not again with the fourth; a story of two outlets alerts nobody."""
    await subscribed(reader, "/subscribe مهم‌ترین خبرها")
    before = len(reader.answers())
    for source in ("الف", "ب"):
        await comes_in(reader, watch, STORIES[0][0], f"{STORIES[0][1]} {source}", source=source)
    for source in ("الف", "ب", "ب", "ج", "د"):
        await comes_in(reader, watch, f"{QUAKE_TITLE}؛ گزارش {source}", f"{QUAKE} {source} {watch():%f}", source=source)
    alert = await heard(reader, reader.person.chat, before)
    await recorded(reader)
    assert alert.text.startswith(QUAKE_TITLE)
    assert alert.text.endswith(because("خبرهای پربازتاب (در ۳ رسانه یا بیشتر)"))
    assert len(reader.answers()) == before + 1


async def test_the_list_of_the_widest_leads_to_their_alert(two_days: Reader) -> None:
    """And the preview shows what would have come; of a topic, its stories alone."""
    (wide,) = await two_days.say("/top")
    preview = await two_days.press(wide, alerts_words.TELL_ME)
    assert QUAKE_TITLE in preview.text
    assert STORIES[0][0] not in preview.text
    (choice,) = await two_days.say("/subscribe")
    assert (await two_days.press(choice, alerts_words.WIDE_NEWS)).text == preview.text


async def test_a_name_that_is_a_weekday_offers_its_news_beside_the_articles(reader: Reader, watch: Watch) -> None:
    """Since either may be meant; without such articles the day itself is shown."""
    (day,) = await reader.say("جمعه")
    assert "جمعه" in day.text.split("\n")[0]
    for title, text in (("بازار جمعه گشوده شد", STORIES[2][1]), ("فروش در بازار جمعه", STORIES[3][1])):
        await comes_in(reader, watch, title, text)
    (asked,) = await reader.say("جمعه")
    assert asked.text.startswith(messages.WHICH_ONE)
    assert button(asked, "📅 خبرهای جمعه").data.startswith("day:")
