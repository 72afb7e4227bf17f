"""What the server keeps, in memory: people, chats with their messages, files, commands, questions that wait for an answer."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.playground.refusals import Refused, bad
from bot.playground.updates import Updates
from bot.playground.webhook import Webhook

Json = dict[str, Any]
MAX_MESSAGES = 2000
MAX_WAITING = 1000
MAX_FILES_BYTES = 128 * 1024 * 1024
FIRST_PERSON_ID = 1001
FIRST_GROUP_ID = -1_002_000_000_001
TYPING_S = 5.0


@dataclass(slots=True)
class Chat:
    """A chat with the bot in it.

    Args:
        id: positive for a person, negative for a group.
        type: 'private', 'group' or 'supergroup'.
        names: the fields of ``Chat`` that name it: title, first_name, username.
        members: people in it, by id.
        admins: those of them who may change it; the first is the owner.
        messages: by id, the oldest first.
        next_id: source of message ids; private chats share one.
        threads: the topics of a forum, by id.
        refusal: what every message to it is refused with; None where it is welcome.
        done: how many things the bot has done in it.
        busy_until: when «typing» ends, on the monotonic clock.
        activity: the chat action under way.
    """

    id: int
    type: str
    names: Json
    members: list[int]
    admins: list[int]
    next_id: "itertools.count[int]"
    messages: dict[int, Json] = field(default_factory=dict)
    threads: set[int] = field(default_factory=set)
    refusal: Refused | None = None
    done: int = 0
    busy_until: float = 0.0
    activity: str = ""

    def as_json(self) -> Json:
        """As it stands in messages."""
        return {"id": self.id, "type": self.type, **self.names}

    def is_busy(self) -> bool:
        """Whether the bot shows that it is typing or the like."""
        return bool(self.activity) and time.monotonic() < self.busy_until


@dataclass(slots=True)
class StoredFile:
    """A file that was uploaded."""

    id: str
    name: str
    type: str
    content: bytes


class World:
    """The state, and the few ways to change it. Every change is told to ``listeners``."""

    def __init__(self, token: str, username: str, name: str) -> None:
        self.token = token
        self.bot: Json = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.waiting: dict[str, asyncio.Future[Any]] = {}
        self.updates = Updates()
        self.webhook = Webhook(self.updates)
        self.listeners: list[Callable[[Json], None]] = []
        self.about: dict[tuple[str, str], str] = {}
        self._private_ids = itertools.count(1)
        self._numbers = itertools.count(1)

    def number(self) -> int:
        """A number that is never given twice."""
        return next(self._numbers)

    def tell(self, event: Json) -> None:
        """Tell every listener."""
        for listener in tuple(self.listeners):
            listener(event)

    def add_person(self, name: str, language: str, username: str) -> Json:
        """A new person with a private chat."""
        number = FIRST_PERSON_ID + len(self.people)
        names = {"first_name": name} | ({"username": username} if username else {})
        user: Json = {"id": number, "is_bot": False, "language_code": language, **names}
        self.people[number] = user
        self.chats[number] = Chat(number, "private", names, [number], [], self._private_ids)
        self.tell({"type": "chats"})
        return user

    def add_group(self, title: str, members: list[int], admins: list[int], kind: str) -> Chat:
        """A new group with the bot in it."""
        order = sum(1 for one in self.chats.values() if one.type != "private")
        number = -4001 - order if kind == "group" else FIRST_GROUP_ID - order
        ids = itertools.count(1) if kind != "group" else self._private_ids
        chat = self.chats[number] = Chat(number, kind, {"title": title}, members, admins, ids)
        self.tell({"type": "chats"})
        return chat

    def chat(self, number: int) -> Chat:
        """The chat the bot asks for.

        Raises:
            Refused: there is none, or the bot is not welcome there.
        """
        chat = self.chats.get(number)
        if chat is None:
            raise bad("chat not found")
        if chat.refusal is not None:
            raise chat.refusal
        return chat

    def user(self, number: int) -> Json:
        """A person or the bot itself.

        Raises:
            Refused: there is nobody of that number.
        """
        user = self.bot if number == self.bot["id"] else self.people.get(number)
        if user is None:
            raise bad("user not found")
        return user

    def add_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Put a message at the end of a chat."""
        raw = {
            "message_id": next(chat.next_id),
            "from": _public(sender),
            "chat": chat.as_json(),
            "date": int(time.time()),
            **content,
        }
        chat.messages[raw["message_id"]] = raw
        while len(chat.messages) > MAX_MESSAGES:
            del chat.messages[next(iter(chat.messages))]
        if sender["is_bot"]:
            self._did_something(chat)
        self.tell({"type": "message", "chat_id": chat.id, "message": raw})
        return raw

    def change_message(self, chat: Chat, raw: Json) -> None:
        """Put a changed message in the place of the one with its id."""
        raw["edit_date"] = int(time.time())
        chat.messages[raw["message_id"]] = raw
        self._did_something(chat)
        self.tell({"type": "edit", "chat_id": chat.id, "message": raw})

    def delete_message(self, chat: Chat, message_id: int) -> None:
        """Take a message away."""
        del chat.messages[message_id]
        self._did_something(chat)
        self.tell({"type": "delete", "chat_id": chat.id, "message_id": message_id})

    def show_activity(self, chat: Chat, action: str) -> None:
        """Show that the bot is typing or the like; the next message ends it."""
        chat.activity, chat.busy_until = action, time.monotonic() + TYPING_S
        self.tell({"type": "activity", "chat_id": chat.id, "action": action, "for_s": TYPING_S})

    def answered(self, chat: Chat) -> None:
        """Note that the bot answered a pressed button there."""
        self._did_something(chat)

    def ask(self, question: str) -> "asyncio.Future[Any]":
        """Wait for the bot's answer to a question of this id; the oldest questions give way when there are too many."""
        while len(self.waiting) >= MAX_WAITING:
            _give_up(self.waiting.pop(next(iter(self.waiting))))
        future = self.waiting[question] = asyncio.get_running_loop().create_future()
        return future

    def give_up(self) -> None:
        """Leave every question without an answer."""
        for future in self.waiting.values():
            _give_up(future)

    def keep_file(self, name: str, kind: str, content: bytes) -> StoredFile:
        """Keep an uploaded file; the oldest give way when all are too large."""
        stored = StoredFile(f"file{self.number()}", name, kind, content)
        self.files[stored.id] = stored
        while len(self.files) > 1 and sum(len(one.content) for one in self.files.values()) > MAX_FILES_BYTES:
            del self.files[next(iter(self.files))]
        return stored

    def sees(self, chat: Chat, raw: Json) -> bool:
        """Whether the bot gets a message: in a group privacy mode hides most, unless the bot is an admin, as in channels."""
        if chat.type in ("private", "channel") or self.bot["id"] in chat.admins:
            return True
        text, name = raw.get("text", ""), "@" + self.bot["username"]
        if text.startswith("/"):
            _, at, other = text.split(maxsplit=1)[0].partition("@")
            return not at or "@" + other == name
        return name in text or raw.get("reply_to_message", {}).get("from", {}).get("id") == self.bot["id"]

    def tell_membership(self, chat: Chat, by: Json, old: str, new: str) -> None:
        """Tell the bot that it was let in or put out."""
        change = {"chat": chat.as_json(), "from": by, "date": int(time.time())}
        states = {
            "old_chat_member": {"status": old, "user": self.bot} | _until(old),
            "new_chat_member": {"status": new, "user": self.bot} | _until(new),
        }
        self.updates.put("my_chat_member", change | states)
        self.tell({"type": "chats"})

    def _did_something(self, chat: Chat) -> None:
        chat.done += 1
        chat.activity, chat.busy_until = "", 0.0


def _public(user: Json) -> Json:
    """A user as it stands in messages."""
    return {name: user[name] for name in ("id", "is_bot", "first_name", "username", "language_code") if name in user}


def _until(status: str) -> Json:
    """What a banned member has beside the status: no end to it."""
    return {"until_date": 0} if status == "kicked" else {}


def _give_up(future: "asyncio.Future[Any]") -> None:
    """Answer with nothing."""
    if not future.done():
        future.set_result(None)
