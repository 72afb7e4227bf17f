"""The webhook: updates are posted, with the secret, until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.playground.people import Person
from bot.playground.server import Playground

from .conftest import Call


class Receiver:
    """A bot's own server."""

    def __init__(self) -> None:
        self.got: list[tuple[str, dict[str, Any]]] = []
        self.answers = [500]
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        """Take an update; the first is answered with an error."""
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), await request.json()))
        return web.Response(status=self.answers.pop() if self.answers else 200)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """It listens."""
    one, app = Receiver(), web.Application()
    app.router.add_post("/hook", one.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    one.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield one
    await runner.cleanup()


async def until(done: Any) -> None:
    """Wait for it, two seconds at most."""
    async with asyncio.timeout(2):
        while not done():  # noqa: ASYNC110, what is waited for is at the other end of a connection
            await asyncio.sleep(0.01)


async def test_updates_are_posted_until_they_are_taken(
    call: Call, playground: Playground, sara: Person, receiver: Receiver
) -> None:
    """With the secret, again after an error, in order; meanwhile polling is a conflict."""
    assert (await call("setWebhook", url=receiver.url, secret_token="s_1-A", allowed_updates=["message"]))["result"] is True
    await sara.say("یک")
    await sara.say("دو")
    await until(lambda: len(receiver.got) == 3)
    assert [(secret, update["message"]["text"]) for secret, update in receiver.got] == [
        ("s_1-A", "یک"),
        ("s_1-A", "یک"),
        ("s_1-A", "دو"),
    ]
    info = (await call("getWebhookInfo"))["result"]
    assert (info["url"], info["allowed_updates"]) == (receiver.url, ["message"])
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    polled = await call("getUpdates")
    assert (polled["error_code"], polled["description"].partition(";")[0]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active",
    )


async def test_without_a_webhook_updates_wait_for_polling(call: Call, sara: Person, receiver: Receiver) -> None:
    """deleteWebhook stops the posts, and drops what waits when asked to."""
    await call("setWebhook", url="http://127.0.0.1:9/closed")
    await sara.say("یک")
    assert (await call("getWebhookInfo"))["result"]["pending_update_count"] == 1
    await call("deleteWebhook", drop_pending_updates=True)
    await sara.say("دو")
    assert [one["message"]["text"] for one in (await call("getUpdates"))["result"]] == ["دو"]
    assert (await call("getWebhookInfo"))["result"]["url"] == ""


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org/hook", "secret_token": "یک"}, "secret token contains unallowed characters"),
    ],
)
async def test_bad_webhooks_are_refused(parameters: dict[str, str], reason: str, call: Call) -> None:
    """Not over the open network without TLS, and no secret that a header cannot hold."""
    assert (await call("setWebhook", **parameters))["description"] == f"Bad Request: {reason}"
