"""A long text in several messages is put together before it is answered."""

import asyncio

from bot.telegram.pieces import LONG_CHARS, Pieces, joined

LONG = "واژه " * (LONG_CHARS // 4)


async def nothing() -> None:
    """What is done while waiting."""


async def test_pieces_of_one_sender_come_out_once_and_in_order() -> None:
    """The first takes the whole, the others have nothing to answer."""
    pieces = Pieces(wait_s=0.2)
    sent = [pieces.whole("s", number, text, nothing) for number, text in ((1, "۱" + LONG), (3, "۳ پایان"), (2, "۲" + LONG))]
    whole, *rest = await asyncio.gather(*sent)
    assert rest == ["", ""]
    assert [whole.index(mark) for mark in "۱۲۳"] == sorted(whole.index(mark) for mark in "۱۲۳")


async def test_a_short_text_is_not_waited_with() -> None:
    """And neither is it shown that anything is waited for."""
    waited = []

    async def waiting() -> None:
        waited.append(1)

    assert await Pieces(wait_s=60).whole("s", 1, "روابط ایران و روسیه", waiting) == "روابط ایران و روسیه"
    assert waited == []


async def test_a_short_last_piece_ends_the_waiting() -> None:
    """Since a client parts only what is too long."""
    pieces = Pieces(wait_s=60)
    async with asyncio.timeout(5):
        whole, rest = await asyncio.gather(pieces.whole("s", 1, LONG, nothing), pieces.whole("s", 2, "پایان", nothing))
    assert (whole.endswith("پایان"), rest) == (True, "")


async def test_two_senders_are_kept_apart_and_so_are_two_texts() -> None:
    """What comes from another, or after the answer, is a text of its own."""
    pieces = Pieces(wait_s=0.05)
    one, other = await asyncio.gather(pieces.whole("a", 1, "آ" + LONG, nothing), pieces.whole("b", 2, "ب" + LONG, nothing))
    assert (one[0], other[0]) == ("آ", "ب")
    assert (await pieces.whole("a", 3, "پ" + LONG, nothing))[0] == "پ"


async def test_a_failure_while_waiting_leaves_nothing_open() -> None:
    """The next text of that sender is answered."""
    pieces = Pieces(wait_s=0.05)

    async def failing() -> None:
        raise RuntimeError

    results = await asyncio.gather(pieces.whole("s", 1, LONG, failing), return_exceptions=True)
    assert isinstance(results[0], RuntimeError)
    assert await pieces.whole("s", 2, "سلام", nothing) == "سلام"


def test_a_sentence_that_ends_with_a_piece_ends_its_line() -> None:
    """And one that goes on does so in the same line."""
    assert joined(["آب آمد.", "باران", "بارید"]) == "آب آمد.\nباران بارید"
