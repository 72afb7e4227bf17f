"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.sentences import split_sentences


def parts(text: str) -> list[str]:
    """The sentences as texts."""
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("باران آمد. هوا سرد شد.", 2),
        ("باران آمد.اما هوا سرد نشد.", 2),
        ("آیا باران می‌آید؟ کسی نمی‌داند!", 2),
        ("او گفت: «باران آمد. هوا سرد شد.» و رفت.", 1),
        ("نرخ رشد ۲.۵ درصد بود و ماند.", 1),
        ("آن شهر در سال ۵۰۰ ق.م. ساخته شد.", 1),
        ("نشانی آن example.com/a.b است.", 1),
        ("شبکه سی. ان. ان گفت که باران آمد. ان‌شاءالله برف هم می‌آید.", 2),
        ("شبکه سی.ان.ان از باران گفت. او رفت.", 2),
        ("ویروس اچ.آی.وی را اف. بی. آی نیافت.", 1),
        ("من باران را دیده ام.وی گفت: برف هم آمد.وی رفت.", 3),
        ("هوا سرد بود... اما باران نیامد.", 1),
        ("باران آمد . هوا سرد شد .برف آمد . ", 3),
        ("باران آمد . . . و رفت.", 1),
        ("او عضو «دی .آی .سی» است و با م . ر . رفت.", 1),
        ("آن شهر در سال ۵۰۰ ق . م . ساخته شد و ۲ . ۵ درصد رشد کرد.", 1),
        ("در سال ۱۳۹۰ . او رفت.", 2),
        ("رضوی در پاسخ به این پرسش که آیا پل باز می‌شود؟ گفت: فردا باز می‌شود.", 1),
        ("پل کی باز می‌شود؟ گفت: فردا باز می‌شود.", 2),
        ("برایان پی. رها از باران گفت. نیکلاس. بی. رها هم گفت. او رفت.", 3),
        ("او از باران در پی. آن گفت.", 2),
        ("باران آمد\nهوا سرد شد", 2),
        ("گفت: «باران آمد و رفت.\nهوا سرد شد. برف آمد.", 3),
        ("", 0),
        (" \n . \n", 0),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, count: int) -> None:
    """Stops end them; marks, abbreviations, decimals, addresses and ellipses do not."""
    assert len(parts(text)) == count


@given(st.text(max_size=300))
def test_spans_are_ordered_and_within_the_text(text: str) -> None:
    """Any Unicode: spans follow one another, none is empty or begins or ends with a space, and no word is lost."""
    spans = split_sentences(text)
    assert all(one.start < one.end <= len(text) for one in spans)
    assert all(one.end <= other.start and one.paragraph <= other.paragraph for one, other in itertools.pairwise(spans))
    assert sum(char.isalnum() for char in text) == sum(char.isalnum() for one in spans for char in text[one.start : one.end])


def test_lines_cut_to_a_width_are_joined() -> None:
    """A sentence runs on over the end of such a line, and a short line with a stop ends the paragraph."""
    width = "شهرداری سپیدرود امروز پل تازه شهر را با حضور مردم باز کرد و راه\n"
    text = width * 5 + "کوتاه شد.\n" + "هوا سرد است و باران از شب گذشته در همه شهر می‌بارد و راه‌ها\nبسته است."
    assert [span.paragraph for span in split_sentences(text)] == [0, 1]
