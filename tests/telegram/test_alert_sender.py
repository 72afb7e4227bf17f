"""An alert as it arrives, and Telegram's errors as values."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Chat, InlineKeyboardMarkup
from telegram import Message as SentMessage
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.delivery.plan import Message
from bot.model.alert import Alert, Closed, Gone, Migrated, Refused, RetryAt, SendResult, Sent
from bot.model.article import Article, Brief, BriefQuote
from bot.model.chat import ChatKey
from bot.ports.articles import Articles
from bot.ports.store import KeptTexts
from bot.telegram import alert_messages
from bot.telegram.alert_screens import Line, alert_screen, gathered_screen, met, shortened
from bot.telegram.alert_sender import TelegramAlertSender, result_of
from bot.telegram.markup import pack
from bot.telegram.presses import LastButtons

TEHRAN = ZoneInfo("Asia/Tehran")
NOON = datetime(2024, 3, 20, 12, tzinfo=UTC)
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
        (BadRequest("Bad Request: message thread not found"), Gone()),
        (BadRequest("need administrator rights in the channel chat"), Closed()),
        (BadRequest("Bad Request: TOPIC_CLOSED"), Closed()),
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
    shown = alert_screen(ARTICLE, BRIEF, met(ARTICLE, BRIEF, ("زلزله", "سیل")), zone=TEHRAN, head=alert_messages.DEVELOPMENT)
    (text,) = pack(shown.blocks)
    assert text.startswith(f"<i>{alert_messages.DEVELOPMENT}</i>")
    assert text.count("<b>") == 2
    assert "<b>زلزله" in text


@pytest.mark.parametrize("count", [15, 25])
def test_a_long_list_is_one_message(count: int) -> None:
    """Titles of any length in any number still make one message, the older ones after a line of their own."""
    long = replace(ARTICLE, title="خبر بسیار دراز " * 100, source="رسانه " * 100)
    lines = [Line(long, development=True)] * (count - 8) + [Line(long, stale=True)] * 8
    shown = gathered_screen(lines, title=alert_messages.GATHERED, more=30, zone=TEHRAN)
    (text,) = pack(shown.blocks)
    assert text.count(alert_messages.OLDER) == 1
    assert alert_messages.more(30) in text
    assert sum(map(len, shown.keyboard)) == count
    assert text.count(alert_messages.DEVELOPMENT_LINE) == count - 8


def test_an_alert_says_which_subscriptions_brought_it() -> None:
    """Those that it meets, in the reader's words, even where no word of them stands in what is shown."""
    meeting = met(ARTICLE, BRIEF, ("سیل", "منبع:نمونه", "یزد لرزاند"))
    assert meeting.reasons == ("رسانهٔ «نمونه»", "«یزد» و «لرزاند»")
    (text,) = pack(alert_screen(ARTICLE, BRIEF, meeting, zone=TEHRAN).blocks)
    assert "🔔 رسانهٔ «نمونه» | «یزد» و «لرزاند»" in text


def test_who_asked_for_a_person_reads_what_the_person_said() -> None:
    """After the first sentence, key quotations before others, and none of somebody else's."""
    kanani, other = "ناصر کنعانی، سخنگو", "بهروز نیک‌پی"
    said = [
        BriefQuote("کار آغاز شد.", 0, 0, kanani, "کنعانی", "گفت", "direct", marked=False, key=False),
        BriefQuote("خبر نداریم.", 0, 0, other, other, "گفت", "direct", marked=False, key=True),
        BriefQuote("شهر آرام است.", 0, 0, kanani, "وی", "افزود", "direct", marked=False, key=True),
    ]
    brief = replace(BRIEF, quotes=tuple(said))
    (text,) = pack(alert_screen(ARTICLE, brief, met(ARTICLE, brief, ('گوینده:"ناصر کنعانی"',)), zone=TEHRAN).blocks)
    assert BRIEF.sentences[1] not in text
    assert text.index("شهر آرام است") < text.index("کار آغاز شد")
    assert "خبر نداریم" not in text


@given(st.text(), st.integers(2, 50))
def test_a_title_is_cut_after_a_whole_word(text: str, most: int) -> None:
    """Never longer than it may be; what is short enough stays as it is."""
    cut = shortened(text, most)
    assert len(cut) <= most
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_a_cut_title_ends_with_no_half_word() -> None:
    """Nor with a mark before the dots."""
    assert shortened("گفت‌وگوی رئیس‌جمهور، وزیران و مردم", 30) == "گفت‌وگوی رئیس‌جمهور، وزیران…"
    assert shortened("گفت‌وگوی رئیس‌جمهور، وزیران و مردم", 22) == "گفت‌وگوی رئیس‌جمهور…"


class OneArticle:
    """A store of one article."""

    def __init__(self, article: Article, brief: Brief) -> None:
        self._article, self._brief = article, brief

    async def get(self, article_id: int) -> Article:
        """The article, whatever is asked for."""
        return self._article

    async def brief(self, article_id: int) -> Brief:
        """Its summary."""
        return self._brief


class BotOf:
    """A client that notes what is sent, and refuses some of it."""

    def __init__(self, *refusals: str) -> None:
        self.refusals, self.sent = list(refusals), list[dict[str, object]]()

    async def send_message(self, **given: object) -> SentMessage:
        """Note it, and refuse as told."""
        self.sent.append(given)
        if self.refusals:
            raise BadRequest(self.refusals.pop(0))
        return SentMessage(len(self.sent), NOON, Chat(5, "private"))


async def sent_by(
    bot: BotOf, article: Article, brief: Brief, *queries: str, kind: Literal["single", "list"] = "single"
) -> SendResult:
    """Have one alert, or a list of many, of an article sent."""
    alerts = tuple(Alert(one, ChatKey(5), one, 7, NOON, queries=queries) for one in range(1 if kind == "single" else 25))
    store = OneArticle(article, brief)
    sender = TelegramAlertSender(cast("Bot", bot), cast("Articles", store), cast("KeptTexts", store), LastButtons())
    return await sender.send(Message(kind, alerts))


@pytest.mark.parametrize("letter", ["ب", "😀", "& "])
@pytest.mark.parametrize("kind", ["single", "list"])
async def test_an_alert_is_one_message_however_long_its_parts(letter: str, kind: Literal["single", "list"]) -> None:
    """The pace counts one message for an alert, so that a second one would break Telegram's limits."""
    long, bot = letter * 9000, BotOf()
    said = BriefQuote(long, 0, 0, f"کنعانی {long}", "وی", "گفت", "direct", marked=True, key=True)
    article = replace(ARTICLE, title=long, source=long)
    await sent_by(bot, article, Brief((long, long), (said, said)), "گوینده:کنعانی", kind=kind)
    assert len(bot.sent) == 1
    assert bot.sent[0]["reply_markup"]


async def test_an_address_that_telegram_refuses_costs_no_alert() -> None:
    """It comes without the link to the source, with its other button."""
    bot = BotOf("Bad Request: inline keyboard button URL 'http://intranet/1' is invalid: Wrong HTTP URL")
    assert isinstance(await sent_by(bot, replace(ARTICLE, url="http://intranet/1"), BRIEF), Sent)
    buttons = [one for row in cast("InlineKeyboardMarkup", bot.sent[-1]["reply_markup"]).inline_keyboard for one in row]
    assert [one.url for one in buttons] == [None]
    assert len(bot.sent) == 2
