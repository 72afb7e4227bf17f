"""What a fetch comes to: values, one of which every fetch returns. Durations in seconds, sizes in bytes."""

from dataclasses import dataclass
from typing import Literal

Why = Literal[
    "address",  # no public http address, or it leads to none
    "redirects",  # too many, or in a circle
    "large",  # more than may be read, packed or unpacked
    "slow",  # not done within the time
    "type",  # of a kind that is neither feed nor page
    "encoding",  # packed in a way not known, or badly
    "status",  # an answer that is no success
    "network",  # no connection, or it broke
    "empty",  # a page without an article
]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body came.

    Args:
        url: where it was found in the end.
        body: unpacked.
        content_type: as the server called it; '' when it did not.
        etag: '' without one.
        last_modified: '' without one.
        moved_to: the new address when every redirect was for good; else ''.
    """

    url: str
    body: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing has changed since the last time.

    Args:
        moved_to: as for ``Fetched``.
    """

    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """The server asks to be left alone for a while.

    Args:
        seconds: how long, where it says so; else None.
        status: 429 or 503.
    """

    seconds: float | None
    status: int


@dataclass(frozen=True, slots=True)
class GoneForGood:
    """The server says that there is nothing there any more, and never will be (410)."""


@dataclass(frozen=True, slots=True)
class FetchFailed:
    """Nothing came.

    Args:
        why: the kind of failure.
        detail: a few words for the owner; for a status its number.
    """

    why: Why
    detail: str = ""


FetchResult = Fetched | NotModified | RetryAfter | GoneForGood | FetchFailed
