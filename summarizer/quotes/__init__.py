"""Key quotations: who said what. ``find_quotes`` finds them in a text, ``choose.choose_quotes`` picks the few worth showing."""

from summarizer.quotes.find import find_quotes

__all__ = ["find_quotes"]
