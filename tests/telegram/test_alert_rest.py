"""The end of a list of alerts, written down and read again."""

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.alert_rest import Entry, read, written

ENTRIES = st.lists(st.builds(Entry, st.integers(1, 10**15), st.booleans(), st.booleans()))


@given(ENTRIES)
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    """In its order, with its marks."""
    assert read(written(entries)) == tuple(entries)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """What is no list gives no more than its numbers, since a button can carry the number of any text that the chat gave."""
    assert all(0 <= one.article_id < 10**18 for one in read(text))
