"""What the owner is shown of the bot's work. Counts unless said otherwise; times are aware UTC."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FeedPace:
    """How a feed is doing.

    Args:
        name: as the owner knows it.
        reached: when a fetch last succeeded; None when none has.
        failures: how many have failed since, in a row.
    """

    name: str
    reached: datetime | None
    failures: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The bot's work in numbers.

    Args:
        articles: stored.
        today: of them, published since the time asked about.
        chats: that have a subscription.
        subscriptions: in all.
        resting: of them, paused by their readers.
        gone: of them, resting because their chat cannot be written to.
        waiting: alerts in the queue.
        retried: of them, those whose last attempt failed.
        sent: stories that were delivered since the time asked about.
        failing: feeds whose last fetch failed.
        slowest: the feeds that have not been reached for longest, the worst first; paused ones are not among them.
    """

    articles: int
    today: int
    chats: int
    subscriptions: int
    resting: int
    gone: int
    waiting: int
    retried: int
    sent: int
    failing: int
    slowest: tuple[FeedPace, ...] = ()
