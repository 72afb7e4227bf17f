"""What the store counts for the owner."""

from datetime import timedelta

from bot.model.feed import FeedState, NewFeed
from bot.model.stats import FeedPace
from bot.ports.store import Store
from tests.storage.making import NOON, many, prepared


async def test_articles_are_counted_between_times(store: Store) -> None:
    """Each time belongs to what comes after it; outside of all nothing is counted."""
    await store.articles.add(many(10))
    times = [NOON + timedelta(minutes=minutes) for minutes in (0, 3, 3, 9)]
    assert await store.stats.articles_between(times) == (3, 0, 6)
    assert await store.stats.articles_between(times[:1]) == ()


async def test_an_empty_store_has_figures(store: Store) -> None:
    """All of them nothing."""
    figures = await store.stats.figures(NOON)
    assert (figures.articles, figures.today, figures.failing, figures.slowest) == (0, 0, 0, ())


async def test_articles_of_a_day_are_told_from_all(store: Store) -> None:
    """By when they were published."""
    await store.articles.add([prepared("کهنه", minutes=-2000), prepared("تازه", "متن دیگر", minutes=1)])
    figures = await store.stats.figures(NOON)
    assert (figures.articles, figures.today) == (2, 1)


async def test_the_feed_that_fails_comes_before_the_one_that_is_slow(store: Store) -> None:
    """And one that is paused is nobody's worry."""
    reached = NOON - timedelta(hours=5)
    states = {
        "سالم": FeedState(due=NOON, reached=NOON),
        "کند": FeedState(due=NOON, reached=reached),
        "ناکام": FeedState(due=NOON, reached=NOON, failures=3, failing_since=NOON, problem="404"),
    }
    for name, state in states.items():
        feed, _ = await store.feeds.add(NewFeed(url=f"https://{len(name)}.example/{name}", name=name))
        await store.feeds.record(feed.id, state, now=NOON)
    paused, _ = await store.feeds.add(NewFeed(url="https://paused.example/", name="خاموش"))
    await store.feeds.pause(paused.id, paused=True)
    figures = await store.stats.figures(NOON)
    assert figures.failing == 1
    assert figures.slowest == (FeedPace("ناکام", NOON, 3), FeedPace("کند", reached, 0), FeedPace("سالم", NOON, 0))
