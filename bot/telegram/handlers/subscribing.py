"""Subscribing: topics as buttons or words, a preview of what would have come, and nothing counts before it is confirmed."""

from collections.abc import Callable, Sequence, Set

from bot.jalali import persian_digits
from bot.model.alert import MAX_SUBSCRIPTIONS, Subscription
from bot.model.article import Brief, Headline
from bot.model.chat import Chat
from bot.telegram import alerts_words as words
from bot.telegram.admins import admins_only
from bot.telegram.articles import MAX_TITLE_CHARS, shown, where_and_when
from bot.telegram.callbacks import Action, action
from bot.telegram.markup import Block, Run, block, bold_at
from bot.telegram.recent import Found, last_met
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Keyboard, Screen, screen
from bot.topics import Query, QueryProblem, canonical, describe, marks, parse_query
from bot.topics.names import topic_called, topic_names
from bot.topics.query import Condition, InTopic, Phrase, Wide

WIDE = "wide"  # in a topic's place, for what many outlets tell
_Key = tuple[str, tuple[str, ...]]
_MAX_DIGITS = 18
_LIST = Button(words.ALERTS_BUTTON, action("alerts"))
_SETTINGS = Button(words.SETTINGS_BUTTON, action("settings"))


@admins_only
async def subscribe(rooms: Rooms, request: Request) -> Screen:
    """A preview for the words after the command; without words, the topics and examples."""
    if not request.text.strip():
        return screen([block(words.WHAT_ABOUT, "b"), block(words.TOPIC_OR_WORDS), *_examples(request)], *_topics())
    query = parse_query(request.text, typed=True)
    return problem_screen(request, query) if isinstance(query, QueryProblem) else await _preview(rooms, request, query, 0)


@admins_only
async def topic_chosen(rooms: Rooms, request: Request) -> Screen:
    """A preview for a topic's button, or for what many outlets tell: args are the topic's slug or ``WIDE``, then a topic's slug."""
    slugs = [request.action.topic(place) for place in (0, 1)]
    wide: list[Condition] = [Wide()] if request.action.arg(0) == WIDE else []
    asked = (*wide, *(InTopic(slug) for slug in slugs if slug))
    return await _preview(rooms, request, Query((asked,)), 0) if asked else Screen(toast=words.TOO_OLD)


@admins_only
async def edit(rooms: Rooms, request: Request) -> Screen:
    """A preview of other words for a subscription: its number stands first, or its place in the list."""
    number, *text = request.text.split(maxsplit=1)[:2] or [""]
    if not (number.isdecimal() and len(number) <= _MAX_DIGITS) or not text:
        return screen([block(words.EDIT_WHICH)], (_LIST,))
    held = await rooms.store.subscriptions.of_chat(request.chat)
    stored = next((one for one in held if one.id == int(number)), None) or at_place(held, number)
    if stored is None:
        return screen([block(words.NO_SUCH_ALERT)], (_LIST,))
    query = parse_query(text[0], typed=True)
    if isinstance(query, QueryProblem):
        return edit_screen(request, stored, block(_said_of(query)))
    return await _preview(rooms, request, query, stored.id)


def edit_screen(request: Request, stored: Subscription, *before: Block) -> Screen:
    """How to change a subscription's words, which stand there to be copied. Alone with the bot one need only write.

    Args:
        request: says whether it is a group, where nobody is asked out of the blue.
        stored: the subscription.
        before: what is to be said first, as why other words are no query.
    """
    alone = request.chat_kind == "private"
    opening = f"{words.EDITING} {persian_digits(stored.id)}" if alone else f"/edit {stored.id}"
    line = block(f"{opening} {_editable(stored.query)}", "code")
    if alone:
        return Screen((*before, block(words.WRITE_NEW), line), apart=True, asks=words.NEW_WORDS)
    return screen([*before, block(words.HOW_TO_EDIT), line], (_LIST,))


def at_place(held: Sequence[Subscription], number: str) -> Subscription | None:
    """The subscription that stands at this place in the list of a chat, counted from 1; None where it is no such number."""
    place = int(number) if number.isdecimal() and len(number) <= _MAX_DIGITS else 0
    return held[place - 1] if 0 < place <= len(held) else None


def _editable(query: str) -> str:
    """A canonical query with the topics by their Persian names, which mean the same."""
    for one in topic_names():
        query = query.replace(f'موضوع:"{one.slug}"', f'موضوع:"{one.name}"')
    return query


@admins_only
async def confirm(rooms: Rooms, request: Request) -> Screen:
    """Store what was previewed: args are the kept query's id and the subscription it replaces, 0 for a new one."""
    kept = await rooms.store.kept.get(request.action.number(0), request.chat.chat_id)
    query = parse_query(kept.text) if kept else None
    if not isinstance(query, Query):
        return Screen(toast=words.TOO_OLD)
    await remember(rooms, request)
    text, replaced = canonical(query), request.action.number(1)
    if replaced:
        changed = await rooms.store.subscriptions.change(replaced, request.chat, text)
        return _done(words.CHANGED, query) if changed else screen([block(words.NO_SUCH_ALERT)], (_LIST,))
    added = await rooms.store.subscriptions.add(request.chat, text)
    if not added:
        return screen([block(words.TOO_MANY)], (_LIST,))
    wishes = await rooms.store.wishes.get(request.chat)
    return _done(words.SUBSCRIBED, query, block(words.how(wishes), "i"))


@admins_only
async def cancel(rooms: Rooms, request: Request) -> Screen:
    """Leave all as it was."""
    return screen([block(words.CANCELLED)], (_LIST,))


async def remember(rooms: Rooms, request: Request) -> None:
    """Keep which chat has subscriptions or settings; one that has neither is not kept, nor is a person's name."""
    chat = Chat(request.chat, request.chat_kind, request.chat_title)
    if await rooms.store.chats.get(request.chat) != chat:
        await rooms.store.chats.remember(chat)


def query_text(stored: Subscription) -> str:
    """A subscription's query as a reader would say it."""
    query = parse_query(stored.query)
    return _worded(query) if isinstance(query, Query) else stored.query


def asks_for(stored: Subscription, query: Query) -> bool:
    """Whether a subscription asks for the same, in whatever spelling and order."""
    known = parse_query(stored.query)
    return isinstance(known, Query) and _meaning(known) == _meaning(query)


def _meaning(query: Query) -> tuple[frozenset[frozenset[_Key]], frozenset[_Key]]:
    """What is compared of a query: stems and slugs, without order."""
    return frozenset(frozenset(map(_key, conditions)) for conditions in query.any_of), frozenset(map(_key, query.none_of))


def _key(condition: Condition) -> _Key:
    """What is compared of a condition."""
    return type(condition).__name__, (condition.slug,) if isinstance(condition, InTopic) else condition.stems


def _worded(query: Query) -> str:
    """A query as a reader would say it."""
    return shown(words.wording(describe(query)))


def problem_screen(request: Request, problem: QueryProblem) -> Screen:
    """Why words are no query, and what would be."""
    if problem.kind == "unknown_topic":
        return screen([block(_said_of(problem))], *_topics())
    return screen([block(_said_of(problem)), *_examples(request)])


def _said_of(problem: QueryProblem) -> str:
    """Why words are no query."""
    match problem.kind:
        case "too_long":
            return words.too_long(problem.given, problem.limit)
        case "too_many_words":
            return words.too_many_words(problem.given, problem.limit)
        case "too_common":
            return words.too_common(problem.text)
        case "contradiction":
            return words.contradiction(_said_simply(problem.text))
        case "unknown_topic":
            return words.unknown_topic(problem.text)
    return {"empty": words.EMPTY, "only_exclusions": words.ONLY_EXCLUSIONS, "no_name": words.NO_NAME}[problem.kind]


def _said_simply(text: str) -> str:
    """A condition as it is written, as a reader would say it."""
    query = parse_query(text)
    return words.wording(describe(query)) if isinstance(query, Query) else f"«{text}»"


async def _preview(rooms: Rooms, request: Request, query: Query, replaced: int) -> Screen:
    """What the subscription asks for and the last articles it would have brought, to be confirmed."""
    text = canonical(query)
    held = await rooms.store.subscriptions.of_chat(request.chat)
    there = next((one for one in held if asks_for(one, query)), None)
    if there:
        return screen([block(words.HAVE_IT), block(query_text(there), "b", tight=True)], (_LIST,))
    if len(held) >= MAX_SUBSCRIPTIONS and not replaced:
        return screen([block(words.TOO_MANY)], (_LIST,))
    kept_id = await rooms.store.kept.keep(request.chat.chat_id, text, Brief(()))
    found = await last_met(rooms.store, query)
    old = next((one for one in held if one.id == replaced), None)
    instead = [block(words.instead_of(query_text(old)), "i", tight=True)] if old else []
    head = [block(words.PREVIEW_TITLE, "b"), block(_worded(query), tight=True), *instead]
    yes = Button(words.CONFIRM_CHANGE if replaced else words.CONFIRM, _confirming(kept_id, replaced))
    return screen(
        [*head, *_articles(found, request)],
        (yes,),
        (Button(words.CANCEL, action("unchanged")),),
        *(() if replaced else _topics_named(query)),
    )


def _confirming(kept_id: int, replaced: int) -> Action:
    return action("confirm", kept_id, replaced) if replaced else action("confirm", kept_id)


def _articles(found: tuple[Found, ...], request: Request) -> list[Block]:
    """The articles with what was met set bold, or the word that there are none."""
    if not found:
        return [block(words.NOTHING_YET, "i")]
    blocks = [block(words.WOULD_HAVE_COME)]
    for number, one in enumerate(found, 1):
        title = shown(one.article.title[:MAX_TITLE_CHARS])
        blocks.append(Block((Run(words.numbered(number, "")), *bold_at(title, marks(title, one.phrases)))))
        headline = Headline(one.article.id, title, one.article.source, one.article.published, dated=one.article.dated)
        blocks.append(block(where_and_when(headline, request.zone), "i", tight=True))
    return blocks


def _done(said: str, query: Query, *how: Block) -> Screen:
    """What is stored now, how its alerts come, and where to go on."""
    return screen([block(said), block(_worded(query), "b", tight=True), *how], (_LIST, _SETTINGS))


def _examples(request: Request) -> list[Block]:
    """Ways to ask, each to be copied by a touch; in groups the bot is told of commands alone."""
    opening = words.OPENING if request.chat_kind == "private" else "/subscribe"
    return [Block((Run(f"{what}\n"), Run(f"{opening} {example}", "code"))) for example, what in words.EXAMPLES]


def _topics() -> Keyboard:
    """The topics, two a row, and what many outlets tell."""
    return (*_topic_buttons({one.slug for one in topic_names()}, str), (Button(words.WIDE_NEWS, action("topic", WIDE)),))


def _topics_named(query: Query) -> Keyboard:
    """The topics whose names stand among the words: «ورزش سیاست» may have meant the one or the other."""
    plain = (one for conditions in query.any_of for one in conditions if isinstance(one, Phrase))
    return _topic_buttons({topic_called(one.text) for one in plain}, words.whole_topic)


def _topic_buttons(slugs: Set[str | None], called: Callable[[str], str]) -> Keyboard:
    """A button for each of these topics, two a row."""
    chosen = (one for one in topic_names() if one.slug in slugs)
    buttons = [Button(f"{one.emoji} {called(one.name)}", action("topic", one.slug)) for one in chosen]
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
