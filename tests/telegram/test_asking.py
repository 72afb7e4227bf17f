"""Polite words around a name, and links within a sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.asking import bare_name
from bot.telegram.words import Wish, link_in, wish


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خبر زعفران را بده", "زعفران"),
        ("چکیدهٔ خبر زعفران", "زعفران"),
        ("خلاصه خبر زعفران", "زعفران"),
        ("خلاصه‌ی خبر زعفران", "زعفران"),
        ("زعفران چی شد؟", "زعفران"),
        ("از زعفران چه خبر؟", "زعفران"),
        ("لطفاً خبر «روابط ایران و روسیه» رو برام بفرست.", "روابط ایران و روسیه"),
        ("می خوام خبر زعفران رو بخونم", "زعفران"),
        ("روابط ایران و روسیه", "روابط ایران و روسیه"),
        ("داستان یک شهر", "داستان یک شهر"),
        ("خبر بده", ""),
        ("", ""),
    ],
)
def test_what_only_asks_is_no_part_of_the_name(text: str, expected: str) -> None:
    """At either end, in spoken and written forms; what stands within is left as it is."""
    assert bare_name(text) == expected


@given(st.text(max_size=400))
def test_a_bare_name_is_made_of_words_of_the_text(text: str) -> None:
    """Nothing is added, whatever is typed."""
    assert bare_name(text) in " ".join(re.findall(r"\S+", text))


@pytest.mark.parametrize("text", ["چه خبر؟", "یک خبر", "خبر بده لطفاً"])
def test_asking_for_news_of_nothing_brings_the_newest(text: str) -> None:
    """Rather than the word that no article is named so."""
    assert wish(text) == Wish("latest", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("این را ببین https://a.ir/b، خوب است", "https://a.ir/b"),
        ("https://a.ir/b،خوب است", "https://a.ir/b"),
        ("www.irna.ir/news/1؟", "https://www.irna.ir/news/1"),
        ("irna.ir/news/123", "https://irna.ir/news/123"),
        ("«https://a.ir/خبر/۲».", "https://a.ir/خبر/۲"),
        ("(https://a.ir/b_(c)).", "https://a.ir/b_(c)"),
        ("\u200fhttps://a.ir/b\u200f", "https://a.ir/b"),
        ("HTTP://A.IR/B!", "HTTP://A.IR/B"),
        ("نشانی من a@www.b.ir است", ""),
        ("ورزش/فرهنگ", ""),
        ("متن irna.ir/news/123 در میان", ""),
    ],
)
def test_a_link_is_recognised_where_people_put_it(text: str, expected: str) -> None:
    """In a sentence, without http, before Persian marks; but what may be anything else is none."""
    assert link_in(text) == expected
    assert (wish(text).name == "link") is bool(expected)
