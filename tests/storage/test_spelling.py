"""Slips of typing."""

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.spelling import SLIP_LENGTHS, distance, near, slips

LETTERS = "ابپتدرسمنهوی"
WORDS = st.text(LETTERS, min_size=SLIP_LENGTHS.start + 1, max_size=12)


@given(WORDS, st.integers(0, 100), st.sampled_from(LETTERS), st.sampled_from(["drop", "double", "wrong", "swap"]))
def test_words_a_slip_apart_meet(word: str, at: int, letter: str, kind: str) -> None:
    """A letter missing, doubled, wrong or changed round: the two words share a slip, or one is a slip of the other."""
    at %= len(word) - 1
    typed = {
        "drop": word[:at] + word[at + 1 :],
        "double": word[:at] + word[at] + word[at:],
        "wrong": word[:at] + letter + word[at + 1 :],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[kind]
    assert distance(word, typed, at_most=1) <= 1
    assert {word, *slips(word)} & {typed, *slips(typed)}


def test_distance_stops_counting() -> None:
    """Beyond the bound it is one more than the bound."""
    assert distance("کتاب", "ماشین", at_most=1) == 2


def test_short_words_have_no_slips() -> None:
    """Words of three letters are a slip away from too many others."""
    assert slips("پلی") == set()
    assert near("پلی", ["پلو"]) == "پلی"


def test_the_nearest_word_is_taken() -> None:
    """One slip away is near, the word itself is nearer, two slips are not near."""
    assert near("کنعنی", ["رضایی", "کنعانی"]) == "کنعانی"
    assert near("کنعانی", ["کنعنی", "کنعانی"]) == "کنعانی"
    assert near("کنعی", ["کنعانی"]) == "کنعی"
