"""The worker against the playground with faults, killed at one point and started again."""

from pathlib import Path

import pytest

from bot.playground import rates
from tests.delivery.delivering import Run, deliver


async def test_no_alert_is_lost_when_the_worker_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With faults and a SIGKILL every alert comes, within the limits, and only what the kill cut off comes twice."""
    monkeypatch.setattr(rates, "OVERALL", rates.OVERALL)
    monkeypatch.setattr(rates, "IN_CHAT", rates.IN_CHAT)
    monkeypatch.setattr(rates, "IN_GROUP", rates.IN_GROUP)
    outcome = await deliver(Run(chats=60, stories=3, kills=(0.4,), scale=6.0), tmp_path / "store.db")
    assert (outcome.lost, outcome.waiting, outcome.violations) == (0, 0, 0)
    assert outcome.repeated <= outcome.between
    assert outcome.resting == 1
