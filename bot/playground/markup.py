"""Telegram's HTML into text and entities, with its refusals word for word. Offsets and lengths are in UTF-16 units.

The rules are those of the Bot API reference («HTML style») and, for the wording of errors, of what api.telegram.org answers.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.playground.entities import checked_link, sort
from bot.playground.refusals import bad

Json = dict[str, Any]
_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACES = " \t\r\n\0\v"
_MAX_REFERENCE_CHARS = 12


@dataclass(slots=True)
class _Open:
    """A tag that is not closed yet."""

    tag: str
    argument: str
    offset: int
    place: int  # in the characters of the text so far


@dataclass(slots=True)
class _Reader:
    """Goes over the source once; every step moves forward."""

    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    offset: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        """The text and the entities in the order in which they were closed."""
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "<":
                self._tag()
            else:
                self._put(self._reference() if character == "&" else character)
                self.at += 1
        if self.opened:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return "".join(self.out), self.entities

    def _put(self, character: str) -> None:
        self.out.append(character)
        self.offset += 2 if character > "\uffff" else 1

    def _peek(self) -> str:
        """The character here; '' at the end."""
        return self.source[self.at : self.at + 1]

    def _skip(self, stops: str) -> str:
        """Move to the first of these characters or the end; what was passed."""
        start = self.at
        while self.at < len(self.source) and self.source[self.at] not in stops:
            self.at += 1
        return self.source[start : self.at]

    def _skip_spaces(self) -> None:
        while self.at < len(self.source) and self.source[self.at] in _SPACES:
            self.at += 1

    def _byte(self, place: int) -> int:
        """The offset in UTF-8 bytes, in which Telegram reports places."""
        return len(self.source[:place].encode("utf-8", "surrogatepass"))

    def _reference(self) -> str:
        """The character an & stands for, left on its last character; «&» itself where it stands for none."""
        end = self.at + 1
        while end - self.at <= _MAX_REFERENCE_CHARS and end < len(self.source) and _in_reference(self.source[end]):
            end += 1
        character = _referred(self.source[self.at + 1 : end])
        if not character:
            return "&"
        self.at = end if self.source[end : end + 1] == ";" else end - 1
        return character

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)
        self.at += 1

    def _start_tag(self, begin: int) -> None:
        tag = self._skip(_SPACES + ">").lower()
        if not self._peek():
            raise _broken(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in _TYPES:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        argument = ""
        self._skip_spaces()
        while self._peek() != ">":
            argument = self._attribute(tag, begin) or argument
            self._skip_spaces()
        if tag == "span" and argument != "spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.opened.append(_Open(tag, argument, self.offset, len(self.out)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Read one attribute; what it says to this tag, '' when nothing."""
        name = self._skip(_SPACES + "=>")
        if not self._peek():
            raise _broken(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        if not name:
            raise _broken(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        self._skip_spaces()
        if self._peek() != "=":
            return _meaning(tag, name, "")
        self.at += 1
        self._skip_spaces()
        value = self._quoted() if self._peek() in ("'", '"') else self._bare()
        if not self._peek():
            raise _broken(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return _meaning(tag, name, value)

    def _quoted(self) -> str:
        """A value in quotation marks, its references decoded."""
        mark, value = self._peek(), []
        self.at += 1
        while self._peek() not in ("", mark):
            value.append(self._reference() if self._peek() == "&" else self._peek())
            self.at += 1
        self.at += 1
        return "".join(value)

    def _bare(self) -> str:
        """A value without quotation marks: ASCII letters, digits, dots and hyphens."""
        start = self.at
        while self._peek() and self._peek().isascii() and (self._peek().isalnum() or self._peek() in ".-"):
            self.at += 1
        if self._peek() and self._peek() not in _SPACES + ">":
            raise _broken(f"Unexpected end of name token at byte offset {self._byte(start)}")
        return self.source[start : self.at].lower()

    def _end_tag(self, begin: int) -> None:
        if not self.opened:
            raise _broken(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 1
        tag = self._skip(_SPACES + ">")
        self._skip_spaces()
        if self._peek() != ">":
            raise _broken(f"Unclosed end tag at byte offset {self._byte(begin)}")
        opened = self.opened.pop()
        if tag and tag != opened.tag:
            place = self._byte(begin)
            raise _broken(f'Unmatched end tag at byte offset {place}, expected "</{opened.tag}>", found "</{tag}>"')
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        """Note the entity of a tag that has something in it."""
        made: Json = {"type": _TYPES[opened.tag], "offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag == "a":
            made["url"] = checked_link(opened.argument or "".join(self.out[opened.place :]))
            if not made["url"]:
                return
        elif opened.tag == "blockquote" and opened.argument:
            made["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            made["custom_emoji_id"] = opened.argument
        elif opened.tag in ("pre", "code") and self._one_block(made, opened):
            return
        elif opened.tag == "code" and opened.argument:
            made["language"] = opened.argument
        self.entities.append(made)

    def _one_block(self, made: Json, opened: _Open) -> bool:
        """Make <pre> and <code class="language-..."> around the same text one block; whether they were."""
        last = self.entities[-1] if self.entities else {}
        if (last.get("offset"), last.get("length")) != (made["offset"], made["length"]):
            return False
        if made["type"] == "pre" and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
            return True
        if made["type"] == "code" and last["type"] == "pre" and opened.argument:
            last["language"] = opened.argument
            return True
        return False


def _broken(reason: str) -> Exception:
    return bad(f"can't parse entities: {reason}")


def _in_reference(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "#")


def _referred(name: str) -> str:
    """The character of a reference's name, without & and ;. '' when it names none."""
    if name in _NAMED:
        return _NAMED[name]
    digits, base = (name[2:], 16) if name[:2] in ("#x", "#X") else (name[1:], 10)
    if not name.startswith("#") or not digits:
        return ""
    try:
        code = int(digits, base)
    except ValueError:
        return ""
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


def _meaning(tag: str, name: str, value: str) -> str:
    """What an attribute says to a tag; '' when nothing."""
    if (tag, name) == ("blockquote", "expandable"):
        return "expandable"
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
        return value
    prefix = {("code", "class"): "language-", ("span", "class"): "tg-"}.get((tag, name))
    return value.removeprefix(prefix) if prefix and value.startswith(prefix) else ""


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Read Telegram's HTML.

    Args:
        source: the text with markup.

    Returns:
        The text without markup, and its entities as the Bot API has them, sorted, not yet trimmed.

    Raises:
        Refused: the markup is broken or unknown; 400, with the byte offset.
    """
    text, entities = _Reader(source).read()
    for one in entities:
        if one["type"] == "code":
            one.pop("language", None)
    return text, sort(entities)
