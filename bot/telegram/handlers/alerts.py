"""A chat's alerts: the list with what each brought this week; one of them with pause, edit and delete; unsubscribing."""

from dataclasses import replace
from datetime import timedelta

from bot.jalali import persian_digits
from bot.model.alert import Subscription
from bot.model.article import Brief
from bot.telegram import alert_messages
from bot.telegram import alerts_words as words
from bot.telegram.admins import admins_only
from bot.telegram.alert_rest import read
from bot.telegram.alert_screens import MAX_LINES, Line, gathered_screen, shortened
from bot.telegram.articles import paging
from bot.telegram.callbacks import action
from bot.telegram.handlers.newest import one_article
from bot.telegram.handlers.subscribing import asks_for, at_place, edit_screen, query_text
from bot.telegram.markup import Block, Run, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Keyboard, Screen, screen
from bot.topics import Query, parse_query
from summarizer.persian.letters import fold

PAGE = 10
_WEEK = timedelta(days=7)
_MAX_SHOWN_CHARS = 80
_MAX_BUTTON_CHARS = 50
_ALL = frozenset(map(fold, words.ALL_WORDS))
_FOOT = (Button(words.ADD, action("subscribe")), Button(words.SETTINGS_BUTTON, action("settings")))
_BACK = Button(words.BACK, action("alerts"))


async def alerts(rooms: Rooms, request: Request) -> Screen:
    """The list: args are the word of nobody's concern that paging needs, and the offset."""
    stored = await rooms.store.subscriptions.of_chat(request.chat)
    if not stored:
        return screen([block(words.NO_ALERTS)], _FOOT)
    offset = min(max(0, request.action.number(1)), (len(stored) - 1) // PAGE * PAGE)
    brought = await rooms.store.subscriptions.brought(request.chat, rooms.now() - _WEEK)
    here = list(enumerate(stored, 1))[offset : offset + PAGE]
    lines = [_line(number, one, brought.get(one.id, 0)) for number, one in here]
    opening = [Button(persian_digits(number), action("alert", one.id)) for number, one in here]
    pages = paging("alerts", "", offset=offset, step=PAGE, more=len(stored) > offset + PAGE)
    head = [block(words.ALERTS_TITLE, "b"), *lines, block(words.TOUCH_ONE, "i")]
    return screen(head, tuple(opening[:5]), tuple(opening[5:]), pages, _FOOT)


async def one_alert(rooms: Rooms, request: Request) -> Screen:
    """One of the chat's alerts: args are its id."""
    stored = await rooms.store.subscriptions.get(request.action.number(0), request.chat)
    if stored is None:
        return screen([block(words.NO_SUCH_ALERT)], (_BACK,))
    brought = await rooms.store.subscriptions.brought(request.chat, rooms.now() - _WEEK)
    state = [block(words.PAUSED, tight=True)] if stored.paused else []
    blocks = [block(query_text(stored), "b"), *state, block(words.brought(brought.get(stored.id, 0)), tight=True)]
    blocks.append(block(words.since(stored.created, request.zone), "i", tight=True))
    rest = Button(words.WAKE, action("rest", stored.id, 0)) if stored.paused else Button(words.PAUSE, action("rest", stored.id, 1))
    edit = Button(words.EDIT, action("edit", stored.id))
    return screen(blocks, (rest, edit), (Button(words.DELETE, action("drop", stored.id)), _BACK))


async def told(rooms: Rooms, request: Request) -> Screen:
    """An article of a list of alerts, hits or quotations, apart from it, since more wait there to be read: args are its id."""
    return replace(await one_article(rooms, request), apart=True)


async def rest_of(rooms: Rooms, request: Request) -> Screen:
    """What did not fit into a list of alerts, apart from it: args are the id under which it was kept, and the offset."""
    kept = await rooms.store.kept.get(request.action.number(0), request.chat.chat_id)
    entries = read(kept.text) if kept else ()
    offset = max(0, request.action.number(1))
    after = offset + MAX_LINES
    found = [(await rooms.store.articles.get(one.article_id), one) for one in entries[offset:after]]
    lines = [Line(article, one.stale, one.development) for article, one in found if article]
    if kept is None or not lines:
        return Screen(toast=words.LIST_TOO_OLD)
    more = len(entries[after:])
    next_one = action("rest_of", kept.id, after) if more else None
    first = MAX_LINES + offset + 1
    shown = gathered_screen(lines, title=alert_messages.REST, more=more, zone=request.zone, first=first, rest=next_one)
    return replace(shown, apart=True)


@admins_only
async def rest(rooms: Rooms, request: Request) -> Screen:
    """Let an alert rest or wake it: args are its id, and 1 to rest."""
    await rooms.store.subscriptions.pause(request.action.number(0), request.chat, paused=request.action.number(1) == 1)
    return await one_alert(rooms, request)


@admins_only
async def edit_button(rooms: Rooms, request: Request) -> Screen:
    """How to change an alert's words, which stand there to be copied: args are its id. Alone with the bot one need only write."""
    stored = await rooms.store.subscriptions.get(request.action.number(0), request.chat)
    if stored is None:
        return screen([block(words.NO_SUCH_ALERT)], (_BACK,))
    return edit_screen(request, stored)


@admins_only
async def drop(rooms: Rooms, request: Request) -> Screen:
    """Delete an alert, with a way to have it back, which a second tap leaves there: args are its id."""
    stored = await rooms.store.subscriptions.get(request.action.number(0), request.chat)
    if stored is None:
        return Screen(toast=words.NO_SUCH_ALERT)
    return await _dropped(rooms, request, stored)


@admins_only
async def unsubscribe(rooms: Rooms, request: Request) -> Screen:
    """Delete what the words after the command mean; without words, offer all that there is."""
    stored = await rooms.store.subscriptions.of_chat(request.chat)
    text = request.text.strip()
    if not stored:
        return screen([block(words.NO_ALERTS)], _FOOT)
    if not text:
        return _offer(stored, block(words.WHICH_TO_DROP, "b"))
    if fold(text) in _ALL:
        return await drop_all_asked(rooms, request)
    return await _meant(rooms, request, stored, text)


@admins_only
async def drop_all_asked(rooms: Rooms, request: Request) -> Screen:
    """Ask once more before everything goes."""
    return screen([block(words.REALLY_ALL)], (Button(words.YES_ALL, action("drop_all")), _BACK))


@admins_only
async def drop_all(rooms: Rooms, request: Request) -> Screen:
    """Delete all of the chat's alerts; a second tap finds none."""
    count = await rooms.store.subscriptions.remove_all(request.chat)
    return screen([block(words.all_dropped(count))], _FOOT) if count else Screen(toast=words.NO_ALERTS)


async def _meant(rooms: Rooms, request: Request, stored: tuple[Subscription, ...], text: str) -> Screen:
    """Delete the alert that asks for just this; else offer those that have the words in them."""
    query = parse_query(text, typed=True)
    same = (one for one in stored if isinstance(query, Query) and asks_for(one, query))
    asked_for = next(same, None) or at_place(stored, text)
    if asked_for:
        return await _dropped(rooms, request, asked_for)
    near = tuple(one for one in stored if fold(text) in fold(f"{one.query} {query_text(one)}"))
    if near:
        return _offer(near, block(words.WHICH_TO_DROP, "b"))
    missing = block(words.not_subscribed(shortened(text, _MAX_SHOWN_CHARS)))
    return _offer(stored, missing, block(words.WHICH_TO_DROP, tight=True))


async def _dropped(rooms: Rooms, request: Request, stored: Subscription) -> Screen:
    """Delete an alert; its query is kept for the button that brings it back."""
    await rooms.store.subscriptions.remove(stored.id, request.chat)
    kept_id = await rooms.store.kept.keep(request.chat.chat_id, stored.query, Brief(()))
    undo = Button(words.UNDO, action("confirm", kept_id))
    return screen([block(words.DELETED), block(query_text(stored), "b", tight=True)], (undo, _BACK))


def _offer(stored: tuple[Subscription, ...], *before: Block) -> Screen:
    """A button for each alert that deletes it, one for all, and a way out."""
    rows: Keyboard = tuple(
        (Button(f"🗑 {shortened(query_text(one), _MAX_BUTTON_CHARS)}", action("drop", one.id)),) for one in stored
    )
    everything = (Button(words.DROP_ALL, action("drop_all_asked")),) if len(stored) > 1 else ()
    return screen(before, *rows, everything, (_BACK,))


def _line(number: int, one: Subscription, brought: int) -> Block:
    """An alert in the list: what it asks for, whether it rests, what it brought."""
    state = f"{words.PAUSED} | " if one.paused else ""
    return Block((Run(words.numbered(number, query_text(one)), "b"), Run(f"\n{state}{words.brought(brought)}")))
