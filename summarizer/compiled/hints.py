"""What sources say to the compiler; where they run uncompiled, nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

Kind = TypeVar("Kind", bound=type)

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr
else:

    def mypyc_attr(**_hints: object) -> Callable[[Kind], Kind]:
        """The class as it is. With ``acyclic``, nothing that a value holds leads back to it: the collector need not know of it."""
        return lambda kind: kind


__all__ = ["mypyc_attr"]
