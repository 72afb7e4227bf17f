"""Text wrapped at a fixed width."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer import find_quotes
from summarizer.persian.wraps import unwrapped

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


def test_a_part_that_was_cut_is_joined_and_the_rest_stays() -> None:
    """A page's own paragraph, then lines of a width, then a heading."""
    whole = "باران دیشب در همه شهرهای شمالی استان بارید و راه‌ها را بست و مردم شب را در خانه‌های بستگان گذراندند. " * 2
    text = f"{whole}\n{WRAPPED}خبرهای دیگر\n{whole}"
    paragraphs = unwrapped(text).split("\n")
    assert [line[:12] for line in paragraphs] == [whole[:12], WRAPPED[:12], "خبرهای دیگر", whole[:12]]


def test_a_list_stays_a_list() -> None:
    """Its lines are long and without stops, but each could have held a word more."""
    films = ("رود و باران ساخته", "خانه‌ای کنار راه آهن ساخته", "آن سوی پل ساخته", "باغ بی‌دیوار کودکی ساخته", "شب یلدا ساخته")
    items = "".join(f"سیمرغ بلورین بهترین فیلم بلند برای {film} پرویز نیکان و مینا رضوی\n" for film in films)
    assert unwrapped(items) == items


def test_a_full_line_may_end_in_a_stop() -> None:
    """The next word would not have fit all the same."""
    lines = WRAPPED.split("\n")
    lines[1] = lines[1][:-10] + " گفته است."
    assert unwrapped("\n".join(lines)).count("\n") == 1


def test_a_stop_before_an_unseen_mark_is_a_stop() -> None:
    """Right-to-left marks after the full stop do not hide it."""
    lines = "باران دیشب در همه شهرهای شمالی استان نیلگون بارید و راه‌ها را بست.\u200f\n" * 5
    assert unwrapped(lines) == lines


@given(st.text(alphabet="ابتن\n\r .:«»‌", max_size=400))
def test_offsets_stay(text: str) -> None:
    """Only line ends change, into spaces."""
    result = unwrapped(text)
    assert len(result) == len(text)
    assert all(new == old or (old in "\r\n" and new in "\n ") for old, new in zip(text, result, strict=True))
