"""What of a chat's alerts is sent when."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.plan import BURST, BURST_WINDOW, STALE_AFTER, Plan, plan, telling
from bot.delivery.quiet import quiet_until
from bot.model.alert import Alert, Preferences, Told
from bot.model.chat import ChatKey

CHAT = ChatKey(7)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLAIN = Preferences(zone="UTC")
NIGHT = Preferences(zone="UTC", quiet_from=time(23), quiet_to=time(7))
DIGEST = Preferences(zone="UTC", mode="digest", digest_hours=(time(8), time(20)))
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def alerts(*due: datetime) -> list[Alert]:
    """One alert of its own story for each time."""
    return [Alert(number, CHAT, 100 + number, 200 + number, when) for number, when in enumerate(due)]


def shapes(made: Plan) -> list[tuple[str, int]]:
    """The messages as (kind, number of alerts)."""
    return [(message.kind, len(message.alerts)) for message in made.messages]


def test_nothing_waiting_plans_nothing():
    """Without alerts there is nothing to send and nothing to look for."""
    assert plan(NOON, [], PLAIN) == Plan()


def test_a_few_stories_go_one_by_one():
    """Up to BURST stories are each a message, oldest first."""
    waiting = alerts(*(NOON - MINUTE * step for step in range(BURST)))
    made = plan(NOON, waiting, PLAIN)
    assert shapes(made) == [("single", 1)] * BURST
    assert [message.alerts[0].id for message in made.messages] == [4, 3, 2, 1, 0]
    assert made.look_again is None


def test_a_burst_is_one_list():
    """More than BURST stories at once are one message."""
    assert shapes(plan(NOON, alerts(*[NOON] * (BURST + 1)), PLAIN)) == [("list", BURST + 1)]


def test_a_burst_that_trickles_is_gathered():
    """After BURST messages within the window, the next stories wait for its end and come as a list."""
    recent = [NOON - MINUTE] * BURST
    waiting = alerts(NOON, NOON)
    held = plan(NOON, waiting, PLAIN, recent)
    assert shapes(held) == []
    assert held.look_again == NOON + BURST_WINDOW
    later = plan(held.look_again, waiting, PLAIN, recent)
    assert shapes(later) == [("single", 1), ("single", 1)]
    crowded = plan(NOON + BURST_WINDOW, waiting, PLAIN, [NOON + MINUTE] * BURST)
    assert shapes(crowded) == [("list", 2)]


def test_quiet_hours_hold_and_then_one_digest_comes():
    """At night nothing is sent; in the morning all of it is one digest, new stories included."""
    night = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    waiting = alerts(night, night + HOUR)
    held = plan(night + HOUR, waiting, NIGHT)
    assert held == Plan(look_again=datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert shapes(plan(held.look_again, [*waiting, replace(waiting[0], id=9, story_id=9, due=held.look_again)], NIGHT)) == [
        ("digest", 3)
    ]


def test_a_pause_that_ends_at_night_lasts_until_morning():
    """The end of a pause within quiet hours is the end of those, and then a digest comes."""
    paused = replace(NIGHT, paused_until=datetime(2026, 11, 24, 2, tzinfo=UTC))
    held = plan(NOON, alerts(NOON), paused)
    assert held == Plan(look_again=datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert shapes(plan(held.look_again, alerts(NOON, NOON), paused)) == [("digest", 2)]


def test_a_digest_comes_at_the_chats_hours():
    """In digest mode what came up to the hour is one message, what came after waits for the next hour."""
    waiting = alerts(NOON, NOON + 8 * HOUR + MINUTE)
    assert plan(NOON + HOUR, waiting, DIGEST) == Plan(look_again=NOON + 8 * HOUR)
    made = plan(NOON + 8 * HOUR + 2 * MINUTE, waiting, DIGEST)
    assert shapes(made) == [("digest", 1)]
    assert made.look_again == NOON + 20 * HOUR


def test_a_digest_hour_within_quiet_hours_waits():
    """A digest due at two at night comes when quiet hours end."""
    wishes = replace(NIGHT, mode="digest", digest_hours=(time(2),))
    night = datetime(2026, 11, 24, 2, tzinfo=UTC)
    held = plan(night, alerts(NOON), wishes)
    assert held == Plan(look_again=night + 5 * HOUR)
    assert shapes(plan(held.look_again, alerts(NOON), wishes)) == [("digest", 1)]


def test_a_late_look_after_a_night_brings_a_digest():
    """What came by day and was first looked at after a night, the bot having been away, comes as what came at night does."""
    evening = datetime(2026, 11, 23, 22, tzinfo=UTC)
    assert shapes(plan(evening + 10 * HOUR, alerts(evening, evening), NIGHT)) == [("digest", 2)]
    assert shapes(plan(evening + HOUR / 2, alerts(evening, evening), NIGHT)) == [("single", 1)] * 2


def test_a_bot_that_is_always_late_for_a_short_day_disturbs_no_night():
    """With a quarter of an hour between two quiet periods and looks that come later than that, all waits, nothing is lost."""
    wishes = replace(NIGHT, quiet_from=time(12, 15), quiet_to=time(12))
    waiting = alerts(NOON - HOUR, NOON - HOUR)
    now = NOON - HOUR
    for _ in range(7):
        held = plan(now, waiting, wishes)
        assert held.messages == ()
        assert held.look_again is not None
        assert now < held.look_again <= now + 24 * HOUR
        now = held.look_again + 20 * MINUTE
    made = plan(held.look_again, waiting, wishes)
    assert shapes(made) == [("digest", 2)]
    assert made.messages[0].stale == tuple(waiting)


def test_a_stale_alert_is_a_line_of_a_digest():
    """An alert older than a day is no message of its own, and is named as stale."""
    made = plan(NOON, alerts(NOON - STALE_AFTER - MINUTE), PLAIN)
    assert shapes(made) == [("digest", 1)]
    assert made.messages[0].stale == made.messages[0].alerts
    assert plan(NOON, alerts(NOON - STALE_AFTER), PLAIN).messages[0].stale == ()


def test_a_story_is_told_once():
    """Two waiting alerts of a story make one message; the other is done with."""
    one, other = alerts(NOON, NOON)
    other = replace(other, story_id=one.story_id)
    made = plan(NOON, [other, one], PLAIN)
    assert [message.alerts for message in made.messages] == [(one,)]
    assert made.covered == (other,)


def test_silence_is_passed_on():
    """A chat that wants no sound gets none, and a digest is not urgent."""
    made = plan(NOON, alerts(NOON), replace(PLAIN, silent=True))
    assert made.messages[0].silent
    assert made.messages[0].urgent
    assert not plan(NOON, alerts(NOON - 2 * STALE_AFTER), PLAIN).messages[0].urgent


def test_an_alert_of_the_future_waits():
    """What is due later is left, and its time is when to look again."""
    assert plan(NOON, alerts(NOON + HOUR), PLAIN) == Plan(look_again=NOON + HOUR)


@pytest.mark.parametrize(
    ("told", "new_words", "answer"),
    [
        (None, 5, "first"),
        (Told(1, 300, NOON - 5 * HOUR), 149, "known"),
        (Told(1, 300, NOON - 5 * HOUR), 150, "development"),
        (Told(1, 20, NOON - 5 * HOUR), 119, "known"),
        (Told(1, 20, NOON - 5 * HOUR), 120, "development"),
        (Told(1, 300, NOON - MINUTE), 900, "known"),
    ],
)
def test_a_story_is_told_again_when_much_is_new(told, new_words, answer):
    """Half as much again, and no less than a long paragraph, an hour later, is a development."""
    assert telling(told, new_words, NOON) == answer


_HOURS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))  # a worker is less late than the shortest gap
_WISHES = st.builds(
    Preferences,
    zone=st.sampled_from(["Asia/Tehran", "Asia/Kabul", "America/Toronto", "Europe/Berlin", "Pacific/Apia"]),
    mode=st.sampled_from(["at_once", "digest"]),
    digest_hours=st.lists(_HOURS, max_size=3).map(tuple),
    quiet_from=st.none() | _HOURS,
    quiet_to=st.none() | _HOURS,
    silent=st.booleans(),
)
_STARTS = st.sampled_from(
    [datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC), datetime(2011, 12, 28, tzinfo=UTC)]
)


@given(
    _WISHES,
    _STARTS,
    st.lists(st.integers(0, 96 * 60), min_size=1, max_size=25),
    st.integers(0, 600),
    st.none() | st.integers(0, 200),
)
def test_days_pass_and_every_story_is_told_once(wishes, start, minutes, late_s, pause):
    """A worker that looks when told to, a little late: every story is sent once, none in quiet hours or a pause."""
    wishes = replace(wishes, paused_until=None if pause is None else start + HOUR * pause)
    coming = [Alert(number, CHAT, number, number, start + MINUTE * minute) for number, minute in enumerate(sorted(minutes))]
    waiting: list[Alert] = []
    told: list[int] = []
    recent: list[datetime] = []
    now = start
    while coming or waiting:
        assert now < start + timedelta(days=30), "an alert was never sent"
        fresh = [alert for alert in coming if alert.due <= now]
        coming = coming[len(fresh) :]
        waiting += fresh
        made = plan(now, waiting, wishes, recent)
        for message in made.messages:
            assert quiet_until(now, wishes) is None
            assert wishes.paused_until is None or wishes.paused_until <= now
            assert message.silent == wishes.silent
            assert message.kind == "digest" or not (wishes.mode == "digest" and wishes.digest_hours)
            told += [alert.story_id for alert in message.alerts]
            recent.append(now)
        done = {alert.id for message in made.messages for alert in message.alerts} | {alert.id for alert in made.covered}
        waiting = [alert for alert in waiting if alert.id not in done]
        assert not waiting or (made.look_again is not None and made.look_again > now)
        next_looks = [*([made.look_again] if made.look_again else []), *(alert.due for alert in coming[:1])]
        now = min(next_looks, default=now) + timedelta(seconds=late_s)
    assert sorted(told) == list(range(len(minutes)))


@given(_STARTS, st.lists(st.integers(0, 600), min_size=1, max_size=60))
def test_no_chat_gets_thirty_messages(start, minutes):
    """However stories trickle in, within any window at most BURST messages and one list are sent."""
    wishes = Preferences(zone="UTC")
    waiting: list[Alert] = []
    recent: list[datetime] = []
    for minute in range(700):
        now = start + MINUTE * minute
        waiting += [Alert(i, CHAT, i, i, now) for i, one in enumerate(minutes) if one == minute]
        made = plan(now, waiting, wishes, recent)
        recent += [now] * len(made.messages)
        done = {alert.id for message in made.messages for alert in message.alerts}
        waiting = [alert for alert in waiting if alert.id not in done]
    assert not waiting
    assert all(sum(at <= other < at + BURST_WINDOW for other in recent) <= BURST + 1 for at in recent)


def test_a_chat_that_moves_keeps_its_hours():
    """After a change of zone the quiet hours are those of the new zone."""
    evening = datetime(2026, 11, 23, 20, tzinfo=UTC)  # 23:30 in Tehran, 15:00 in Toronto
    tehran = replace(NIGHT, zone="Asia/Tehran")
    assert shapes(plan(evening, alerts(evening), tehran)) == []
    assert shapes(plan(evening, alerts(evening), replace(tehran, zone="America/Toronto"))) == [("single", 1)]
    assert plan(evening, alerts(evening), tehran).look_again == datetime(2026, 11, 24, 7, tzinfo=ZoneInfo("Asia/Tehran"))
