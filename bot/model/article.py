"""Articles, what is derived from them, and how they are found. Times are aware UTC."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

TOPICS = ("politics", "economy", "society", "culture", "sport", "science", "world", "health")

Origin = Literal[
    "import", "page", "extracted", "teaser"
]  # a file; its page by rule; its page by the general extractor; the feed's teaser


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article on its way in, cleaned, with a title, not stored yet.

    Args:
        title: never empty.
        text: paragraphs parted by line ends; lines that are no news are gone, no word is changed.
        source: the outlet's name as a reader knows it; '' when not known.
        url: '' when there is none; an address identifies an article.
        published: when the outlet published it; the time of arrival where that is not known.
        dated: whether ``published`` is the outlet's own.
        topics: slugs out of TOPICS, best first.
        origin: where the text is from.
        author: '' when not known.
        image_url: '' when there is none.
    """

    title: str
    text: str
    source: str
    url: str
    published: datetime
    topics: tuple[str, ...] = ()
    origin: Origin = "import"
    author: str = ""
    image_url: str = ""
    dated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(NewArticle):
    """An article as stored.

    Args:
        id: the store's number for it, never used again.
        added: when it came into the store.
        story_id: the story it belongs to; its own id when it stands alone.
    """

    id: int
    added: datetime
    story_id: int


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list or a button shows of an article; ``dated`` tells whether ``published`` is the outlet's own time."""

    id: int
    title: str
    source: str
    published: datetime
    topics: tuple[str, ...] = ()
    dated: bool = True


@dataclass(frozen=True, slots=True)
class BriefQuote:
    """A quotation of an article.

    Args:
        text: as it stands in the article.
        start: offset into the article's text.
        end: offset past it.
        speaker: who said it, in the fullest form; '' when not known.
        mention: the words used for the speaker at that place.
        cue: the words that introduce it.
        kind: 'direct', 'indirect' or 'mixed'.
        marked: whether it stands in quotation marks.
        key: whether it is one of the few that the brief shows.
        shown_chars: how many of its characters the brief shows, where that is not all of it; 0 for all.
    """

    text: str
    start: int
    end: int
    speaker: str
    mention: str
    cue: str
    kind: str
    marked: bool
    key: bool
    shown_chars: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """What a reader gets of an article: its own sentences and its quotations, in the order of the text.

    Args:
        sentences: as they stand in the article; polished when shown.
        quotes: every quotation found; those with ``key`` are shown in the brief.
    """

    sentences: tuple[str, ...]
    quotes: tuple[BriefQuote, ...] = ()

    @property
    def key_quotes(self) -> tuple[BriefQuote, ...]:
        """The few that the brief shows."""
        return tuple(quote for quote in self.quotes if quote.key)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new article with its brief, ready to be stored in one transaction."""

    article: NewArticle
    brief: Brief


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a prepared article: its id, and whether it is new, known already, or a changed version."""

    id: int
    outcome: Literal["added", "known", "updated"]


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a longer list.

    Args:
        headlines: at most as many as were asked for.
        more: whether there are further ones.
        total: how many there are in all; None where counting them would cost too much.
    """

    headlines: tuple[Headline, ...]
    more: bool = False
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """A story with those who told it.

    Args:
        headline: its fullest article.
        sources: the outlets that told it, each once, the first to tell it first.
    """

    headline: Headline
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An article found by its name.

    Args:
        headline: the article.
        score: 0 to 1; 1 when every word of the name stands in the title as written.
        clear: whether this one stands so far ahead that no choice need be offered; only the first may be clear.
    """

    headline: Headline
    score: float
    clear: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article found by its words.

    Args:
        headline: the article.
        excerpt: a piece of its text around the hit, as it stands.
        marks: offsets (start, end) into the excerpt of the words that were met.
    """

    headline: Headline
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A stored quotation with the article it stands in."""

    headline: Headline
    quote: BriefQuote


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted in stored articles.

    Args:
        id: the store's number.
        name: the fullest form seen.
        role: the role most often given; '' when none is.
        quotes: how many quotations are stored.
    """

    id: int
    name: str
    role: str
    quotes: int
