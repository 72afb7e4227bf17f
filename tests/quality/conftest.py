"""The seed articles and their gold, for every test of quality. The gold was written by hand, from reading, before any tuning."""

import json
from pathlib import Path

import pytest

from bot.ingest.files import Refused, article_files, read_records
from bot.ingest.record import Record

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "gold"


def _records(path: Path) -> list[Record]:
    """Every article of a file; a seed that is refused stops the tests."""
    records = [record for record, _ in read_records(path)]
    refused = [one for one in records if isinstance(one, Refused)]
    assert refused == []
    return [one for one in records if isinstance(one, Record)]


@pytest.fixture(scope="session")
def seeds() -> dict[str, Record]:
    """The seed articles by the names that the gold uses: «file», or «file:line» in a file of JSON lines."""
    named: dict[str, Record] = {}
    files, _ = article_files([ROOT / "seeds"])
    for path in files:
        for number, record in enumerate(_records(path), start=1):
            named[path.name if path.suffix == ".txt" else f"{path.name}:{number}"] = record
    return named


def _gold(name: str) -> dict[str, dict]:
    """A gold file, by article."""
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return {one["file"]: one for one in map(json.loads, lines)}


@pytest.fixture(scope="session")
def gold_sentences() -> dict[str, dict]:
    """By article: ``key``, beginnings of sentences that a summary should have; ``never``, of lines that it must not touch."""
    return _gold("key_sentences.jsonl")


@pytest.fixture(scope="session")
def gold_quotes() -> dict[str, list[dict]]:
    """By article: its quotations, with text, speaker, accepted names, kind, marked and optional."""
    return {name: one["quotes"] for name, one in _gold("quotes.jsonl").items()}
