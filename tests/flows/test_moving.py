"""A group that becomes a supergroup keeps what it asked for, whoever tells the bot first."""

import asyncio

from bot.model.chat import ChatKey
from tests.flows.arriving import QUAKE, Watch, comes_in, heard
from tests.flows.conftest import Reader


async def moved(reader: Reader, old: int, new: int) -> None:
    """Wait until what the old number asked for is asked for by the new one."""
    subscriptions = reader.bot.store.subscriptions
    async with asyncio.timeout(10):
        while await subscriptions.of_chat(ChatKey(old)) or not await subscriptions.of_chat(ChatKey(new)):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_supergroup_is_followed_by_what_telegram_says(reader: Reader) -> None:
    """The update alone moves the subscriptions, with no alert on its way; the next alert comes to the new number."""
    group = reader.playground.group("گروه", [reader.person], kind="group")
    await reader.bot.store.subscriptions.add(ChatKey(group.id), "مهرآباد")
    upgraded = reader.playground.migrate(group)
    await moved(reader, group.id, upgraded.id)
    await comes_in(reader, Watch(), "زمین‌لرزه در مهرآباد", QUAKE)
    assert "مهرآباد" in (await heard(reader, upgraded.id, 0)).text
