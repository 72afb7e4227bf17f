"""Makes Persian text fit to show: letters, half-spaces, digits, marks. What is compared or indexed goes through ``letters``.

The order is the point: unseen characters first (so that NUL is free to stand for what must not be touched), quotation marks over
the whole text, then line by line numbers, marks and half-spaces. Lines without a Persian letter keep their digits and marks.
"""

import re

from summarizer.persian.clean import LINE_ENDS, clean
from summarizer.persian.half_spaces import put_half_spaces
from summarizer.persian.letters import ZWNJ, align
from summarizer.persian.marks import MASK, guillemets, numbers, spacing
from summarizer.persian.verbs import follows_mi, is_past_stem

_PASSES = 6
_LETTER = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06fa-\u06fc"
_LINE = re.compile(rf"[^{LINE_ENDS}]+")
_PERSIAN = re.compile(f"[{_LETTER}]")
_CODE = re.compile(r"(?:https?://|www\.)\S+|[@#][\w" + ZWNJ + r"]+|[!-~]+")
_LATIN = re.compile("[A-Za-z_@#\\\\]")
_LEADING, _TRAILING = "\"'([{<", "\"'.,;:!?)]}>»،؛؟…"
_EDGE_SPACES = re.compile(" {2,}")
_MI = re.compile(rf"(?<![\w{ZWNJ}])(ن?می) (?=([{_LETTER}]{{2,20}})(?![\w]))")
_DAY, _DAY_CHARS = re.compile(r"(?<!\d)\d{1,2} \Z"), 4
_PLURAL = re.compile(rf"(?<=[{_LETTER}]{{2}}) (?=(?:ها|های|هایی|هایش|هایشان|هایمان|ترین)(?![\w{ZWNJ}]))")
_EZAFE = re.compile(rf"(?<=[{_LETTER}]ه) (?=ی(?![\w{ZWNJ}]))")
_PERFECT = re.compile(rf"(?<![\w{ZWNJ}])([{_LETTER}]{{2,20}})ه (?=(?:ام|ای|ایم|اید|اند)(?![\w{ZWNJ}]))")
_NOT_NOUNS = re.compile(rf"(?<![{_LETTER}])(?:از|به|با|در|که|را|تا|بر|این|هر|یا|و|هم|نیز|چه|ما|من|تو) \Z")


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
    return put_half_spaces(_join(spacing(numbers(line)))).strip(" ")


def _join(line: str) -> str:
    """Half-spaces for spaces, where the parts can only be one word: می شود, کتاب ها, خانه ی, شده اند."""
    line = _MI.sub(_before_verb, line)
    line = _PERFECT.sub(lambda verb: verb[1] + "ه" + (ZWNJ if is_past_stem(align(verb[1])) else " "), line)
    line = _PLURAL.sub(_after_noun, line)
    return _EZAFE.sub(ZWNJ, line)


def _before_verb(mi: re.Match[str]) -> str:
    """«می» with a half-space before a verb; May is a month before a noun that looks like one («۲۳ می نشستی برگزار شد»)."""
    is_month = mi[2].endswith("ی") and _DAY.search(mi.string, max(0, mi.start() - _DAY_CHARS), mi.start())
    return mi[1] + (ZWNJ if follows_mi(align(mi[2])) and not is_month else " ")


def _after_noun(space: re.Match[str]) -> str:
    """A half-space before a plural ending, unless the word before takes no plural."""
    return " " if _NOT_NOUNS.search(space.string, max(0, space.start() - 6), space.end()) else ZWNJ
