"""How a search is read."""

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.query import MAX_WORDS, Phrase, SearchQuery, read_query


def word(stem: str) -> Phrase:
    """A plain word."""
    return Phrase((stem,))


def test_words_are_met_together() -> None:
    """Words without signs are one alternative."""
    assert read_query("بورس تهران") == SearchQuery(((word("بورس"), word("تهران")),))


def test_marks_make_a_phrase() -> None:
    """Words in any kind of marks stand side by side; an opened mark that is not closed makes none."""
    expected = SearchQuery(((Phrase(("بازار", "سهام"), strict=True),),))
    assert read_query('"بازار سهام"') == read_query("«بازار سهام»") == read_query("“بازار سهام”") == expected
    assert read_query("«بازار سهام") == SearchQuery(((word("بازار"), word("سهام")),))


def test_a_minus_excludes_at_the_start_of_a_word_only() -> None:
    """A minus before a word or a phrase excludes it; a hyphen inside a word does not."""
    assert read_query('بورس -ارز -"بازار سهام"').none_of == (Phrase(("ارز",), strict=True), Phrase(("بازار", "سهام"), strict=True))
    assert read_query("تهران-مشهد") == SearchQuery(((word("تهران"), word("مشهد")),))


def test_ya_parts_alternatives() -> None:
    """«یا» parts what stands before it from what stands after; without one side it means nothing."""
    assert read_query("ارز یا بورس تهران").any_of == ((word("ارز"),), (word("بورس"), word("تهران")))
    assert read_query("یا بورس یا").any_of == ((word("بورس"),),)


def test_words_that_every_text_has_are_left_out() -> None:
    """«در» and its kind are asked for only when there is nothing else."""
    assert read_query("بورس در تهران").any_of == ((word("بورس"), word("تهران")),)
    assert read_query("در").any_of == ((word("در"),),)


@given(st.text(max_size=600))
def test_every_text_can_be_read(typed: str) -> None:
    """Any text is a query, of bounded size, without an empty part in it."""
    query = read_query(typed)
    assert all(query.any_of)
    assert all(phrase.stems for words in (*query.any_of, query.none_of) for phrase in words)
    assert len(query.none_of) <= MAX_WORDS
