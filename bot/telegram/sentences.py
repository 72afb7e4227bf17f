"""Whole sentences that ask what a command asks: «هر وقت خبری از زلزله آمد خبرم کن», «کنعانی چی گفت؟». Pure.

A sentence counts only where it cannot be a title: a title does not say «خبرم کن» to its reader. «لغو» and «هشدار» open titles, too,
so after them only a topic's name counts.
"""

import re

from bot.topics.names import topic_called
from summarizer.persian.letters import ZWNJ, align, fold

MAX_CHARS = 200
_EDGES = " \t\n؟?!.،؛:,…"
_WHEN = r"(?:لطفا )?(?:هر ?گاه|هر ?وقت|هر ?زمان|هر ?موقع|وقتی|اگر|اگه)(?: که)?"
_TELL = (
    r"(?:به من |من را |منو |بهم |برام |برایم )?"
    r"(?:خبرم کن(?:ید|ین)?|(?:با ?خبر|مطلع|اگاه)م? کن(?:ید|ین)?|(?:خبر|اطلاع|هشدار|پیام) (?:بده(?:ید)?|بدید|بدین)|"
    r"بگو(?:یید)?|بگید|بگین|بفرست(?:ید|ین)?)"
)
_SAID = (
    r"(?:(?:چیزی|حرفی|سخنی|نظری|مطلبی) )?"
    r"(?:گفت|بگوید|بگه|زد|بزند|بزنه|داد|نوشت|حرف زد|حرف بزند|حرف بزنه|صحبت کرد|صحبت کند|صحبت کنه|سخن گفت|سخن بگوید)"
)
_CAME = (
    r"(?:امد|اومد|بود|باشد|باشه|رسید|برسد|برسه|بیاید|بیاد|داشتی|داشتید|پیدا شد|منتشر شد|منتشر بشه|منتشر شود|اتفاق افتاد|"
    r"پیش امد|ذکر شد|برده شد)"
)
_NEWS = r"(?:(?:نام|اسم|خبر|خبری|خبر های|خبرهای|اخبار|حرفی|چیزی)(?: تازه| جدید| تازه ای| جدیدی)? )?"
_ABOUT = r"(?:(?:از|درباره ی|درباره|در ?مورد|راجع به|برای|مربوط به) )?"
_ME = r"(?:(?:مرا|من را|منو|من رو) )"
_OF = r"(?:از|درباره ی|درباره|در ?مورد|راجع به|در جریان)"
_INFORM = r"(?:(?:با ?خبر|مطلع|اگاه|خبر)م? (?:کن|بساز|نگه ?دار)(?:ید|ین)?|(?:در جریانم? )?(?:بگذار|بذار|قرار بده)(?:ید|ین)?)"
_OBJECT = r"(?: را| رو)?"
_ANY_NEWS = frozenset(("خبر", "خبری", "خبرها", "اخبار", "هشدار", "هشداری", "چیزی"))
_NO_MORE = r"(?:نمی ?خواهم|نمی ?خوام|نفرست(?:ید|ین)?|نده(?:ید)?|ندید|نیار)"
_WHAT = r"(?P<what>.{2,80}?)"

_LATELY = r"(?:امروز |دیروز |اخیرا |جدیدا )?"
_OF_NEWS = r"(?:خبر|خبر های|خبرهای|اخبار|هشدار|هشدار های|هشدارهای)"

_PERSON = re.compile(rf"{_WHEN} (?:از )?{_WHAT} {_SAID}،? {_TELL}")
_SENTENCES = tuple(
    (re.compile(pattern), name)
    for name, patterns in {
        "subscribe": (
            rf"{_WHEN} {_NEWS}{_ABOUT}{_WHAT}(?: (?:در|توی|تو) خبر ?ها)? {_CAME}،? {_TELL}",
            rf"{_WHEN} {_NEWS}{_ABOUT}{_WHAT}،? {_TELL}",
            rf"(?:لطفا )?خبرم کن(?:ید|ین)?(?: (?:اگر|اگه|وقتی))? {_NEWS}{_ABOUT}{_WHAT}(?: {_CAME})?",
            rf"(?:لطفا )?{_ME}?{_OF} {_NEWS}{_WHAT} {_ME}?{_INFORM}",
            rf"می ?(?:خواهم|خوام) {_OF} {_NEWS}{_WHAT} (?:با ?خبر|مطلع|اگاه) (?:باشم|شوم|بشوم|بشم)",
            rf"(?:هر روز|روزانه|همیشه|مرتب) {_NEWS}{_ABOUT}{_WHAT}{_OBJECT} {_TELL}",
            rf"{_NEWS}{_ABOUT}{_WHAT}{_OBJECT} (?:خبرم کن(?:ید|ین)?|دنبال کن(?:ید|ین)?)",
        ),
        "unsubscribe": (
            rf"(?:دیگر|دیگه) (?:هیچ )?(?:{_OF_NEWS} )?{_NEWS}{_ABOUT}{_WHAT}{_OBJECT} {_NO_MORE}",
            rf"{_OF_NEWS} {_ABOUT}{_WHAT}{_OBJECT}(?: دیگر| دیگه)? {_NO_MORE}",
        ),
        "quotes": (
            rf"{_LATELY}(?P<what>\S{{2,30}}(?: \S{{2,30}}){{0,3}}?) {_LATELY}(?:چی|چه|چه چیزی) "
            r"(?:گفت|گفته|گفته است|میگه|می ?گوید|می ?گه|گفته بود)",
        ),
    }.items()
    for pattern in patterns
)
_TOPIC_ONLY = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (rf"(?:لغو|حذف|قطع) {_NEWS}(?P<what>.+)", "unsubscribe"),
        (rf"(?:هشدار|اعلان|مشترک|عضو) {_NEWS}(?P<what>.+?)(?: شو| شدن)?", "subscribe"),
    )
)


def asked_in_a_sentence(text: str) -> tuple[str, str] | None:
    """What a sentence asks.

    Args:
        text: as written.

    Returns:
        A command's name and its words as they were written; None where the text is no such sentence.
    """
    if len(text) > MAX_CHARS:
        return None
    spaced = align(text).replace("آ", "ا").replace(ZWNJ, " ")
    start = len(spaced) - len(spaced.lstrip(_EDGES))
    end = len(spaced.rstrip(_EDGES))
    if match := _PERSON.fullmatch(spaced, start, end):
        return "subscribe", f"هرگاه از {_words(text, match)} نقل شد"
    for pattern, name in _SENTENCES:
        if match := pattern.fullmatch(spaced, start, end):
            words = _words(text, match)
            return name, "" if fold(words) in _ANY_NEWS else words
    for pattern, name in _TOPIC_ONLY:
        if (match := pattern.fullmatch(spaced, start, end)) and topic_called(_words(text, match)):
            return name, _words(text, match)
    return None


def _words(text: str, match: re.Match[str]) -> str:
    """What is asked about, as it was written."""
    return text[match.start("what") : match.end("what")].strip(_EDGES)
