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
        sql = "SELECT kind, title FROM chats WHERE chat_id = ? AND thread_id = ?"
        row = await self._database.row(sql, (key.chat_id, key.thread_id))
        return Chat(key, row["kind"], row["title"]) if row else None

    async def remember(self, chat: Chat) -> None:
        """Store the chat, over what was stored of it."""
        async with self._database.writing() as writer:
            await writer.do(
                "INSERT INTO chats (chat_id, thread_id, kind, title) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET kind = excluded.kind, title = excluded.title",
                (chat.key.chat_id, chat.key.thread_id, storable(chat.kind), storable(chat.title)),
            )
