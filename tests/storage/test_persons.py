"""Which names are one person."""

from bot.storage.persons import family_joined, groups


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


def test_two_full_names_are_two_people_though_one_ends_the_other() -> None:
    """A name with a given name of its own is nobody's short form; the bare family name then is either's."""
    assert len(grouped("عبدالله صالح", "علی عبدالله صالح", "صالح")) == 3
    assert len(grouped("حسینی بوشهری", "ابوالحسن حسینی بوشهری")) == 1


def test_half_spaces_make_no_other_person() -> None:
    """Names and family names of two parts, joined or apart."""
    assert len(grouped("علیاکبر جلالی", "علی اکبر جلالی", "جلالی")) == 1
    assert family_joined(["رضا", "تقی", "پور"]) == family_joined(["رضا", "تقیپور"]) == ("رضا", "تقیپور")
    assert family_joined(["پور"]) == ("پور",)


def test_what_is_too_long_for_a_name_gathers_nobody() -> None:
    """An office with a name in it («دفتر …، معاون علی عبدالله صالح») is not the fullest form of that name."""
    assert len(grouped("دفتر منصور هادی معاون علی صالح", "علی صالح")) == 2
