"""How the bot stops."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot import app
from bot.config import Settings
from bot.telegram import messages
from tests.flows.conftest import Reader

ROOT = Path(__file__).parents[2]
SLOW = """
import asyncio
from contextlib import asynccontextmanager
from types import SimpleNamespace
import bot.app

@asynccontextmanager
async def slow_to_stop(settings):
    yield SimpleNamespace(playground=SimpleNamespace(page_url="ready"))
    await asyncio.sleep(60)

bot.app.running = slow_to_stop
asyncio.run(bot.app.run(None, ready=lambda at: print(at, flush=True)))
"""


async def started(*command: str, **environment: str) -> asyncio.subprocess.Process:
    """A process that says when it is ready."""
    pipe = asyncio.subprocess.PIPE
    around = {**os.environ, "TELEGRAM_BOT_TOKEN": "", **environment}
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=pipe, stderr=pipe, cwd=ROOT, env=around)
    assert process.stdout
    await asyncio.wait_for(process.stdout.readline(), 30)
    return process


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
async def test_a_second_signal_stops_at_once(told: signal.Signals) -> None:
    """The first lets it finish what is under way; who is in a hurry says it again."""
    process = await started("-c", SLOW)
    process.send_signal(told)
    await asyncio.sleep(0.3)
    assert process.returncode is None
    process.send_signal(told)
    assert await asyncio.wait_for(process.wait(), 5) == -told


async def test_a_start_that_waits_for_the_network_stops_at_once(tmp_path: Path) -> None:
    """And well: nothing was under way."""
    around = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": f"1:{'A' * 35}",
        "TELEGRAM_API_URL": "http://127.0.0.1:9",
        "GOZIDEH_FEEDS": "false",
    }
    command = (sys.executable, "-m", "bot", "--db", str(tmp_path / "store.db"), "run")
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE, cwd=ROOT, env=around)
    assert process.stderr
    async with asyncio.timeout(30):
        while b"not reached" not in await process.stderr.readline():
            pass
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_told_to_stop_the_bot_stops_soon_and_well(tmp_path: Path) -> None:
    """With nothing under way it takes a moment, and the exit says that all is well."""
    command = ("-m", "bot", "--db", str(tmp_path / "store.db"), "run")
    process = await started(*command, GOZIDEH_PLAYGROUND_PORT="0", GOZIDEH_FEEDS="false")
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0


@pytest.mark.parametrize("sent", ["https://example.org/a", "/sources https://example.org/rss"])
async def test_an_address_under_way_does_not_hold_a_stop(settings: Settings, monkeypatch: pytest.MonkeyPatch, sent: str) -> None:
    """Who sent it is told, and the bot is gone long before its time is over."""
    asked = asyncio.Event()

    class Mute:
        async def fetch(self, *_: object, **__: object) -> None:
            asked.set()
            await asyncio.Event().wait()

    @asynccontextmanager
    async def mute(*_: object, **__: object) -> AsyncIterator[Mute]:
        yield Mute()

    monkeypatch.setattr(app, "network", mute)
    async with AsyncExitStack() as stack:
        reader = Reader(await stack.enter_async_context(app.running(settings, playground_port=0)))
        await reader.person.say(sent)
        await asyncio.wait_for(asked.wait(), 10)
        began = time.monotonic()
    assert time.monotonic() - began < 10
    assert messages.LINK_REASONS["slow"] in reader.answers()[-1].text
