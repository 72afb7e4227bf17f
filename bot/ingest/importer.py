"""Files into the store, batch by batch: what was added, was there already, or was refused. Safe to kill and to repeat."""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from bot.ingest.files import Refused, article_files, read_records
from bot.ingest.prepare import prepare
from bot.ingest.record import Record
from bot.model.article import Prepared
from bot.ports.articles import Articles

WORTH_A_PROCESS_BYTES = 1_000_000
AHEAD = 4  # batches being made ready while one is stored
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
    with _workshop(sum(path.stat().st_size for path in files)) as workshop:
        async for batch in _prepared(records, method, workshop):
            prepared = [one for one in batch.articles if isinstance(one, Prepared)]
            report.refused += [one for one in batch.articles if isinstance(one, Refused)]
            for stored in await articles.add(prepared) if prepared else ():
                setattr(report, stored.outcome, getattr(report, stored.outcome) + 1)
            progress(batch.size_bytes)
    return report


def size_of(paths: list[Path]) -> int:
    """How many bytes an import will read, for its progress bar."""
    return sum(path.stat().st_size for path in article_files(paths)[0])


@dataclass(frozen=True, slots=True)
class _Batch:
    """A few records made ready, and how much of the files they took."""

    articles: list[Prepared | Refused]
    size_bytes: int


def _workshop(total_bytes: int) -> Executor:
    """Where records are made ready: another process when that is worth its start, so that storing goes on beside it."""
    if total_bytes < WORTH_A_PROCESS_BYTES:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(os.cpu_count() or 2, mp_context=get_context("spawn"))


async def _prepared(records: Iterator[tuple[Record | Refused, int]], method: str, workshop: Executor) -> AsyncIterator[_Batch]:
    """The batches in order, some of them being made ready ahead."""
    loop = asyncio.get_running_loop()
    ahead: deque[tuple[asyncio.Future[list[Prepared | Refused]], int]] = deque()
    while True:
        while len(ahead) < AHEAD and (batch := await asyncio.to_thread(list, islice(records, BATCH))):
            ready = loop.run_in_executor(workshop, _ready, [one for one, _ in batch], method)
            ahead.append((ready, sum(size for _, size in batch)))
        if not ahead:
            return
        ready, size_bytes = ahead.popleft()
        yield _Batch(await ready, size_bytes)


def _ready(records: list[Record | Refused], method: str) -> list[Prepared | Refused]:
    """Make records ready; those refused pass through."""
    now = datetime.now(UTC)
    return [prepare(one, now=now, method=method) if isinstance(one, Record) else one for one in records]
