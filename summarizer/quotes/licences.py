"""Whether a cue reports speech at all: what must follow it, and what its clause must not be."""

import re
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.verbs import is_past_stem
from summarizer.quotes.cues import Cue
from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.mentions import Mention
from summarizer.quotes.spans import Follow, marked_span
from summarizer.quotes.words import COMMAS, Token, closed_class, is_finite, tokens

_LIST: Final = re.compile(
    r"(?:شرح|موارد|صورت|ترتیب|نکات|عناوین|محورهای|دلایل|جدول)[\x20\u200c](?:زیر|ذیل)|(?:بدین|این|همین)[\x20\u200c](?:ترتیب|شرح)"
    r"|در[\x20](?:زیر|ذیل)[\x20]{0,2}\Z"
)
_ITEM_CHARS: Final = 400
_BULLET_CHARS: Final = 3
_DASHES: Final = frozenset("-–*•")
_ITEM: Final = re.compile(r"\s{0,4}(?:1|الف)[\x20\u200c]{0,2}[-–)ـ][\x20]{0,2}")
_LIST_CHARS: Final = 34
_MODAL: Final = closed_class("modals")
_FAR_MODALS: Final = _MODAL - {"توان"}  # which is also a noun
_AS: Final = closed_class("as")
_SUPPOSES: Final = closed_class("supposes or dates")
_DATES: Final = frozenset({"هنگامی", "زمانی"})  # with «که»; «زمانی» alone is «once»
_FIGURES: Final = ("اعلام", "عنوان", "پیش")
_OBJECT_WORDS: Final = 24
_NEAR_CHARS: Final = 160
_CLAUSE_WORDS: Final = 4
_TAIL_CHARS: Final = 30
_FEW_CHARS: Final = 80


@mypyc_attr(acyclic=True)
@final
class Clause:
    """The clause before a cue.

    Args:
        words: those before the cue, from the sentence's beginning or past the quotation before it.
        first: index of the clause's first word.
        bounded: whether a clause ends before it; otherwise it begins where the words do.
        subject: who speaks in it, as far as it says.
        start: offset where it begins.
        text: that of the words; for a quick look.
    """

    __slots__ = ("bounded", "first", "start", "subject", "text", "words")

    def __init__(self, words: list[Token], first: int, bounded: bool, subject: Mention | None, start: int, text: str) -> None:
        self.words = words
        self.first = first
        self.bounded = bounded
        self.subject = subject
        self.start = start
        self.text = text


def governs(aligned: str, cue: Cue, follow: Follow, sentence: tuple[int, int], limit: int) -> bool:
    """Whether what follows a verb makes it report speech.

    Args:
        aligned: the aligned text.
        cue: the verb.
        follow: what stands after it.
        sentence: the bounds of its sentence.
        limit: offset of the paragraph's end.
    """
    told = follow.lead in ("colon", "that") or follow.mark
    if follow.lead == "none" or cue.family == "act" or (cue.family == "text" and not told):
        return False
    if cue.family == "free":
        return follow.mark and marked_span(aligned, follow.start, limit) is not None and not _heads_list(aligned, cue)
    if follow.lead in ("colon", "that"):
        return not _heads_list(aligned, cue) and not (cue.family != "verb" and _is_item(aligned, cue.end, follow.start))
    if follow.mark and marked_span(aligned, follow.start, limit) is not None:
        return True
    bare = cue.family == "verb" or (follow.lead == "comma" and not follow.mark)
    return bare and _is_clause(aligned, follow.start, sentence[1])


def _heads_list(aligned: str, cue: Cue) -> bool:
    """A false colon: «به شرح زیر اعلام کرد:», «موارد ذیل را عنوان کرد:»."""
    before = aligned[max(0, cue.start - _LIST_CHARS) : cue.start]
    if "زیر" in before or "ذیل" in before or "ترتیب" in before or "شرح" in before:  # a quick look
        return _LIST.search(before) is not None
    return False


def opens_item(aligned: str, start: int) -> bool:
    """Whether a line opens with a dash or a bullet, as headlines in a list do.

    Args:
        aligned: the aligned text.
        start: offset of the line's first character.
    """
    return aligned[start : start + _BULLET_CHARS].strip()[:1] in _DASHES


def is_verbless(aligned: str, start: int) -> bool:
    """Whether a line has no verb from an offset on: «- X خبر داد: | تصویب لایحه» is a headline and no quotation.

    Args:
        aligned: the aligned text.
        start: the offset.
    """
    newline = aligned.find("\n", start)
    words = tokens(aligned, start, min(newline if newline >= 0 else len(aligned), start + _ITEM_CHARS))
    return not any(is_finite(word.word) for word in words)


def _is_item(aligned: str, end: int, start: int) -> bool:
    """Whether what stands on the line after a cue is an item of a list: numbered, or without a verb."""
    if "\n" not in aligned[end:start]:
        return False
    return _ITEM.match(aligned, start) is not None or is_verbless(aligned, start)


def _is_clause(aligned: str, start: int, end: int) -> bool:
    """Whether the rest of the sentence is a clause that a bare verb may govern: some words, and a finite verb at the end."""
    words = tokens(aligned, max(start, end - _TAIL_CHARS), end)
    while words and not words[-1].word.isalnum():
        words.pop()
    if not words or aligned.count(" ", start, min(end, start + _FEW_CHARS)) < _CLAUSE_WORDS - 1:
        return False
    if len(words) > 1 and words[-2].word in ("می", "نمی"):
        return True  # «باز می گردند», its half-space turned to a space
    return is_finite(words[-1].word) or is_past_stem(words[-1].word)


def reports_nothing(aligned: str, cue: Cue, clause: Clause, follow: Follow) -> bool:
    """Whether the cue's clause shows that it is no report: a relative clause, a modal, or a verb that has its object.

    Args:
        aligned: the aligned text.
        cue: the verb.
        clause: the words before it.
        follow: what stands after it.
    """
    words = clause.words
    if words and words[-1].word == "که" and not clause.bounded and not follow.mark:
        return True  # «کسانی که می‌گویند …»: the sentence is about them
    if clause.subject is None and follow.lead == "that" and aligned.endswith("شود", cue.start, cue.end):
        return True  # «یادآور می‌شود که …» is the outlet's own
    if not _MODAL.isdisjoint([token.word for token in words[-3:]]) or (words and words[-1].word == "تا"):
        return True  # «نمی‌توان ابراز نگرانی کرد که …», «خواست تا اعلام کند …»: nobody says it
    if not follow.mark and ("باید" in clause.text or "توان" in clause.text) and _is_due(words[clause.first :]):
        return True
    if words and _may_suppose(clause.text[-_NEAR_CHARS:]) and _is_condition(words, plain=not is_pointed(follow)):
        return True
    if follow.lead == "colon" or follow.mark:
        return False
    if cue.family == "text" and (clause.subject is None or LEXICON.documents.isdisjoint([token.word for token in words])):
        return True  # «در خبرها آمده است که …», «نسلی آمده است که …»
    if _has_object(words[max(clause.first, len(words) - _OBJECT_WORDS) :]):
        return follow.lead != "that" or aligned.startswith(_FIGURES, cue.start)
    return follow.lead == "comma" and (clause.subject is None or words[0].word in _AS)


def _is_due(words: list[Token]) -> bool:
    """Whether a modal without its verb stands before the cue, which is that verb: «باید به دونده‌ای اشاره کرد که …»."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i].word
        if word in _FAR_MODALS or (word == "توان" and i and words[i - 1].word in ("می", "نمی")):
            return True
        if is_finite(word) or word in COMMAS or word == "و":
            return False
    return False


def _may_suppose(clause: str) -> bool:
    """Whether a text holds what ``_is_condition`` looks for; a quick look before its words are read."""
    return "اگر" in clause or "وقتی" in clause or "هنگامی" in clause or "زمانی" in clause or "هرگاه" in clause


def is_pointed(follow: Follow) -> bool:
    """Whether a colon or a mark shows that speech follows."""
    return follow.lead == "colon" or follow.mark


def _has_object(words: list[Token]) -> bool:
    """Whether «را» stands before the cue with no other verb between."""
    plain = [token.word for token in words]
    if "را" not in plain:
        return False
    after = plain[len(plain) - plain[::-1].index("را") :]
    return not any(map(is_finite, after))


def _is_condition(words: list[Token], *, plain: bool) -> bool:
    """Whether the cue stands in a clause that only supposes it («اگر کسی آمد و گفت …») or only dates something else by it.

    «هنگامی که او گفت راه بسته است برگشتند»: what is told is the return. A comma ends such a clause, and so does its verb.
    """
    for i in range(len(words) - 1, -1, -1):
        word = words[i].word
        if word in COMMAS or word in ".؟!»":
            return False
        if is_finite(word) and not (plain and i + 1 < len(words) and words[i + 1].word == "و"):
            return False
        if word in _SUPPOSES or (word in _DATES and i + 1 < len(words) and words[i + 1].word == "که"):
            return not (i + 1 < len(words) and words[i + 1].word == "چه")
    return False
