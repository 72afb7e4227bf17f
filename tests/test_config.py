"""Settings."""

from typing import get_args

import pytest

from bot.config import Settings, load_settings
from bot.errors import SettingsError
from summarizer.rank.methods import METHODS


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """No setting of the machine, and no .env, gets into these tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "HTTPS_PROXY", "GOZIDEH_DB"):
        monkeypatch.delenv(name, raising=False)


def test_nothing_need_be_set() -> None:
    """Without any setting the bot starts, in the playground."""
    settings = load_settings()
    assert settings.token is None
    assert settings.zone == "Asia/Tehran"


@pytest.mark.parametrize("method", METHODS)
def test_every_method_of_the_library_can_be_set(method: str) -> None:
    """And none that it does not have."""
    assert load_settings(method=method).method == method
    assert set(get_args(Settings.model_fields["method"].annotation)) == set(METHODS)


def test_settings_come_from_the_environment_and_from_dot_env(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """The environment wins over .env, the command line over both."""
    (tmp_path / ".env").write_text("GOZIDEH_ZONE=Asia/Kabul\nGOZIDEH_OWNERS=1, 2\nTELEGRAM_BOT_TOKEN=\n", encoding="utf-8")
    monkeypatch.setenv("GOZIDEH_ZONE", "America/Toronto")
    settings = load_settings(db="x.db")
    assert (settings.zone, settings.owners, settings.token, str(settings.db)) == ("America/Toronto", (1, 2), None, "x.db")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TELEGRAM_BOT_TOKEN", "no-token", "TELEGRAM_BOT_TOKEN: should look like"),
        ("TELEGRAM_API_URL", "telegram", "TELEGRAM_API_URL: "),
        ("HTTPS_PROXY", "ftp://x", "HTTPS_PROXY: should begin with"),
        ("GOZIDEH_ZONE", "Mars/Olympus", "GOZIDEH_ZONE: no such time zone"),
        ("GOZIDEH_PLAYGROUND_PORT", "70000", "GOZIDEH_PLAYGROUND_PORT: "),
        ("GOZIDEH_OWNERS", "me", "GOZIDEH_OWNERS: "),
        ("GOZIDEH_METHOD", "magic", "GOZIDEH_METHOD: "),
        ("GOZIDEH_WEBHOOK_URL", "https://example.org/hook", "GOZIDEH_WEBHOOK_SECRET is needed"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    """The operator reads which variable is wrong and why."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert len(caught.value.lines) == 1
    assert caught.value.lines[0].startswith(said)
    assert "\n" not in caught.value.lines[0]


def test_no_secret_shows_in_the_settings_or_in_their_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither printing settings nor a wrong token gives the token away."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:SECRET-secret")
    assert "SECRET" not in repr(load_settings())
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "SECRET without a number")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "SECRET" not in str(caught.value)
