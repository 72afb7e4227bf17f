"""When feeds are due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.due import DEAD_AFTER, LONGEST, LONGEST_WAIT, SHORTEST, after_failure, after_success, is_dead, spread
from bot.model.feed import Feed

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FEED = Feed(url="https://example.org/rss", id=1)


def after(feed: Feed, *new_items: int) -> Feed:
    """The feed after so many good answers."""
    for new in new_items:
        feed = replace(feed, state=after_success(feed, NOW, new_items=new, etag="e", last_modified="m"))
    return feed


def test_a_lively_feed_is_asked_often_and_a_quiet_one_seldom() -> None:
    """Within bounds."""
    assert after(FEED, 3, 3).state.period < after(FEED, 3).state.period < FEED.state.period < after(FEED, 0).state.period
    assert after(FEED, *[5] * 40).state.period == SHORTEST
    assert after(FEED, *[0] * 40).state.period == LONGEST


def test_failures_double_the_wait_and_a_success_forgets_them() -> None:
    """However many there were."""
    waits = []
    feed = FEED
    for _ in range(15):
        feed = replace(feed, state=after_failure(feed, NOW, problem="x"))
        assert feed.state.due is not None
        waits.append(feed.state.due - NOW)
    assert waits[1] > waits[0] * 1.7
    assert LONGEST_WAIT <= waits[-1] <= LONGEST_WAIT * 1.1
    assert feed.state.failing_since == NOW
    assert after(feed, 0).state.failures == 0
    assert after(feed, 0).state.failing_since is None


@given(st.one_of(st.none(), st.floats(allow_nan=False)))
def test_what_a_server_asks_for_is_kept_within_a_day(seconds: float | None) -> None:
    """No header can put a feed off for ever, or bring it forward."""
    due = after_failure(FEED, NOW, problem="429", retry_after_s=seconds).due
    assert due is not None
    assert NOW + SHORTEST < due <= NOW + LONGEST_WAIT * 1.1
    if seconds is not None and 0 < seconds < 80_000:
        assert due >= NOW + timedelta(seconds=seconds)


def test_a_feed_is_dead_after_days_and_told_of_once() -> None:
    """Days are counted from its first failure."""
    state = after_failure(FEED, NOW, problem="x")
    assert not is_dead(state, NOW + DEAD_AFTER - timedelta(minutes=1))
    assert is_dead(state, NOW + DEAD_AFTER)
    assert not is_dead(replace(state, reported=True), NOW + DEAD_AFTER)


def test_feeds_added_together_drift_apart() -> None:
    """The same feed gets the same share, and a hundred feeds fill the tenth evenly."""
    hour = timedelta(hours=1)
    shares = sorted((spread(f"https://example.org/{n}", hour, NOW) - hour) / (hour / 10) for n in range(100))
    assert shares == sorted((spread(f"https://example.org/{n}", hour, NOW) - hour) / (hour / 10) for n in range(100))
    assert 0 <= shares[0] < 0.1
    assert 0.4 < shares[50] < 0.6
    assert 0.9 < shares[-1] <= 1
