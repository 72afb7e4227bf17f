"""The compiled copy of the summarizer: taken where there is one of these very sources, else the sources themselves run.

Both do the same; the copy takes two thirds of the time. ``build`` makes it, with a C compiler. A source that has changed since, or
another Python, turns the whole copy off, so that nobody wonders why what he has just written does nothing.
"""

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Final

SWITCH: Final = "SUMMARIZER_COMPILED"
"""The environment's word on it: with 0 the sources run, whatever there is."""
PACKAGE: Final = Path(__file__).parents[1]
BUILT: Final = Path(__file__).parent / "built" / str(sys.implementation.cache_tag)
MANIFEST: Final = "manifest.tsv"
"""In the copy's folder: a line a source (path, size, second of its last change), then a line a module (name, file)."""


class _Finder:
    """Finds the modules of the copy for ``import``.

    Args:
        modules: their names, each with its file.
    """

    def __init__(self, modules: dict[str, Path]) -> None:
        self._modules = modules

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module of this name, as ``importlib.abc.MetaPathFinder`` has it; None where the copy has none."""
        file = self._modules.get(name)
        return spec_from_file_location(name, file) if file is not None else None


def use(built: Path = BUILT) -> bool:
    """Import the summarizer's modules from its compiled copy from now on.

    Args:
        built: the copy's folder.

    Returns:
        Whether there is a copy of the present sources, and the environment does not say no.
    """
    modules = {} if os.environ.get(SWITCH) == "0" else modules_of(built)
    if modules:
        sys.meta_path.insert(0, _Finder(modules))
    return bool(modules)


def modules_of(built: Path) -> dict[str, Path]:
    """The modules of a compiled copy, by name; none where there is no whole copy, or a source is not the one that was compiled.

    Args:
        built: the copy's folder.
    """
    try:
        lines = (built / MANIFEST).read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines]
        if any(stamp(PACKAGE / row[0]) != row[1:] for row in rows if len(row) > _PAIR):
            return {}
    except (OSError, ValueError):
        return {}
    return {row[0]: built / row[1] for row in rows if len(row) == _PAIR}


_PAIR: Final = 2


def stamp(source: Path) -> list[str]:
    """What tells one state of a source from another: size in bytes, and second of the last change, for images keep no finer time.

    Args:
        source: its file.

    Raises:
        OSError: there is no such file.
    """
    found = source.stat()
    return [str(found.st_size), str(int(found.st_mtime))]
