"""The words of a text as they are read."""

import re

from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.letters import spaced
from summarizer.persian.stems import stem
from summarizer.quotes.heads import beginnings_of, head
from summarizer.rank.vocabulary import LEAST_RARITY, Reader, words_of


def content_of(words: list[str]) -> list[tuple[str, float]]:
    """The words of content among some, as stems with their rarities."""
    return [(word.stem, word.rarity) for word in words_of(" ".join(words)).content]


def test_marks_part_words_and_half_spaces_do_not() -> None:
    """A comma, a slash or a quotation mark stands between two words; a half-space stands within one."""
    assert spaced("«کتاب‌ها»،قلم/دفتر_مداد…").split() == ["کتاب‌ها", "قلم", "دفتر", "مداد"]


def test_function_words_are_no_content() -> None:
    """What most articles have says nothing about one."""
    stems = [stem for stem, _ in content_of(["و", "زلزله", "در", "دریا", "که", "را", "زلزله"])]
    assert stems == ["زلزله", "دریا", "زلزله"]


def test_spellings_of_a_word_are_one() -> None:
    """A plural with and without its half-space weighs the same."""
    one, other, third = content_of(["زلزله‌ها", "زلزلهها", "«زلزله»"])
    assert one == other == third


@given(st.lists(st.text(min_size=1, max_size=80), max_size=30))
def test_any_words_have_sane_weights(words: list[str]) -> None:
    """Any Unicode: a stem with letters, and a rarity that counts."""
    content = content_of(words)
    assert len(content) <= len(" ".join(words).split())
    assert all(stem and LEAST_RARITY <= rarity < 20 for stem, rarity in content)


@given(st.text(max_size=200))
def test_a_spaced_text_is_as_long_as_it_was(text: str) -> None:
    """Offsets hold."""
    assert len(spaced(text)) == len(text)


def test_a_word_weighs_the_same_whatever_was_read_before() -> None:
    """A written word may be another's stem and have a stem of its own: «بانکی» is that of «بانکی‌ها», and «بانک» its own."""
    before = content_of(["بانکی‌ها", "بانکی"])
    content_of(["بانکی", "بانکی‌ها", "بانک"])
    assert content_of(["بانکی‌ها", "بانکی"]) == before == content_of(["بانکی‌ها"]) + content_of(["بانکی"])
    assert [root for root, _ in before] == [stem("بانکی‌ها"), stem("بانکی")]


def test_words_that_tell_who_speaks_are_found_whether_content_or_not() -> None:
    """«گفت» and «ما» are told of, and so is nothing else; a second look says the same."""
    for _ in range(2):
        assert words_of("شهردار گفت ما پل را ساختیم").signals == ["گفت", "ما"]


def test_a_text_is_read_on_from_place_to_place() -> None:
    """What lies between is passed by, doubled spaces hold nothing, and a word that lies across an offset is cut there."""
    text = "پل  تازه رودخانه‌ها باز شد"
    reader = Reader(text)
    assert reader.read(0, 4).written == ["پل"]
    assert reader.read(text.index("رود"), text.index("\u200c")).written == ["رودخانه"]
    assert reader.read(text.index("\u200cها"), len(text)).written == ["\u200cها", "باز", "شد"]
    assert reader.read(len(text), len(text) + 9).written == []


@given(st.text(max_size=200), st.integers(0, 60), st.integers(0, 200))
def test_any_stretch_holds_the_words_that_split_gives(text: str, start: int, length: int) -> None:
    """Any Unicode, with spaces that no news has; the words of what is left stand in what is read next."""
    parted = spaced(text)
    reader = Reader(parted)
    assert reader.read(start, start + length).written == parted[start : start + length].split()
    assert reader.read(start + length, len(parted)).written == parted[start + length :].split()


@given(
    st.lists(st.sampled_from(["گفت", "به", "گفته", "به‌گفته", "بنا", "بر", "اعلام", "پل", "گفتند:", "\u2028", "  "]), max_size=12)
)
def test_the_places_where_cues_may_begin_are_those_of_the_scan_alone(words: list[str]) -> None:
    """Read with the article or found for themselves, and every head word begins at one of them."""
    parted = spaced(" ".join(words))
    reader = Reader(parted)
    reader.pass_to(len(parted))
    clean = parted.replace("\u2028", " ")
    assert reader.beginnings.places == beginnings_of(clean)
    heads = {match.start() for match in re.finditer(f" {head().pattern}", f" {clean}")}
    assert heads <= set(beginnings_of(clean))


@given(
    st.lists(st.sampled_from(["زلزله", "دریا", "را", "،", "\n", "کتاب" * 80]), max_size=20),
    st.integers(0, 400),
    st.integers(0, 400),
)
def test_the_stems_of_any_stretch_are_those_of_the_words_that_begin_in_it(words: list[str], start: int, length: int) -> None:
    """However the text was read: in stretches, or all at once."""
    parted = spaced(" ".join(words))
    whole, reader = Reader(parted), Reader(parted)
    whole.pass_to(len(parted))
    for gap in re.finditer(" ", parted):
        reader.read(gap.start(), gap.start())  # a stretch for each word
    reader.pass_to(len(parted))
    begun = {match[0] for match in re.finditer(r"\S+", parted) if start <= match.start() < start + length}
    wanted = frozenset(word.stem for word in words_of(" ".join(begun)).content)
    assert whole.stems.between(start, start + length) == reader.stems.between(start, start + length) == wanted
