"""«این وزارتخانه» in a role, which points nowhere once the role stands alone."""

import pytest

from summarizer import find_quotes

BODY = "این راه تا فردا برای همه باز می‌شود."


def speaker(text: str) -> str:
    """The speaker of the last quotation."""
    return find_quotes(text)[-1].speaker


NAMED = {
    "a verb ends the name": (
        f"وزارت راه نیلگون اعلام کرد پل تازه تا پایان سال باز می‌شود.\nمینا رضوی، سخنگوی این وزارتخانه، گفت: {BODY}",
        "مینا رضوی، سخنگوی وزارت راه نیلگون",
    ),
    "the name stands in marks": (
        f"باشگاه «موج آبی» دیروز برد.\nمینا رضوی، سرمربی این باشگاه، گفت: {BODY}",
        "مینا رضوی، سرمربی باشگاه «موج آبی»",
    ),
    "a place ends the name": (
        f"بانک مرکزی آلمان نرخ بهره را بالا برد.\nمینا رضوی، سخنگوی این بانک، گفت: {BODY}",
        "مینا رضوی، سخنگوی بانک مرکزی آلمان",
    ),
    "the name comes twice": (
        f"مرکز سلامت رودبند از مردم خواست بیایند.\nمینا رضوی، رئیس این مرکز، گفت: {BODY}\nمرکز سلامت رودبند از شنبه باز است.",
        "مینا رضوی، رئیس مرکز سلامت رودبند",
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_a_body_that_the_text_surely_names_takes_the_place_of_this_body(text: str, expected: str) -> None:
    """By its full name, nearest first."""
    assert find_quotes(text.split("\nمرکز سلامت رودبند از شنبه")[0] if "شنبه" in text else text)
    assert expected in {quote.speaker for quote in find_quotes(text)}


UNSURE = {
    "nothing named": (f"مینا رضوی، سخنگوی این وزارتخانه، گفت: {BODY}", "مینا رضوی، سخنگو"),
    "no name, only the office": (f"سخنگوی این سفارتخانه گفت: {BODY}", "سخنگو"),
    "one of many": (f"یکی از مقام‌های این کشور گفت: {BODY}", "یکی از مقام‌ها"),
    "a country": (f"مینا رضوی، وزیر خارجه این کشور، گفت: {BODY}", "مینا رضوی، وزیر خارجه"),
    "an office that says nothing": (f"مینا رضوی، عضو این شورا، گفت: {BODY}", "مینا رضوی"),
    "a work": (f"مینا رضوی، مجری این طرح، گفت: {BODY}", "مینا رضوی، مجری طرح"),
    "one role more": (
        f"مینا رضوی، عضو هیئت مدیره این جشنواره و نویسنده کودکان، گفت: {BODY}",
        "مینا رضوی، عضو هیئت مدیره جشنواره و نویسنده کودکان",
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNSURE.values(), ids=UNSURE)
def test_what_the_text_does_not_name_is_left_out(text: str, expected: str) -> None:
    """The office stays, without the ezafe that led on."""
    assert speaker(text) == expected


def test_no_shown_speaker_points() -> None:
    """Whatever the noun."""
    nouns = ("سازمان", "باشگاه", "شرکت", "حزب", "دانشگاه", "تیم", "کمیسیون", "بیمارستان")
    assert all(" این " not in speaker(f"مینا رضوی، رئیس این {noun}، گفت: {BODY}") for noun in nouns)
