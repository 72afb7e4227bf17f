"""Texts that people gave to the bot itself."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.article import Brief


@dataclass(frozen=True, slots=True)
class KeptText:
    """A pasted or forwarded text, kept for some days so that the buttons under its summary go on working.

    Args:
        id: the store's number for it, never used again.
        chat_id: the chat it was given in, the only one it may be shown in.
        text: as it was given.
        brief: its summary.
        kept: when it was given; aware UTC.
    """

    id: int
    chat_id: int
    text: str
    brief: Brief
    kept: datetime
