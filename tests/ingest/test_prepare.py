"""From a record to what the store keeps."""

from datetime import UTC, datetime

from bot.ingest.prepare import brief_of, prepare
from bot.ingest.record import Record

NOW = datetime(2026, 3, 21, 9, 0, tzinfo=UTC)
CUT = (
    "مینا رضوی، رئیس سازمان پایانه‌های مسافری و باری استان\n"
    "نیلگون در نشست دیروز با خبرنگاران محلی و کشوری گفت:\n"
    "ساختن پایانه تازه از بهار آغاز می‌شود و تا دو سال دیگر\n"
    "به پایان می‌رسد و همه شهرهای استان و روستاهای کوهستانی\n"
    "که راهی به جاده اصلی ندارند از آن بهره می‌برند.\n"
    "کار از شمال آغاز می‌شود.\n"
)


def test_lines_that_a_width_has_cut_are_paragraphs_in_the_store() -> None:
    """A phone would cut them again."""
    article = prepare(Record(text=CUT), now=NOW).article
    assert [line[:9] for line in article.text.split("\n")] == ["مینا رضوی", "کار از شم"]


def test_a_brief_has_no_line_ends() -> None:
    """Nor where the text is pasted and not stored, or was stored before."""
    brief = brief_of(CUT)
    assert brief.sentences
    assert brief.quotes
    assert not any("\n" in text for text in (*brief.sentences, *(quote.text for quote in brief.quotes)))
