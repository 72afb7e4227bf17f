"""From waiting alerts to messages that are to be sent now: claims chats' alerts and lets ``plan`` decide. Sends nothing."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.plan import BURST_WINDOW, Message, Plan, plan
from bot.model.alert import Alert, Outcome, Preferences, Refused
from bot.model.chat import ChatKey
from bot.ports.alerts import Outbox, Wishes

_AGAIN_WHEN_UNPLANNED = timedelta(minutes=1)
Claimed = Mapping[ChatKey, tuple[Alert, ...]]


@dataclass(frozen=True, slots=True)
class Batch:
    """What one look at the outbox brought.

    Args:
        messages: to be sent now, each chat's in order.
        wishes: by which they were planned.
        past: when messages went to groups before the start of this process, where that still counts; by the chat's number, rising.
        is_all: whether no more chats waited.
    """

    messages: tuple[Message, ...]
    wishes: Mapping[ChatKey, Preferences]
    past: Mapping[int, tuple[datetime, ...]]
    is_all: bool


class Intake:
    """Takes from the outbox.

    Args:
        outbox: the alerts.
        wishes: when chats want to hear.
        now: the clock; aware UTC.
        lease: how long claimed alerts are nobody else's.
        group_period: for how long what went to a group counts against its limit.
    """

    def __init__(
        self, outbox: Outbox, wishes: Wishes, now: Callable[[], datetime], *, lease: timedelta, group_period: timedelta
    ) -> None:
        self._outbox, self._wishes, self._now = outbox, wishes, now
        self._lease, self._group_period = lease, group_period
        self._started = now()
        self._looked_back: set[int] = set()

    async def take(self, chats: int, busy: Collection[ChatKey]) -> Batch:
        """Claim the alerts of some chats and plan them; what is not to be sent now is given back.

        Args:
            chats: how many at the most.
            busy: chats of which something is in hand.

        Raises:
            StoreError: the outbox cannot be read or written; what was claimed comes again when its lease is over.
        """
        now = self._now()
        claimed = await self._outbox.claim(now, self._lease, chats=chats, busy=busy)
        if not claimed:
            return Batch((), {}, {}, is_all=True)
        wishes = await self._wishes.of(claimed.keys())
        plans = await self._plans(claimed, wishes, now)
        covered = [Outcome(one.covered, Refused("another alert tells this story"), now) for one in plans.values() if one.covered]
        if covered:
            await self._outbox.record(covered)
        await self._put_off({chat: (_left(claimed[chat], one), one) for chat, one in plans.items()}, wishes, now)
        messages = tuple(message for one in plans.values() for message in one.messages)
        return Batch(messages, wishes, await self._past(claimed, now), len(claimed) < chats)

    async def stands(self, message: Message, wishes: Preferences) -> bool:
        """Whether a message may still be sent as it was planned: the chat's wishes are the same, and no alert of it was dropped.

        Args:
            message: planned some time ago.
            wishes: by which it was planned.

        Raises:
            StoreError: nobody knows.
        """
        return await self._wishes.get(message.chat) == wishes and await self._outbox.has_all(message.alerts)

    async def _plans(self, claimed: Claimed, wishes: Mapping[ChatKey, Preferences], now: datetime) -> dict[ChatKey, Plan]:
        """What is done about each chat."""
        recent = await self._outbox.told_at(claimed.keys(), now - BURST_WINDOW)
        return {chat: plan(now, alerts, wishes[chat], recent.get(chat, ())) for chat, alerts in claimed.items()}

    async def _put_off(
        self, left: Mapping[ChatKey, tuple[list[Alert], Plan]], wishes: Mapping[ChatKey, Preferences], now: datetime
    ) -> None:
        """Give back what waits on; where the wishes have changed since they were read, it is looked at again at once."""
        waiting = {chat: alerts for chat, (alerts, _) in left.items() if alerts}
        for chat, alerts in waiting.items():
            await self._outbox.look_again(alerts, left[chat][1].look_again or now + _AGAIN_WHEN_UNPLANNED)
        changed = await self._wishes.of(waiting.keys()) if waiting else {}
        again = [alert for chat, alerts in waiting.items() if changed[chat] != wishes[chat] for alert in alerts]
        if again:
            await self._outbox.look_again(again, now)

    async def _past(self, claimed: Claimed, now: datetime) -> dict[int, tuple[datetime, ...]]:
        """What went to groups just before the start, and one message more, since a kill may have come before its record."""
        if now - self._started > self._group_period:
            return {}
        groups = {chat.chat_id for chat in claimed if chat.chat_id < 0} - self._looked_back
        sent = await self._outbox.sent_at(groups, self._started - self._group_period) if groups else {}
        self._looked_back |= groups
        return {group: (*(at for at in sent.get(group, ()) if at < self._started), self._started) for group in groups}


def _left(alerts: tuple[Alert, ...], decided: Plan) -> list[Alert]:
    """What waits on."""
    done = {alert.id for alert in decided.covered} | {alert.id for one in decided.messages for alert in one.alerts}
    return [alert for alert in alerts if alert.id not in done]
