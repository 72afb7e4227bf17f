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


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (  # «که» in the middle: the verb before it has nothing without what follows
            "شهردار رودبند که ساخت پل را هفت سال پیش آغاز کرده است، از مردم شهر خواست تا پایان هفته از راه پایین دشت بگذرند.",
            "شهردار رودبند که ساخت پل را هفت سال پیش آغاز کرده است، از مردم شهر خواست تا پایان هفته…",
        ),
        (  # no clause ends in time, and a preposition is no end
            "برگزاری سیزدهمین جشن باستانی برداشت زعفران دشت‌های بالادست رودبند با همراهی کشاورزان و مردم روستاهای دیگر دشت آغاز شد.",
            "برگزاری سیزدهمین جشن باستانی برداشت زعفران دشت‌های بالادست رودبند با همراهی کشاورزان…",
        ),
        (  # a clause of its own before «و»
            "کارگران رودبند ستون آخر پل تازه را سرانجام برپا کردند و مهندسان از فردا سنجش تاب آن را در برابر سیلاب آغاز می‌کنند.",
            "کارگران رودبند ستون آخر پل تازه را سرانجام برپا کردند",
        ),
        (  # what begins with «اگر» is not whole before its second half
            "اگر باران تا پایان هفته بند بیاید، کارگران ستون آخر پل را برپا می‌کنند و مهندسان سنجش تاب آن را آغاز خواهند کرد.",
            "اگر باران تا پایان هفته بند بیاید، کارگران ستون آخر پل را برپا می‌کنند و مهندسان سنجش…",
        ),
    ],
)
def test_a_long_lead_gives_a_whole_clause_or_says_that_it_breaks_off(lead: str, title: str) -> None:
    """Half a sentence never looks like a whole one."""
    assert title_from(lead) == title


@pytest.mark.parametrize("credit", ['به گزارش"ورزش نو" ', "به گزارش خبرگزاری فارس از بجنورد به نقل از روابط عمومی بانک، "])
def test_no_title_begins_with_a_credit(credit: str) -> None:
    """Marks without a space before them, and a credit of two parts."""
    assert title_from(credit + "پل تازه رودبند باز شد.") == "پل تازه رودبند باز شد"


def test_a_heading_of_two_words_gives_way_to_the_lead() -> None:
    """«بخش اول» is no title."""
    assert title_from("بخش اول\nپل تازه رودبند باز شد.") == "پل تازه رودبند باز شد"


@given(st.text(max_size=500))
def test_a_title_is_words_of_the_text_within_the_bound(text: str) -> None:
    """Nothing is made up, and it is one line."""
    title = title_from(text)
    assert len(title) <= MAX_CHARS
    assert title.removesuffix("…").replace("«", "").replace("»", "") in text.replace("«", "").replace("»", "")
    assert "\n" not in title
