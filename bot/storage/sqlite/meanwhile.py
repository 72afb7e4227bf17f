"""Stories that went on while their alert was under way: the chat has the first form, and the rest comes later as a development."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.delivery.plan import BETWEEN_DEVELOPMENTS, telling
from bot.model.alert import Outcome, Told
from bot.storage.sqlite.connection import Row, Writer
from bot.storage.sqlite.values import as_json, microseconds
from summarizer.persian.terms import terms

_WENT_ON = (
    "SELECT o.id, o.story_id, now.text AS text, coalesce((SELECT v.text FROM article_versions AS v"
    " WHERE v.article_id = sent.id AND v.replaced > json_extract(k.value, '$[2]') ORDER BY v.id LIMIT 1), sent.text) AS before"
    " FROM json_each(?) AS k CROSS JOIN outbox AS o ON o.id = json_extract(k.value, '$[0]')"
    " JOIN articles AS now ON now.id = o.article_id JOIN articles AS sent ON sent.id = json_extract(k.value, '$[1]')"
    " WHERE o.article_id <> sent.id OR EXISTS (SELECT 1 FROM article_versions AS v"
    " WHERE v.article_id = o.article_id AND v.replaced > json_extract(k.value, '$[2]'))"
)
_LATER = "UPDATE outbox SET development = 1, attempts = 0, held = 0, due = ?, look_at = ? WHERE id = ?"


async def come_later(writer: Writer, sent: Sequence[Outcome]) -> frozenset[int]:
    """Keep the alerts whose story has much new since their message was made; they come again when a development may.

    Args:
        writer: within the transaction that records the messages.
        sent: messages that are there.

    Returns:
        The rows of the outbox that are not over.
    """
    given = [(alert.id, alert.article_id, microseconds(one.since or one.at)) for one in sent for alert in one.alerts]
    told_at = {alert.id: one.at for one in sent for alert in one.alerts}
    rows = await writer.rows(_WENT_ON, (as_json(given),)) if given else []
    later = [row for row in rows if await asyncio.to_thread(_is_much, row, told_at[row["id"]])]
    times = [
        (microseconds(told_at[row["id"]]), microseconds(told_at[row["id"]] + BETWEEN_DEVELOPMENTS), row["id"]) for row in later
    ]
    await writer.do_many(_LATER, times)
    return frozenset(row["id"] for row in later)


def _is_much(row: Row, at: datetime) -> bool:
    """Whether what is new in a story is worth a message of its own."""
    before = terms(row["before"])
    told = Told(row["story_id"], len(before), at)
    return telling(told, words_new(terms(row["text"]), before), at + BETWEEN_DEVELOPMENTS) == "development"


def words_new(here: Sequence[str], before: Sequence[str]) -> int:
    """How many words of an article do not stand in an earlier text.

    Args:
        here: the words of the article, as terms.
        before: those of the text.
    """
    return sum((Counter(here) - Counter(before)).values())
