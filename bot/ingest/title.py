"""A title for an article that came without one: the beginning of its lead, in the lead's own words. Pure."""

import re

from summarizer import find_quotes
from summarizer.persian.boilerplate import lead_credit
from summarizer.persian.sentences import split_sentences

MAX_CHARS = 90
_CLAUSE_END = re.compile(r"[،؛:!؟?…]|\.(?!\d)|\s[–—-]\s|\s(?=(?:که|تا|زیرا|چون|اما|ولی|در حالی)\s)")
_EDGES = " \u200c\u200f\n\t،؛:.,-–—"


def title_from(text: str) -> str:
    """Make a title from the first sentence: credit removed, cut at a clause, at most 90 characters.

    A lead that only says who said something gives what was said, since that is the news.

    Args:
        text: the article, cleaned.

    Returns:
        Words of the lead as they stand; '' when the text has no word.
    """
    spans = split_sentences(text)
    if not spans:
        return ""
    lead = text[spans[0].start : spans[0].end]
    lead = _news_of(lead[lead_credit(lead) :]).strip(_EDGES)
    return _balanced(lead if len(lead) <= MAX_CHARS else _cut(lead)).strip(_EDGES)


def _news_of(lead: str) -> str:
    """What is reported in the lead, where that is most of it; else the lead itself."""
    reported = next((one.text for one in find_quotes(lead) if len(one.text) * 2 >= len(lead)), "")
    return reported or lead


def _cut(lead: str) -> str:
    """Cut at the last clause end within the bound that leaves enough to say something, else at a word."""
    ends = [match.start() for match in _CLAUSE_END.finditer(lead, 0, MAX_CHARS + 1) if _outside_marks(lead, match.start())]
    for end in reversed(ends):
        if end >= MAX_CHARS // 3:
            return lead[:end]
    return lead[:MAX_CHARS].rsplit(" ", 1)[0]


def _outside_marks(lead: str, at: int) -> bool:
    """Whether this place is not within «…»."""
    return lead.count("«", 0, at) <= lead.count("»", 0, at)


def _balanced(title: str) -> str:
    """Drop a mark whose partner was cut off."""
    return title if title.count("«") == title.count("»") else title.replace("«", "").replace("»", "")
