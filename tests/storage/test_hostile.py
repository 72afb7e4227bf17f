"""Whatever people or feeds send: every text is stored and given back, and no question raises."""

import asyncio
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.article import Brief, NewArticle, Prepared
from bot.ports.store import Store
from bot.storage.sqlite.store import SqliteStore
from tests.storage.making import NOON, prepared, said

SIGNS = st.sampled_from(
    [
        '"',
        "'",
        "*",
        "-",
        "«",
        "»",
        "(",
        ")",
        ":",
        "^",
        "+",
        "\x00",
        "\ud800",
        "\u200c",
        "NEAR",
        " AND ",
        " یا ",
        "کتاب",
        "پل‌های",
        "{",
    ]
)
TYPED = st.one_of(st.text(max_size=60), st.lists(SIGNS, max_size=12).map("".join))
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(st.lists(TYPED, min_size=1, max_size=5))
def test_no_question_raises(typed: list[str]) -> None:
    """Names, searches, speakers and topics of any characters are answered."""

    async def ask() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with SqliteStore.open(Path(folder, "store.db")) as store:
                await store.articles.add([prepared("کتاب پل‌های کهنه", "متن کتاب", quotes=(said("مریم کتاب"),))])
                for one in typed:
                    await store.search.by_name(one)
                    await store.search.nearest_names(one)
                    await store.search.by_words(one)
                    await store.quotations.people(one)
                    await store.articles.newest(topic=one)

    asyncio.run(ask())


@quick
@given(st.text(min_size=1, max_size=80), st.text(max_size=200), st.text(max_size=20), st.text(max_size=20))
def test_every_text_is_stored_and_given_back(title: str, text: str, source: str, url: str) -> None:
    """Texts of any characters come back as they were; what UTF-8 or SQLite cannot hold keeps its place as U+FFFD."""

    async def keep() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with SqliteStore.open(Path(folder, "store.db")) as store:
                one = Prepared(NewArticle(title, text, source, url, NOON, (url,)), Brief((text,), (said(source, text),)))
                (first,) = await store.articles.add([one])
                (again,) = await store.articles.add([one])
                article, brief = await store.articles.get(first.id), await store.articles.brief(first.id)
                assert article is not None
                assert brief is not None
                assert (again.id, again.outcome) == (first.id, "known")
                assert [len(part) for part in (article.title, article.text, *brief.sentences)] == [len(title), len(text), len(text)]
                assert article.title == title or any(c == "\x00" or "\ud800" <= c <= "\udfff" for c in title)

    asyncio.run(keep())


@pytest.mark.parametrize(
    "typed", ["پل " * 350_000, "پل" * 500_000, '"' * 1_000_000, "«" * 1_000_000, "-پ " * 300_000, "ا یا " * 200_000]
)
async def test_a_megabyte_is_answered_at_once(store: Store, typed: str) -> None:
    """A question of a million characters takes no longer than a long one."""
    await store.articles.add([prepared("پل رودخانه", "متن")])
    async with asyncio.timeout(2):
        await store.search.by_name(typed)
        await store.search.nearest_names(typed)
        await store.search.by_words(typed)
        await store.quotations.people(typed)


async def test_a_very_long_article_is_stored(store: Store) -> None:
    """An article of half a million characters is kept and found, with a short excerpt."""
    text = "واژه‌ای دیگر از متن بلند. " * 20_000 + "پایان زمستان"
    async with asyncio.timeout(10):
        await store.articles.add([prepared("گزارش بلند", text)])
        (hit,) = await store.search.by_words("زمستان")
    assert len(hit.excerpt) < 300
