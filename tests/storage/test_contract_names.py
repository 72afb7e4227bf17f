"""What every store promises about finding an article by its name."""

import pytest

from bot.ports.store import Store
from tests.storage.making import prepared

BRIDGE = "بازسازی پل‌های فرسوده جنوب کشور از فردا آغاز می‌شود"
OTHERS = (
    "رقابت کتاب‌فروشی‌ها در نمایشگاه پاییزه",
    "کشف ۱۵ تن برنج احتکارشده در بندر",
    "پل تازه شهر افتتاح شد",
    "جنوب کشور بارانی است",
    "قهرمانی والیبالیست‌های نوجوان در آسیا",
    "راه‌اندازی خط تازه مترو از هفته آینده",
)
WAYS = {
    "whole": BRIDGE,
    "part": "پل‌های فرسوده جنوب",
    "other order": "فرسوده جنوب بازسازی",
    "without half-spaces": BRIDGE.replace("\u200c", ""),
    "spaces for half-spaces": BRIDGE.replace("\u200c", " "),
    "Arabic letters": BRIDGE.replace("ی", "ي").replace("ک", "ك"),
    "a letter missing": "بازسزی پل‌های فرسوده",
    "two letters changed round": "بازسازی پل‌های فرسدوه",
    "a letter doubled": "بازسازیی فرسوده جنوب",
    "a wrong letter": "بازصازی فرسوده جنوب",
    "a slip in each word": "بازسسازی فرسوه جنبو",
    "run together": "بازسازیپل‌های فرسوده",
    "all run together": "جنوبکشور فرسوده",
    "last word half typed": "بازسازی پل‌های فرسو",
    "another ending": "بازسازی پل فرسوده",
}


@pytest.mark.parametrize("typed", WAYS.values(), ids=WAYS.keys())
async def test_a_name_is_found_however_typed(store: Store, typed: str) -> None:
    """The article that is meant comes first."""
    await store.articles.add([prepared(title, f"متن {number}") for number, title in enumerate((*OTHERS, BRIDGE))])
    found = await store.search.by_name(typed)
    assert found
    assert found[0].headline.title == BRIDGE


async def test_digits_of_any_kind_are_the_same(store: Store) -> None:
    """Western and Persian digits in a name mean the same."""
    await store.articles.add([prepared(title, f"متن {number}") for number, title in enumerate(OTHERS)])
    assert (await store.search.by_name("کشف 15 تن برنج"))[0].headline.title == OTHERS[1]


async def test_a_whole_title_scores_one_and_is_clear(store: Store) -> None:
    """The title as it stands leaves no choice to offer."""
    await store.articles.add([prepared(title, f"متن {number}") for number, title in enumerate((*OTHERS, BRIDGE))])
    found = await store.search.by_name(BRIDGE)
    assert (found[0].score, found[0].clear) == (1.0, True)
    assert not any(one.clear for one in found[1:])


async def test_equal_matches_are_offered_the_newest_first(store: Store) -> None:
    """Two titles that answer equally well are both given, neither as clear."""
    await store.articles.add(
        [prepared("نرخ ارز در بازار تهران", "یک", minutes=1), prepared("نرخ ارز در بازار کابل", "دو", minutes=2)]
    )
    found = await store.search.by_name("نرخ ارز در بازار")
    assert [one.headline.title for one in found] == ["نرخ ارز در بازار کابل", "نرخ ارز در بازار تهران"]
    assert not found[0].clear


async def test_a_lead_answers_where_no_title_does(store: Store) -> None:
    """Words that stand only in the first sentence find the article, at a lower score."""
    await store.articles.add([prepared("دیدار دو وزیر", "روابط دو همسایه شمالی و راه‌آهن مشترک بررسی شد."), prepared(BRIDGE, "متن")])
    found = await store.search.by_name("روابط همسایه شمالی")
    assert [one.headline.title for one in found] == ["دیدار دو وزیر"]
    assert found[0].score < 1


@pytest.mark.parametrize("typed", ["", "   ", "؟!", "\u200c", "😀", '"', "«»"])
async def test_a_wordless_name_finds_nothing(store: Store, typed: str) -> None:
    """Nothing was asked, nothing is found."""
    await store.articles.add([prepared(BRIDGE)])
    assert await store.search.by_name(typed) == ()
    assert await store.search.nearest_names(typed) == ()


async def test_an_unknown_name_has_nearest_titles_only(store: Store) -> None:
    """What is no name of an article is not offered as one, but titles that share something are named."""
    await store.articles.add([prepared(title, f"متن {number}") for number, title in enumerate((*OTHERS, BRIDGE))])
    typed = "ژرفای اقیانوس آرام و فرسوده زیردریایی"
    assert await store.search.by_name(typed) == ()
    assert [one.headline.title for one in await store.search.nearest_names(typed)] == [BRIDGE]


async def test_gives_no_more_than_asked_for(store: Store) -> None:
    """The limit holds, also at nothing."""
    await store.articles.add([prepared(f"نشست شماره {number} شورا", f"متن {number}") for number in range(9)])
    assert len(await store.search.by_name("نشست شورا", limit=4)) == 4
    assert await store.search.by_name("نشست شورا", limit=0) == ()


async def test_finds_in_an_empty_store_nothing(store: Store) -> None:
    """A store without articles answers."""
    assert await store.search.by_name("بازسازی پل") == ()
    assert await store.search.nearest_names("بازسازی پل") == ()
    assert await store.search.by_words("بازسازی پل") == ()
