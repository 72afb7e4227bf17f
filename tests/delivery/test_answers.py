"""Answers that wait for a place, as tasks."""

import asyncio

import pytest

from bot.delivery.answers import MAX_WAITING, Answers, NoPlace
from bot.delivery.budget import Budget
from bot.delivery.pace import SendQueue, Turn
from bot.delivery.windows import Limit

FAST = {"overall": Limit(3, 0.1), "a_chat": Limit(1, 0.02)}


async def went(answers: Answers, chat_id: int, out: list[int]) -> None:
    """One answer."""
    async with answers.turn(chat_id):
        out.append(chat_id)
        await asyncio.sleep(0)


async def test_answers_wait_for_their_places_and_all_go() -> None:
    """Nine answers with three places a tenth of a second take two tenths, and each goes once."""
    answers, out = Answers(Budget(**FAST)), []
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(went(answers, chat, out) for chat in range(1, 10)))
    assert asyncio.get_running_loop().time() - began >= 0.19
    assert out == list(range(1, 10))


async def test_an_answer_frees_its_place_when_it_fails() -> None:
    """What goes wrong in the block is the caller's, and the place is free again after its period."""
    answers = Answers(Budget(Limit(1, 0.01)))
    with pytest.raises(ValueError, match="boom"):
        async with answers.turn(1):
            raise ValueError("boom")
    await asyncio.wait_for(went(answers, 2, []), 1)


async def test_who_is_cancelled_while_waiting_leaves_no_trace() -> None:
    """Neither in the queue nor in the limits: the next one goes as if nobody had waited."""
    budget = Budget(Limit(1, 0.05))
    answers, out = Answers(budget), []
    await went(answers, 1, out)
    waiting = [asyncio.create_task(went(answers, chat, out)) for chat in (2, 3)]
    await asyncio.sleep(0.01)
    waiting[0].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert out == [1, 3]
    given_and_cancelled = asyncio.create_task(went(answers, 4, out))
    await asyncio.sleep(0)
    given_and_cancelled.cancel()
    await asyncio.gather(given_and_cancelled, return_exceptions=True)
    await asyncio.wait_for(went(answers, 5, out), 1)
    assert len(answers._queue) == 0
    assert answers._waiting.total() == 0


async def test_a_place_that_comes_just_when_nobody_waits_any_more_goes_to_the_next() -> None:
    """A cancelled task has not yet left the queue when its turn comes; many of them are no trouble either."""
    budget = Budget(Limit(1, 60.0))
    answers, out = Answers(budget), []
    async with answers.turn(1):
        waiting = [asyncio.create_task(went(answers, chat, out)) for chat in range(2, 600)]
        await asyncio.sleep(0)
        for one in waiting[:-1]:
            one.cancel()
        budget.overall.undo()
        answers._pump()
        budget.overall.start()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert out == [599]


async def test_what_would_wait_too_long_is_refused() -> None:
    """At once where it is known, as in a chat that Telegram told to wait for an hour; after its patience where it is not."""
    answers = Answers(Budget(), patience_s=0.05)
    answers.hold(1, 3600)
    with pytest.raises(NoPlace):
        await asyncio.wait_for(went(answers, 1, []), 0.03)
    full = Answers(Budget(Limit(1, 1.0)), patience_s=0.05)
    await went(full, 1, [])
    with pytest.raises(NoPlace) as told:
        await went(full, 2, [])
    assert told.value.chat_id == 2
    assert len(full._queue) == 0


async def test_one_chat_has_so_many_waiting_and_no_more() -> None:
    """Who floods a group keeps nobody else's answer from being made."""
    answers, out = Answers(Budget(burst=Limit(1, 60.0))), []
    await went(answers, 1, out)
    waiting = [asyncio.create_task(went(answers, 1, out)) for _ in range(MAX_WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(NoPlace):
        await went(answers, 1, out)
    await asyncio.wait_for(went(answers, 2, out), 1)
    for one in waiting:
        one.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert out == [1, 2]


async def test_answers_that_wait_go_before_alerts() -> None:
    """Whoever asks first for the place that becomes free: the answer has it."""
    budget = Budget(Limit(1, 0.05))
    answers, out = Answers(budget), []
    alerts: SendQueue[int] = SendQueue(budget.alerts)
    alerts.put(9, 9)
    await went(answers, 1, out)
    waiting = asyncio.create_task(went(answers, 2, out))
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    until = loop.time() + 1
    while not isinstance(turn := alerts.take(loop.time()), Turn):
        assert loop.time() < until
        await asyncio.sleep(0)
    assert out == [1, 2]
    await waiting
    alerts.answered(turn, loop.time())


async def test_a_stop_waits_for_no_place() -> None:
    """Those who wait are refused, and so is whoever comes later and would have to wait; who need not wait still goes."""
    answers, out = Answers(Budget(burst=Limit(1, 60.0))), []
    await went(answers, 1, out)
    waiting = asyncio.create_task(went(answers, 1, out))
    await asyncio.sleep(0)
    answers.close()
    with pytest.raises(NoPlace):
        await asyncio.wait_for(waiting, 1)
    with pytest.raises(NoPlace):
        await asyncio.wait_for(went(answers, 1, out), 1)
    await asyncio.wait_for(went(answers, 2, out), 1)
    assert out == [1, 2]
    assert len(answers._queue) == 0
