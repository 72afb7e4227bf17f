"""Stored articles through the present program again: their briefs made anew, and the store's indexes with them."""

import asyncio
from collections.abc import Callable

from bot.ingest.prepare import brief_of
from bot.ingest.title import title_from
from bot.model.article import Article, Brief
from bot.ports.articles import Reindexing

BATCH = 20  # articles a transaction: about what a running bot should wait for at the most


async def reindex(stored: Reindexing, *, method: str = "news", progress: Callable[[int], object] = lambda _: None) -> int:
    """Make anew what is derived of every stored article; what arrives meanwhile is derived anew already.

    Args:
        stored: the articles.
        method: the ranking method of their summaries.
        progress: told the number of articles of each batch.

    Returns:
        How many were written.
    """
    last, written = 0, 0
    while batch := await stored.after(last, limit=BATCH):
        last = batch[-1].id
        briefs = await asyncio.to_thread(_briefs, batch, method)
        written += await stored.put(list(zip(batch, briefs, strict=True)))
        progress(len(batch))
    await stored.finish()
    return written


def _briefs(batch: tuple[Article, ...], method: str) -> list[Brief]:
    """The briefs of articles."""
    return [brief_of(one.text, title="" if _is_made(one) else one.title, method=method) for one in batch]


def _is_made(one: Article) -> bool:
    """Whether the title was made from the lead when the article came without one."""
    return one.title in (title_from(one.text), one.text[: len(one.title)])
