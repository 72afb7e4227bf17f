"""The body of a page that no rule fits: the block with the most prose in it, without what is mostly links. Pure.

Each paragraph of prose gives points to the block it stands in and half of them to the one around that, as in Readability
(Arc90, 2010); the block with the most points, less its share of links, is the body. What a paragraph gives grows with its
length and its marks.
"""

import re
from collections import Counter, defaultdict

from bot.ingest.page.rules import OUTSIDE
from bot.ingest.page.text import Paragraph, paragraphs
from bot.ingest.page.tree import Element, dropped

MIN_CHARS = 250  # less is a teaser, whatever stands around it
_MIN_PARAGRAPH = 40
_MAX_LINKED = 0.4
_MARKS = re.compile(r"[،,؛.!؟?»:]")
_FAR = (
    "comment",
    "related",
    "sidebar",
    "footer",
    "breadcrumb",
    "share",
    "social",
    "menu",
    "copyright",
    "newsletter",
    "most-read",
    "widget",
)
_SKIPPED_BLOCKS = frozenset(("table", "tbody", "tr", "td", "th", "nav", "footer", "aside", "figcaption", "header"))
_NOT_PROSE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "dt"))


def general_body(root: Element) -> list[str]:
    """The paragraphs of what is likely the article.

    Args:
        root: the page; what is surely no article is taken out of it.

    Returns:
        The paragraphs, in order; [] when there is no block with enough prose.
    """
    dropped(root, OUTSIDE)
    _drop_far(root)
    everything = paragraphs(root)
    best = _best_block(everything)
    if best is None:
        return []
    inside = _ancestors_at_most(everything, best)
    kept = [one.text for one in inside if _is_wanted(one)]
    return kept if sum(map(len, kept)) >= MIN_CHARS else []


def _drop_far(root: Element) -> None:
    """Take out blocks whose class or id says that they are no article, unless most of the page is in them."""
    whole = len(root.text_content())
    for element in list(root.iter("div", "section", "ul", "aside")):
        if element is root or element.getparent() is None:
            continue
        named = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if any(word in named for word in _FAR) and len(element.text_content()) * 2 < whole:
            element.drop_tree()


def _best_block(everything: list[Paragraph]) -> Element | None:
    """The block with the most points; a block that is one paragraph gives all of them to the one around it, too."""
    points: dict[Element, float] = defaultdict(float)
    times = Counter(one.element for one in everything)
    for one in everything:
        worth = _worth(one)
        if not worth:
            continue
        shares = (1.0, 1.0, 0.5) if times[one.element] == 1 and one.element.tag != "p" else (1.0, 0.5)
        block = one.element.getparent() if one.element.tag == "p" else one.element
        for share in shares:
            if block is None:
                break
            points[block] += share * worth
            block = block.getparent()
    return max(points, key=lambda block: points[block], default=None)


def _worth(one: Paragraph) -> float:
    """What a paragraph says for being prose; 0 when it is none."""
    if len(one.text) < _MIN_PARAGRAPH or one.linked > _MAX_LINKED * len(one.text) or one.element.tag in _NOT_PROSE:
        return 0.0
    if one.element.tag in _SKIPPED_BLOCKS or not _is_written(one.text):
        return 0.0
    marks = len(_MARKS.findall(one.text[:2000]))
    return (1 + min(len(one.text) / 100, 5) + min(marks, 10) / 2) * (1 - one.linked / len(one.text))


def _is_written(text: str) -> bool:
    """Whether a text is mostly letters."""
    sample = text[:400]
    return sum(map(str.isalpha, sample)) * 2 > len(sample)


def _ancestors_at_most(everything: list[Paragraph], block: Element) -> list[Paragraph]:
    """The paragraphs that stand in a block, at whatever depth."""
    within: dict[Element, bool] = {block: True}
    return [one for one in everything if _is_within(one.element, within)]


def _is_within(element: Element | None, within: dict[Element, bool]) -> bool:
    """Whether an element stands in one known to be within; what is found out is written down for the next."""
    path = []
    while element is not None and element not in within:
        path.append(element)
        element = element.getparent()
    answer = within[element] if element is not None else False
    within.update(dict.fromkeys(path, answer))
    return answer


def _is_wanted(one: Paragraph) -> bool:
    """Whether a paragraph of the body is text to read: no list of links, table's cell, title, or single word."""
    if one.linked > _MAX_LINKED * len(one.text) or one.element.tag in _SKIPPED_BLOCKS or one.element.tag == "h1":
        return False
    return len(one.text) >= _MIN_PARAGRAPH or one.element.tag in ("h2", "h3", "li", "p", "blockquote") or " " in one.text
