"""Whole sentences that ask what a command asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.sentences import MAX_CHARS, asked_in_a_sentence
from bot.telegram.words import wish


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("خبرم کن زلزله", ("subscribe", "زلزله")),
        ("خبرم کن اگه زلزله اومد", ("subscribe", "زلزله")),
        ("زلزله رو خبرم کن", ("subscribe", "زلزله")),
        ("هر روز مهم‌ترین خبرها را برایم بفرست", ("subscribe", "مهم‌ترین خبرها")),
        ("هر وقت خبر مهمی آمد خبرم کن", ("subscribe", "مهمی")),
        ("هر وقت خبری از زلزله اومد بهم بگو", ("subscribe", "زلزله")),
        ("هرگاه نام سپیدرود آمد، خبرم کنید!", ("subscribe", "سپیدرود")),
        ("اگر خبری درباره‌ی بورس بود به من اطلاع بده", ("subscribe", "بورس")),
        ("وقتی كنعاني چيزی گفت بگو", ("subscribe", "هرگاه از كنعاني نقل شد")),
        ("مرا از خبرهای کریکت باخبر کن", ("subscribe", "کریکت")),
        ("لطفا من را در جریان زلزله بگذارید", ("subscribe", "زلزله")),
        ("می‌خواهم از اخبار بورس مطلع شوم", ("subscribe", "بورس")),
        ("هشدار ورزش", ("subscribe", "ورزش")),
        ("دیگه خبر ورزش نمی‌خوام", ("unsubscribe", "ورزش")),
        ("خبرهای سپید‌رود را نفرست", ("unsubscribe", "سپید‌رود")),
        ("دیگر خبر نمی‌خواهم", ("unsubscribe", "")),
        ("لغو ورزش", ("unsubscribe", "ورزش")),
        ("کنعانی چی گفت؟", ("quotes", "کنعانی")),
        ("سخنگوی وزارت خارجه امروز چه گفت", ("quotes", "سخنگوی وزارت خارجه")),
    ],
)
def test_a_sentence_is_understood(sentence: str, asked: tuple[str, str]) -> None:
    """Subscribing, its end and quotations are asked for as people write; the words come back as written."""
    assert asked_in_a_sentence(sentence) == asked
    assert (wish(sentence).name, wish(sentence).text) == asked


@pytest.mark.parametrize(
    "title",
    ["لغو عوارض پل‌ها", "هشدار سیل در سپیدرود", "وقتی باران نبارید", "دیگر کسی نفت نمی‌خواهد", "اگر پل بسته شد", "چه گفت؟", ""],
)
def test_a_title_is_left_to_be_looked_up(title: str) -> None:
    """What may be a title is no sentence to the bot."""
    assert asked_in_a_sentence(title) is None


@given(st.text(alphabet="هرگاوقت خبرمکنبگی آ\u200cنمیخوفستچ؟", max_size=MAX_CHARS))
def test_any_sentence_is_read_within_bounds(text: str) -> None:
    """Whatever is typed: an answer whose words stand in the text, or none."""
    asked = asked_in_a_sentence(text)
    assert asked is None or asked[1] in text or asked[1].startswith("هرگاه از ")
