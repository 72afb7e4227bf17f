"""Telegram HTML out of values."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.markup import MAX_UNITS, RLM, Block, Run, block, pack, plain, right_to_left, units

texts = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=400)
runs = st.builds(Run, texts, st.sampled_from(["", "b", "i", "code"]), st.sampled_from(["", 'https://example.org/?a=1&b="2"']))
blocks = st.lists(
    st.builds(
        Block, st.lists(runs, max_size=4).map(tuple), st.sampled_from(["", "blockquote", "blockquote expandable"]), st.booleans()
    ),
    max_size=6,
)


def seen(message: str) -> str:
    """What a reader sees of a message."""
    return plain(message)


def open_tags(message: str) -> list[str]:
    """The tags left open at the end of a message."""
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^<>]*>", message):
        if not closing:
            stack.append(name)
        elif stack and stack[-1] == name:
            stack.pop()
        else:
            return [*stack, f"/{name}"]
    return stack


@settings(deadline=None)
@given(blocks, st.integers(min_value=2, max_value=600))
def test_no_message_is_ever_too_long_and_its_markup_always_closes(said: list[Block], bound: int) -> None:
    """Whatever is said, each message keeps the bound and closes its tags."""
    for message in pack(said, max_units=bound):
        assert units(seen(message)) <= bound
        assert open_tags(message) == []


@settings(deadline=None)
@given(blocks, st.integers(min_value=2, max_value=600))
def test_nothing_but_space_is_lost_between_messages(said: list[Block], bound: int) -> None:
    """The words of all blocks come out in their order."""
    given_text = "".join(run.text for one in said for run in one.runs if any(r.text.strip() for r in one.runs))
    assert re.sub(r"\s", "", "".join(seen(message) for message in pack(said, max_units=bound))) == re.sub(r"\s", "", given_text)


def test_a_style_that_begins_where_a_message_is_full_goes_on_in_the_next() -> None:
    """There is no room for a single character of it; that once went round for ever."""
    full = Block((Run("آ" * 40), Run("ب" * 40, "b")))
    assert pack([full], max_units=40) == ("آ" * 40, "<b>" + "ب" * 40 + "</b>")
    assert [units(seen(one)) for one in pack([Block((Run("آ" * 39), Run("😀" * 40, "b")))], max_units=40)] == [39, 40, 40]


def test_hostile_text_is_escaped() -> None:
    """Markup in a text of an article is shown, not obeyed."""
    assert pack([block('<b>x</b> & <a href="tg://x">y</a>', "i")]) == (
        '<i>&lt;b&gt;x&lt;/b&gt; &amp; &lt;a href="tg://x"&gt;y&lt;/a&gt;</i>',
    )


def test_an_address_cannot_break_out_of_its_link() -> None:
    """Quotation marks in an address are escaped."""
    (message,) = pack([Block((Run("متن", url='https://example.org/"onclick="x'),))])
    assert message == '<a href="https://example.org/&quot;onclick=&quot;x">متن</a>'


def test_a_long_text_is_cut_at_a_paragraph() -> None:
    """The first message ends where a paragraph ends."""
    paragraph = "جملهٔ نخست این بند. " * 20
    first, *_ = pack([block("\n".join([paragraph.strip()] * 20), wrap="blockquote expandable")])
    assert seen(first).endswith("این بند.")
    assert units(seen(first)) > MAX_UNITS // 2
    assert first.startswith("<blockquote expandable>")
    assert first.endswith("</blockquote>")


def test_emoji_count_twice() -> None:
    """Telegram counts UTF-16 units, so a character beyond the first plane counts two."""
    assert units("گ😀") == 3
    assert len(pack([block("😀" * 3000)])) == 2


@pytest.mark.parametrize(
    ("line", "marked"),
    [("NASA اعلام کرد", True), ("۲۵ درصد NASA", False), ("فارسی NASA", False), ("only Latin", False), ("", False)],
)
def test_a_persian_line_that_opens_with_latin_is_set_from_the_right(line: str, marked: bool) -> None:
    """A mark is put only where the first strong letter would turn the line round."""
    assert right_to_left(line) == (RLM + line if marked else line)


def test_plain_gives_back_the_text() -> None:
    """Without its markup, a message reads as it was meant."""
    assert plain(f"<b>{html.escape('a<b & «گفت»')}</b>") == "a<b & «گفت»"
