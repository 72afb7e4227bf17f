"""Who speaks, as the clause before a cue names him: a noun phrase, a pronoun, or nobody.

Lives here: the reading of one clause. Who is meant by the phrase is decided in ``cast``.
"""

from collections.abc import Collection
from typing import Final

from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.mentions import Mention, is_personal_phrase, mention_of
from summarizer.quotes.openers import skip_openers
from summarizer.quotes.phrases import opens_given_name, phrase_end
from summarizer.quotes.words import (
    CLOSING,
    COMMAS,
    DEMONSTRATIVES,
    OPENING,
    PARTICIPLES,
    PRONOUNS,
    Token,
    is_finite,
)

_ASKED: Final = frozenset({"سوال", "سیوال", "سؤال", "سئوال", "پرسش", "پرسشی", "سوالی", "اینکه"})
_NEAR: Final = 5
_MIN_ROLE: Final = 2  # words: a role and what it is of
_OBJECT_WORDS: Final = 12
_OF_OFFICES: Final = frozenset({"سابق", "اسبق", "پیشین", "وقت", "فعلی", "کنونی"})  # follow an office and no name
_ALSO: Final = frozenset({"نیز", "هم", "همچنین"})  # stand between a subject and its object
_REPORTS: Final = frozenset({"گزارش", "خبر"})  # nouns of verbs of which the outlet is the subject


def read_subject(tokens: list[Token], first: int, known: Collection[str] = ()) -> Mention | None:
    """Read the subject of a clause.

    Args:
        tokens: the words up to the cue.
        first: index of the clause's first word.
        known: last words of the names of those who have spoken; such a word is a subject though an object follows it.

    Returns:
        The speaker's mention, or None when the clause names nobody.
    """
    i = skip_openers(tokens, first + 1 if first < len(tokens) and tokens[first].word == "که" else first)
    after_object = False
    while i < len(tokens):
        end = phrase_end(tokens, i)
        if end == i:
            return None
        if end < len(tokens) and tokens[end].word == "حتی" and _is_even(tokens, end):
            i = end + 1
            continue
        end -= _ends_in_verb(tokens, i, end)
        alone = _before_object(tokens, i, end, known)
        if alone:
            return mention_of(tokens[i : i + alone])
        if end < len(tokens) and tokens[end].word == "را":
            if not after_object and _holds_object(tokens, i, end):
                return _loosely(mention_of(tokens[i:end]))
            i, after_object = skip_openers(tokens, end + 1), True
            continue
        personal = is_personal_phrase(tokens, i, end)
        if end < len(tokens) and tokens[end].word in PRONOUNS and not personal:
            is_object = end + 1 < len(tokens) and tokens[end + 1].word == "را"
            return None if is_object else mention_of(tokens[end : end + 1])
        if not personal and (after_object or _is_verbal_noun(tokens, end)):
            return None
        mention = mention_of(tokens[i:end])
        return _loosely(mention) if end < len(tokens) and end - i > _MIN_ROLE and runs_on(tokens, end) else mention
    return None


def _is_even(tokens: list[Token], end: int) -> bool:
    """Whether the «حتی» after a phrase is that of «حتی X هم»: the phrase is then something else, and X speaks."""
    after = phrase_end(tokens, end + 1)
    return end + 1 < after < len(tokens) and tokens[after].word in ("هم", "نیز")


def _loosely(mention: Mention | None) -> Mention | None:
    """A mention just read, marked as one whose end nobody knows."""
    if mention is not None:
        mention.loose = True
    return mention


def _holds_object(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a phrase before «را» is long enough to hold a speaker and then the object («رئیس مجلس سخنان او | را»)."""
    role = next((j for j in range(i, end) if role_at(tokens, j)), end)
    if role >= end - _MIN_ROLE:
        return False
    return role == i or opens_given_name(tokens, i) or tokens[i].word in OPENING or tokens[role - 1].word in COMMAS


def runs_on(tokens: list[Token], end: int) -> bool:
    """Whether an object goes on past the end of a phrase («رئیس مجلس حفظ آثار | در موزه را …»), so that it may have begun in it.

    Args:
        tokens: the words of a sentence.
        end: index past the phrase.
    """
    words = [token.word for token in tokens[end : end + _OBJECT_WORDS]]
    if "را" not in words or words[0] in _ALSO:
        return False
    before = words[1 if words[0] in COMMAS else 0 : words.index("را")]
    return not any(
        (word in COMMAS and words[0] not in COMMAS) or word in PRONOUNS or word == "که" or is_finite(word) for word in before
    )


def _ends_in_verb(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a phrase has taken in the noun of the verb after it: «برخی عنوان | کرده بودند», «مهر گزارش | داد»."""
    if end - i < 2 or end >= len(tokens) or tokens[end - 1].word in CLOSING:
        return False
    return tokens[end].word in PARTICIPLES or (tokens[end - 1].word in _REPORTS and is_finite(tokens[end].word))


def _is_verbal_noun(tokens: list[Token], end: int) -> bool:
    """Whether «و» and the cue follow a phrase, so that it is a verb's noun («… را نفی و تأکید کرد»)."""
    return end == len(tokens) - 1 and tokens[end].word == "و"


def _before_object(tokens: list[Token], i: int, end: int, known: Collection[str]) -> int:
    """How many words name the speaker where an object runs on without a pause; 0 where none does.

    «خادمی فرسودگی ماشین‌ها را …», «این مسئول هدف بسیج را …», «مهندس نادر کرمی متوسط سرانه را …».
    """
    has_object = end < len(tokens) and tokens[end].word == "را"
    if end - i < 2:
        return 0
    if tokens[i].word in DEMONSTRATIVES:
        return 2 if end - i > 2 and has_object and role_at(tokens, i + 1) else 0
    length = next((j - i + 1 for j in range(i, min(i + 3, end)) if tokens[j].word in known), 0)
    if length and length < end - i and tokens[i + length].word not in COMMAS and not any(role_at(tokens, j) for j in range(i, end)):
        return length
    return _name_length(tokens, i, end) if has_object else 0


def _name_length(tokens: list[Token], i: int, end: int) -> int:
    """The honorifics and given names a phrase begins with, and one word more."""
    first, names = LEXICON, 0
    while i + names < end and (tokens[i + names].word in first.given_names or tokens[i + names].word in first.honorifics):
        names += 1
    if not names or (i + names < end and tokens[i + names].word in _OF_OFFICES):
        return 0  # «استاد سابق دانشگاه …»
    return min(names + 1, end - i)


def question_answered(words: list[Token]) -> int:
    """Index of «پاسخ» in «… در پاسخ به این سؤال که …، گفت»: what is asked holds clauses of its own; 0 where nothing is answered."""
    for i in range(1, len(words) - 2):
        if words[i].word == "پاسخ" and words[i - 1].word == "در" and any(t.word in _ASKED for t in words[i + 1 : i + _NEAR]):
            return i
    return 0


def is_relative(words: list[Token]) -> bool:
    """Whether a sentence opens with a noun phrase and a relative clause: «رستم برزین، که مغازه دارد، …»."""
    end = phrase_end(words, skip_openers(words, 0))
    return any(word.word == "که" for word in words[end : end + 2])
