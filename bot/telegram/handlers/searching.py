"""Searching the words of articles, in the chat and inline in any other chat."""

import re
from bisect import bisect_left

from bot.model.article import Brief, SearchHit
from bot.telegram import messages
from bot.telegram.articles import WAY_ON, button_text, numbered_title, opening, paging, where_and_when
from bot.telegram.callbacks import action
from bot.telegram.markup import Block, Run, block, bold_at
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Keyboard, Screen, screen
from summarizer import polish

PAGE = 5
MAX_QUERY_CHARS = 200
_EXCLUDED = re.compile(r"(?<!\S)[-−–](?:\"[^\"]{0,200}\"|«[^»]{0,200}»|\S{1,200})")
_TATWEEL = "\u0640"
_EITHER = ("یا", "or", "OR")


async def search(rooms: Rooms, request: Request) -> Screen:
    """The articles that hold the words, with the place where they stand."""
    query = request.text.strip()[:MAX_QUERY_CHARS]
    if not _asks_for_words(query):
        said = [block(messages.ONLY_EXCLUDED)] if query else []
        return screen([*said, block(messages.WHAT_WORDS), block(messages.SEARCH_EXAMPLE, "code")])
    if found := await results(rooms, request, query):
        return found
    spelled = await rooms.store.search.spelled(query)
    near = await results(rooms, request, spelled, instead_of=query) if spelled else None
    return near or screen([block(messages.nothing_with(polish(query)))], WAY_ON)


def _asks_for_words(query: str) -> bool:
    """Whether there is a word to look for, beside what may not be there."""
    wanted = re.findall(r"\w{1,300}", _EXCLUDED.sub(" ", query))
    return any(word not in _EITHER for word in wanted)


async def search_page(rooms: Rooms, request: Request) -> Screen:
    """A further page: args are the kept query's id and the offset."""
    kept_id, offset = request.action.number(0), max(0, request.action.number(1))
    kept = await rooms.store.kept.get(kept_id, request.chat.chat_id)
    if kept is None:
        return Screen(toast=messages.SEARCH_AGAIN)
    found = await results(rooms, request, kept.text, offset, kept_id=kept_id)
    return found or Screen(toast=messages.NO_MORE_HITS)


async def results(
    rooms: Rooms, request: Request, query: str, offset: int = 0, *, kept_id: int = 0, instead_of: str = ""
) -> Screen | None:
    """A page of hits.

    Args:
        rooms: the store.
        request: who asks.
        query: the words.
        offset: of the first hit shown.
        kept_id: of the kept query, which is kept when there are further pages, since a button cannot carry it; 0 while it is not.
        instead_of: the words as typed, where these are another spelling of them.

    Returns:
        None where there are no hits.
    """
    found = await rooms.store.search.by_words(query, offset=offset, limit=PAGE + 1)
    if not found:
        return None
    hits, more = found[:PAGE], len(found) > PAGE
    if more and not kept_id:
        kept_id = await rooms.store.kept.keep(request.chat.chat_id, query, Brief(()))
    blocks = [block(messages.respelled(instead_of), tight=True)] if instead_of else []
    blocks.append(block(messages.hits_for(button_text(query, most=80)), "b"))
    for number, one in enumerate(hits, 1):
        blocks += _hit(number, one, request)
    return screen(blocks, opening(one.headline.id for one in hits), paging("search", kept_id, offset=offset, step=PAGE, more=more))


async def search_offer(rooms: Rooms, request: Request, words: str) -> Keyboard:
    """The button that searches the texts for some words, where that finds anything."""
    if not await rooms.store.search.by_words(words, limit=1):
        return ()
    kept_id = await rooms.store.kept.keep(request.chat.chat_id, words, Brief(()))
    return ((Button(messages.SEARCH_TEXTS, action("search", kept_id)),),)


def _hit(number: int, one: SearchHit, request: Request) -> list[Block]:
    """A hit: its title, the place with the words set bold, and where it is from."""
    return [
        block(numbered_title(number, one.headline), "b"),
        Block(_marked(one), "blockquote", tight=True),
        Block((Run(where_and_when(one.headline, request.zone)),), tight=True),
    ]


def _marked(one: SearchHit) -> tuple[Run, ...]:
    """The excerpt as a reader sees it, with what was met set bold.

    It is polished whole, since a piece of it may hold one « of two. Marks and spaces may move by that; letters and digits do not,
    so each mark begins and ends at the letters of the same number.
    """
    whole = polish(one.excerpt)
    given, there = _letters(one.excerpt), _letters(whole)
    if len(given) != len(there):  # a ligature became several letters
        return (Run(whole),)
    met = (there[bisect_left(given, start) : bisect_left(given, end)] for start, end in one.marks)
    return bold_at(whole, ((letters[0], letters[-1] + 1) for letters in met if letters))


def _letters(text: str) -> list[int]:
    """Where the letters and digits of a text stand, without the lines that only stretch a word."""
    return [place for place, char in enumerate(text) if char.isalnum() and char != _TATWEEL]
