"""Whether a cue reports speech at all: what must follow it, and what its clause must not be."""

import re
from typing import NamedTuple

from summarizer.persian.verbs import is_past_stem
from summarizer.quotes.cues import Cue
from summarizer.quotes.mentions import Mention
from summarizer.quotes.spans import Follow, marked_span
from summarizer.quotes.words import Token, closed_class, is_finite, tokens

_LIST = re.compile(
    r"(?:شرح|موارد|صورت|ترتیب|نکات|عناوین|محورهای|دلایل)[\x20\u200c](?:زیر|ذیل)|(?:بدین|این|همین)[\x20\u200c](?:ترتیب|شرح)"
)
_LIST_CHARS = 34
_MODAL = closed_class("modals")
_AS = closed_class("as")
_FIGURES = ("اعلام", "عنوان", "پیش")
_OBJECT_WORDS = 14
_CLAUSE_WORDS = 4
_TAIL_CHARS = 30
_FEW_CHARS = 80


class Clause(NamedTuple):
    """The clause before a cue.

    Args:
        words: those before the cue, from the sentence's beginning or past the quotation before it.
        first: index of the clause's first word.
        bounded: whether a clause ends before it; otherwise it begins where the words do.
        subject: who speaks in it, as far as it says.
        start: offset where it begins.
    """

    words: list[Token]
    first: int
    bounded: bool
    subject: Mention | None
    start: int


def governs(aligned: str, cue: Cue, follow: Follow, sentence: tuple[int, int], limit: int) -> bool:
    """Whether what follows a verb makes it report speech.

    Args:
        aligned: the aligned text.
        cue: the verb.
        follow: what stands after it.
        sentence: the bounds of its sentence.
        limit: offset of the paragraph's end.
    """
    if follow.lead == "none" or cue.family == "act" or (cue.family == "text" and follow.lead != "colon" and not follow.mark):
        return False
    if cue.family == "free":
        return follow.mark and marked_span(aligned, follow.start, limit) is not None
    if follow.lead in ("colon", "that"):
        return not _heads_list(aligned, cue)
    if follow.mark and marked_span(aligned, follow.start, limit) is not None:
        return True
    bare = cue.family == "verb" or (follow.lead == "comma" and not follow.mark)
    return bare and _is_clause(aligned, follow.start, sentence[1])


def _heads_list(aligned: str, cue: Cue) -> bool:
    """A false colon: «به شرح زیر اعلام کرد:», «موارد ذیل را عنوان کرد:»."""
    return _LIST.search(aligned, max(0, cue.start - _LIST_CHARS), cue.start) is not None


def _is_clause(aligned: str, start: int, end: int) -> bool:
    """Whether the rest of the sentence is a clause that a bare verb may govern: some words, and a finite verb at the end."""
    words = tokens(aligned, max(start, end - _TAIL_CHARS), end)
    while words and not words[-1].word.isalnum():
        words.pop()
    if not words or aligned.count(" ", start, min(end, start + _FEW_CHARS)) < _CLAUSE_WORDS - 1:
        return False
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
    if any(token.word in _MODAL for token in words[-3:]) or (words and words[-1].word == "تا"):
        return True  # «نمی‌توان ابراز نگرانی کرد که …», «خواست تا اعلام کند …»: nobody says it
    if follow.lead == "colon" or follow.mark:
        return False
    if any(token.word == "را" for token in words[max(clause.first, len(words) - _OBJECT_WORDS) :]):
        return follow.lead != "that" or aligned.startswith(_FIGURES, cue.start)
    return follow.lead == "comma" and (clause.subject is None or words[0].word in _AS)
