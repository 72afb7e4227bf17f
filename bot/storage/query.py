"""Reads what somebody typed into a search. Pure; knows no index.

    ایران روسیه         words; those that tell most must be met, the others rank
    "بازار سهام"         a phrase, also in «…» or “…”: the words side by side
    -سوریه              an exclusion, of a word or a phrase; it holds for the whole search
    بورس یا ارز          either; «یا» binds less than anything else, OR and | do the same

A subscription's words are read elsewhere (bot.topics.parse): there every word must be met, and some words name a topic or a person.
"""

import re
from dataclasses import dataclass

from summarizer.persian.letters import align
from summarizer.persian.terms import stem, terms

MAX_CHARS = 500
MAX_WORDS = 24
FUNCTION_WORDS = frozenset(("و", "در", "به", "از", "که", "با", "را", "این", "ان", "بر", "تا", "هم", "برای", "است"))
_EITHER = frozenset(("یا", "or", "|"))
_TOKEN = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<q1>[^"]*)"|«(?P<q2>[^»]*)»|“(?P<q3>[^”]*)”|(?P<bare>[^\s"«»“”]+))')


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word, or words side by side.

    Args:
        stems: at least one.
        strict: whether it was put in marks, and so must be met.
    """

    stems: tuple[str, ...]
    strict: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for.

    Args:
        any_of: alternatives, each of words and phrases to be met together; none of them is empty.
        none_of: words and phrases that may not be met.
    """

    any_of: tuple[tuple[Phrase, ...], ...]
    none_of: tuple[Phrase, ...] = ()


def read_query(typed: str) -> SearchQuery:
    """Read a search.

    Args:
        typed: any text; what is past ``MAX_CHARS`` characters or ``MAX_WORDS`` words is not read.

    Returns:
        The query; without alternatives where there was no word to search for.
    """
    alternatives: list[list[Phrase]] = [[]]
    none_of: list[Phrase] = []
    plain: list[str] = []
    for token in _TOKEN.finditer(typed[:MAX_CHARS]):
        quoted = next((token[name] for name in ("q1", "q2", "q3") if token[name] is not None), None)
        if quoted is None and not token["minus"] and align(token["bare"]).lower() not in _EITHER:
            plain.append(token["bare"])  # read together, since a half-space may have been typed as a space
            continue
        alternatives[-1] += _words(plain)
        plain = []
        if token["minus"]:
            none_of += _phrase(quoted if quoted is not None else token["bare"])
        elif quoted is not None:
            alternatives[-1] += _phrase(quoted)
        else:
            alternatives.append([])
    alternatives[-1] += _words(plain)
    return SearchQuery(tuple(one for words in alternatives if (one := _telling(words))), tuple(none_of[:MAX_WORDS]))


def _words(plain: list[str]) -> list[Phrase]:
    """Each of some words."""
    return [Phrase((stem(term),)) for term in terms(" ".join(plain))]


def _phrase(text: str) -> list[Phrase]:
    """The words side by side; nothing where there are none."""
    stems = tuple(stem(term) for term in terms(text))[:MAX_WORDS]
    return [Phrase(stems, strict=True)] if stems else []


def _telling(words: list[Phrase]) -> tuple[Phrase, ...]:
    """The words without those that every text has, unless there are no others."""
    distinct = tuple(dict.fromkeys(words))[:MAX_WORDS]
    return tuple(one for one in distinct if one.strict or one.stems[0] not in FUNCTION_WORDS) or distinct
