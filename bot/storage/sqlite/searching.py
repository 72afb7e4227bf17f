"""Finds articles by the words in them: what to ask of FTS5, how to rank, and the excerpts.

A question costs what its rarest words cost: at least one of them must be met (or all words, where none is rare), the others only
rank. Ranking is BM25 (S. Robertson, H. Zaragoza, «The probabilistic relevance framework», 2009), a word in the title counting more,
over the newest articles that answer.
"""

import asyncio
from collections.abc import Sequence

from bot.model.article import SearchHit
from bot.storage.excerpts import excerpt
from bot.storage.query import Phrase, SearchQuery, read_query
from bot.storage.sqlite import fts
from bot.storage.sqlite.connection import Reader
from bot.storage.sqlite.values import as_json, headline

TITLE_WEIGHT = 2.0
NEWEST_RANKED = 3000
MOST_HITS = 200
COMMON = 10_000  # articles beyond which a word says so little that the newest come first, unranked
EQUAL = 0.05  # scores that differ by less than this share of the best are equal: the newer article comes first
_RANKED = (
    "SELECT id, score FROM (SELECT rowid AS id, bm25(words, ?, 1.0) AS score FROM words WHERE words MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) ORDER BY score LIMIT ?"
)
_NEWEST = "SELECT rowid AS id, 0.0 AS score FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
_FREQUENCIES = "SELECT term, doc FROM json_each(?) AS k CROSS JOIN words_terms ON words_terms.term = k.value"
_TIMES = (
    "SELECT a.id, a.published, a.story_id FROM json_each(?) AS k"
    " CROSS JOIN articles AS a INDEXED BY articles_times ON a.id = k.value"
)
_SHOWN = "SELECT a.* FROM json_each(?) AS k CROSS JOIN articles AS a ON a.id = k.value ORDER BY k.key"


async def by_words(reader: Reader, typed: str, offset: int, limit: int) -> tuple[SearchHit, ...]:
    """The articles that hold the words, best first; see the Protocol."""
    query = read_query(typed)
    ranked = await _ranked(reader, query)
    shown = ranked[max(0, offset) : max(0, offset) + max(0, limit)]
    rows = await reader.rows(_SHOWN, (as_json(shown),)) if shown else []
    wanted = [_variants(phrase, alternative) for alternative in query.any_of for phrase in alternative]
    pieces = await asyncio.to_thread(lambda: [excerpt(row["text"], wanted) for row in rows])
    return tuple(SearchHit(headline(row), piece, marks) for row, (piece, marks) in zip(rows, pieces, strict=True))


async def _ranked(reader: Reader, query: SearchQuery) -> list[int]:
    """The ids of the articles that answer, best first, of each story one."""
    if not query.any_of:
        return []
    frequency = await _frequencies(reader, query)
    question = fts.any_of(_question(alternative, frequency) for alternative in query.any_of)
    refused = fts.any_of(fts.phrase(phrase.stems) for phrase in query.none_of)
    question = f"{question} NOT {refused}" if refused else question
    scores = await _scores(reader, question, common=_is_common(query, frequency))
    rows = await reader.rows(_TIMES, (as_json(list(scores)),))
    step = EQUAL * max(scores.values(), default=1.0) or 1.0
    rows.sort(key=lambda row: (-round(scores[row["id"]] / step), -row["published"], -row["id"]))
    best = {row["story_id"]: row["id"] for row in reversed(rows)}
    return [row["id"] for row in rows if best[row["story_id"]] == row["id"]]


async def _scores(reader: Reader, question: str, *, common: bool) -> dict[int, float]:
    """What the newest that answer score, and older ones whose title does: those are not lost to what is merely newer."""
    in_title = fts.in_column("title", question)
    if common:
        return {row["id"]: 0.0 for row in await reader.rows(_NEWEST, (question, MOST_HITS))} | {
            row["id"]: 1.0 for row in await reader.rows(_NEWEST, (in_title, MOST_HITS))
        }
    scores = {row["id"]: -row["score"] for row in await reader.rows(_RANKED, (TITLE_WEIGHT, question, NEWEST_RANKED, MOST_HITS))}
    best = max(scores.values(), default=0.0)
    for row in await reader.rows(_RANKED, (TITLE_WEIGHT, in_title, NEWEST_RANKED, MOST_HITS)):
        scores.setdefault(row["id"], min(best, -row["score"]))  # BM25 over titles alone is on a scale of its own
    return scores


def _is_common(query: SearchQuery, frequency: dict[str, int]) -> bool:
    """Whether some alternative asks for words only that very many articles hold: to count them all would take too long."""
    return any(
        min(frequency.get(stem, 0) for phrase in alternative for stem in phrase.stems) > COMMON for alternative in query.any_of
    )


def _question(words: Sequence[Phrase], frequency: dict[str, int]) -> str:
    """What to ask for one alternative."""
    asked = {phrase: fts.any_of(fts.phrase(stems) for stems in _variants(phrase, words)) for phrase in words}
    strict = [asked[phrase] for phrase in words if phrase.strict]
    plain = [phrase for phrase in words if not phrase.strict]
    if strict:  # what was put in marks was meant exactly, and so are the words beside it
        return fts.all_of(asked.values())
    rare = _rarest(plain, frequency)
    if not rare:
        return fts.all_of(asked.values())
    return fts.all_of((fts.any_of(asked.values()), fts.any_of(asked[phrase] for phrase in rare)))


def _rarest(words: Sequence[Phrase], frequency: dict[str, int]) -> list[Phrase]:
    """The rarest words, as many as together stand in few articles; none where even the rarest stands in many."""
    chosen, articles = [], 0
    for phrase in sorted(words, key=lambda one: frequency.get(one.stems[0], 0)):
        articles += frequency.get(phrase.stems[0], 0)
        if articles > NEWEST_RANKED:
            break
        chosen.append(phrase)
    return chosen if articles else []


def _variants(phrase: Phrase, beside: Sequence[Phrase]) -> list[tuple[str, ...]]:
    """The ways a word may be written: by itself, or in one with a neighbour («بین المللی» as بینالمللی)."""
    if phrase.strict:
        return [phrase.stems]
    at = beside.index(phrase)
    pairs = [beside[start : start + 2] for start in (at - 1, at) if start >= 0]
    joined = [(pair[0].stems[0] + pair[1].stems[0],) for pair in pairs if len(pair) == 2 and not any(one.strict for one in pair)]
    return [phrase.stems, *joined]


async def _frequencies(reader: Reader, query: SearchQuery) -> dict[str, int]:
    """In how many articles each word of the query stands."""
    words = {stem for alternative in query.any_of for phrase in alternative for stem in phrase.stems}
    return {row["term"]: row["doc"] for row in await reader.rows(_FREQUENCIES, (as_json(sorted(words)),))}
