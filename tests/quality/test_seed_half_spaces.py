"""Half-spaces put back into the seed articles: those that were lost on purpose, and those taken out here. The floors only rise."""

import json
from pathlib import Path

from bot.ingest.record import Record
from summarizer import restore_half_spaces

GOLD = Path(__file__).parent / "gold" / "half_spaces.jsonl"
HALF_SPACE = "\u200c"
LOST_ALREADY = ("000_ce2e6f6f99d21809.txt", "020_lost_half_spaces.txt", "021_arabic_letters.txt")
PRECISION_FLOOR = 0.97
RECALL_FLOOR = 0.85


def places(text: str) -> set[int]:
    """Where half-spaces stand, counted in the characters that are none."""
    return {at - order for order, at in enumerate(at for at, letter in enumerate(text) if letter == HALF_SPACE)}


def precision_and_recall(correct: list[str]) -> tuple[float, float]:
    """How well half-spaces are put back into texts from which all were taken."""
    right = put = wanted = 0
    for text in correct:
        found = places(restore_half_spaces(text.replace(HALF_SPACE, "")))
        right, put, wanted = right + len(found & places(text)), put + len(found), wanted + len(places(text))
    return right / put, right / wanted


def test_lost_half_spaces_are_put_back(seeds: dict[str, Record]) -> None:
    """The article that lost its own gets them back, as an editor would set them."""
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert all(one["text"].replace(HALF_SPACE, "") == seeds[one["file"]].text for one in lines)
    precision, recall = precision_and_recall([one["text"] for one in lines])
    assert precision >= PRECISION_FLOOR
    assert recall >= RECALL_FLOOR


def test_half_spaces_taken_from_other_articles_are_put_back(seeds: dict[str, Record]) -> None:
    """Over all articles that are well spelt."""
    precision, recall = precision_and_recall([seed.text for name, seed in seeds.items() if name not in LOST_ALREADY])
    assert precision >= PRECISION_FLOOR
    assert recall >= RECALL_FLOOR


def test_a_text_that_is_well_spelt_stays_as_it_is(seeds: dict[str, Record]) -> None:
    """Nothing is put where an editor put nothing: at most one in a thousand words."""
    added = words = 0
    for name, seed in seeds.items():
        if name not in LOST_ALREADY:
            added += len(places(restore_half_spaces(seed.text)) - places(seed.text))
            words += len(seed.text.split())
    assert added <= words / 1000
