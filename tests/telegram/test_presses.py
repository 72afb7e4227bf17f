"""Buttons pressed by writing what they say, or another word for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.chat import ChatKey
from bot.telegram import alert_messages as alert
from bot.telegram import alerts_words, messages
from bot.telegram.callbacks import action
from bot.telegram.presses import FOR_S, MAX_CHATS, LastButtons, means_a_button, pressed
from bot.telegram.screen import Button, Keyboard

ARTICLE: Keyboard = (
    (Button(messages.OLDER, action("older", 5)), Button(messages.NEWER, action("newer", 5))),
    (Button(messages.FULL_TEXT, action("full", 5)), Button(messages.TEN_NEWEST, action("list"))),
    (Button(messages.with_count(messages.OTHER_VERSIONS, 3), action("others", 5)),),
    (Button(messages.LINK, url="https://example.org/5"),),
)
HITS: Keyboard = (
    (Button("۱", action("told", 7)), Button("۲", action("told", 8))),
    (Button(messages.NEXT_PAGE, action("search", 1, 5)), Button(messages.PREVIOUS_PAGE, action("search", 1, 0))),
)
PREVIEW: Keyboard = ((Button(alerts_words.CONFIRM, action("confirm", 3)),), (Button(alerts_words.CANCEL, action("unchanged")),))
ALL: Keyboard = ((Button(alerts_words.YES_ALL, action("drop_all")), Button(alerts_words.BACK, action("alerts"))),)
ALERT: Keyboard = ((Button(alert.OPEN, action("told", 9)), Button(alert.SOURCE, url="https://example.org/9")),)
MANY: Keyboard = ((Button("۱", action("told", 1)),), (Button(alert.rest(40), action("rest_of", 2)),))


@pytest.mark.parametrize(
    ("text", "keyboard", "data"),
    [
        ("بعدی", ARTICLE, "older"),
        ("خبر بعدی را بده لطفاً", ARTICLE, "older"),
        ("قديمي تر", ARTICLE, "older"),
        ("قبلی", ARTICLE, "newer"),
        ("متن کامل", ARTICLE, "full"),
        ("متن کاملش رو بفرست", ARTICLE, "full"),
        ("متن کامل را بده", ARTICLE, "full"),
        ("بیشتر", ARTICLE, "full"),
        ("فهرست", ARTICLE, "list"),
        ("روایت‌های دیگر", ARTICLE, "others"),
        ("منابع دیگر", ARTICLE, "others"),
        ("۲", HITS, "told"),
        ("2", HITS, "told"),
        ("بعدی", HITS, "search"),
        ("بیشتر", HITS, "search"),
        ("بله", PREVIEW, "confirm"),
        ("آره!", PREVIEW, "confirm"),
        ("باخبرم کن", PREVIEW, "confirm"),
        ("نه", PREVIEW, "unchanged"),
        ("بله", ALL, "drop_all"),
        ("نه", ALL, "alerts"),
        ("متن کامل", ALERT, "told"),
        ("بیشتر", MANY, "rest_of"),
    ],
)
def test_a_word_presses_the_button_it_stands_for(text: str, keyboard: Keyboard, data: str) -> None:
    """Its own words, or those people use for it, politely or not."""
    button = pressed(text, keyboard)
    assert button is not None
    assert button.action is not None
    assert button.action.name == data


@pytest.mark.parametrize(("text", "keyboard"), [("لینک", ARTICLE), ("منبع خبر", ARTICLE), ("منبع", ALERT)])
def test_a_word_for_the_source_is_its_link(text: str, keyboard: Keyboard) -> None:
    """Whose button opens an address."""
    button = pressed(text, keyboard)
    assert button is not None
    assert button.url.startswith("https://example.org/")


@pytest.mark.parametrize(
    ("text", "keyboard"),
    [
        ("۳", HITS),
        ("بعدی", PREVIEW),
        ("بله", ARTICLE),
        ("متن کامل توافق", ARTICLE),
        ("نسل بعدی", ARTICLE),
        ("بعدی", ()),
        ("…", ARTICLE),
        ("📄", ARTICLE),
    ],
)
def test_a_word_without_a_button_presses_none(text: str, keyboard: Keyboard) -> None:
    """Nor does a name that has such a word in it."""
    assert pressed(text, keyboard) is None


def test_a_label_of_two_buttons_is_nobodys() -> None:
    """Two that do the same are one."""
    two = ((Button("سیل", action("article", 1)), Button("سیل", action("article", 2))),)
    assert pressed("سیل", two) is None
    same = ((Button("سیل", action("article", 1)), Button("🌊 سیل", action("article", 1))),)
    assert pressed("سیل", same) == same[0][1]


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    """What is no word for any button presses one only by its own words, which hold a letter or a digit."""
    button = pressed(text, ARTICLE)
    assert button is None or means_a_button(text) or any(char.isalnum() for char in text)


def test_the_last_buttons_are_kept_for_an_hour() -> None:
    """A message without buttons leaves those before it."""
    now_s = [5.0]
    last = LastButtons(lambda: now_s[0])
    last.put(ChatKey(1), ARTICLE)
    last.put(ChatKey(1), ())
    assert last.get(ChatKey(1)) == ARTICLE
    assert last.get(ChatKey(2)) == ()
    now_s[0] += FOR_S + 1
    assert last.get(ChatKey(1)) == ()


def test_the_oldest_chats_are_let_go() -> None:
    """So that a crowd takes no more memory than its bound."""
    last = LastButtons(lambda: 0.0)
    last.put(ChatKey(0), ARTICLE)
    last.put(ChatKey(1), ARTICLE)
    last.put(ChatKey(0), HITS)
    for number in range(2, MAX_CHATS + 1):
        last.put(ChatKey(number), ARTICLE)
    assert last.get(ChatKey(1)) == ()
    assert last.get(ChatKey(0)) == HITS
