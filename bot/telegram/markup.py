"""Telegram HTML out of values: text is escaped here and nowhere else, and a message is never too long. Pure."""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

MAX_UNITS = 4096  # UTF-16 code units after the entities are parsed; Bot API, sendMessage
RLM = "\u200f"
LRM = "\u200e"  # before a command in a Persian line, so that its slash stays in front; never inside what is copied
_LEAST_ROOM = 300  # a long text is not begun at the end of a message when there is less room than this
_WIDEST = 2  # UTF-16 code units of a character at the most
_BREAKS = ("\n", ". ", "؟ ", "! ", "؛ ", "، ", " ")

Tag = Literal["", "b", "i", "u", "code"]
Wrap = Literal["", "blockquote", "blockquote expandable"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of plain text in one style.

    Args:
        text: not escaped.
        tag: its style.
        url: where it leads; '' when it is no link.
    """

    text: str
    tag: Tag = ""
    url: str = ""

    def html(self) -> str:
        """The run as Telegram HTML."""
        escaped = html.escape(self.text, quote=False)
        if self.tag:
            escaped = f"<{self.tag}>{escaped}</{self.tag}>"
        return f'<a href="{html.escape(self.url)}">{escaped}</a>' if self.url else escaped


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a block quotation.

    Args:
        runs: its pieces, in order.
        wrap: what it stands in.
        tight: whether it follows the block before it without an empty line.
    """

    runs: tuple[Run, ...]
    wrap: Wrap = ""
    tight: bool = False

    def html(self) -> str:
        """The block as Telegram HTML."""
        inner = "".join(run.html() for run in self.runs)
        return f"<{self.wrap}>{inner}</{self.wrap.split()[0]}>" if self.wrap else inner


def block(text: str, tag: Tag = "", *, wrap: Wrap = "", tight: bool = False) -> Block:
    """A block of one run."""
    return Block((Run(text, tag),), wrap, tight)


def bold_at(text: str, places: Iterable[tuple[int, int]]) -> tuple[Run, ...]:
    """A text as runs, bold at these places.

    Args:
        text: not escaped.
        places: offsets (start, end), in order and apart.
    """
    runs, done = [], 0
    for start, end in places:
        runs += [Run(text[done:start]), Run(text[start:end], "b")]
        done = end
    return tuple(run for run in (*runs, Run(text[done:])) if run.text)


def units(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def plain(markup: str) -> str:
    """The text of a message without its markup, for when Telegram cannot read that."""
    return html.unescape(re.sub(r"<[^<>]{1,2000}>", "", markup))


def right_to_left(text: str) -> str:
    """Put a right-to-left mark before each line that would be laid out from the left.

    A line takes the direction of its first strong letter, so a Persian sentence that opens with a Latin name would be set wrong.
    """
    return "\n".join(RLM + line if _opens_left_to_right(line) else line for line in text.split("\n"))


def _opens_left_to_right(line: str) -> bool:
    """Whether the first strong letter is a left-to-right one, in a line that has right-to-left ones."""
    classes = [unicodedata.bidirectional(char) for char in line[:200]]
    first = next((one for one in classes if one in ("L", "R", "AL")), "")
    return first == "L" and ("AL" in classes or "R" in classes)


def pack(blocks: Iterable[Block], *, max_units: int = MAX_UNITS) -> tuple[str, ...]:
    """Fill as few messages as it takes, in order, each with its markup closed.

    Args:
        blocks: what to say; one that fits into no message is cut at a paragraph, else at a sentence, else at a word.
        max_units: the bound of one message.

    Returns:
        The messages as Telegram HTML; none is empty.
    """
    messages: list[list[Block]] = [[]]
    room = max_units
    waiting = [one for one in reversed(list(blocks)) if any(run.text.strip() for run in one.runs)]
    while waiting:
        current = waiting.pop()
        gap = (1 if current.tight else 2) if messages[-1] else 0
        size = _size(current)
        if size + gap <= room:
            messages[-1].append(current)
            room -= size + gap
        elif messages[-1] and (size <= max_units or room < _LEAST_ROOM):
            messages.append([])
            room = max_units
            waiting.append(current)
        else:
            head, tail = _cut(current, room - gap)
            waiting += [one for one in (tail, head) if _size(one)]
    return tuple(text for text in (_joined(message) for message in messages) if text)


def _size(one: Block) -> int:
    """The length of a block as Telegram counts it."""
    return sum(units(run.text) for run in one.runs)


def _joined(blocks: list[Block]) -> str:
    """The blocks of one message, an empty line between them where they are not tight."""
    parts = [(("\n" if one.tight else "\n\n") if place else "") + one.html() for place, one in enumerate(blocks)]
    return "".join(parts)


def _cut(one: Block, room: int) -> tuple[Block, Block]:
    """Part a block so that the first part fits the room."""
    head: list[Run] = []
    for place, run in enumerate(one.runs):
        size = units(run.text)
        if size <= room:
            head.append(run)
            room -= size
            continue
        first, rest = _cut_text(run.text, room) if room >= _WIDEST or not any(run.text for run in head) else ("", run.text)
        head += [replace(run, text=first)] if first else []
        tail = (replace(run, text=rest), *one.runs[place + 1 :])
        return replace(one, runs=tuple(head)), replace(one, runs=tail, tight=False)
    return one, replace(one, runs=())


def _cut_text(text: str, room: int) -> tuple[str, str]:
    """Part a text at the best place within the room; never within a character, and always getting on."""
    limit = _prefix(text, max(room, 2))
    for mark in _BREAKS:
        at = text.rfind(mark, limit // 3, limit)
        if at > 0:
            return text[: at + len(mark)].rstrip(), text[at + len(mark) :].lstrip()
    return text[:limit], text[limit:]


def _prefix(text: str, room: int) -> int:
    """How many characters of the text fill the room at the most."""
    used = 0
    for place, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > room:
            return place
    return len(text)
