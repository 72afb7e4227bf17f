"""What a record must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RecordError
from bot.ingest.record import FIELDS, record_from

values = st.one_of(st.none(), st.text(max_size=50), st.integers(), st.lists(st.text(max_size=5), max_size=3), st.binary(max_size=5))


@given(st.dictionaries(st.sampled_from(["text", *FIELDS]), values))
def test_any_fields_give_a_record_or_a_reason(fields: dict[str, object]) -> None:
    """A stranger's record never breaks an import."""
    try:
        text = record_from(fields).text
    except RecordError as error:
        text = error.reason
    assert text.encode("utf-8")


def test_what_no_text_can_hold_is_taken_out() -> None:
    """NUL and lone surrogates would break the store and the chat."""
    assert record_from({"text": "متن\x00 \ud800خبر\r\nدوم"}).text == "متن ?خبر\nدوم"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "ftp://example.org/a"])
def test_only_http_addresses_are_taken(url: str) -> None:
    """A reader may be sent there."""
    with pytest.raises(RecordError, match="url is no http address"):
        record_from({"text": "متن", "url": url})
