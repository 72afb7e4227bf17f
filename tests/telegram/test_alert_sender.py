"""An alert as it arrives, and Telegram's errors as values."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.model.alert import Gone, Migrated, Refused, RetryAt, SendResult
from bot.model.article import Article, Brief
from bot.telegram import alert_messages
from bot.telegram.alert_sender import alert_screen, gathered_screen, met, result_of
from bot.telegram.markup import pack

TEHRAN = ZoneInfo("Asia/Tehran")
ARTICLE = Article(
    title="زمین‌لرزه در یزد",
    text="زلزله‌ای شهر را لرزاند. کسی آسیب ندید.",
    source="نمونه",
    url="https://a.example/1",
    published=datetime(2024, 3, 20, 12, tzinfo=UTC),
    id=7,
    added=datetime(2024, 3, 20, 12, tzinfo=UTC),
    story_id=7,
)
BRIEF = Brief(("زلزله‌ای شهر را لرزاند.", "کسی آسیب ندید."))


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (Forbidden("bot was blocked by the user"), Gone()),
        (BadRequest("Chat not found"), Gone()),
        (BadRequest("Message is too long"), Refused("")),
        (ChatMigrated(-100), Migrated(-100)),
        (TimedOut(), RetryAt()),
        (NetworkError("Bad Gateway"), RetryAt()),
    ],
)
def test_an_error_becomes_a_value(error: TelegramError, result: SendResult) -> None:
    """Each error of Telegram means one thing for the message and its chat."""
    found = result_of(error)
    assert found == (result if isinstance(result, Migrated) else replace(result, reason=found.reason))  # type: ignore[union-attr]


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_a_429_says_how_long_to_wait() -> None:
    """The time is Telegram's own."""
    found = result_of(RetryAfter(7))
    assert isinstance(found, RetryAt)
    assert found.wait == timedelta(seconds=7)


def test_what_was_met_stands_in_bold() -> None:
    """The words of the chat's own subscription are marked in the sentences; what it did not ask for is not."""
    shown = alert_screen(ARTICLE, BRIEF, met(ARTICLE, BRIEF, ("زلزله", "سیل")), zone=TEHRAN, development=True)
    (text,) = pack(shown.blocks)
    assert text.startswith(f"<i>{alert_messages.DEVELOPMENT}</i>")
    assert text.count("<b>") == 2
    assert "<b>زلزله" in text


def test_a_long_list_is_one_message() -> None:
    """Titles of any length in any number still make one message, the older ones after a line of their own."""
    long = replace(ARTICLE, title="خبر بسیار دراز " * 100, source="رسانه " * 100)
    shown = gathered_screen([(long, False)] * 7 + [(long, True)] * 8, gathered=True, more=30, zone=TEHRAN)
    (text,) = pack(shown.blocks)
    assert text.count(alert_messages.OLDER) == 1
    assert alert_messages.more(30) in text
    assert len(shown.keyboard) == 15
