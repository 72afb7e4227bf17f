"""Every Persian sentence a reader sees: spelling, half-spaces, marks and digits."""

import re

import pytest

from bot.telegram import messages
from summarizer import polish

PERSIAN = re.compile(r"[آ-ی]")


def all_texts() -> dict[str, str]:
    """The constants, and each function's sentence with example values."""
    texts: dict[str, str] = {}

    def gather(name: str, value: object) -> None:
        if isinstance(value, str):
            texts[name] = value
        elif isinstance(value, tuple | list):
            for place, one in enumerate(value):
                gather(f"{name}.{place}", one)
        elif isinstance(value, dict):
            for key, one in value.items():
                gather(f"{name}.{key}", one)

    for name, value in vars(messages).items():
        if name.isupper():
            gather(name, value)
    return {name: text for name, text in texts.items() if PERSIAN.search(text) and not text.startswith("/")}


TEXTS = all_texts()


@pytest.mark.parametrize("name", TEXTS)
def test_a_sentence_is_set_as_an_editor_would(name: str) -> None:
    """Persian letters and digits, no lost half-space that polish would put back, no stray space, marks in pairs."""
    text = TEXTS[name]
    without_codes = re.sub(r"\u200e?/[a-z]+", "فرمان", text)
    assert not re.search(r"[آ-ی] /[a-z]", text), "no left-to-right mark before the slash"
    assert not re.search("[يكىة]", text)
    assert not re.search("[0-9]", without_codes)
    assert text.count("«") == text.count("»")
    assert "  " not in text
    assert not re.search(r"\s[،؛.:؟!»]", without_codes)
    assert polish(without_codes.strip()) == without_codes.strip()


def test_the_menu_fits_telegram() -> None:
    """Names of at most 32 small Latin letters, descriptions of at most 256."""
    for name, what in messages.COMMANDS:
        assert re.fullmatch(r"[a-z_]{1,32}", name)
        assert 1 <= len(what) <= 256


def test_the_greeting_has_three_lines() -> None:
    """A person reads no more before the first button."""
    assert len(messages.START) == 3
