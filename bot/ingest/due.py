"""When a feed is due next: its own period, spread evenly, longer on failure. Pure; fetches nothing, knows no store.

The period follows additive-increase, multiplicative-decrease turned round: something new makes it a third shorter, nothing new
a quarter longer, between five minutes and six hours. A failure doubles the wait. What the server asks for (Retry-After) is at
least kept.
"""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from bot.model.feed import Feed, FeedState

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=6)
Bounds = tuple[timedelta, timedelta]
LONGEST_WAIT = timedelta(days=1)  # however often it failed, and whatever the server asks for
DEAD_AFTER = timedelta(days=3)
_SHORTER, _LONGER = 0.67, 1.25
_JITTER = 0.1


def after_success(
    feed: Feed, now: datetime, *, new_items: int, etag: str, last_modified: str, bounds: Bounds = (SHORTEST, LONGEST)
) -> FeedState:
    """The state after a good answer.

    Args:
        feed: with the state before.
        now: the time of the fetch.
        new_items: how many items were new or changed; 0 where nothing was modified.
        etag: of this answer.
        last_modified: the same.
        bounds: the shortest and the longest period.
    """
    state = feed.state
    factor = _SHORTER if new_items else _LONGER
    period = min(max(state.period * factor, bounds[0]), bounds[1])
    return FeedState(
        due=now + spread(feed.url, period, now),
        period=period,
        etag=etag,
        last_modified=last_modified,
        changed=now if new_items else state.changed,
        reached=now,
    )


def after_failure(feed: Feed, now: datetime, *, problem: str, retry_after_s: float | None = None) -> FeedState:
    """The state after a fetch that brought nothing.

    Args:
        feed: with the state before.
        now: the time of the fetch.
        problem: for the owner to read.
        retry_after_s: what the server asked for, in seconds; None when it did not.
    """
    state = feed.state
    failures = state.failures + 1
    wait = min(state.period * 2 ** min(failures, 10), LONGEST_WAIT)
    if retry_after_s is not None:
        wait = max(wait, timedelta(seconds=min(max(retry_after_s, 0.0), LONGEST_WAIT.total_seconds())))
    return replace(
        state,
        due=now + spread(feed.url, wait, now),
        failures=failures,
        failing_since=state.failing_since or now,
        problem=problem,
    )


def is_dead(state: FeedState, now: datetime) -> bool:
    """Whether the owner should be told: it has failed for days, and nobody has said so yet."""
    return state.failing_since is not None and not state.reported and now - state.failing_since >= DEAD_AFTER


def spread(url: str, wait: timedelta, now: datetime) -> timedelta:
    """A wait made up to a tenth longer, by a digest of address and day, so that feeds added together drift apart.

    Args:
        url: the feed's address.
        wait: at least this long.
        now: any time of the day; another day spreads otherwise.
    """
    digest = hashlib.blake2b(f"{now:%Y-%m-%d-%H} {url}".encode("utf-8", "replace"), digest_size=4).digest()
    return wait * (1 + _JITTER * int.from_bytes(digest, "big") / 0xFFFFFFFF)
