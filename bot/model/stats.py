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
        resting: of them, paused by their readers or because the chat is gone.
        waiting: alerts in the queue.
        sent: alerts that were delivered since the time asked about.
        refused: alerts that ended undelivered since then.
        failing: feeds whose last fetch failed.
        slowest: the feeds that have not been reached for longest, the worst first; paused ones are not among them.
    """

    articles: int
    today: int
    chats: int
    subscriptions: int
    resting: int
    waiting: int
    sent: int
    refused: int
    failing: int
    slowest: tuple[FeedPace, ...] = ()
