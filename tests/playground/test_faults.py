"""What goes wrong on demand, and the limits on speed."""

import httpx
import pytest

from bot.playground.faults import Drop, Faults
from bot.playground.people import Person
from bot.playground.rates import IN_CHAT, IN_GROUP, OVERALL, Rates
from bot.playground.refusals import Refused
from bot.playground.server import Playground

from .conftest import Call


async def test_queued_faults_hit_their_requests_only(call: Call, playground: Playground, sara: Person) -> None:
    """By method, chat and count; then all is well again."""
    playground.faults.too_many(3, method="sendMessage", chat_id=sara.chat)
    playground.faults.internal(method="getMe", times=2)
    assert [(await call("getMe")).get("error_code") for _ in range(3)] == [500, 500, None]
    assert await call("sendMessage", chat_id=sara.chat, text="سلام") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    assert (await call("sendMessage", chat_id=sara.chat, text="سلام"))["ok"]
    playground.faults.blocked()
    assert (await call("sendMessage", chat_id=sara.chat, text="سلام"))["error_code"] == 403
    assert [one.code for one in playground.requests] == [500, 500, 200, 429, 200, 403]


async def test_a_dropped_connection_has_no_answer(call: Call, playground: Playground, sara: Person) -> None:
    """Nothing was done, and it is in the record."""
    playground.faults.drop(method="sendMessage")
    with pytest.raises(httpx.TransportError):
        await call("sendMessage", chat_id=sara.chat, text="سلام")
    assert [(one.method, one.code) for one in playground.requests] == [("sendMessage", 0)]
    assert playground.messages(sara.chat) == []


def outcomes(faults: Faults, count: int = 1000) -> list[int]:
    """What so many requests meet: their codes, 0 for a drop, 200 for nothing."""
    codes = []
    for _ in range(count):
        try:
            faults.meet("sendMessage", 1)
            codes.append(200)
        except Refused as refused:
            codes.append(refused.code)
        except Drop:
            codes.append(0)
    return codes


def test_random_faults_come_out_of_their_seed() -> None:
    """About as many as asked, the same ones for the same seed, none for polling."""
    faults = Faults(rate_429=0.1, rate_500=0.1, rate_drop=0.1, seed=7)
    codes = outcomes(faults)
    assert all(60 < codes.count(code) < 140 for code in (0, 429, 500))
    faults.configure(rate_429=0.1, rate_500=0.1, rate_drop=0.1, seed=7)
    assert outcomes(faults) == codes
    faults.configure(rate_500=1.0)
    faults.meet("getUpdates", 0)
    faults.clear()
    assert set(outcomes(faults)) == {200}


def test_limits_on_speed_are_noted() -> None:
    """Thirty a second in all, bursts of five in a chat, twenty a minute in a group."""
    rates = Rates()
    for number in range(31):
        rates.meet("sendmessage", 1000 + number, 0.0)
    for _ in range(6):
        rates.meet("sendmessage", 1, 100.0)
    for number in range(21):
        rates.meet("sendphoto", -5, 200.0 + number)
    rates.meet("getme", 1, 100.0)
    assert [(one.limit, one.chat_id, one.wait_s) for one in rates.violations] == [
        (OVERALL, 1030, 1.0),
        (IN_CHAT, 1, 5.0),
        (IN_GROUP, -5, 40.0),
    ]


async def test_limits_are_enforced_where_asked(sara: Person) -> None:
    """Who sends too fast is told how long to wait, and what is refused does not count."""
    rates = Rates(enforce=True)
    assert [rates.meet("sendmessage", 1, 0.0) for _ in range(7)] == [0, 0, 0, 0, 0, 5, 5]
    assert rates.meet("sendmessage", 1, 5.1) == 0
