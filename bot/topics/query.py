"""What a reader asked to hear of, as a value. How it is read from words stands in ``parse``, how articles meet it in ``match``.

A query is alternatives, any of which is enough, each of conditions that must all hold; and exclusions, none of
which may hold. Sentences about it are made in telegram/messages.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.topics.names import topic_name

MAX_CHARS = 200
MAX_WORDS = 16
WIDE_OUTLETS = 3  # so many tell a story before it counts as widely told


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word, or words in a row, in the title or the text.

    Args:
        text: as the reader wrote it.
        stems: what is compared; more than one must stand side by side.
    """

    text: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InTopic:
    """The article is of this topic.

    Args:
        slug: out of bot.model.article.TOPICS.
    """

    slug: str


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Somebody is quoted in the article.

    Args:
        name: as the reader wrote it.
        stems: all of them are in the speaker's name or role.
    """

    name: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromSource:
    """The article is of this outlet.

    Args:
        name: as the reader wrote it.
        stems: all of them are in the outlet's name.
    """

    name: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wide:
    """The article's story was told by ``WIDE_OUTLETS`` outlets or more."""

    stems: ClassVar[tuple[str, ...]] = ()


Condition = Phrase | InTopic | SaidBy | FromSource | Wide


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asked to hear of.

    Args:
        any_of: alternatives, each of conditions that must all hold; never empty, nor is any of them.
        none_of: conditions of which none may hold.
    """

    any_of: tuple[tuple[Condition, ...], ...]
    none_of: tuple[Condition, ...] = ()


Problem = Literal[
    "empty", "only_exclusions", "too_long", "too_many_words", "too_common", "contradiction", "unknown_topic", "no_name"
]


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """Why words are no query.

    Args:
        kind: 'empty' no word at all; 'only_exclusions' nothing but what is not wanted; 'too_long' and 'too_many_words' with the
            limit; 'too_common' words that every article has; 'contradiction' the same thing wanted and not wanted;
            'unknown_topic' after «موضوع:»; 'no_name' nothing after «گوینده:» or «منبع:».
        text: the words it is about; '' where it is about the whole.
        limit: the most that is taken: characters for 'too_long', words for 'too_many_words'; 0 elsewhere.
        given: how many were given; of an endless text only the beginning is counted.
    """

    kind: Problem
    text: str = ""
    limit: int = 0
    given: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One condition as a reader is shown it.

    Args:
        kind: what it asks for; 'phrase' is several words in a row.
        text: the word or words, the topic's Persian name, the speaker's or the outlet's name, what a story is that many tell.
    """

    kind: Literal["word", "phrase", "topic", "speaker", "source", "wide"]
    text: str


@dataclass(frozen=True, slots=True)
class Described:
    """A query as a reader is shown it.

    Args:
        any_of: the alternatives.
        none_of: the exclusions.
    """

    any_of: tuple[tuple[Part, ...], ...]
    none_of: tuple[Part, ...]


def describe(query: Query) -> Described:
    """The query's parts in Persian words, for a sentence to be made of.

    Args:
        query: what was asked for.
    """
    return Described(tuple(tuple(map(_part, conditions)) for conditions in query.any_of), tuple(map(_part, query.none_of)))


def _part(condition: Condition) -> Part:
    match condition:
        case Phrase(text, stems):
            return Part("phrase" if len(stems) > 1 else "word", text)
        case InTopic(slug):
            return Part("topic", topic_name(slug))
        case SaidBy(name):
            return Part("speaker", name)
        case FromSource(name):
            return Part("source", name)
        case Wide():
            return Part("wide", "پربازتاب")
