"""The compiled copy: taken only while it is of the present sources, and the same as they are."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import summarizer
from summarizer import compiled
from summarizer.compiled import build
from summarizer.compiled.hints import mypyc_attr

ROOT = Path(summarizer.__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture
def built(tmp_path: Path) -> str:
    """A copy of two modules, as far as its manifest tells."""
    state = build._state(build.PACKAGE / "select.py")
    for file in ("select.so", "rank.so"):
        (tmp_path / file).write_bytes(b"123")
    write(tmp_path, ["source", "select.py", *state], *MODULES, [compiled.END])
    return str(tmp_path)


MODULES = (["module", "summarizer.select", "3", "0", "select.so"], ["module", "summarizer_rank__mypyc", "3", "0", "rank.so"])


def write(folder: Path | str, *rows: list[str]) -> None:
    """Write a manifest."""
    (Path(folder) / compiled.MANIFEST).write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def test_a_copy_of_the_present_sources_is_taken(built: str) -> None:
    """Its modules are found by name."""
    assert compiled.modules_of(built) == {"summarizer.select": f"{built}/select.so", "summarizer_rank__mypyc": f"{built}/rank.so"}


@pytest.mark.parametrize(
    "rows",
    [
        (["source", "select.py", "1", "2", "3"], *MODULES, [compiled.END]),
        (["source", "gone.py", "1", "2", "3"], *MODULES, [compiled.END]),
        (*MODULES[:1],),
        (["module", "summarizer.select", "4", "0", "select.so"], [compiled.END]),
        (["module", "summarizer.select", "3", "0", "gone.so"], [compiled.END]),
        (["module", "summarizer.select"], [compiled.END]),
        (),
    ],
    ids=["changed", "removed", "cut short", "damaged", "missing", "rubbish", "empty"],
)
def test_a_copy_that_is_not_whole_or_not_of_these_sources_is_none(built: str, rows: tuple[list[str], ...]) -> None:
    """Then the sources run."""
    write(built, *rows)
    assert compiled.modules_of(built) == {}


def test_a_source_with_another_time_and_the_same_text_leaves_it_on(built: str) -> None:
    """As after a checkout, or in an image; with another text of the same length it goes off."""
    size, _, digest = build._state(build.PACKAGE / "select.py")
    write(built, ["source", "select.py", size, "7", digest], *MODULES, [compiled.END])
    assert len(compiled.modules_of(built)) == len(MODULES)
    write(built, ["source", "select.py", size, "7", "0" * 32], *MODULES, [compiled.END])
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
    monkeypatch.setattr(compiled, "BUILT", str(tmp_path / "built"))
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
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_a_new_copy_leaves_the_one_that_is_being_imported(tmp_path: Path) -> None:
    """The manifest changes in one step; the older files stay for a while, and a much older copy goes."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    made, built = tmp_path / "made", tmp_path / "built"
    (made / "summarizer").mkdir(parents=True)
    (made / "summarizer" / f"select{suffix}").write_bytes(b"1")
    for _ in range(2):
        assert build._install(made, built, [["source", "select.py", *build._state(build.PACKAGE / "select.py")]]) == 1
    first, second = sorted(path for path in built.iterdir() if path.is_dir())
    assert list(compiled.modules_of(str(built))) == ["summarizer.select"]
    for old in (first, second):
        os.utime(old, (1, 1))
    build._install(made, built, [])
    assert not first.exists()
    assert not second.exists()
    assert list(compiled.modules_of(str(built))) == ["summarizer.select"]


def test_no_room_for_the_copy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder should be."""
    monkeypatch.setattr(build, "_compile", lambda made, _: made.mkdir())
    (tmp_path / "file").touch()
    with pytest.raises(build.CannotCompile, match="file"):
        build.build(tmp_path / "file")


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


def test_a_hint_to_the_compiler_changes_nothing_where_there_is_none() -> None:
    """The class that is marked is the class."""

    class Marked:
        pass

    assert mypyc_attr(acyclic=True)(Marked) is Marked
