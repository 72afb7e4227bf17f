"""What handlers work with: the other rooms, given to them by ``app`` and carried by the application."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from bot.ingest.links import Allowance
from bot.ports.net import Fetcher
from bot.ports.store import Store


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms behind the chat.

    Args:
        store: articles, chats and the rest.
        now: the clock; aware UTC.
        zone: the zone of a chat that has not chosen one.
        method: the ranking method for texts that are summarized on the spot.
        owners: the people who run the bot.
        fetcher: the network, for links; None where there is none.
        allowances: how many links each person may still send; forgotten with the process.
    """

    store: Store
    now: Callable[[], datetime]
    zone: tzinfo
    method: str = "news"
    owners: frozenset[int] = frozenset()
    fetcher: Fetcher | None = None
    allowances: dict[int, Allowance] = field(default_factory=dict)
