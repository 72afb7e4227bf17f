"""Small files, small functions: what keeps the rooms easy to read."""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "summarizer").rglob("*.py"), *(ROOT / "bot").rglob("*.py")])
MAX_FILE_LINES, MAX_FUNCTION_LINES = 400, 50


def function_lengths(path: Path) -> dict[str, int]:
    """Lines of each function without its docstring."""
    lengths = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            has_docstring = ast.get_docstring(node) is not None
            first = node.body[0]
            documented = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
            lengths[node.name] = node.end_lineno - node.lineno + 1 - documented
    return lengths


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_one_room(path: Path) -> None:
    """No file is past 400 lines, and none is named for nothing in particular."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE_LINES
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


def test_functions_are_small() -> None:
    """Median at most 10 lines, nine of ten at most 25, none past 50."""
    lengths = {f"{path.relative_to(ROOT)}:{name}": length for path in SOURCES for name, length in function_lengths(path).items()}
    assert statistics.median(lengths.values()) <= 10
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= 25
    assert [name for name, length in lengths.items() if length > MAX_FUNCTION_LINES] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_says_what_lives_in_it(path: Path) -> None:
    """Every file has a docstring, and so has every public function and class."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}:{node.name}"
