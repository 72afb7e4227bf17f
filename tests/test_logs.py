"""Logging."""

import json
import logging

import pytest

from bot import logs

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.mark.parametrize("style", ["text", "json"])
def test_no_token_and_no_password_gets_into_a_log(style: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Not in the message, not in its data, not in the cause."""
    logs.set_up(level="INFO", style=style)
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        logging.getLogger("bot").exception("asked %s", f"bot{TOKEN}", extra={"proxy": "socks5://user:pass@10.0.0.1"})
    said = capsys.readouterr().err
    assert "AAHdq" not in said
    assert "pass@" not in said
    assert "getMe" in said


def test_json_logs_are_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A program can read them."""
    logs.set_up(level="INFO", style="json")
    logging.getLogger("bot.room").info("خبر\nتازه", extra={"code": "a1"})
    record = json.loads(capsys.readouterr().err)
    assert (record["room"], record["message"], record["code"], record["level"]) == ("bot.room", "خبر\nتازه", "a1", "info")


def test_a_library_that_logs_addresses_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """httpx logs whole addresses at INFO; they are not shown."""
    logs.set_up(level="INFO", style="text")
    logging.getLogger("httpx").info("GET https://api.telegram.org/")
    assert capsys.readouterr().err == ""
