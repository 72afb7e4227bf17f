"""The methods, asked over HTTP: what they do, and what they refuse in Telegram's words."""

import json
from typing import Any

import httpx
import pytest

from bot.playground.people import Person
from bot.playground.server import Playground

from .conftest import Call

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x03\x00\x00\x00\x02\x08\x02\x00\x00\x00"
OK_BUTTON = {"text": "باشد", "callback_data": "x"}


def buttons(*row: dict[str, Any]) -> dict[str, Any]:
    """A keyboard of one row."""
    return {"inline_keyboard": [list(row)]}


async def test_a_message_comes_back_as_telegram_gives_it(call: Call, sara: Person, playground: Playground) -> None:
    """Text without markup, entities, chat, sender, buttons; and it stands in the chat."""
    body = await call(
        "sendMessage", chat_id=sara.chat, text=" <b>سلام</b> /start\n", parse_mode="HTML", reply_markup=buttons(OK_BUTTON)
    )
    message = body["result"]
    assert message["text"] == "سلام /start"
    assert [one["type"] for one in message["entities"]] == ["bold", "bot_command"]
    assert (message["chat"]["id"], message["from"]["is_bot"]) == (sara.chat, True)
    assert message["reply_markup"] == buttons(OK_BUTTON)
    seen = playground.messages(sara.chat)[-1]
    assert (seen.id, seen.text, seen.keyboard[0][0].data) == (message["message_id"], "سلام /start", "x")


REFUSED = {
    "no text": ({"text": ""}, "message text is empty"),
    "only spaces": ({"text": " \n\t"}, "text must be non-empty"),
    "only half-spaces": ({"text": "\u200c\u200f"}, "text must be non-empty"),
    "4097 units": ({"text": "ا" * 4097}, "message is too long"),
    "2049 emoji": ({"text": "😀" * 2049}, "message is too long"),
    "40,000 bytes": ({"text": "ا" * 20_000}, "text is too long"),
    "broken markup": (
        {"text": "<b>a", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    "markup of another kind": ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    "no chat": ({"chat_id": "", "text": "a"}, "chat_id is empty"),
    "a stranger": ({"chat_id": 7, "text": "a"}, "chat not found"),
    "an unknown name": ({"chat_id": "@nobody", "text": "a"}, "chat not found"),
    "long data": ({"text": "a", "reply_markup": buttons({"text": "b", "callback_data": "ا" * 33})}, "BUTTON_DATA_INVALID"),
    "bad address": (
        {"text": "a", "reply_markup": buttons({"text": "b", "url": "localhost"})},
        "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
    ),
    "a button that does nothing": (
        {"text": "a", "reply_markup": buttons({"text": "b"})},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "a button without words": ({"text": "a", "reply_markup": buttons({"text": " ", "callback_data": "x"})}, "BUTTON_TEXT_INVALID"),
    "101 buttons": ({"text": "a", "reply_markup": {"inline_keyboard": [[OK_BUTTON]] * 101}}, "REPLY_MARKUP_TOO_LONG"),
    "markup that is none": ({"text": "a", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    "nothing to reply to": ({"text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    "a lone surrogate": ({"text": "\ud800"}, "strings must be encoded in UTF-8"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_telegram_refuses_is_refused(name: str, call: Call, sara: Person) -> None:
    """400, with Telegram's reason; and nothing is sent."""
    parameters, reason = REFUSED[name]
    body = await call("sendMessage", **{"chat_id": sara.chat, **parameters})
    assert body == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}


@pytest.mark.parametrize("text", ["ا" * 4096, "😀" * 2048, "<b>" + "ا" * 4096 + "</b>"])
async def test_the_longest_text_passes(text: str, call: Call, sara: Person) -> None:
    """4096 units are counted after the markup is read."""
    assert (await call("sendMessage", chat_id=sara.chat, text=text, parse_mode="HTML"))["ok"]


async def test_an_edit_changes_the_message_and_marks_it(call: Call, sara: Person, playground: Playground) -> None:
    """Text and buttons; buttons that are not given again are gone."""
    sent = (await call("sendMessage", chat_id=sara.chat, text="یک", reply_markup=buttons(OK_BUTTON)))["result"]
    edited = (await call("editMessageText", chat_id=sara.chat, message_id=sent["message_id"], text="دو"))["result"]
    assert (edited["text"], "reply_markup" in edited, edited["edit_date"] >= edited["date"]) == ("دو", False, True)
    assert [one.text for one in playground.messages(sara.chat)] == ["دو"]


async def test_edits_that_cannot_be_are_refused(call: Call, sara: Person) -> None:
    """Nothing changed, no such message, somebody else's, no text in it."""
    theirs = await sara.say("سلام")
    sent = (await call("sendMessage", chat_id=sara.chat, text="یک", reply_markup=buttons(OK_BUTTON)))["result"]
    where = {"chat_id": sara.chat, "message_id": sent["message_id"]}
    same = await call("editMessageText", **where, text="یک", reply_markup=buttons(OK_BUTTON))
    assert same["description"] == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
        " as a current content and reply markup of the message"
    )
    same = await call("editMessageReplyMarkup", **where, reply_markup=buttons(OK_BUTTON))
    assert same["description"].startswith("Bad Request: message is not modified")
    gone = await call("editMessageText", chat_id=sara.chat, message_id=999, text="دو")
    assert gone["description"] == "Bad Request: message to edit not found"
    other = await call("editMessageText", chat_id=sara.chat, message_id=theirs.id, text="دو")
    assert other["description"] == "Bad Request: message can't be edited"
    assert (await call("editMessageReplyMarkup", **where))["result"]["text"] == "یک"


async def test_a_message_is_deleted_once(call: Call, sara: Person, playground: Playground) -> None:
    """The second time it is not found; deleteMessages passes over it."""
    number = (await call("sendMessage", chat_id=sara.chat, text="یک"))["result"]["message_id"]
    assert (await call("deleteMessage", chat_id=sara.chat, message_id=number))["result"] is True
    again = await call("deleteMessage", chat_id=sara.chat, message_id=number)
    assert again["description"] == "Bad Request: message to delete not found"
    assert (await call("deleteMessages", chat_id=sara.chat, message_ids=[number]))["ok"]
    assert playground.messages(sara.chat) == []


async def test_unknown_methods_and_tokens_are_refused(call: Call, client: httpx.AsyncClient) -> None:
    """404 for a method or a token that is none, 401 for a wrong one."""
    assert await call("sendPigeon") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert (await client.get("/bot42:wrong/getMe")).json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert (await client.get("/botnonsense/getMe")).json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_forms_files_queries_and_json_say_the_same(client: httpx.AsyncClient, playground: Playground, sara: Person) -> None:
    """Every way of the reference to hand over parameters is taken, method names in any case."""
    path, markup = f"/bot{playground.token}/SENDmessage", json.dumps(buttons(OK_BUTTON))
    asked = {"chat_id": str(sara.chat), "text": "سلام", "reply_markup": markup}
    for answer in (
        await client.get(path, params=asked),
        await client.post(path, data=asked),
        await client.post(path, data=asked, files={"unused": b"x"}),
        await client.post(path, json=asked),
    ):
        assert answer.json()["result"]["reply_markup"] == buttons(OK_BUTTON)


async def test_a_body_that_is_no_json_is_refused(client: httpx.AsyncClient, playground: Playground) -> None:
    """With 400, not with a crash."""
    for body in ("{", "[]", "[" * 100_000):
        answer = await client.post(f"/bot{playground.token}/getMe", content=body, headers={"Content-Type": "application/json"})
        assert answer.json()["error_code"] == 400


async def test_pictures_and_documents_are_kept_and_fetched(client: httpx.AsyncClient, playground: Playground, sara: Person) -> None:
    """Sent as a file, sent again by id, fetched through getFile."""
    path = f"/bot{playground.token}/"
    sent = await client.post(
        path + "sendPhoto", data={"chat_id": sara.chat, "caption": "<i>نمودار</i>", "parse_mode": "HTML"}, files={"photo": PNG}
    )
    photo = sent.json()["result"]["photo"][0]
    assert (photo["width"], photo["height"], sent.json()["result"]["caption"]) == (3, 2, "نمودار")
    again = await client.post(path + "sendPhoto", json={"chat_id": sara.chat, "photo": photo["file_id"]})
    assert again.json()["ok"]
    document = await client.post(
        path + "sendDocument", data={"chat_id": sara.chat, "document": "attach://d"}, files={"d": ("گزارش.csv", b"a,b", "text/csv")}
    )
    found = await client.post(path + "getFile", json={"file_id": document.json()["result"]["document"]["file_id"]})
    fetched = await client.get(f"/file/bot{playground.token}/{found.json()['result']['file_path']}")
    assert fetched.content == b"a,b"
    assert [one.document for one in playground.messages(sara.chat)] == ["", "", "گزارش.csv"]


@pytest.mark.parametrize(
    ("files", "data", "reason"),
    [
        ({"photo": b"no picture"}, {}, "IMAGE_PROCESS_FAILED"),
        ({}, {"photo": "https://example.org/a.png"}, "failed to get HTTP URL content"),
        ({}, {"photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ({}, {}, "there is no photo in the request"),
        ({"photo": PNG}, {"caption": "ا" * 1025}, "message caption is too long"),
    ],
)
async def test_bad_pictures_are_refused(
    files: dict[str, bytes], data: dict[str, str], reason: str, client: httpx.AsyncClient, playground: Playground, sara: Person
) -> None:
    """No picture, none that can be fetched, or too long a caption."""
    answer = await client.post(f"/bot{playground.token}/sendPhoto", data={"chat_id": sara.chat, **data}, files=files)
    assert answer.json()["description"] == f"Bad Request: {reason}"


async def test_the_command_menu_goes_by_scope_and_language(call: Call) -> None:
    """What is set is what is got, and only there."""
    fa = [{"command": "latest", "description": "تازه‌ترین خبر"}]
    assert (await call("setMyCommands", commands=fa, language_code="fa"))["result"] is True
    assert (await call("getMyCommands", language_code="fa"))["result"] == fa
    assert (await call("getMyCommands"))["result"] == []
    scope = {"type": "all_group_chats"}
    await call("setMyCommands", commands=fa, scope=scope)
    assert (await call("getMyCommands", scope=scope))["result"] == fa
    await call("deleteMyCommands", scope=scope)
    assert (await call("getMyCommands", scope=scope))["result"] == []


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ({"command": "خبر", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "Latest", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "latest", "description": ""}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"command": "latest"}, "can't parse BotCommand: expected an Object with command and description"),
    ],
)
async def test_bad_commands_are_refused(command: dict[str, str], reason: str, call: Call) -> None:
    """Latin letters, digits and underscores only, and words to it."""
    assert (await call("setMyCommands", commands=[command]))["description"] == f"Bad Request: {reason}"


async def test_an_answer_nobody_waits_for_is_refused(call: Call) -> None:
    """As for a query that is too old; and an answer that is too long."""
    late = await call("answerCallbackQuery", callback_query_id="1", text="دیر")
    assert late["description"] == "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert (await call("answerCallbackQuery", callback_query_id="1", text="ا" * 201))[
        "description"
    ] == "Bad Request: MESSAGE_TOO_LONG"


async def test_a_group_says_who_is_who(call: Call, playground: Playground, sara: Person) -> None:
    """Owner, administrator, member, nobody; the bot itself."""
    amir, leila, other = (playground.person(name) for name in ("امیر", "لیلا", "ناصر"))
    group = playground.group("خبرخوان‌ها", [sara, amir, leila], [sara, amir])
    admins = (await call("getChatAdministrators", chat_id=group.id))["result"]
    assert [(one["status"], one["user"]["id"]) for one in admins] == [("creator", sara.id), ("administrator", amir.id)]
    asked = {leila.id: "member", other.id: "left", 42: "member"}
    for number, status in asked.items():
        assert (await call("getChatMember", chat_id=group.id, user_id=number))["result"]["status"] == status
    assert (await call("getChat", chat_id=group.id))["result"]["title"] == "خبرخوان‌ها"
    assert (await call("getChatMemberCount", chat_id=group.id))["result"] == 4
    assert (await call("leaveChat", chat_id=group.id))["result"] is True
    out = await call("sendMessage", chat_id=group.id, text="هنوز هستم")
    assert out["description"] == "Forbidden: bot is not a member of the supergroup chat"


async def test_a_group_that_migrates_says_where_to(call: Call, playground: Playground, sara: Person) -> None:
    """The old number is refused with the new one."""
    group = playground.group("گروه", [sara], kind="group")
    upgraded = playground.migrate(group)
    body = await call("sendMessage", chat_id=group.id, text="سلام")
    assert (body["error_code"], body["parameters"]) == (400, {"migrate_to_chat_id": upgraded.id})
    assert (await call("sendMessage", chat_id=upgraded.id, text="سلام"))["ok"]


async def test_a_forum_keeps_its_topics_apart(call: Call, playground: Playground, sara: Person) -> None:
    """An answer goes into the topic it names; one that does not exist is refused."""
    forum = playground.group("انجمن", [sara], forum=True)
    said = await sara.say("/start", forum, thread_id=7)
    answer = (await call("sendMessage", chat_id=forum.id, message_thread_id=7, text="سلام"))["result"]
    assert (answer["message_thread_id"], answer["is_topic_message"], answer["chat"]["is_forum"]) == (7, True, True)
    assert [one.thread_id for one in playground.messages(forum)] == [said.thread_id, 7] == [7, 7]
    unknown = await call("sendMessage", chat_id=forum.id, message_thread_id=8, text="سلام")
    assert unknown["description"] == "Bad Request: message thread not found"


async def test_an_answer_that_was_asked_for_brings_the_question_without_its_markup(call: Call, sara: Person) -> None:
    """Telegram shows bots inline buttons alone."""
    asked = await call("sendMessage", chat_id=sara.chat, text="چه نامی؟", reply_markup={"force_reply": True})
    await sara.say("گندم", reply_to=asked["result"]["message_id"])
    (update,) = (await call("getUpdates", offset=-1))["result"]
    assert update["message"]["reply_to_message"]["text"] == "چه نامی؟"
    assert "reply_markup" not in update["message"]["reply_to_message"]


async def test_what_is_written_in_a_chats_name_names_no_person(call: Call, playground: Playground, sara: Person) -> None:
    """An anonymous admin comes as Telegram's own account for that, a post of a channel without any author."""
    group, channel = playground.group("گروه", [sara]), playground.group("کانال", [sara], kind="channel")
    await sara.say("/help", group, as_chat=True)
    await sara.say("خبر", channel)
    await call("getUpdates", offset=-2, allowed_updates=["message", "channel_post"])
    written, posted = (await call("getUpdates", offset=-2))["result"]
    assert (written["message"]["from"]["username"], written["message"]["sender_chat"]["id"]) == ("GroupAnonymousBot", group.id)
    assert posted["channel_post"]["sender_chat"]["type"] == "channel"
    assert "from" not in posted["channel_post"]


async def test_who_blocks_the_bot_gets_nothing(call: Call, sara: Person) -> None:
    """403 until the bot is let in again; the bot is told of both."""
    sara.block()
    assert (await call("sendMessage", chat_id=sara.chat, text="سلام"))["description"] == "Forbidden: bot was blocked by the user"
    sara.unblock()
    assert (await call("sendMessage", chat_id=sara.chat, text="سلام"))["ok"]
    changes = [one["my_chat_member"] for one in (await call("getUpdates"))["result"]]
    assert [one["new_chat_member"]["status"] for one in changes] == ["kicked", "member"]


async def test_what_the_bot_says_of_itself_is_kept(call: Call) -> None:
    """By language; and getMe says who it is."""
    await call("setMyDescription", description="خلاصهٔ خبر", language_code="fa")
    assert (await call("getMyDescription", language_code="fa"))["result"] == {"description": "خلاصهٔ خبر"}
    assert (await call("getMyDescription"))["result"] == {"description": ""}
    assert (await call("getMe"))["result"]["username"] == "gozideh_bot"


async def test_wrong_parameters_are_noted(call: Call, playground: Playground, sara: Person) -> None:
    """Unknown, missing and of the wrong type; Telegram ignores them, the record does not."""
    await call("sendMessage", chat_id=sara.chat, text="سلام", colour="red", disable_notification="maybe", link_preview_options="[]")
    await call("sendChatAction", chat_id=sara.chat)
    first, second = playground.requests
    assert first.complaints == (
        "colour: unknown parameter",
        "disable_notification: wrong type, 'maybe'",
        "link_preview_options: wrong type, '[]'",
    )
    assert "action: required" in second.complaints
    assert (second.code, second.description) == (400, "Bad Request: wrong parameter action in request")
