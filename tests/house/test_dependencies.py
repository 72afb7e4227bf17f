"""What the project needs, and that it says why."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINES = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()


NEEDED = (
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["dev"],
    *PROJECT["dependency-groups"]["compile"],
)


@pytest.mark.parametrize("needed", NEEDED)
def test_each_dependency_says_why_it_is_there(needed: str) -> None:
    """One line, with a reason behind it."""
    line = next(line for line in LINES if f'"{needed}",' in line)
    assert len(line.partition("#")[2].split()) >= 3


@pytest.mark.parametrize(
    ("name", "least"), [("requirements.lock", 50), ("requirements-dev.lock", 50), ("requirements-compile.lock", 2)]
)
def test_a_lock_file_has_hashes_and_no_address(name: str, least: int) -> None:
    """It can be installed from any mirror, and only what was locked."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index-url|--extra-index-url", text)
    pins = re.findall(r"^[A-Za-z0-9_.\[\]-]+==\S+.*\\$(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?$)+", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[A-Za-z0-9_.\[\]-]+==", text, re.MULTILINE)) > least
