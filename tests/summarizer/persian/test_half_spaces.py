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


@pytest.mark.parametrize("word", ["باشنده‌گان", "راننده‌گان", "نویسنده‌گانی", "زنده‌گی"])
def test_the_spelling_of_afghanistan(word: str) -> None:
    """«ه» stays before «گان» and «گی»."""
    assert restore_half_spaces(word.replace(ZWNJ, "")) == word


@pytest.mark.parametrize("word", ["آیفونهای", "گزلونفورمها", "نمیپلکید", "پلاستوریستهای"])
def test_an_unknown_word_is_judged_by_its_parts(word: str) -> None:
    """A word in no list gets a half-space where its ending or prefix shows one."""
    assert ZWNJ in restore_half_spaces(word)


@pytest.mark.parametrize(
    ("word", "whole"),
    [("تکمیلی|تر", "تکمیلی|تر"), ("بسیجی|ام", "بسیجی|ام"), ("میاندوره|ای", "میان|دوره|ای"), ("تفاهمنامه|های", "تفاهم|نامه|های")],
)
def test_a_word_with_its_ending_apart_is_the_word_itself(word: str, whole: str) -> None:
    """What stands before the half-space of an ending is parted as it is alone, or not at all."""
    assert restore_half_spaces(word.replace("|", ZWNJ)) == whole.replace("|", ZWNJ)


def test_neighbours_decide_between_two_readings() -> None:
    """The same letters are a plural after «برخی» and a singular before «که»."""
    assert f"نام{ZWNJ}های" in restore_half_spaces("برخی نامهای تجاری این شرکت")
    assert f"نامه{ZWNJ}ای" in restore_half_spaces("او در نامهای که نوشت")


@pytest.mark.parametrize("text", ["20ساله", "2015بیشتر 20و", "94درصد", "8بازی برد و 3بازی باخت"])
def test_a_number_and_its_word_stay_as_they_are(text: str) -> None:
    """A word that sticks to a number has lost a space as often as a half-space, and looks the same with either."""
    assert restore_half_spaces(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "طراحی رابط|های کاربری",
        "رابطه|ای میان دو کشور",
        "هیچ رابطه|ای ندارد",
        "یکی از رابط|های این شرکت",
        "رابطه|ای سیاسی",
        "نام|های خانوادگی",
        "در نامه|ای خطاب به او",
        "نقش|های اصلی فیلم",
        "نقشه|ای برای صلح",
        "دسته|ای از مردم",
    ],
)
def test_the_nouns_before_and_after_decide(text: str) -> None:
    """A neighbour that goes with one of the two nouns, or with one of the two endings, settles the reading."""
    assert restore_half_spaces(text.replace("|", "")) == text.replace("|", ZWNJ)


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


@pytest.mark.parametrize("word", ["گله|مند", "محکم|تری", "کوهپایه", "سنگینی|نژاد", "یکهزار", "باکتری", "قالیباف"])
def test_rare_words_are_known(word: str) -> None:
    """Surnames after «ی», comparatives with «ی», and words settled by hand."""
    assert restore_half_spaces(word.replace("|", "")) == word.replace("|", ZWNJ)


def test_vocalized_arabic_stays_as_it_is() -> None:
    """A verse is quoted letter by letter; a Persian word with a vowel or two is not."""
    assert restore_half_spaces("«مِنْ قَبْلِکُمْ وَ أَمْوالِکُمْ»") == "«مِنْ قَبْلِکُمْ وَ أَمْوالِکُمْ»"
    assert restore_half_spaces("کتابِهای") == "کتابِ\u200cهای"
