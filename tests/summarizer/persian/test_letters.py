"""Folding brings spellings together; aligning keeps every place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.persian.letters import ZWNJ, align, fold


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(max_size=80))
def test_align_keeps_the_length(text: str) -> None:
    """Offsets into the aligned text are offsets into the text."""
    assert len(align(text)) == len(text)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text(alphabet="يكىةۀأإؤئھەآا\u0653\u0654ِـ\u200c\u200f١۲3ﷲ ab\n\ud800", max_size=40))
def test_fold_is_stable(text: str) -> None:
    """A folded text is not changed by folding it again."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"), [("كتاب‌هاي", "کتابهای"), ("مسؤول", "مسوول"), ("سـلامِ", "سلام"), ("١٢", "12"), ("ﻻله", "لاله")]
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    """Letters, half-spaces, diacritics, tatweel, digits and presentation forms make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u00ad", "\u200b", "\ufeff"])
def test_what_outlets_write_for_a_half_space_is_one(sign: str) -> None:
    """«می\u200eشود» is «می‌شود»."""
    assert align(f"می{sign}شود") == f"می{ZWNJ}شود"


@pytest.mark.parametrize(
    ("loose", "plain"), [(f"گفت{ZWNJ} که", "گفت  که"), (f"که {ZWNJ}راه", "که  راه"), (f"خانه{ZWNJ}ها", f"خانه{ZWNJ}ها")]
)
def test_a_half_space_beside_a_space_is_a_space(loose: str, plain: str) -> None:
    """It parts nothing there, and stands in the way of every pattern that looks for a word's end."""
    assert align(loose) == plain


def test_presentation_forms_are_letters() -> None:
    """As texts from old systems have them; the half-space between them stays."""
    assert align("ﺣﺘﻲ ﻣﻲ\u200cﺗﻮﺍﻥ ﮔﻔﺖ ﺟﺎﻣﻌﻪ") == f"حتی می{ZWNJ}توان گفت جامعه"
