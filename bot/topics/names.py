"""The topics' names as readers know them, from ``seeds/topics.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.model.article import TOPICS
from summarizer.persian.letters import fold

_FILE = Path(__file__).parents[2] / "seeds" / "topics.toml"


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic as a reader names it.

    Args:
        slug: out of TOPICS.
        name: its Persian name.
        emoji: what stands beside it on a button.
        words: other words that name it.
    """

    slug: str
    name: str
    emoji: str
    words: tuple[str, ...]


@cache
def topic_names() -> tuple[TopicName, ...]:
    """The topics in the order in which they are offered.

    Raises:
        ValueError: the file does not name each topic once.
    """
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))["topic"]
    names = tuple(TopicName(one["slug"], one["name"], one["emoji"], tuple(one["words"])) for one in listed)
    if sorted(one.slug for one in names) != sorted(TOPICS):
        raise ValueError(f"{_FILE.name} should name each of {', '.join(TOPICS)} once")
    return names


_NEWS_OF = re.compile(f"^(?:{'|'.join(map(fold, ('اخبار', 'خبرهای', 'خبر های', 'خبرای', 'خبر')))}) ")


@cache
def _slugs() -> dict[str, str]:
    """Each folded name with its slug."""
    return {fold(word): one.slug for one in topic_names() for word in (one.slug, one.name, *one.words)}


def topic_called(word: str) -> str | None:
    """The topic that a word names, or None.

    Args:
        word: as written, with or without half-spaces, in Arabic letters too; «خبرهای» may stand before it.
    """
    folded = fold(word)
    return _slugs().get(folded) or _slugs().get(_NEWS_OF.sub("", folded))


def topic_name(slug: str) -> str:
    """The Persian name of a topic; the slug itself for one that nobody knows."""
    return next((one.name for one in topic_names() if one.slug == slug), slug)
