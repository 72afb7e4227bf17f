"""Writes expressions for FTS5. Every word is quoted, so that nothing a person types is read as syntax. Runs nothing."""

from collections.abc import Iterable


def word(term: str) -> str:
    """One word."""
    return '"' + term.replace('"', '""') + '"'


def beginning(prefix: str) -> str:
    """Any word that begins so."""
    return word(prefix) + "*"


def phrase(terms: Iterable[str]) -> str:
    """Words side by side."""
    return word(" ".join(terms))


def any_of(parts: Iterable[str]) -> str:
    """At least one of the parts; '' when there are none."""
    return _joined(" OR ", parts)


def all_of(parts: Iterable[str]) -> str:
    """Every one of the parts; '' when there are none."""
    return _joined(" AND ", parts)


def in_column(column: str, part: str) -> str:
    """The part, met in one column only."""
    return f"{{{column}}} : {part}"


def _joined(by: str, parts: Iterable[str]) -> str:
    """The parts in brackets; FTS5 reads an operator only where there is something on both sides."""
    given = [part for part in parts if part]
    return f"({by.join(given)})" if given else ""
