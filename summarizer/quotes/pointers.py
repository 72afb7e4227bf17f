"""«این وزارتخانه» within a role points nowhere once the role is shown alone: named where the text surely does, else left out.

Lives here: the words of a role as a reader sees them. Whom a speaker's own «این مقام» means is decided in ``cast``.
"""

from collections.abc import Sequence
from itertools import islice

from summarizer.persian.letters import ZWNJ
from summarizer.quotes.bodies import bodies_before
from summarizer.quotes.lexicon import lexicon
from summarizer.quotes.words import CLOSING, OPENING, Token, closed_class

_POINTERS = frozenset({"این", "آن", "همین"})
_FULL_NOUNS = {"وزارتخانه": "وزارت", "سفارتخانه": "سفارت", "وزارت‌خانه": "وزارت"}
_JOINS = frozenset({"و", "،"})
_WORKS = closed_class("works")  # «مجری این طرح» is «مجری طرح» alone
_ENOUGH = 2
_MAX_PLACES = 10


def role_parts(aligned: str, role: Sequence[Token]) -> list[Sequence[Token]]:
    """The stretches of text that make a role when it stands alone.

    Args:
        aligned: the aligned text.
        role: its tokens.

    Returns:
        Tokens in the order in which they are shown; the role itself when it points nowhere. None of them when nothing is left.
    """
    at = next((i for i in range(1, len(role) - 1) if role[i].word in _POINTERS), 0)
    if not at:
        return [role]
    tail = role[at + 2 :]
    noun = role[at + 1]
    body = _named(aligned, noun, role[at].start)
    if noun.word in _WORKS and not (body and body[-1].word in CLOSING):
        body = [noun]
    rest = tail if tail and tail[0].word in _JOINS and len(tail) > 1 else ()
    parts: list[Sequence[Token]] = [_without_dangling(role[:at]), body, rest]
    return [part for part in parts if part]


def _without_dangling(words: Sequence[Token]) -> Sequence[Token]:
    """The words without a preposition or a comma at their end, which wanted what is left out."""
    end = len(words)
    while end > 1 and (words[end - 1].word in ("در", "از", "به", "با", "برای", "و", "،") or words[end - 1].word in OPENING):
        end -= 1
    return words[:end]


def _named(aligned: str, noun: Token, before: int) -> Sequence[Token]:
    """The name of the body a noun points to, where one place tells it surely: in marks, ended by a place or a verb, or repeated."""
    full = _FULL_NOUNS.get(noun.word)
    text = full or aligned[noun.start : noun.end]
    for words, ended in islice(bodies_before(aligned, text, before), _MAX_PLACES):
        if ended or words[-1].word in CLOSING:
            return words
        place = next((i for i, word in enumerate(words) if word.word in lexicon().places), 0)
        if place:
            return words[: place + 1]
        for end in range(len(words), 1, -1):
            if _recurs(aligned, aligned[words[0].start : words[end - 1].end]):
                return words[:end]
        return ()
    return ()


def _recurs(aligned: str, phrase: str) -> bool:
    """Whether whole words occur more than once."""
    places, at = 0, aligned.find(phrase)
    while at >= 0 and places < _ENOUGH:
        after = aligned[at + len(phrase) : at + len(phrase) + 1]
        places += not (after.isalpha() or after == ZWNJ)
        at = aligned.find(phrase, at + 1)
    return places >= _ENOUGH


def bare(word: str) -> str:
    """A role's last word without the ezafe that led on to what is left out: «سخنگوی» → «سخنگو», «اعضای» → «اعضا»."""
    return word[:-1] if len(word) > _MIN_EZAFE and word.endswith(("ای", "وی", "اي", "وي")) else word


_MIN_EZAFE = 4
