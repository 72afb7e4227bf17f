"""Feeds as they are found in the wild."""

import time
from datetime import UTC, datetime
from html import escape
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.feed import MAX_ITEMS, parse_feed
from bot.model.feed import FeedItem, NotAFeed, ParsedFeed

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
URL = "https://example.org/rss"
TITLE = "کتاب‌های تازه به روستاها رسید"


def rss(items: str, encoding: str = "utf-8") -> str:
    """A feed around items."""
    return f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>نمونه</title>{items}</channel></rss>'


def item(**fields: str) -> str:
    """An item of a feed."""
    fields = {"title": TITLE, "link": "https://example.org/1", **fields}
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in fields.items() if value) + "</item>"


def parse(text: str | bytes, **given: object) -> ParsedFeed | NotAFeed:
    """Take a feed apart at noon."""
    body = text.encode() if isinstance(text, str) else text
    return parse_feed(body, url=URL, now=NOW, **given)  # type: ignore[arg-type]


def only(text: str | bytes, **given: object) -> FeedItem:
    """The one item of a feed."""
    found = parse(text, **given)
    assert isinstance(found, ParsedFeed)
    assert len(found.items) == 1
    return found.items[0]


def test_an_item_comes_as_plain_text() -> None:
    """No markup, every half-space, the address without its tracking."""
    found = only(
        rss(
            item(
                link="https://example.org/1?utm_source=rss",
                guid="tag:1",
                pubDate="Fri, 20 Nov 2026 10:30:00 +0330",
                description=escape("<p>بچه‌ها <b>شاد</b> شدند.</p><img src='/a.jpg'><script>alert(1)</script>", quote=False),
                category="فرهنگ",
                author="آذر نمونه",
            )
        )
    )
    assert found == FeedItem(
        title=TITLE,
        url="https://example.org/1",
        guid="tag:1",
        teaser="بچه‌ها شاد شدند.",
        published=datetime(2026, 11, 20, 7, 0, tzinfo=UTC),
        author="آذر نمونه",
        image_url="https://example.org/a.jpg",
        categories=("فرهنگ",),
    )


def test_atom_and_whole_texts_are_read() -> None:
    """content:encoded and atom:content are the article when they are long enough to be one."""
    long = "<p>این یک بند از نوشته است که از فید می‌آید.</p>" * 30
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>ن</title><entry><title>{TITLE}</title><link href='/a'/><id>x</id>"
    found = only(
        atom
        + "<updated>2026-11-20T07:00:00Z</updated><summary>کوتاه</summary>"
        + f"<content type='html'><![CDATA[{long}]]></content></entry></feed>"
    )
    assert (found.url, found.teaser) == ("https://example.org/a", "کوتاه")
    assert found.text.count("\n") == 29
    assert only(rss(item(description="کوتاه"))).text == ""


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("1405/08/29 10:30", 7),
        ("۱۴۰۵/۰۸/۲۹ - ۱۰:۳۰", 7),
        ("2026-11-20 10:30:00", 7),
        ("Fri, 20 Nov 2026 10:30:00", 7),
        ("Fri, 20 Nov 2026 23:30:00 GMT", 12),
    ],
)
def test_dates_are_read_as_they_are_written(written: str, hour: int) -> None:
    """Jalali, without a zone, or of the future, which becomes now."""
    assert only(rss(item(pubDate=written))).published == datetime(2026, 11, 20, hour, 0, tzinfo=UTC)


def test_a_date_without_a_zone_is_of_the_feeds_zone() -> None:
    """And one that cannot be is None."""
    assert only(rss(item(pubDate="2026-11-20 10:30")), zone=ZoneInfo("Europe/London")).published == datetime(
        2026, 11, 20, 10, 30, tzinfo=UTC
    )
    assert only(rss(item(pubDate="0001-01-01T00:00:00"))).published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize("announced", ["utf-8", "windows-1256", "iso-8859-1", "nonsense"])
def test_the_charset_is_found_out(encoding: str, announced: str) -> None:
    """Whatever prolog and header say."""
    title = "كتاب‌هاي تازه به روستا رسيد"
    text = rss(item(title=title), announced).replace("نمونه", "تازه")
    found = only(text.encode(encoding), content_type=f"text/xml; charset={announced}")
    assert found.title == title


@pytest.mark.parametrize(
    "text",
    [
        rss(item(title=TITLE + " & دیگران <b")),
        rss(item()).replace("</rss>", ""),
        rss(item()).replace("</channel></rss>", "</item>"),
        "\n\n  " + rss(item()),
        rss(item()).replace("<rss", "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://example.org/rss.dtd'><rss"),
        rss(item(title=TITLE + "\x00\x0b")),
        rss(item(title=TITLE + "&nbsp;&zwnj;&laquo;")),
    ],
)
def test_broken_xml_is_read_as_far_as_it_goes(text: str) -> None:
    """Unescaped, unclosed, with spaces before the prolog, a DTD, control characters, entities of HTML."""
    assert only(text).title.startswith(TITLE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("<!doctype html><html><body><p>خوش آمدید</p></body></html>", "html"),
        ('{"items": []}', "unknown"),
        ('<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + rss(item(title="&b;")), "entities"),
        ('<!DOCTYPE r [<!EnTiTy x SYSTEM "file:///etc/passwd">]>' + rss(item(title="&x;")), "entities"),
        (" " * 5_000_001, "large"),
    ],
)
def test_what_is_no_feed_says_why(text: str, reason: str) -> None:
    """Entities are refused before any parser sees them."""
    assert parse(text) == NotAFeed(reason)


def test_an_item_that_comes_twice_is_one() -> None:
    """By guid, else by address; one that says nothing is none; there is an end to how many there may be."""
    found = parse(rss(item(guid="a") + item(guid="a") + item(guid="b") + "<item></item>"))
    assert isinstance(found, ParsedFeed)
    assert [one.guid for one in found.items] == ["a", "b"]
    many = parse(rss("".join(item(guid=str(n)) for n in range(MAX_ITEMS + 20))))
    assert isinstance(many, ParsedFeed)
    assert len(many.items) == MAX_ITEMS


def test_a_link_to_elsewhere_than_the_web_is_none() -> None:
    """Nobody is sent to a script."""
    assert only(rss(item(link="javascript:alert(1)"))).url == ""


def test_a_large_feed_is_read_in_bounded_time() -> None:
    """Deep nesting, and a megabyte in one item."""
    began = time.process_time()
    parse(rss("<a>" * 20_000))
    parse(rss(item(description="<![CDATA[" + "<div>" * 150_000 + "]]>")))
    assert time.process_time() - began < 4


@given(st.text(max_size=200), st.binary(max_size=200))
def test_anything_is_a_feed_or_none(text: str, data: bytes) -> None:
    """No input raises."""
    parse(data)
    parse(rss(item(title=text, pubDate=text, description=text)).encode("utf-8", "replace"))
