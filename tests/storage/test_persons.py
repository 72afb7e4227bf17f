"""Which names are one person."""

from bot.storage.persons import groups


def grouped(*names: str) -> set[frozenset[str]]:
    """The groups of names, as sets."""
    return {frozenset(names[number] for number in group) for group in groups({n: name.split() for n, name in enumerate(names)})}


def test_a_bare_name_belongs_to_the_only_one_of_it() -> None:
    """A family name alone is the one person who bears it, whatever else stands before the fuller name."""
    assert grouped("کنعانی", "ناصر کنعانی") == {frozenset(("کنعانی", "ناصر کنعانی"))}
    assert grouped("رییسی", "ابراهیم رییسی", "سید ابراهیم رییسی") == {frozenset(("رییسی", "ابراهیم رییسی", "سید ابراهیم رییسی"))}


def test_a_bare_name_of_two_people_is_neither() -> None:
    """Where two people bear the name, the bare name stays apart, and so do they."""
    assert len(grouped("کنعانی", "ناصر کنعانی", "مهدی کنعانی")) == 3


def test_the_fullest_name_comes_first() -> None:
    """A person is called by the fullest name."""
    assert groups({1: ["کنعانی"], 2: ["ناصر", "کنعانی"]}) == [[2, 1]]
