"""python-telegram-bot's application with our handlers in it: updates in, screens out. Decides nothing about what is said."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Bot, BotCommand, CallbackQuery, Chat, Message, Update
from telegram.constants import ChatAction, ChatMemberStatus
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import metrics
from bot.config import Settings
from bot.delivery.answers import Answers
from bot.errors import BotApiError
from bot.logs import without_secrets
from bot.model.chat import ChatKey
from bot.telegram import messages, routes, sender
from bot.telegram.callbacks import Action, decode
from bot.telegram.handlers.inline import inline
from bot.telegram.limiter import AnswersLimiter
from bot.telegram.markup import block
from bot.telegram.pieces import Pieces
from bot.telegram.presses import pressed
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.routes import Handler
from bot.telegram.screen import Screen, screen
from bot.telegram.words import wish

log = logging.getLogger(__name__)
Context = ContextTypes.DEFAULT_TYPE
TelegramApplication = Application[Any, Any, Any, Any, Any, Any]
Builder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
_CONNECTIONS = 64
_INLINE_CACHE_S = 60
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_POSTS = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST


def build(rooms: Rooms, answers: Answers, *, token: str, api_url: str = "", proxy: str = "") -> TelegramApplication:
    """Make the application.

    Args:
        rooms: what the handlers work with.
        answers: gives each message its place in Telegram's limits.
        token: the bot token.
        api_url: the address of another Bot API; '' for Telegram's own.
        proxy: the proxy to it; '' for none.
    """
    builder = ApplicationBuilder().token(token).rate_limiter(AnswersLimiter(answers)).concurrent_updates(True)
    application = _at(builder, api_url, proxy).get_updates_request(_connection(proxy, size=1)).build()
    for command in routes.COMMANDS:
        application.add_handler(CommandHandler(command, partial(_on_command, command), _POSTS))
    application.add_handler(InlineQueryHandler(_on_inline))
    application.add_handler(CallbackQueryHandler(_on_button))
    application.add_handler(ChatMemberHandler(_on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, _on_migration))
    application.add_handler(MessageHandler(filters.StatusUpdate.FORUM_TOPIC_REOPENED, _on_reopening))
    application.add_handler(MessageHandler(_addressed_to_us() & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND, _on_text))
    application.add_handler(MessageHandler(filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, _on_anything_else))
    application.add_error_handler(_on_error)
    application.bot_data |= {"rooms": rooms, "pieces": Pieces()}
    return application


def _at(builder: Builder, api_url: str, proxy: str) -> Builder:
    """Point the client at a Bot API, through a proxy where there is one."""
    builder = builder.request(_connection(proxy))
    if not api_url:
        return builder
    return builder.base_url(f"{api_url.rstrip('/')}/bot").base_file_url(f"{api_url.rstrip('/')}/file/bot")


def _connection(proxy: str, *, size: int = _CONNECTIONS) -> HTTPXRequest:
    """An HTTP client; the environment's proxy variables are not looked at, only our own setting."""
    return HTTPXRequest(
        connection_pool_size=size, proxy=proxy or None, pool_timeout=30, read_timeout=20, httpx_kwargs={"trust_env": False}
    )


def _addressed_to_us() -> filters.BaseFilter:
    """In a private chat everything; in a group only what is no command of another bot and answers us."""
    return filters.UpdateType.MESSAGE & (filters.ChatType.PRIVATE | (filters.ChatType.GROUPS & filters.REPLY))


async def reached(bot: ExtBot) -> None:  # type: ignore[type-arg]
    """Wait until the Bot API answers: a network that is not there yet comes.

    Raises:
        TelegramError: it answers, and refuses us.
    """
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            return await bot.initialize()
        except BadRequest:
            raise
        except NetworkError as error:
            log.warning("the Bot API was not reached", extra={"reason": without_secrets(str(error)), "again_in_s": pause_s})
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)


async def set_command_menu(bot: ExtBot) -> None:  # type: ignore[type-arg]
    """Set the command menu, for readers of Persian and for all others."""
    commands = [BotCommand(name, what) for name, what in messages.COMMANDS]
    try:
        await bot.set_my_commands(commands)
        await bot.set_my_commands(commands, language_code="fa")
    except TelegramError as error:
        log.warning("the command menu was not set", extra={"reason": str(error)})


async def take_update(application: TelegramApplication, given: dict[str, object]) -> None:
    """Take an update that came by webhook.

    Args:
        application: a running one.
        given: the update as the Bot API writes it.
    """
    await application.update_queue.put(Update.de_json(given, application.bot))


async def _on_command(command: str, update: Update, context: Context) -> None:
    """Answer a command; what follows it is its text."""
    metrics.requests.labels(command).inc()
    if update.effective_message:
        _, *text = (update.effective_message.text or "").split(maxsplit=1)
        await _answer(routes.COMMANDS[command], update, context, " ".join(text).strip())


async def _on_text(update: Update, context: Context) -> None:
    """Answer a plain text: a word that does what a command does, a text to summarize, or a name."""
    message = update.effective_message
    if message is None or not _is_for_us(message, context.bot.id):
        return
    text = await _whole(message, context)
    if text is None:
        return
    answered = _answered(message, context.bot.id)
    keyboard = sender.keyboard_of(answered) if answered else _rooms(context).last.get(_key(message))
    if button := pressed(text, keyboard):
        metrics.requests.labels("button").inc()
        await _answer(partial(routes.press, button), update, context, "")
        return
    asked = wish(text, (answered.text or "") if answered else "")
    metrics.requests.labels(asked.name).inc()
    if asked.name in ("pasted", "link") and update.effective_chat:
        await context.bot.send_chat_action(update.effective_chat.id, ChatAction.TYPING)
    await _answer(routes.WISHES[asked.name], update, context, asked.text)


async def _whole(message: Message, context: Context) -> str | None:
    """The text of a message with the pieces that follow it; None for such a piece. What is forwarded was parted by nobody."""
    if not message.text or message.forward_origin:
        return message.text or message.caption or ""
    pieces: Pieces = context.bot_data["pieces"]
    sender = (_key(message), message.from_user.id if message.from_user else 0)
    typing = partial(context.bot.send_chat_action, message.chat.id, ChatAction.TYPING)
    return await pieces.whole(sender, message.message_id, message.text, typing) or None


def _is_for_us(message: Message, bot_id: int) -> bool:
    """In a group, only an answer to one of our messages is meant for us."""
    if message.chat.type == Chat.PRIVATE:
        return True
    return _answered(message, bot_id) is not None


def _answered(message: Message, bot_id: int) -> Message | None:
    """Our message that is answered."""
    answered = message.reply_to_message
    return answered if answered and answered.from_user and answered.from_user.id == bot_id else None


async def _on_membership(update: Update, context: Context) -> None:
    """Wake the subscriptions of a chat that lets us in again, or gives us rights again; nobody tells which of them we lacked."""
    changed = update.my_chat_member
    if changed and changed.new_chat_member.status not in _OUTSIDE:
        await _rooms(context).store.outbox.came_back(ChatKey(changed.chat.id))


async def _on_reopening(update: Update, context: Context) -> None:
    """Wake the subscriptions of a forum topic that is open again."""
    if update.effective_message:
        await _rooms(context).store.outbox.came_back(_key(update.effective_message))


async def _on_anything_else(update: Update, context: Context) -> None:
    """Say what can be sent, for a picture, a sticker, or a command that there is not."""
    message = update.effective_message
    if message is None:
        return
    if message.text and message.text.startswith("/"):
        await _answer(routes.unknown_command, update, context, message.text)
    else:
        await _send(context, _key(message), screen([block(messages.NO_WORDS)]))


async def _answer(handler: Handler, update: Update, context: Context, text: str) -> None:
    """Call a handler and send what it says."""
    message = update.effective_message
    if message is None:
        return
    rooms = _rooms(context)
    with metrics.answer_s.time():
        shown = await handler(
            rooms, await _request(rooms, update, message, partial(_wrote_as_admin, message, context.bot), text=text)
        )
    await _send(context, _key(message), shown if shown.blocks else screen([block(shown.toast)]))


async def _on_button(update: Update, context: Context) -> None:
    """Put what a button asks for in the place of its message, and tell Telegram that the tap is dealt with."""
    query = update.callback_query
    if query is None:
        return
    rooms = _rooms(context)
    action = decode(query.data or "")
    toast = ""
    if query.message:
        message = query.message
        handler = routes.ACTIONS.get(action.name, routes.unknown_action)
        metrics.requests.labels("button").inc()
        with metrics.answer_s.time():
            asker = partial(_is_admin, context.bot, message.chat, query.from_user.id)
            shown = await handler(rooms, await _request(rooms, update, message, asker, action=action))  # type: ignore[arg-type]
        await sender.edit(context.bot, _key(message), message.message_id, shown)  # type: ignore[arg-type]
        rooms.last.put(_key(message), shown.keyboard)  # type: ignore[arg-type]
        toast = shown.toast
    await _dealt_with(query, toast)


async def _on_inline(update: Update, context: Context) -> None:
    """Offer articles for the words somebody types after our name in another chat."""
    query = update.inline_query
    if query is None:
        return
    rooms = _rooms(context)
    asked = Request(ChatKey(query.from_user.id), rooms.zone, query.from_user.id, text=query.query)
    found = await inline(rooms, asked)
    await query.answer([sender.inline_result(one) for one in found], cache_time=_INLINE_CACHE_S)


async def _dealt_with(query: CallbackQuery, toast: str) -> None:
    """Answer the tap; one that is too old to be answered needs none."""
    try:
        await query.answer(toast[:200] or None)
    except BadRequest as error:
        log.info("a tap was too old to answer", extra={"reason": error.message})


def _rooms(context: Context) -> Rooms:
    """The rooms that the application carries."""
    rooms: Rooms = context.bot_data["rooms"]
    return rooms


async def _request(
    rooms: Rooms,
    update: Update,
    message: Message,
    is_admin: Callable[[], Awaitable[bool]],
    *,
    text: str = "",
    action: Action | None = None,
) -> Request:
    """What is asked, without Telegram's types."""
    key = _key(message)
    return Request(
        chat=key,
        zone=ZoneInfo((await rooms.store.wishes.get(key)).zone),
        user_id=update.effective_user.id if update.effective_user else 0,
        chat_kind=message.chat.type,
        chat_title=message.chat.title or "",
        text=text,
        action=action or Action(""),
        is_admin=is_admin,
    )


async def _wrote_as_admin(message: Message, bot: Bot) -> bool:
    """Whether who wrote may change things in the chat; who writes in the chat's own name is one of its admins."""
    if message.sender_chat and message.sender_chat.id == message.chat.id:
        return True
    return await _is_admin(bot, message.chat, message.from_user.id if message.from_user else 0)


async def _is_admin(bot: Bot, chat: Chat, user_id: int) -> bool:
    """Ask Telegram whether somebody may change things in a chat; nobody may where it does not say."""
    if chat.type == Chat.PRIVATE:
        return True
    try:
        member = await bot.get_chat_member(chat.id, user_id)
    except TelegramError as error:
        log.info("Telegram does not say who is an admin", extra={"chat": chat.id, "reason": str(error)})
        return False
    return member.status in (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


def _key(message: Message) -> ChatKey:
    """Where the message stands: its chat, and in a forum its topic."""
    in_topic = getattr(message, "is_topic_message", False) and getattr(message, "message_thread_id", None)
    return ChatKey(message.chat.id, in_topic or 0)


async def _on_migration(update: Update, context: Context) -> None:
    """Follow a group that became a supergroup; Telegram says so in the old chat and in the new one."""
    message = update.effective_message
    if message is None:
        return
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    await _rooms(context).store.outbox.moved(old, new)


async def _send(context: Context, key: ChatKey, shown: Screen) -> None:
    """Send a screen to somebody who may have gone meanwhile; a chat that takes it takes alerts again."""
    try:
        await sender.send(context.bot, key, shown)
        _rooms(context).last.put(key, shown.keyboard)
        await _rooms(context).store.outbox.came_back(key)
    except Forbidden as error:
        log.info("a chat does not want our answer", extra={"chat": key.chat_id, "reason": error.message})
    except ChatMigrated as error:
        await _rooms(context).store.outbox.moved(key.chat_id, error.new_chat_id)
        await sender.send(context.bot, ChatKey(error.new_chat_id, key.thread_id), shown)


async def _on_error(update: object, context: Context) -> None:
    """Log the cause with a code, and tell the reader the code; nothing else of the cause."""
    code = secrets.token_hex(3)
    metrics.failures.inc()
    log.error("a request failed", exc_info=context.error, extra={"code": code})
    if not isinstance(update, Update) or update.effective_chat is None:
        return
    try:
        if update.callback_query:
            await update.callback_query.answer(messages.failed(code)[:200], show_alert=True)
        else:
            thread = _key(update.effective_message).thread_id if update.effective_message else 0
            await context.bot.send_message(update.effective_chat.id, messages.failed(code), message_thread_id=thread or None)
    except (TelegramError, asyncio.CancelledError) as error:
        log.warning("the reader could not be told of the failure", extra={"code": code, "reason": str(error)})


async def who_am_i(settings: Settings) -> str:
    """Ask the Bot API who this token is; for the health check.

    Raises:
        BotApiError: it cannot be reached, or does not know the token.
    """
    assert settings.token is not None
    builder = ApplicationBuilder().token(settings.token.get_secret_value()).updater(None)
    with api_errors():
        async with _at(builder, settings.bot_api, settings.proxy_url).build() as application:
            return f"@{application.bot.username}"


@contextmanager
def api_errors() -> Iterator[None]:
    """Say in one line what the Bot API refuses; its own words may hold the token, and so may the errors behind them.

    Raises:
        BotApiError: it cannot be reached, or does not know the token.
    """
    try:
        yield
    except TelegramError as error:
        raise BotApiError(f"the Bot API: {without_secrets(str(error))}") from None
