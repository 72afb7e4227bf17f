"""From what a request asks to what stands in the chat: cleaned, trimmed, with what Telegram finds by itself."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import units
from bot.playground.refusals import Refused
from bot.playground.texts import formatted


def places(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    """Type, offset and length of each."""
    return [(one["type"], one["offset"], one["length"]) for one in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("  <b> سلام </b>\n", "سلام", [("bold", 0, 4)]),
        ("<b>\n</b>سلام", "سلام", []),
        ("\u202bسلام\u202c <b>تو</b>", "سلام تو", [("bold", 5, 2)]),
        ("<b>\r\nیک\x00</b>\r\n<i>دو</i>", "یک\nدو", [("bold", 0, 2), ("italic", 3, 2)]),
        ("<b>می\u200cروم\u200f!</b>", "می\u200cروم\u200f!", [("bold", 0, 8)]),
        ("a\tb", "a b", []),
    ],
)
def test_a_text_is_cleaned_and_its_entities_move_along(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    """Control and embedding characters go, half-spaces and marks stay, outer space is cut."""
    got, found = formatted(source, "HTML")
    assert (got, places(found)) == (text, entities)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("😀 /help@gozideh_bot ورزش", [("bot_command", 3, 17)]),
        ("سیاست/ورزش a/b /خبر", []),
        ("ببینید https://example.org/a?b=c.", [("url", 7, 25)]),
        ("@gozideh_bot و #خبر_روز", [("mention", 0, 12), ("hashtag", 15, 8)]),
    ],
)
def test_what_telegram_finds_by_itself(text: str, entities: list[tuple[str, int, int]]) -> None:
    """Commands, addresses, names, tags; not in the middle of a word."""
    assert places(formatted(text)[1]) == entities


def test_nothing_is_found_in_code_and_links() -> None:
    """A command in code is no command."""
    source = '<code>/start</code> <a href="https://example.org">https://other.example</a>'
    assert [one["type"] for one in formatted(source, "html")[1]] == ["code", "text_link"]


def test_entities_may_be_given_with_the_text() -> None:
    """Those that are none are passed over."""
    given_: list[Any] = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "bold"},
        7,
        {"type": "italic", "offset": -1, "length": 2},
    ]
    assert places(formatted("سلام تو", "", given_)[1]) == [("bold", 0, 4)]


@given(st.text(), st.sampled_from(["", "HTML"]))
def test_any_text_is_taken_or_refused(source: str, mode: str) -> None:
    """Nothing else happens, and what is taken is clean."""
    try:
        text, entities = formatted(source, mode)
    except Refused:
        return
    assert text == text.strip()
    assert all(one["offset"] + one["length"] <= units(text) for one in entities)
