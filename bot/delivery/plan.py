"""What of a chat's waiting alerts is sent now, in which shape, and when to look again. Pure; the clock is the caller's.

    paused, or in quiet hours      nothing, until they end
    digest mode                    what came up to the last digest hour, in one message
    at once, held before           one digest of all that waits
    at once, a few stories         each by itself
    at once, many stories          one list; when they come one after the other, a list for each BURST_WINDOW
    older than STALE_AFTER         a line of a digest, never a message of its own

What a message looks like is decided in telegram; how fast messages go out in ``pace``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.delivery.quiet import DEFAULT_ZONE, last_of, next_of, next_quiet, quiet_until, was_quiet
from bot.model.alert import Alert, Preferences, Told
from bot.model.chat import ChatKey

BURST = 5  # so many stories within BURST_WINDOW go one by one, more become a list
BURST_WINDOW = timedelta(minutes=10)
STALE_AFTER = timedelta(hours=24)
BETWEEN_DEVELOPMENTS = timedelta(hours=1)  # a story's outlets follow one another within it, and are no news of it
_MUCH_NEW_WORDS = 120
_MUCH_NEW_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Message:
    """One message to be sent now.

    Args:
        kind: 'single' an alert by itself; 'list' many that came at once; 'digest' what was gathered or held.
        alerts: in the order in which they came about, each story once; all are done with when the message is sent.
        stale: those of them older than STALE_AFTER.
        silent: whether it comes without a sound.
        zone: the IANA zone name by which the chat reads dates.
        until: when it may no longer be sent, since quiet hours begin; None where none do.
    """

    kind: Literal["single", "list", "digest"]
    alerts: tuple[Alert, ...]
    stale: tuple[Alert, ...] = ()
    silent: bool = False
    zone: str = DEFAULT_ZONE
    until: datetime | None = None

    @property
    def chat(self) -> ChatKey:
        """Where it goes."""
        return self.alerts[0].chat

    @property
    def urgent(self) -> bool:
        """Whether it goes before what was gathered."""
        return self.kind != "digest"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about a chat now.

    Args:
        messages: to be sent, in order.
        covered: alerts of a story that another waiting alert tells already; done with, without a message.
        look_again: when the rest comes up, aware UTC; None when nothing is left waiting.
    """

    messages: tuple[Message, ...] = ()
    covered: tuple[Alert, ...] = ()
    look_again: datetime | None = None


def plan(now: datetime, waiting: Sequence[Alert], wishes: Preferences, recent: Sequence[datetime] = ()) -> Plan:
    """What of a chat's waiting alerts is sent now.

    Args:
        now: aware.
        waiting: the chat's unsent alerts in any order; those due later than now are left waiting.
        wishes: the chat's preferences.
        recent: when messages of alerts went to the chat, at least those of the last BURST_WINDOW.

    Returns:
        The messages, and when to look again. The same alerts, asked again after ``look_again``, are all sent or wait on.
    """
    if not waiting:
        return Plan()
    closed_until = _closed_until(now, wishes)
    if closed_until:
        return Plan(look_again=closed_until)
    due, later = _parted(now, waiting)
    alerts, covered = _each_story_once(due)
    next_due = min((alert.due for alert in later), default=None)
    if wishes.mode == "digest" and wishes.digest_hours:
        return _gathered(now, alerts, covered, wishes, next_due)
    return _at_once(now, alerts, covered, wishes, recent, next_due)


def telling(told: Told | None, new_words: int, now: datetime) -> Literal["first", "development", "known"]:
    """Whether a chat is told of a story, and whether as something new.

    Args:
        told: what the chat was sent of the story; None when nothing.
        new_words: how many words of the article now at hand do not stand in what the chat was sent.
        now: aware.

    Returns:
        'first' to tell it; 'development' to tell it again, marked so; 'known' to keep still.
    """
    if told is None:
        return "first"
    much = new_words >= max(_MUCH_NEW_WORDS, _MUCH_NEW_SHARE * told.words)
    return "development" if much and now - told.at >= BETWEEN_DEVELOPMENTS else "known"


def _closed_until(now: datetime, wishes: Preferences) -> datetime | None:
    """When the chat may be written to again; None when it may be now. The end of a pause may fall into quiet hours."""
    paused = wishes.paused_until if wishes.paused_until and wishes.paused_until > now else None
    return quiet_until(paused or now, wishes) or paused


def _parted(now: datetime, waiting: Sequence[Alert]) -> tuple[list[Alert], list[Alert]]:
    ordered = sorted(waiting, key=lambda alert: (alert.due, alert.id))
    return [alert for alert in ordered if alert.due <= now], [alert for alert in ordered if alert.due > now]


def _each_story_once(due: Sequence[Alert]) -> tuple[list[Alert], tuple[Alert, ...]]:
    """The first alert of each story, and the rest."""
    first: dict[int, Alert] = {}
    for alert in due:
        first.setdefault(alert.story_id, alert)
    return list(first.values()), tuple(alert for alert in due if first[alert.story_id] is not alert)


def _gathered(
    now: datetime, alerts: list[Alert], covered: tuple[Alert, ...], wishes: Preferences, next_due: datetime | None
) -> Plan:
    """Digest mode: what came about up to the last digest hour that has passed."""
    struck = last_of(now, wishes.digest_hours, wishes.zone)
    ready = [alert for alert in alerts if struck and alert.due <= struck]
    messages = (_message("digest", ready, now, wishes),) if ready else ()
    waits = len(ready) < len(alerts) or next_due is not None
    return Plan(messages, covered, next_of(now, wishes.digest_hours, wishes.zone) if waits else None)


def _at_once(
    now: datetime,
    alerts: list[Alert],
    covered: tuple[Alert, ...],
    wishes: Preferences,
    recent: Sequence[datetime],
    next_due: datetime | None,
) -> Plan:
    if not alerts:
        return Plan((), covered, next_due)
    if any(_was_held(alert, now, wishes) for alert in alerts):
        return Plan((_message("digest", alerts, now, wishes),), covered, next_due)
    lately = sum(now - sent < BURST_WINDOW for sent in recent)
    if lately + len(alerts) <= BURST:
        return Plan(tuple(_message("single", [alert], now, wishes) for alert in alerts), covered, next_due)
    full_at = alerts[0].due + BURST_WINDOW
    if lately and full_at > now:
        return Plan((), covered, min(filter(None, (full_at, next_due))))
    return Plan((_message("list", alerts, now, wishes),), covered, next_due)


def _was_held(alert: Alert, now: datetime, wishes: Preferences) -> bool:
    """Whether quiet hours or a pause lay between an alert and now, whatever else kept it back; or it is news no more."""
    paused = wishes.paused_until is not None and alert.due < wishes.paused_until
    return paused or now - alert.due > STALE_AFTER or was_quiet(alert.due, now, wishes)


def _message(kind: Literal["single", "list", "digest"], alerts: Sequence[Alert], now: datetime, wishes: Preferences) -> Message:
    stale = tuple(alert for alert in alerts if now - alert.due > STALE_AFTER)
    alone = len(alerts) == 1 and not stale
    shape: Literal["single", "list", "digest"] = "single" if alone and kind == "list" else kind
    return Message(shape, tuple(alerts), stale, wishes.silent, wishes.zone, next_quiet(now, wishes))
