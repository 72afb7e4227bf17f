"""The parameters of each method, as the Bot API reference (10.1) has them; for noting what a bot gets wrong.

A test compares this table with the reference where that is at hand.
"""

import json
from collections.abc import Callable
from typing import Any

from bot.playground.parameters import Parameters

_SENT = "business_connection_id:S chat_id!:IS message_thread_id:I direct_messages_topic_id:I "
_SENT_HOW = (
    " disable_notification:B protect_content:B allow_paid_broadcast:B message_effect_id:S suggested_post_parameters:O"
    " reply_parameters:O reply_markup:O"
)
_EDITED = "business_connection_id:S chat_id:IS message_id:I inline_message_id:S "
_CAPTION = "caption:S parse_mode:S caption_entities:L"

# name, «!» where it is required, and its type: I integer, S string, B boolean, L list, O object, F file; any of several letters
METHODS: dict[str, str] = {
    "answerCallbackQuery": "callback_query_id!:S text:S show_alert:B url:S cache_time:I",
    "answerInlineQuery": "inline_query_id!:S results!:L cache_time:I is_personal:B next_offset:S button:O",
    "close": "",
    "deleteMessage": "chat_id!:IS message_id!:I",
    "deleteMessages": "chat_id!:IS message_ids!:L",
    "deleteMyCommands": "scope:O language_code:S",
    "deleteWebhook": "drop_pending_updates:B",
    "editMessageCaption": f"{_EDITED}{_CAPTION} show_caption_above_media:B reply_markup:O",
    "editMessageReplyMarkup": f"{_EDITED}reply_markup:O",
    "editMessageText": f"{_EDITED}text:S parse_mode:S entities:L link_preview_options:O rich_message:O reply_markup:O",
    "getChat": "chat_id!:IS",
    "getChatAdministrators": "chat_id!:IS return_bots:B",
    "getChatMember": "chat_id!:IS user_id!:I",
    "getChatMemberCount": "chat_id!:IS",
    "getFile": "file_id!:S",
    "getMe": "",
    "getMyCommands": "scope:O language_code:S",
    "getMyDescription": "language_code:S",
    "getMyName": "language_code:S",
    "getMyShortDescription": "language_code:S",
    "getUpdates": "offset:I limit:I timeout:I allowed_updates:L",
    "getWebhookInfo": "",
    "leaveChat": "chat_id!:IS",
    "logOut": "",
    "sendChatAction": "business_connection_id:S chat_id!:IS message_thread_id:I action!:S",
    "sendDocument": f"{_SENT}document!:FS thumbnail:FS {_CAPTION} disable_content_type_detection:B{_SENT_HOW}",
    "sendMessage": f"{_SENT}text!:S parse_mode:S entities:L link_preview_options:O{_SENT_HOW}",
    "sendPhoto": f"{_SENT}photo!:FS {_CAPTION} show_caption_above_media:B has_spoiler:B{_SENT_HOW}",
    "setMyCommands": "commands!:L scope:O language_code:S",
    "setMyDescription": "description:S language_code:S",
    "setMyName": "name:S language_code:S",
    "setMyShortDescription": "short_description:S language_code:S",
    "setWebhook": ("url!:S certificate:F ip_address:S max_connections:I allowed_updates:L drop_pending_updates:B secret_token:S"),
}


def signature(method: str) -> dict[str, tuple[str, bool]]:
    """A method's parameters: their types as letters, and whether they are required."""
    parts = (one.partition(":") for one in METHODS[method].split())
    return {name.removesuffix("!"): (types, name.endswith("!")) for name, _, types in parts}


_BY_LOWER = {method.lower(): signature(method) for method in METHODS}


def complaints(method: str, given: Parameters) -> list[str]:
    """What of a request is not as the reference wants it: unknown, missing or of the wrong type.

    Args:
        method: one of ``METHODS``, in any case.
        given: the request's parameters.
    """
    known = _BY_LOWER[method.lower()]
    present = given.raw.keys() | given.uploads.keys()
    attached = {value.removeprefix("attach://") for value in given.raw.values() if isinstance(value, str)}
    unknown = [f"{name}: unknown parameter" for name in sorted(present - known.keys() - attached)]
    missing = [f"{name}: required" for name, (_, required) in known.items() if required and name not in present]
    wrong = [
        f"{name}: wrong type, {str(value)[:60]!r}"
        for name, value in given.raw.items()
        if name in known and not any(_FITS[letter](value) for letter in known[name][0])
    ]
    return unknown + missing + wrong


def _is_integer(value: Any) -> bool:
    return not isinstance(value, bool) and str(value).removeprefix("-").isdecimal()


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool) or value in ("true", "false", "True", "False")


def _is_json(wanted: type) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        try:
            return isinstance(json.loads(value) if isinstance(value, str) else value, wanted)
        except (ValueError, RecursionError):
            return False

    return fits


_FITS: dict[str, Callable[[Any], bool]] = {
    "I": _is_integer,
    "S": lambda value: isinstance(value, str),
    "B": _is_boolean,
    "L": _is_json(list),
    "O": _is_json(dict),
    "F": lambda value: isinstance(value, str) and value.startswith("attach://"),
}
