"""One story from several outlets, as a reader meets it in choices and inline."""

from dataclasses import replace

import pytest

from bot.telegram import messages
from tests.flows.conftest import Reader, button
from tests.storage.making import NOON, prepared

TITLE = "گشایش موزهٔ سفال کوزه‌کنان"
TEXT = (
    "موزهٔ سفال کوزه‌کنان بامداد امروز با نمایش ۲۴۰ ظرف کهن گشوده شد و تا پایان آبان رایگان است. "
    "مدیر موزه می‌گوید کهن‌ترین ظرف این مجموعه از تپهٔ سفیدان به دست آمده و سه هزار سال دارد. "
    "بازدیدکنندگان می‌توانند در کارگاه کنار موزه خودشان چرخ سفالگری را بیازمایند و ظرفی بسازند."
)


@pytest.fixture
async def told_twice(reader: Reader) -> Reader:
    """A reader of a store in which two outlets tell one story under one title."""
    both = [
        prepared(TITLE, TEXT + end, source=source, url=f"https://{source}.example/1")
        for source, end in (("الف", ""), ("ب", " پایان."))
    ]
    await reader.bot.store.articles.add([both[0]])
    await reader.bot.store.articles.add([both[1]])
    return reader


async def test_a_story_under_one_title_is_shown_not_asked_about(told_twice: Reader) -> None:
    """With the way to what the other outlet wrote."""
    (said,) = await told_twice.say(TITLE)
    assert said.text.startswith(TITLE)
    assert button(said, messages.OTHER_VERSIONS)


async def test_inline_offers_a_story_once(told_twice: Reader) -> None:
    """And with polite words around the name, too."""
    for words in (TITLE, f"خبر {TITLE} را بده"):
        found = await told_twice.person.inline(words)
        assert [one.title for one in found].count(TITLE) == 1
        assert sum(TITLE in one.title for one in found) == 1


async def test_two_events_of_one_title_are_told_apart_in_the_choice(reader: Reader) -> None:
    """By outlet, since that is what is different about them; and how each begins is shown."""
    texts = ("نرخ تازهٔ آب از فردا اجرا می‌شود.", "شهرداری از پرداخت خودداری کرد و شورا به دادگاه رفت.")
    for place, text in enumerate(texts):
        one = prepared(TITLE, text, source=f"روزنامهٔ {place}", url=f"https://example.org/{place}")
        late = replace(one.article, published=NOON.replace(year=2020 + place))
        await reader.bot.store.articles.add([replace(one, article=late)])
    (asked,) = await reader.say(TITLE)
    names = [row[0].text for row in asked.keyboard if TITLE in row[0].text]
    assert sorted(names) == [f"روزنامهٔ ۰ | {TITLE}", f"روزنامهٔ ۱ | {TITLE}"]
    assert all(text[:30] in asked.text for text in texts)
