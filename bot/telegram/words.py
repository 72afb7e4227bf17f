"""Plain words that do what a command does, since commands can only be Latin letters. Pure."""

import re
from dataclasses import dataclass

from bot.topics import Query, parse_query
from bot.topics.query import SaidBy
from summarizer.persian.letters import fold

PASTED_WORDS = 60  # a text of more words than this is an article, not a name
_WHOLE = {
    "start": ("شروع", "آغاز", "سلام"),
    "help": ("راهنما", "کمک", "راهنمایی"),
    "latest": (
        "تازه‌ها",
        "تازه",
        "تازه‌ترین",
        "تازه‌ترین خبر",
        "تازه‌ترین خبرها",
        "آخرین خبر",
        "آخرین خبرها",
        "خبر تازه",
        "خبرها",
        "اخبار",
    ),
    "topics": ("موضوع‌ها", "موضوعات", "موضوع", "دسته‌ها"),
    "subscribe": ("اشتراک", "هشدار تازه", "هشدار جدید"),
    "alerts": ("هشدارها", "هشدارهای من", "اشتراک‌ها", "اشتراک‌های من"),
    "unsubscribe": ("لغو اشتراک", "لغو هشدار", "حذف هشدار"),
    "settings": ("تنظیمات", "تنظیم"),
}
_OPENINGS = {
    "quotes": ("نقل‌قول‌های", "نقل‌قول", "نقل قول‌های", "نقل قول", "گفته‌های"),
    "search": ("جست‌وجوی", "جست‌وجو", "جستجوی", "جستجو"),
    "subscribe": ("اشتراک", "هشدار برای"),
    "unsubscribe": ("لغو اشتراک", "لغو هشدار", "حذف هشدار"),
}
_WHENEVER = tuple(fold(word) + " " for word in ("هرگاه", "هر گاه", "هروقت", "هر وقت"))
_EDIT_LINE = re.compile(r"^/edit ([0-9]{1,18}) ", re.MULTILINE)
_URL = re.compile(r"https?://\S{4,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plain text asks for.

    Args:
        name: a command's name, or 'pasted' for a text to summarize, 'link' for an address, 'name' for anything else.
        text: what it is about.
    """

    name: str
    text: str


_BY_WORDS = {fold(word): name for name, words in _WHOLE.items() for word in words}
_BY_OPENING = sorted(((fold(word) + " ", name) for name, words in _OPENINGS.items() for word in words), reverse=True)


def wish(text: str, answered: str = "") -> Wish:
    """Tell what a plain text asks for.

    Args:
        text: as written.
        answered: the text of our message that it answers; other words for a subscription are told by the «/edit» line in it.
    """
    if edited := _EDIT_LINE.search(answered):
        return Wish("edit", f"{edited[1]} {text.strip()}")
    if len(text.split()) > PASTED_WORDS:
        return Wish("pasted", text)
    if _URL.fullmatch(text.strip()):
        return Wish("link", text.strip())
    folded = fold(text).strip(" ؟?!.،")
    if folded in _BY_WORDS:
        return Wish(_BY_WORDS[folded], "")
    if folded.startswith(_WHENEVER) and _asks_for_a_person(text):
        return Wish("subscribe", text.strip())
    for opening, name in _BY_OPENING:
        if folded.startswith(opening):
            return Wish(name, folded.removeprefix(opening).removeprefix("از ").strip())
    return Wish("name", text.strip())


def _asks_for_a_person(text: str) -> bool:
    """Whether a sentence like «هرگاه از کنعانی نقل شد» is there, and not a title that begins so."""
    query = parse_query(text)
    return isinstance(query, Query) and any(isinstance(one, SaidBy) for conditions in query.any_of for one in conditions)
