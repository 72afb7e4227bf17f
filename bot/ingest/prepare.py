"""From a record to an article with its brief: clean, title, topics, summary, quotations. Pure, and all the work on the CPU."""

import re
from datetime import datetime

from bot.ingest.record import Record
from bot.ingest.title import title_from
from bot.model.article import Brief, BriefQuote, NewArticle, Origin, Prepared
from bot.topics import classify
from summarizer import Quote, Summary, summarize
from summarizer.persian.boilerplate import lead_credit, strip_boilerplate
from summarizer.persian.wraps import unwrapped

MAX_TOPICS = 3
KEY_QUOTES = 4  # different speakers come first; a phone shows no more at a glance
_CREDITED = re.compile(r"به (?:گزارش|نقل از)\s+(?:خبرنگار\s+)?(?P<source>[^،,:؛.\n]{3,40})")


def prepare(record: Record, *, now: datetime, method: str = "news", origin: Origin = "import") -> Prepared:
    """Make of a record what the store keeps.

    Args:
        record: as it came.
        now: the time of arrival, for an article that has no time of its own.
        method: the ranking method of the summary.
        origin: where the text is from.
    """
    body = unwrapped(record.text)
    text = strip_boilerplate(body).strip() or body.strip()
    title = record.title or title_from(text) or text[:60]
    article = NewArticle(
        title=title,
        text=text,
        source=record.source or credited_source(text),
        url=record.url,
        published=record.published or now,
        dated=record.published is not None,
        topics=(record.topics or classify(title=title, text=text))[:MAX_TOPICS],
        origin=origin,
        author=record.author,
        image_url=record.image_url,
    )
    return Prepared(article, brief_of(text, title=title if record.title else "", method=method))


def brief_of(text: str, *, title: str = "", method: str = "news") -> Brief:
    """Make the brief of a text.

    Args:
        text: cleaned. Where its lines were cut to a width, the brief has spaces for them: a phone would cut them again.
        title: '' when it has none of its own; a title made from the lead would push the lead out of the summary.
        method: the ranking method.
    """
    summary = summarize(unwrapped(text), title=title, method=method, max_quotes=KEY_QUOTES)
    return Brief(tuple(sentence.text for sentence in summary.sentences), _quotes(summary))


def credited_source(text: str) -> str:
    """The outlet that the lead's credit names, as «به گزارش قدس آنلاین، …» does; '' without a credit."""
    match = _CREDITED.match(text[: lead_credit(text)])
    return " ".join(match["source"].split()) if match else ""


def _quotes(summary: Summary) -> tuple[BriefQuote, ...]:
    """All quotations, whole; of a key one that the brief shows in part, how much of it."""
    key = {quote.start: quote for quote in summary.quotes}
    return tuple(_brief_quote(quote, key.get(quote.start)) for quote in summary.all_quotes)


def _brief_quote(quote: Quote, key: Quote | None) -> BriefQuote:
    """A quotation of the library as the store keeps it."""
    return BriefQuote(
        text=quote.text,
        start=quote.start,
        end=quote.end,
        speaker=quote.speaker,
        mention=quote.mention,
        cue=quote.cue,
        kind=quote.kind,
        marked=quote.marked,
        key=key is not None,
        shown_chars=len(key.text) if key and key.end < quote.end else 0,
    )
