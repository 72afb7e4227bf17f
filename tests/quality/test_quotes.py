"""Exact bounds and full names of the quotations in the seed articles, and marks that are no speech. The floors only rise.

``test_seed_quotes`` scores by overlap; here a quotation counts only when it begins and ends where the hand put it.
"""

import json
from pathlib import Path

import pytest

from summarizer import find_quotes
from summarizer.quotes.choose import choose_quotes
from summarizer.quotes.speakers import speaker_key
from summarizer.rank.document import read_document

ROOT = Path(__file__).parents[2]
GOLD = [json.loads(line) for line in (ROOT / "tests/quality/gold/quotes.jsonl").read_text(encoding="utf-8").splitlines()]
ARTICLES = [article for article in GOLD if (ROOT / "seeds" / article["file"]).is_file()]
EXACT_FLOOR = 0.96
EDGES = " \n\u200c\u200f«»“”\"'.،؛:"


def text_of(file: str) -> str:
    """A seed article as it stands, header and all."""
    return (ROOT / "seeds" / file).read_text(encoding="utf-8")


def test_quotations_begin_and_end_where_the_hand_put_them() -> None:
    """F1 over exact bounds, marks and stops at the edges apart; what is annotated as optional counts neither way."""
    wanted = found = exact = 0
    for article in ARTICLES:
        gold = [one["text"].strip(EDGES) for one in article["quotes"] if not one["optional"]]
        optional = {one["text"].strip(EDGES) for one in article["quotes"] if one["optional"]}
        said = [quote.text.strip(EDGES) for quote in find_quotes(text_of(article["file"]))]
        said = [text for text in said if text not in optional]
        wanted, found = wanted + len(gold), found + len(said)
        exact += sum(text in gold for text in said)
    assert wanted > 80
    assert 2 * exact / (wanted + found) >= EXACT_FLOOR


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["file"])
def test_a_brief_shows_different_speakers_at_a_length_to_read(article: dict) -> None:
    """Three at most, each speaker once while there are others, none longer than a phone shows unless no sentence ends within."""
    text = text_of(article["file"])
    quotes = find_quotes(text)
    document = read_document(text)
    chosen = choose_quotes(quotes, aligned=document.aligned, stems=document.stems, shown=(), max_quotes=3)
    speakers = {speaker_key(quote.speaker) for quote in quotes if quote.speaker}
    assert len(chosen) <= 3
    assert len({speaker_key(quote.speaker) for quote in chosen}) >= min(len(chosen), len(speakers), 2)
    assert all(len(quote.text) <= 700 for quote in chosen)


NO_SPEECH = [
    "فیلم «سال‌های دور از خانه و باران بی‌پایان» دیشب نمایش داده شد.",
    "همایش ملی «نقش آب در زندگی مردمان دشت‌های خشک» فردا برگزار می‌شود.",
    "شعار امسال «آب را گل نکنیم و درخت را نشکنیم» است.",
    "کتاب‌های «زیر پای ما»، «قنات و آیین» و «دفتر آب» به نمایشگاه رسید.",
    'شرکت "آذرخش" دستگاه "موج نو ۳" را در " سالن مهتاب" نشان داد.',
    "ستاد «پیشگیری از سیل و بازسازی پل‌های روستایی» تشکیل شد.",
    "او با نقش «مادر» در نمایش «همه فرزندان من» شناخته می‌شود.",
    "قانون «حمایت از کشاورزان خرد و بهره‌برداران قنات» ابلاغ شد.",
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_names_titles_and_slogans_in_marks_are_no_speech(text: str) -> None:
    """Not one false quotation."""
    assert find_quotes(text) == ()
