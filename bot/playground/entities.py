"""The entities of formatted text: lengths in UTF-16 units, addresses, and which may overlap which."""

from typing import Any

Json = dict[str, Any]
_MAX_ENTITIES = 100
_STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_NOT_IN_HOSTS = frozenset(" \t\r\n\0\v<>\"'")


def units(text: str) -> int:
    """The length of a text in UTF-16 units, as Telegram counts; a lone surrogate counts one."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def checked_link(address: str) -> str:
    """An address as Telegram keeps it, with a scheme and a path; '' for what is no http, https or tg address."""
    address = address.strip()
    scheme, colon, rest = address.partition("://")
    if not colon:
        scheme, rest = "http", address
    scheme = scheme.lower()
    host = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    if scheme == "tg":
        return f"tg://{rest}" if rest else ""
    name = host.rpartition("@")[2].partition(":")[0]
    if scheme not in ("http", "https", "ton") or not name or not _NOT_IN_HOSTS.isdisjoint(host) or "." not in name.strip("."):
        return ""
    return f"{scheme}://{host.lower()}{rest[len(host) :] or '/'}"


def sort(entities: list[Json]) -> list[Json]:
    """Entities as Telegram gives them back: outer before inner, at most 100.

    Links, code and the like do not overlap, nor do quotations: the first stays. Bold and its kind are joined where they touch and
    cut where there is code.
    """
    ordered = sorted(entities, key=_place)
    whole = _apart([one for one in ordered if one["type"] not in _STYLES and one["type"] not in _QUOTES])
    quotes = _apart([one for one in ordered if one["type"] in _QUOTES])
    code = [(one["offset"], one["offset"] + one["length"]) for one in whole if one["type"] in ("code", "pre")]
    styles = [one for style in _STYLES for one in _cut(_joined(ordered, style), style, code)]
    return sorted(whole + quotes + styles, key=_place)[:_MAX_ENTITIES]


def _place(one: Json) -> tuple[int, int]:
    return one["offset"], -one["length"]


def _apart(ordered: list[Json]) -> list[Json]:
    """Those that do not overlap one before them."""
    kept: list[Json] = []
    for one in ordered:
        if not kept or one["offset"] >= kept[-1]["offset"] + kept[-1]["length"]:
            kept.append(one)
    return kept


def _joined(ordered: list[Json], style: str) -> list[tuple[int, int]]:
    """The stretches of one style, joined where they touch."""
    joined: list[tuple[int, int]] = []
    for one in ordered:
        start, end = one["offset"], one["offset"] + one["length"]
        if one["type"] != style:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _cut(stretches: list[tuple[int, int]], style: str, code: list[tuple[int, int]]) -> list[Json]:
    """The stretches as entities, without what of them is code; both are in order and without overlap."""
    edges = iter([*code, (1 << 62, 1 << 62)])
    hole, left, made = next(edges), list(reversed(stretches)), []
    while left:
        start, end = left.pop()
        while hole[1] <= start:
            hole = next(edges)
        if hole[0] < end:
            left.extend([(hole[1], end)] if hole[1] < end else [])
            end = hole[0]
        if start < end:
            made.append({"type": style, "offset": start, "length": end - start})
    return made
