"""What every store promises about searching by words."""

import pytest

from bot.ports.store import Store
from tests.storage.making import prepared

ARTICLES = (
    prepared("کتاب‌های تازه رسید", "ناشران می‌گویند فروش بالا رفته است.", minutes=1),
    prepared("افت بورس", "بازار سهام آرام بود و کتاب کم‌فروش ماند.", minutes=2),
    prepared("سهام بازار مسکن", "سهام شرکت‌های سازنده بازار را تکان داد.", minutes=3),
    prepared("نشست بین‌المللی آب", "کارشناسان ۱۲ کشور گرد آمدند.", minutes=4),
)


async def titles(store: Store, query: str) -> list[str]:
    """The titles found."""
    await store.articles.add(ARTICLES)
    return [hit.headline.title for hit in await store.search.by_words(query)]


@pytest.mark.parametrize("query", ["کتاب‌های", "کتابهای", "كتابهاي", "کتاب های", "کتاب"])
async def test_spellings_find_the_same(store: Store, query: str) -> None:
    """Half-spaces or none, Arabic letters, another ending: the same articles, the title's first."""
    assert await titles(store, query) == ["کتاب‌های تازه رسید", "افت بورس"]


@pytest.mark.parametrize("query", ["12", "۱۲", "١٢"])
async def test_digits_find_the_same(store: Store, query: str) -> None:
    """Digits of any kind find what is written in another."""
    assert await titles(store, query) == ["نشست بین‌المللی آب"]


@pytest.mark.parametrize("query", ["بین‌المللی", "بین المللی", "بينالمللي"])
async def test_a_compound_is_found_apart_and_together(store: Store, query: str) -> None:
    """A half-space typed as a space or left out finds the compound."""
    assert await titles(store, query) == ["نشست بین‌المللی آب"]


@pytest.mark.parametrize("query", ['"بازار سهام"', "«بازار سهام»", "“بازار سهام”"])
async def test_a_phrase_is_met_in_its_order(store: Store, query: str) -> None:
    """Words in marks must stand side by side."""
    assert await titles(store, query) == ["افت بورس"]


@pytest.mark.parametrize("query", ["سهام -بورس", "سهام −بورس", "سهام –بورس", 'سهام -"افت بورس"', "-بورس سهام"])
async def test_an_exclusion_excludes(store: Store, query: str) -> None:
    """A word or a phrase with a minus before it may not be met."""
    assert await titles(store, query) == ["سهام بازار مسکن"]


@pytest.mark.parametrize("query", ["بورس یا آب", "بورس | آب", "بورس OR آب", "بورس يا آب"])
async def test_either_word_will_do(store: Store, query: str) -> None:
    """«یا» takes what meets the one or the other."""
    assert set(await titles(store, query)) == {"افت بورس", "نشست بین‌المللی آب"}


async def test_recent_comes_first_among_equals(store: Store) -> None:
    """Of articles that answer equally well the newest is shown first."""
    await store.articles.add(
        [prepared("باران", f"باران بارید {number}", minutes=minutes) for number, minutes in enumerate((5, 9, 7))]
    )
    found = await store.search.by_words("باران")
    times = [hit.headline.published for hit in found]
    assert times == sorted(times, reverse=True)


async def test_an_excerpt_is_a_piece_of_the_text(store: Store) -> None:
    """The excerpt stands in the text as it is, and the marks are on the words met."""
    text = "سطر نخست درباره چیز دیگری است. " * 30 + "\nدر پایان کتاب‌های «درسی» رایگان شد و کودکان خندیدند."
    await store.articles.add([prepared("خبر مدرسه", text)])
    (hit,) = await store.search.by_words("كتابهاي رايگان")
    assert hit.excerpt in text
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["کتاب‌های", "رایگان"]


async def test_a_hit_in_the_title_alone_shows_the_beginning(store: Store) -> None:
    """Where the text itself does not hold the word, its beginning is the excerpt, without marks."""
    await store.articles.add([prepared("زلزله در شرق", "خبرنگاران رفتند.")])
    (hit,) = await store.search.by_words("زلزله")
    assert (hit.excerpt, hit.marks) == ("خبرنگاران رفتند.", ())


async def test_pages_of_a_search_follow_each_other(store: Store) -> None:
    """Offset and limit cut one list of hits."""
    await store.articles.add([prepared(f"خبر باران {number}", f"متن {number}", minutes=number) for number in range(7)])
    pages = [await store.search.by_words("باران", offset=offset, limit=3) for offset in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert len({hit.headline.id for page in pages for hit in page}) == 7


@pytest.mark.parametrize(
    "query",
    [
        "",
        "-",
        '"',
        "«»",
        '""',
        "یا",
        "یا یا",
        "-بورس",
        "*",
        "NEAR(",
        "AND",
        "title:",
        "{text} : x",
        "()",
        "\x00",
        "\ud800",
        "^",
        "+",
    ],
)
async def test_what_is_no_question_finds_nothing(store: Store, query: str) -> None:
    """No word, nothing but exclusions, or signs that mean something to an index: no hit and no error."""
    assert await titles(store, query) == []


@pytest.mark.parametrize(
    "query", ["بورس)", '"بورس', "بورس*", "text:بورس", "^بورس", "(بورس", "بورس\x00", "بورس\ud800", "NOT بورس", "«بورس"]
)
async def test_signs_around_a_word_do_no_harm(store: Store, query: str) -> None:
    """The word is still found where signs stand about it."""
    assert "افت بورس" in await titles(store, query)
