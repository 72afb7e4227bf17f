"""A feed's bytes into its items: the only door to feedparser. Pure; everything that comes out is plain text.

What is announced is not believed: the charset is found out, dates are read by ``dates``, control characters are taken out, and a
document that declares entities is refused before any parser sees it.
"""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

import feedparser

from bot.ingest.addresses import joined, normal_url
from bot.ingest.charset import decoded
from bot.ingest.dates import TEHRAN, believable, parse_date
from bot.ingest.page.text import one_line, plain_text
from bot.model.feed import FeedItem, NotAFeed, ParsedFeed

MAX_BYTES = 5_000_000
MAX_ITEMS = 300
MAX_TITLE_CHARS = 500
MAX_TEASER_CHARS = 5_000
MAX_TEXT_CHARS = 200_000
MIN_FULL_CHARS = 600  # a content element shorter than this is a teaser, whatever it is called
_HEAD_CHARS = 20_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}>", re.IGNORECASE)
_IMAGE = re.compile(r"<img\s[^>]{0,500}?src\s?=\s?[\"']([^\"'>]{5,1000})", re.IGNORECASE)
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def parse_feed(body: bytes, *, url: str, content_type: str = "", zone: tzinfo = TEHRAN, now: datetime) -> ParsedFeed | NotAFeed:
    """Take a feed apart: RSS 0.9 to 2.0, RDF, Atom, well-formed or not.

    Args:
        body: as it came, unpacked.
        url: where it was found; relative links are relative to it.
        content_type: the server's.
        zone: of dates without a zone.
        now: the time of the fetch; later dates become this.

    Returns:
        The feed with at most ``MAX_ITEMS`` items, or why it is none.
    """
    if len(body) > MAX_BYTES:
        return NotAFeed("large")
    text = _DECLARATION.sub("", _CONTROL.sub(" ", decoded(body, content_type))).strip()
    if not text:
        return NotAFeed("empty")
    if "<!entity" in text.lower():
        return NotAFeed("entities")
    text = _DOCTYPE.sub("", text[:_HEAD_CHARS]) + text[_HEAD_CHARS:]
    found = feedparser.parse(text.encode(), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        return NotAFeed("html" if _looks_like_html(text) else "unknown")
    items = (_item(entry, url, zone, now) for entry in found.entries[:MAX_ITEMS])
    return ParsedFeed(_line(found.feed.get("title"), MAX_TITLE_CHARS), tuple(_each_once(items)))


def _looks_like_html(text: str) -> bool:
    """Whether a document is a page."""
    head = text[:2000].lower()
    return "<html" in head or "<body" in head or "<head" in head


def _each_once(items: Iterator[FeedItem]) -> Iterator[FeedItem]:
    """The items that say something, without those that come a second time."""
    seen: set[str] = set()
    for item in items:
        mark = item.guid or item.url or item.title
        if mark not in seen and (item.title or item.teaser or item.text):
            seen.add(mark)
            yield item


def _item(entry: Any, base: str, zone: tzinfo, now: datetime) -> FeedItem:
    """One item; whatever it lacks is ''."""
    summary, content = _string(entry.get("summary")), _content(entry)
    teaser, full = plain_text(summary[:MAX_TEXT_CHARS]), plain_text(content[:MAX_TEXT_CHARS])
    if not full and len(teaser) > MAX_TEASER_CHARS:
        full = teaser
    return FeedItem(
        title=_line(entry.get("title"), MAX_TITLE_CHARS),
        url=_link(entry, base),
        guid=_string(entry.get("id")).strip()[:1000],
        teaser=_cut(teaser or full, MAX_TEASER_CHARS),
        text=full if len(full) >= MIN_FULL_CHARS and (len(full) > len(teaser) or len(teaser) > MAX_TEASER_CHARS) else "",
        published=believable(_published(entry, zone), now),
        author=_line(entry.get("author"), 80),
        image_url=_image(entry, base, summary, content),
        categories=_categories(entry),
    )


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _line(value: object, max_chars: int) -> str:
    """A text as one line without markup."""
    return one_line(plain_text(_string(value)[: max_chars * 4]).replace("\n", " "))[:max_chars]


def _cut(text: str, max_chars: int) -> str:
    """A text that ends with a whole word."""
    return text if len(text) <= max_chars else text[:max_chars].rsplit(" ", 1)[0]


def _content(entry: Any) -> str:
    """The longest of the content elements."""
    contents = [_string(one.get("value")) for one in entry.get("content") or () if "image" not in _string(one.get("type"))]
    return max(contents, key=len, default="")


def _link(entry: Any, base: str) -> str:
    """The item's page: its link, or its guid where that is one."""
    for link in (_string(entry.get("link")), _string(entry.get("id"))):
        found = normal_url(joined(base, link)) if link and ("/" in link or "." in link) else ""
        if found:
            return found
    return ""


def _published(entry: Any, zone: tzinfo) -> datetime | None:
    """The first date that can be read; feedparser's own reading is not asked."""
    for name in ("published", "updated", "created"):
        found = parse_date(_string(dict.get(entry, name)), zone)  # its own get() would put one date for another
        if found:
            return found
    return None


def _image(entry: Any, base: str, *htmls: str) -> str:
    """The first picture: media elements, enclosures, one in the text."""
    media = [*(entry.get("media_content") or ()), *(entry.get("media_thumbnail") or ())]
    listed = [_string(one.get("url")) for one in media if _string(one.get("type") or "image").startswith("image")]
    listed += [_string(one.get("href")) for one in entry.get("enclosures") or () if _string(one.get("type")).startswith("image")]
    listed += [found[1] for html in htmls if (found := _IMAGE.search(html))]
    return next(filter(None, (normal_url(joined(base, one)) for one in listed if one)), "")


def _categories(entry: Any) -> tuple[str, ...]:
    """The feed's own words for what the item is about."""
    words = (_line(tag.get("term"), 60) for tag in (entry.get("tags") or ())[:20])
    return tuple(dict.fromkeys(filter(None, words)))
