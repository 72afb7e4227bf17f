"""The queue of updates: long polling, offsets, conflict, bounds."""

import asyncio
import time

import pytest

from bot.playground.refusals import Refused
from bot.playground.updates import MAX_PENDING, Full, Updates


def filled(count: int) -> Updates:
    """A queue with so many messages."""
    updates = Updates()
    for number in range(count):
        updates.put("message", {"n": number})
    return updates


async def ids(updates: Updates, offset: int = 0, limit: int = 100) -> list[int]:
    """The ids that a poll without waiting gives."""
    return [one["update_id"] for one in await updates.poll(offset, limit, 0)]


async def test_an_update_comes_again_until_it_is_confirmed() -> None:
    """Only an offset past it takes it out of the queue."""
    updates = filled(3)
    assert await ids(updates) == await ids(updates) == [1, 2, 3]
    assert await ids(updates, offset=2) == [2, 3]
    assert await ids(updates) == [2, 3]
    assert await ids(updates, offset=4) == []
    assert updates.confirmed == 3


async def test_a_negative_offset_keeps_only_the_last() -> None:
    """-1 forgets all but the last update."""
    assert await ids(filled(5), offset=-1) == [5]


async def test_no_more_than_the_limit_come_at_once() -> None:
    """A limit out of bounds counts as 100."""
    assert len(await ids(filled(150), limit=7)) == 7
    assert len(await ids(filled(150), limit=1000)) == 100


async def test_a_long_poll_is_answered_when_something_comes() -> None:
    """At once, and not after its time."""
    updates = Updates()
    poll = asyncio.create_task(updates.poll(0, 100, 30))
    await asyncio.sleep(0.02)
    updates.put("message", {})
    assert len(await asyncio.wait_for(poll, 1)) == 1


async def test_a_long_poll_ends_empty_after_its_time() -> None:
    """When nothing comes."""
    started = time.monotonic()
    assert await Updates().poll(0, 100, 0.1) == []
    assert 0.09 < time.monotonic() - started < 1


async def test_a_second_poller_sends_the_first_away() -> None:
    """With 409; the second goes on."""
    updates = Updates()
    first = asyncio.create_task(updates.poll(0, 100, 30))
    await asyncio.sleep(0.02)
    second = asyncio.create_task(updates.poll(0, 100, 30))
    with pytest.raises(Refused) as refused:
        await first
    assert refused.value.code == 409
    assert refused.value.description.startswith("Conflict: terminated by other getUpdates request")
    updates.put("message", {})
    assert len(await second) == 1


async def test_closing_answers_the_poller_at_once() -> None:
    """And every later one."""
    updates = Updates()
    poll = asyncio.create_task(updates.poll(0, 100, 30))
    await asyncio.sleep(0.02)
    updates.close()
    assert await asyncio.wait_for(poll, 1) == []
    assert await asyncio.wait_for(updates.poll(0, 100, 30), 1) == []


async def test_only_wanted_kinds_are_kept() -> None:
    """What the bot has not asked for is not put in; by default all but the noisy kinds are."""
    updates = Updates()
    assert updates.put("chat_member", {}) == 0
    updates.allowed = ("callback_query",)
    assert updates.put("message", {}) == 0
    assert updates.put("callback_query", {}) == 1


async def test_the_queue_is_bounded() -> None:
    """A bot that never polls does not fill the memory."""
    with pytest.raises(Full):
        filled(MAX_PENDING + 1)
