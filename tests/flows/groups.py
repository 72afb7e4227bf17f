"""A group or a channel as the flows go through it: somebody says, somebody presses, the bot answers there."""

from bot.playground.people import Person
from bot.playground.values import ChatMessage
from bot.playground.world import Chat
from tests.flows.conftest import Reader, button


class Group:
    """A group with an admin, a member and the bot."""

    def __init__(self, reader: Reader, *, forum: bool = False, kind: str = "supergroup") -> None:
        self.playground = reader.playground
        self.admin, self.member = reader.person, reader.playground.person(name="بابک", language="fa")
        self.chat: Chat = self.playground.group("خبرخوان‌ها", [self.admin, self.member], [self.admin], forum=forum, kind=kind)

    async def say(self, who: Person, text: str, *, thread_id: int = 0, reply_to: int = 0, as_chat: bool = False) -> ChatMessage:
        """Say something; the bot's answer."""
        said = await who.say(text, self.chat, thread_id=thread_id, reply_to=reply_to, as_chat=as_chat)
        await self.playground.settled(self.chat, after=said, timeout_s=20)
        return self.answers()[-1]

    async def press(self, who: Person, message: ChatMessage, text: str) -> str:
        """Press a button; what the toast says."""
        answer = await who.press(message.id, button(message, text).data, self.chat)
        assert answer is not None
        return answer.text

    def answers(self) -> list[ChatMessage]:
        """All the bot has said here."""
        return [one for one in self.playground.messages(self.chat) if one.from_bot]
