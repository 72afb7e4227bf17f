"""Extractive summaries and key quotations of Persian news text.

Importing this loads neither hazm nor sumy; each name loads what it needs when it is first used. Where there is a compiled copy of
these very sources, that is what runs, see ``compiled``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer import compiled
from summarizer.errors import InvalidBudget, SummarizerError, UnknownMethod
from summarizer.model import Quote, Sentence, Summary

if TYPE_CHECKING:
    from summarizer.explanation import explain
    from summarizer.persian.half_spaces import restore_half_spaces
    from summarizer.persian.polish import polish
    from summarizer.pipeline import summarize
    from summarizer.quotes import find_quotes

compiled.use()
_HOMES = {
    "explain": "summarizer.explanation",
    "find_quotes": "summarizer.quotes",
    "polish": "summarizer.persian.polish",
    "restore_half_spaces": "summarizer.persian.half_spaces",
    "summarize": "summarizer.pipeline",
}

__all__ = [
    "InvalidBudget",
    "Quote",
    "Sentence",
    "SummarizerError",
    "Summary",
    "UnknownMethod",
    "explain",
    "find_quotes",
    "polish",
    "restore_half_spaces",
    "summarize",
]


def __getattr__(name: str) -> Any:
    """Load a public function from its room when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
