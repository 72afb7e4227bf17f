"""The open classes of the attribution grammar, read from ``summarizer/data``: roles, names, bodies, outlets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from summarizer.persian.letters import ZWNJ, align
from summarizer.quotes.words import Token


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, each word aligned and without half-spaces.

    Args:
        roles: nouns that open a role.
        posted_roles: those that take a place or a body with a preposition («سفیر ایران در روسیه»).
        honorifics: words before a name that are no part of it.
        given_names: first names.
        bodies: nouns that open the name of an organisation.
        media: nouns that open the name of a paper or a channel.
        documents: nouns for what is written there.
        outlets: names of news outlets.
        places: countries and cities that end the name of a body.
        abroad: those of them that are not in Iran.
        home: those that are.
        capitals: those that stand for a government («مسکو اعلام کرد»): all abroad, and Iran's.
    """

    roles: frozenset[str]
    posted_roles: frozenset[str]
    honorifics: frozenset[str]
    given_names: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]
    places: frozenset[str]
    abroad: frozenset[str]
    home: frozenset[str]
    capitals: frozenset[str]


SECOND_HALVES: Final = frozenset({"الله", "اله", "الدین"})  # of a given name


def _lines(name: str) -> list[str]:
    raw = (files("summarizer") / "data" / name).read_text("utf-8")
    return [align(line).replace(ZWNJ, "") for line in raw.splitlines() if not line.startswith("#")]


def _set(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _read() -> Lexicon:
    roles = [line.split() for line in _lines("speaker_roles.txt") if line.strip()]
    abroad, home = " ".join(_lines("places.txt")).split(" / ")
    bodies, media, documents = " ".join(_lines("organisations.txt")).split(" / ")
    return Lexicon(
        roles=frozenset(role for role, *_ in roles),
        posted_roles=frozenset(role for role, *marks in roles if marks),
        honorifics=_set("honorifics.txt"),
        given_names=_set("given_names.txt"),
        bodies=frozenset(bodies.split()),
        media=frozenset(media.split()),
        documents=frozenset(documents.split()),
        outlets=_set("outlets.txt"),
        places=frozenset(abroad.split()) | frozenset(home.split()),
        abroad=frozenset(abroad.split()),
        home=frozenset(home.split()),
        capitals=frozenset(abroad.split()) | {"ایران", "تهران"},
    )


LEXICON: Final = _read()


@lru_cache(maxsize=1 << 14)
def is_role(word: str) -> bool:
    """Whether a word opens a role: bare, with an ezafe («سخنگوی») or as a plural («تحلیلگران»)."""
    roles = LEXICON.roles
    if word in roles or len(word) < 5:
        return word in roles
    return (word[-1] == "ی" and word[-2] in "وا" and word[:-1] in roles) or (word.endswith(("ان", "ها")) and word[:-2] in roles)


def role_at(words: Sequence[Token], i: int) -> bool:
    """Whether a role begins at this word, also one whose parts stand apart («نخست وزیر», «ستون نویس»)."""
    word = words[i].word
    return is_role(word) or (i + 1 < len(words) and word + words[i + 1].word in LEXICON.roles)
