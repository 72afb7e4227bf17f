"""The quotations of a text as a table for the terminal, to read and to find faults with."""

from collections.abc import Iterator
from typing import Final

from summarizer.model import Quote
from summarizer.quotes.find import find_quotes

_HEADINGS: Final = ("place", "kind", "cue", "mention", "speaker", "words")
_WIDTHS: Final = (13, 10, 14, 22, 44, 72)


def quotes_table(text: str) -> str:
    """Draw the quotations of a text, one a line.

    Args:
        text: any text.

    Returns:
        Lines of columns: offsets, kind («*» for marked), cue, the words that name the speaker there, the speaker, the words quoted.
    """
    rows = [_HEADINGS, tuple("-" * width for width in _WIDTHS), *_rows(find_quotes(text))]
    return "\n".join("  ".join(_cell(value, width) for value, width in zip(row, _WIDTHS, strict=True)).rstrip() for row in rows)


def _rows(quotes: tuple[Quote, ...]) -> Iterator[tuple[str, ...]]:
    for quote in quotes:
        kind = f"{quote.kind}*" if quote.marked else quote.kind
        yield f"{quote.start}-{quote.end}", kind, quote.cue or "-", quote.mention or "-", quote.speaker or "?", quote.text


def _cell(value: str, width: int) -> str:
    """A value on one line and at its column's width."""
    line = " ".join(value.split())
    return line.ljust(width) if len(line) <= width else line[: width - 1] + "…"
