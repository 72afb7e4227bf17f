"""Punctuation and numbers of one Persian line: marks in their Persian form, spaces where they belong, pairs of quotation marks.

Part of ``polish``. Words are not touched. A line comes here with Latin words, links and codes hidden as NUL (``MASK``).
"""

import re
from typing import Final

from summarizer.persian.letters import LETTER_RANGES

MASK: Final = "\x00"
_PERSIAN_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_DIGIT: Final = re.compile(r"\d")
_ASCII_NUMBER: Final = re.compile(rf"(?:{MASK} )?[0-9]+(?:[.,][0-9]+){{0,9}}")
_LONGEST_VERSION: Final = 5
_DECIMAL: Final = re.compile(r"(?<![۰-۹.,/٫٬:-])(?<!ساعت )([۰-۹]{1,3})\.([۰-۹]{1,4})(?![۰-۹]|[.,/٫٬:-][۰-۹])")
_THOUSANDS: Final = re.compile(r"(?<![۰-۹.,/٫٬:-])[۰-۹]{1,3}(?:,[۰-۹]{3}){1,9}(?![۰-۹]|[.,/٫٬:-][۰-۹])")
_PERCENT: Final = re.compile(r"(?<=[۰-۹]) ?%")
_SPACES: Final = re.compile(" {2,}")
_DOTS: Final = re.compile("[.…]{2,}")
_BEFORE: Final = re.compile(rf" +([،؛؟,;?!»)\]]|\.(?=[ »)\]]|\Z)|:(?=[ «{LETTER_RANGES}۰-۹{MASK}]|\Z))")
_INSIDE: Final = re.compile(r"([«(\[]) +")
_COMMA: Final = re.compile(rf",(?:(?<=[{LETTER_RANGES}۰-۹»)\]…{MASK}],)(?![0-9۰-۹])|(?<=[{LETTER_RANGES}»)\]…],))")
_SEMICOLON: Final = re.compile(rf"(?<=[{LETTER_RANGES}۰-۹»)\]…]);")
_QUESTION: Final = re.compile(rf"(?<=[{LETTER_RANGES}۰-۹»)\]…؟!])\?")
_WESTERN: Final = ((",", _COMMA, "،"), (";", _SEMICOLON, "؛"), ("?", _QUESTION, "؟"))
_PAIRED: Final = re.compile("[«»()]")
_AFTER: Final = re.compile(rf"[،؛؟](?:(?=[{LETTER_RANGES}«({MASK}])|(?<![۰-۹][،؛])(?=[۰-۹]))")
_AFTER_WORD: Final = re.compile(
    rf"[:!.](?<=[{LETTER_RANGES}][:!.])(?=[{LETTER_RANGES}«])(?:(?<!\.)|(?<=[{LETTER_RANGES}]{{2}}\.)(?=[{LETTER_RANGES}]{{2}}|«))"
)
_OPENING: Final = re.compile(rf"([«(])(?<=[{LETTER_RANGES}۰-۹{MASK}][«(])")
_CLOSING: Final = re.compile(rf"([»)])(?=[{LETTER_RANGES}۰-۹{MASK}«(])(?!(?:ها|های|هایی|ی|ای)(?![{LETTER_RANGES}]))")
_CURLY: Final = str.maketrans({"“": "«", "„": "«", "‟": "«", "”": "»", "〝": "«", "〞": "»"})


def numbers(line: str) -> str:
    """Western digits to Persian ones, save after a Latin word (iPhone 14); decimal point, thousands and per cent as in Persian."""
    if not _DIGIT.search(line):
        return line
    line = _ASCII_NUMBER.sub(_persian_digits, line)
    line = _THOUSANDS.sub(lambda number: number[0].replace(",", "٬"), _DECIMAL.sub(r"\1٫\2", line))
    return _PERCENT.sub("٪", line)


def _persian_digits(number: re.Match[str]) -> str:
    """A number in Persian digits, unless it is short and belongs to the Latin word before it."""
    found = number[0]
    if found[0] == MASK and "," not in found and len(found) <= len(MASK + " ") + _LONGEST_VERSION:
        return found
    return found.translate(_PERSIAN_DIGITS)


def spacing(line: str) -> str:
    """Persian comma, semicolon and question mark; an ellipsis in one character; no space before a mark, one after it."""
    line = _DOTS.sub(lambda dots: "…" if len(dots[0]) > 2 or "…" in dots[0] else dots[0], _SPACES.sub(" ", line))
    line = _INSIDE.sub(r"\1", _BEFORE.sub(r"\1", line))
    for mark, pattern, persian in _WESTERN:
        if mark in line:
            line = pattern.sub(persian, line)
    line = _AFTER_WORD.sub(r"\g<0> ", _AFTER.sub(r"\g<0> ", line))
    return _CLOSING.sub(r"\1 ", _OPENING.sub(r" \1", line)) if _PAIRED.search(line) else line


def guillemets(text: str) -> str:
    """Straight and curly quotation marks to «», paired within a line; a « or » without its other half in the whole text is dropped.

    Args:
        text: any number of lines.

    Returns:
        The text with balanced «»; a straight mark that pairs with nothing stays.
    """
    text = text.translate(_CURLY)
    if not any(mark in text for mark in '«»"'):
        return text
    chars = list(text)
    waiting: list[int] = []
    for i in (match.start() for match in re.finditer(r'[«»"\n\r\x85\u2028\u2029]', text)):
        char = text[i]
        if char == "«" or (char == '"' and _opens(text, i, waiting)):
            waiting.append(i)
        elif char in '»"':
            _close(chars, i, waiting)
        else:
            waiting = [place for place in waiting if text[place] == "«"]
    for place in waiting:
        if text[place] == "«":
            chars[place] = ""
    return "".join(chars)


def _opens(text: str, i: int, waiting: list[int]) -> bool:
    """Whether a straight mark opens: by the spaces around it, else by whether one is open."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    outside_before, outside_after = (
        before in ("", " ", "(", "«", "\n", "\r"),
        after in ("", " ", ")", "»", "\n", "\r", *"،؛.:,;!؟?"),
    )
    if outside_before != outside_after:
        return outside_before
    return not waiting


def _close(chars: list[str], i: int, waiting: list[int]) -> None:
    """Pair a closing mark with the last open one, or drop it if it is a » that nothing opened."""
    if waiting:
        chars[waiting.pop()] = "«"
        chars[i] = "»"
    elif chars[i] == "»":
        chars[i] = ""
