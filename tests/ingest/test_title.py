"""A title for an article that came without one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.title import MAX_CHARS, title_from


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("به گزارش خبرگزاری نمونه، پل تازهٔ رودبند باز شد. مردم آمدند.", "پل تازهٔ رودبند باز شد"),
        ("پل رودبند باز شد", "پل رودبند باز شد"),
        ("شهردار رودبند گفت: پل تازه از فردا به روی خودروها باز می‌شود. مردم آمدند.", "پل تازه از فردا به روی خودروها باز می‌شود"),
        ("", ""),
        ("…!!", ""),
    ],
)
def test_a_title_is_the_news_of_the_lead(text: str, title: str) -> None:
    """Without the credit, without the full stop, and without who said it where that is all there is before."""
    assert title_from(text) == title


def test_a_long_lead_is_cut_at_a_clause() -> None:
    """At most 90 characters, and no half of a clause where one ends in time."""
    lead = (
        "کارگران پل رودبند پس از هفت ماه کار شبانه‌روزی سرانجام ستون آخر را برپا کردند، هرچند باران چند بار کار را متوقف کرده بود."
    )
    assert title_from(lead) == "کارگران پل رودبند پس از هفت ماه کار شبانه‌روزی سرانجام ستون آخر را برپا کردند"


@given(st.text(max_size=500))
def test_a_title_is_words_of_the_text_within_the_bound(text: str) -> None:
    """Nothing is made up, and it is one line."""
    title = title_from(text)
    assert len(title) <= MAX_CHARS
    assert title.replace("«", "").replace("»", "") in text.replace("«", "").replace("»", "")
    assert "\n" not in title
