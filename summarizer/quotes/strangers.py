"""Somebody named in a clause whose subject cannot be read: then the one who spoke before is not sure to speak on.

Lives here: whether, and where such a phrase begins on its own («در پایان این نشست | مینا رضوی گفت»). A name that a preposition
governs («در گفت‌وگو با مینا رضوی») is somebody else.
"""

from collections.abc import Sequence
from typing import Final

from summarizer.quotes.figures import is_name_like
from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.people import is_person, opens_group
from summarizer.quotes.words import (
    COMMAS,
    DEMONSTRATIVES,
    OPENING,
    PREPOSITIONS,
    PRONOUNS,
    TIME_NOUNS,
    Token,
    closed_class,
    is_finite,
)

_NO_NAME_BEFORE: Final = closed_class("dead or holy before a name") | closed_class("named after a person")
_TIMES: Final = closed_class("times")
_ALSO_WORDS: Final = closed_class("names that are also words")
_WHEN_OR_WHERE: Final = frozenset(
    {"در", "پس", "پیش", "قبل", "بعد", "طی", "ضمن", "هنگام", "همزمان", "تا"}
)  # may end before a subject
_DENIES: Final = frozenset({"تکذیب", "رد", "تایید", "تأیید"})
_REASONS: Final = frozenset({"چرا", "چراکه", "زیرا"})
_HE: Final = frozenset({"وی", "او"})
_DESCRIBED: Final = 4  # words within which «که» stands after somebody's first
_GENITIVE: Final = 4  # words over which a preposition reaches


def names_somebody(words: Sequence[Token]) -> bool:
    """Whether a name stands in these words that no preposition governs, or somebody's phrase begins in them on its own.

    Args:
        words: those from the sentence's beginning to the cue.
    """
    if any(_opens_name(words, i) and not _is_governed(words, i) for i in range(len(words) - 1)):
        return True
    return own_phrase(words, 0) > 0 or _goes_on_as_he(words) or _introduces(words)


def _introduces(words: Sequence[Token]) -> bool:
    """Whether a sentence opens with somebody whom a relative clause describes: «جوان کشاورزی که از روستا آمده، می‌گوید»."""
    return bool(words) and is_person(words[0].word) and any(word.word == "که" for word in words[1:_DESCRIBED])


def _goes_on_as_he(words: Sequence[Token]) -> bool:
    """Whether «وی» takes up somebody of the phrase before it: «با دستگیری راننده وی در بازجویی …», «در تحقیق از راننده وی به …»."""
    if not words or words[0].word not in PREPOSITIONS:
        return False
    return any(
        words[i].word in _HE
        and words[i - 1].word not in PREPOSITIONS
        and (i + 1 == len(words) or words[i + 1].word in PREPOSITIONS)
        for i in range(2, len(words))
    )


def breaks_in(words: Sequence[Token]) -> bool:
    """Whether somebody denies what has been said («… بسته است که دلگادو این خبر را رد کرد و»), who is then likely to speak on."""
    denies = [i for i in range(2, len(words)) if words[i].word in _DENIES]
    return any(words[i].word == "که" and is_finite(words[i - 1].word) for i in range(1, denies[-1] if denies else 0))


def is_reason(words: Sequence[Token], first: int) -> bool:
    """Whether a clause gives a reason: «…، چرا که خدا وعده داده»."""
    return any(word.word in _REASONS for word in words[first : first + 2])


def own_phrase(words: Sequence[Token], start: int) -> int:
    """Index where somebody's phrase begins on its own within a prepositional one that no comma ends; 0 where none does.

    Args:
        words: the words up to the cue.
        start: index of the preposition.

    Returns:
        The first place past a bracket, a time or «این …» where a name, a role, a body or people stand.
    """
    for i in range(start + 2, len(words) - 1):
        if _is_bound(words, i) and _opens_somebody(words, i):
            return i
    return 0


def _is_bound(words: Sequence[Token], i: int) -> bool:
    """Whether a genitive hardly reaches over the word before: a bracket's end, a time, a place, a noun after «این»."""
    before = words[i - 1].word
    if before == "نیز":
        return i > 2 and _is_bound(words, i - 1)
    if before in (")", "دیگری") or before in _TIMES or before in LEXICON.places:
        return True
    if before in DEMONSTRATIVES or not is_name_like(before):
        return False
    return words[i - 2].word in DEMONSTRATIVES or (i > 2 and words[i - 3].word in DEMONSTRATIVES and before.endswith("ی"))


def _opens_somebody(words: Sequence[Token], i: int) -> bool:
    word, known = words[i].word, LEXICON
    if word in PRONOUNS or _opens_name(words, i) or role_at(words, i) or word in known.bodies or word in known.media:
        return True
    if word == "یک":
        return words[i + 1].word not in TIME_NOUNS and is_person(words[i + 1].word)
    return opens_group([word, words[i + 1].word], 0)


def _opens_name(words: Sequence[Token], i: int) -> bool:
    word, known = words[i].word, LEXICON
    if (
        (word not in known.given_names and word not in known.honorifics)
        or word in _ALSO_WORDS
        or not is_name_like(words[i + 1].word)
    ):
        return False
    return not i or (words[i - 1].word not in _NO_NAME_BEFORE and words[i - 1].word not in known.given_names)


def _is_governed(words: Sequence[Token], i: int) -> bool:
    """Whether a preposition stands before a name, at most a few words back and in one phrase with it."""
    for j in range(i - 1, max(-1, i - 1 - _GENITIVE), -1):
        word = words[j].word
        if word == "مقابل" and j and words[j - 1].word == "در" and j == i - 1:
            return False  # «اما در مقابل پرویز نیکان … گفت»: on the other hand
        if word in PREPOSITIONS:
            return j == i - 1 or word not in _WHEN_OR_WHERE
        if word in COMMAS or word in OPENING or word in DEMONSTRATIVES or word == "را" or is_finite(word):
            return False
    return False
