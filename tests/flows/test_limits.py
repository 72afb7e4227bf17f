"""Answers and alerts at the same time: together within Telegram's limits, and nobody who asks waits for alerts."""

import asyncio
from time import monotonic

import pytest

from bot.app import running
from bot.config import Settings
from bot.delivery.budget import Budget
from bot.model.chat import ChatKey
from bot.playground.people import Person
from tests.flows.arriving import STORIES, comes_in
from tests.flows.conftest import Reader
from tests.flows.groups import Group
from tests.flows.watch import Watch

PEOPLE = 45
QUESTIONS = 18  # of the group; with its alerts more than it may be sent in a minute, were they not told of each other


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The hours are UTC's."""
    return settings.model_copy(update={"zone": "UTC"})


async def test_answers_and_alerts_together_are_within_the_limits(settings: Settings, watch: Watch) -> None:
    """While three stories go to all, everybody asks something, and a group does so again and again."""
    async with running(settings, playground_port=0, now=watch, budget=Budget()) as bot:
        reader = Reader(bot)
        group = Group(reader)
        people = [reader.playground.person() for _ in range(PEOPLE)]
        for chat in (*(one.chat for one in people), group.chat.id):
            await bot.store.subscriptions.add(ChatKey(chat), "منبع:نمونه")
        for title, text in STORIES[:3]:
            await comes_in(reader, watch, title, text)
        waits = await asyncio.gather(*(_answered(reader, one) for one in people), _asked(group))
        await _all_came(reader, [one.chat for one in people])
        assert list(reader.playground.rates.violations) == []
        assert max(waits) < 10.0


async def _answered(reader: Reader, person: Person) -> float:
    """Ask for help, and how long the answer took, in seconds."""
    began = monotonic()
    said = await person.say("/help")
    async with asyncio.timeout(20):
        while not any("/subscribe" in one.text for one in reader.playground.messages(said.chat_id) if one.from_bot):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    return monotonic() - began


async def _asked(group: Group) -> float:
    """Ask in a group for a while; nobody counts how long the answers take there, where twenty a minute are all there are."""
    for _ in range(QUESTIONS):
        await group.member.say("/alerts", group.chat)
        await asyncio.sleep(0.15)
    return 0.0


async def _all_came(reader: Reader, chats: list[int]) -> None:
    """Wait until everybody has three alerts and an answer."""
    async with asyncio.timeout(30):
        while any(sum(one.from_bot for one in reader.playground.messages(chat)) < 4 for chat in chats):  # noqa: ASYNC110, nothing rings
            await asyncio.sleep(0.05)
