"""Lists of feeds as OPML 2.0, in and out: the only door to defusedxml. Pure.

Zone, desk and page family are no part of OPML; they go along as attributes that other readers pass over.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.ingest.addresses import target
from bot.model.article import TOPICS
from bot.model.feed import NewFeed

MAX_BYTES = 2_000_000
MAX_FEEDS = 2_000
MAX_CHARS = 200


def read_opml(data: bytes) -> tuple[NewFeed, ...] | None:
    """Read a list of feeds.

    Args:
        data: an OPML file.

    Returns:
        The feeds with public http addresses, each once; None when it is no OPML, is too large, or declares entities.
    """
    if len(data) > MAX_BYTES:
        return None
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    if root.tag.lower() != "opml":
        return None
    feeds: dict[str, NewFeed] = {}
    for outline in root.iter("outline"):
        aim = target(outline.get("xmlUrl") or outline.get("xmlurl") or "")
        if aim and len(feeds) < MAX_FEEDS:
            feeds.setdefault(aim.url, _feed(aim.url, outline))
    return tuple(feeds.values())


def write_opml(feeds: Iterable[NewFeed]) -> bytes:
    """Write a list of feeds, in UTF-8."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "گزیده"
    body = SubElement(root, "body")
    for feed in feeds:
        said = {"text": feed.name or feed.url, "title": feed.name, "type": "rss", "xmlUrl": feed.url, "language": feed.language}
        said |= {"category": f"/{feed.topic}" if feed.topic else "", "zone": feed.zone, "rules": feed.rules}
        SubElement(body, "outline", {name: value for name, value in said.items() if value})
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _feed(url: str, outline: Element) -> NewFeed:
    """The feed of an outline."""
    said = {
        name: " ".join(outline.get(name, "").split())[:MAX_CHARS]
        for name in ("title", "text", "language", "zone", "rules", "category")
    }
    topic = said["category"].strip("/").split(",")[0].split("/")[0].lower()
    return NewFeed(
        url=url,
        name=said["title"] or (said["text"] if said["text"] != url else ""),
        language=said["language"] or "fa",
        zone=said["zone"] or "Asia/Tehran",
        topic=topic if topic in TOPICS else "",
        rules=said["rules"],
    )
