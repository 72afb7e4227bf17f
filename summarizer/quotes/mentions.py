"""The words that name a speaker at one place. Who is meant by them is decided in ``cast``."""

from typing import Final, Literal, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.words import (
    ADVERBS,
    CLOSING,
    COMMAS,
    DEMONSTRATIVES,
    PRONOUNS,
    Token,
    closed_class,
    is_finite,
)

Form = Literal["pronoun", "demonstrative", "nominal"]
_SUBJECTLESS: Final = closed_class("not a speaker")
_MAX_NAME: Final = 5


@mypyc_attr(acyclic=True)
@final
class Mention:
    """The words that name a speaker at one place.

    Args:
        start: offset of the first character.
        end: offset past the last one.
        form: a pronoun, «این …», or a name or role.
        words: its tokens.
        loose: whether an object may run on from them without a pause, so that nobody knows where they end.
    """

    __slots__ = ("end", "form", "loose", "start", "words")

    def __init__(self, start: int, end: int, form: Form, words: tuple[Token, ...], loose: bool = False) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.words = words
        self.loose = loose

    @property
    def is_personal(self) -> bool:
        """Whether the words are sure to name a person or an office."""
        return self.form != "nominal" or is_personal_phrase(list(self.words), 0, len(self.words))


def mention_of(words: list[Token]) -> Mention | None:
    """The mention these words make, or None when they name nobody."""
    words = list(words)
    while words and (words[-1].word in COMMAS or words[-1].word in ADVERBS or words[-1].word in "(-–:."):
        words.pop()
    if not words or words[0].word in _SUBJECTLESS or is_finite(words[-1].word):
        return None
    if len(words) == 2 and words[0].word == "خود" and words[1].word in PRONOUNS:
        del words[0]
    head = words[0].word
    form: Form = "pronoun" if head in PRONOUNS else "demonstrative" if head in DEMONSTRATIVES and len(words) > 1 else "nominal"
    if not any(word.word.isalpha() for word in words) or (head in DEMONSTRATIVES and len(words) == 1):
        return None
    return Mention(words[0].start, words[-1].end, form, tuple(words))


def is_personal_phrase(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a phrase is sure to name a person or an office: a pronoun, a role or a given name is in it."""
    if tokens[i].word in PRONOUNS:
        return True
    return any(role_at(tokens, j) or tokens[j].word in LEXICON.given_names for j in range(i, end))


def last_words(mention: Mention) -> frozenset[str]:
    """The last word of the name a nominal mention gives, where its name can be told: before a role or a comma."""
    words = mention.words
    if mention.form != "nominal" or role_at(words, 0):
        return frozenset()
    end = next((i for i in range(1, len(words)) if role_at(words, i) or _closes_name(words, i)), len(words))
    return frozenset({words[end - 1].word}) if end <= _MAX_NAME else frozenset()


def _closes_name(words: tuple[Token, ...], i: int) -> bool:
    """Whether a comma or a mark ends a name; a mark after an honorific opens it («سردار 'پرویز نیکان'»)."""
    return words[i].word in COMMAS or (words[i].word in CLOSING and words[i - 1].word not in LEXICON.honorifics)
