"""Who speaks, as the clause before a cue names him: a noun phrase, a pronoun, or nobody.

Lives here: the reading of one clause. Who is meant by the phrase is decided in ``cast``.
"""

from collections.abc import Collection

from summarizer.quotes.lexicon import lexicon, role_at
from summarizer.quotes.mentions import Mention, is_personal_phrase, mention_of
from summarizer.quotes.openers import skip_openers
from summarizer.quotes.phrases import phrase_end
from summarizer.quotes.words import (
    CLOSING,
    COMMAS,
    DEMONSTRATIVES,
    PARTICIPLES,
    PRONOUNS,
    Token,
)


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
        end -= _ends_in_verb(tokens, i, end)
        alone = _before_object(tokens, i, end, known)
        if alone:
            return mention_of(tokens[i : i + alone])
        if end < len(tokens) and tokens[end].word == "را":
            i, after_object = skip_openers(tokens, end + 1), True
            continue
        personal = is_personal_phrase(tokens, i, end)
        if end < len(tokens) and tokens[end].word in PRONOUNS and not personal:
            return mention_of(tokens[end : end + 1])
        if not personal and (after_object or _is_verbal_noun(tokens, end)):
            return None
        return mention_of(tokens[i:end])
    return None


def _ends_in_verb(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a phrase has taken in the noun of the verb after it: «برخی عنوان | کرده بودند», «رسانه‌ها منتشر | کرده …»."""
    return end - i > 1 and end < len(tokens) and tokens[end].word in PARTICIPLES and tokens[end - 1].word not in CLOSING


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
    first, names = lexicon(), 0
    while i + names < end and (tokens[i + names].word in first.given_names or tokens[i + names].word in first.honorifics):
        names += 1
    return min(names + 1, end - i) if names else 0


def is_relative(words: list[Token]) -> bool:
    """Whether a sentence opens with a noun phrase and a relative clause: «رستم برزین، که مغازه دارد، …»."""
    end = phrase_end(words, skip_openers(words, 0))
    return any(word.word == "که" for word in words[end : end + 2])
