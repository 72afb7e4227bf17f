"""Extractive summaries and key quotations of Persian news text.

Importing this loads neither hazm nor sumy; each call loads what it needs.
"""

from summarizer.errors import InvalidBudget, SummarizerError, UnknownMethod
from summarizer.model import Quote, Sentence, Summary

__all__ = ["InvalidBudget", "Quote", "Sentence", "SummarizerError", "Summary", "UnknownMethod"]
