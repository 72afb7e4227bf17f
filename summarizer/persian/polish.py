"""Makes Persian text fit to show: letters, half-spaces, digits, marks. What is compared or indexed goes through ``letters``.

The order is the point: unseen characters first (so that NUL is free to stand for what must not be touched), quotation marks over
the whole text, then line by line numbers, marks and half-spaces. Lines without a Persian letter keep their digits and marks.
"""

import re
from typing import Final

from summarizer.persian.clean import LINE_ENDS, clean
from summarizer.persian.half_spaces import put_half_spaces
from summarizer.persian.joins import join
from summarizer.persian.letters import LETTER_RANGES, ZWNJ
from summarizer.persian.marks import MASK, guillemets, numbers, spacing

_PASSES: Final = 6
_LINE: Final = re.compile(rf"[^{LINE_ENDS}]+")
_PERSIAN: Final = re.compile(f"[{LETTER_RANGES}]")
_CODE: Final = re.compile(r"(?:https?://|www\.)\S+|[@#][\w" + ZWNJ + r"]+|[!-~]+")
_LATIN: Final = re.compile("[A-Za-z_@#\\\\]")
_LEADING: Final = "\"'([{<"
_TRAILING: Final = "\"'.,;:!?)]}>»،؛؟…"
_EDGE_SPACES: Final = re.compile(" {2,}")


def polish(text: str) -> str:
    """Set Persian text right for display; no word changes.

    Args:
        text: any text.

    Returns:
        The text with half-spaces, Persian letters, digits and marks, single spaces, paired «»; links, addresses, @names, #tags,
        codes and Latin words as they were. Twice is the same as once.
    """
    for _ in range(_PASSES):
        polished = _once(text)
        if polished == text:
            break
        text = polished
    return text


def _once(text: str) -> str:
    """One pass. Nearly always the second changes nothing; a mark that was dropped may let two others meet."""
    hidden: list[str] = []
    masked = _CODE.sub(lambda match: _mask(match[0], hidden), clean(text))
    lines = _LINE.sub(lambda line: _line(line[0]), guillemets(masked))
    parts = lines.split(MASK)
    return parts[0] + "".join(code + rest for code, rest in zip(hidden, parts[1:], strict=True))


def _mask(run: str, hidden: list[str]) -> str:
    """Hide a link, a name, a tag, or a run of ASCII with a Latin letter in it; marks around it stay in sight."""
    start = len(run) - len(run.lstrip(_LEADING))
    end = max(start, len(run.rstrip(_TRAILING)))
    if not _LATIN.search(run, start, end):
        return run
    hidden.append(run[start:end])
    return run[:start] + MASK + run[end:]


def _line(line: str) -> str:
    """One line, without its end."""
    if not _PERSIAN.search(line):
        return _EDGE_SPACES.sub(" ", line).strip(" ")
    return put_half_spaces(join(spacing(numbers(line)))).strip(" ")
