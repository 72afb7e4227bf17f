"""What a test or a program gets to see of a chat: frozen values, made out of the Bot API's JSON."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message.

    Args:
        text: what it says.
        data: its callback data; '' when it has none.
        url: where it leads; '' when it leads nowhere.
    """

    text: str
    data: str = ""
    url: str = ""

    def as_json(self) -> Json:
        """As the Bot API has it."""
        return {"text": self.text} | ({"url": self.url} if self.url else {"callback_data": self.data})


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of formatted text; offset and length in UTF-16 units, as Telegram counts."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""

    def as_json(self) -> Json:
        """As the Bot API has it."""
        extra = {name: value for name, value in (("url", self.url), ("language", self.language)) if value}
        return {"type": self.type, "offset": self.offset, "length": self.length} | extra


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A message of a chat.

    Args:
        id: its number in the chat.
        chat_id: the chat.
        from_bot: whether the bot wrote it.
        sender: the writer's name.
        text: the text or the caption, without markup.
        entities: its formatting.
        keyboard: rows of inline buttons.
        reply_keyboard: rows of the buttons that stand in the place of the keyboard.
        photo: the file id of a picture; '' for none.
        document: the file name of a document; '' for none.
        date: when it was sent, in seconds since 1970.
        edited: when it was last edited; 0 when never.
        reply_to: the message it answers; 0 for none.
        thread_id: the forum topic; 0 for none.
        mark: how many things the bot had done in the chat before this came; for ``Playground.settled``.
    """

    id: int
    chat_id: int
    from_bot: bool
    sender: str
    text: str
    entities: tuple[Entity, ...] = ()
    keyboard: tuple[tuple[Button, ...], ...] = ()
    reply_keyboard: tuple[tuple[str, ...], ...] = ()
    photo: str = ""
    document: str = ""
    date: int = 0
    edited: int = 0
    reply_to: int = 0
    thread_id: int = 0
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot answered to a pressed button."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One result of an inline query: what the list shows, and the message it would become."""

    id: str
    type: str
    title: str
    description: str
    text: str
    entities: tuple[Entity, ...] = ()
    keyboard: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A recorded request.

    Args:
        number: 1 for the first.
        method: as the bot wrote it.
        parameters: decoded; an uploaded file is shown as its name.
        files: names of the parameters that were uploads.
        code: the status it was answered with; 0 for a connection that was dropped.
        description: the reason of a refusal.
        complaints: parameters that Telegram does not know or that are of the wrong type.
        at: when it came, on the monotonic clock.
        took_s: how long the answer took, in seconds.
    """

    number: int
    method: str
    parameters: Json
    files: tuple[str, ...]
    code: int
    description: str
    complaints: tuple[str, ...]
    at: float
    took_s: float


def entity(raw: Json) -> Entity:
    """An entity out of the Bot API's JSON."""
    return Entity(raw["type"], raw["offset"], raw["length"], raw.get("url", ""), raw.get("language", ""))


def keyboard(raw: Json | None) -> tuple[tuple[Button, ...], ...]:
    """Inline buttons out of a reply markup; none where it is of another kind."""
    rows = (raw or {}).get("inline_keyboard", ())
    return tuple(tuple(Button(one["text"], one.get("callback_data", ""), one.get("url", "")) for one in row) for row in rows)


def message(raw: Json, mark: int = 0) -> ChatMessage:
    """A message out of what the server keeps of it."""
    markup = raw.get("reply_markup") or {}
    photo = raw.get("photo") or ({"file_id": ""},)
    return ChatMessage(
        id=raw["message_id"],
        chat_id=raw["chat"]["id"],
        from_bot=raw["from"]["is_bot"],
        sender=raw["from"]["first_name"],
        text=str(raw.get("text") or raw.get("caption") or ""),
        entities=tuple(entity(one) for one in raw.get("entities") or raw.get("caption_entities") or ()),
        keyboard=keyboard(markup),
        reply_keyboard=tuple(tuple(one["text"] for one in row) for row in markup.get("keyboard", ())),
        photo=photo[-1]["file_id"],
        document=raw.get("document", {}).get("file_name", ""),
        date=raw["date"],
        edited=raw.get("edit_date", 0),
        reply_to=raw.get("reply_to_message", {}).get("message_id", 0),
        thread_id=raw.get("message_thread_id", 0),
        mark=mark,
    )


def as_json(raw: Json) -> Json:
    """A message as the bot gets it, out of what the server keeps: of the reply markups only inline buttons are in it."""
    left_out = {"reply_markup"} if "inline_keyboard" not in raw.get("reply_markup", {}) else set()
    kept = {name: value for name, value in raw.items() if name not in left_out}
    return kept | ({"reply_to_message": as_json(raw["reply_to_message"])} if "reply_to_message" in raw else {})
