"""Text wrapped at a fixed width."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer import find_quotes
from summarizer.quotes.wraps import unwrapped

WRAPPED = (
    "مینا رضوی، رئیس سازمان پایانه‌های مسافری و باری استان\n"
    "نیلگون در نشست دیروز با خبرنگاران محلی و کشوری گفت:\n"
    "ساختن پایانه تازه از بهار آغاز می‌شود و تا دو سال دیگر\n"
    "به پایان می‌رسد و همه شهرهای استان و روستاهای کوهستانی\n"
    "که راهی به جاده اصلی ندارند از آن بهره می‌برند.\n"
)


def test_a_line_end_within_a_sentence_ends_neither_speaker_nor_quotation() -> None:
    """Both run over the lines."""
    (quote,) = find_quotes(WRAPPED)
    assert quote.speaker == "مینا رضوی، رئیس سازمان پایانه‌های مسافری و باری استان نیلگون"
    assert quote.text.endswith("از آن بهره می‌برند")
    assert quote.text == WRAPPED[quote.start : quote.end]


def test_lines_that_are_paragraphs_stay_so() -> None:
    """They end in stops, or are short as headings are."""
    paragraphs = "باران دیشب در همه شهرهای شمالی استان نیلگون بارید و راه‌ها را بست.\n" * 5
    headings = "خبرهای امروز\nهوای فردا\nورزش\nبازار و اقتصاد\n" * 3
    assert unwrapped(paragraphs) == paragraphs
    assert unwrapped(headings) == headings


def test_a_stop_before_an_unseen_mark_is_a_stop() -> None:
    """Right-to-left marks after the full stop do not hide it."""
    lines = "باران دیشب در همه شهرهای شمالی استان نیلگون بارید و راه‌ها را بست.\u200f\n" * 5
    assert unwrapped(lines) == lines


@given(st.text(alphabet="ابتن\n .:«»‌", max_size=400))
def test_offsets_stay(text: str) -> None:
    """Only line ends change, into spaces."""
    result = unwrapped(text)
    assert len(result) == len(text)
    assert all(new == old or (old == "\n" and new == " ") for old, new in zip(text, result, strict=True))
