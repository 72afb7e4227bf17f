"""The latest articles that a query would have brought, for the preview of a subscription. Reads the store, writes nothing."""

import asyncio
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from bot.model.article import Article, Brief, Headline
from bot.model.period import Period
from bot.ports.store import Store
from bot.topics import Query, Subject, SubscriptionIndex
from bot.topics.query import WIDE_OUTLETS, Condition, FromSource, InTopic, Phrase, SaidBy, Wide
from summarizer.persian.terms import stem_terms

SCANNED = 180  # of the newest articles; what is rarer is looked for by words, topic and speaker
_STEP = 60
_CANDIDATES = 30
_LATELY = timedelta(days=7)
_QUOTATIONS = 200  # of a person; one interview alone may hold thirty


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a query meets.

    Args:
        article: the article.
        phrases: the words that were met, for ``bot.topics.marks``.
    """

    article: Article
    phrases: tuple[tuple[str, ...], ...]


async def last_met(store: Store, query: Query, *, most: int = 3) -> tuple[Found, ...]:
    """The newest articles that meet a query.

    Args:
        store: where they are looked for.
        query: what is asked for.
        most: how many.

    Returns:
        Newest first. Where the newest SCANNED hold fewer than asked for, older ones that search finds follow.
    """
    index = SubscriptionIndex()
    index.add(1, query)
    found: list[Found] = []
    for offset in range(0, SCANNED, _STEP):
        page = await store.articles.newest(offset=offset, limit=_STEP)
        found += await _met(store, index, [one for one in page.headlines if _may_meet(one, query)])
        if len(found) >= most or not page.more:
            return tuple(found[:most])
    known = {one.article.id for one in found}
    older = [one for one in await _candidates(store, query) if one.id not in known]
    found += await _met(store, index, sorted(older, key=lambda one: (one.published, one.id), reverse=True))
    return tuple(found[:most])


def _may_meet(one: Headline, query: Query) -> bool:
    """Whether topic and outlet, which a headline has, rule an article out; reading and comparing its words costs more."""
    return any(all(_is_open(one, condition) for condition in conditions) for conditions in query.any_of)


def _is_open(one: Headline, condition: Condition) -> bool:
    """Whether the condition holds, as far as a headline tells."""
    match condition:
        case InTopic(slug):
            return slug in one.topics
        case FromSource(stems=stems):
            return set(stems) <= set(stem_terms(one.source))
    return True


async def _met(store: Store, index: SubscriptionIndex, headlines: Sequence[Headline]) -> list[Found]:
    """Those of the articles that meet the query, in order; comparing words is work for a thread."""
    read = [(await store.articles.get(one.id), await store.articles.brief(one.id)) for one in headlines]
    wide = await store.coverage.told_by([one.id for one in headlines], outlets=WIDE_OUTLETS)
    return await asyncio.to_thread(_compare, index, [(article, brief or Brief(())) for article, brief in read if article], wide)


def _compare(index: SubscriptionIndex, articles: Sequence[tuple[Article, Brief]], wide: Set[int]) -> list[Found]:
    """Match each article."""
    found = []
    for article, brief in articles:
        met = index.match(Subject.of(article, brief, wide=article.id in wide))
        if met:
            found.append(Found(article, met[0].phrases))
    return found


async def _candidates(store: Store, query: Query) -> list[Headline]:
    """Articles that may meet an alternative, of any age, each once."""
    found: dict[int, Headline] = {}
    for conditions in query.any_of:
        found.update({one.id: one for one in await _candidates_of(store, conditions)})
    return list(found.values())


async def _candidates_of(store: Store, conditions: Sequence[Condition]) -> list[Headline]:
    """Articles that may meet all of the conditions: widely told ones, else by words, else by speaker or topic."""
    if Wide() in conditions:
        return await _wide(store, next((one.slug for one in conditions if isinstance(one, InTopic)), ""))
    words = [f'"{one.text}"' if len(one.stems) > 1 else one.text for one in conditions if isinstance(one, Phrase)]
    if words:
        return [one.headline for one in await store.search.by_words(" ".join(words), limit=_CANDIDATES)]
    for one in conditions:
        match one:
            case SaidBy(name):
                people = await store.quotations.people(name)
                said = [await store.quotations.said_by(person.id, limit=_QUOTATIONS) for person in people]
                return [quotation.headline for several in said for quotation in several]
            case InTopic(slug):
                return list((await store.articles.newest(topic=slug, limit=_CANDIDATES)).headlines)
    return []


async def _wide(store: Store, topic: str) -> list[Headline]:
    """The stories that most outlets told in the last week of which there is news."""
    newest = await store.articles.newest(limit=1)
    if not newest.headlines:
        return []
    until = newest.headlines[0].published + timedelta(seconds=1)
    return [one.headline for one in await store.coverage.widest(Period(until - _LATELY, until), topic=topic, limit=_CANDIDATES)]
