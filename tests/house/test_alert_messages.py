"""Every Persian sentence of an alert: spelling, half-spaces, marks and digits."""

import re

import pytest

from bot.telegram import alert_messages
from summarizer import polish

TEXTS = {name: value for name, value in vars(alert_messages).items() if name.isupper()} | {
    "more": alert_messages.more(12),
    "rest": alert_messages.rest(12),
    "because": alert_messages.because("موضوع «ورزش»"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_sentence_of_an_alert_is_set_as_an_editor_would(name: str) -> None:
    """Persian letters and digits, half-spaces as polish would set them, no stray space."""
    text = TEXTS[name]
    assert not re.search("[يكىة0-9]", text)
    assert "  " not in text
    assert polish(text) == text
