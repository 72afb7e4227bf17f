"""The text of an element: paragraphs as a reader sees them, every half-space kept. Pure."""

import re
from dataclasses import dataclass, field

from bot.ingest.page.tree import Element, dropped, parsed, walked

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
UNSEEN = (
    "script, style, noscript, template, iframe, object, embed, svg, math, video, audio, canvas, select, button, input, textarea,"
    " [hidden], [aria-hidden=true]"
)
_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u202f\u2007]+")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")


@dataclass(slots=True)
class Paragraph:
    """A run of text without a break in it.

    Args:
        element: the block it stands in.
        text: one line.
        linked: how many of its characters are links.
    """

    element: Element
    text: str
    linked: int


@dataclass(slots=True)
class _Gathering:
    """The paragraph being put together, and those that are done."""

    done: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links_open: int = 0

    def take(self, text: str | None) -> None:
        """Add a piece of text."""
        if text:
            self.pieces.append(text)
            if self.links_open:
                self.linked += len(text.strip())

    def close(self, block: Element) -> None:
        """End the paragraph that stands in this block."""
        line = one_line("".join(self.pieces))
        if line:
            self.done.append(Paragraph(block, line, self.linked))
        self.pieces, self.linked = [], 0


def one_line(text: str) -> str:
    """The text with every run of spaces and line ends as one space."""
    return _SPACE.sub(" ", text).strip(" \u200c\u200b\ufeff")


def paragraphs(root: Element) -> list[Paragraph]:
    """The paragraphs of an element, in order: parted by blocks and by <br>."""
    gathering = _Gathering()
    blocks = [root]
    for event, element in walked(root):
        is_block = element.tag in BLOCKS
        if event == "start":
            if is_block or element.tag == "br":
                gathering.close(blocks[-1])
            if is_block:
                blocks.append(element)
            gathering.links_open += element.tag == "a"
            gathering.take(element.text)
        else:
            if is_block:
                gathering.close(blocks[-1])
                blocks.pop()
            gathering.links_open -= element.tag == "a"
            if element is not root:
                gathering.take(element.tail)
    gathering.close(blocks[-1])
    return gathering.done


def text_of(element: Element | None) -> str:
    """The text of an element as one line; '' for none."""
    return one_line(" ".join(one.text for one in paragraphs(element))) if element is not None else ""


def plain_text(html: str) -> str:
    """The text of a fragment of HTML.

    Args:
        html: as a feed carries it; may be plain text.

    Returns:
        Paragraphs parted by line ends.
    """
    if "<" not in html and not _ENTITY.search(html):
        return "\n".join(filter(None, map(one_line, html.split("\n"))))
    root = parsed(f"<div>{html}</div>")
    if root is None:
        return ""
    dropped(root, UNSEEN)
    return "\n".join(one.text for one in paragraphs(root))
