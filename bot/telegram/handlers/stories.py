"""The other articles of a story: what further outlets wrote about the same news."""

from bot.telegram import messages
from bot.telegram.articles import list_screen
from bot.telegram.callbacks import action
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen


async def others(rooms: Rooms, request: Request) -> Screen:
    """The other articles of an article's story: args are its id and the topic kept to."""
    article_id, topic = request.action.number(0), request.action.arg(1)
    page = await rooms.store.articles.others_of_story(article_id)
    if not page.headlines:
        return Screen(toast=messages.NO_OTHERS)
    listed = list_screen(page, title=messages.OTHERS_TITLE, zone=request.zone)
    return Screen(listed.blocks, (*listed.keyboard, (Button(messages.BACK, action("article", article_id, topic)),)))
