"""Reply markups: checked as Telegram checks them, and brought to the form in which it gives them back."""

from typing import Any

from bot.playground.entities import checked_link
from bot.playground.parameters import Parameters
from bot.playground.refusals import bad

Json = dict[str, Any]
MAX_DATA_BYTES = 64
MAX_BUTTONS = 100
MAX_ROW = 8
_ACTIONS = (
    "url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "web_app",
    "login_url",
    "copy_text",
    "pay",
)


def asked_markup(given: Parameters) -> Json | None:
    """The reply markup a request asks for; None when it has none.

    Raises:
        Refused: it is malformed, or one of its buttons is.
    """
    markup = given.json("reply_markup", dict)
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        return inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        return _reply(markup)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return dict(markup)
    raise bad("object expected as reply markup") if markup else bad("can't parse reply keyboard markup JSON object")


def inline(rows: Any) -> Json | None:
    """An inline keyboard; None when it has no button.

    Raises:
        Refused: it is malformed, or one of its buttons is.
    """
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [[_button(one) for one in row] for row in rows if row]
    if sum(len(row) for row in kept) > MAX_BUTTONS or any(len(row) > MAX_ROW for row in kept):
        raise bad("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _button(one: Any) -> Json:
    """An inline button."""
    if not isinstance(one, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(one.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not one["text"].strip():
        raise bad("BUTTON_TEXT_INVALID")
    button = {name: value for name, value in one.items() if value is not None}
    if not any(name in button for name in _ACTIONS):
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "url" in button:
        button["url"] = _address(str(button["url"]))
    elif "callback_data" in button and not _fits(button["callback_data"]):
        raise bad("BUTTON_DATA_INVALID")
    return button


def _fits(data: Any) -> bool:
    return isinstance(data, str) and 0 < len(data.encode("utf-8", "surrogatepass")) <= MAX_DATA_BYTES


def _address(address: str) -> str:
    checked = checked_link(address)
    if not checked:
        raise bad(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
    return checked


def _reply(markup: Json) -> Json:
    """A keyboard in the place of the keyboard; buttons may be plain strings."""
    rows = markup["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    kept = [[{"text": one} if isinstance(one, str) else one for one in row] for row in rows if row]
    if not all(isinstance(one, dict) and isinstance(one.get("text"), str) and one["text"] for row in kept for one in row):
        raise bad("can't parse keyboard button: KeyboardButton must be an Object")
    return markup | {"keyboard": kept}
