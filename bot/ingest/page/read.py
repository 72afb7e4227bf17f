"""``read_page``: which way of reading fits a page, and the article put together. Holds no selector."""

from datetime import datetime, tzinfo
from urllib.parse import urlsplit

from bot.ingest.charset import decoded
from bot.ingest.dates import TEHRAN, parse_date
from bot.ingest.page.about import MAX_TAGS, About, about
from bot.ingest.page.general import MIN_CHARS, general_body
from bot.ingest.page.rules import FAMILIES, OUTSIDE, Rules
from bot.ingest.page.text import UNSEEN, Paragraph, paragraphs, text_of
from bot.ingest.page.tree import Element, dropped, first, parsed, selected
from bot.model.feed import PageArticle
from summarizer.persian.boilerplate import is_boilerplate
from summarizer.persian.letters import fold

MIN_RULED_CHARS = 80  # a short item whose place is known is still an article
MAX_LEAD_CHARS = 1500
MAX_TEXT_CHARS = 200_000  # what is past this is no article, and would only keep a processor busy


def read_page(body: bytes, url: str, *, content_type: str = "", family: str = "", zone: tzinfo = TEHRAN) -> PageArticle | None:
    """Read the article of a page.

    Args:
        body: the page as it came, unpacked.
        url: where it was found.
        content_type: the server's, for its charset.
        family: the family of the page where it is known; '' finds it out.
        zone: of times without a zone.

    Returns:
        None when nothing on the page reads like an article.
    """
    root = parsed(decoded(body, content_type))
    if root is None:
        return None
    said = about(root, url, zone)
    dropped(root, UNSEEN)
    for rules in _candidates(root, url, family):
        text = _ruled_body(root, rules)
        if text:
            return _ruled(root, rules, said, text, zone)
    heading = text_of(first(root, "h1"))
    text = _cleaned(general_body(root), heading)
    if sum(map(len, text)) < MIN_CHARS:
        return None
    return PageArticle(
        title=heading or said.title,
        lead="",
        text="\n".join(text)[:MAX_TEXT_CHARS],
        origin="extracted",
        published=said.published,
        author=said.author,
        image_url=said.image_url,
        tags=said.tags,
    )


def _candidates(root: Element, url: str, family: str) -> list[Rules]:
    """The families that a page may be of: the one named, that of its site, those whose mark it bears."""
    host = urlsplit(url).hostname or ""
    named = [rules for rules in FAMILIES if rules.name == family]
    sites = [rules for rules in FAMILIES if any(host == site or host.endswith(f".{site}") for site in rules.hosts)]
    marked = [rules for rules in FAMILIES if rules.mark and first(root, rules.mark) is not None]
    return list(dict.fromkeys([*named, *sites, *marked]))


def _ruled_body(root: Element, rules: Rules) -> list[str]:
    """The paragraphs of the body where the family has it; [] when there are too few."""
    for selector in rules.body:
        found = selected(root, selector)
        if not found:
            continue
        element = max(found[:20], key=lambda one: len(one.text_content()))
        dropped(element, ", ".join(filter(None, (OUTSIDE, rules.drop))))
        text = [one.text for one in paragraphs(element) if _is_text(one)]
        if sum(map(len, text)) >= MIN_RULED_CHARS:
            return text
    return []


def _is_text(one: Paragraph) -> bool:
    """Whether a paragraph of a known body is the article's: not a line that is but a link, not a table's cell."""
    return one.linked * 10 < len(one.text) * 9 and one.element.tag not in ("td", "th", "figcaption", "h1")


def _ruled(root: Element, rules: Rules, said: About, body: list[str], zone: tzinfo) -> PageArticle:
    """The article of a page whose family is known."""
    title = text_of(first(root, rules.title)) or said.title
    lead = text_of(first(root, rules.lead))[:MAX_LEAD_CHARS]
    text = _cleaned(body, title)
    if lead and not any(_same_start(lead, one) for one in text[:2]):
        text.insert(0, lead)
    tags = [text_of(one) for one in selected(root, rules.tags)[:MAX_TAGS]] if rules.tags else []
    return PageArticle(
        title=title,
        lead=lead,
        text="\n".join(text)[:MAX_TEXT_CHARS],
        origin="page",
        published=said.published or _shown_date(root, rules, zone),
        author=said.author,
        image_url=said.image_url,
        tags=tuple(dict.fromkeys(filter(None, tags))) or said.tags,
    )


def _shown_date(root: Element, rules: Rules, zone: tzinfo) -> datetime | None:
    """The time as the page shows it to a reader."""
    for element in selected(root, rules.date)[:5]:
        found = parse_date(element.get("datetime") or text_of(element), zone)
        if found:
            return found
    return None


def _cleaned(body: list[str], title: str) -> list[str]:
    """The paragraphs that are news: none twice in a row, not the title again, nothing after the end."""
    kept: list[str] = []
    for one in body:
        if (kept and kept[-1] == one) or is_boilerplate(one) or (not kept and fold(one) == fold(title)):
            continue
        kept.append(one)
    return kept


def _same_start(lead: str, paragraph: str) -> bool:
    """Whether a body repeats its lead."""
    one, other = fold(lead), fold(paragraph)
    return bool(one) and (other.startswith(one[:80]) or one.startswith(other[:80] or "\x00"))
