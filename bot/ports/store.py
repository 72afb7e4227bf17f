"""The store as a whole: its subjects, and what concerns the file. Each subject's promises stand in its own Protocol.

A subject is added as a Protocol here or in a file of its own, a file of the same name in ``bot/storage/sqlite``, a migration, and
an attribute of ``Store``.
"""

from pathlib import Path
from typing import Protocol

from bot.model.article import Brief
from bot.model.chat import Chat, ChatKey
from bot.model.kept import KeptText
from bot.ports.alerts import Outbox, Subscriptions, Wishes
from bot.ports.articles import Articles, Quotations, Reindexing, Search
from bot.ports.coverage import Coverage
from bot.ports.feeds import Feeds
from bot.ports.stats import Stats


class Chats(Protocol):
    """The chats the bot has met."""

    async def get(self, key: ChatKey) -> Chat | None:
        """The chat as it was last remembered, or None."""

    async def remember(self, chat: Chat) -> None:
        """Store the chat, over what was stored of it."""


class KeptTexts(Protocol):
    """Texts people gave to the bot, kept for ``KEPT_DAYS`` days."""

    async def keep(self, chat_id: int, text: str, brief: Brief) -> int:
        """Keep a text with its summary, and let go of those whose days are over.

        Returns:
            Its id.
        """

    async def get(self, kept_id: int, chat_id: int) -> KeptText | None:
        """The text, or None when there is none of this id in this chat, or no longer."""


class Store(Protocol):
    """Everything that is stored."""

    @property
    def articles(self) -> Articles:
        """Articles and their briefs."""

    @property
    def coverage(self) -> Coverage:
        """What was published within a time, and how widely."""

    @property
    def reindexing(self) -> Reindexing:
        """Making anew what is derived of articles."""

    @property
    def search(self) -> Search:
        """Finding articles by name and by words."""

    @property
    def quotations(self) -> Quotations:
        """Who said what."""

    @property
    def feeds(self) -> Feeds:
        """Where articles come from."""

    @property
    def subscriptions(self) -> Subscriptions:
        """What chats asked to hear of."""

    @property
    def wishes(self) -> Wishes:
        """When chats want to hear."""

    @property
    def outbox(self) -> Outbox:
        """Alerts on their way."""

    @property
    def chats(self) -> Chats:
        """The chats the bot has met."""

    @property
    def kept(self) -> KeptTexts:
        """Texts people gave to the bot."""

    @property
    def stats(self) -> Stats:
        """The bot's work in numbers."""

    async def backup(self, path: Path | str) -> None:
        """Write a consistent copy to a file, while others read and write."""

    async def check(self) -> str:
        """What is wrong with the stored data; '' when it is sound."""
