"""What a button carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.callbacks import MAX_BYTES, action, decode, encode

words = st.text(alphabet="abcdefghij0123456789-", min_size=1, max_size=12)


@given(words, st.lists(words, max_size=3))
def test_an_action_comes_back_as_it_was(name: str, args: list[str]) -> None:
    """Encoding and decoding give the same action."""
    assert decode(encode(action(name, *args))) == action(name, *args)


@given(st.text(max_size=200))
def test_rubbish_gives_an_action_nobody_knows_and_no_error(data: str) -> None:
    """Anybody may send any callback data."""
    one = decode(data)
    assert one.number(0) == one.number(0)
    assert isinstance(one.arg(5), str)


def test_what_is_too_long_is_refused_before_telegram_does() -> None:
    """Telegram takes 64 bytes."""
    with pytest.raises(ValueError, match=str(MAX_BYTES)):
        encode(action("article", "x" * 64))


def test_a_colon_in_an_argument_is_refused() -> None:
    """It would part the argument in two."""
    with pytest.raises(ValueError, match="colon"):
        encode(action("article", "a:b"))


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("-3", -3), ("", 0), ("۱۲", 0), ("9" * 30, 0), ("1_0", 0), ("--1", 0)])
def test_a_number_is_read_only_where_it_is_one(text: str, number: int) -> None:
    """Anything else counts as 0, which is no article's id."""
    assert action("x", text).number(0) == number
