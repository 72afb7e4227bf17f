"""The article that came with the project: all its quotations, with their speakers."""

from pathlib import Path

from summarizer import find_quotes

SEED = Path(__file__).parents[3] / "seeds" / "000_ce2e6f6f99d21809.txt"
EXPECTED = [
    ("روسیه و ایران در حال تقویت", "را نگران کرده است", "بنوا فوکن", "indirect"),
    ("ایران و روسیه روابط محکمتری", "را نگران میکند", "وال استریت ژورنال", "direct"),
    ("این دو کشور مخالف نظم جهانی", "را کاهش دهند", "وال استریت ژورنال", "direct"),
    ("به طور کلی، تجارت دوجانبه", "دلار رسید", "وال استریت ژورنال", "direct"),
    ("روسیه و ایران فعالانه", "آنها رخ دهد", "کاظم جلالی، سفیر ایران در روسیه", "indirect"),
    ("روسیه کشوری است", "روابط قرار دارد", "کاظم جلالی، سفیر ایران در روسیه", "indirect"),
    ("پوتین اکنون منزوی شده", "را شامل میشود", "کارین ژان پیر، سخنگوی کاخ سفید", "direct"),
    ("رابطه ایران و روسیه", "مداخله کند", "ناصر کنعانی، سخنگوی وزارت خارجه", "direct"),
    ("دو کشور بر مبنای", "ادامه خواهد یافت", "ناصر کنعانی، سخنگوی وزارت خارجه", "direct"),
]


def test_all_nine_quotations_of_the_supplied_article_are_found_with_their_speakers() -> None:
    """Half-spaces lost, a mark never opened, a paper quoted, two pronouns: nothing more and nothing less than the nine."""
    quotes = find_quotes(SEED.read_text(encoding="utf-8"))
    assert len(quotes) == len(EXPECTED)
    for quote, (start, end, speaker, kind) in zip(quotes, EXPECTED, strict=True):
        assert quote.text.startswith(start)
        assert quote.text.endswith(end)
        assert speaker in quote.speaker
        assert quote.kind == kind
