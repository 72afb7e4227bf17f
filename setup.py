"""Compiles the summarizer with mypyc where GOZIDEH_COMPILE is 1; everything else about the package stands in pyproject.toml.

The modules stay plain Python with types. `make fast` puts compiled ones beside their sources, `make plain` takes them away.
"""

import os
from pathlib import Path

from setuptools import Extension, setup

# Those that mypyc cannot read (surrogates in a pattern, a starred generator), the door to sumy, and what is run once a command.
_LEFT_OUT = {"__init__.py", "__main__.py", "clean.py", "marks.py", "sumy_methods.py", "page.py"}


def _compiled() -> list[Extension]:
    if os.environ.get("GOZIDEH_COMPILE") != "1":
        return []
    from mypyc.build import mypycify

    sources = sorted(str(path) for path in Path("summarizer").rglob("*.py") if path.name not in _LEFT_OUT)
    return mypycify(sources, group_name="gozideh", opt_level="3", debug_level="0")


setup(ext_modules=_compiled())
