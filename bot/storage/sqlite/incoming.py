"""A prepared article made ready for the tables: texts the store can hold, and its terms, found once for every index.

Pure, and all the work on the CPU, so that it can leave the event loop.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model.article import Brief, BriefQuote, NewArticle, Prepared
from bot.storage.sqlite.values import storable
from summarizer.persian.letters import fold
from summarizer.persian.terms import stem, terms


@dataclass(frozen=True, slots=True)
class Incoming:
    """A prepared article on its way into the tables.

    Args:
        place: its place in the batch.
        article: with texts the store can hold.
        brief: the same.
        title_terms: the terms of its title.
        text_terms: the terms of its text.
        title_stems: their stems.
        text_stems: their stems.
        fingerprint: a digest that two articles share which say the same.
    """

    place: int
    article: NewArticle
    brief: Brief
    title_terms: Sequence[str]
    text_terms: Sequence[str]
    title_stems: Sequence[str]
    text_stems: Sequence[str]
    fingerprint: str


def incoming(batch: Sequence[Prepared]) -> list[Incoming]:
    """Make a batch ready, in its order."""
    return [_incoming(place, one) for place, one in enumerate(batch)]


def rounds(batch: Sequence[Incoming]) -> Iterator[list[Incoming]]:
    """Part a batch so that no part holds one article twice; the later one of two meets the first as a stored one."""
    waiting = list(batch)
    while waiting:
        seen: set[str] = set()
        now: list[Incoming] = []
        later: list[Incoming] = []
        for one in waiting:
            marks = {one.fingerprint, one.article.url or one.fingerprint}
            (later if marks & seen else now).append(one)
            seen |= marks
        yield now
        waiting = later


def _incoming(place: int, prepared: Prepared) -> Incoming:
    """Make one article ready."""
    article = _storable_article(prepared.article)
    title, text = terms(article.title), terms(article.text)
    return Incoming(
        place,
        article,
        storable_brief(prepared.brief),
        title_terms=title,
        text_terms=text,
        title_stems=list(map(stem, title)),
        text_stems=list(map(stem, text)),
        fingerprint=_fingerprint(article, title, text),
    )


def _fingerprint(article: NewArticle, title: Sequence[str], text: Sequence[str]) -> str:
    """A digest of the terms; of the folded text where there is no word in it."""
    said = " ".join((*title, "/", *text)) if text else fold(f"{article.title}/{article.text}")
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def _storable_article(article: NewArticle) -> NewArticle:
    """The article with every text storable."""
    return replace(
        article,
        title=storable(article.title),
        text=storable(article.text),
        source=storable(article.source),
        url=storable(article.url),
        topics=tuple(storable(slug) for slug in article.topics),
        author=storable(article.author),
        image_url=storable(article.image_url),
    )


def storable_brief(brief: Brief) -> Brief:
    """The brief with every text storable."""
    return Brief(tuple(storable(one) for one in brief.sentences), tuple(_storable_quote(quote) for quote in brief.quotes))


def _storable_quote(quote: BriefQuote) -> BriefQuote:
    """The quotation with every text storable."""
    return replace(
        quote,
        text=storable(quote.text),
        speaker=storable(quote.speaker),
        mention=storable(quote.mention),
        cue=storable(quote.cue),
        kind=storable(quote.kind),
    )
