"""The title that stands above the text in a file, for the command line. The library itself is given title and text apart."""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from summarizer.model import Summary

MAX_TITLE_CHARS: Final = 200
MAX_HEADER_LINES: Final = 20
_FIELD: Final = re.compile(r"[a-z_]{2,20}: ?.{0,2000}")
_ENDS_A_SENTENCE: Final = (".", "…", "،", "؛", ":")


class Headed(NamedTuple):
    """A text and what stands above it.

    Args:
        title: '' where there is none.
        body_at: the offset at which the text begins.
    """

    title: str
    body_at: int


def headed(content: str) -> Headed:
    """Find the title of a file's content.

    Args:
        content: begins with a header of «name: value» lines that ends with a line ``---``, as articles for the bot have it; or with
            a short line that is no sentence, an empty line under it; or with neither.
    """
    header, rule, _ = content.partition("\n---\n")
    lines = header.split("\n")
    if rule and len(lines) <= MAX_HEADER_LINES and all(_FIELD.fullmatch(line) for line in lines if line.strip()):
        title = next((line.partition(":")[2].strip() for line in lines if line.startswith("title:")), "")
        return Headed(title, len(header) + len(rule))
    first, blank, rest = content.lstrip().partition("\n")
    title = first.strip()
    under, _, _ = rest.partition("\n")
    if not blank or under.strip() or not rest.strip() or len(title) > MAX_TITLE_CHARS or title.endswith(_ENDS_A_SENTENCE):
        return Headed("", 0)
    return Headed(title, content.index(first) + len(first) + 1)


def moved(summary: Summary, by: int) -> Summary:
    """A summary of a part of a text as one of the whole text.

    Args:
        summary: of the text after the first so many characters.
        by: how many these are.
    """
    return replace(
        summary,
        sentences=tuple(replace(one, start=one.start + by, end=one.end + by) for one in summary.sentences),
        quotes=tuple(replace(one, start=one.start + by, end=one.end + by) for one in summary.quotes),
        all_quotes=tuple(replace(one, start=one.start + by, end=one.end + by) for one in summary.all_quotes),
        read_chars=summary.read_chars + by,
        total_chars=summary.total_chars + by,
    )
