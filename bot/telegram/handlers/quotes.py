"""What a person has said in all stored articles; a name that several people bear is asked about, not guessed."""

from collections.abc import Sequence

from bot.model.article import Person, Said
from bot.telegram import messages
from bot.telegram.articles import WAY_ON, button_text, numbered_title, opening, paging, quotation, where_and_when
from bot.telegram.callbacks import action
from bot.telegram.handlers.searching import search_offer
from bot.telegram.markup import Block, Run, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Screen, screen
from summarizer import polish
from summarizer.persian.terms import terms

PAGE = 5
_OVERLAP = 0.8  # of the words of the shorter one
MAX_NAME_CHARS = 100


async def quotes(rooms: Rooms, request: Request) -> Screen:
    """The quotations of the person that is meant, or the people who may be."""
    name = request.text.strip()[:MAX_NAME_CHARS]
    if not name:
        return screen([block(messages.WHOSE_QUOTES), block(messages.QUOTES_EXAMPLE, "code")])
    people = await rooms.store.quotations.people(name)
    if not people:
        return screen([block(messages.no_quotes_of(polish(name)))], *await search_offer(rooms, request, name), WAY_ON)
    if len(people) == 1:
        return await _said(rooms, request, people[0].id, 0)
    return screen([block(messages.WHICH_PERSON)], *((_person_button(one),) for one in people))


async def quotes_page(rooms: Rooms, request: Request) -> Screen:
    """A page of what a person said: args are the person's id and the offset."""
    return await _said(rooms, request, request.action.number(0), max(0, request.action.number(1)))


async def _said(rooms: Rooms, request: Request, person_id: int, offset: int) -> Screen:
    """What a person said, newest first, each with its article behind a button."""
    found = await rooms.store.quotations.said_by(person_id, offset=offset, limit=PAGE + 1)
    if not found:
        return Screen(toast=messages.NO_MORE_QUOTES)
    shown = _each_once(found[:PAGE])
    blocks = [block(messages.quotes_of(polish(shown[0].quote.speaker).partition("،")[0]), "b")]
    for number, one in enumerate(shown, 1):
        blocks += _entry(number, one, request)
    return screen(
        blocks,
        opening(one.headline.id for one in shown),
        paging("quotes", person_id, offset=offset, step=PAGE, more=len(found) > PAGE),
    )


def _each_once(found: Sequence[Said]) -> list[Said]:
    """Without what says again what stands before it: an article's lead and its body often hold the same words."""
    kept: list[Said] = []
    for one in found:
        words = set(terms(one.quote.text))
        heard = (set(terms(two.quote.text)) for two in kept)
        if not any(len(words & said) >= _OVERLAP * min(len(words), len(said)) for said in heard):
            kept.append(one)
    return kept


def _entry(number: int, one: Said, request: Request) -> list[Block]:
    """A quotation, and under it the article it stands in."""
    where = f"{numbered_title(number, one.headline)}\n{where_and_when(one.headline, request.zone)}"
    return [quotation(one.quote), Block((Run(where),), tight=True)]


def _person_button(one: Person) -> Button:
    """A person with role and number of quotations."""
    name = "، ".join(part for part in (one.name, one.role) if part)
    return Button(messages.with_count(button_text(polish(name)), one.quotes), action("quotes", one.id))
