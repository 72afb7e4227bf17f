"""What every store promises about feeds and stories."""

from datetime import UTC, datetime, timedelta

from bot.ingest.due import after_failure, after_success
from bot.model.article import Brief, NewArticle, Prepared
from bot.model.feed import Entry, NewFeed
from bot.storage.sqlite.store import SqliteStore

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TITLE = "پل معلق نیلوفر بازگشایی شد"
TEXT = (
    "پل معلق نیلوفر که چهار سال پیش در پی سیلاب آسیب دیده بود، صبح سه‌شنبه با حضور استاندار بازگشایی شد. به گفتهٔ پیمانکار،"
    " ۳۲۰ تن فولاد در بازسازی این پل به کار رفته است. کشاورزان دو سوی رودخانه در این سال‌ها ناچار بودند ۴۰ کیلومتر راه دورتر بروند."
)


def told(source: str, text: str = TEXT, *, at: datetime = NOW, topics: tuple[str, ...] = ()) -> Prepared:
    """An article of an outlet."""
    return Prepared(NewArticle(TITLE, text, source, f"https://example.org/{source}/1", at, topics), Brief(()))


async def test_a_feed_stands_once(store: SqliteStore) -> None:
    """By its address; what it was added with comes back."""
    wanted = NewFeed("https://example.org/rss", "نمونه", zone="Asia/Kabul", topic="sport", rules="isna")
    feed, new = await store.feeds.add(wanted)
    again, newer = await store.feeds.add(NewFeed("https://example.org/rss", "دیگر"))
    assert (new, newer, feed.id) == (True, False, again.id)
    assert (again.name, again.zone, again.topic, again.rules, again.paused) == ("نمونه", "Asia/Kabul", "sport", "isna", False)
    assert await store.feeds.all() == (again,)


async def test_a_store_begins_with_its_feeds_once(store: SqliteStore) -> None:
    """Who removes them all has none at the next start, either."""
    listed = (NewFeed("https://example.org/1"), NewFeed("https://example.org/2"))
    assert not await store.feeds.begun()
    assert await store.feeds.begin(listed) == 2
    for feed in await store.feeds.all():
        assert await store.feeds.remove(feed.id)
    assert await store.feeds.begun()
    assert await store.feeds.begin(listed) == 0
    assert await store.feeds.all() == ()


async def test_a_store_with_feeds_of_its_own_begins_with_those(store: SqliteStore) -> None:
    """Nothing is put beside them, now or later."""
    own, _ = await store.feeds.add(NewFeed("https://example.org/own"))
    for _ in range(2):
        assert await store.feeds.begin([NewFeed("https://example.org/1")]) == 0
    assert await store.feeds.all() == (own,)


async def test_the_state_of_a_feed_comes_back_as_it_was(store: SqliteStore) -> None:
    """After good fetches and bad ones; and it is due when it says."""
    feed, _ = await store.feeds.add(NewFeed("https://example.org/rss"))
    assert await store.feeds.due(NOW, limit=5) == (feed,)
    for state in (after_success(feed, NOW, new_items=2, etag='"e"', last_modified="m"), after_failure(feed, NOW, problem="slow")):
        await store.feeds.record(feed.id, state, now=NOW)
        stored = await store.feeds.get(feed.id)
        assert stored is not None
        assert stored.state == state
        assert await store.feeds.next_due() == state.due
        assert await store.feeds.due(NOW, limit=5) == ()


async def test_a_feed_does_not_move_to_anothers_address(store: SqliteStore) -> None:
    """But to a free one it does."""
    one, _ = await store.feeds.add(NewFeed("https://example.org/1"))
    await store.feeds.add(NewFeed("https://example.org/2"))
    await store.feeds.record(one.id, one.state, now=NOW, moved_to="https://example.org/2")
    await store.feeds.record(one.id, one.state, now=NOW, moved_to="https://example.org/3")
    assert [feed.url for feed in await store.feeds.all()] == ["https://example.org/3", "https://example.org/2"]


async def test_what_is_remembered_of_items_goes_with_their_feed(store: SqliteStore) -> None:
    """And with time; a feed removed meanwhile is no error."""
    feed, _ = await store.feeds.add(NewFeed("https://example.org/rss"))
    entries = [Entry("a", "1", "https://example.org/a"), Entry("b", "2")]
    await store.feeds.remember(feed.id, entries, NOW)
    await store.feeds.remember(feed.id, entries[:1], NOW + timedelta(days=50))
    assert await store.feeds.known(feed.id, ["a", "b", "c"]) == {"a": entries[0], "b": entries[1]}
    await store.feeds.record(feed.id, feed.state, now=NOW + timedelta(days=70))
    assert set(await store.feeds.known(feed.id, ["a", "b"])) == {"a"}
    assert await store.feeds.remove(feed.id)
    assert not await store.feeds.remove(feed.id)
    await store.feeds.remember(feed.id, entries, NOW)
    assert await store.feeds.known(feed.id, ["a"]) == {}
    await store.feeds.record(feed.id, feed.state, now=NOW)


async def test_a_paused_feed_is_not_due(store: SqliteStore) -> None:
    """Until it goes on."""
    feed, _ = await store.feeds.add(NewFeed("https://example.org/rss"))
    assert await store.feeds.pause(feed.id, paused=True)
    assert await store.feeds.due(NOW, limit=5) == ()
    assert await store.feeds.next_due() is None
    assert await store.feeds.pause(feed.id, paused=False)
    assert len(await store.feeds.due(NOW, limit=5)) == 1


async def test_outlets_that_tell_the_same_are_one_story_the_fullest_first(store: SqliteStore) -> None:
    """In one batch or in several; another fortnight is another story."""
    fuller = TEXT + " استاندار گفت جادهٔ دسترسی هم تا بهار آسفالت می‌شود."
    one, two = await store.articles.add([told("الف"), told("ب", fuller)])
    (three,) = await store.articles.add([told("پ", TEXT[: len(TEXT) * 2 // 3], at=NOW + timedelta(hours=5))])
    (later,) = await store.articles.add([told("ت", at=NOW + timedelta(days=30))])
    others = await store.articles.others_of_story(three.id)
    assert [headline.id for headline in others.headlines] == [two.id, one.id]
    assert (await store.articles.others_of_story(later.id)).headlines == ()


async def test_a_story_stands_in_lists_by_its_newest_day_and_once_in_a_search(store: SqliteStore) -> None:
    """Today's report does not sink to that of two days ago, however full that is; of one day the fullest stands for it."""
    fuller = TEXT + " استاندار گفت جادهٔ دسترسی هم تا بهار آسفالت می‌شود."
    await store.articles.add([told("الف", fuller, at=NOW - timedelta(days=2), topics=("economy",))])
    today = [told("ب", topics=("economy",)), told("پ", TEXT[: len(TEXT) * 2 // 3], topics=("economy",))]
    full, _ = await store.articles.add(today)
    for topic in ("", "economy"):
        assert [one.id for one in (await store.articles.newest(topic=topic)).headlines] == [full.id]
    assert len(await store.search.by_words(TITLE)) == 1


async def test_a_day_begins_at_midnight_in_tehran(store: SqliteStore) -> None:
    """Which is half past eight in the evening, UTC."""
    fuller = TEXT + " استاندار گفت جادهٔ دسترسی هم تا بهار آسفالت می‌شود."
    midnight = NOW.replace(hour=20, minute=30)
    minute = timedelta(minutes=1)
    (first,) = await store.articles.add([told("الف", fuller, at=midnight - minute, topics=("economy",))])
    assert [one.id for one in (await store.articles.newest()).headlines] == [first.id]
    (second,) = await store.articles.add([told("ب", at=midnight, topics=("economy",))])
    await store.articles.add([told("پ", TEXT[: len(TEXT) * 2 // 3], at=midnight + timedelta(hours=23), topics=("economy",))])
    for topic in ("", "economy"):
        assert [one.id for one in (await store.articles.newest(topic=topic)).headlines] == [second.id]


async def test_a_teaser_finds_its_story_when_its_text_comes(store: SqliteStore) -> None:
    """A story that others are in is left as it is."""
    (first,) = await store.articles.add([told("الف")])
    (short,) = await store.articles.add([told("ب", "به‌زودی.")])
    assert (await store.articles.others_of_story(first.id)).headlines == ()
    await store.articles.add([told("ب", TEXT + " پایان.")])
    assert [one.id for one in (await store.articles.others_of_story(first.id)).headlines] == [short.id]
    await store.articles.add(
        [told("ب", "متنی که با آن یکی هیچ نسبتی ندارد و دربارهٔ بازی شطرنج کودکان در کتابخانهٔ شهر سپیدار است.")]
    )
    assert [one.id for one in (await store.articles.others_of_story(first.id)).headlines] == [short.id]
