"""Says whether the parts work: for the operator, and for the container's health check."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.config import Settings
from bot.errors import GozidehError, StoreError
from bot.logs import without_secrets
from bot.place import look_at_place
from bot.storage.sqlite.store import SqliteStore
from bot.telegram.application import who_am_i
from summarizer import summarize

_SENTENCES = "باران دیروز آغاز شد. مدیر مرکز گفت: راه‌ها باز است. مردم به خانه‌ها بازگشتند. مدرسه‌ها فردا باز است."


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bot and whether it works.

    Args:
        name: which part.
        ok: whether it works.
        detail: a few words on what was seen.
    """

    name: str
    ok: bool
    detail: str


async def check(settings: Settings) -> tuple[Part, ...]:
    """Look at each part.

    Args:
        settings: which store, and which Bot API; without a token that is not asked.
    """
    parts = [await _part("store", lambda: _store(settings)), await _part("summarizer", _summarizer)]
    if settings.token:
        parts.append(await _part("Bot API", lambda: who_am_i(settings)))
    return tuple(parts)


async def _part(name: str, look: Callable[[], Awaitable[str]]) -> Part:
    """Turn a look at a part into a value."""
    try:
        return Part(name, True, await look())
    except (GozidehError, OSError) as error:
        return Part(name, False, without_secrets(str(error)))


async def _store(settings: Settings) -> str:
    """Open the store and look for damage."""
    look_at_place(settings.db)
    if not settings.db.exists():
        return f"{settings.db} is not there yet; the first start makes it"
    async with SqliteStore.open(settings.db) as store:
        if wrong := await store.check():
            raise StoreError(f"{settings.db} is damaged: {wrong}")
        return f"{settings.db} is sound, {await store.articles.count()} articles"


async def _summarizer() -> str:
    """Summarize a few sentences."""
    summary = summarize(_SENTENCES, max_sentences=1)
    return f"{len(summary.sentences)} sentence and {len(summary.quotes)} quotation out of a small text"
