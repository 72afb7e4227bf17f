"""Alerts as Telegram messages: their screens, the send, and Telegram's errors as values. Decides nothing about when."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.delivery.plan import Message
from bot.jalali import long_date, short_date
from bot.model.alert import Gone, Migrated, Refused, RetryAt, SendResult, Sent
from bot.model.article import Article, Brief
from bot.ports.store import Store
from bot.telegram import alert_messages, messages, sender
from bot.telegram.articles import MAX_TITLE_CHARS, button_text, shown
from bot.telegram.callbacks import action
from bot.telegram.markup import Block, Run, block
from bot.telegram.screen import Button, Screen, screen
from bot.topics import Query, QueryProblem, Subject, SubscriptionIndex, marks, parse_query
from summarizer import polish

SENTENCES = 2
MAX_SENTENCE_CHARS = 700
MAX_LINES = 15
MAX_LINE_CHARS = 120
_CONNECTIONS = 64
_GONE = ("chat not found", "user is deactivated", "chat_id_invalid", "peer_id_invalid", "message thread not found", "topic_deleted")
_NO_RIGHT = ("not enough rights", "chat_write_forbidden", "have no rights to send")
Phrases = tuple[tuple[str, ...], ...]
_parsed = lru_cache(maxsize=4096)(parse_query)


def alert_bot(*, token: str, api_url: str = "", proxy: str = "") -> Bot:
    """A client for alerts alone: its pace is the worker's, so that no other limiter stands in its way.

    Args:
        token: the bot token.
        api_url: the address of another Bot API; '' for Telegram's own.
        proxy: the proxy to it; '' for none.
    """
    request = HTTPXRequest(_CONNECTIONS, proxy=proxy or None, pool_timeout=30, read_timeout=20, httpx_kwargs={"trust_env": False})
    return Bot(token, base_url=f"{api_url.rstrip('/')}/bot", request=request) if api_url else Bot(token, request=request)


class TelegramAlertSender:
    """Sends messages of alerts.

    Args:
        bot: the client, initialized.
        store: articles, and what each chat asked for.
    """

    def __init__(self, bot: Bot, store: Store) -> None:
        self._bot = bot
        self._store = store

    async def send(self, message: Message) -> SendResult:
        """Send it, and say what became of it."""
        made = await self._screen(message)
        if made is None:
            return Refused("the articles are not stored any more")
        try:
            sent = await sender.send(self._bot, message.alerts[0].chat, made, silent=message.silent)
        except TelegramError as error:
            return result_of(error)
        return Sent(sent[-1].message_id) if sent else Refused("there is nothing to say")

    async def _screen(self, message: Message) -> Screen | None:
        """What is sent; None when nothing of it is stored any more."""
        chat = message.alerts[0].chat
        zone = ZoneInfo((await self._store.wishes.get(chat)).zone)
        if message.kind == "single":
            alert = message.alerts[0]
            article, brief = await self._store.articles.get(alert.article_id), await self._store.articles.brief(alert.article_id)
            if article is None or brief is None:
                return None
            queries = [one.query for one in await self._store.subscriptions.of_chat(chat)]
            return alert_screen(article, brief, met(article, brief, queries), zone=zone, development=alert.development)
        stale = {alert.id for alert in message.stale}
        ordered = [*(a for a in message.alerts if a.id not in stale), *message.stale]
        found = [(await self._store.articles.get(one.article_id), one) for one in ordered[:MAX_LINES]]
        lines = [(article, one.id in stale) for article, one in found if article]
        return (
            gathered_screen(lines, gathered=message.kind == "digest", more=len(ordered) - len(found), zone=zone) if lines else None
        )


def result_of(error: TelegramError) -> SendResult:
    """What an error of Telegram means for the message and its chat."""
    reason = error.message.lower()
    match error:
        case RetryAfter():
            return RetryAt(_wait(error), error.message)
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case Forbidden() if not isinstance(error, InvalidToken):
            return Gone(error.message)
        case BadRequest():
            return Gone(error.message) if any(one in reason for one in (*_GONE, *_NO_RIGHT)) else Refused(error.message)
        case _:  # time-outs, a lost network, 5xx; a token that is wrong today is put right by the owner
            return RetryAt(reason=error.message)


def _wait(error: RetryAfter) -> timedelta:
    """How long Telegram says to wait; whole seconds until the library's next version, which warns of that."""
    with catch_warnings():
        simplefilter("ignore")
        wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def met(article: Article, brief: Brief, queries: Iterable[str]) -> Phrases:
    """The words by which an article meets a chat's subscriptions, as stems.

    Args:
        article: the article.
        brief: its quotations say who speaks.
        queries: the chat's, in canonical form.
    """
    index = SubscriptionIndex()
    for number, one in enumerate(queries):
        query: Query | QueryProblem = _parsed(one)
        if isinstance(query, Query):
            index.add(number, query)
    speakers = tuple(dict.fromkeys(quote.speaker for quote in brief.quotes if quote.speaker))
    subject = Subject(article.title, article.text, article.topics, article.source, speakers)
    return tuple(phrase for one in index.match(subject) for phrase in one.phrases)


def alert_screen(article: Article, brief: Brief, phrases: Phrases, *, zone: ZoneInfo, development: bool = False) -> Screen:
    """One alert: title, source and date, the first sentences with what was met in bold.

    Args:
        article: the article.
        brief: its summary.
        phrases: what was met.
        zone: the chat's.
        development: whether the chat has had the story before.
    """
    source = polish(article.source) or messages.UNKNOWN_SOURCE
    head = [block(alert_messages.DEVELOPMENT, "i")] if development else []
    blocks = [
        *head,
        block(shown(article.title[:MAX_TITLE_CHARS]), "b"),
        block(f"{source} | {long_date(article.published, zone)}", tight=True),
        *(_marked(shown(one[:MAX_SENTENCE_CHARS]), phrases) for one in brief.sentences[:SENTENCES]),
    ]
    link = (Button(alert_messages.SOURCE, url=article.url),) if article.url else ()
    return screen(blocks, (Button(alert_messages.OPEN, action("article", article.id)), *link))


def gathered_screen(lines: Sequence[tuple[Article, bool]], *, gathered: bool, more: int, zone: ZoneInfo) -> Screen:
    """Many alerts in one message, a line and a button each.

    Args:
        lines: the articles, and whether each is older than a day; those last.
        gathered: whether they were gathered or held, and did not come at once.
        more: how many are not shown.
        zone: the chat's.
    """
    blocks = [block(alert_messages.GATHERED if gathered else alert_messages.MANY, "b")]
    told_older = False
    for article, stale in lines:
        if stale and not told_older:
            blocks.append(block(alert_messages.OLDER, "b"))
            told_older = True
        where = " | ".join(part for part in (polish(article.source), short_date(article.published, zone)) if part)
        blocks.append(Block((Run("• "), Run(shown(article.title[:MAX_LINE_CHARS])), Run(f"\n{where[:MAX_LINE_CHARS]}"))))
    if more:
        blocks.append(block(alert_messages.more(more), "i"))
    rows = [(Button(button_text(article.title), action("article", article.id)),) for article, _ in lines]
    return screen(blocks, *rows)


def _marked(text: str, phrases: Phrases) -> Block:
    """A sentence with what was met in bold."""
    runs: list[Run] = []
    done = 0
    for start, end in marks(text, phrases):
        runs += [Run(text[done:start]), Run(text[start:end], "b")]
        done = end
    return Block(tuple(run for run in (*runs, Run(text[done:])) if run.text))
