"""Where single characters stand in a text."""

from bisect import bisect_left


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
