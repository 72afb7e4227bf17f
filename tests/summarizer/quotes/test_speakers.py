"""Speakers compared across texts."""

import pytest

from summarizer.quotes.speakers import is_same_person, name_words, speaker_key, split_speaker

PARTS = [
    ("ناصر کنعانی، سخنگوی وزارت خارجه", "ناصر کنعانی", "سخنگوی وزارت خارجه"),
    ("دکتر مینا رضوی", "دکتر مینا رضوی", ""),
    ("مدیرکل دفتر برنامه، بودجه و آمار", "", "مدیرکل دفتر برنامه، بودجه و آمار"),
    ("بانک مرکزی آلمان", "بانک مرکزی آلمان", ""),
    ("جن ساکی، سخنگوی کاخ سفید", "جن ساکی", "سخنگوی کاخ سفید"),
    ("", "", ""),
]


@pytest.mark.parametrize(("speaker", "name", "role"), PARTS)
def test_a_speaker_is_split_into_name_and_role(speaker: str, name: str, role: str) -> None:
    """Each part as it stands, '' where there is none."""
    assert split_speaker(speaker) == (name, role)


def test_spellings_of_one_name_have_one_key() -> None:
    """Honorifics, roles, Arabic letters and lost half-spaces do not make another person."""
    assert speaker_key("سید عباس عراقچی، وزیر امور خارجه") == speaker_key("عباس عراقچي")
    assert speaker_key("مهین‌دخت آرام") == speaker_key("مهیندخت آرام، نماینده رودبند")
    assert speaker_key("بهرام سروناز") != speaker_key("تابان سروناز")
    assert speaker_key("سخنگوی کاخ سفید") == speaker_key("سخنگوي کاخ سفيد")


def test_a_family_name_fits_everybody_who_bears_it() -> None:
    """So that a reader who asks for it can be asked whom he means."""
    assert is_same_person("سروناز", "بهرام سروناز، نامزد شهرداری")
    assert is_same_person("سروناز", "تابان سروناز")
    assert not is_same_person("بهرام سروناز", "تابان سروناز")
    assert not is_same_person("ناز", "بهرام سروناز")
    assert not is_same_person("", "تابان سروناز")


def test_a_role_alone_has_no_name() -> None:
    """Nothing to compare is no match."""
    assert name_words("سخنگوی کاخ سفید") == ()
    assert not is_same_person("سخنگوی کاخ سفید", "سخنگوی کاخ سفید")
