"""The command line: each command a few lines that call a room. Prints; nothing else does."""

import argparse
import asyncio
import errno
import json
import os
import sys
from pathlib import Path

from tqdm import tqdm

from bot import logs
from bot.config import Settings, load_settings
from bot.errors import GozidehError, SettingsError, StoreError
from bot.model.article import NameMatch
from bot.place import look_at_place

MAX_NAME_CHARS = 1000
_PORTS = "; GOZIDEH_PLAYGROUND_PORT, GOZIDEH_WEBHOOK_PORT and GOZIDEH_HEALTH_PORT choose others"


def main(arguments: list[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: without the program's name; those of the process when None.

    Returns:
        The exit status: 0 done, 1 not done, 2 asked for wrongly, 130 interrupted.
    """
    asked = _parser().parse_args(arguments)
    try:
        settings = load_settings(**({"db": asked.db} if asked.db else {}))
        quiet = asked.command != "run"
        logs.set_up(level="WARNING" if quiet and settings.log_level == "INFO" else settings.log_level, style=settings.log_format)
        if asked.command != "check":  # which says it in its own way
            look_at_place(settings.db)
        return int(asyncio.run(asked.call(settings, asked)))
    except SettingsError as error:
        for line in error.lines:
            print(f"gozideh: {line}", file=sys.stderr)
        return 2
    except GozidehError as error:
        print(f"gozideh: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read what is printed has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a port in use, a folder that cannot be written
        print(f"gozideh: {error}{_PORTS if error.errno == errno.EADDRINUSE else ''}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Gozideh, a Persian news bot for Telegram.")
    parser.add_argument("--db", type=Path, metavar="FILE", help="the store (or GOZIDEH_DB)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("run", help="Telegram when TELEGRAM_BOT_TOKEN is set, else the playground on this machine")
    one.set_defaults(call=_run)
    one = commands.add_parser("say", help="say something to the bot as one person, and print its answers")
    one.add_argument("text", nargs="+", metavar="TEXT")
    one.add_argument("--json", action="store_true", help="print a list of messages with text, entities and buttons")
    one.set_defaults(call=_say)
    one = commands.add_parser("import", help="put articles from .txt and .jsonl files into the store")
    one.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")
    one.set_defaults(call=_import)
    one = commands.add_parser("find", help="find articles by name, best first; '-' reads a name a line from standard input")
    one.add_argument("name", metavar="NAME")
    one.add_argument("--limit", type=_count, default=5, metavar="N")
    one.add_argument("--json", action="store_true", help="print one JSON line for each name")
    one.set_defaults(call=_find)
    one = commands.add_parser("feeds", help="list, add, pause, resume and remove feeds; OPML in and out")
    one.add_argument("deed", choices=["list", "add", "pause", "resume", "remove", "import", "export"])
    one.add_argument("what", nargs="?", default="", metavar="URL|ID|FILE.opml")
    one.add_argument("--name", default="", help="the outlet's name, for add")
    one.set_defaults(call=_feeds)
    one = commands.add_parser("ingest", help="fetch every feed that is due, once")
    one.set_defaults(call=_ingest)
    one = commands.add_parser("migrate", help="bring the store up to date with this version")
    one.set_defaults(call=_migrate)
    one = commands.add_parser("reindex", help="make summaries, quotations and indexes of stored articles anew, after an update")
    one.set_defaults(call=_reindex)
    one = commands.add_parser("backup", help="take a consistent copy of the store, while the bot runs, too")
    one.add_argument("file", type=Path, metavar="FILE")
    one.set_defaults(call=_backup)
    one = commands.add_parser("check", help="say whether the parts work; the exit status tells it to programs")
    one.set_defaults(call=_check)
    return parser


def _count(text: str) -> int:
    """A number from 1, for argparse, which says what was wrong."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


async def _run(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.app import run

    await run(settings, ready=_announce)
    return 0


def _announce(address: str) -> None:
    """Say where the bot can be talked to."""
    print(f"گزیده آماده است: {address}\nGozideh is ready at {address} (Ctrl-C stops it)", flush=True)


async def _say(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.say import as_json, as_text, say

    answers = await say(settings, asked.text)
    print(as_json(answers) if asked.json else as_text(answers))
    return 0


async def _import(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.app import opened_store
    from bot.ingest.importer import import_files, size_of

    with tqdm(total=size_of(asked.paths), unit="B", unit_scale=True, desc="import", disable=None) as bar:
        async with opened_store(settings, seeded=False) as store:
            report = await import_files(asked.paths, store.articles, method=settings.method, progress=bar.update)
    if not (report.added or report.updated or report.known or report.refused):
        print("gozideh: there is no article in it: .txt and .jsonl files are read", file=sys.stderr)
        return 1
    for one in report.refused:
        print(f"refused {one.where}: {one.reason}", file=sys.stderr)
    print(f"added {report.added}, updated {report.updated}, skipped {report.known} (already there), refused {len(report.refused)}")
    return 1 if report.refused and not (report.added or report.updated or report.known) else 0


async def _find(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.app import opened_store

    names = (line.strip() for line in sys.stdin) if asked.name == "-" else (asked.name,)
    async with opened_store(settings) as store:
        for name in names:
            _print_matches(name, await store.search.by_name(name[:MAX_NAME_CHARS], limit=asked.limit), as_json=asked.json)
    return 0


def _print_matches(name: str, matches: tuple[NameMatch, ...], *, as_json: bool) -> None:
    """Print what was found for one name."""
    results = [
        {
            "id": one.headline.id,
            "title": one.headline.title,
            "source": one.headline.source,
            "published": one.headline.published.isoformat(),
            "score": round(one.score, 3),
        }
        for one in matches
    ]
    if as_json:
        print(json.dumps({"query": name, "results": results}, ensure_ascii=False), flush=True)
    else:
        print("\n".join(f"{one['score']:5}  {one['id']:6}  {one['title']}" for one in results) or "(nothing found)")


async def _feeds(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.sources import feeds

    said, done = await feeds(settings, asked.deed, asked.what, name=asked.name)
    print(said)
    return 0 if done else 1


async def _ingest(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.sources import ingest

    with tqdm(unit="feed", desc="ingest", disable=None) as bar:

        def progress(done: int, due: int) -> None:
            bar.total = due
            bar.update(done - bar.n)

        report = await ingest(settings, progress=progress)
    why = " (`feeds list` says why)" if report.failed else ""
    outcomes = ", ".join(f"{outcome} {count}" for outcome, count in report.outcomes.items())
    print(f"asked {report.fetched} feeds, {report.failed} failed{why}; articles: {outcomes}")
    return 1 if report.failed else 0


async def _migrate(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.storage.sqlite.store import SqliteStore

    async with SqliteStore.open(settings.db):
        print(f"{settings.db} is up to date")
    return 0


async def _reindex(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.ingest.reindex import reindex
    from bot.storage.sqlite.store import SqliteStore

    _must_be_there(settings.db)
    async with SqliteStore.open(settings.db) as store:
        with tqdm(total=await store.articles.count(), unit="article", desc="reindex", disable=None) as bar:
            written = await reindex(store.reindexing, method=settings.method, progress=bar.update)
    print(f"{written} articles made anew")
    return 0


def _must_be_there(db: Path) -> None:
    """Refuse to go on with a store that would have to be made: its name is mistyped.

    Raises:
        StoreError: there is no such file.
    """
    if not db.exists():
        raise StoreError(f"there is no store {db}; GOZIDEH_DB or --db names it")


async def _backup(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.storage.sqlite.store import SqliteStore

    _must_be_there(settings.db)
    if asked.file.exists() and asked.file.samefile(settings.db):
        raise StoreError(f"{asked.file} is the store itself; name another file")
    async with SqliteStore.open(settings.db) as store:
        await store.backup(asked.file)
    print(f"copied to {asked.file}")
    return 0


async def _check(settings: Settings, asked: argparse.Namespace) -> int:
    from bot.check import check

    parts = await check(settings)
    for one in parts:
        print(f"{'ok  ' if one.ok else 'FAIL'} {one.name}: {one.detail}")
    return 0 if all(one.ok for one in parts) else 1
