"""Alerts on their way to Telegram: the send, and Telegram's errors as values. Looks are made in ``alert_screens``."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery.plan import Message
from bot.delivery.quiet import zone_called
from bot.model.alert import Alert, Closed, Gone, Migrated, Refused, RetryAt, SendResult, Sent
from bot.model.article import Brief
from bot.ports.articles import Articles
from bot.ports.store import KeptTexts
from bot.telegram import alert_messages, sender
from bot.telegram.alert_client import AlertClient
from bot.telegram.alert_rest import Entry, written
from bot.telegram.alert_screens import MAX_LINES, Line, alert_screen, gathered_screen, met
from bot.telegram.alert_shelf import Shelf, Shelved
from bot.telegram.callbacks import Action, action
from bot.telegram.presses import LastButtons
from bot.telegram.sender import Parcel

_CONNECTIONS, _TIMEOUT_S = 32, 20.0
_GONE = ("chat not found", "user is deactivated", "chat_id_invalid", "peer_id_invalid", "message thread not found", "topic_deleted")
_CLOSED = (
    "topic_closed",
    "not enough rights",
    "chat_write_forbidden",
    "have no rights to send",
    "need administrator rights",
    "chat_admin_required",
    "chat_restricted",
)


def alert_bot(*, token: str, api_url: str = "", proxy: str = "") -> Bot:
    """A client for alerts alone: its pace is the worker's, so that no other limiter stands in its way.

    It sends once its ``request`` is initialized; who the bot is need not be asked, so that a lost network stops no start.

    Args:
        token: the bot token.
        api_url: the address of another Bot API; '' for Telegram's own.
        proxy: the proxy to it; '' for none.
    """
    request: BaseRequest = AlertClient(_CONNECTIONS, timeout_s=_TIMEOUT_S)
    if proxy:
        request = HTTPXRequest(
            _CONNECTIONS, proxy=proxy, pool_timeout=30, read_timeout=_TIMEOUT_S, httpx_kwargs={"trust_env": False}
        )
    return Bot(token, base_url=f"{api_url.rstrip('/')}/bot", request=request) if api_url else Bot(token, request=request)


class TelegramAlertSender:
    """Sends messages of alerts.

    Args:
        bot: the client, its ``request`` initialized.
        articles: the articles.
        kept: where the end of a list is kept that is longer than a message.
        last: the buttons that each chat has in front of it.
    """

    def __init__(self, bot: Bot, articles: Articles, kept: KeptTexts, last: LastButtons) -> None:
        self._bot, self._kept, self._last = bot, kept, last
        self._shelf = Shelf(articles)

    async def send(self, message: Message) -> SendResult:
        """Send it, and say what became of it."""
        ready = await self._parcel(message)
        if ready is None:
            return Refused("the articles are not stored any more")
        try:
            sent = await sender.send_parcel(self._bot, message.chat, ready, silent=message.silent)
        except TelegramError as error:
            return result_of(error)
        self._last.put(message.chat, ready.buttons)
        return Sent(sent[-1].message_id) if sent else Refused("there is nothing to say")

    async def _parcel(self, message: Message) -> Parcel | None:
        """What is sent; None when nothing of it is stored any more. A digest of one story is that story."""
        if len(message.alerts) == 1 and not message.stale:
            return await self._single(message.alerts[0], message.zone, held=message.kind == "digest")
        return await self._list(message)

    async def _single(self, alert: Alert, zone: str, *, held: bool) -> Parcel | None:
        """One story by itself; made once for all chats that read the same."""
        found = await self._shelf.get(alert.article_id)
        if found is None:
            return None
        head = alert_messages.DEVELOPMENT if alert.development else alert_messages.HELD if held else ""
        key = alert.queries, zone, head
        if ready := found.ready(key):
            return ready
        return found.keep(key, await asyncio.to_thread(_single_parcel, found, alert.queries, zone, head))

    async def _list(self, message: Message) -> Parcel | None:
        """Many stories, those of days before last."""
        stale = {alert.id for alert in message.stale}
        ordered = [*(one for one in message.alerts if one.id not in stale), *message.stale]
        entries = [Entry(one.article_id, one.id in stale, one.development) for one in ordered]
        found = [(await self._shelf.get(one.article_id), one) for one in entries[:MAX_LINES]]
        lines = [Line(kept.article, one.stale, one.development) for kept, one in found if kept]
        if not lines:
            return None
        title = alert_messages.GATHERED if message.kind == "digest" else alert_messages.MANY
        left = entries[MAX_LINES:]
        return await asyncio.to_thread(
            _list_parcel, lines, title=title, more=len(left), zone=zone_called(message.zone), rest=await self._rest(message, left)
        )

    async def _rest(self, message: Message, left: list[Entry]) -> Action | None:
        """What brings the alerts that do not fit."""
        return action("rest_of", await self._kept.keep(message.chat.chat_id, written(left), Brief(()))) if left else None


def _single_parcel(found: Shelved, queries: tuple[str, ...], zone: str, head: str) -> Parcel:
    meeting = met(found.article, found.brief, queries)
    return _in_one(sender.parcel(alert_screen(found.article, found.brief, meeting, zone=zone_called(zone), head=head)))


def _list_parcel(lines: list[Line], *, title: str, more: int, zone: ZoneInfo, rest: Action | None) -> Parcel:
    return _in_one(sender.parcel(gathered_screen(lines, title=title, more=more, zone=zone, rest=rest)))


def _in_one(made: Parcel) -> Parcel:
    """Its first message with the buttons: the pace counts each alert as one message, and hardly any text is longer than that."""
    return replace(made, texts=made.texts[:1])


def result_of(error: TelegramError) -> SendResult:
    """What an error of Telegram means for the message and its chat."""
    reason = error.message.lower()
    match error:
        case RetryAfter():
            return RetryAt(told_to_wait(error), error.message)
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case Forbidden() if not isinstance(error, InvalidToken):
            return Gone(error.message)
        case BadRequest():
            if any(one in reason for one in _CLOSED):
                return Closed(error.message)
            return Gone(error.message) if any(one in reason for one in _GONE) else Refused(error.message)
        case _:  # time-outs, a lost network, 5xx; a token that is wrong today is put right by the owner
            return RetryAt(reason=error.message)


def told_to_wait(error: RetryAfter) -> timedelta:
    """How long Telegram says to wait; whole seconds until the library's next version, which warns of that."""
    with catch_warnings():
        simplefilter("ignore")
        wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
