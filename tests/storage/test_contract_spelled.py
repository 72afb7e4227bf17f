"""Words that no article holds, in the nearest spelling that some do."""

import pytest

from bot.ports.store import Store
from tests.storage.making import prepared

TEXT = "کتابخانه سیار زعفران و آنفلوانزا را به روستاها برد. میلیتاریسم در شهرستان‌ها."


@pytest.fixture
async def shelf(store: Store) -> Store:
    """A store in which these words stand in a text, and other ones in the title."""
    await store.articles.add([prepared("واکسن آنفلوانزا رسید", TEXT, url="https://example.org/1")])
    return store


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("کتبخانه سیار", "کتابخانه سیار"),
        ("ذعفران!", "زعفران!"),
        ("انفولانزا", "آنفلوانزا"),
        ("میلتاریزم", "میلیتاریسم"),
        ('"کتابخنه" یا زعفران', '"کتابخانه" یا زعفران'),
        ("کتابخانه زعفران", ""),
        ("کتبخانه ققنوسیان", ""),
        ("خبرچ", ""),
        ("😀 \x00", ""),
        ("", ""),
    ],
)
async def test_a_slip_is_put_right_where_a_word_is_near(shelf: Store, typed: str, expected: str) -> None:
    """Marks stay; nothing comes where all is known, where a word is like none, or where it is too short to tell."""
    assert await shelf.search.spelled(typed) == expected


async def test_a_name_is_found_without_its_madda(shelf: Store) -> None:
    """With a slip beside it, too."""
    for typed in ("انفلوانزا", "انفولانزا"):
        (found,) = await shelf.search.by_name(typed)
        assert found.headline.title == "واکسن آنفلوانزا رسید"
