"""Those who talk with the bot: a person says, presses and asks inline, alone with it or in a group."""

import asyncio
from dataclasses import dataclass
from typing import Any

from bot.playground.entities import units
from bot.playground.refusals import BLOCKED, bad, forbidden
from bot.playground.texts import MAX_TEXT_UNITS, formatted, is_blank
from bot.playground.values import Answer, ChatMessage, InlineResult, as_json
from bot.playground.values import message as as_value
from bot.playground.world import Chat, World

Json = dict[str, Any]
ANSWER_TIMEOUT_S = 15.0
ANONYMOUS_ADMIN: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}  # Telegram's own


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a private chat with the bot.

    Args:
        id: their number.
        name: their first name.
        world: where they live.
    """

    id: int
    name: str
    world: World

    @property
    def chat(self) -> int:
        """The private chat with the bot."""
        return self.id

    async def say(
        self,
        text: str,
        chat: int | Chat | None = None,
        *,
        reply_to: int = 0,
        forwarded_from: str = "",
        thread_id: int = 0,
        as_chat: bool = False,
    ) -> ChatMessage:
        """Write to the bot.

        In a group the bot gets what privacy mode lets it see: commands, replies to it, mentions of it. It lets a bot that is an
        administrator see everything.

        Args:
            text: as typed; white space around it goes, as in Telegram.
            chat: a group, or None for the private chat.
            reply_to: the message that is answered.
            forwarded_from: the name of whom it is forwarded from; '' for an own text.
            thread_id: the forum topic; one that is new is opened by this.
            as_chat: whether it is written in the group's name, as an anonymous admin does; every post of a channel is.

        Returns:
            The message; its ``mark`` is for ``Playground.settled``.

        Raises:
            Refused: empty or over 4096 units, as no app lets it through; ``paste`` splits it as they do.
            Full: the bot has not fetched its updates for very long.
        """
        room = self._room(chat)
        if units(text) > MAX_TEXT_UNITS:
            raise bad("MESSAGE_TOO_LONG")
        said, entities = formatted(text)
        if is_blank(said):
            raise bad("message text is empty")
        content: Json = {"text": said} | ({"entities": entities} if entities else {})
        if reply_to in room.messages:
            content["reply_to_message"] = room.messages[reply_to]
        if thread_id:
            room.threads.add(thread_id)
            content |= {"message_thread_id": thread_id, "is_topic_message": True}
        if forwarded_from:
            content["forward_origin"] = {"type": "hidden_user", "date": 0, "sender_user_name": forwarded_from}
        return self._sent(room, content, as_chat=as_chat or room.type == "channel")

    async def paste(
        self, text: str, chat: int | Chat | None = None, *, reply_to: int = 0, forwarded_from: str = ""
    ) -> tuple[ChatMessage, ...]:
        """Write a text of any length, in as many messages as it takes, parted at a line end or a space where there is one.

        Args:
            text: as typed.
            chat: a group, or None for the private chat.
            reply_to: the message that is answered.
            forwarded_from: the name of whom it is forwarded from.

        Raises:
            Refused: there is nothing in it.
        """
        parts = split(text.strip())
        return tuple([await self.say(one, chat, reply_to=reply_to, forwarded_from=forwarded_from) for one in parts or ("",)])

    async def press(
        self, message_id: int, data: str, chat: int | Chat | None = None, *, timeout_s: float = ANSWER_TIMEOUT_S
    ) -> Answer | None:
        """Press a button.

        Args:
            message_id: the message it stands under.
            data: its callback data; any, as a hostile client may send any.
            chat: a group, or None for the private chat.
            timeout_s: how long to wait.

        Returns:
            The bot's answer; None when there was none in time.

        Raises:
            Full: the bot has not fetched its updates for very long.
        """
        room = self._room(chat)
        query: Json = {"from": self.world.people[self.id], "chat_instance": str(room.id), "data": data}
        gone = {"message_id": message_id, "chat": room.as_json(), "date": 0}
        query["message"] = as_json(room.messages.get(message_id, gone))
        answer = await self._ask("callback_query", query, timeout_s)
        if not isinstance(answer, Answer):
            return None
        self.world.answered(room)
        return answer

    async def inline(self, words: str, *, offset: str = "", timeout_s: float = ANSWER_TIMEOUT_S) -> tuple[InlineResult, ...]:
        """Type @bot and words in any chat; the results, none when there was no answer in time.

        Raises:
            Full: the bot has not fetched its updates for very long.
        """
        query = {"from": self.world.people[self.id], "query": words, "offset": offset, "chat_type": "private"}
        return await self._ask("inline_query", query, timeout_s) or ()

    def send_result(self, result: InlineResult, chat: int | Chat | None = None) -> ChatMessage:
        """Send a result of an inline query, as the person, «via» the bot."""
        content: Json = {"text": result.text, "via_bot": self.world.bot}
        if result.entities:
            content["entities"] = [one.as_json() for one in result.entities]
        if result.keyboard:
            content["reply_markup"] = {"inline_keyboard": [[one.as_json() for one in row] for row in result.keyboard]}
        return self._sent(self._room(chat), content)

    def block(self) -> None:
        """Block the bot; it is told, and what it sends is refused with 403."""
        room = self.world.chats[self.id]
        room.refusal = forbidden(BLOCKED)
        self._tell_membership("member", "kicked")

    def unblock(self) -> None:
        """Let the bot in again."""
        self.world.chats[self.id].refusal = None
        self._tell_membership("kicked", "member")

    def _tell_membership(self, old: str, new: str) -> None:
        self.world.tell_membership(self.world.chats[self.id], self.world.people[self.id], old, new)

    def _room(self, chat: int | Chat | None) -> Chat:
        number = self.id if chat is None else chat if isinstance(chat, int) else chat.id
        room = self.world.chats.get(number)
        if room is None or self.id not in room.members:
            raise bad("chat not found")
        return room

    def _sent(self, room: Chat, content: Json, *, as_chat: bool = False) -> ChatMessage:
        """Put a message into the chat and, where the bot may see it, into its updates."""
        mark = room.done
        raw = self.world.add_message(room, self.world.people[self.id], content)
        if self.world.sees(room, raw):
            kind = "channel_post" if room.type == "channel" else "message"
            self.world.updates.put(kind, _in_its_name(as_json(raw)) if as_chat else as_json(raw))
        return as_value(raw, mark)

    async def _ask(self, kind: str, query: Json, timeout_s: float) -> Any:
        """Put a question to the bot and wait for its answer."""
        question = str(10_000 + self.world.number())
        waiting = self.world.ask(question)
        try:
            self.world.updates.put(kind, query | {"id": question})
            return await asyncio.wait_for(waiting, timeout_s)
        except TimeoutError:
            return None
        finally:
            self.world.waiting.pop(question, None)


def _in_its_name(raw: Json) -> Json:
    """A message as the bot gets it when the chat itself is its author: who wrote it is not told."""
    author = {} if raw["chat"]["type"] == "channel" else {"from": ANONYMOUS_ADMIN}
    return {name: value for name, value in raw.items() if name != "from"} | {"sender_chat": raw["chat"]} | author


def split(text: str) -> list[str]:
    """Part a text into pieces of at most 4096 units, at line ends or spaces where there are any."""
    parts = []
    while units(text) > MAX_TEXT_UNITS:
        end = MAX_TEXT_UNITS
        while units(text[:end]) > MAX_TEXT_UNITS:
            end -= (units(text[:end]) - MAX_TEXT_UNITS + 1) // 2
        cut = max(text.rfind("\n", end // 2, end), 0) or max(text.rfind(" ", end // 2, end), 0) or end
        parts.append(text[:cut])
        text = text[cut:].lstrip()
    return [*parts, text] if text else parts
