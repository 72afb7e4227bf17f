"""Outlets that hand on what somebody else said within one clause: «رویترز به نقل از یک مقام گفت: …» is the official's."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.mentions import Mention, mention_of
from summarizer.quotes.phrases import phrase_end
from summarizer.quotes.words import COMMAS, DEMONSTRATIVES, Token, is_finite

_FROM: Final = frozenset({"نقل", "قول", "زبان"})
_REPORTS: Final = frozenset({"گزارش", "خبر"})  # the noun of the verb that is the cue («… گزارش داد»)
_BEFORE_FROM: Final = frozenset({"به", "از"})


def handed_on(words: list[Token], first: int, subject: Mention | None) -> Mention | None:
    """Whose words a clause reports when its subject is an outlet, or when it names nobody else.

    Args:
        words: those up to the cue.
        first: index of the clause's first word.
        subject: the clause's subject.

    Returns:
        The one quoted from, or the subject itself.
    """
    if (subject is not None and not is_outlet(subject.words)) or (subject is None and _is_credit(words, first)):
        return subject
    for i in range(len(words) - 2, max(first, 1) - 1, -1):
        if words[i].word in _FROM and words[i - 1].word in _BEFORE_FROM:
            start = i + 1 + (words[i + 1].word == "از")
            end = phrase_end(words, start) if start < len(words) else start
            end -= end == len(words) and end - start > 1 and words[end - 1].word in _REPORTS
            source = mention_of(words[start:end])
            opens_credit = end < len(words) - 1 and words[end].word in COMMAS
            if source is None or (subject is None and (opens_credit or is_outlet(source.words))):
                return subject
            return source
    return subject


def quoted_by(outlet: Mention, words: list[Token]) -> Mention | None:
    """Whom an outlet that a sentence is about quotes, a clause about him included: «رویترز به نقل از مقامی که …، نوشت»; or None.

    Args:
        outlet: its mention.
        words: those from the sentence's beginning to the cue.
    """
    source = handed_on(words, 0, outlet)
    return source if source is not outlet else None


def _is_credit(words: list[Token], first: int) -> bool:
    """Whether a clause opens with «به گزارش …», which names the outlet and nobody who speaks."""
    return first + 1 < len(words) and words[first].word == "به" and words[first + 1].word == "گزارش"


def may_relay(clause: str) -> bool:
    """Whether a clause's text holds what ``handed_on`` looks for; a quick look before its words are read."""
    return "نقل" in clause or "قول" in clause or "زبان" in clause


def is_outlet(words: Sequence[Token]) -> bool:
    """Whether a phrase opens with an outlet's name or the noun for one."""
    known = LEXICON
    first, *rest = words[:2]
    if first.word in known.outlets or first.word in known.media:
        return True
    if rest and (rest[0].word in known.outlets or rest[0].word in known.media):
        return True
    return any("".join(word.word for word in words[:count]) in known.outlets for count in (2, 3))  # «نیویورک تایمز»


def writes_on(outlet: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether an outlet that a sentence is about goes on with words of its own: «روزنامه X با گزارشی که پارسال گم شد، نوشت».

    Args:
        outlet: its phrase.
        words: those from the sentence's beginning to the cue; whoever is quoted in them speaks himself.
    """
    return _is_named(outlet) and not _reports(words) and not any(word.word in _FROM for word in words)


def tells_of(outlet: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether an outlet that a sentence is about tells of somebody else in it: «روزنامه X گزارش داد، … گفت».

    Args:
        outlet: its phrase.
        words: those from the sentence's beginning to the cue.
    """
    return _is_named(outlet) and _reports(words)


def _is_named(outlet: Sequence[Token]) -> bool:
    """Whether an outlet's phrase surely means one: by its noun («روزنامه X», «این روزنامه»), or by names that are nothing else."""
    known = LEXICON
    if outlet[0].word in DEMONSTRATIVES:
        return len(outlet) > 1 and outlet[1].word in known.media
    return outlet[0].word in known.media or all(word.word in known.outlets for word in outlet if word.word.isalnum())


def _reports(words: Sequence[Token]) -> bool:
    """Whether «گزارش داد» stands in these words."""
    return any(word.word in _REPORTS and is_finite(after.word) for word, after in pairwise(words))
