"""Plain words that do what a command does, since commands can only be Latin letters. Pure."""

import re
from dataclasses import dataclass

from bot.telegram.alerts_words import HOW_TO_EDIT, WRITE_NEW
from bot.telegram.asking import bare_name
from bot.telegram.days import phrase_in
from bot.telegram.sentences import asked_in_a_sentence
from bot.topics import Query, parse_query
from bot.topics.names import topic_called
from bot.topics.parse import BIG
from bot.topics.query import SaidBy
from summarizer.persian.letters import align, fold

PASTED_WORDS = 60  # a text of more words than this is an article, not a name
_WHOLE = {
    "start": ("شروع", "آغاز", "سلام", "درود", "سلام علیکم", "salam", "hi", "hello"),
    "thanks": (
        *("ممنون", "ممنونم", "خیلی ممنون", "مرسی", "سپاس", "سپاسگزارم", "متشکرم", "تشکر", "دست شما درد نکند"),
        *("دستت درد نکنه", "دمت گرم", "خسته نباشید", "عالی بود", "خداحافظ", "خدا حافظ", "باشه", "باشد", "اوکی", "ok", "نه ممنون"),
    ),
    "help": (
        *("راهنما", "کمک", "راهنمایی", "راهنمایی کن", "چیکار می‌کنی", "چه کار می‌کنی", "چکار می‌کنی", "چه کارهایی بلدی"),
        *("چه کارهایی می‌کنی", "تو کی هستی", "کی هستی", "شما کی هستید", "چطور کار می‌کنی", "چگونه کار می‌کنی", "چجوری کار می‌کنی"),
    ),
    "latest": (
        "تازه‌ها",
        "تازه",
        "تازه‌ترین",
        "تازه‌ترین‌ها",
        "جدیدترین‌ها",
        "جدیدترین خبرها",
        "تازه‌ترین خبر",
        "تازه‌ترین خبرها",
        "آخرین خبر",
        "آخرین خبرها",
        "خبر تازه",
        "خبرهای تازه",
        "خبرهای جدید",
        "اخبار تازه",
        "اخبار جدید",
        "آخرین اخبار",
        "جدیدترین اخبار",
        "تازه‌ترین اخبار",
        *("سرخط خبرها", "تیتر خبرها", "خبر فوری", "خبرهای فوری", "اخبار فوری"),
        "خبرها",
        "اخبار",
    ),
    "list": ("فهرست", "لیست", "فهرست خبرها", "لیست خبرها", "فهرست تازه‌ها"),
    "topics": ("موضوع‌ها", "موضوعات", "موضوع", "دسته‌ها"),
    "quotes": ("نقل‌قول", "نقل‌قول‌ها"),
    "search": ("جست‌وجو", "جستجو", "سرچ"),
    "subscribe": ("اشتراک", "هشدار تازه", "هشدار جدید"),
    "alerts": ("هشدارها", "هشدارهای من", "هشدارهایم", "هشدارهام", "هشدارهامو", "اشتراک‌ها", "اشتراک‌های من", "اشتراک‌هایم"),
    "unsubscribe": (
        *("لغو اشتراک", "لغو هشدار", "حذف هشدار", "لغو همه", "لغو هشدارها", "لغو همه هشدارها", "همه هشدارها را لغو کن"),
        *("هشدارها را لغو کن", "همه را لغو کن", "دیگر خبر نفرست"),
    ),
    "settings": ("تنظیمات", "تنظیم", "تنظیمات هشدار", "تنظیمات هشدارها", "ساعت سکوت", "ساعت‌های سکوت", "منطقه زمانی"),
    "cancel": ("انصراف", "لغو", "بی‌خیال", "نمی‌خواهم", "نمی‌خوام", "cancel"),
}
_OPENINGS = {
    "quotes": ("نقل‌قول‌های", "نقل‌قول", "نقل قول‌های", "نقل قول", "گفته‌های"),
    "search": ("جست‌وجوی", "جست‌وجو", "جستجوی", "جستجو", "جست و جوی", "جست و جو"),
    "subscribe": ("اشتراک", "هشدار برای"),
    "unsubscribe": ("لغو اشتراک", "لغو هشدار", "حذف هشدار"),
}
_LATIN = (
    "start",
    "help",
    "latest",
    "top",
    "summary",
    "topics",
    "quotes",
    "search",
    "subscribe",
    "unsubscribe",
    "alerts",
    "settings",
)
_WHENEVER = tuple(fold(word) + " " for word in ("هرگاه", "هر گاه", "هروقت", "هر وقت"))
_EDIT_LINE = re.compile(r"^(?:/edit|ویرایش) ([0-9۰-۹٠-٩]{1,18}) ", re.MULTILINE)  # in our message, or copied from it
_URL = re.compile(r"(?:https?://|(?<![\w@./-])www\.)[^\s<>«»\"“”،؛؟\u200e\u200f\u202a-\u202e\u2066-\u2069]{3,2000}", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}/[^\s<>«»\"“”،؛؟]{1,2000}", re.IGNORECASE)
_AFTER_URL = ".,;:!?'*_…\u200c"
_NEWS = (fold("خبر"), fold("اخبار"))
_HOW = frozenset(fold("چطور چطوری چگونه چجوری").split())
_OURS = tuple(fold("هشدار اشتراک مشترک لغو").split())
_FEW = 4  # words; a title that asks how has more
_ANY_DAY = ("", fold("امروز"))
_TOP = re.compile(
    rf"(?<!\w)(?:{BIG}) ?ترین(?: ?ها(?!\w)|"
    r" ?(?:خبر|اخبار|رویداد|تیتر)(?: ?های?|ای?)?(?!\w))"
)
_LISTS = ("alerts", "topics", "settings")
_HELLO = frozenset(fold("سلام درود").split())
_TIMES = frozenset(fold("صبح روز ظهر عصر شب وقت").split())
_WISHES = frozenset(fold("بخیر خوش").split())
_POLITE = _WISHES | frozenset(
    fold(
        "علیکم بر عرض و احترام خوبی خوبید خوبین چطوری چطورید چطورین چطور چطوره استی هستی هستید حال حالت حالتون شما به جان "
        "گزیده دوست عزیز"
    ).split()
)
_MARKS = " ؟?!.،"


def _closed(folded: str) -> str:
    """Words without the spaces between them, since a half-space is often typed as a space."""
    return folded.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plain text asks for.

    Args:
        name: a command's name, or 'pasted' for a text to summarize, 'link' for an address, 'list' for the list of the newest,
            'name' for anything else.
        text: what it is about.
    """

    name: str
    text: str


_BY_WORDS = {_closed(fold(word)): name for name, words in _WHOLE.items() for word in words}
_BY_OPENING = sorted(((fold(word) + " ", name) for name, words in _OPENINGS.items() for word in words), reverse=True)


def wish(text: str, answered: str = "") -> Wish:
    """Tell what a plain text asks for.

    Args:
        text: as written.
        answered: the text of our message that it answers; other words for a subscription are told by the «/edit» line in it.
    """
    if len(text.split()) > PASTED_WORDS:
        return Wish("pasted", text)
    if url := link_in(text):
        return Wish("link", url)
    folded = fold(text).strip(_MARKS)
    if _closed(folded) in _BY_WORDS or _greets(folded):
        return Wish(_BY_WORDS.get(_closed(folded), "start"), "")
    if edited := _EDIT_LINE.match(text) or (_asks_for_words(answered) and _EDIT_LINE.search(answered)):
        return Wish("edit", f"{edited[1]} {_EDIT_LINE.sub('', text).strip()}")
    first, _, rest = folded.partition(" ")
    if first in _LATIN and (not rest or not rest.isascii()):  # the name of a command without its slash, and no English sentence
        return Wish(first, _after(text, 1))
    if asked := asked_in_a_sentence(text) or _asks_for_a_person(text, folded):
        return Wish(*asked)
    for opening, name in _BY_OPENING:
        if folded.startswith(opening):
            return Wish(name, _after(text, len(opening.split())).removeprefix("از "))
    return _by_bare_words(text, folded) or Wish("name", text.strip())


def _by_bare_words(text: str, folded: str) -> Wish | None:
    """What a text asks for once its polite words are off: «خبرهای امروز را بده», «هشدارهای من را نشان بده»; and how to ask."""
    if asked := _asks_for_the_widest(folded):
        return asked
    first, *rest = folded.split() or [""]
    if first in _HOW and len(rest) <= _FEW and any(word.startswith(_OURS) for word in rest):
        return Wish("help", "")  # «چطور هشدار بگذارم؟»
    bare = fold(bare_name(text))
    news = any(word in folded for word in _NEWS)
    if bare in _ANY_DAY and news:
        return Wish("latest", "")
    name = _BY_WORDS.get(_closed(bare))
    return Wish(name, "") if name in _LISTS else _asks_for_days(bare, news=news)


def _asks_for_the_widest(folded: str) -> Wish | None:
    """«مهم‌ترین خبرها», «پربازدیدترین خبرهای ورزشی هفته»: what most outlets told, of a topic and of days, and nothing else."""
    found = _TOP.search(folded)
    if not found or bare_name(folded[: found.start()]):
        return None
    about = bare_name(folded[found.end() :])
    days = phrase_in(about)
    return Wish("top", about) if _is_topic_or_nothing(days.rest if days else about) else None


def _asks_for_days(bare: str, *, news: bool) -> Wish | None:
    """«خبرهای ورزشی دیروز», «دیروز چه خبر بود؟»; a weekday or a date alone may be an article's name."""
    days = phrase_in(bare)
    if days and (news or days.relative) and _is_topic_or_nothing(bare_name(days.rest)):
        return Wish("latest", f"{bare_name(days.rest)} {days.words}".strip())
    return None


def _is_topic_or_nothing(text: str) -> bool:
    return not text or topic_called(text) is not None


def _greets(folded: str) -> bool:
    """Whether a text is nothing but a greeting: «سلام، خوبی؟», «صبح بخیر»."""
    words = [word.strip(_MARKS) for word in folded.split()]
    if not words or not all(word in _POLITE or word in _HELLO or word in _TIMES for word in words):
        return False
    return words[0] in _HELLO or (words[0] in _TIMES and not _WISHES.isdisjoint(words))


def _asks_for_words(answered: str) -> bool:
    """Whether our message asks for other words of a subscription; an article's title may begin as the line in it does."""
    return WRITE_NEW in answered or HOW_TO_EDIT in answered


def _after(text: str, words: int) -> str:
    """What follows so many words, as it was written, in Persian letters."""
    parts = align(text).split(maxsplit=words)
    return " ".join(parts[words].split()).strip(_MARKS) if len(parts) > words else ""


def link_in(text: str) -> str:
    """The first web address in a text.

    Args:
        text: a sentence with an address in it, with or without http://; without either it has to stand alone and have a path.

    Returns:
        It with its scheme, without the marks of the sentence after it; '' where there is none.
    """
    found = _URL.search(text) or _BARE_ADDRESS.fullmatch(text.strip())
    if not found:
        return ""
    url = found[0].rstrip(_AFTER_URL)
    while url.endswith((")", "]")) and url.count("(") + url.count("[") < url.count(")") + url.count("]"):
        url = url[:-1].rstrip(_AFTER_URL)
    return url if "://" in url else f"https://{url}"


def _asks_for_a_person(text: str, folded: str) -> tuple[str, str] | None:
    """A sentence like «هرگاه از کنعانی نقل شد», where it is one and not a title that begins so."""
    if not folded.startswith(_WHENEVER):
        return None
    query = parse_query(text)
    if isinstance(query, Query) and any(isinstance(one, SaidBy) for conditions in query.any_of for one in conditions):
        return "subscribe", text.strip()
    return None
