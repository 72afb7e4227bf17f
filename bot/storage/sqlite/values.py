"""Values to columns and back: times, topics, headlines, articles, quotations. Runs no query."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from bot.model.article import Article, Brief, BriefQuote, Headline
from bot.model.chat import ChatKey
from bot.storage.sqlite.connection import Row

_UNSTORABLE = re.compile("[\\x00\ud800-\udfff]")
# A list of chats as a table, its parameter made by ``chat_keys``.
THESE_CHATS = "(SELECT json_extract(value, '$[0]') AS chat_id, json_extract(value, '$[1]') AS thread_id FROM json_each(?))"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(when: datetime) -> int:
    """A time as the store keeps it: microseconds since 1970 in UTC; exact, and in the order of time."""
    return (when - _EPOCH) // timedelta(microseconds=1)


def moment(stored: int) -> datetime:
    """The time that ``microseconds`` made this number of."""
    return _EPOCH + timedelta(microseconds=stored)


def storable(text: str) -> str:
    """The text with what SQLite cannot keep, lone surrogates and NUL, each as U+FFFD; offsets hold."""
    return _UNSTORABLE.sub("\ufffd", text)


def headline(row: Row) -> Headline:
    """A headline of a row of the view ``headlines``."""
    published, topics = moment(row["published"]), tuple(row["topics"].split())
    return Headline(row["id"], row["title"], row["source"], published, topics, bool(row["dated"]))


def article(row: Row) -> Article:
    """An article of a row with all columns of its table."""
    return Article(
        title=row["title"],
        text=row["text"],
        source=row["source"],
        url=row["url"] or "",
        published=moment(row["published"]),
        topics=tuple(row["topics"].split()),
        origin=row["origin"],
        author=row["author"],
        image_url=row["image_url"],
        dated=bool(row["dated"]),
        id=row["id"],
        added=moment(row["added"]),
        story_id=row["story_id"],
    )


def quote(row: Row) -> BriefQuote:
    """A quotation of a row of its table."""
    return BriefQuote(
        text=row["text"],
        start=row["start"],
        end=row["stop"],
        speaker=row["speaker"],
        mention=row["mention"],
        cue=row["cue"],
        kind=row["kind"],
        marked=bool(row["marked"]),
        key=bool(row["key"]),
        shown_chars=row["shown_chars"],
    )


def brief(sentences: str, quotes: Iterable[Row]) -> Brief:
    """A brief of its stored sentences and the rows of its quotations, in order."""
    return Brief(tuple(json.loads(sentences)), tuple(quote(row) for row in quotes))


def chat_keys(chats: Iterable[ChatKey]) -> str:
    """Chats as ``THESE_CHATS`` takes them."""
    return as_json([(chat.chat_id, chat.thread_id) for chat in chats])


def as_json(values: Sequence[object]) -> str:
    """A list as the store keeps it, and as ``json_each`` takes it."""
    return json.dumps(values, ensure_ascii=False)
