"""One budget for answers and alerts: together within Telegram's limits, answers first."""

import heapq

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.budget import NO_CHAT, Budget
from bot.delivery.pace import SendQueue, Turn, Wait
from bot.delivery.windows import Limit
from tests.delivery.test_pace import within

PERSON, GROUP = 5, -100


class Both:
    """Answers and alerts with one budget, and what was sent; a send takes no time unless told."""

    def __init__(self, budget: Budget) -> None:
        self.answers: SendQueue[int] = SendQueue(budget.answers)
        self.alerts: SendQueue[int] = SendQueue(budget.alerts)
        self.sent: list[tuple[float, str, int]] = []
        self.now_s = 0.0
        budget.answers_go(self.pump)

    def pump(self) -> None:
        """Let answers go for which there is a place."""
        while isinstance(turn := self.answers.take(self.now_s), Turn):
            self.answers.answered(turn, self.now_s)
            self.sent.append((self.now_s, "answer", turn.chat_id))

    def until(self, until_s: float, step_s: float = 0.001) -> None:
        """Let time pass."""
        while self.now_s < until_s:
            while isinstance(turn := self.alerts.take(self.now_s), Turn):
                self.alerts.answered(turn, self.now_s)
                self.sent.append((self.now_s, "alert", turn.chat_id))
            self.now_s += step_s

    def times(self, kind: str = "", chat_id: int = 0) -> list[float]:
        """When messages went out."""
        return [at for at, one, chat in self.sent if one.startswith(kind) and chat_id in (0, chat)]


def test_answers_and_alerts_together_are_thirty_a_second() -> None:
    """A hundred alerts and a hundred answers share the thirty; as long as an answer waits no alert goes."""
    both = Both(Budget())
    for chat in range(1, 101):
        both.alerts.put(chat, chat)
        both.answers.put(1000 + chat, chat)
    both.until(8)
    assert within(both.times(), 1.0) == 30
    assert len(both.times()) == 200
    assert max(both.times("answer")) <= min(both.times("alert"))


def test_an_answer_waits_for_no_alert_but_those_under_way() -> None:
    """With alerts for hours waiting, an answer takes the next place there is."""
    both = Both(Budget())
    for chat in range(1, 1001):
        both.alerts.put(chat, chat)
    both.until(3.5)
    both.answers.put(5000, 0)
    asked_s = both.now_s
    both.until(5)
    (went_s,) = both.times("answer")
    assert went_s - asked_s <= 1.0
    assert not [at for at in both.times("alert") if asked_s < at < went_s]


def test_an_alert_comes_a_second_after_an_answer_in_its_chat() -> None:
    """And an answer right after an alert waits for nothing."""
    both = Both(Budget())
    both.answers.put(PERSON, 0)
    both.alerts.put(PERSON, 1)
    both.until(2)
    both.answers.put(PERSON, 2)
    both.until(3)
    assert [kind for _, kind, _ in both.sent] == ["answer", "alert", "answer"]
    assert both.times("alert")[0] - both.times("answer")[0] == pytest.approx(1.0, abs=0.01)
    assert both.times("answer")[1] == pytest.approx(2.0, abs=0.01)


def test_a_burst_of_answers_is_five_in_as_many_seconds() -> None:
    """The sixth waits, and an alert comes after it."""
    both = Both(Budget())
    both.alerts.put(PERSON, 0)
    both.until(0.5)
    for item in range(5):
        both.answers.put(PERSON, item)
    both.alerts.put(PERSON, 1)
    both.until(20)
    assert within(both.times(chat_id=PERSON), 5.0) == 5
    assert both.times("answer") == pytest.approx([0.5] * 4 + [5.0], abs=0.01)
    assert both.times("alert")[1] >= 6.0


def test_alerts_leave_places_of_a_groups_minute_to_answers() -> None:
    """After all the alerts that a group can have in a minute, five answers still come at once, and no more."""
    both = Both(Budget())
    for item in range(30):
        both.alerts.put(GROUP, item)
    both.until(30, step_s=0.1)
    for item in range(7):
        both.answers.put(GROUP, item)
    both.until(100, step_s=0.1)
    assert both.times("answer")[:5] == pytest.approx([30.0] * 5, abs=0.2)
    assert both.times("answer")[5] >= 60
    assert within(both.times(chat_id=GROUP), 60.0) == 20


def test_what_counts_in_no_chat_counts_in_all() -> None:
    """Thirty in a second, whatever else they are."""
    both = Both(Budget())
    for item in range(60):
        both.answers.put(NO_CHAT, item)
    both.until(3)
    assert within(both.times(), 1.0) == 30
    assert len(both.times()) == 60


def test_a_chat_on_hold_takes_neither_and_a_hold_of_all_only_alerts_mind() -> None:
    """What Telegram says of a chat holds for the chat; whether others are to wait it says to each."""
    budget = Budget()
    both = Both(budget)
    budget.hold(PERSON, 3.0)
    both.alerts.hold_all(2.0)
    both.answers.put(PERSON, 0)
    both.answers.put(6, 0)
    both.alerts.put(7, 0)
    both.alerts.put(PERSON, 0)
    both.until(10)
    assert [(round(at), kind, chat) for at, kind, chat in both.sent] == [
        (0, "answer", 6),
        (2, "alert", 7),
        (3, "answer", PERSON),
        (4, "alert", PERSON),
    ]


def test_an_alert_of_a_chat_wakes_when_its_answer_arrives() -> None:
    """While an answer is under way, its chat's alerts wait for it and nothing else, and the queue does not forget them."""
    budget = Budget()
    answers: SendQueue[int] = SendQueue(budget.answers)
    alerts: SendQueue[int] = SendQueue(budget.alerts)
    answers.put(PERSON, 0)
    turn = answers.take(0.0)
    assert isinstance(turn, Turn)
    alerts.put(PERSON, 1)
    alerts.put(6, 2)
    assert alerts.take(0.0) == Turn(6, 2, 0.0)
    assert alerts.take(9.0) == Wait(None)
    answers.answered(turn, 9.5)
    assert alerts.take(9.5) == Wait(1.0)
    assert alerts.take(10.5) == Turn(PERSON, 1, 10.5)


_SENDS = st.lists(
    st.tuples(st.sampled_from([1, 2, GROUP]), st.booleans(), st.integers(0, 900), st.integers(0, 60)), min_size=1, max_size=60
)


@settings(deadline=None)
@given(_SENDS, st.integers(1, 20))
def test_both_together_arrive_within_the_limits_however_long_the_way(sends: list[tuple[int, bool, int, int]], least: int) -> None:
    """Answers and alerts of any number at any time, under way for any time, all arrive once, within every limit at the other end.

    Times are in hundredths of a second; ``least`` is the way there at its fastest, and so is the way back.
    """
    budget = Budget(Limit(5, 1.0), Limit(1, 1.0), Limit(8, 10.0), burst=Limit(3, 3.0))
    queues: dict[bool, SendQueue[int]] = {True: SendQueue(budget.answers), False: SendQueue(budget.alerts, 0.03)}
    under_way: list[tuple[int, int, bool, Turn[int]]] = []
    arrivals: list[tuple[int, bool, int]] = []
    coming = sorted((at, number) for number, (_, _, at, _) in enumerate(sends))
    now = 0

    def start(answer: bool) -> None:
        while isinstance(turn := queues[answer].take(now / 100), Turn):
            arrivals.append((now + least + sends[turn.item][3], answer, turn.chat_id))
            heapq.heappush(under_way, (now + 2 * least + sends[turn.item][3], turn.item, answer, turn))

    budget.answers_go(lambda: start(True))
    while coming or under_way or len(queues[True]) or len(queues[False]):
        while under_way and under_way[0][0] <= now:
            _, _, answer, turn = heapq.heappop(under_way)
            queues[answer].answered(turn, now / 100)
        while coming and coming[0][0] <= now:
            number = coming.pop(0)[1]
            queues[sends[number][1]].put(sends[number][0], number)
        start(False)
        now += 1
        assert now < 100_000
    assert len(arrivals) == len(sends)
    assert within(sorted(at / 100 for at, _, _ in arrivals), 1.0) <= 5
    for chat, _, _, _ in sends:
        here = sorted(at / 100 for at, _, one in arrivals if one == chat)
        assert within(here, 3.0) <= 3
        assert chat > 0 or within(here, 10.0) <= 8
