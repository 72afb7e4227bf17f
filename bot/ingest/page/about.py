"""What a page says about its article in its head: title, time, author, picture, tags. Open Graph, JSON-LD, meta elements. Pure."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from bot.ingest.addresses import joined, normal_url
from bot.ingest.dates import parse_date
from bot.ingest.page.text import one_line
from bot.ingest.page.tree import Element, first, selected

MAX_CHARS = 300
MAX_TAGS = 20
_MAX_JSON_CHARS = 200_000
_ARTICLE_TYPES = ("newsarticle", "article", "reportagenewsarticle", "blogposting", "analysisnewsarticle", "liveblogposting")
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "lead": ("og:description", "description", "twitter:description"),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "pubdate", "publishdate", "date"),
    "author": ("author", "article:author", "dc.creator", "nastooh:author"),
    "image": ("og:image", "twitter:image", "twitter:image:src"),
    "tags": ("news_keywords", "keywords"),
}


@dataclass(frozen=True, slots=True)
class About:
    """What the head says; '' and None and () for what it does not.

    Args:
        title: one line, without the site's name.
        lead: the description.
        published: aware UTC.
        author: a name.
        image_url: whole.
        tags: as written.
    """

    title: str
    lead: str
    published: datetime | None
    author: str
    image_url: str
    tags: tuple[str, ...]


def about(root: Element, url: str, zone: tzinfo) -> About:
    """Read what a page says about itself.

    Args:
        root: the page, before anything is taken out of it.
        url: its address.
        zone: of times without a zone.
    """
    meta, linked = _meta(root), _linked_data(root)
    title = _without_site(meta["title"] or _name(linked.get("headline")) or _title(root), root)
    image = meta["image"] or _name(linked.get("image"))
    return About(
        title=title[:MAX_CHARS],
        lead=meta["lead"],
        published=parse_date(_name(linked.get("datePublished")), zone) or parse_date(meta["published"], zone),
        author=_author(_name(linked.get("author")) or meta["author"]),
        image_url=normal_url(joined(url, image)) if image else "",
        tags=_tags(meta["tags"]),
    )


def _meta(root: Element) -> dict[str, str]:
    """The meta elements that matter, each by its first name that says something."""
    said: dict[str, str] = {}
    for element in selected(root, "meta[content]"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        said.setdefault(name, one_line(element.get("content", "")[:2000]))
    return {field: next((said[name] for name in names if said.get(name)), "") for field, names in _META.items()}


def _linked_data(root: Element) -> Mapping[str, Any]:
    """The JSON-LD object that describes the article; an empty one without any."""
    for script in selected(root, 'script[type="application/ld+json"]'):
        text = script.text or ""
        if len(text) <= _MAX_JSON_CHARS:
            for one in _objects(text):
                if str(_name(one.get("@type"))).lower() in _ARTICLE_TYPES:
                    return one
    return {}


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD text: itself, those of its list, those of its graph."""
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _name(value: object) -> str:
    """The name in a value that may be a text, a list or an object."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("name") or value.get("url") or ""
        else:
            break
    return one_line(value[:2000]) if isinstance(value, str) else ""


def _author(name: str) -> str:
    """A name of somebody; '' for an address or a text too long to be one."""
    return "" if "://" in name or len(name) > 80 else name


def _title(root: Element) -> str:
    """What the window's title says."""
    found = first(root, "title")
    return one_line(found.text or "")[:2000] if found is not None else ""


def _without_site(title: str, root: Element) -> str:
    """The title without the name of the site behind it, when the page's first heading says so."""
    heading = first(root, "h1")
    said = one_line(heading.text_content())[:MAX_CHARS] if heading is not None else ""
    return said if len(said) >= 10 and title.startswith(said) else title


def _tags(listed: str) -> tuple[str, ...]:
    """The tags of a line with commas."""
    tags = (one_line(tag) for tag in listed.replace("،", ",").split(","))
    return tuple(dict.fromkeys(tag for tag in tags if 0 < len(tag) <= 60))[:MAX_TAGS]
