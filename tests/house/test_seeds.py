"""The seed articles: the supplied one is untouched, ours are well formed, well spelt and marked as samples; the gold fits them."""

import hashlib
import json
import re
import tomllib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "quality" / "gold"
SUPPLIED = "000_ce2e6f6f99d21809.txt"
SUPPLIED_SHA256 = "48cb752bd86bb8a2ce2c9153bedf0c300581a155e0b85b3979a84c2d77e103ac"
LOST_HALF_SPACES = "020_lost_half_spaces.txt"
ARABIC_LETTERS = "021_arabic_letters.txt"
UNBALANCED_MARKS = "017_bridge_summit.txt"
TOPICS = {"politics", "economy", "society", "culture", "sport", "science", "world", "health"}
KEYS = {"title", "source", "url", "published", "topics"}
JALALI = re.compile(r"[۰-۹]{4}/[۰-۹]{2}/[۰-۹]{2} [۰-۹]{2}:[۰-۹]{2}")
HALF_SPACE = "\u200c"
SLIPS = {
    "a verb's prefix stands apart": re.compile(r"(?:^|\s)ن?می\s"),
    "a plural stands apart": re.compile(r"\sها(?:ی|یی|یش|یشان|یم|یمان|یت)?(?=[\s.،؛:»)]|$)"),
    "a half-space is lost": re.compile(
        r"(?:^|\s)ن?می(?:شو|کن|ده|رس|گوی|توان|خواه|مان)|(?:شهرداری|خانواده|دانه|پروژه|برنامه|توله|دوچرخه|نقشه|بچه)ها"
    ),
    "a comparative stands apart": re.compile(r"\s(?:تر|ترین)(?=[\s.،؛:»)]|$)"),
    "a half-space beside a space or at an edge": re.compile(
        rf"\s{HALF_SPACE}|{HALF_SPACE}\s|^{HALF_SPACE}|{HALF_SPACE}$|{HALF_SPACE}{{2}}"
    ),
    "a space before a mark": re.compile(r"\s[.،؛:؟!»)]"),
    "no space after a mark": re.compile(r"[،؛:؟!](?=[آ-ی])"),
    "two spaces": re.compile(r"  "),
    "a space at a line's end": re.compile(r"[ \t]$", re.MULTILINE),
    "a Latin mark or digit": re.compile(r"[0-9,;?]"),
    "an Arabic letter or digit": re.compile(r"[يكىةۀ٠-٩]"),
}


def _text_article(path: Path) -> dict[str, str]:
    """One article of a text with a header, by the format that seeds/README.md describes."""
    head, line, body = path.read_text(encoding="utf-8").partition("\n---\n")
    assert line, f"{path.name} has no header"
    fields = [one.partition(": ") for one in head.split("\n")]
    return {**{key: value for key, _, value in fields}, "text": body, "file": path.name}


def _line_article(path: Path, number: int, line: str) -> dict[str, str]:
    """One article of a file of JSON lines, in the shape of the others."""
    record = json.loads(line)
    return {**record, "topics": ", ".join(record["topics"]), "file": f"{path.name}:{number}"}


def our_articles() -> list[dict[str, str]]:
    """The articles written for this project."""
    texts = [_text_article(path) for path in sorted(SEEDS.glob("*.txt")) if path.name != SUPPLIED]
    lines = [
        _line_article(path, number, line)
        for path in sorted(SEEDS.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]
    return texts + lines


OURS = our_articles()
BODIES = {one["file"]: one["text"] for one in OURS} | {SUPPLIED: (SEEDS / SUPPLIED).read_text(encoding="utf-8")}
each_article = pytest.mark.parametrize("article", OURS, ids=lambda one: one["file"])


def gold(name: str) -> list[dict]:
    """The lines of a gold file."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def test_the_supplied_article_is_untouched() -> None:
    """It is kept byte for byte."""
    assert hashlib.sha256((SEEDS / SUPPLIED).read_bytes()).hexdigest() == SUPPLIED_SHA256


def test_there_are_enough_articles_over_all_topics() -> None:
    """At least fifteen of ours, and two or more on each topic."""
    topics = Counter(topic for one in OURS for topic in one["topics"].split(", "))
    assert len(OURS) >= 15
    assert set(topics) == TOPICS
    assert min(topics.values()) >= 2


@each_article
def test_a_header_is_well_formed(article: dict[str, str]) -> None:
    """Every key once, a title that fits a button's list, known topics, a date that can be read."""
    assert set(article) == KEYS | {"text", "file"}
    assert 10 <= len(article["title"]) <= 90
    assert set(article["topics"].split(", ")) <= TOPICS
    if not JALALI.fullmatch(article["published"]):
        assert datetime.fromisoformat(article["published"]).tzinfo is not None


def test_articles_have_an_order_in_time() -> None:
    """No two of them came out at one moment, and all within twelve days."""
    dated = [datetime.fromisoformat(one["published"]) for one in OURS if not JALALI.fullmatch(one["published"])]
    assert len(set(dated)) == len(dated) >= len(OURS) - 1
    assert min(dated) >= datetime(2026, 11, 10, tzinfo=UTC)
    assert max(dated) < datetime(2026, 11, 22, tzinfo=UTC)


@each_article
def test_an_article_says_that_it_is_a_sample(article: dict[str, str]) -> None:
    """Its source says so, and its address leads to no real site."""
    assert "نمونه" in article["source"]
    assert urlsplit(article["url"]).hostname in {"example.org", "example.com"}


def test_titles_and_addresses_are_different() -> None:
    """Each article can be told from the others by name and by address."""
    assert len({one["title"] for one in OURS}) == len({one["url"] for one in OURS}) == len(OURS)


@each_article
def test_an_article_is_well_spelt(article: dict[str, str]) -> None:
    """Persian letters, digits and marks, half-spaces where they belong; two files are faulty on purpose."""
    text = article["title"] + "\n" + article["text"]
    found = {fault for fault, pattern in SLIPS.items() if pattern.search(text)}
    on_purpose = {"an Arabic letter or digit"} if article["file"] == ARABIC_LETTERS else set()
    if article["file"] == LOST_HALF_SPACES:
        on_purpose = {"a half-space is lost"}
        assert HALF_SPACE not in text
    assert found == on_purpose


@each_article
def test_marks_are_paired(article: dict[str, str]) -> None:
    """Every « has its », but in the one article that is to show the contrary."""
    paired = article["text"].count("«") == article["text"].count("»")
    assert paired == (article["file"] != UNBALANCED_MARKS)


def test_topics_are_named_once() -> None:
    """Every topic has a name, an emoji and words of its own."""
    topics = tomllib.loads((SEEDS / "topics.toml").read_text(encoding="utf-8"))["topic"]
    words = Counter(word for one in topics for word in {one["slug"], one["name"], *one["words"]})
    assert {one["slug"] for one in topics} == TOPICS
    assert all(one["name"] and one["emoji"] for one in topics)
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("name", ["key_sentences.jsonl", "quotes.jsonl"])
def test_gold_speaks_of_every_article_once(name: str) -> None:
    """One line an article, the supplied one too."""
    assert sorted(one["file"] for one in gold(name)) == sorted(BODIES)


def test_gold_sentences_stand_in_their_articles() -> None:
    """Each beginning is found where a sentence may begin, and nothing that is wanted is also forbidden."""
    for one in gold("key_sentences.jsonl"):
        body = BODIES[one["file"]]
        assert one["key"], one["file"]
        for beginning in one["key"] + one["never"]:
            assert re.search(r"(?:^|[\n.؟!،:«-] ?)" + re.escape(beginning), body), (one["file"], beginning)
        assert not set(one["key"]) & set(one["never"])


def test_gold_quotations_are_slices_of_their_articles() -> None:
    """Each text stands in its article, has no outer marks, and its speaker is named by every accepted form's letters."""
    for one in gold("quotes.jsonl"):
        for quote in one["quotes"]:
            assert quote["text"] in BODIES[one["file"]], (one["file"], quote["text"])
            assert quote["text"] == quote["text"].strip(" \n")
            assert quote["kind"] in {"direct", "indirect", "mixed"}
            assert quote["speaker"]
            assert quote["accept"]
