"""Plain words that do what a command does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.alerts_words import WRITE_NEW
from bot.telegram.routes import WISHES
from bot.telegram.words import Wish, wish


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تازه‌ها", Wish("latest", "")),
        ("خبرهای تازه چیست؟", Wish("latest", "")),
        ("خبر نو داری؟", Wish("latest", "")),
        ("اخبار جدید", Wish("latest", "")),
        ("خبرهای امروز رو بده", Wish("latest", "")),
        ("امروز چه خبر شده؟", Wish("latest", "")),
        ("مهم ترین خبر امروز چیه", Wish("top", "امروز")),
        ("مهم‌ترین خبرها", Wish("top", "")),
        ("داغ‌ترین خبرهای ورزشی هفته رو بده", Wish("top", "ورزشی هفته")),
        ("لطفاً پربازدیدترین‌ها", Wish("top", "")),
        ("مهم‌ترین خبر زعفران", Wish("name", "مهم‌ترین خبر زعفران")),
        ("گزارش مهم‌ترین خبرها", Wish("name", "گزارش مهم‌ترین خبرها")),
        ("دیروز چه خبر بود؟", Wish("latest", "دیروز")),
        ("اخبار ورزشی ۲ آذر", Wish("latest", "ورزشی 2 آذر")),
        ("خبرهای جمعه", Wish("latest", "جمعه")),
        ("خبراي ديروز", Wish("latest", "دیروز")),
        ("خبرای ورزشی دیشب رو بگو", Wish("latest", "ورزشی دیشب")),
        ("خبرای جدید", Wish("latest", "")),
        ("مهم ترین خبرای امروز", Wish("top", "امروز")),
        ("جمعه", Wish("name", "جمعه")),
        ("زلزله دیروز", Wish("name", "زلزله دیروز")),
        ("هشدارهای من را نشان بده", Wish("alerts", "")),
        ("همه هشدارها را لغو کن", Wish("unsubscribe", "")),
        ("ساعت سکوت", Wish("settings", "")),
        ("چه کارهایی بلدی؟", Wish("help", "")),
        ("چطور هشدار بگذارم؟", Wish("help", "")),
        ("چطور هشدار سیل جان صد نفر را نجات داد", Wish("name", "چطور هشدار سیل جان صد نفر را نجات داد")),
        ("نه ممنون", Wish("thanks", "")),
        ("امروز", Wish("latest", "امروز")),
        ("خبر هشدار", Wish("name", "خبر هشدار")),
        ("سلام، چطور استی؟", Wish("start", "")),
        ("صبح بخیر گزیده جان", Wish("start", "")),
        ("صبح روز حادثه", Wish("name", "صبح روز حادثه")),
        ("سلام بر نیلگون", Wish("name", "سلام بر نیلگون")),
        ("تازه ها؟", Wish("latest", "")),
        ("تازه‌ترین‌ها", Wish("latest", "")),
        ("HELP", Wish("help", "")),
        ("latest ورزش", Wish("latest", "ورزش")),
        ("latest news of the world", Wish("name", "latest news of the world")),
        ("مرسی!", Wish("thanks", "")),
        ("نقل قول", Wish("quotes", "")),
        ("جست و جو", Wish("search", "")),
        ("راهنما", Wish("help", "")),
        ("موضوعات", Wish("topics", "")),
        ("نقل‌قول کنعانی", Wish("quotes", "کنعانی")),
        ("نقل قول از كنعاني", Wish("quotes", "کنعانی")),
        ("هشدار برای آتش‌نشانی", Wish("subscribe", "آتش‌نشانی")),
        ("خبر آخر چیه؟", Wish("latest", "")),
        ("ویرایش ۱۲ آب -برق", Wish("edit", "۱۲ آب -برق")),
        ("ویرایش کتاب", Wish("name", "ویرایش کتاب")),
        ("انصراف", Wish("cancel", "")),
        ("جستجوی بازار سهام", Wish("search", "بازار سهام")),
        ("https://example.org/a", Wish("link", "https://example.org/a")),
        ("روابط ایران و روسیه", Wish("name", "روابط ایران و روسیه")),
        ("", Wish("name", "")),
    ],
)
def test_a_text_is_taken_for_what_it_asks(text: str, expected: Wish) -> None:
    """A known word is a command, an address a link, anything else a name."""
    assert wish(text) == expected


def test_a_title_that_begins_like_the_line_of_an_edit_is_none() -> None:
    """Only our own message that asks for new words takes the answer for them."""
    title = "ویرایش ۱ قانون آب تصویب شد"
    assert wish("زلزله کرمان", title) == Wish("name", "زلزله کرمان")
    assert wish("زلزله کرمان", f"{WRITE_NEW}\n\nویرایش ۱ سیل") == Wish("edit", "۱ زلزله کرمان")


def test_more_than_sixty_words_are_a_text_to_summarize() -> None:
    """Sixty words may still be a name, sixty-one are an article."""
    assert wish("واژه " * 60).name == "name"
    assert wish("واژه " * 61).name == "pasted"


@given(st.text(max_size=300))
def test_any_text_is_a_wish_that_somebody_answers(text: str) -> None:
    """Whatever is typed."""
    assert wish(text).name in WISHES
