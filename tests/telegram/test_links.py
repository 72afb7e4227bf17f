"""Links of many readers at once."""

import asyncio
from datetime import UTC, datetime
from typing import cast

from bot.model.chat import ChatKey
from bot.model.net import FetchFailed, FetchResult
from bot.ports.store import Store
from bot.telegram import messages
from bot.telegram.handlers.links import MAX_AT_ONCE, link
from bot.telegram.request import Request
from bot.telegram.rooms import Rooms


class Mute:
    """A network where nothing answers."""

    async def fetch(self, url: str, *, etag: str = "", last_modified: str = "") -> FetchResult:
        """Wait for ever."""
        await asyncio.Event().wait()
        return FetchFailed("slow")


def mute_rooms() -> Rooms:
    """Rooms with that network; links need no store."""
    return Rooms(cast(Store, None), lambda: datetime(2026, 11, 20, tzinfo=UTC), UTC, fetcher=Mute())


async def said(rooms: Rooms, user: int) -> str:
    """What is said to a person who sends a link."""
    shown = await link(rooms, Request(ChatKey(user), UTC, user, text="https://example.org/a"))
    return shown.blocks[0].runs[0].text


async def test_a_second_link_waits_for_the_first_and_a_stop_for_none() -> None:
    """However slow a server is, one person's links take one place, and all together take few."""
    rooms = mute_rooms()
    waiting = [asyncio.create_task(said(rooms, user)) for user in range(MAX_AT_ONCE)]
    await asyncio.sleep(0)
    assert await said(rooms, 0) == messages.STILL_READING
    assert await said(rooms, MAX_AT_ONCE) == messages.MANY_READ
    rooms.stop_reading()
    assert set(await asyncio.wait_for(asyncio.gather(*waiting), 5)) == {messages.LINK_REASONS["slow"]}
    assert rooms.reading == {}
    assert await said(rooms, 0) == messages.MANY_READ
