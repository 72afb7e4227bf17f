"""A running playground, and a way to ask it as any program may."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from bot.playground.people import Person
from bot.playground.server import Playground

Call = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """A playground on a free port."""
    server = Playground()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def sara(playground: Playground) -> Person:
    """Somebody in it."""
    return playground.person("سارا")


@pytest.fixture
async def client(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client that goes straight to it."""
    async with httpx.AsyncClient(base_url=playground.api_url, trust_env=False, timeout=10) as one:
        yield one


@pytest.fixture
def call(client: httpx.AsyncClient, playground: Playground) -> Call:
    """Call a method of the Bot API with JSON; the body of the answer."""

    async def ask(method: str, **parameters: Any) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        response = await client.post(f"/bot{playground.token}/{method}", content=json.dumps(parameters), headers=headers)
        body = response.json()
        assert response.status_code == (200 if body["ok"] else body["error_code"])
        return body

    return ask
