"""The README is true: its commands, its settings, its code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import _parser
from bot.config import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)
SHELL = [line.split("#")[0].strip() for language, text in BLOCKS if language == "" for line in text.splitlines()]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_setting_stands_in_the_table_and_no_other() -> None:
    """With its default as the code has it."""
    said = dict(re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", README, re.MULTILINE))
    fields = {field.alias or f"GOZIDEH_{name.upper()}": field.default for name, field in Settings.model_fields.items()}
    assert said.keys() == fields.keys()
    for name, default in fields.items():
        if isinstance(default, str | int) and not isinstance(default, bool):
            assert said[name] == f"`{default}`", name


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make (\w+)", "\n".join(SHELL)))))
def test_every_make_target_is_there(target: str) -> None:
    """Named at the beginning of a rule."""
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python -m bot (\w+)", README))))
def test_every_command_is_there(command: str) -> None:
    """The parser knows it."""
    assert command in _parser()._subparsers._group_actions[0].choices


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """As it stands, given a text."""
    (code,) = [text for language, text in BLOCKS if language == "python"]
    text = (ROOT / "seeds" / "000_ce2e6f6f99d21809.txt").read_text(encoding="utf-8")
    exec(compile(code.replace('title="…"', 'title=""'), "README.md", "exec"), {"text": text})
    said = capsys.readouterr().out
    assert "کاظم جلالی" in said


def test_the_summarizer_command_runs() -> None:
    """On the supplied article, as the README says."""
    (line,) = [line for line in SHELL if "-m summarizer" in line]
    command = [sys.executable, *line.split()[1:]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "بنوا فوکن" in done.stdout


def test_every_picture_is_there() -> None:
    """And it is no empty file."""
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).stat().st_size > 10_000


@pytest.mark.parametrize(
    "room", ["summarizer", "bot/storage", "bot/telegram", "bot/ingest", "bot/topics", "bot/playground", "seeds"]
)
def test_a_room_has_a_readme_that_names_only_what_is_there(room: str) -> None:
    """Short enough to be read, and true."""
    assert 5 <= len((ROOT / room / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
