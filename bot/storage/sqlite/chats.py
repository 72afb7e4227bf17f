"""The chats the bot has met."""

from bot.model.chat import Chat, ChatKey
from bot.storage.sqlite.connection import Database
from bot.storage.sqlite.values import storable


class SqliteChats:
    """The ``Chats`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: ChatKey) -> Chat | None:
        """The chat as it was last remembered, or None."""
        row = await self._database.row(
            "SELECT kind, title, zone FROM chats WHERE chat_id = ? AND thread_id = ?", (key.chat_id, key.thread_id)
        )
        return Chat(key, row["kind"], row["title"], row["zone"]) if row else None

    async def remember(self, chat: Chat) -> None:
        """Store the chat, over what was stored of it."""
        async with self._database.writing() as writer:
            await writer.do(
                "INSERT INTO chats (chat_id, thread_id, kind, title, zone) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET kind = excluded.kind, title = excluded.title, zone = excluded.zone",
                (chat.key.chat_id, chat.key.thread_id, storable(chat.kind), storable(chat.title), storable(chat.zone)),
            )
