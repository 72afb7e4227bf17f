"""Text wrapped at a fixed width, whole or in parts: a line end that the width has set is a space.

A list of headlines has lines of one length, too. What tells them apart: a wrapped line ends where its next word would not have fit.
"""

from itertools import pairwise
from typing import Final

_SHORTEST: Final = 45  # a shorter line is a heading or an item of a list; a wider one a paragraph
_WIDEST: Final = 120
_MIN_BROKEN: Final = 3
_WITHIN: Final = 0.9  # of the broken lines are no wider than the width
_LEAST_SHARE: Final = 0.4
_LEAST_FULL: Final = 0.55
_UNSEEN: Final = " \t\u200c\u200e\u200f\u00a0\u202a\u202b\u202c"
_ENDS: Final = frozenset(".!؟?:»")
_STOPS: Final = frozenset('.!?؟:»”"…؛،)*]-–—•')


def unwrapped(text: str) -> str:
    """Put a space for each line end that a fixed width has set.

    Args:
        text: any text.

    Returns:
        A text of the same length, whose lines are paragraphs.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if not _may_be_cut(text):
        return text
    lines = text.split("\n")
    width = _width(lines)
    if not width:
        return text
    joints = (" " if _runs_on(line, following, width) else "\n" for line, following in pairwise(lines))
    return "".join(part for line, joint in zip(lines, [*joints, ""], strict=True) for part in (line, joint))


def _may_be_cut(text: str) -> bool:
    """Whether a few lines end in the middle of something; a quick look."""
    broken, start, end = 0, 0, text.find("\n")
    while end >= 0 and broken < _MIN_BROKEN:
        broken += end - start >= _SHORTEST and text[end - 1] not in _STOPS
        start, end = end + 1, text.find("\n", end + 1)
    return broken >= _MIN_BROKEN or (broken == _MIN_BROKEN - 1 and len(text) - start >= _SHORTEST and text[-1] not in _STOPS)


def _width(lines: list[str]) -> int:
    """The width at which lines were cut; 0 where they are paragraphs, headings or items."""
    inner = [(line, following) for line, following in pairwise(lines) if line and following]
    broken = [(len(line.rstrip(_UNSEEN)), following) for line, following in inner if _goes_on(line, following)]
    if len(broken) < max(_MIN_BROKEN, _LEAST_SHARE * len(inner)):
        return 0
    lengths = sorted(length for length, _ in broken if length <= _WIDEST)
    if len(lengths) < _MIN_BROKEN:
        return 0
    width = lengths[int(_WITHIN * (len(lengths) - 1))]
    full = sum(length <= width + 1 and _is_full(length, following, width) for length, following in broken)
    return width if full >= _LEAST_FULL * len(lengths) or _are_all_cut(lines) else 0


def _are_all_cut(lines: list[str]) -> bool:
    """Whether a whole text was cut: no line is wider than a width may be, few end with a sentence, and there are sentences."""
    written = [line for line in lines if line]
    longest = max(map(len, written))
    long = sum(len(line) > 0.75 * longest for line in written)
    ended = sum(line[-1] in _ENDS for line in written)
    told = sum("." in line for line in written)
    return longest <= _WIDEST and long > 0.6 * len(written) and ended < 0.4 * len(written) < 4 * told


def _is_full(length: int, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fit into a line of this length."""
    return length + 1 + len(following.split(maxsplit=1)[0]) > width


def _goes_on(line: str, following: str) -> bool:
    """Whether a long line ends in a letter and the next begins with one."""
    return len(line) >= _SHORTEST and line.rstrip(_UNSEEN)[-1:] not in _STOPS and _begins(following)


def _begins(line: str) -> bool:
    """Whether a line may go on with what the one before began."""
    first = line.lstrip(_UNSEEN)[:1]
    return first.isalnum() or (bool(first) and first in "«(")


def _runs_on(line: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on from one line to the next; a full line may end in a stop all the same."""
    if not line or not _begins(following):
        return False
    length = len(line.rstrip(_UNSEEN))
    return _goes_on(line, following) or (_SHORTEST <= length <= width + 1 and _is_full(length, following, width))
