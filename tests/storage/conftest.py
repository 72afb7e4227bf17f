"""Opens the stores that the contract is tested on: the real one, in a file of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.ports.store import Store
from bot.storage.sqlite.store import SqliteStore
from tests.storage.making import NOON


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store."""
    async with SqliteStore.open(tmp_path / "store.db", now=lambda: NOON) as opened:
        yield opened
