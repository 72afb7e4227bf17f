"""When a chat wants to hear: one screen of buttons, and three further ones for hours, quiet hours and the zone.

Every button says what is to be, not what is to be turned round, so that two taps do no harm.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model.alert import Preferences
from bot.telegram import alerts_words as words
from bot.telegram.admins import admins_only
from bot.telegram.callbacks import Action, action
from bot.telegram.handlers.subscribing import remember
from bot.telegram.markup import Block, block
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms
from bot.telegram.screen import Button, Keyboard, Screen, screen

DIGEST_HOURS = tuple(map(time, (6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 21, 22)))
QUIET_HOURS = ((time(22), time(7)), (time(23), time(7)), (time(23), time(8)), (time(0), time(8)), (time(14), time(16)))
_PAUSES = {"day": timedelta(days=1), "week": timedelta(days=7)}
_BACK = (Button(words.BACK, action("settings")),)


async def settings(rooms: Rooms, request: Request) -> Screen:
    """The chat's settings: args are which part of them, '' for all."""
    wishes = await rooms.store.wishes.get(request.chat)
    parts = {"hours": _hours, "quiet": _quiet, "zone": _zone}
    return parts.get(request.action.arg(0), _all)(wishes, rooms.now())


@admins_only
async def change(rooms: Rooms, request: Request) -> Screen:
    """Set one thing: args are which, and to what."""
    before = await rooms.store.wishes.get(request.chat)
    set_one = _CHANGES.get(request.action.arg(0))
    after = set_one(before, request.action, rooms.now()) if set_one else None
    if after is None:
        return Screen(toast=words.TOO_OLD)
    if not after.digest_hours:
        return Screen(toast=words.ONE_HOUR_AT_LEAST)
    await remember(rooms, request)
    await rooms.store.wishes.set(request.chat, after)
    shown = (_hours if request.action.arg(0) == "hour" else _all)(after, rooms.now())
    return replace(shown, toast=words.SAVED)


def _mode(before: Preferences, asked: Action, now: datetime) -> Preferences | None:
    """Each by itself, or digests."""
    if asked.arg(1) == "at_once":
        return replace(before, mode="at_once")
    return replace(before, mode="digest") if asked.arg(1) == "digest" else None


def _hour(before: Preferences, asked: Action, now: datetime) -> Preferences | None:
    """A digest hour on or off: args are its place in DIGEST_HOURS, and 1 for on."""
    if not 0 <= asked.number(1) < len(DIGEST_HOURS):
        return None
    without = set(before.digest_hours) - {DIGEST_HOURS[asked.number(1)]}
    return replace(before, digest_hours=tuple(sorted(without | ({DIGEST_HOURS[asked.number(1)]} if asked.number(2) else set()))))


def _quiet_hours(before: Preferences, asked: Action, now: datetime) -> Preferences | None:
    """Quiet hours by their place in QUIET_HOURS, counted from 1; 0 for none."""
    place = asked.number(1)
    if not 0 <= place <= len(QUIET_HOURS):
        return None
    start, end = QUIET_HOURS[place - 1] if place else (None, None)
    return replace(before, quiet_from=start, quiet_to=end)


def _silent(before: Preferences, asked: Action, now: datetime) -> Preferences | None:
    """With or without a sound: 1 for without."""
    return replace(before, silent=asked.number(1) == 1)


def _pause(before: Preferences, asked: Action, now: datetime) -> Preferences | None:
    """Let all rest for a while, or go on."""
    return replace(before, paused_until=now + _PAUSES[asked.arg(1)] if asked.arg(1) in _PAUSES else None)


def _in_zone(before: Preferences, asked: Action, now: datetime) -> Preferences | None:
    """One of the zones that are offered."""
    return replace(before, zone=asked.arg(1)) if asked.arg(1) in words.ZONES else None


_CHANGES: dict[str, Callable[[Preferences, Action, datetime], Preferences | None]] = {
    "mode": _mode,
    "hour": _hour,
    "quiet": _quiet_hours,
    "silent": _silent,
    "pause": _pause,
    "zone": _in_zone,
}


def _all(wishes: Preferences, now: datetime) -> Screen:
    """Everything at a glance."""
    resting = wishes.paused_until is not None and wishes.paused_until > now
    lines = [words.how(wishes), words.quiet(wishes), words.sound(wishes), words.where(wishes.zone)]
    blocks: list[Block] = [block(words.SETTINGS_TITLE, "b"), *(block(line, tight=True) for line in lines)]
    if resting and wishes.paused_until:
        blocks.append(block(words.paused_until(wishes.paused_until, ZoneInfo(wishes.zone)), "b"))
    digest = wishes.mode == "digest"
    hours = (Button(words.HOURS, action("settings", "hours")),) if digest else ()
    return screen(
        blocks,
        (
            Button(words.ticked(words.AT_ONCE, on=not digest), action("set", "mode", "at_once")),
            Button(words.ticked(words.DIGEST, on=digest), action("set", "mode", "digest")),
        ),
        hours,
        (Button(words.QUIET, action("settings", "quiet")), _sound_button(wishes)),
        _pause_buttons(resting=resting),
        (Button(words.ZONE, action("settings", "zone")), Button(words.ALERTS_BUTTON, action("alerts"))),
    )


def _sound_button(wishes: Preferences) -> Button:
    """What it would be changed to."""
    return (
        Button(words.WITH_SOUND, action("set", "silent", 0)) if wishes.silent else Button(words.SILENT, action("set", "silent", 1))
    )


def _pause_buttons(*, resting: bool) -> tuple[Button, ...]:
    """A day or a week; going on where all rests."""
    if resting:
        return (Button(words.RESUME, action("set", "pause", "no")),)
    return Button(words.PAUSE_DAY, action("set", "pause", "day")), Button(words.PAUSE_WEEK, action("set", "pause", "week"))


def _hours(wishes: Preferences, now: datetime) -> Screen:
    """The digest hours, four a row; those taken are ticked."""
    buttons = [
        Button(
            words.ticked(words.hour(one), on=one in wishes.digest_hours),
            action("set", "hour", place, int(one not in wishes.digest_hours)),
        )
        for place, one in enumerate(DIGEST_HOURS)
    ]
    return screen([block(words.CHOOSE_HOURS)], *_rows(buttons, 4), _BACK)


def _quiet(wishes: Preferences, now: datetime) -> Screen:
    """Quiet hours to choose from."""
    chosen = (wishes.quiet_from, wishes.quiet_to)
    none = Button(words.ticked(words.NO_QUIET, on=wishes.quiet_from is None), action("set", "quiet", 0))
    spans = [
        (Button(words.ticked(words.quiet_span(*span), on=span == chosen), action("set", "quiet", place)),)
        for place, span in enumerate(QUIET_HOURS, 1)
    ]
    return screen([block(words.CHOOSE_QUIET)], *spans, (none,), _BACK)


def _zone(wishes: Preferences, now: datetime) -> Screen:
    """Zones to choose from, two a row."""
    buttons = [
        Button(words.ticked(name, on=zone == wishes.zone), action("set", "zone", zone)) for zone, name in words.ZONES.items()
    ]
    return screen([block(words.CHOOSE_ZONE)], *_rows(buttons, 2), _BACK)


def _rows(buttons: list[Button], width: int) -> Keyboard:
    """Buttons in rows."""
    return tuple(tuple(buttons[place : place + width]) for place in range(0, len(buttons), width))
