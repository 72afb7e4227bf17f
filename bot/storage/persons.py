"""Which names mean one person. Pure.

A name is the words of it, in order. «کنعانی» and «ناصر کنعانی» are one person as long as no other Kanani is known; once there
are two, the bare name stands by itself, for it may be either's.
"""

from collections.abc import Mapping, Sequence


def groups(names: Mapping[int, Sequence[str]]) -> list[list[int]]:
    """Gather the names of one family name into people.

    Args:
        names: the words of each name, by its number; all end in the same word.

    Returns:
        The numbers of each person's names, the fullest name first.
    """
    words = {number: frozenset(name) for number, name in names.items()}
    gathered: dict[int, list[int]] = {}
    for number in sorted(names, key=lambda one: (-len(names[one]), one)):
        gathered.setdefault(_fullest(number, words), []).append(number)
    return [sorted(one, key=lambda number: (-len(names[number]), number)) for one in gathered.values()]


def _fullest(number: int, words: Mapping[int, frozenset[str]]) -> int:
    """The fullest name that holds this one; itself where two that are not one hold it, or none does."""
    fuller = [other for other in words if words[number] < words[other]]
    if not fuller:
        return number
    top = max(fuller, key=lambda other: (len(words[other]), -other))
    return top if all(words[other] <= words[top] for other in fuller) else number
