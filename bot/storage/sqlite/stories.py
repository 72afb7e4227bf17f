"""The index by which an article finds its story, kept in the transaction that stores it. What is alike is decided in bot.ingest.

A key leads to articles published within the window, a bounded number each, so that a look-up costs the same at a million articles.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from bot.ingest.dedupe import WINDOW, Known, same_story
from bot.ingest.minhash import Sketch, keys, packed, sketch, stems_of, unpacked
from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Row, Writer
from bot.storage.sqlite.values import as_json, moment
from summarizer.persian.terms import terms

LEAST_WORDS = 8  # a text with fewer telling words is too short to be told from another
_PER_KEY, _CANDIDATES = 24, 24
_WINDOW = WINDOW // timedelta(microseconds=1)
_MET = (
    "SELECT * FROM (SELECT article_id FROM story_keys WHERE key = ? AND published BETWEEN ? AND ? ORDER BY published DESC LIMIT ?)"
)
_ALIKE = (
    "WITH met (article_id) AS ({met}) SELECT a.id, a.story_id, a.source, a.published, s.sketch"
    " FROM (SELECT article_id FROM met WHERE article_id <> ? GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT ?) AS m"
    " JOIN articles AS a ON a.id = m.article_id JOIN story_sketches AS s ON s.article_id = a.id"
    " LEFT JOIN articles AS root ON root.id = a.story_id"
    " WHERE abs(coalesce(root.published, a.published) - ?) <= ?"
)
_STANDS_ALONE = "SELECT story_id FROM articles a WHERE id = ? AND 1 = (SELECT count(*) FROM articles WHERE story_id = a.story_id)"
_HEARD_ALREADY = (
    "DELETE FROM outbox WHERE story_id = ? AND EXISTS (SELECT 1 FROM told"
    " WHERE told.story_id = ? AND told.chat_id = outbox.chat_id AND told.thread_id = outbox.thread_id)"
)
_FOLLOW = (  # where a chat has both, the joined story's row stays
    ("UPDATE OR IGNORE told SET story_id = ? WHERE story_id = ?", "DELETE FROM told WHERE story_id = ?"),
    ("UPDATE OR IGNORE outbox SET story_id = ? WHERE story_id = ?", "DELETE FROM outbox WHERE story_id = ?"),
)


class StoryIndex:
    """The part of an article's storing that puts it into its story.

    A new article joins the story of the stored one most like it. A changed one joins one only while it stands alone, and
    takes along who was told of it.
    """

    async def forget(self, writer: Writer, ids: Sequence[int]) -> None:
        """Drop keys and sketches of articles whose rows still stand; the keys are found again from their text."""
        chosen = as_json(ids)
        rows = await writer.rows(
            "SELECT id, title, text, published FROM articles WHERE id IN (SELECT value FROM json_each(?))", (chosen,)
        )
        dropped = await asyncio.to_thread(_stored_keys, rows)
        await writer.do_many("DELETE FROM story_keys WHERE key = ? AND published = ? AND article_id = ?", dropped)
        await writer.do("DELETE FROM story_sketches WHERE article_id IN (SELECT value FROM json_each(?))", (chosen,))

    async def keep(self, writer: Writer, arrivals: Sequence[Arrival]) -> None:
        """Find the story of each article just written among those that have one, then index it for the next."""
        made = [one for one in await asyncio.to_thread(_made, arrivals) if len(one[1].words) >= LEAST_WORDS]
        for arrival, one, found in made:
            await _join(writer, arrival, one, found)
            await writer.do_many(
                "INSERT INTO story_keys (key, published, article_id) VALUES (?, ?, ?)",
                [(key, arrival.published, arrival.id) for key in found],
            )
            await writer.do("INSERT INTO story_sketches (article_id, sketch) VALUES (?, ?)", (arrival.id, packed(one)))


async def _join(writer: Writer, arrival: Arrival, one: Sketch, found: Sequence[int]) -> None:
    """Put an article into the story it tells, where there is one."""
    rows = await _alike(writer, arrival, found)
    changed = arrival.stored.outcome == "updated"
    alone = await writer.row(_STANDS_ALONE, (arrival.id,)) if changed else None
    if not rows or (changed and not alone):
        return
    candidates = [Known(row["story_id"], unpacked(row["sketch"]), moment(row["published"]), row["source"]) for row in rows]
    story = same_story(one, moment(arrival.published), arrival.article.source, candidates)
    if story is not None:
        await writer.do("UPDATE articles SET story_id = ? WHERE id = ?", (story, arrival.id))
        if alone:
            await _follow(writer, alone["story_id"], story)


async def _follow(writer: Writer, alone: int, story: int) -> None:
    """What was told and what waits of a story of one article is the joined story's now, so that nobody hears of it twice."""
    await writer.do(_HEARD_ALREADY, (alone, story))
    for move, drop in _FOLLOW:
        await writer.do(move, (story, alone))
        await writer.do(drop, (alone,))


async def _alike(writer: Writer, arrival: Arrival, found: Sequence[int]) -> list[Row]:
    """Stored articles that share most keys with this one."""
    earliest, latest = arrival.published - _WINDOW, arrival.published + _WINDOW
    query = _ALIKE.format(met=" UNION ALL ".join([_MET] * len(found)))
    per_key = [value for key in found for value in (key, earliest, latest, _PER_KEY)]
    return await writer.rows(query, (*per_key, arrival.id, _CANDIDATES, arrival.published, _WINDOW))


def _made(arrivals: Sequence[Arrival]) -> list[tuple[Arrival, Sketch, list[int]]]:
    """Sketch and keys of each; all the work on the CPU."""
    made = []
    for one in arrivals:
        title, text = stems_of(one.incoming.title_terms), stems_of(one.incoming.text_terms)
        made.append((one, sketch(title, text), keys(title, text)))
    return made


def _stored_keys(rows: Sequence[Row]) -> list[tuple[int, int, int]]:
    """The keys that were stored of articles."""
    return [
        (key, row["published"], row["id"])
        for row in rows
        for key in keys(stems_of(terms(row["title"])), stems_of(terms(row["text"])))
    ]
