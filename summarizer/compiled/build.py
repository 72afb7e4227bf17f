"""Makes the compiled copy: the rooms that every summary goes through, by mypyc (which compiles typed Python) and the C compiler.

``python -m summarizer.compiled.build`` takes half a minute on two cores. Where it cannot be done, it says so in one line: the
sources run all the same. Wants the dependency group «compile» of pyproject.toml.
"""

import contextlib
import io
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summarizer import compiled

PACKAGE: Final = Path(compiled.PACKAGE)
BUILT: Final = Path(compiled.BUILT)
# In each group every call is one of C; the groups are compiled side by side, and none looks up to a later one.
GROUPS: Final = {"summarizer_persian": ("persian",), "summarizer_quotes": ("quotes",), "summarizer_rank": ("rank", ".")}
# Not on the way of a summary, or a door to a vendor, or values that are to stay what ``dataclasses`` makes of them.
LEFT_OUT: Final = frozenset(
    (
        *("__init__", "__main__", "model", "errors", "explanation", "headline", "rank/sumy_methods"),
        *("quotes/page", "quotes/table", "quotes/speakers"),
        *("persian/words", "persian/clean", "persian/marks", "persian/polish", "persian/joins", "persian/half_spaces"),
        *("persian/boundaries", "persian/terms"),
    )
)


class CannotCompile(Exception):
    """There is no compiler, or it failed.

    Args:
        reason: why, in a few words.
    """


def build(built: Path = BUILT) -> int:
    """Compile the sources as they are now.

    Args:
        built: the folder for the copy; what is in it goes once the new one is whole.

    Returns:
        How many modules were compiled.

    Raises:
        CannotCompile: mypyc or the C compiler is missing or failed.
    """
    sources = {path.relative_to(PACKAGE).as_posix(): compiled.stamp(str(path)) for path in sorted(PACKAGE.rglob("*.py"))}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(PACKAGE.parent):
        made = Path(folder) / "built"
        _compile(made, Path(folder) / "scratch")
        modules = dict(_modules(made))
        rows = [*([name, *state] for name, state in sources.items()), *([name, file] for name, file in modules.items())]
        (made / compiled.MANIFEST).write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
        shutil.rmtree(built, ignore_errors=True)
        shutil.copytree(made, built, ignore=shutil.ignore_patterns(compiled.MANIFEST))
        shutil.copy(made / compiled.MANIFEST, built)  # last: without it there is no copy
    return len(modules) - len(GROUPS)


def _compile(built: Path, scratch: Path) -> None:
    """Leave the compiled modules in a folder.

    Raises:
        CannotCompile: see ``build``.
    """
    try:
        from mypyc.build import mypycify
        from setuptools import Distribution
        from setuptools.command.build_ext import build_ext
        from setuptools.errors import BaseError, CCompilerError
    except ImportError as missing:
        raise CannotCompile(f"{missing.name} is not installed") from None
    groups: list[tuple[list[str], str | None]] = [(_files(rooms), name) for name, rooms in GROUPS.items()]
    flags = ["--ignore-missing-imports", "--follow-imports=silent", *(file for files, _ in groups for file in files)]
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            extensions = mypycify(flags, opt_level="1", debug_level="0", separate=groups, target_dir=str(scratch))
            command = build_ext(Distribution({"name": "summarizer", "ext_modules": extensions}))
            command.build_lib, command.build_temp, command.parallel = str(built), str(scratch), os.cpu_count()
            command.ensure_finalized()
            command.run()
    except (BaseError, CCompilerError, OSError, SystemExit) as failure:
        faults = [line for line in said.getvalue().splitlines() if "error:" in line]  # what mypyc says before it gives up
        raise CannotCompile("; ".join(faults) or str(failure)) from failure


def _files(rooms: tuple[str, ...]) -> list[str]:
    """The sources of some rooms that are compiled, as paths from the folder that holds the package."""
    paths = [path for room in rooms for path in sorted((PACKAGE / room).glob("*.py")) if path.stem != "__init__"]
    wanted = [path for path in paths if path.relative_to(PACKAGE).with_suffix("").as_posix() not in LEFT_OUT]
    return [str(path.relative_to(PACKAGE.parent)) for path in wanted]


def _modules(built: Path) -> Iterator[tuple[str, str]]:
    """The modules in a folder of compiled ones, by name, with their files."""
    suffix = str(sysconfig.get_config_var("EXT_SUFFIX"))
    for path in sorted(built.rglob(f"*{suffix}")):
        file = path.relative_to(built).as_posix()
        yield file.removesuffix(suffix).replace("/", "."), file


def main() -> int:
    """Build, and say what came of it.

    Returns:
        0 in any case but a wrong call: without a copy the sources run.
    """
    try:
        print(f"The summarizer is compiled: {build()} modules.")
    except CannotCompile as reason:
        print(f"The summarizer runs uncompiled, which takes half as long again: {reason}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
