"""Brings a file's schema up to date: numbered SQL files, each in one transaction, counted in ``PRAGMA user_version``."""

from pathlib import Path

from bot.errors import StoreIsNewer
from bot.storage.sqlite.connection import APPLICATION_ID, Database, Writer

MIGRATIONS = Path(__file__).parent / "migrations"


def migrations(folder: Path = MIGRATIONS) -> dict[int, Path]:
    """The migration files by number; ``0001_articles.sql`` is number 1."""
    return {int(path.name.split("_", 1)[0]): path for path in sorted(folder.glob("[0-9]*.sql"))}


async def migrate(database: Database, folder: Path = MIGRATIONS) -> int:
    """Apply the migrations the file has not seen, in order.

    Returns:
        The version reached.

    Raises:
        StoreIsNewer: the file was written by a later program; it is left as it is.
        StoreError: a migration failed; the file is as the last good one left it.
    """
    known = migrations(folder)
    latest = max(known, default=0)
    found = await _version(database)
    if found > latest:
        raise StoreIsNewer(found, latest)
    for number in sorted(known):
        if number > found:
            await _apply(database, number, known[number].read_text(encoding="utf-8"))
    return latest


async def _version(database: Database) -> int:
    """The version of the file."""
    return int((await database.rows("PRAGMA user_version"))[0][0])


async def _apply(database: Database, number: int, script: str) -> None:
    """Run one migration, unless another process has done so meanwhile."""
    async with database.writing() as writer:
        done = await writer.row("PRAGMA user_version")
        if done and done[0] >= number:
            return
        for statement in statements(script):
            await writer.do(statement)
        await _stamp(writer, number)


async def _stamp(writer: Writer, number: int) -> None:
    """Write the version and the program's mark into the file's head."""
    await writer.do(f"PRAGMA user_version = {int(number)}")
    await writer.do(f"PRAGMA application_id = {APPLICATION_ID}")


def statements(script: str) -> list[str]:
    """The statements of a script, without comments.

    A statement ends with a semicolon at the end of a line; that of a trigger ends with a line «END;».
    """
    lines = [line.split("--", 1)[0].rstrip() for line in script.splitlines()]
    parts: list[list[str]] = [[]]
    for line in filter(None, lines):
        parts[-1].append(line)
        inside_trigger = parts[-1][0].startswith("CREATE TRIGGER")
        if line == "END;" if inside_trigger else line.endswith(";"):
            parts.append([])
    return ["\n".join(part) for part in parts if part]
