"""The answers' pace: which requests count, and what a 429 does to the alerts."""

import asyncio
from typing import Any

import pytest
from telegram.error import RetryAfter, TelegramError

from bot.delivery.answers import Answers
from bot.delivery.budget import NO_CHAT, Budget
from bot.delivery.pace import SendQueue, Turn, Wait
from bot.telegram.limiter import AnswersLimiter

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Asked(Answers):
    """Notes which chat each request counts in."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.counted: list[int] = []

    def turn(self, chat_id: int) -> Any:
        """Note it."""
        self.counted.append(chat_id)
        return super().turn(chat_id)


async def requested(limiter: AnswersLimiter, endpoint: str, data: dict[str, Any], *answers: Exception) -> int:
    """Make a request that fails with these, then succeeds; how often it was made."""
    left, made = list(answers), 0

    async def callback() -> bool:
        nonlocal made
        made += 1
        if left:
            raise left.pop(0)
        return True

    await limiter.process_request(callback, (), {}, endpoint, data, None)
    return made


@pytest.mark.parametrize(
    ("endpoint", "chat_id", "counted"),
    [
        ("sendMessage", 5, [5]),
        ("sendPhoto", -7, [-7]),
        ("editMessageText", 5, [NO_CHAT]),
        ("editMessageText", -7, [-7]),
        ("sendChatAction", 5, []),
        ("getChatMember", -7, []),
        ("answerCallbackQuery", None, []),
    ],
)
async def test_messages_count_and_questions_do_not(endpoint: str, chat_id: int | None, counted: list[int]) -> None:
    """What is sent counts in its chat, a page turned by a person in all alone, in a group all that is shown."""
    answers = Asked(Budget())
    assert await requested(AnswersLimiter(answers), endpoint, {"chat_id": chat_id} if chat_id else {}) == 1
    assert answers.counted == counted


async def test_an_answers_429_is_heeded_and_rests_the_alerts_of_its_chat() -> None:
    """It is tried again after the wait; the chat's alerts wait as long, those of others do not."""
    budget = Budget()
    alerts: SendQueue[int] = SendQueue(budget.alerts)
    alerts.put(5, 0)
    alerts.put(6, 0)
    task = asyncio.create_task(requested(AnswersLimiter(Answers(budget)), "sendMessage", {"chat_id": 5}, RetryAfter(1)))
    await asyncio.sleep(0.01)
    now_s = asyncio.get_running_loop().time()
    turn = alerts.take(now_s)
    assert isinstance(turn, Turn)
    assert turn.chat_id == 6
    waits = alerts.take(now_s)
    assert isinstance(waits, Wait)
    assert waits.seconds == pytest.approx(1.0, abs=0.1)
    assert await task == 2


async def test_a_long_wait_is_not_waited_for() -> None:
    """An hour's wait of one chat would keep all others waiting; the answer fails, and the chat is left alone meanwhile."""
    limiter = AnswersLimiter(Answers(Budget()))
    with pytest.raises(TelegramError):
        await requested(limiter, "sendMessage", {"chat_id": 5}, RetryAfter(3600))
    with pytest.raises(TelegramError):
        await asyncio.wait_for(requested(limiter, "sendMessage", {"chat_id": 5}), 1)
    assert await asyncio.wait_for(requested(limiter, "sendMessage", {"chat_id": 6}), 1) == 1


async def test_one_chats_429_lets_no_other_wait() -> None:
    """While one chat is told to wait, the next one's answer goes at once; after three refusals the first one's is given up."""
    limiter = AnswersLimiter(Answers(Budget()))
    refused = [RetryAfter(1), RetryAfter(0), RetryAfter(0)]
    task = asyncio.create_task(requested(limiter, "sendMessage", {"chat_id": 5}, *refused))
    await asyncio.sleep(0.01)
    assert await asyncio.wait_for(requested(limiter, "sendMessage", {"chat_id": 6}), 0.5) == 1
    with pytest.raises(TelegramError):
        await task
