"""The server and its table of parameters against the Bot API reference, where that is at hand."""

from typing import Any

import pytest

from bot.playground import reference
from bot.playground.methods import METHODS
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.playground.values import Call as Recorded

from .bot_api import Reference
from .conftest import Call

LETTERS = {"Integer": "I", "String": "S", "Boolean": "B", "InputFile": "F"}


@pytest.fixture(scope="module")
def bot_api() -> Reference:
    """The reference; without it these tests have nothing to say."""
    found = Reference.load()
    if found is None:
        pytest.skip("the Bot API reference is not beside this repository")
    return found


def letters(types: list[str]) -> set[str]:
    """The types of the reference as the table writes them."""
    return {LETTERS.get(one, "L" if one.startswith("Array of ") else "O") for one in types}


def test_the_table_lists_what_the_server_answers() -> None:
    """Each method once, in the table and in the server."""
    assert {one.lower() for one in reference.METHODS} == set(METHODS)


@pytest.mark.parametrize("method", reference.METHODS)
def test_each_method_has_the_parameters_of_the_reference(method: str, bot_api: Reference) -> None:
    """Name by name, with type and whether it is required."""
    theirs = {one["name"]: (letters(one["types"]), one["required"]) for one in bot_api.methods[method].get("fields", ())}
    assert {name: (set(types), required) for name, (types, required) in reference.signature(method).items()} == theirs


async def asked(call: Call, playground: Playground, sara: Person) -> list[tuple[str, Any]]:
    """A request of each kind, and what it brought."""
    group = playground.group("گروه", [sara, playground.person("امیر")], [sara])
    playground.migrate(playground.group("کوچک", [sara], kind="group"))
    said = await sara.say("/start سلام #خبر @gozideh_bot https://example.org", forwarded_from="امیر")
    await sara.say("/start", group)
    sara.block()
    sara.unblock()
    keys = {"inline_keyboard": [[{"text": "یک", "callback_data": "1"}, {"text": "دو", "url": "example.org"}]]}
    html = {"parse_mode": "HTML", "reply_markup": keys}
    text = "<b>س</b><a href='x.org'>ل</a><pre><code class='language-py'>ا</code></pre><blockquote expandable>م</blockquote>"
    here = {"chat_id": sara.chat}
    requests: list[tuple[str, dict[str, Any]]] = [
        ("getMe", {}),
        ("sendMessage", here | html | {"text": text, "reply_parameters": {"message_id": said.id}}),
        ("sendMessage", here | {"text": "کلید", "reply_markup": {"keyboard": [["یک"], [{"text": "دو"}]]}}),
        ("editMessageText", here | html | {"message_id": said.id + 1, "text": "<i>دیگر</i>"}),
        ("editMessageReplyMarkup", here | {"message_id": said.id + 1}),
        ("sendDocument", here | {"document": playground._world.keep_file("a.txt", "text/plain", b"a").id, "caption": "شرح"}),
        ("getChat", {"chat_id": group.id}),
        ("getChatMember", {"chat_id": group.id, "user_id": sara.id}),
        ("getChatAdministrators", {"chat_id": group.id}),
        ("getWebhookInfo", {}),
        ("setMyCommands", {"commands": [{"command": "a", "description": "ا"}]}),
        ("getMyCommands", {}),
        ("getUpdates", {}),
    ]
    answers = []
    for method, parameters in requests:
        body = await call(method, **parameters)
        assert body["ok"], body
        answers.append((method, body["result"]))
    return answers


async def test_what_the_server_answers_is_of_the_types_of_the_reference(
    call: Call, playground: Playground, sara: Person, bot_api: Reference
) -> None:
    """Messages, chats, users, updates: no field that there is not, none missing, each of its type."""
    for method, result in await asked(call, playground, sara):
        assert bot_api.problems(result, bot_api.methods[method]["returns"], method) == []


async def test_recorded_requests_can_be_judged(call: Call, playground: Playground, sara: Person, bot_api: Reference) -> None:
    """Right ones pass; a wrong one is named."""
    await asked(call, playground, sara)
    wrong = [one for request in playground.requests for one in bot_api.problems_of_call(request)]
    assert wrong == ["sendMessage #3 reply_markup.keyboard[0][0]: no KeyboardButton"]
    bad = Recorded(1, "sendMessage", {"text": 5, "colour": "red"}, (), 200, "", (), 0.0, 0.0)
    assert len(bot_api.problems_of_call(bad)) == 3
