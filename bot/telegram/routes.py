"""Which handler answers what: commands, buttons and plain words, each in one table."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from difflib import get_close_matches

from bot.telegram import messages
from bot.telegram.handlers import (
    alerts,
    days,
    links,
    names,
    newest,
    pasted,
    quotes,
    searching,
    settings,
    sources,
    stats,
    stories,
    subscribing,
    top,
    topics,
    welcome,
)
from bot.telegram.markup import block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen

Handler = Callable[[Rooms, Request], Awaitable[Screen]]

COMMANDS: dict[str, Handler] = {
    "start": welcome.start,
    "help": welcome.help_,
    "latest": newest.latest,
    "top": top.top,
    "summary": names.summary,
    "topics": topics.topics,
    "quotes": quotes.quotes,
    "search": searching.search,
    "subscribe": subscribing.subscribe,
    "edit": subscribing.edit,
    "alerts": alerts.alerts,
    "unsubscribe": alerts.unsubscribe,
    "settings": settings.settings,
    "stats": stats.stats,
    "sources": sources.sources,
}

ACTIONS: dict[str, Handler] = {
    "latest": newest.newest_button,
    "list": newest.newest_list,
    "day": days.days_page,
    "top": top.top_page,
    "article": newest.one_article,
    "full": newest.full_article,
    "older": newest.older,
    "newer": newest.newer,
    "topics": topics.topics,
    "quotes": quotes.quotes_page,
    "search": searching.search_page,
    "help": welcome.help_,
    "others": stories.others,
    "sources": sources.sources_page,
    "subscribe": subscribing.subscribe,
    "topic": subscribing.topic_chosen,
    "confirm": subscribing.confirm,
    "unchanged": subscribing.cancel,
    "alerts": alerts.alerts,
    "alert": alerts.one_alert,
    "told": alerts.told,
    "rest_of": alerts.rest_of,
    "rest": alerts.rest,
    "edit": alerts.edit_button,
    "drop": alerts.drop,
    "drop_all_asked": alerts.drop_all_asked,
    "drop_all": alerts.drop_all,
    "settings": settings.settings,
    "set": settings.change,
}

WISHES: dict[str, Handler] = COMMANDS | {
    "pasted": pasted.pasted,
    "name": names.by_name,
    "link": links.link,
    "thanks": welcome.thanks,
    "cancel": subscribing.cancel,
    "list": newest.newest_list,
}


async def unknown_command(rooms: Rooms, request: Request) -> Screen:
    """A command that there is not, with the one that may be meant; alone with the bot, ours with another's name at it."""
    name, *text = request.text.split(maxsplit=1)
    name = name.lstrip("/").partition("@")[0].lower()
    known = COMMANDS | {"cancel": subscribing.cancel}  # in a group /cancel is meant for any bot there
    if name in known and request.chat_kind == "private":
        return await known[name](rooms, replace(request, text="".join(text)))
    return welcome.unknown_command(name, next(iter(get_close_matches(name, COMMANDS, n=1)), ""))


async def press(button: Button, rooms: Rooms, request: Request) -> Screen:
    """What a button brings whose words somebody wrote; the address where it is a link."""
    if button.action is None:
        return Screen((block(button.url),), preview=True)
    return await ACTIONS.get(button.action.name, unknown_action)(rooms, replace(request, text="", action=button.action))


async def unknown_action(rooms: Rooms, request: Request) -> Screen:
    """A button that nobody knows any more, or rubbish that somebody sent in its place."""
    return Screen(toast=messages.NOT_UNDERSTOOD)
