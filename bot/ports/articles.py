"""What the store promises about articles: keeping them, listing the newest, finding them by name, words and speaker."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.article import Article, Brief, NameMatch, Page, Person, Prepared, Said, SearchHit, Stored


class Articles(Protocol):
    """Articles and their briefs. «Newest» is by time of publication, then by id, both falling."""

    async def add(self, batch: Sequence[Prepared]) -> tuple[Stored, ...]:
        """Store a batch in one transaction: all of it or nothing.

        Args:
            batch: prepared articles. One whose address, or else whose folded title and text, is stored already is not stored
                again; a stored one whose title or text has changed is updated, and its former version is kept.

        Returns:
            What became of each, in the order given.
        """

    async def drop_before(self, when: datetime, *, limit: int = 200) -> int:
        """Drop the oldest articles that were published before then, with their briefs, quotations and former versions.

        Args:
            when: what was published at this time or later stays.
            limit: the most that are dropped in one transaction; call again while as many are dropped.

        Returns:
            How many were dropped.
        """

    async def get(self, article_id: int) -> Article | None:
        """The article, or None."""

    async def brief(self, article_id: int) -> Brief | None:
        """Its brief, or None when there is no such article."""

    async def newest(self, *, topic: str = "", offset: int = 0, limit: int = 10) -> Page:
        """The newest articles, of one topic where one is given."""

    async def older(self, article_id: int, *, topic: str = "") -> Article | None:
        """The next older one after this in the order of ``newest``, or None at the end."""

    async def newer(self, article_id: int, *, topic: str = "") -> Article | None:
        """The next newer one, or None at the start."""

    async def others_of_story(self, article_id: int) -> Page:
        """The other articles of the same story, the fullest first."""

    async def count(self) -> int:
        """How many articles are stored."""

    async def count_by_topic(self, since: datetime) -> dict[str, int]:
        """How many were published since then, by topic; an article counts in each of its topics."""


class Reindexing(Protocol):
    """Making anew what is derived of stored articles, while others read and write; safe to stop and to repeat."""

    async def after(self, article_id: int, *, limit: int = 50) -> tuple[Article, ...]:
        """The articles with the next higher ids, in their order; none at the end."""

    async def put(self, batch: Sequence[tuple[Article, Brief]]) -> int:
        """Write new briefs, quotations and index entries of a batch in one transaction; nobody is alerted.

        Args:
            batch: articles as ``after`` gave them, each with its new brief; one that has changed or gone since is left alone.

        Returns:
            How many were written.
        """

    async def finish(self) -> None:
        """Bring up to date what belongs to no article: the stems of the words of titles."""


class Search(Protocol):
    """Finding articles."""

    async def by_name(self, name: str, *, limit: int = 8) -> tuple[NameMatch, ...]:
        """Articles whose title is meant by these words, best first.

        Whole, part, words in another order, without half-spaces, Arabic letters, typing slips, words run together, the last word
        half typed. Only matches worth offering; an empty or wordless name gives none.
        """

    async def nearest_names(self, name: str, *, limit: int = 3) -> tuple[NameMatch, ...]:
        """The titles least unlike the name, for when ``by_name`` has none."""

    async def by_words(self, query: str, *, offset: int = 0, limit: int = 10) -> tuple[SearchHit, ...]:
        """Articles that hold the words, in title or text, of each story one; best first, newest first among equals.

        "…" or «…» is a phrase, -word excludes, یا is or. Of plain words the rarest have to be met, the others only rank.
        """

    async def spelled(self, query: str) -> str:
        """A query with each word that no article holds in the nearest spelling that some do; '' where nothing is to be changed."""


class Quotations(Protocol):
    """Who said what, over all stored articles."""

    async def people(self, name: str, *, limit: int = 8) -> tuple[Person, ...]:
        """The people a name or a role may mean, those named so first, then the most quoted first.

        The same person under several names comes once. A bare family name belongs to the only person known who bears it; where
        there are two, it is a person of its own.
        """

    async def said_by(self, person_id: int, *, offset: int = 0, limit: int = 5) -> tuple[Said, ...]:
        """What this person said, newest first."""
