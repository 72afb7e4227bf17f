"""Comparing speakers across texts: name and role apart, and the form in which spellings of one person's name are equal.

Who speaks within one text is settled in ``cast``.
"""

from functools import lru_cache
from typing import NamedTuple

from summarizer.persian.letters import align, fold
from summarizer.quotes.figures import Figure, ends_name, read_figure
from summarizer.quotes.words import COMMAS, Token, tokens


class SpeakerName(NamedTuple):
    """A speaker's name and role, each '' where there is none.

    Args:
        name: the name of a person or a body, honorifics included.
        role: such as «سخنگوی وزارت خارجه».
    """

    name: str
    role: str


@lru_cache(maxsize=1024)
def split_speaker(speaker: str) -> SpeakerName:
    """Split a speaker, as ``Quote.speaker`` gives it, into name and role.

    Args:
        speaker: such as «ناصر کنعانی، سخنگوی وزارت خارجه».

    Returns:
        Both parts as slices of the speaker.
    """
    figure = figure_of(speaker)
    if figure is None:
        return SpeakerName("", "")
    return SpeakerName(_slice(speaker, figure.name), _slice(speaker, figure.role))


def name_words(speaker: str) -> tuple[str, ...]:
    """The words of a speaker's name for comparison.

    Args:
        speaker: as ``Quote.speaker`` gives it, or what a reader typed.

    Returns:
        Folded words without honorifics and without the role; empty when there is no name.
    """
    figure = figure_of(speaker)
    return tuple(fold(word) for word in figure.name_words) if figure and figure.name else ()


@lru_cache(maxsize=1024)
def speaker_key(speaker: str) -> str:
    """The form in which spellings of one speaker are equal.

    Args:
        speaker: as ``Quote.speaker`` gives it.

    Returns:
        The folded name without honorifics and role; the folded role when there is no name; '' for ''.
    """
    return " ".join(name_words(speaker)) or fold(speaker)


def is_same_person(one: str, other: str) -> bool:
    """Whether two speakers may be one person: one name is the other or its last words («کنعانی», «ناصر کنعانی»).

    Args:
        one: a speaker.
        other: another.

    Returns:
        True when the shorter name ends the longer; False when either has no name. Two people of one family name are told apart by
        their given names only, so the short form alone fits both.
    """
    short, long = sorted((name_words(one), name_words(other)), key=lambda words: len("".join(words)))
    return ends_name(short, long)


def figure_of(speaker: str) -> Figure | None:
    """The figure that the words for a speaker describe, read alone.

    Args:
        speaker: such as «ناصر کنعانی، سخنگوی وزارت خارجه».

    Returns:
        The figure; None where there is no word.
    """
    words = tokens(align(speaker), 0, len(speaker))
    return _figure(words) if any(token.word.isalnum() for token in words) else None


def _figure(words: list[Token]) -> Figure:
    """A speaker read back from «name، role», also where the role is one no list holds."""
    figure = read_figure(words)
    comma = next((i for i, token in enumerate(words) if token.word in COMMAS), 0)
    if figure.role or figure.body or not comma:
        return figure
    return Figure(words[:comma], words[comma + 1 :])


def _slice(speaker: str, words: list[Token]) -> str:
    return speaker[words[0].start : words[-1].end] if words else ""
