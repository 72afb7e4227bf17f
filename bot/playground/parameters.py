"""A request's parameters: taken from a query, a form or JSON, and read as what they should be."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.playground.refusals import bad

MAX_BODY_BYTES = 52 * 1024 * 1024  # Telegram takes documents of up to 50 MB
_NOTHING: Any = object()


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    type: str
    content: bytes


@dataclass(slots=True)
class Parameters:
    """What a request asks with.

    Args:
        raw: as they came; text, or any JSON value.
        uploads: files by the name of their part.
        complaints: what is unknown, missing or of the wrong type; see ``reference``.
    """

    raw: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A string; '' when absent."""
        value = self.raw.get(name, "")
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | bool) else str(value or "")

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; the default when absent or not one."""
        value = self.raw.get(name, default)
        try:
            if isinstance(value, bool):
                raise ValueError
            return int(value)
        except (TypeError, ValueError, OverflowError):
            return default

    def chat_number(self) -> int:
        """The chat that the request is about; 0 when it names none by number."""
        asked = str(self.raw.get("chat_id", ""))
        return int(asked) if len(asked) < 20 and asked.isascii() and asked.removeprefix("-").isdecimal() else 0

    def boolean(self, name: str) -> bool:
        """A truth value; False when absent."""
        return str(self.raw.get(name, False)).lower() in ("true", "1", "yes")

    def json(self, name: str, wanted: type[list[Any]] | type[dict[str, Any]]) -> Any:
        """A list or an object, JSON-serialized or not; None when absent.

        Raises:
            Refused: it is no JSON of that kind.
        """
        value = self.raw.get(name, _NOTHING)
        if value is _NOTHING or value in ("", None):
            return None
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                value = _NOTHING
        if not isinstance(value, wanted):
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object")
        return value

    def decoded(self) -> dict[str, Any]:
        """All of them as values, for the record: JSON texts decoded, uploads by their name."""
        return {name: _decode(value) for name, value in self.raw.items()} | {name: one.name for name, one in self.uploads.items()}


def _decode(value: Any) -> Any:
    """The value of a text that is a JSON list or object; anything else as it is."""
    if not (isinstance(value, str) and value[:1] in ("{", "[")):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


async def read(request: web.Request) -> Parameters:
    """Take the parameters of a request.

    Args:
        request: a GET or a POST; form, multipart or JSON.

    Raises:
        Refused: the body is no JSON object though it says so.
    """
    given = Parameters(dict(request.query))
    if request.content_type == "application/json":
        given.raw |= await _json_body(request)
    elif request.content_type == "multipart/form-data" or request.content_type.endswith("x-www-form-urlencoded"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                given.uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                given.raw[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return given


async def _json_body(request: web.Request) -> dict[str, Any]:
    """The object in a JSON body; null fields count as absent."""
    try:
        body = json.loads(await request.text())
    except (ValueError, RecursionError):
        raise bad("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad("object expected as JSON body")
    return {name: value for name, value in body.items() if value is not None}
