"""What an alert looks like: one story with what it met, or many as a numbered list. Pure; nothing is read or sent here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.model.article import Article, Brief
from bot.telegram import alert_messages, alerts_words, messages
from bot.telegram.articles import MAX_TITLE_CHARS, day_of, moment_of, opening, quotation, shown
from bot.telegram.callbacks import Action, action
from bot.telegram.markup import Block, Run, block, bold_at, right_to_left
from bot.telegram.screen import Button, Screen, screen
from bot.topics import Query, QueryProblem, Subject, SubscriptionIndex, describe, marks, parse_query
from summarizer import polish
from summarizer.persian.terms import stem_terms

SENTENCES = 2
MAX_SENTENCE_CHARS = 700
MAX_QUOTES = 2
FEW_LINES, MAX_LINES = 15, 25  # with more than a few, each is shorter, so that all are one message
MAX_LINE_CHARS, MAX_SHORT_LINE_CHARS = 120, 70
MAX_SOURCE_CHARS, MAX_SHORT_SOURCE_CHARS = 60, 30
MAX_REASONS = 3
MAX_REASON_CHARS = 80
MAX_SPEAKER_CHARS = 120
_BUTTONS_A_ROW = 5
_LOOSE = " ،؛:.-–«("  # what does not stand before the dots of a cut
Phrases = tuple[tuple[str, ...], ...]
_parsed = lru_cache(maxsize=4096)(parse_query)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How an article meets a chat's subscriptions.

    Args:
        phrases: the words that were met, as stems, for ``bot.topics.marks``.
        reasons: the subscriptions it met, as a reader would say them.
        speakers: the names of those who were asked for and are quoted, as stems.
    """

    phrases: Phrases = ()
    reasons: tuple[str, ...] = ()
    speakers: Phrases = ()


@dataclass(frozen=True, slots=True)
class Line:
    """An alert in a list.

    Args:
        article: the article.
        stale: whether it is older than a day.
        development: whether the chat has had the story before.
    """

    article: Article
    stale: bool = False
    development: bool = False


def met(article: Article, brief: Brief, queries: Iterable[str]) -> Meeting:
    """How an article meets a chat's subscriptions.

    Args:
        article: the article.
        brief: its quotations say who speaks.
        queries: those of the chat's that brought it, in canonical form; one that asks for what many outlets tell was met then.
    """
    index = SubscriptionIndex()
    read: list[Query] = []
    for one in queries:
        query: Query | QueryProblem = _parsed(one)
        if isinstance(query, Query):
            index.add(len(read), query)
            read.append(query)
    found = index.match(Subject.of(article, brief, wide=True))
    numbers = sorted(number for one in found for number in one.subscriptions)
    reasons = tuple(alerts_words.wording(describe(read[number])) for number in numbers)
    asked_for = tuple(name for one in found for name in one.speakers)
    return Meeting(tuple(phrase for one in found for phrase in one.phrases), reasons, asked_for)


def alert_screen(article: Article, brief: Brief, meeting: Meeting, *, zone: ZoneInfo, head: str = "") -> Screen:
    """One alert: title, source and date, the first sentences with what was met in bold, and which subscription brought it.

    Where somebody was asked for who is quoted, the first sentence and what was said.

    Args:
        article: the article.
        brief: its summary.
        meeting: what was met.
        zone: the chat's.
        head: what is to be said before it, as that the chat has had the story before; '' for nothing.
    """
    source = shortened(polish(article.source), MAX_SOURCE_CHARS) or messages.UNKNOWN_SOURCE
    said = _said(brief, meeting.speakers)
    sentences = brief.sentences[: 1 if said else SENTENCES]
    blocks = [
        *([block(head, "i")] if head else []),
        block(shown(shortened(article.title, MAX_TITLE_CHARS)), "b"),
        block(right_to_left(f"{source} | {moment_of(article, zone)}"), tight=True),
        *(_marked(shown(shortened(one, MAX_SENTENCE_CHARS)), meeting.phrases) for one in sentences),
        *said,
        *_reasons(meeting.reasons),
    ]
    link = (Button(alert_messages.SOURCE, url=article.url),) if article.url else ()
    return screen(blocks, (Button(alert_messages.OPEN, action("article", article.id)), *link))


def gathered_screen(
    lines: Sequence[Line], *, title: str, more: int, zone: tzinfo, first: int = 1, rest: Action | None = None
) -> Screen:
    """Many alerts in one message: numbered lines, and a button for each number, which leaves the list where it is.

    Args:
        lines: the alerts; stale ones last.
        title: what they are.
        more: how many are not shown.
        zone: the chat's.
        first: the number of the first.
        rest: what brings those that are not shown; None where nothing does.
    """
    blocks = [block(title, "b")]
    for place, one in enumerate(lines):
        if one.stale and (place == 0 or not lines[place - 1].stale):
            blocks.append(block(alert_messages.OLDER, "b"))
        blocks.append(_line(first + place, one, zone, short=len(lines) > FEW_LINES))
    if more:
        blocks.append(block(alert_messages.more(more)))
    blocks.append(block(alert_messages.TOUCH, "i"))
    buttons = opening([one.article.id for one in lines], first)
    rows = (tuple(buttons[at : at + _BUTTONS_A_ROW]) for at in range(0, len(buttons), _BUTTONS_A_ROW))
    return screen(blocks, *rows, (Button(alert_messages.rest(more), rest),) if rest and more else ())


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut after a whole word where it is longer.

    Args:
        text: one line.
        most: at least 2.
    """
    if len(text) <= most:
        return text
    head = text[: most - 1]
    words = head.rpartition(" ")[0]
    return (words if words.strip() else head).rstrip(_LOOSE).removesuffix(" و").rstrip(_LOOSE) + "…"


def _line(number: int, one: Line, zone: tzinfo, *, short: bool) -> Block:
    """An alert in a list: its title, then source and day, and whether it goes on with what came before."""
    source = shortened(polish(one.article.source), MAX_SHORT_SOURCE_CHARS if short else MAX_SOURCE_CHARS)
    again = alert_messages.DEVELOPMENT_LINE if one.development else ""
    below = " | ".join(part for part in (source, day_of(one.article, zone), again) if part)
    title = shown(shortened(one.article.title, MAX_SHORT_LINE_CHARS if short else MAX_LINE_CHARS))
    return Block((Run(alerts_words.numbered(number, title)), Run(f"\n{right_to_left(below)}", "i")))


def _said(brief: Brief, names: Phrases) -> list[Block]:
    """What these people say in an article, key quotations first."""
    theirs = [one for one in brief.quotes if any(set(stem_terms(one.speaker)).issuperset(name) for name in names)]
    chosen = sorted(theirs, key=lambda one: not one.key)[:MAX_QUOTES]
    short = [
        replace(one, text=shortened(one.text, MAX_SENTENCE_CHARS), speaker=shortened(one.speaker, MAX_SPEAKER_CHARS))
        for one in chosen
    ]
    return [quotation(one, brief=True) for one in short]


def _reasons(reasons: Sequence[str]) -> list[Block]:
    """Which subscriptions brought the alert, as many as fit."""
    said = [shown(shortened(one, MAX_REASON_CHARS)) for one in reasons[:MAX_REASONS]]
    return [block(alert_messages.because(" | ".join(said)), "i")] if said else []


def _marked(text: str, phrases: Phrases) -> Block:
    """A sentence with what was met in bold."""
    return Block(bold_at(text, marks(text, phrases)))
