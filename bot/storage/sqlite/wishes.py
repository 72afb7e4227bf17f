"""When chats want to hear."""

import json
from collections.abc import Collection
from datetime import time

from bot.model.alert import Preferences
from bot.model.chat import ChatKey
from bot.storage.sqlite.connection import Database, Row
from bot.storage.sqlite.values import THESE_CHATS, as_json, chat_keys, microseconds, moment, storable

_SET = (
    "INSERT OR REPLACE INTO wishes (chat_id, thread_id, zone, mode, digest_hours, quiet_from, quiet_to, silent, paused_until)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_OF = f"SELECT w.* FROM {THESE_CHATS} AS k CROSS JOIN wishes AS w ON w.chat_id = k.chat_id AND w.thread_id = k.thread_id"  # noqa: S608


class SqliteWishes:
    """The ``Wishes`` of bot.ports in SQLite.

    Args:
        database: the open file.
        zone: that of a chat that has set nothing.
    """

    def __init__(self, database: Database, zone: str) -> None:
        self._database = database
        self._usual = Preferences(zone=zone)

    async def get(self, chat: ChatKey) -> Preferences:
        """A chat's preferences; the usual ones for a chat that has set none."""
        row = await self._database.row("SELECT * FROM wishes WHERE chat_id = ? AND thread_id = ?", (chat.chat_id, chat.thread_id))
        return _preferences(row) if row else self._usual

    async def of(self, chats: Collection[ChatKey]) -> dict[ChatKey, Preferences]:
        """The preferences of each of these chats."""
        rows = await self._database.rows(_OF, (chat_keys(chats),))
        found = {ChatKey(row["chat_id"], row["thread_id"]): _preferences(row) for row in rows}
        return {chat: found.get(chat, self._usual) for chat in chats}

    async def set(self, chat: ChatKey, preferences: Preferences) -> None:
        """Store a chat's preferences."""
        until = preferences.paused_until
        values = (
            storable(preferences.zone),
            preferences.mode,
            as_json([one.isoformat() for one in preferences.digest_hours]),
            preferences.quiet_from and preferences.quiet_from.isoformat(),
            preferences.quiet_to and preferences.quiet_to.isoformat(),
            preferences.silent,
            microseconds(until) if until else None,
        )
        async with self._database.writing() as writer:
            await writer.do(_SET, (chat.chat_id, chat.thread_id, *values))
            await writer.do(  # what was held for the old wishes is looked at again under the new ones
                "UPDATE outbox SET look_at = due WHERE chat_id = ? AND thread_id = ? AND held = 1",
                (chat.chat_id, chat.thread_id),
            )


def _preferences(row: Row) -> Preferences:
    return Preferences(
        zone=row["zone"],
        mode=row["mode"],
        digest_hours=tuple(time.fromisoformat(one) for one in json.loads(row["digest_hours"])),
        quiet_from=_hour(row["quiet_from"]),
        quiet_to=_hour(row["quiet_to"]),
        silent=bool(row["silent"]),
        paused_until=moment(row["paused_until"]) if row["paused_until"] is not None else None,
    )


def _hour(stored: str | None) -> time | None:
    return time.fromisoformat(stored) if stored is not None else None
