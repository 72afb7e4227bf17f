"""Any text at all: no crash, every quotation a slice, and time that grows with length alone."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import find_quotes, summarize
from summarizer.quotes.find import MAX_CUES

PARTS = [
    "گفت",
    "افزود",
    ":",
    " ",
    "«",
    "»",
    '"',
    "که",
    "وی",
    "مینا رضوی",
    "،",
    ".",
    "\n",
    "به گفته",
    "با بیان اینکه",
    "است",
    "را",
    "(",
    ")",
    "اعلام کرد",
    "این بانک",
    "رئیس",
    "شهردار",
    "در",
    "\u200c",
    "\u200f",
    "\x00",
    "\ud800",
    "۱۲",
    "a",
]
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PARTS), max_size=60).map("".join),
    st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join),
)


@given(texts)
def test_every_quotation_is_a_slice_in_order(text: str) -> None:
    """Whatever the text, quotations are its own words, in order, and do not overlap."""
    quotes = find_quotes(text)
    assert all(quote.text == text[quote.start : quote.end] and quote.text for quote in quotes)
    assert all(quote.cue in text and quote.mention in text for quote in quotes)
    assert all(one.end <= other.start for one, other in itertools.pairwise(quotes))


HOSTILE = ["«", '"', "گفت:", "گفت: «", "وی گفت که ", "با بیان اینکه ", "به گفته ", " ", "\n", "."]


@pytest.mark.parametrize("part", HOSTILE)
def test_time_grows_with_length_alone(part: str) -> None:
    """Four times the text takes nowhere near sixteen times as long, and 100,000 characters take no time to speak of."""
    short, long = (part * (size // len(part)) for size in (25_000, 100_000))
    find_quotes(short)
    quick, slow = _seconds(short), _seconds(long)
    assert slow < 4
    assert slow < 10 * quick + 0.2


def _seconds(text: str) -> float:
    """The best of three, of this process alone: a busy machine, or a collection of garbage, is no reason to fail."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    before = time.process_time()
    find_quotes(text)
    return time.process_time() - before


@pytest.mark.parametrize("part", ['گفت: " ', "رئیس گفت: ", "علی گفت: باران آمد.\n"])
def test_a_text_of_nothing_but_cues_is_read_up_to_a_bound(part: str) -> None:
    """400,000 characters made to take long take about half a second, and a bounded number of cues is read."""
    text = part * (400_000 // len(part))
    before = time.process_time()
    assert len(find_quotes(text)) <= MAX_CUES
    assert time.process_time() - before < 2


def test_ten_thousand_words_with_five_hundred_cues_take_under_half_a_second() -> None:
    """The bound the project sets itself, on a text of the usual shape."""
    line = "مینا رضوی در ادامه نشست با خبرنگاران در شهر نیلگون گفت: " + "راه تازه شهر " * 3 + "باز می‌شود."
    text = "\n".join([line] * 500)
    assert len(text.split()) >= 10_000
    before = time.process_time()
    assert len(find_quotes(text)) == 500
    assert time.process_time() - before < 0.5


ARTICLE = (
    "به گزارش ایسنا، مینا رضوی، رئیس انجمن پزشکی، ورزشی نیلگون، در نشستی با کارگران بندر گفت: پل تازه فردا باز می‌شود. "
    "وی با اشاره به طرح بعدی افزود: «کار از پاییز آغاز خواهد شد.»\n"
    "پرویز نیکان، معاون سیاسی، امنیتی استانداری، گفت که راه باز است و به گفته او کسی آسیب ندیده است.\n"
    "بر اساس این گزارش، شهردار خاطرنشان کرد: هزینه را مردم پرداخته‌اند.\n"
)
ODD = st.sampled_from([*'ـ\u2028\u2005\x0b\x85\u200c\u200e«»"،؛:.؟-–/*#()…۰', " ـ ", "، ـ ", "ــ", "گفت", " به ", " گفته ", " که "])


@given(st.lists(st.tuples(st.integers(0, len(ARTICLE)), ODD), max_size=12))
def test_news_with_odd_characters_anywhere_is_read(changes: list[tuple[int, str]]) -> None:
    """Alone or with the summary, the quotations are the same."""
    text = ARTICLE
    for place, odd in changes:
        text = text[:place] + odd + text[place:]
    assert summarize(text).all_quotes == find_quotes(text)


def test_a_tatweel_by_itself_is_no_word() -> None:
    """«سیاستی ـ نظارتی»: a dash to whoever writes it so."""
    (quote,) = find_quotes("مینا رضوی، رئیس انجمن پزشکی، ـ و ورزشی نیلگون گفت: پل تازه فردا باز می‌شود.")
    assert quote.text.startswith("پل تازه")
