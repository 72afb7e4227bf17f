"""Text wrapped at a fixed width: a line end within a sentence is a space to the attribution grammar."""

from itertools import pairwise

_MIN_LINE = 45  # a shorter line is a heading or an item of a list
_MIN_BROKEN = 3
_SHARE = 0.4
_UNSEEN = " \t\r\u200c\u200e\u200f\u00a0\u202a\u202b\u202c"
_STOPS = frozenset('.!?؟:»”"…؛،)*]-–—•')


def unwrapped(aligned: str) -> str:
    """Put a space for each line end that a fixed width has set, in a text where many are such.

    Args:
        aligned: an aligned text.

    Returns:
        A text of the same length; the text itself where lines are paragraphs.
    """
    if aligned.count("\n") < _MIN_BROKEN:
        return aligned
    lines = aligned.split("\n")
    if sum([len(line) >= _MIN_LINE and line[-1] not in _STOPS for line in lines]) < _MIN_BROKEN:
        return aligned
    inner = broken = 0
    for line, following in pairwise(lines):
        if line and following:
            inner += 1
            broken += _goes_on(line, following)
    if broken < _MIN_BROKEN or broken < _SHARE * inner:
        return aligned
    joints = (" " if _goes_on(line, following) else "\n" for line, following in pairwise(lines))
    return "".join(part for line, joint in zip(lines, [*joints, ""], strict=True) for part in (line, joint))


def _goes_on(line: str, following: str) -> bool:
    """Whether a long line ends in a letter and the next begins with one."""
    if len(line) < _MIN_LINE:
        return False
    last, first = line.rstrip(_UNSEEN)[-1:], following.lstrip(_UNSEEN)[:1]
    return bool(last) and last not in _STOPS and (first.isalnum() or first in "«(")
