"""An article by its name: one that is clear is shown, several are offered, and when there is none the nearest are."""

from bot.model.article import NameMatch
from bot.telegram import messages
from bot.telegram.articles import headline_buttons
from bot.telegram.handlers.newest import latest, show
from bot.telegram.handlers.searching import search
from bot.telegram.markup import block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Keyboard, Screen, screen
from bot.topics.names import topic_called

MAX_NAME_CHARS = 300
MAX_SHOWN_CHARS = 80


async def summary(rooms: Rooms, request: Request) -> Screen:
    """The summary of the article that is meant by the words after the command."""
    if not request.text.strip():
        return screen([block(messages.WHAT_NAME), block(messages.NAME_EXAMPLE, "code")])
    return await by_name(rooms, request)


async def by_name(rooms: Rooms, request: Request) -> Screen:
    """The article that is meant, or those that may be; a topic's name brings that topic, and words of no title are searched for."""
    name = request.text.strip()[:MAX_NAME_CHARS]
    if not any(letter.isalnum() for letter in name):
        return screen([block(messages.NO_WORDS)])
    if topic_called(name):
        return await latest(rooms, request)
    matches = await rooms.store.search.by_name(name)
    if not matches and await rooms.store.search.by_words(name, limit=1):
        return await search(rooms, request)
    if not matches:
        nearest = await rooms.store.search.nearest_names(name)
        blocks = [block(messages.not_found(name[:MAX_SHOWN_CHARS])), *([block(messages.NEAREST)] if nearest else [])]
        return screen(blocks, *_offers(nearest))
    if matches[0].clear:
        return await show(rooms, request, matches[0].headline.id)
    return screen([block(messages.WHICH_ONE if len(matches) > 1 else messages.MAYBE_THIS)], *_offers(matches))


def _offers(matches: tuple[NameMatch, ...]) -> Keyboard:
    """A button for each article found."""
    return headline_buttons(tuple(one.headline for one in matches))
