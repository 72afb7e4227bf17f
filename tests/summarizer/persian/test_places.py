"""Where characters stand."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.places import between, places_of


@given(st.text("اب.«»\n", max_size=40))
def test_every_place_is_found_once_and_in_order(text: str) -> None:
    """As a look at each character finds them."""
    assert places_of(text, ".«»") == [i for i, char in enumerate(text) if char in ".«»"]


@given(st.sets(st.integers(0, 30)), st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_holds_its_first_place_and_not_the_one_past_it(places: set[int], start: int, end: int) -> None:
    """As in a slice."""
    assert between(sorted(places), start, end) == [place for place in sorted(places) if start <= place < end]
