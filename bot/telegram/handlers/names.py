"""An article by its name: one that is clear is shown, several are offered, and when there is none the nearest are."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.article import Headline, NameMatch
from bot.telegram import messages
from bot.telegram.articles import WAY_ON, button_text, headline_buttons, told_apart
from bot.telegram.asking import bare_name
from bot.telegram.handlers.days import by_days, days_offer
from bot.telegram.handlers.links import link
from bot.telegram.handlers.newest import latest, show
from bot.telegram.handlers.searching import results, search_offer
from bot.telegram.handlers.stories import each_story_once
from bot.telegram.handlers.welcome import FIRST_BUTTONS
from bot.telegram.markup import Block, Run, block, right_to_left
from bot.telegram.presses import means_a_button
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Keyboard, Screen, screen
from bot.telegram.words import link_in
from bot.topics.names import topic_called

MAX_NAME_CHARS = 300
MAX_SHOWN_CHARS = 80
LONG_NAME_WORDS = 20  # words from which something sent may be a text to summarize
MAX_LEAD_CHARS = 140
SURE = 0.7  # a score from which the only story found is shown, not asked about, and a word for a button is a name


async def summary(rooms: Rooms, request: Request) -> Screen:
    """The summary of the article that is meant by the words after the command, or of the one behind a link."""
    if not request.text.strip():
        return screen([block(messages.WHAT_NAME), block(messages.NAME_EXAMPLE, "code")])
    if url := link_in(request.text):
        return await link(rooms, replace(request, text=url))
    return await by_name(rooms, request)


async def by_name(rooms: Rooms, request: Request) -> Screen:
    """The article that is meant, or those that may be; a topic's name brings that topic, and words of no title are searched for."""
    typed = request.text.strip()[:MAX_NAME_CHARS]
    if not any(letter.isalnum() for letter in typed):
        return screen([block(messages.NO_WORDS)], WAY_ON)
    name = bare_name(typed) or typed
    if topic_called(name):
        return await latest(rooms, replace(request, text=name))
    matches = await _matches(rooms, typed, name)
    if matches and matches[0].clear:
        return await show(rooms, request, matches[0].headline.id)
    sure = bool(matches) and matches[0].score >= SURE
    if not sure and (days := await by_days(rooms, replace(request, text=name))):
        return days
    if not sure and means_a_button(typed):
        return screen([block(messages.NO_SUCH_BUTTON)], *await search_offer(rooms, request, typed), *FIRST_BUTTONS[:2])
    found = await _choice(rooms, request, matches, name) if matches else await _searched(rooms, request, name)
    found = found or await _nearest(rooms, request, name)
    return _as_a_text(found) if len(request.text.split()) >= LONG_NAME_WORDS else found


async def _matches(rooms: Rooms, typed: str, name: str) -> tuple[NameMatch, ...]:
    """The articles whose title is meant: by the words as typed, unless they are clearer without those that only ask."""
    matches = await rooms.store.search.by_name(typed)
    if name == typed or (matches and matches[0].clear):
        return matches
    return await rooms.store.search.by_name(name) or matches


async def _choice(rooms: Rooms, request: Request, matches: Sequence[NameMatch], name: str) -> Screen:
    """The stories that may be meant, or the only one that is."""
    headlines = await each_story_once(rooms.store, (one.headline for one in matches))
    if len(headlines) == 1 and len(matches) > 1 and matches[0].score >= SURE:
        return await show(rooms, request, headlines[0].id)
    said = block(messages.WHICH_ONE if len(headlines) > 1 else messages.MAYBE_THIS)
    leads = await _leads(rooms, request, headlines)
    return screen(
        [said, *leads], *_offers(headlines, request), *days_offer(rooms, request, name), *await search_offer(rooms, request, name)
    )


async def _leads(rooms: Rooms, request: Request, headlines: Sequence[Headline]) -> list[Block]:
    """How each article begins whose title alone does not tell which one it is."""
    leads = []
    for one, name in zip(headlines, told_apart(headlines, request.zone), strict=True):
        if name != button_text(one.title):
            brief = await rooms.store.articles.brief(one.id)
            lead = button_text(brief.sentences[0], most=MAX_LEAD_CHARS) if brief and brief.sentences else ""
            leads.append(Block((Run(right_to_left(name), "b"), Run(f"\n{right_to_left(lead)}"))))
    return leads


async def _searched(rooms: Rooms, request: Request, name: str) -> Screen | None:
    """The articles that hold the words, in the nearest spelling that any has; None where there are none."""
    spelled = await rooms.store.search.spelled(name)
    if spelled and (near := await _clear(rooms, request, spelled)):
        return near
    return await results(rooms, request, spelled or name, instead_of=name if spelled else "")


async def _clear(rooms: Rooms, request: Request, name: str) -> Screen | None:
    """The article that is clearly meant by a name in its right spelling."""
    matches = await rooms.store.search.by_name(name)
    return await show(rooms, request, matches[0].headline.id) if matches and matches[0].clear else None


async def _nearest(rooms: Rooms, request: Request, name: str) -> Screen:
    """The word that there is none, with the nearest names."""
    nearest = [one.headline for one in await rooms.store.search.nearest_names(name)]
    what_else = messages.IN_PERSIAN if name.isascii() and not name.isdecimal() else messages.WHAT_ELSE
    blocks = [block(messages.not_found(button_text(name, most=MAX_SHOWN_CHARS))), block(messages.NEAREST if nearest else what_else)]
    return screen(blocks, *_offers(nearest, request), WAY_ON)


def _as_a_text(found: Screen) -> Screen:
    """What was found for so many words, after the word on texts that were sent to be summarized."""
    return replace(found, blocks=(block(messages.TOO_SHORT_FOR_A_SUMMARY), *found.blocks))


def _offers(headlines: Sequence[Headline], request: Request) -> Keyboard:
    """A button for each article found."""
    return headline_buttons(headlines, zone=request.zone)
