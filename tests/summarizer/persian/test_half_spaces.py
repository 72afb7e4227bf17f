"""Half-spaces come back where they were lost, and nothing else changes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.persian.half_spaces import restore_half_spaces

ZWNJ = "\u200c"
LOST = (
    "تحریم‌های ستون‌نویس گفت‌وگو خانه‌ها سه‌شنبه آیت‌الله می‌کنند نمی‌توان می‌خواسته‌اند گفته‌ام برنامه‌هایشان "
    "سرمایه‌گذاری روزنامه‌نگاران به‌عنوان کنفرانس‌های بین‌المللی مدیترانه‌ای نخست‌وزیر می‌گویند شرکت‌کنندگان"
)
WHOLE = "ماهی بهای میدان تنها کرمان انتها رها اژدها میهمان میراث همین بیمار خواهان کشورهای کالاها دختر مادر دفتر"
LETTERS = st.text(alphabet="ابپتجدرسشکگلمنوهیآئ ۲2\u200cـَ«»a.\n\ud800", max_size=80)


@pytest.mark.parametrize(
    "word",
    LOST.split(),
)
def test_a_lost_half_space_comes_back(word: str) -> None:
    """A word written without its half-spaces gets them back, and alone keeps them."""
    assert restore_half_spaces(word.replace(ZWNJ, "")) == word
    assert restore_half_spaces(word) == word


@pytest.mark.parametrize(
    "word",
    WHOLE.split(),
)
def test_a_word_that_only_looks_parted_stays(word: str) -> None:
    """Words whose letters happen to spell an ending or a prefix, and endings after a letter that does not join, are left alone."""
    assert restore_half_spaces(word) == word


@pytest.mark.parametrize("word", ["آیفونهای", "گزلونفورمها", "نمیپلکید", "پلاستوریستهای"])
def test_an_unknown_word_is_judged_by_its_parts(word: str) -> None:
    """A word in no list gets a half-space where its ending or prefix shows one."""
    assert ZWNJ in restore_half_spaces(word)


def test_neighbours_decide_between_two_readings() -> None:
    """The same letters are a plural after «برخی» and a singular before «که»."""
    assert f"نام{ZWNJ}های" in restore_half_spaces("برخی نامهای تجاری این شرکت")
    assert f"نامه{ZWNJ}ای" in restore_half_spaces("او در نامهای که نوشت")


def test_a_number_and_its_word_are_parted() -> None:
    """A word that sticks to a short number is parted from it; one that sticks to a year is not, nor a conjunction."""
    assert restore_half_spaces("20ساله") == f"20{ZWNJ}ساله"
    assert restore_half_spaces("2015بیشتر 20و") == "2015بیشتر 20و"


def test_arabic_letters_are_read_as_persian_ones() -> None:
    """كتابهاي gets its half-space and keeps its letters."""
    assert restore_half_spaces("كتابهاي") == f"كتاب{ZWNJ}هاي"


def test_diacritics_and_tatweel_do_not_hide_a_word() -> None:
    """The half-space goes in after the mark on the letter before it."""
    assert restore_half_spaces("کتابِهای") == f"کتابِ{ZWNJ}های"


def test_a_writer_without_half_spaces_is_left_alone() -> None:
    """A text with «می شود» throughout has lost nothing."""
    text = "این می شود و آن می رود و او می گوید که قیمتها بالاست"
    assert restore_half_spaces(text) == text


@settings(max_examples=600, deadline=None, derandomize=True)
@given(LETTERS | st.text(max_size=60))
def test_only_half_spaces_are_put_in(text: str) -> None:
    """Without ZWNJ the text is the one given, no ZWNJ is lost, and a second time changes nothing."""
    restored = restore_half_spaces(text)
    assert restored.replace(ZWNJ, "") == text.replace(ZWNJ, "")
    assert restored.count(ZWNJ) >= text.count(ZWNJ)
    assert restore_half_spaces(restored) == restored


def test_a_long_run_of_letters_takes_no_time() -> None:
    """Two hundred thousand letters without a space are no word, and are passed over at once."""
    start = time.perf_counter()
    text = "میها" * 50_000
    assert restore_half_spaces(text) == text
    assert time.perf_counter() - start < 1


def test_a_unit_that_sticks_to_its_number_lost_a_space() -> None:
    """«۹۴درصد» is a slip for two words; and among numbers that stand apart, one that does not is a slip, too."""
    assert restore_half_spaces("94درصد") == "94درصد"
    slip = "گروه 12 بازی کرد، 8 بازی برد، 3 بازی باخت و 1بازی برابر شد."
    assert restore_half_spaces(slip) == slip
    assert restore_half_spaces("گروه 8بازی برد و 3بازی باخت.") == f"گروه 8{ZWNJ}بازی برد و 3{ZWNJ}بازی باخت."


@pytest.mark.parametrize("word", ["گله|مند", "محکم|تری", "کوهپایه", "سنگینی|نژاد", "یکهزار", "باکتری"])
def test_rare_words_are_known(word: str) -> None:
    """Surnames after «ی», comparatives with «ی», and words settled by hand."""
    assert restore_half_spaces(word.replace("|", "")) == word.replace("|", ZWNJ)
