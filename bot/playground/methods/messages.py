"""Messages: sent, edited, deleted, and «typing»."""

from typing import Any

from bot.playground.keyboards import asked_markup
from bot.playground.parameters import Parameters
from bot.playground.refusals import NOT_MODIFIED, bad
from bot.playground.texts import asked_caption, asked_text
from bot.playground.values import as_json
from bot.playground.world import Chat, World

Json = dict[str, Any]
_ACTIONS = frozenset(
    (
        *("typing", "upload_photo", "upload_document", "record_video", "upload_video", "record_voice", "upload_voice"),
        *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    )
)


def asked_chat(world: World, given: Parameters) -> Chat:
    """The chat that a request is about.

    Raises:
        Refused: it names none, none that exists, or one where the bot is not welcome.
    """
    asked = str(given.raw.get("chat_id", ""))
    if not asked:
        raise bad("chat_id is empty")
    if asked.startswith("@"):
        raise bad("chat not found")
    return world.chat(given.integer("chat_id"))


async def send_message(world: World, given: Parameters) -> Json:
    """sendMessage."""
    chat = asked_chat(world, given)
    text, entities = asked_text(given)
    return send(world, given, chat, {"text": text} | ({"entities": entities} if entities else {}))


def send(world: World, given: Parameters, chat: Chat, content: Json) -> Json:
    """Send what was made ready, with the reply and the buttons that the request asks for.

    Returns:
        The message as Telegram gives it back.
    """
    markup, replied = asked_markup(given), _replied(given, chat)
    extra = _thread(given, chat) | ({"reply_markup": markup} if markup else {})
    options = given.json("link_preview_options", dict)
    if options:
        extra["link_preview_options"] = options
    if replied:
        extra["reply_to_message"] = {name: value for name, value in as_json(replied).items() if name != "reply_to_message"}
    return as_json(world.add_message(chat, world.bot, content | extra))


def _thread(given: Parameters, chat: Chat) -> Json:
    """The fields that put a message into a forum topic; none outside of one."""
    thread_id = given.integer("message_thread_id")
    if thread_id and thread_id not in chat.threads:
        raise bad("message thread not found")
    return {"message_thread_id": thread_id, "is_topic_message": True} if thread_id else {}


def _replied(given: Parameters, chat: Chat) -> Json | None:
    """The message that is to be replied to; None when there is none."""
    asked = given.json("reply_parameters", dict) or {}
    message_id = asked.get("message_id") or given.integer("reply_to_message_id")
    if not message_id:
        return None
    replied = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if replied is None and not (asked.get("allow_sending_without_reply") or given.boolean("allow_sending_without_reply")):
        raise bad("message to be replied not found")
    return replied


def _asked_own(world: World, given: Parameters) -> tuple[Chat, Json]:
    """The message of the bot's that is to be edited.

    Raises:
        Refused: there is none such, or it is somebody else's.
    """
    if given.raw.get("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = asked_chat(world, given)
    if not given.raw.get("message_id"):
        raise bad("message identifier is not specified")
    raw = chat.messages.get(given.integer("message_id"))
    if raw is None:
        raise bad("message to edit not found")
    if raw["from"]["id"] != world.bot["id"]:
        raise bad("message can't be edited")
    return chat, raw


def _edit(world: World, chat: Chat, raw: Json, wanted: Json) -> Json:
    """Put new fields into a message; None takes one out.

    Raises:
        Refused: nothing would change.
    """
    edited = {name: value for name, value in (raw | wanted).items() if value is not None}
    if all(edited.get(name) == raw.get(name) for name in wanted if name != "link_preview_options"):
        raise bad(NOT_MODIFIED)
    world.change_message(chat, edited)
    return as_json(edited)


async def edit_message_text(world: World, given: Parameters) -> Json:
    """editMessageText."""
    chat, raw = _asked_own(world, given)
    text, entities = asked_text(given)
    if "text" not in raw:
        raise bad("there is no text in the message to edit")
    wanted = {"text": text, "entities": entities or None, "reply_markup": asked_markup(given)}
    options = given.json("link_preview_options", dict)
    return _edit(world, chat, raw, wanted | {"link_preview_options": options or None})


async def edit_message_caption(world: World, given: Parameters) -> Json:
    """editMessageCaption."""
    chat, raw = _asked_own(world, given)
    caption, entities = asked_caption(given)
    if "text" in raw:
        raise bad("there is no caption in the message to edit")
    wanted = {"caption": caption or None, "caption_entities": entities or None, "reply_markup": asked_markup(given)}
    return _edit(world, chat, raw, wanted)


async def edit_message_reply_markup(world: World, given: Parameters) -> Json:
    """editMessageReplyMarkup."""
    chat, raw = _asked_own(world, given)
    return _edit(world, chat, raw, {"reply_markup": asked_markup(given)})


async def delete_message(world: World, given: Parameters) -> bool:
    """deleteMessage."""
    chat = asked_chat(world, given)
    message_id = given.integer("message_id")
    if message_id not in chat.messages:
        raise bad("message to delete not found")
    mine = chat.messages[message_id]["from"]["id"] == world.bot["id"]
    if not mine and chat.type != "private" and world.bot["id"] not in chat.admins:
        raise bad("message can't be deleted")
    world.delete_message(chat, message_id)
    return True


async def delete_messages(world: World, given: Parameters) -> bool:
    """deleteMessages; those that are not there are passed over."""
    chat = asked_chat(world, given)
    for one in given.json("message_ids", list) or ():
        if one in chat.messages:
            world.delete_message(chat, one)
    return True


async def send_chat_action(world: World, given: Parameters) -> bool:
    """sendChatAction."""
    chat = asked_chat(world, given)
    if given.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    world.show_activity(chat, given.text("action"))
    return True


METHODS = {
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "sendChatAction": send_chat_action,
}
