"""The articles that alerts are about, kept at hand for a short time with what was made of them: one article goes to many chats."""

import asyncio
from collections.abc import Callable
from time import monotonic

from bot.model.article import Article, Brief
from bot.ports.articles import Articles
from bot.telegram.sender import Parcel

FOR_S = 5.0  # so long an alert may show an article as it was before a change
MAX_ARTICLES = 128
MAX_PARCELS = 256  # of an article
Key = tuple[tuple[str, ...], str, str]  # the subscriptions, the zone, what is said before it


class Shelved:
    """An article at hand.

    Args:
        article: the article.
        brief: its summary.
    """

    __slots__ = ("_parcels", "article", "brief")

    def __init__(self, article: Article, brief: Brief) -> None:
        self.article, self.brief = article, brief
        self._parcels: dict[Key, Parcel] = {}

    def ready(self, key: Key) -> Parcel | None:
        """What was made of it for such chats; None when nothing was."""
        return self._parcels.get(key)

    def keep(self, key: Key, made: Parcel) -> Parcel:
        """Keep what was made of it, and give it back."""
        if len(self._parcels) >= MAX_PARCELS:
            self._parcels.clear()
        self._parcels[key] = made
        return made


class Shelf:
    """Articles at hand, read once for all that ask at the same time.

    Args:
        articles: where they are stored.
        clock: seconds that never go back.
    """

    def __init__(self, articles: Articles, clock: Callable[[], float] = monotonic) -> None:
        self._articles, self._clock = articles, clock
        self._reading: dict[int, tuple[float, asyncio.Task[Shelved | None]]] = {}

    async def get(self, article_id: int) -> Shelved | None:
        """An article with its summary; None when it is not stored any more.

        Raises:
            StoreError: it cannot be read; the next who asks tries again.
        """
        until_s, task = self._reading.get(article_id, (0.0, None))
        if task is None or self._clock() >= until_s or (task.done() and task.exception()):
            self._make_room()
            task = asyncio.create_task(self._read(article_id))
            self._reading[article_id] = self._clock() + FOR_S, task
        return await asyncio.shield(task)

    async def _read(self, article_id: int) -> Shelved | None:
        article, brief = await self._articles.get(article_id), await self._articles.brief(article_id)
        return Shelved(article, brief) if article and brief else None

    def _make_room(self) -> None:
        """Forget what is over, and when that is not enough, the oldest."""
        now_s = self._clock()
        self._reading = {one: kept for one, kept in self._reading.items() if kept[0] > now_s}
        while len(self._reading) >= MAX_ARTICLES:
            del self._reading[next(iter(self._reading))]
