"""Files into the store, batch by batch: what was added, was there already, or was refused. Safe to kill and to repeat."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bot.ingest.files import Refused, article_files, read_records
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.article import Prepared
from bot.ports.articles import Articles

BATCH = 50  # articles a transaction: what a kill can undo, and what a repeated import then adds


@dataclass(slots=True)
class ImportReport:
    """What became of an import.

    Args:
        added: articles that are new.
        updated: articles that were there in another version.
        known: articles that were there already.
        refused: what could not be taken, and why.
    """

    added: int = 0
    updated: int = 0
    known: int = 0
    refused: list[Refused] = field(default_factory=list)


async def import_files(
    paths: list[Path], articles: Articles, *, method: str = "news", progress: Callable[[int], object] = lambda _: None
) -> ImportReport:
    """Import articles from files and folders.

    Args:
        paths: .txt and .jsonl files, and folders of them.
        articles: where they go.
        method: the ranking method of their summaries.
        progress: told the number of bytes each batch took.

    Returns:
        The counts, and what was refused.
    """
    files, refused = await asyncio.to_thread(article_files, paths)
    report = ImportReport(refused=refused)
    records = (one for path in files for one in read_records(path))
    while batch := await asyncio.to_thread(_next_batch, records, method):
        prepared = [one for one, _ in batch if isinstance(one, Prepared)]
        report.refused += [one for one, _ in batch if isinstance(one, Refused)]
        for stored in await articles.add(prepared) if prepared else ():
            setattr(report, stored.outcome, getattr(report, stored.outcome) + 1)
        progress(sum(size for _, size in batch))
    return report


def size_of(paths: list[Path]) -> int:
    """How many bytes an import will read, for its progress bar."""
    return sum(path.stat().st_size for path in article_files(paths)[0])


def _next_batch(records: Iterator[tuple[Record | Refused, int]], method: str) -> list[tuple[Prepared | Refused, int]]:
    """Prepare the next few records; an empty list at the end."""
    now = datetime.now(UTC)
    return [
        (prepare(one, now=now, method=method) if isinstance(one, Record) else one, size) for one, size in islice(records, BATCH)
    ]
