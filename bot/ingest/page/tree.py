"""The only door to lxml: HTML into a tree, selectors into elements. Nothing here knows what an article is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.html import HTMLParser, document_fromstring

Element: TypeAlias = Any  # an lxml.html.HtmlElement; its stubs say nothing of it
MAX_CHARS = 5_000_000
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)


def parsed(html: str) -> Element | None:
    """Take a page apart.

    Args:
        html: any text; what is past ``MAX_CHARS`` is not looked at.

    Returns:
        Its root; None when there is nothing in it. Nesting past what libxml2 allows (256) is cut off.
    """
    text = _UNREADABLE.sub(" ", _DECLARATION.sub("", html[:MAX_CHARS])).strip()
    if not text:
        return None
    try:
        return document_fromstring(text.encode(), parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def selected(root: Element, selector: str) -> list[Element]:
    """The elements that a CSS selector means, in the order of the page."""
    found: Any = _selector(selector)(root)
    return list(found)


def first(root: Element, selector: str) -> Element | None:
    """The first of them, or None."""
    found = selected(root, selector) if selector else []
    return found[0] if found else None


def dropped(root: Element, selector: str) -> None:
    """Take elements out of the tree; the text behind each stays."""
    for element in selected(root, selector):
        if element is not root and element.getparent() is not None:
            element.drop_tree()


def walked(root: Element) -> Iterator[tuple[str, Element]]:
    """Each element twice, at its 'start' and its 'end', in the order of the page, without recursion."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str):
            yield event, element


@lru_cache(maxsize=256)
def _selector(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")
