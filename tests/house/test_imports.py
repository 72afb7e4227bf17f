"""Importing costs little, and what is heavy is loaded when it is needed."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("hazm", "sumy", "numpy", "nltk", "sklearn", "gensim", "telegram", "aiosqlite", "asyncio")
PROBE = """
import json, sys, time
before = time.perf_counter()
import summarizer
print(json.dumps({"seconds": time.perf_counter() - before, "loaded": sorted(sys.modules)}))
"""
USE = PROBE.replace(
    "import summarizer\n", "import summarizer; summarizer.summarize('باران آمد. مدیر گفت: راه باز است. مردم رفتند.')\n"
)


def loaded_by(probe: str) -> dict:
    """What a fresh interpreter has loaded after the probe."""
    out = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    return json.loads(out)


def test_importing_the_library_is_quick_and_loads_nothing_heavy() -> None:
    """Under 50 ms at the best of five, without hazm, sumy or the bot's libraries."""
    probes = [loaded_by(PROBE) for _ in range(5)]
    assert min(one["seconds"] for one in probes) < 0.05
    assert [name for name in HEAVY if name in probes[0]["loaded"]] == []


def test_a_summary_by_our_own_ranker_needs_neither_hazm_nor_sumy() -> None:
    """They are there for the classic methods alone."""
    assert [name for name in HEAVY if name in loaded_by(USE)["loaded"]] == []
