"""One article as somebody hands it over, before anything is made of it: what a record must be, and what is refused. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.errors import RecordError
from bot.ingest.dates import parse_date
from bot.model.article import TOPICS

MAX_TEXT_CHARS = 1_000_000
MAX_FIELD_CHARS = 2_000
FIELDS = ("title", "source", "url", "published", "topics", "author", "image_url")


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an article on its way in.

    Args:
        text: never blank.
        title: '' when it came without one.
        source: the outlet; '' when not known.
        url: '' when there is none.
        published: aware UTC; None when not known.
        topics: slugs given with it; () when they are to be found out.
        author: '' when not known.
        image_url: '' when there is none.
    """

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: datetime | None = None
    topics: tuple[str, ...] = ()
    author: str = ""
    image_url: str = ""


def record_from(fields: Mapping[str, object]) -> Record:
    """Check the fields of a record.

    Args:
        fields: by name; names that are no field of a record are passed over.

    Raises:
        RecordError: it has neither text nor title; a field is no text or too long; a date, an address or a topic cannot be read.
    """
    text, title = _text(fields, "text", MAX_TEXT_CHARS), _line(fields, "title")
    if not _has_letters(text):
        text = title  # a picture or a film has a title and nothing else; that much is known of it
    if not _has_letters(text):
        raise RecordError("it has no text")
    return Record(
        text=text,
        title=title,
        source=_line(fields, "source"),
        url=_address(fields, "url"),
        published=_date(_line(fields, "published")),
        topics=_topics(fields.get("topics")),
        author=_line(fields, "author"),
        image_url=_address(fields, "image_url"),
    )


def _has_letters(text: str) -> bool:
    """Whether anything is said in a text."""
    return any(letter.isalpha() for letter in text)


def _text(fields: Mapping[str, object], name: str, max_chars: int) -> str:
    """Take a text as it is, without what no text can hold."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RecordError(f"{name} is no text")
    if len(value) > max_chars:
        raise RecordError(f"{name} is longer than {max_chars:,} characters")
    return value.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")


def _line(fields: Mapping[str, object], name: str) -> str:
    """Take a text as one line."""
    return " ".join(_text(fields, name, MAX_FIELD_CHARS).split())


def _address(fields: Mapping[str, object], name: str) -> str:
    """Take an address that a reader may be sent to."""
    value = _line(fields, name)
    if value and not value.lower().startswith(("http://", "https://")):
        raise RecordError(f"{name} is no http address")
    return value


def _date(value: str) -> datetime | None:
    """Read a date; one without a zone is taken to be of Tehran."""
    if not value:
        return None
    at = parse_date(value)
    if at is None:
        raise RecordError("published is no date that can be read")
    return at.astimezone(UTC)


def _topics(value: object) -> tuple[str, ...]:
    """Take topics as a list or as a line with commas."""
    if value is None or value == "":
        return ()
    names = value.replace("،", ",").split(",") if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        raise RecordError("topics is no list")
    topics = tuple(str(name).strip().lower() for name in names if str(name).strip())
    for topic in topics:
        if topic not in TOPICS:
            raise RecordError(f"there is no topic {topic[:40]!r}; there are {', '.join(TOPICS)}")
    return topics
