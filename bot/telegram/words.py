"""Plain words that do what a command does, since commands can only be Latin letters. Pure."""

import re
from dataclasses import dataclass

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
}
_OPENINGS = {
    "quotes": ("نقل‌قول‌های", "نقل‌قول", "نقل قول‌های", "نقل قول", "گفته‌های"),
    "search": ("جست‌وجوی", "جست‌وجو", "جستجوی", "جستجو"),
}
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


def wish(text: str) -> Wish:
    """Tell what a plain text asks for.

    Args:
        text: as written.
    """
    if len(text.split()) > PASTED_WORDS:
        return Wish("pasted", text)
    if _URL.fullmatch(text.strip()):
        return Wish("link", text.strip())
    folded = fold(text).strip(" ؟?!.،")
    if folded in _BY_WORDS:
        return Wish(_BY_WORDS[folded], "")
    for opening, name in _BY_OPENING:
        if folded.startswith(opening):
            return Wish(name, folded.removeprefix(opening).removeprefix("از ").strip())
    return Wish("name", text.strip())
