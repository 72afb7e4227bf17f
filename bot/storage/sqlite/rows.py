"""Writes the rows of articles themselves: their table, former versions, topics and briefs. Decides nothing."""

from collections.abc import Sequence

from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Writer
from bot.storage.sqlite.values import as_json

_PUT_ASIDE = (
    "INSERT INTO article_versions (article_id, title, text, replaced)"
    " SELECT id, title, text, ? FROM articles WHERE id IN (SELECT value FROM json_each(?))"
)
_OVERWRITE = (
    "UPDATE articles SET fingerprint = ?, title = ?, text = ?, topics = ?, origin = ?, author = ?, image_url = ?, published = ?,"
    " dated = ? WHERE id = ?"
)
_INSERT = (
    "INSERT INTO articles (id, url, fingerprint, title, text, topics, origin, author, image_url, published, dated, source, added,"
    " story_id) VALUES (?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


async def put_aside(writer: Writer, ids: Sequence[int], now: int) -> None:
    """Keep the former title and text of articles about to change, and drop what was derived from them."""
    chosen = as_json(ids)
    await writer.do(_PUT_ASIDE, (now, chosen))
    await writer.do("DELETE FROM briefs WHERE article_id IN (SELECT value FROM json_each(?))", (chosen,))
    await writer.do("DELETE FROM article_topics WHERE article_id IN (SELECT value FROM json_each(?))", (chosen,))


async def overwrite(writer: Writer, changed: Sequence[Arrival]) -> None:
    """Write the later version over the former one."""
    await writer.do_many(_OVERWRITE, [(*_content(one), one.id) for one in changed])


async def insert(writer: Writer, added: Sequence[Arrival], now: int) -> None:
    """Write new articles; each is a story of its own until it is grouped."""
    await writer.do_many(_INSERT, [(one.id, one.article.url, *_content(one), one.article.source, now, one.id) for one in added])


async def insert_derived(writer: Writer, written: Sequence[Arrival]) -> None:
    """Write topics and briefs of articles just written; the quotations are a part of their own."""
    await writer.do_many(
        "INSERT INTO article_topics (topic, published, article_id) VALUES (?, ?, ?)",
        [(topic, one.published, one.id) for one in written for topic in dict.fromkeys(one.article.topics)],
    )
    await writer.do_many(
        "INSERT INTO briefs (article_id, sentences) VALUES (?, ?)",
        [(one.id, as_json(one.brief.sentences)) for one in written],
    )


async def derive_anew(writer: Writer, same: Sequence[Arrival]) -> None:
    """Write fingerprints and briefs over the former ones, of articles that say the same as before."""
    await writer.do_many("UPDATE articles SET fingerprint = ? WHERE id = ?", [(one.incoming.fingerprint, one.id) for one in same])
    await writer.do_many(
        "INSERT INTO briefs (article_id, sentences) VALUES (?, ?)"
        " ON CONFLICT (article_id) DO UPDATE SET sentences = excluded.sentences",
        [(one.id, as_json(one.brief.sentences)) for one in same],
    )


async def delete(writer: Writer, ids: Sequence[int]) -> None:
    """Delete articles; what only they hold goes with them."""
    await writer.do("DELETE FROM articles WHERE id IN (SELECT value FROM json_each(?))", (as_json(ids),))


def _content(one: Arrival) -> tuple[object, ...]:
    """What a later version may change, in the order of both statements."""
    article = one.article
    topics = " ".join(article.topics)
    described = (article.title, article.text, topics, article.origin, article.author, article.image_url)
    return (one.incoming.fingerprint, *described, one.published, one.dated)
