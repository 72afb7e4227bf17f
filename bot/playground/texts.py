"""From what a request asks to say to what stands in the chat: markup read, text cleaned and trimmed, entities found."""

import re
from typing import Any

from bot.playground.entities import sort, units
from bot.playground.markup import parse_html
from bot.playground.parameters import Parameters
from bot.playground.refusals import bad

Json = dict[str, Any]
MAX_TEXT_UNITS = 4096
MAX_CAPTION_UNITS = 1024
MAX_SOURCE_BYTES = 1 << 15
_DROPPED = {code: None for code in (*range(0x20), 0x7F, *range(0x2028, 0x202F)) if code not in (0x09, 0x0A)} | {0x09: " "}
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"'«»؛،]{1,2048})"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{2,31})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#[\w\u200c]{1,255})"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_NEVER_IN = ("code", "pre", "text_link")


def asked_text(given: Parameters, name: str = "text", entities: str = "entities") -> tuple[str, list[Json]]:
    """The text that a request asks to send.

    Args:
        given: the request.
        name: the parameter that holds the text.
        entities: the parameter that holds entities, for when there is no parse mode.

    Returns:
        The text and its entities.

    Raises:
        Refused: empty, too long or with markup that cannot be read.
    """
    source = given.text(name)
    if not source:
        raise bad("message text is empty")
    text, found = _formatted(source, given.text("parse_mode"), given.json(entities, list))
    if is_blank(text):
        raise bad("text must be non-empty")
    if units(text) > MAX_TEXT_UNITS:
        raise bad("message is too long")
    return text, found


def asked_caption(given: Parameters) -> tuple[str, list[Json]]:
    """The caption that a request asks for; empty when it has none.

    Raises:
        Refused: too long or with markup that cannot be read.
    """
    source = given.text("caption")
    text, found = _formatted(source, given.text("parse_mode"), given.json("caption_entities", list)) if source else ("", [])
    if units(text) > MAX_CAPTION_UNITS:
        raise bad("message caption is too long")
    return text, found


def formatted(source: str, parse_mode: str = "", entities: list[Json] | None = None) -> tuple[str, list[Json]]:
    """A text with its entities, however it is marked up; what a person types goes the same way.

    Raises:
        Refused: the markup cannot be read, or is of another kind than HTML.
    """
    return _formatted(source, parse_mode, entities)


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a trimmed text."""
    return not text.strip(_INVISIBLE)


def _formatted(source: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    if any("\ud800" <= character <= "\udfff" for character in source):
        raise bad("strings must be encoded in UTF-8")
    mode = parse_mode.lower()
    if mode in ("markdown", "markdownv2"):
        raise bad("this playground reads parse_mode HTML only")
    if mode not in ("", "none", "html"):
        raise bad("unsupported parse_mode")
    if len(source.encode()) > MAX_SOURCE_BYTES:
        raise bad("text is too long")
    text, marked = parse_html(source) if mode == "html" else (source, _given(entities or []))
    text, marked = _clean(text, marked)
    return text, sort(marked + _found(text, marked))


def _given(entities: list[Json]) -> list[Json]:
    """The entities that a request brings with its text; what is none is passed over."""
    return [
        dict(one)
        for one in entities
        if isinstance(one, dict)
        and isinstance(one.get("type"), str)
        and all(_counts(one.get(name)) for name in ("offset", "length"))
    ]


def _counts(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _clean(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Drop control characters and outer white space, as Telegram does, and move the entities along."""
    kept = text.translate(_DROPPED)
    if len(kept) != len(text):
        entities = _moved(text, entities, [0 if _DROPPED.get(ord(one), "") is None else units(one) for one in text])
    start, end = len(kept) - len(kept.lstrip()), len(kept.rstrip())
    shift, limit = units(kept[:start]), units(kept[:end])
    clipped = []
    for one in entities:
        first, last = max(one["offset"], shift), min(one["offset"] + one["length"], limit)
        if first < last:
            clipped.append(one | {"offset": first - shift, "length": last - first})
    return kept[start:end], clipped


def _moved(text: str, entities: list[Json], widths: list[int]) -> list[Json]:
    """The entities of a text some of whose characters have another width now."""
    places, old, new = {0: 0}, 0, 0
    for character, width in zip(text, widths, strict=True):
        old, new = old + units(character), new + width
        places[old] = new
    moved = []
    for one in entities:
        start, end = places.get(one["offset"], new), places.get(one["offset"] + one["length"], new)
        if start < end:
            moved.append(one | {"offset": start, "length": end - start})
    return moved


def _found(text: str, marked: list[Json]) -> list[Json]:
    """Links, commands, mentions and hashtags that Telegram finds by itself, outside code and links."""
    taken = [(one["offset"], one["offset"] + one["length"]) for one in marked if one["type"] in _NEVER_IN]
    found, passed, offset = [], 0, 0
    for match in _FOUND.finditer(text):
        offset, passed = offset + units(text[passed : match.start()]), match.start()
        value = match.group().rstrip(".,:;!?)…") if match.lastgroup == "url" else match.group()
        end = offset + units(value)
        if not any(offset < last and first < end for first, last in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": end - offset})
    return found
