"""The real bot, the real store and the playground, for flows as a person goes through them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import Running, running
from bot.config import Settings, load_settings
from bot.playground.values import ChatMessage
from tests.flows.watch import Watch

ROOT = Path(__file__).parents[2]


@dataclass
class Reader:
    """A person in front of the chat."""

    bot: Running

    def __post_init__(self) -> None:
        self.playground = self.bot.playground
        self.person = self.playground.person(name="سارا", language="fa")

    async def say(self, text: str) -> list[ChatMessage]:
        """Say something; the bot's new messages."""
        before = len(self.answers())
        sent = await self.person.say(text)
        await self.playground.settled(sent.chat_id, after=sent, timeout_s=20)
        return self.answers()[before:]

    async def press(self, message: ChatMessage, text: str) -> ChatMessage:
        """Press the button that says this; the message as it then stands."""
        await self.person.press(message.id, button(message, text).data)
        await self.playground.settled(message.chat_id, after=message, timeout_s=20)
        return next(one for one in self.answers() if one.id == message.id)

    def answers(self) -> list[ChatMessage]:
        """All the bot has said."""
        return [one for one in self.playground.messages(self.person.chat) if one.from_bot]


def button(message: ChatMessage, text: str):
    """The button of a message that has this text in it."""
    return next(one for row in message.keyboard for one in row if text in one.text)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a fresh machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    return load_settings(db=tmp_path / "gozideh.db", seeds=ROOT / "seeds", feeds=False)


@pytest.fixture
def watch() -> Watch:
    """The bot's clock, which a test may put forward."""
    return Watch()


@pytest.fixture
async def reader(settings: Settings, watch: Watch) -> AsyncIterator[Reader]:
    """A person in front of a bot that has the seeds."""
    async with running(settings, playground_port=0, now=watch) as bot:
        yield Reader(bot)
