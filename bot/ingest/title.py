"""A title for an article that came without one: the beginning of its lead, in the lead's own words. Pure.

A title is a whole clause, or ends in «…»: half a sentence that looks like a whole one misleads.
"""

import re
from collections.abc import Iterator

from summarizer import find_quotes
from summarizer.persian.boilerplate import lead_credit
from summarizer.persian.sentences import split_sentences

MAX_CHARS = 90
_ELLIPSIS = "…"
_LEAST_CHARS = 30  # of a clause that says enough by itself
_LEAST_WORDS = 3
_SHARE_OF_LEAD = 1 / 3
_SENTENCES_READ = 3
_EDGES = " \u200c\u200e\u200f\n\t،؛:.,-–—"
_STOP = re.compile(r"[؛!؟?]|\.(?!\d)")
_JOINT = re.compile(r"\s*[،,]|\s+(?=(?:و|تا|زیرا|چون|چرا ?که|اما|ولی|هرچند|گرچه|در ?حالی ?که|به ?طوری ?که)\s)|\s+[–—-]\s")
_BE = "است|نیست|هستند|نیستند|بود|نبود|بودند|شد|نشد|شدند|شده|شود|نشود|شوند|باشد|باشند|دارد|ندارد|دارند|ندارند"
_DO = "کرد|نکرد|کردند|کرده|کند|نکند|کنند|داد|دادند|دهد|دهند|گرفت|گرفتند|یافت|یافتند|گوید|گویند"
_GO = "رفت|رفتند|آمد|آمدند|رسید|رسیدند|گذاشت|گذاشتند|ماند|ماندند|برد|بردند|باخت|ساخت|ساختند|خواست|خواستند|انجامید|پیوست|کشید"
_FINITE = re.compile(
    rf"(?<![\w\u200c])(?:{_BE}|{_DO}|{_GO}|\w{{2,12}}ه[ \u200c]?(?:است|اند)|"
    r"ن?می[ \u200c]?\w{2,10}|ن?خواه(?:د|ند|یم) \w{2,10})\s*\Z"
)
_LOOK_BACK = 30
_THAT = re.compile(r"\s(?:که|چه)\s")
_BEGINS_BELOW = re.compile(
    r"(?:اگر|چنانچه|وقتی|هنگامی|زمانی|هرچند|اگرچه|گرچه|با (?:این ?که|آن ?که|وجود|توجه)|پس از (?:این|آن) ?که|در ?حالی ?که)\s"
)
_WITHIN = re.compile(
    r"(?<![\w\u200c])(?:این[ \u200c]?که|آن[ \u200c]?که|آنچه|چنانچه|وقتی|هنگامی|زمانی|با بیان|با اشاره)(?![\w\u200c])"
)
_LOOSE_END = re.compile(
    r"[\s،,]+(?:و|یا|به|از|در|با|که|تا|بر|برای|این|آن|را|یک|هر|نیز|هم|بین|میان|روی|درباره|مورد|طی|ضمن|پس|بعد|قبل|می|نمی|ها|های)\Z"
)


def title_from(text: str) -> str:
    """Make a title from the first sentence: credit removed, at most 90 characters, a whole clause or «…» at its end.

    A lead that only says who said something gives what was said, since that is the news.

    Args:
        text: the article, cleaned.

    Returns:
        Words of the lead as they stand, with «…» where they break off; '' when the text has no word.
    """
    lead = _news_of(_lead(text)).strip(_EDGES)
    return _balanced(lead if len(lead) <= MAX_CHARS else _cut(lead))


def _lead(text: str) -> str:
    """The first sentence of some words, or the first at all."""
    sentences: list[str] = []
    for span in split_sentences(text)[:_SENTENCES_READ]:
        sentence = text[span.start : span.end]
        sentences.append(sentence[lead_credit(sentence) :])
    return next((one for one in sentences if len(one.split()) >= _LEAST_WORDS), sentences[0] if sentences else "")


def _news_of(lead: str) -> str:
    """What is reported in the lead, where that is a good part of it; else the lead itself."""
    least = max(_LEAST_CHARS, _SHARE_OF_LEAD * len(lead))
    texts = (one.text for one in find_quotes(lead) if len(one.text) >= least)
    return next((text for text in texts if text.count('"') % 2 == 0), lead)


def _cut(lead: str) -> str:
    """A whole clause that is long enough and fits, the longest; else as many words as fit, and «…»."""
    ends = [end for end in _ends(lead) if end >= _LEAST_CHARS]
    if ends:
        return lead[: max(ends)].strip(_EDGES)
    words = lead[:MAX_CHARS].rsplit(None, 1)[0][: MAX_CHARS - 1]
    while loose := _LOOSE_END.search(words):
        words = words[: loose.start()]
    return words.rstrip(_EDGES) + _ELLIPSIS


def _ends(lead: str) -> Iterator[int]:
    """Where a whole clause ends within the bound."""
    for stop in _STOP.finditer(lead, 0, MAX_CHARS):
        if _outside_marks(lead, stop.start()):
            yield stop.end()
    for joint in _JOINT.finditer(lead, 0, MAX_CHARS + 1):
        if _outside_marks(lead, joint.start()) and _is_whole(lead[: joint.start()]):
            yield joint.start()


def _is_whole(clause: str) -> bool:
    """Whether words end in a finite verb that is their own: after «… است که» it is, after «مردی که …» it is the relative's."""
    if not _FINITE.search(clause, max(0, len(clause) - _LOOK_BACK)) or _BEGINS_BELOW.match(clause) or _WITHIN.search(clause):
        return False
    return all(_FINITE.search(clause[max(0, that.start() - _LOOK_BACK) : that.start()]) for that in _THAT.finditer(clause))


def _outside_marks(lead: str, at: int) -> bool:
    """Whether this place is not within «…» or (…)."""
    return lead.count("«", 0, at) <= lead.count("»", 0, at) and lead.count("(", 0, at) <= lead.count(")", 0, at)


def _balanced(title: str) -> str:
    """Drop a mark whose partner was cut off."""
    return title if title.count("«") == title.count("»") else title.replace("«", "").replace("»", "").strip(_EDGES)
