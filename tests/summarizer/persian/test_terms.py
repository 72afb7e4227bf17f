"""A word has one term however it is typed, and one stem for its inflected forms."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.persian.terms import stem, stem_terms, term_spans, terms

UNINFLECTED = "بهای میدان تنها ماهی کرمان ایران زیان تهران انتها رها دختر دفتر ایرانی باران پایان خیابان آنها"
SAME = [
    ("کتاب‌های من", "کتابهای من", "كتاب هاي من", "کتـاب‌هایِ من"),
    ("می‌خواندم", "می خواندم", "میخواندم", "مي‌خواندم"),
    ("بزرگ‌ترین شهر", "بزرگ ترین شهر", "بزرگترین شهر"),
    ("خانه‌ای در ۱۴۰۲", "خانه ای در 1402", "خانهای در ١٤٠٢"),
    ("گفته‌اند آراء", "گفته اند آرا"),
    ("BBC فارسی", "bbc فارسي"),
]


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_phrase_have_the_same_terms(spellings: tuple[str, ...]) -> None:
    """Half-spaces, spaces before endings, letters, digits and diacritics make no difference."""
    assert len({tuple(terms(spelling)) for spelling in spellings}) == 1


def test_an_ending_joins_only_a_word_that_takes_it() -> None:
    """«این ها» after a preposition-like word, a wet «تر» after «و» and the month «می» stand by themselves."""
    assert terms("خشک و تر") == ["خشک", "و", "تر"]
    assert terms("۵ می در تهران") == ["5", "می", "در", "تهران"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("کتابهایشان", "کتاب"),
        ("تحریم‌ها", "تحریم"),
        ("کشورهای", "کشور"),
        ("کالاها", "کالا"),
        ("رسانه‌ای", "رسانه"),
        ("مهم‌ترین", "مهم"),
        ("کارشناسان", "کارشناس"),
        ("نمایندگان", "نماینده"),
        ("دانشجویان", "دانشجو"),
    ],
)
def test_inflected_forms_meet_their_word(word: str, expected: str) -> None:
    """Plural, possessive, indefinite and comparative endings go."""
    assert stem(word) == expected


@pytest.mark.parametrize(
    "word",
    UNINFLECTED.split(),
)
def test_a_word_that_only_looks_inflected_stays(word: str) -> None:
    """Letters that spell an ending but are none stay where they are."""
    assert stem(word) == word


def test_spans_cover_the_written_words() -> None:
    """A span reaches over both words of «کتاب های», in the text as given."""
    text = "این كتاب هاي خوب"
    spans = term_spans(text)
    assert [text[span.start : span.end] for span in spans] == ["این", "كتاب هاي", "خوب"]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(alphabet="ابکهایمنو تر ۲½ﷺ\u200c\u0640\u064e\ud800\x00.a", max_size=60) | st.text(max_size=60))
def test_terms_hold_for_any_text(text: str) -> None:
    """The three ways agree, terms are words, spans are in order and inside the text."""
    spans = term_spans(text)
    assert terms(text) == [span.term for span in spans]
    assert len(stem_terms(text)) == len(spans)
    assert all(span.term and " " not in span.term for span in spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start or (a.start, a.end) == (b.start, b.end) for a, b in pairwise(spans))


@pytest.mark.parametrize(("dari", "iranian"), [("باشنده‌گان", "باشندگان"), ("نماینده‌گان", "نماینده"), ("زنده‌گی", "زندگی")])
def test_the_spelling_of_afghanistan_is_the_same_word(dari: str, iranian: str) -> None:
    """«ه» before «گان» and «گی» is written there and not in Iran."""
    assert stem_terms(dari) == stem_terms(iranian)
