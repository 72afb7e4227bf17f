"""From the page of an article to the article: its body by the rules of its family, or by what looks like a body. Pure."""

from bot.ingest.page.read import read_page
from bot.ingest.page.text import plain_text

__all__ = ["plain_text", "read_page"]
