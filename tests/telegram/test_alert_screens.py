"""What stands behind the screens of alerts: their sentences, settings as values, previews out of the store, the chart."""

import io
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from inspect import isfunction
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st
from PIL import Image
from telegram import Bot, Chat, Message

from bot.model.alert import Preferences
from bot.storage.sqlite.store import SqliteStore
from bot.telegram import alerts_words, recent
from bot.telegram.application import _wrote_as_admin
from bot.telegram.callbacks import action, decode, encode
from bot.telegram.chart import HEIGHT, WIDTH, Bar, bar_chart
from bot.telegram.handlers import settings, stats
from bot.telegram.recent import last_met
from bot.telegram.screen import Screen
from bot.telegram.words import Wish, wish
from bot.topics import Query, describe, parse_query
from summarizer import polish
from tests.storage.making import NOON, prepared, said

PERSIAN = re.compile(r"[آ-ی]")
TEHRAN = ZoneInfo("Asia/Tehran")
QUIET = Preferences(mode="digest", quiet_from=time(23), quiet_to=time(7), silent=True)


def asked(text: str) -> Query:
    """The query of these words."""
    query = parse_query(text)
    assert isinstance(query, Query)
    return query


SPOKEN = {
    "numbered": alerts_words.numbered(12, "بورس"),
    "ticked": alerts_words.ticked("تهران", on=True),
    "wording": alerts_words.wording(describe(asked('"بازار سهام" منبع:ایسنا یا گوینده:کنعانی یا ورزش یا بازتاب:زیاد -نفت -گاز'))),
    "instead_of": alerts_words.instead_of("«ایران»"),
    "whole_topic": alerts_words.whole_topic("ورزش"),
    "brought": alerts_words.brought(0) + " " + alerts_words.brought(41),
    "since": alerts_words.since(NOON, TEHRAN),
    "not_subscribed": alerts_words.not_subscribed("بورس"),
    "all_dropped": alerts_words.all_dropped(12),
    "too_long": alerts_words.too_long(1200, 200),
    "too_many_words": alerts_words.too_many_words(17, 16),
    "too_common": alerts_words.too_common("از"),
    "contradiction": alerts_words.contradiction("«بورس»"),
    "unknown_topic": alerts_words.unknown_topic("فضاپیما"),
    "hour": alerts_words.hour(time(7)),
    "hours": alerts_words.hours((time(7), time(20, 30))),
    "quiet_span": alerts_words.quiet_span(time(23), time(7)),
    "how": alerts_words.how(QUIET) + " " + alerts_words.how(Preferences()),
    "quiet": alerts_words.quiet(QUIET) + " " + alerts_words.quiet(Preferences()),
    "sound": alerts_words.sound(QUIET) + " " + alerts_words.sound(Preferences()),
    "where": alerts_words.where("Europe/Berlin"),
    "paused_until": alerts_words.paused_until(NOON, TEHRAN),
    "figure": alerts_words.figure("خبرها", 1234567),
    "last_reached": alerts_words.last_reached("ایسنا", alerts_words.ago(3), 4),
    "ago": " ".join(map(alerts_words.ago, (0, 5, 70))),
}


def sentences() -> dict[str, str]:
    """The constants, and each function's sentence with example values."""
    found = dict(SPOKEN)
    for name, value in vars(alerts_words).items():
        if name.isupper() and isinstance(value, str | tuple | dict):
            several = [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value
            for place, one in enumerate(several):
                found[f"{name}.{place}"] = one if isinstance(one, str) else one[1]
    return {name: text for name, text in found.items() if PERSIAN.search(text)}


@pytest.mark.parametrize("name", sentences())
def test_a_sentence_is_set_as_an_editor_would(name: str) -> None:
    """Persian letters and digits, no lost half-space that polish would put back, no stray space, marks in pairs."""
    text = sentences()[name]
    without_codes = re.sub(r"\u200e?/[a-z]+", "فرمان", text)
    assert not re.search(r"[آ-ی] /[a-z]", text), "no left-to-right mark before the slash"
    assert not re.search("[يكىة0-9]", without_codes)
    assert text.count("«") == text.count("»")
    assert "  " not in text
    assert not re.search(r"\s[،؛.:؟!»]", without_codes)
    assert polish(without_codes.strip()) == without_codes.strip()


def test_every_sentence_that_takes_a_value_is_looked_at() -> None:
    """A new one needs an example above."""
    made_here = (one for one in vars(alerts_words).values() if isfunction(one) and one.__module__ == alerts_words.__name__)
    assert {one.__name__ for one in made_here if not one.__name__.startswith("_")} == set(SPOKEN)


@pytest.mark.parametrize("example", [words for words, _ in alerts_words.EXAMPLES])
def test_each_example_is_a_query_and_a_plain_wish(example: str) -> None:
    """What is shown to be copied works as it stands."""
    assert wish(f"{alerts_words.OPENING} {example}") == Wish("subscribe", example)
    assert asked(example)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هشدارها", Wish("alerts", "")),
        ("تنظیمات", Wish("settings", "")),
        ("اشتراک", Wish("subscribe", "")),
        ("اشتراک ورزش", Wish("subscribe", "ورزش")),
        ("لغو اشتراک", Wish("unsubscribe", "")),
        ("لغو اشتراک ورزش", Wish("unsubscribe", "ورزش")),
        ("هر گاه از کنعانی نقل شد", Wish("subscribe", "هر گاه از کنعانی نقل شد")),
        ("هرگاه باران ببارد، سیل می‌آید", Wish("name", "هرگاه باران ببارد، سیل می‌آید")),
    ],
)
def test_plain_words_do_what_commands_do(text: str, expected: Wish) -> None:
    """Commands can only be Latin letters."""
    assert wish(text) == expected


def test_an_answer_to_the_edit_message_is_an_edit() -> None:
    """The message that is answered says which one, so nothing is remembered; an answer to any other is not."""
    assert wish(" گندم ", f"{alerts_words.HOW_TO_EDIT}\n\n/edit 12 جو") == Wish("edit", "12 گندم")
    assert wish("گندم", "خبری که /edit 12 در میان دارد").name == "name"


def screens(wishes: Preferences) -> list[Screen]:
    """All that /settings can show."""
    return [part(wishes, NOON) for part in (settings._all, settings._hours, settings._quiet, settings._zone)]


WISHES = st.builds(
    Preferences,
    mode=st.sampled_from(["at_once", "digest"]),
    digest_hours=st.lists(st.sampled_from(settings.DIGEST_HOURS), min_size=1, unique=True).map(lambda hours: tuple(sorted(hours))),
    silent=st.booleans(),
    paused_until=st.sampled_from([None, NOON - timedelta(days=1), NOON + timedelta(days=1)]),
)


@given(WISHES)
def test_every_settings_button_says_what_is_to_be(wishes: Preferences) -> None:
    """Pressed twice it does the same as once, and what it carries fits Telegram."""
    pressed = [one.action for shown in screens(wishes) for row in shown.keyboard for one in row if one.action]
    for one in pressed:
        assert decode(encode(one)) == one
        if one.name == "set":
            change = settings._CHANGES[one.arg(0)]
            once = change(wishes, one, NOON)
            assert once is not None
            assert change(once, one, NOON) == once


@pytest.mark.parametrize("data", ["hour:12", "hour:-1:1", "quiet:9", "quiet:-3", "zone:Europe/Paris", "mode:never", "mode"])
def test_what_no_button_offers_is_no_setting(data: str) -> None:
    """Anybody may send any data."""
    one = action("set", *data.split(":"))
    assert settings._CHANGES[one.arg(0)](Preferences(), one, NOON) is None


def test_a_pause_that_is_over_is_not_shown() -> None:
    """Nor is its button to go on."""
    over = settings._all(replace(QUIET, paused_until=NOON - timedelta(hours=1)), NOON)
    under_way = settings._all(replace(QUIET, paused_until=NOON + timedelta(hours=1)), NOON)
    texts = [[one.text for row in shown.keyboard for one in row] for shown in (over, under_way)]
    assert [alerts_words.RESUME in one for one in texts] == [False, True]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """An empty store."""
    async with SqliteStore.open(tmp_path / "store.db", now=lambda: NOON) as opened:
        yield opened


async def titles(store: SqliteStore, words: str) -> list[str]:
    """The titles a preview would show."""
    return [one.article.title for one in await last_met(store, asked(words))]


async def test_a_preview_has_the_newest_three(store: SqliteStore) -> None:
    """Of all that meet the query, in title or text, whatever the ending of the word."""
    batch = [prepared(f"خبر {n}", f"کتاب‌های تازهٔ شماره {n} رسید.", minutes=n, topics=("culture",)) for n in range(5)]
    await store.articles.add([*batch, prepared("خبر دیگر", "باران بارید.", minutes=9)])
    assert await titles(store, "کتاب") == ["خبر 4", "خبر 3", "خبر 2"]
    assert await titles(store, "فرهنگ") == ["خبر 4", "خبر 3", "خبر 2"]
    assert await titles(store, "سیمرغ") == []


async def test_what_is_rare_is_found_among_the_old(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """By word, phrase, topic and speaker; exclusions hold there, too."""
    monkeypatch.setattr(recent, "SCANNED", 60)
    old = [
        prepared("زعفران ارزان شد", "کشاورزان زعفران فروختند.", minutes=1, topics=("economy",)),
        prepared("زعفران و باران", "باران به زعفران رسید.", minutes=2),
        prepared("سخنان رودباری", "رودباری گفت: آب کافی است.", minutes=3, quotes=(said("رودباری"),)),
    ]
    newer = [prepared(f"خبر تازه {n}", f"متن تازه {n}", minutes=100 + n) for n in range(70)]
    await store.articles.add([*old, *newer])
    assert await titles(store, "زعفران -باران") == ["زعفران ارزان شد"]
    assert await titles(store, '"باران به زعفران" یا گوینده:رودباری') == ["سخنان رودباری", "زعفران و باران"]
    assert await titles(store, "اقتصاد") == ["زعفران ارزان شد"]


@settings_of_hypothesis(max_examples=30)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=60))
def test_any_counts_make_a_picture(values: list[int]) -> None:
    """Zeros, one bar, and numbers of any size, in a picture that Telegram takes."""
    with Image.open(io.BytesIO(bar_chart("خبرها", [Bar("۱ آذر", value) for value in values]))) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))


def test_the_tallest_bar_stands_for_the_largest_value() -> None:
    """Bars run from the right, the oldest first, and their height is their value."""
    with Image.open(io.BytesIO(bar_chart("خبرها", [Bar("", 40), Bar("", 20)]))) as picture:
        older, newest = (_coloured_rows(picture, x) for x in (int(WIDTH * 0.75), int(WIDTH * 0.3)))
    assert older == pytest.approx(2 * newest, abs=6)


def _coloured_rows(picture: Image.Image, x: int) -> int:
    """How many pixels of a column are a bar's blue."""
    column = (picture.getpixel((x, y)) for y in range(HEIGHT))
    return sum(1 for pixel in column if isinstance(pixel, tuple) and pixel[2] - pixel[0] > 80)


@pytest.mark.parametrize("zone", ["Asia/Tehran", "Europe/Berlin", "America/Los_Angeles"])
def test_days_of_the_chart_start_at_midnight_over_a_change_of_clocks(zone: str) -> None:
    """One day each, in the reader's zone, the last one being today."""
    now = datetime(2026, 11, 3, 22, 0, tzinfo=UTC)
    days = stats._midnights(now, ZoneInfo(zone))
    assert len(days) == stats.DAYS + 1
    assert all(one.time() == time(0) for one in days)
    assert days[-2] <= now < days[-1]
    assert {(after.date() - before.date()).days for before, after in pairwise(days)} == {1}


async def test_one_long_interview_hides_nothing_older_that_a_person_said(store: SqliteStore) -> None:
    """However many quotations it holds; both lie behind the newest articles."""
    interview = tuple(said("رودباری", f"پاسخ شمارهٔ {number}") for number in range(40))
    newer = [prepared(f"خبر {number}", f"متن یکتای {number} است", minutes=60 + number) for number in range(recent.SCANNED + 5)]
    await store.articles.add(
        [
            prepared("سخنرانی", "رودباری سخن گفت", minutes=1, quotes=(said("رودباری"),)),
            prepared("گفت‌وگوی بلند", "رودباری پاسخ داد", minutes=2, quotes=interview),
            *newer,
        ]
    )
    assert await titles(store, "گوینده:رودباری") == ["گفت‌وگوی بلند", "سخنرانی"]


async def test_who_writes_in_the_name_of_a_channel_is_its_admin() -> None:
    """Telegram is not asked: there is nobody whom it could name. A stranger's channel is no such name."""
    channel, other = Chat(-1001, Chat.CHANNEL, title="خبرها"), Chat(-1002, Chat.CHANNEL, title="دیگر")
    post = Message(1, NOON, channel, sender_chat=channel)
    assert await _wrote_as_admin(post, Bot("1:none", base_url="http://127.0.0.1:9/bot"))
    foreign = Message(2, NOON, Chat(-1003, Chat.SUPERGROUP), sender_chat=other)
    assert not await _wrote_as_admin(foreign, Bot("1:none", base_url="http://127.0.0.1:9/bot"))
