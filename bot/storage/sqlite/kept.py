"""Texts people gave to the bot, kept for some days so that a button under a summary works after a restart."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta

from bot.model.article import Brief, BriefQuote
from bot.model.kept import KeptText
from bot.storage.sqlite.connection import Database
from bot.storage.sqlite.incoming import storable_brief
from bot.storage.sqlite.values import as_json, microseconds, moment, storable

KEPT_DAYS = 7


class SqliteKeptTexts:
    """The ``KeptTexts`` of bot.ports in SQLite.

    Args:
        database: the open file.
        now: the clock by which days pass.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def keep(self, chat_id: int, text: str, brief: Brief) -> int:
        """Keep a text with its summary, and let go of those whose days are over."""
        now, clean = self._now(), storable_brief(brief)
        quotes = as_json([asdict(one) for one in clean.quotes])
        async with self._database.writing() as writer:
            await writer.do("DELETE FROM kept_texts WHERE kept < ?", (microseconds(_oldest(now)),))
            return await writer.insert(
                "INSERT INTO kept_texts (chat_id, text, sentences, quotes, kept) VALUES (?, ?, ?, ?, ?)",
                (chat_id, storable(text), as_json(clean.sentences), quotes, microseconds(now)),
            )

    async def get(self, kept_id: int, chat_id: int) -> KeptText | None:
        """The text, or None when there is none of this id in this chat, or no longer."""
        row = await self._database.row(
            "SELECT * FROM kept_texts WHERE id = ? AND chat_id = ? AND kept >= ?",
            (kept_id, chat_id, microseconds(_oldest(self._now()))),
        )
        if row is None:
            return None
        quotes = tuple(BriefQuote(**one) for one in json.loads(row["quotes"]))
        return KeptText(
            row["id"], row["chat_id"], row["text"], Brief(tuple(json.loads(row["sentences"])), quotes), moment(row["kept"])
        )


def _oldest(now: datetime) -> datetime:
    """The time before which nothing is kept."""
    return now - timedelta(days=KEPT_DAYS)
