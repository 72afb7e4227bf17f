"""Pairing of quotation marks."""

import pytest

from summarizer.quotes.marks import closing_mark

PAIRS = {
    "plain": ("«سلام» و", "«سلام»"),
    "nested": ("«سلام «تو» خوبی» و", "«سلام «تو» خوبی»"),
    "mixed": ('«سلام" و', '«سلام"'),
    "inner one never closed": ("«سلام «تو خوبی» و", "«سلام «تو خوبی»"),
    "straight, a clause ends it": ('"راه باز است"، گفت "سلام"', '"راه باز است"'),
    "straight, names inside": ('"پل "مهتاب" باز است."', '"پل "مهتاب" باز است."'),
    "over lines": ("«سلام\nبر تو» و", "«سلام\nبر تو»"),
}


@pytest.mark.parametrize(("text", "marked"), PAIRS.values(), ids=PAIRS)
def test_a_mark_finds_its_partner(text: str, marked: str) -> None:
    """Whatever stands between."""
    assert closing_mark(text, 0, len(text)) == len(marked) - 1


@pytest.mark.parametrize("text", ["«سلام", '"سلام', "«" * 50, "«" + "خط\n" * 20 + "»"])
def test_a_mark_without_a_partner_has_none(text: str) -> None:
    """Nothing is guessed, however deep or far it would be."""
    assert closing_mark(text, 0, 10) is None
