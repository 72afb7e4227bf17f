"""The Bot API reference as a judge: whether a request names what it may, and whether a value is of the type it should be.

The reference is data beside the repository, not in it; where it is not at hand, ``Reference.load`` gives None.
"""

import json
from pathlib import Path
from typing import Any, Self

from bot.playground.values import Call

PATH = Path(__file__).resolve().parents[3] / "shared" / "bot_api" / "api.json"
_PLAIN = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}


class Reference:
    """The methods and types of the Bot API.

    Args:
        data: the reference.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.methods: dict[str, Any] = data["methods"]
        self.types: dict[str, Any] = data["types"]

    @classmethod
    def load(cls, path: Path = PATH) -> Self | None:
        """The reference, or None where it is not at hand."""
        return cls(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None

    def problems_of_call(self, call: Call) -> list[str]:
        """What is wrong with a recorded request: its method, its parameters, what stands in them."""
        method = self.methods.get(call.method)
        if method is None:
            return [f"{call.method}: no such method"]
        given = {name: value for name, value in call.parameters.items() if name not in call.files}
        known = {one["name"]: one["types"] for one in method.get("fields", ())}
        present = given.keys() | set(call.files)
        found = [f"{one['name']}: required" for one in method.get("fields", ()) if one["required"] and one["name"] not in present]
        for name, value in given.items():
            found += self.problems(_typed(value, known[name]), known[name], name) if name in known else [f"{name}: unknown"]
        return [f"{call.method} #{call.number} {one}" for one in found]

    def problems(self, value: Any, types: list[str], where: str = "") -> list[str]:
        """What is wrong with a value that should be of one of these types; [] when nothing is with one of them."""
        tries = [self._problems(value, one, where) for one in types]
        return min(tries, key=len)

    def _problems(self, value: Any, kind: str, where: str) -> list[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{where}: no array"]
            inner = [kind.removeprefix("Array of ")]
            return [one for place, item in enumerate(value) for one in self.problems(item, inner, f"{where}[{place}]")]
        if kind in _PLAIN:
            fits = isinstance(value, _PLAIN[kind]) and (kind in ("Boolean", "True") or not isinstance(value, bool))
            return [] if fits else [f"{where}: {value!r:.50} is no {kind}"]
        if kind == "InputFile":
            return [] if isinstance(value, str) else [f"{where}: no file"]
        if "subtypes" in self.types[kind]:
            return self.problems(value, self.types[kind]["subtypes"], where)
        return self._object_problems(value, kind, where)

    def _object_problems(self, value: Any, kind: str, where: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{where}: no {kind}"]
        fields = {one["name"]: one for one in self.types[kind].get("fields", ())}
        found = [f"{where}.{name}: not in {kind}" for name in value.keys() - fields.keys()]
        found += [f"{where}.{name}: missing in {kind}" for name, one in fields.items() if one["required"] and name not in value]
        for name in value.keys() & fields.keys():
            found += self.problems(value[name], fields[name]["types"], f"{where}.{name}")
        return found


def _typed(value: Any, types: list[str]) -> Any:
    """A form's text as the number or truth value that it spells, where one is wanted."""
    if not isinstance(value, str) or types == ["String"]:
        return value
    if "Boolean" in types:
        return {"true": True, "false": False}.get(value.lower(), value)
    return int(value) if value.lstrip("-").isdecimal() else value
