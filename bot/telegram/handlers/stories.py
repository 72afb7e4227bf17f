"""The other articles of a story: what further outlets wrote about the same news."""

from collections.abc import Iterable

from bot.model.article import Headline
from bot.ports.store import Store
from bot.telegram import messages
from bot.telegram.articles import list_screen
from bot.telegram.callbacks import action
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen


async def others(rooms: Rooms, request: Request) -> Screen:
    """The other articles of an article's story: args are its id and the topic kept to."""
    article_id, topic = request.action.number(0), request.action.topic(1)
    page = await rooms.store.articles.others_of_story(article_id)
    if not page.headlines:
        return Screen(toast=messages.NO_OTHERS)
    back = (Button(messages.BACK, action("article", article_id, topic)),)
    return list_screen(page, back, title=messages.OTHERS_TITLE, zone=request.zone)


async def each_story_once(store: Store, headlines: Iterable[Headline]) -> list[Headline]:
    """Without those that tell again what one before them tells.

    Args:
        store: knows which articles tell one story.
        headlines: the best first; of each story the first is kept.
    """
    kept: list[Headline] = []
    told: set[int] = set()
    for one in headlines:
        if one.id not in told:
            kept.append(one)
            told |= {other.id for other in (await store.articles.others_of_story(one.id)).headlines}
    return kept
