"""Where characters and words stand in a text."""

from bisect import bisect_left
from typing import final

from summarizer.compiled.hints import mypyc_attr


def places_of(text: str, chars: str) -> list[int]:
    """Find where any of a few characters stand. A search for each is faster than a pattern for all.

    Args:
        text: any text.
        chars: the characters.

    Returns:
        Offsets in rising order.
    """
    found: list[int] = []
    for char in chars:
        at = text.find(char)
        while at >= 0:
            found.append(at)
            at = text.find(char, at + 1)
    found.sort()
    return found


def between(places: list[int], start: int, end: int) -> list[int]:
    """Those of some places that lie in a stretch.

    Args:
        places: offsets in rising order.
        start: offset of the stretch's first character.
        end: offset past its last one.
    """
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


@mypyc_attr(acyclic=True)
@final
class Stems:
    """The words of content of a text, by their stems and where they stand."""

    __slots__ = ("_places", "_stems")

    def __init__(self) -> None:
        self._places: list[int] = []
        self._stems: list[str] = []

    def add(self, place: int, stem: str) -> None:
        """Add the next word, by its offset."""
        self._places.append(place)
        self._stems.append(stem)

    def between(self, start: int, end: int) -> frozenset[str]:
        """The stems of the words that begin in a stretch.

        Args:
            start: offset of its first character.
            end: offset past its last one.
        """
        first = bisect_left(self._places, start)
        return frozenset(self._stems[first : bisect_left(self._places, end, first)])
