"""What every store promises about times: the news within one, and the stories that most outlets told in it."""

from datetime import timedelta

import pytest

from bot.model.period import Period
from bot.ports.store import Store
from tests.storage.making import NOON, many, prepared

DAY_MIN = 24 * 60
DAY = Period(NOON, NOON + timedelta(days=1))
STORY = (
    "کارگران شهرداری رودبند از بامداد امروز بازسازی پل چوبی رودخانه را آغاز کردند و تا پایان پاییز آن را به مردم می‌سپارند. "
    "مهندسان می‌گویند پایه‌های کهنه برداشته و پایه‌های سنگی تازه‌ای در بستر رود کار گذاشته می‌شود."
)


async def told(store: Store, *outlets: tuple[str, int], story: str = STORY, topics: tuple[str, ...] = ()) -> list[int]:
    """Store a story as outlets told it, each at its minute; the ids."""
    stored = [
        (await store.articles.add([prepared(f"پل {source}", f"{story} {source}", source=source, minutes=at, topics=topics)]))[0]
        for source, at in outlets
    ]
    return [one.id for one in stored]


async def test_the_news_of_a_time_begins_and_ends_with_it(store: Store) -> None:
    """Its first moment is in it, its last is not; the newest come first, in pages."""
    await store.articles.add(many(6))
    period = Period(NOON + timedelta(minutes=1), NOON + timedelta(minutes=5))
    first = await store.coverage.newest(period, limit=3)
    rest = await store.coverage.newest(period, offset=3, limit=3)
    assert [one.title[-1] for one in (*first.headlines, *rest.headlines)] == ["4", "3", "2", "1"]
    assert (first.more, rest.more) == (True, False)


async def test_the_news_of_a_time_keeps_to_a_topic(store: Store) -> None:
    """Of other topics there is none."""
    await store.articles.add([prepared("پل", "متن پل", topics=("society",)), prepared("گل", "متن گل", topics=("sport",))])
    page = await store.coverage.newest(DAY, topic="sport")
    assert [one.title for one in page.headlines] == ["گل"]


@pytest.mark.parametrize("topic", ["", "society"])
async def test_a_story_stands_once_in_each_time(store: Store, topic: str) -> None:
    """By its fullest article of that time, even where a fuller one came later."""
    early, later = await told(store, ("الف", 0), ("رسانهٔ بلندنویس", DAY_MIN + 60), topics=("society",))
    assert [one.id for one in (await store.coverage.newest(DAY, topic=topic)).headlines] == [early]
    both = Period(NOON, NOON + timedelta(days=2))
    assert [one.id for one in (await store.coverage.newest(both, topic=topic)).headlines] == [later]


async def test_the_stories_of_most_outlets_come_first(store: Store) -> None:
    """With each outlet once, the first to tell it first; a story of one outlet is not among them."""
    two = await told(store, ("ج", 50), ("د", 55), story="تیم والیبال دختران کوهرنگ جام باشگاه‌های استان را با سه پیروزی پیاپی برد.")
    three = await told(store, ("الف", 0), ("ب", 10), ("ج", 5))
    await store.articles.add(many(3))
    found = await store.coverage.widest(DAY)
    assert [one.sources for one in found] == [("الف", "ج", "ب"), ("ج", "د")]
    assert [one.headline.id in ids for one, ids in zip(found, (three, two), strict=True)] == [True, True]
    assert [one.sources for one in await store.coverage.widest(DAY, offset=1, limit=1)] == [("ج", "د")]


async def test_an_outlet_that_tells_a_story_twice_counts_once(store: Store) -> None:
    """And so does nobody: an article without a source is not an outlet's."""
    await told(store, ("الف", 0), ("الف", 5))
    await store.articles.add([prepared("پل", STORY + " باز", source="")])
    assert await store.coverage.widest(DAY) == ()


async def test_only_what_was_told_in_a_time_counts(store: Store) -> None:
    """An outlet that came a day later does not."""
    await told(store, ("الف", 0), ("ب", 10), ("ج", DAY_MIN + 10))
    (one,) = await store.coverage.widest(DAY)
    assert one.sources == ("الف", "ب")


async def test_a_story_is_told_by_its_outlets_whenever_that_was(store: Store) -> None:
    """Each of its articles says so, those of other stories and of none do not."""
    ids = await told(store, ("الف", 0), ("ب", 10), ("ج", DAY_MIN + 10))
    (other,) = await told(store, ("الف", 0), story="تیم والیبال دختران کوهرنگ جام باشگاه‌های استان را با سه پیروزی پیاپی برد.")
    assert await store.coverage.told_by([*ids, other, 999], outlets=3) == set(ids)
    assert await store.coverage.told_by([*ids, other], outlets=4) == set()


async def test_a_story_is_of_a_topic_when_one_of_its_articles_is(store: Store) -> None:
    """And all its outlets are counted."""
    await told(store, ("الف", 0), topics=("society",))
    await told(store, ("ب", 10), topics=("economy", "society"))
    (one,) = await store.coverage.widest(DAY, topic="economy")
    assert one.sources == ("الف", "ب")
    assert await store.coverage.widest(DAY, topic="sport") == ()


@pytest.mark.parametrize("topic", ["'; DROP TABLE articles; --", "\ud800", "%"])
async def test_any_topic_and_number_may_be_asked_for(store: Store, topic: str) -> None:
    """What a button carries may be rubbish."""
    await store.articles.add(many(3))
    assert (await store.coverage.newest(DAY, topic=topic, offset=-5, limit=-1)).headlines == ()
    assert await store.coverage.widest(DAY, topic=topic, offset=-5, limit=-1) == ()
    assert await store.articles.count() == 3
