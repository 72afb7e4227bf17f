"""What the tests of the loop share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.ingest.days import Day, open_day


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Day]:
    """A day in a store of its own."""
    async with open_day(tmp_path / "store.db") as opened:
        yield opened
