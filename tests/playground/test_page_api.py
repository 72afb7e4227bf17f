"""What the page asks and does: state, stream, deeds."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.playground.people import Person
from bot.playground.server import Playground

from .conftest import Call


@pytest.fixture
async def page(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    """A client that is the page."""
    headers = {"Origin": playground.api_url}
    async with httpx.AsyncClient(base_url=playground.api_url, headers=headers, trust_env=False, timeout=10) as one:
        yield one


async def test_who_opens_the_page_finds_people_to_be(page: httpx.AsyncClient) -> None:
    """Several, each with a private chat, and a group of them all; once."""
    for _ in range(2):
        state = (await page.get("/page-api/state")).json()
    people = [one["id"] for one in state["people"]]
    assert len(people) == 3
    assert [one["members"] for one in state["chats"]] == [[one] for one in people] + [people]


async def test_people_of_a_program_are_left_alone(page: httpx.AsyncClient, sara: Person) -> None:
    """Where there are any, no others are made."""
    state = (await page.get("/page-api/state")).json()
    assert [one["name"] for one in state["people"]] == ["سارا"]


async def test_each_sees_their_own_command_menu(client: httpx.AsyncClient, call: Call, playground: Playground) -> None:
    """In their language, in private chats and groups as it was set."""
    sara, john = playground.person("سارا", "fa"), playground.person("John", "en")
    group = playground.group("گروه", [sara, john])
    await call("setMyCommands", commands=[{"command": "help", "description": "help"}])
    await call("setMyCommands", commands=[{"command": "help", "description": "راهنما"}], language_code="fa")
    await call("setMyCommands", commands=[{"command": "x", "description": "g"}], scope={"type": "all_group_chats"})
    chats = {one["id"]: one for one in (await client.get("/page-api/state")).json()["chats"]}
    assert chats[sara.chat]["menus"][str(sara.id)] == [{"command": "help", "description": "راهنما"}]
    assert chats[john.chat]["menus"][str(john.id)] == [{"command": "help", "description": "help"}]
    assert chats[group.id]["menus"][str(sara.id)] == [{"command": "x", "description": "g"}]


async def test_what_is_said_is_in_the_chat_and_in_the_stream(page: httpx.AsyncClient, playground: Playground, sara: Person) -> None:
    """As it happens."""
    async with page.stream("GET", "/page-api/events") as stream:
        lines = stream.aiter_lines()
        assert (await anext(lines)).startswith("retry:")
        said = await page.post("/page-api/say", json={"person": sara.id, "text": "سلام", "forwarded_from": "امیر"})
        async with asyncio.timeout(2):
            assert await anext(lines) == ""
            event: dict[str, Any] = json.loads((await anext(lines)).removeprefix("data: "))
    assert said.status_code == 200
    assert (event["type"], event["message"]["text"]) == ("message", "سلام")
    assert event["message"]["forward_origin"]["sender_user_name"] == "امیر"
    assert [one.text for one in playground.messages(sara.chat)] == ["سلام"]


async def test_streams_end_when_the_server_stops(page: httpx.AsyncClient, playground: Playground) -> None:
    """At once, not after the heartbeat."""
    async with page.stream("GET", "/page-api/events") as stream:
        lines = stream.aiter_lines()
        await anext(lines)
        async with asyncio.timeout(1):
            await playground.stop()
            assert [line async for line in lines if line] == []


async def test_a_press_brings_the_answer(page: httpx.AsyncClient, call: Call, sara: Person) -> None:
    """Text and whether it is an alert."""
    sent = (await call("sendMessage", chat_id=sara.chat, text="یک"))["result"]
    press = asyncio.create_task(
        page.post("/page-api/press", json={"person": sara.id, "message_id": sent["message_id"], "data": "x"})
    )
    (update,) = (await call("getUpdates", timeout=2))["result"]
    await call("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="چشم", show_alert=True)
    assert (await press).json() == {"answer": {"text": "چشم", "show_alert": True, "url": ""}}


async def test_a_very_long_text_goes_in_parts(page: httpx.AsyncClient, sara: Person, playground: Playground) -> None:
    """As the apps split it."""
    await page.post("/page-api/say", json={"person": sara.id, "text": "خبر " * 3000})
    assert [len(one.text) for one in playground.messages(sara.chat)] == [4095, 4095, 3807]


@pytest.mark.parametrize(
    ("deed", "body", "status"),
    [
        ("say", {"text": "سلام"}, 400),
        ("say", {"person": 1001, "text": " "}, 409),
        ("say", {"person": 1001, "chat": -5, "text": "سلام"}, 409),
        ("say", {"person": [1001], "text": "سلام"}, 400),
        ("say", [], 400),
        ("press", {"person": "1001"}, 400),
        ("nothing", {}, 404),
    ],
)
async def test_rubbish_is_refused(deed: str, body: Any, status: int, page: httpx.AsyncClient, sara: Person) -> None:
    """With a status, not with a crash."""
    assert (await page.post(f"/page-api/{deed}", json=body)).status_code == status


async def test_only_the_pages_own_files_are_served(page: httpx.AsyncClient) -> None:
    """Nothing above its folder."""
    assert (await page.get("/page/style.css")).status_code == 200
    for path in ("/page/../server.py", "/page/%2e%2e/server.py", "/page/..%2fserver.py", "/page-api/file/none"):
        assert (await page.get(path)).status_code in (403, 404)


async def test_blocking_from_the_page_reaches_the_bot(page: httpx.AsyncClient, call: Call, sara: Person) -> None:
    """And is taken back."""
    await page.post("/page-api/block", json={"person": sara.id, "blocked": True})
    assert (await call("sendMessage", chat_id=sara.chat, text="یک"))["error_code"] == 403
    await page.post("/page-api/block", json={"person": sara.id, "blocked": False})
    assert (await call("sendMessage", chat_id=sara.chat, text="یک"))["ok"]
