"""Searching the words of articles, in the chat and inline in any other chat."""

from bot.model.article import Brief, SearchHit
from bot.telegram import messages
from bot.telegram.articles import button_text, paging, where_and_when
from bot.telegram.callbacks import action
from bot.telegram.markup import Block, Run, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen
from summarizer import polish

PAGE = 5
MAX_QUERY_CHARS = 200


async def search(rooms: Rooms, request: Request) -> Screen:
    """The articles that hold the words, with the place where they stand."""
    query = request.text.strip()[:MAX_QUERY_CHARS]
    if not query:
        return screen([block(messages.WHAT_WORDS), block(messages.SEARCH_EXAMPLE, "code")])
    return await _results(rooms, request, query, 0, kept_id=0)


async def search_page(rooms: Rooms, request: Request) -> Screen:
    """A further page: args are the kept query's id and the offset."""
    kept_id, offset = request.action.number(0), max(0, request.action.number(1))
    kept = await rooms.store.kept.get(kept_id, request.chat.chat_id)
    if kept is None:
        return Screen(toast=messages.SEARCH_AGAIN)
    return await _results(rooms, request, kept.text, offset, kept_id=kept_id)


async def _results(rooms: Rooms, request: Request, query: str, offset: int, *, kept_id: int) -> Screen:
    """A page of hits; the query is kept when there are further pages, since a button cannot carry it."""
    found = await rooms.store.search.by_words(query, offset=offset, limit=PAGE + 1)
    if not found:
        return screen([block(messages.nothing_with(query))])
    hits, more = found[:PAGE], len(found) > PAGE
    if more and not kept_id:
        kept_id = await rooms.store.kept.keep(request.chat.chat_id, query, Brief(()))
    blocks = [block(messages.hits_for(query), "b")]
    for number, one in enumerate(hits, 1):
        blocks += _hit(number, one, request)
    opening = tuple(Button(messages.numbered(number), action("article", one.headline.id)) for number, one in enumerate(hits, 1))
    return screen(blocks, opening, paging("search", kept_id, offset, step=PAGE, more=more))


def _hit(number: int, one: SearchHit, request: Request) -> list[Block]:
    """A hit: its title, the place with the words set bold, and where it is from."""
    title = Run(f"{messages.numbered(number)} {button_text(one.headline.title)}", "b")
    return [
        Block((title,)),
        Block(_marked(one), "blockquote", tight=True),
        Block((Run(where_and_when(one.headline, request.zone)),), tight=True),
    ]


def _marked(one: SearchHit) -> tuple[Run, ...]:
    """The excerpt with what was met set bold."""
    runs, at = [], 0
    for start, end in one.marks:
        runs += [Run(_piece(one.excerpt[at:start])), Run(_piece(one.excerpt[start:end]), "b")]
        at = end
    return tuple(run for run in (*runs, Run(_piece(one.excerpt[at:]))) if run.text)


def _piece(text: str) -> str:
    """A piece of an excerpt as a reader sees it; polishing takes the space at its edges, which parts it from the next piece."""
    bare = text.strip()
    return text.replace(bare, polish(bare)) if bare else text
