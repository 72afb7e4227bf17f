"""Makes the compiled copy: the rooms that every summary goes through, by mypyc (which compiles typed Python) and the C compiler.

``python -m summarizer.compiled.build`` takes three quarters of a minute on two cores. Where it cannot be done, it says so in one
line: the sources run all the same. Wants the dependency group «compile» of pyproject.toml.
"""

import contextlib
import io
import os
import shutil
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summarizer import compiled

PACKAGE: Final = Path(compiled.PACKAGE)
BUILT: Final = Path(compiled.BUILT)
_KEPT_S: Final = 3600  # for which an older copy stays, for those who have begun to import it
# In each group every call is one of C; the groups are compiled side by side, and none looks up to a later one.
GROUPS: Final = {"summarizer_persian": ("persian",), "summarizer_quotes": ("quotes",), "summarizer_rank": ("rank", ".")}
# Each group is optimized when it is linked, mypyc's own helpers with it: 7% faster than each file by itself.
_AS_A_WHOLE: Final = ("-flto=auto", "-fvisibility=hidden")
# Not on the way of a summary, or a door to a vendor, or values that are to stay what ``dataclasses`` makes of them;
# ``pipeline`` takes its arguments from anybody, and compiled it would refuse 3.0 sentences.
LEFT_OUT: Final = frozenset(
    (
        *("__init__", "__main__", "model", "errors", "explanation", "headline", "pipeline", "rank/sumy_methods"),
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
        built: the folder of the copies.

    Returns:
        How many modules were compiled.

    Raises:
        CannotCompile: mypyc or the C compiler is missing or failed, or there is no room for the copy.
    """
    try:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(PACKAGE.parent):
            sources = [["source", name, *_state(PACKAGE / name)] for name in _sources()]
            _compile(Path(folder) / "made", Path(folder) / "scratch")
            return _install(Path(folder) / "made", built, sources) - len(GROUPS)
    except OSError as failure:
        raise CannotCompile(str(failure)) from failure


def _sources() -> list[str]:
    """The paths of all sources, from the package's folder."""
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def _state(path: Path) -> list[str]:
    """What a manifest says of a file: size, second of its last change, digest."""
    return [*compiled.stamp(str(path)), compiled.digest(str(path))]


def _install(made: Path, built: Path, sources: list[list[str]]) -> int:
    """Put a copy beside the one that is there, which a process may have begun to import, and then its manifest in one step.

    Returns:
        How many modules it has, the groups among them.
    """
    built.mkdir(parents=True, exist_ok=True)
    before = set(built.iterdir())
    own = Path(tempfile.mkdtemp(prefix="copy-", dir=built))
    own.chmod(0o755)
    shutil.copytree(made, own, dirs_exist_ok=True)
    modules = [["module", name, *_state(own / file)[:2], f"{own.name}/{file}"] for name, file in _modules(own)]
    rows = [*sources, *modules, [compiled.END]]
    draft = own / compiled.MANIFEST
    draft.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    draft.replace(built / compiled.MANIFEST)
    for old in before:
        if old.is_dir() and time.time() - old.stat().st_mtime > _KEPT_S:
            shutil.rmtree(old, ignore_errors=True)
    return len(modules)


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
    files = [file for group, _ in groups for file in group]
    flags = ["--ignore-missing-imports", "--follow-imports=silent", f"--cache-dir={scratch / 'mypy'}", *files]
    said = io.StringIO()

    def make(options: tuple[str, ...]) -> None:
        for extension in extensions:
            extension.extra_compile_args, extension.extra_link_args = [*usual, *options], [*options]
        command = build_ext(Distribution({"name": "summarizer", "ext_modules": extensions}))
        command.build_lib, command.build_temp, command.parallel = str(built), str(scratch), os.cpu_count()
        command.ensure_finalized()
        command.run()

    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            extensions = mypycify(flags, opt_level="2", debug_level="0", separate=groups, target_dir=str(scratch))
            usual = extensions[0].extra_compile_args
            try:
                make(_AS_A_WHOLE)
            except (BaseError, CCompilerError):  # the compiler may not know them, or lack its plugin
                make(())
    except (BaseError, CCompilerError, SystemExit) as failure:
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
    """Build where there is no copy of the present sources, and say what came of it.

    Returns:
        0 in any case but an interrupt: without a copy the sources run.
    """
    if compiled.modules_of(compiled.BUILT):
        print("The summarizer is compiled.")
        return 0
    print("Compiling the summarizer, which is done once: about three quarters of a minute …", flush=True)
    try:
        print(f"The summarizer is compiled: {build()} modules.")
    except CannotCompile as reason:
        print(
            f"The summarizer runs uncompiled, which takes nearly twice as long: {reason}. `make compiled` tries again.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
