"""The compiled copy of the summarizer: taken where there is one of these very sources, else the sources themselves run.

Both do the same; the copy takes half to two thirds of the time. ``build`` makes it, with a C compiler. A source that has changed
since, or another Python, turns the whole copy off, so that nobody wonders why what he has just written does nothing.

This is imported with the package, so it imports little: ``pathlib`` alone would take longer than all of it.
"""

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

SWITCH: Final = "SUMMARIZER_COMPILED"
"""The environment's word on it: with 0 the sources run, whatever there is."""
PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILT: Final = os.path.join(PACKAGE, "compiled", "built", EXTENSION_SUFFIXES[0].split(".")[1])
"""The copies for this Python on this kind of machine, each in a folder of its own."""
MANIFEST: Final = "manifest.tsv"
"""Which copy is taken: a line for each source (path, size, second of its last change, digest) and each module (name, size, second,
file), then ``END``."""
END: Final = "end"


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
        built: the folder of the copies.

    Returns:
        Whether there is a copy of the present sources, and the environment does not say no.
    """
    modules = {} if os.environ.get(SWITCH) == "0" else modules_of(built)
    if modules:
        sys.meta_path.insert(0, _Finder(modules))
    return bool(modules)


def modules_of(built: str) -> dict[str, str]:
    """The modules of the compiled copy, by name; none where there is no whole one, or a source is not the one that was compiled.

    Args:
        built: the folder of the copies.

    Returns:
        For each name the path of its file.
    """
    modules: dict[str, str] = {}
    try:
        with open(os.path.join(built, MANIFEST), encoding="utf-8") as manifest:
            *rows, last = [line.rstrip("\n").split("\t") for line in manifest]
        for kind, name, size, second, rest in rows:
            file = os.path.join(built, rest) if kind == "module" else os.path.join(PACKAGE, name)
            found = stamp(file)
            if found[0] != size or (kind == "source" and found[1] != second and digest(file) != rest):
                return {}
            if kind == "module":
                modules[name] = file
    except (OSError, ValueError):
        return {}
    return modules if last == [END] else {}


def stamp(source: str) -> list[str]:
    """What tells at a glance one state of a file from another: size in bytes, and second of the last change.

    Args:
        source: the path of its file.

    Raises:
        OSError: there is no such file.
    """
    found = os.stat(source)
    return [str(found.st_size), str(int(found.st_mtime))]


def digest(source: str) -> str:
    """What tells it surely, where only the time is another, as after a checkout.

    Args:
        source: the path of its file.
    """
    from hashlib import blake2b

    with open(source, "rb") as file:
        return blake2b(file.read(), digest_size=16).hexdigest()
