"""Which names mean one person. Pure.

A name is the words of it, in order. «کنعانی» and «ناصر کنعانی» are one person as long as no other Kanani is known; once there
are two, the bare name stands by itself, for it may be either's.
"""

from collections.abc import Mapping, Sequence

from summarizer.quotes.lexicon import LEXICON

_TAILS = frozenset(("پور", "زاده", "نژاد", "نیا", "فر", "وند", "مند", "خواه", "دوست", "پناه", "منش"))
_MOST_WORDS = 5  # a longer one is no name


def family_joined(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name with a family name in one, however it is written: «تقی پور» as تقیپور.

    Args:
        words: terms, half-spaces closed.
    """
    joined: list[str] = []
    for word in words:
        if word in _TAILS and joined:
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def groups(names: Mapping[int, Sequence[str]]) -> list[list[int]]:
    """Gather the names of one family name into people.

    Args:
        names: the words of each name, by its number; all end in the same word.

    Returns:
        The numbers of each person's names, the fullest name first.
    """
    gathered: dict[int, list[int]] = {}
    for number in sorted(names, key=lambda one: (-len(names[one]), one)):
        gathered.setdefault(_fullest(number, names), []).append(number)
    return [sorted(one, key=lambda number: (-len(names[number]), number)) for one in gathered.values()]


def _fullest(number: int, names: Mapping[int, Sequence[str]]) -> int:
    """The fullest name that means the same; itself where two that are not one do, or none does."""
    fuller = [other for other in names if other != number and _means(names[number], names[other])]
    if not fuller:
        return number
    top = min((number, *fuller), key=lambda other: (-len(names[other]), other))
    return top if all(other == top or _means(names[other], names[top]) for other in fuller) else number


def _means(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is another or a shorter form of it.

    A bare family name is, «ناصر کنعانی» of «ناصر … کنعانی» is, and so is what lacks only a «سید». «عبدالله صالح» is not
    «علی عبدالله صالح»: a name that begins with a given name of its own is somebody's full name.
    """
    if len(long) > _MOST_WORDS or len(short) > len(long):
        return False
    if "".join(short) == "".join(long):
        return True
    rest = _before(short, long)
    if rest is None:
        return short[0] == long[0] and set(short) < set(long)
    return len(short) == 1 or short[0] not in LEXICON.given_names or set(rest) <= LEXICON.honorifics


def _before(short: Sequence[str], long: Sequence[str]) -> Sequence[str] | None:
    """What stands in the longer name before the shorter one, which ends it; None where it does not."""
    joined = "".join(short)
    return next((long[:at] for at in range(1, len(long)) if "".join(long[at:]) == joined), None)
