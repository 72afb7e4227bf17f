"""The compiled copy: taken only while it is of the present sources, and the same as they are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer
from summarizer import compiled
from summarizer.compiled import build

ROOT = Path(summarizer.__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture
def built(tmp_path: Path) -> str:
    """A copy of two modules, as far as its manifest tells."""
    state = compiled.stamp(f"{compiled.PACKAGE}/select.py")
    rows = (["select.py", *state], ["summarizer.select", "select.so"], ["summarizer_rank__mypyc", "rank.so"])
    (tmp_path / compiled.MANIFEST).write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return str(tmp_path)


def test_a_copy_of_the_present_sources_is_taken(built: str) -> None:
    """Its modules are found by name."""
    assert compiled.modules_of(built) == {"summarizer.select": f"{built}/select.so", "summarizer_rank__mypyc": f"{built}/rank.so"}


@pytest.mark.parametrize("changed", [["select.py", "1", "2"], ["gone.py", "1", "2"]])
def test_a_source_that_has_changed_turns_the_copy_off(built: str, changed: list[str]) -> None:
    """Another size and time than when it was compiled, or no such source any more."""
    manifest = Path(built) / compiled.MANIFEST
    rest = manifest.read_text("utf-8").splitlines()[1:]
    manifest.write_text("\n".join(["\t".join(changed), *rest]), encoding="utf-8")
    assert compiled.modules_of(built) == {}


def test_no_copy_and_rubbish_are_none(tmp_path: Path) -> None:
    """A folder without a manifest, and one whose manifest is no text."""
    assert compiled.modules_of(str(tmp_path)) == {}
    (tmp_path / compiled.MANIFEST).write_bytes(b"\xff\xfe\x00")
    assert compiled.modules_of(str(tmp_path)) == {}


def test_the_environment_turns_it_off(built: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 0 the sources run, and nothing is added to what imports."""
    monkeypatch.setenv(compiled.SWITCH, "0")
    before = list(sys.meta_path)
    assert not compiled.use(built)
    assert sys.meta_path == before


def test_without_mypyc_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, no failure, and no copy."""
    monkeypatch.setitem(sys.modules, "mypyc.build", None)
    with pytest.raises(build.CannotCompile, match=r"mypyc\.build is not installed"):
        build.build(tmp_path / "built")
    assert not (tmp_path / "built").exists()
    assert build.main() == 0
    assert "runs uncompiled" in capsys.readouterr().err


def test_without_a_c_compiler_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sources stay what runs, and what was compiled before stays where it is."""
    monkeypatch.setenv("CC", "no-such-compiler")
    monkeypatch.setattr(build, "GROUPS", {"summarizer_places": ("persian",)})
    monkeypatch.setattr(build, "_files", lambda _: ["summarizer/persian/places.py"])
    (tmp_path / "old").touch()
    with pytest.raises(build.CannotCompile, match="no-such-compiler"):
        build.build(tmp_path)
    assert (tmp_path / "old").exists()


def summaries(switch: str) -> list[str]:
    """What a process of its own makes of the seeds: which file ran, then a summary with its quotations for each."""
    code = "import sys, json, summarizer, summarizer.select as s; from pathlib import Path; print(s.__file__)\n"
    code += "for name in sys.argv[1:]: print(repr(summarizer.summarize(Path(name).read_text('utf-8-sig'), max_quotes=9)))"
    run = subprocess.run(
        [sys.executable, "-c", code, *map(str, SEEDS)],
        cwd=ROOT,
        env={**os.environ, compiled.SWITCH: switch, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return run.stdout.splitlines()


@pytest.mark.skipif(not compiled.modules_of(compiled.BUILT), reason="no compiled copy of these sources; make compiled")
def test_the_copy_does_what_the_sources_do() -> None:
    """Sentences, scores, quotations and speakers of every seed article."""
    copy, sources = summaries("1"), summaries("0")
    assert copy[0] != sources[0]
    assert copy[1:] == sources[1:]
    assert len(sources) == len(SEEDS) + 1
