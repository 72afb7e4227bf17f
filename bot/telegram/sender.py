"""Screens into Telegram messages: sent, edited in place, split where they are long, plain where Telegram cannot read the markup."""

import logging
from dataclasses import dataclass
from functools import partial
from typing import TypeGuard

from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.model.chat import ChatKey
from bot.telegram.callbacks import decode, encode
from bot.telegram.markup import pack, plain
from bot.telegram.screen import Button, InlineResult, Keyboard, Screen

log = logging.getLogger(__name__)
_UNCHANGED = "message is not modified"
_NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_UNREADABLE = "can't parse entities"
_NO_ADDRESS = ("button", "url", "invalid")  # together, in what Telegram says of an address that it does not take


@dataclass(frozen=True, slots=True)
class Parcel:
    """A screen as Telegram takes it.

    Args:
        texts: the messages, as HTML.
        keyboard: the buttons under the last, or that it wants an answer.
        photo: a picture that goes before them; empty where there is none.
        preview: whether links unfold.
        buttons: the buttons as values.
    """

    texts: tuple[str, ...]
    keyboard: InlineKeyboardMarkup | ForceReply | None
    photo: bytes
    preview: bool
    buttons: Keyboard


async def send(bot: Bot, chat: ChatKey, screen: Screen, *, silent: bool = False) -> tuple[Message, ...]:
    """Send a screen.

    Args:
        bot: the client.
        chat: where to.
        screen: its picture, then its text in as many messages as it takes, the buttons under the last.
        silent: without a sound.

    Returns:
        The messages as Telegram has them.

    Raises:
        telegram.error.TelegramError: what Telegram refuses; for the caller, who knows what it means there.
    """
    return await send_parcel(bot, chat, parcel(screen), silent=silent)


def parcel(screen: Screen) -> Parcel:
    """A screen made ready to be sent, as often as one likes."""
    keyboard = ForceReply(input_field_placeholder=screen.asks) if screen.asks else markup(screen.keyboard)
    return Parcel(pack(screen.blocks), keyboard, screen.photo, screen.preview, screen.keyboard)


async def send_parcel(bot: Bot, chat: ChatKey, ready: Parcel, *, silent: bool = False) -> tuple[Message, ...]:
    """Send what was made ready; the rest as ``send``."""
    sent = []
    if ready.photo:
        sent.append(
            await bot.send_photo(
                chat.chat_id, ready.photo, message_thread_id=chat.thread_id or None, disable_notification=silent or None
            )
        )
    for place, text in enumerate(ready.texts, 1):
        keyboard = ready.keyboard if place == len(ready.texts) else None
        sent.append(await _send_one(bot, chat, text, keyboard, preview=ready.preview, silent=silent))
    return tuple(sent)


async def edit(bot: Bot, chat: ChatKey, message_id: int, screen: Screen) -> None:
    """Put a screen in the place of a message; one that takes several, is to stand apart, or whose message is gone, is sent."""
    parts = pack(screen.blocks)
    if not parts:
        return
    if len(parts) > 1 or screen.apart:
        await send(bot, chat, screen)
        return
    try:
        await _edit_one(bot, chat, message_id, parts[0], markup(screen.keyboard), preview=screen.preview)
    except BadRequest as error:
        reason = error.message.lower()
        if _UNCHANGED in reason:
            return
        if not any(one in reason for one in _NOT_EDITABLE):
            raise
        await send(bot, chat, screen)


def inline_result(one: InlineResult) -> InlineQueryResultArticle:
    """An article as inline mode offers it; what is shared is the first message of it."""
    content = InputTextMessageContent(
        pack(one.screen.blocks)[0], ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        str(one.id), one.title, content, reply_markup=markup(one.screen.keyboard), description=one.description
    )


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """A keyboard as Telegram has it; None when it has no button."""
    rows = [
        [
            InlineKeyboardButton(one.text, callback_data=encode(one.action))
            if one.action
            else InlineKeyboardButton(one.text, url=one.url)
            for one in row
        ]
        for row in keyboard
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def keyboard_of(message: Message) -> Keyboard:
    """The buttons under a message, as values."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return tuple(
        tuple(
            Button(one.text, decode(one.callback_data) if isinstance(one.callback_data, str) else None, one.url or "")
            for one in row
        )
        for row in rows
    )


async def _send_one(
    bot: Bot, chat: ChatKey, text: str, keyboard: InlineKeyboardMarkup | ForceReply | None, *, preview: bool, silent: bool
) -> Message:
    """Send one message; as plain text where Telegram cannot read its markup, without links where it does not take an address."""
    where = {
        "chat_id": chat.chat_id,
        "message_thread_id": chat.thread_id or None,
        "reply_markup": keyboard,
        "disable_notification": silent or None,
        "link_preview_options": LinkPreviewOptions(is_disabled=not preview),
    }
    try:
        return await bot.send_message(text=text, parse_mode=ParseMode.HTML, **where)  # type: ignore[arg-type]
    except BadRequest as error:
        if _has_refused_link(keyboard, error):
            log.warning("a link refused, sent without", extra={"reason": error.message})
            return await _send_one(bot, chat, text, _without_links(keyboard), preview=preview, silent=silent)
        if _UNREADABLE not in error.message.lower():
            raise
        log.error("markup refused, sent as plain text", extra={"reason": error.message})
        return await bot.send_message(text=plain(text), **where)  # type: ignore[arg-type]


async def _edit_one(
    bot: Bot, chat: ChatKey, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None, *, preview: bool
) -> None:
    """Edit one message; as plain text where Telegram cannot read its markup, without links where it does not take an address."""
    options = LinkPreviewOptions(is_disabled=not preview)
    edited = partial(bot.edit_message_text, chat_id=chat.chat_id, message_id=message_id, link_preview_options=options)
    try:
        await edited(text, parse_mode=ParseMode.HTML, reply_markup=keyboard)
    except BadRequest as error:
        if _has_refused_link(keyboard, error):
            log.warning("a link refused, edited without", extra={"reason": error.message})
            await _edit_one(bot, chat, message_id, text, _without_links(keyboard), preview=preview)
            return
        if _UNREADABLE not in error.message.lower():
            raise
        log.error("markup refused, edited as plain text", extra={"reason": error.message})
        await edited(plain(text), reply_markup=keyboard)


def _has_refused_link(keyboard: InlineKeyboardMarkup | ForceReply | None, error: BadRequest) -> TypeGuard[InlineKeyboardMarkup]:
    """Whether it is the address of one of these buttons that Telegram does not take."""
    if not isinstance(keyboard, InlineKeyboardMarkup) or not all(one in error.message.lower() for one in _NO_ADDRESS):
        return False
    return any(one.url for row in keyboard.inline_keyboard for one in row)


def _without_links(keyboard: InlineKeyboardMarkup) -> InlineKeyboardMarkup | None:
    """The keyboard with the buttons that lead to no address; None when there is no other."""
    rows = [[one for one in row if not one.url] for row in keyboard.inline_keyboard]
    return InlineKeyboardMarkup(rows) if any(rows) else None
