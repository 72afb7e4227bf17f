"""The compiled copy of the summarizer: taken where there is one of these very sources, else the sources themselves run.

Both do the same; the copy takes half to two thirds of the time. ``build`` makes it, with a C compiler. A source that has changed
since, or another Python, turns the whole copy off, so that nobody wonders why what he has just written does nothing.

This is imported with the package, so it imports little: ``pathlib`` alone would take longer than all of it.
"""

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

SWITCH: Final = "SUMMARIZER_COMPILED"
"""The environment's word on it: with 0 the sources run, whatever there is."""
PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILT: Final = os.path.join(PACKAGE, "compiled", "built", str(sys.implementation.cache_tag))
MANIFEST: Final = "manifest.tsv"
"""In the copy's folder: a line a source (path, size, second of its last change), then a line a module (name, file)."""


class _Finder:
    """Finds the modules of the copy for ``import``.

    Args:
        modules: their names, each with its file.
    """

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def find_spec(self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None) -> "ModuleSpec | None":
        """The module of this name, as ``importlib.abc.MetaPathFinder`` has it; None where the copy has none."""
        file = self._modules.get(name)
        if file is None:
            return None
        from importlib.util import spec_from_file_location

        return spec_from_file_location(name, file)


def use(built: str = BUILT) -> bool:
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


def modules_of(built: str) -> dict[str, str]:
    """The modules of a compiled copy, by name; none where there is no whole copy, or a source is not the one that was compiled.

    Args:
        built: the copy's folder.

    Returns:
        For each name the path of its file.
    """
    try:
        with open(os.path.join(built, MANIFEST), encoding="utf-8") as manifest:
            rows = [line.rstrip("\n").split("\t") for line in manifest]
        if any(stamp(os.path.join(PACKAGE, row[0])) != row[1:] for row in rows if len(row) > _PAIR):
            return {}
    except (OSError, ValueError):
        return {}
    return {row[0]: os.path.join(built, row[1]) for row in rows if len(row) == _PAIR}


_PAIR: Final = 2


def stamp(source: str) -> list[str]:
    """What tells one state of a source from another: size in bytes, and second of the last change, for images keep no finer time.

    Args:
        source: the path of its file.

    Raises:
        OSError: there is no such file.
    """
    found = os.stat(source)
    return [str(found.st_size), str(int(found.st_mtime))]
