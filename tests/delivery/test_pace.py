"""How fast messages go out, and to whom next."""

import heapq
from collections import Counter, deque
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.budget import Budget
from bot.delivery.pace import LONGEST_WAIT, SendQueue, Turn, Wait, backoff, next_attempt
from bot.delivery.windows import Limit
from bot.model.alert import RetryAt


def queue_of(budget: Budget | None = None, gap_s: float = 0.0) -> SendQueue[int]:
    """The alerts' queue, with Telegram's limits or others."""
    return SendQueue((budget or Budget()).alerts, gap_s)


def run(queue: SendQueue[int], until_s: float, now_s: float = 0.0) -> list[tuple[float, int, int]]:
    """Take whenever the queue says so; (time, chat, item) of each send."""
    sent = []
    while now_s < until_s:
        turn = queue.take(now_s)
        if isinstance(turn, Turn):
            queue.answered(turn, now_s)
            sent.append((now_s, turn.chat_id, turn.item))
        elif turn.seconds is None:
            break
        else:
            assert turn.seconds > 0
            now_s += turn.seconds + 1e-6
    return sent


def primed(queue: SendQueue[int], least: int) -> int:
    """Let the queue see many trips at their fastest, to chats of their own; the time after, in hundredths of a second."""
    now = 0
    for chat in range(100, 140):
        queue.put(chat, 0)
        turn = queue.take(now / 100)
        assert isinstance(turn, Turn)
        now += 2 * least
        queue.answered(turn, now / 100)
        now += 100
    return now


def within(times: list[float], period_s: float) -> int:
    """The most sends within any stretch of a period."""
    window: deque[float] = deque()
    most = 0
    for now in times:
        window.append(now)
        while window[0] <= now - period_s + 1e-9:  # what two sums of floats may differ by
            window.popleft()
        most = max(most, len(window))
    return most


def test_an_empty_queue_waits_for_nothing():
    """Nothing to send, nothing to wait for."""
    assert queue_of().take(0.0) == Wait(None)


def test_thirty_a_second_and_no_more():
    """With many chats waiting, thirty go out each second."""
    queue = queue_of()
    for chat in range(1, 101):
        queue.put(chat, chat)
    sent = run(queue, 10)
    assert [chat for _, chat, _ in sent] == list(range(1, 101))
    assert 3.0 <= sent[-1][0] < 3.1
    assert within([at for at, _, _ in sent], 1.0) == 30


def test_a_chat_gets_one_a_second_in_its_order():
    """Messages of one chat keep their order and a second between them."""
    queue = queue_of()
    for item in range(4):
        queue.put(5, item)
    sent = run(queue, 10)
    assert [item for _, _, item in sent] == [0, 1, 2, 3]
    assert [round(at) for at, _, _ in sent] == [0, 1, 2, 3]


def test_a_group_gets_fifteen_alerts_a_minute():
    """Of its twenty messages a minute five are left to answers; the sixteenth alert waits for the minute to pass."""
    queue = queue_of()
    for item in range(25):
        queue.put(-100, item)
    sent = run(queue, 200)
    assert len(sent) == 25
    assert within([at for at, _, _ in sent], 60.0) == 15
    assert sent[15][0] >= 60


def test_urgent_goes_first():
    """A digest waits until no chat has something urgent that may go."""
    queue = queue_of()
    queue.put(1, 10, urgent=False)
    queue.put(2, 20)
    queue.put(1, 11)
    assert [item for _, _, item in run(queue, 5)] == [20, 11, 10]


def test_no_chat_shuts_out_another():
    """A chat with a thousand messages and one with a single message are served in turn."""
    queue = queue_of()
    for item in range(1000):
        queue.put(1, item)
    queue.put(2, 7)
    sent = run(queue, 2.5)
    assert sent[1][1:] == (2, 7)
    assert Counter(chat for _, chat, _ in sent) == {1: 3, 2: 1}


def test_a_chat_on_hold_waits_and_the_others_do_not():
    """429 for a chat stops that chat; a hold of all stops all."""
    budget = Budget()
    queue = queue_of(budget)
    queue.put(1, 1)
    queue.put(2, 2)
    budget.hold(1, 30.0)
    budget.hold(99, 30.0)
    sent = run(queue, 60)
    assert [(round(at), chat) for at, chat, _ in sent] == [(0, 2), (30, 1)]
    queue.put(3, 3)
    queue.hold_all(90.0)
    assert [(round(at), chat) for at, chat, _ in run(queue, 120, now_s=60)] == [(90, 3)]


def test_a_dropped_chat_gives_back_what_waits():
    """What waits for a chat that is gone comes out, urgent first, and is not sent."""
    queue = queue_of()
    queue.put(1, 1, urgent=False)
    queue.put(1, 2)
    assert queue.drop(1) == (2, 1)
    assert queue.drop(8) == ()
    assert len(queue) == 0
    assert queue.take(0.0) == Wait(None)
    queue.put(1, 3)
    assert queue.take(0.0) == Turn(1, 3, 0.0)


def test_chats_of_yesterday_take_no_memory():
    """Chats that nothing waits for are forgotten once their limits are over."""
    queue = queue_of(Budget(Limit(100_000, 1.0)))
    for chat in range(1, 20_001):
        queue.put(chat, chat)
        turn = queue.take(chat * 1.0)
        assert isinstance(turn, Turn)
        queue.answered(turn, chat * 1.0)
    assert len(queue._lanes) < 10_000
    assert len(queue._side._budget._chats) < 10_000


_PUTS = st.lists(st.tuples(st.integers(-3, 6).filter(bool), st.booleans(), st.floats(0, 20)), max_size=150)


@settings(deadline=None)
@given(_PUTS)
def test_whatever_comes_in_all_goes_out_within_the_limits(puts):
    """Any stream of messages is sent once each, within every limit, in each chat's order, and without a needless wait."""
    overall, a_chat, a_group = Limit(5, 1.0), Limit(1, 1.0), Limit(4, 10.0)
    queue = queue_of(Budget(overall, a_chat, a_group))
    coming = deque(sorted((at, chat, urgent, item) for item, (chat, urgent, at) in enumerate(puts)))
    sent, now = [], 0.0
    while coming or len(queue):
        while coming and coming[0][0] <= now:
            _, chat, urgent, item = coming.popleft()
            queue.put(chat, item, urgent=urgent)
        turn = queue.take(now)
        if isinstance(turn, Turn):
            queue.answered(turn, now)
            sent.append((now, turn.chat_id, turn.item))
            continue
        steps = [turn.seconds + 1e-6] if turn.seconds is not None else []
        steps += [coming[0][0] - now] if coming else []
        assert steps, "messages wait, and nobody says for how long"
        now += max(min(steps), 1e-6)
    assert sorted(item for _, _, item in sent) == list(range(len(puts)))
    assert within([at for at, _, _ in sent], 1.0) <= 5
    for chat in {chat for _, chat, _ in sent}:
        times = [at for at, one, _ in sent if one == chat]
        assert within(times, 1.0) <= 1
        assert chat > 0 or within(times, 10.0) <= 4


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([1, 2, 3, -4]), st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=60),
    st.integers(1, 40),
)
def test_what_arrives_is_within_the_limits_however_long_the_way(trips, least):
    """Sends that take any time there and back, answered in any order, arrive within every limit, counted at the other end.

    Times are in hundredths of a second; ``least`` is the way there at its fastest, and so is the way back.
    """
    queue = queue_of(Budget(Limit(5, 1.0), Limit(1, 1.0), Limit(4, 10.0)), 0.03)
    now = primed(queue, least)
    for item, (chat, _, _) in enumerate(trips):
        queue.put(chat, item)
    arrivals: list[tuple[int, int]] = []
    under_way: list[tuple[int, int, Turn[int]]] = []
    while len(queue) or under_way:
        while under_way and under_way[0][0] <= now:
            queue.answered(heapq.heappop(under_way)[2], now / 100)
        turn = queue.take(now / 100)
        if isinstance(turn, Turn):
            chat, there, back = trips[turn.item]
            arrivals.append((now + least + there, chat))
            heapq.heappush(under_way, (now + 2 * least + there + back, turn.item, turn))
        else:
            now += 1
    arrivals.sort()
    assert len(arrivals) == len(trips)
    assert within([at / 100 for at, _ in arrivals], 1.0) <= 5
    for chat in {chat for _, chat in arrivals}:
        times = [at / 100 for at, one in arrivals if one == chat]
        assert within(times, 1.0) <= 1
        assert chat > 0 or within(times, 10.0) <= 4


def test_what_went_out_before_a_restart_counts():
    """A group that had its fifteen in the last minute waits until the first of them is a minute old."""
    budget = Budget()
    queue = queue_of(budget)
    budget.past(-1, [100.0 + step for step in range(15)])
    queue.put(-1, 7)
    assert run(queue, 200, now_s=130.0) == [(pytest.approx(160.0, abs=0.01), -1, 7)]


def test_an_answer_that_does_not_come_holds_its_place():
    """With as many under way as the limit allows nothing starts, and nobody says when it may."""
    queue = queue_of(Budget(Limit(2, 1.0)))
    for chat in (1, 2, 3):
        queue.put(chat, chat)
    first, second = queue.take(0.0), queue.take(0.0)
    assert isinstance(first, Turn)
    assert isinstance(second, Turn)
    assert queue.take(50.0) == Wait(None)
    queue.answered(first, 60.0)
    queue.answered(second, 60.0)
    assert queue.take(60.0) == Wait(1.0)
    assert queue.take(61.0) == Turn(3, 3, 61.0)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_backoff_grows_and_stays_bounded(attempts, chance):
    """A wait lies between half of its step and all of it, and never passes ten minutes."""
    wait = backoff(attempts, chance).total_seconds()
    assert min(600.0, 2.0**attempts if attempts < 20 else 600.0) / 2 <= wait <= 600.0
    assert backoff(attempts + 1, chance).total_seconds() >= wait


@pytest.mark.parametrize(("chance", "seconds"), [(0.0, 1.0), (1.0, 2.0)])
def test_the_first_wait_is_short(chance, seconds):
    """After one failure the next try comes within two seconds."""
    assert backoff(1, chance).total_seconds() == seconds


@given(st.integers(1, 50), st.floats(0, 1), st.none() | st.integers(-5, 80_000_000_000_000))
def test_telegrams_own_wait_is_kept(attempts, chance, wait_s):
    """Never before the time it names, up to a day, and within a second after; without one, by backoff."""
    now = datetime(2026, 11, 23, tzinfo=UTC)
    wait = None if wait_s is None else timedelta(seconds=wait_s)
    again = next_attempt(RetryAt(wait), attempts, now, chance)
    if wait is None:
        assert again == now + backoff(attempts, chance)
    else:
        told = min(max(wait, timedelta()), LONGEST_WAIT)
        assert told <= again - now <= told + timedelta(seconds=1)
