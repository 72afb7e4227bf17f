"""The polite words people put around what they ask for: «خبر زعفران را بده», «زعفران چی شد؟». Pure.

Only what stands at an end is taken off, and the rest is left as written, so that a title that holds such a word can still be named
by it: whoever looks for a name tries it as it was written first.
"""

import re
from functools import cache

from summarizer.persian.letters import fold

MAX_CHARS = 300
_OPENINGS = (
    "سلام", "درود", "لطفا", "لطف کنید", "لطف کن", "ممکن است", "ممکنه", "می‌شود", "میشه", "می‌شه", "می‌توانید",
    "می‌توانی", "میتونی", "می‌خواهم", "می خواهم", "می‌خوام", "می خوام", "به من", "بهم", "برای من", "برایم", "برام",
    "یک", "یه", "چه خبر از", "چه خبر", "تازه چه خبر", "خبر جدید", "خبر نو", "خبرهای نو", "خبرهای تازه", "خبر های تازه",
    "خبرهای جدید", "خبر های جدید", "اخبار تازه", "اخبار جدید", "خبر تازه", "خبر آخر", "آخرین خبر", "آخرین خبرهای", "آخرین اخبار",
    "تازه‌ترین خبر", "تازه‌ترین خبرهای", "جدیدترین خبر", "خبر", "خبرهای", "خبر های", "اخبار", "خبرها", "مهم‌ترین خبر",
    "مهم‌ترین خبرها", "مهم‌ترین خبرهای", "مهم‌ترین اخبار", "مهم ترین خبر", "مهم ترین خبرها", "مهم ترین خبرهای",
    "مهم ترین اخبار", "متن خبر", "متن کامل",
    "خبرا", "خبرای", "خبرای تازه", "خبرای جدید", "آخرین خبرا", "آخرین خبرای", "مهم‌ترین خبرا", "مهم‌ترین خبرای",
    "متن", "مقالهٔ", "مطلب", "چکیدهٔ", "چکیده", "چکیده‌ی", "چکیده ی", "چکیده‌ای از", "خلاصهٔ", "خلاصه", "خلاصه‌ی",
    "خلاصه ی", "خلاصه‌ای از", "مربوط به", "دربارهٔ", "درباره", "در باره", "در مورد", "درمورد", "راجع به", "در خصوص",
    "با نام", "به نام", "با عنوان", "بده", "بگو", "بفرست", "بگویید", "بفرستید", "نشان بده", "پیدا کن", "از",
)  # fmt: skip
_ENDINGS = (
    "را", "رو", "بده", "بدهید", "بدید", "بدین", "بگو", "بگویید", "بگید", "بفرست", "بفرستید", "بیار", "بیاور",
    "بیاورید", "نشان بده", "نشان بدهید", "نشان دهید", "نشون بده", "پیدا کن", "پیدا کنید", "خلاصه کن", "خلاصه کنید",
    "می‌خواهم", "می خواهم", "می‌خوام", "می خوام", "بخوانم", "بخونم", "ببینم", "بدانم", "بدونم", "لطفا", "لطفا بده",
    "ممنون", "مرسی", "متشکرم", "سپاس", "چی شد", "چی شده", "چه شد", "چه شده", "چه شده است", "چیه", "چیست", "چه خبر",
    "چه خبره", "چه خبر است", "چه خبر شده", "چی میگه", "چه می‌گوید", "به کجا رسید", "به کجا کشید", "برام", "برایم", "به من", "هست",
    "چی داری", "چی دارید", "چی هست", "دارید", "داری", "داره", "خبر", "خبری", "خبری هست", "خبری داری", "چکیده", "خلاصه",
    "چه خبر بود", "چی بود", "چه بود",
)  # fmt: skip
_EDGES = " \t\n؟?!.،؛:,;«»\"'“”()…-–"


@cache
def _words() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """The openings and endings as folded words."""
    return (
        frozenset(tuple(fold(one).split()) for one in _OPENINGS),
        frozenset(tuple(fold(one).split()) for one in _ENDINGS),
    )


def bare_name(text: str) -> str:
    """What is asked for, without the words that only ask.

    Args:
        text: as written; what is past ``MAX_CHARS`` is not read.

    Returns:
        The words between, as written; '' where nothing but asking is there.
    """
    openings, endings = _words()
    words = re.findall(r"\S{1,300}", text[:MAX_CHARS])
    folded = [fold(word).strip(_EDGES) for word in words]
    start, end = 0, len(words)
    while taken := _taken(folded[start:end], openings):
        start += taken
    while taken := _taken(folded[start:end][::-1], endings, backwards=True):
        end -= taken
    return " ".join(words[start:end]).strip(_EDGES)


def _taken(words: list[str], known: frozenset[tuple[str, ...]], *, backwards: bool = False) -> int:
    """How many words at the end looked at are a known row of words; the longest row counts, and marks alone are taken, too."""
    if words and not words[0]:
        return 1
    for length in (3, 2, 1):
        row = tuple(words[:length][::-1] if backwards else words[:length])
        if len(row) == length and row in known:
            return length
    return 0
