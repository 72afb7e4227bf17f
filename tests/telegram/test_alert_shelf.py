"""Articles at hand for alerts: read once for many chats, and not for long."""

import asyncio
from datetime import UTC, datetime
from typing import cast

import pytest

from bot.errors import StoreError
from bot.model.article import Article, Brief
from bot.ports.articles import Articles
from bot.telegram.alert_shelf import FOR_S, MAX_ARTICLES, Shelf

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Stored:
    """Articles that count how often they are read, and fail when told."""

    def __init__(self) -> None:
        self.read = 0
        self.broken = False

    async def get(self, article_id: int) -> Article | None:
        """Any article but number 0."""
        self.read += 1
        await asyncio.sleep(0)
        if self.broken:
            raise StoreError("broken")
        return Article("عنوان", "متن", "نمونه", "", NOON, id=article_id, added=NOON, story_id=article_id) if article_id else None

    async def brief(self, article_id: int) -> Brief:
        """A sentence."""
        return Brief(("متن",))


async def test_many_that_ask_at_once_read_once_and_later_ones_anew() -> None:
    """A change of an article is seen after a few seconds."""
    stored, now = Stored(), [0.0]
    shelf = Shelf(cast("Articles", stored), lambda: now[0])
    found = await asyncio.gather(*(shelf.get(7) for _ in range(9)))
    assert {one.article.id for one in found if one} == {7}
    assert stored.read == 1
    now[0] = FOR_S
    await shelf.get(7)
    assert stored.read == 2


async def test_what_is_not_stored_is_none_and_a_failure_is_not_kept() -> None:
    """The next who asks after a failure tries again."""
    stored = Stored()
    shelf = Shelf(cast("Articles", stored), lambda: 0.0)
    assert await shelf.get(0) is None
    stored.broken = True
    with pytest.raises(StoreError):
        await shelf.get(1)
    stored.broken = False
    assert await shelf.get(1) is not None


async def test_what_is_over_is_forgotten_with_all_that_was_made_of_it() -> None:
    """Messages made for many chats do not stay in memory until as many other articles have come."""
    now = [0.0]
    shelf = Shelf(cast("Articles", Stored()), lambda: now[0])
    for number in range(1, 9):
        await shelf.get(number)
    now[0] = FOR_S
    await shelf.get(9)
    assert set(shelf._reading) == {9}


async def test_the_shelf_is_bounded() -> None:
    """However many articles are asked for, few are kept."""
    shelf = Shelf(cast("Articles", Stored()), lambda: 0.0)
    for number in range(3 * MAX_ARTICLES):
        await shelf.get(number)
    assert len(shelf._reading) <= MAX_ARTICLES
