"""Where sentences begin and end. Offsets are into the text as given; nothing is changed.

A sentence never breaks within «…», at an abbreviation, an initial, a decimal, an address or an ellipsis.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.letters import LETTER_NAMES
from summarizer.persian.places import between, places_of
from summarizer.persian.wraps import unwrapped

_SPACE: Final = " \n\r\t\u00a0\u200c\u200e\u200f\ufeff"
# «سی. ان. ان» is a name, as «آی.بی.ام».
_ENDS_OF_NAMES: Final = frozenset([name[-2:] for name in LETTER_NAMES.split("|")])
# «اچ.آی.وی»; but «وی» parted from its stop is he, and so he is in «دیده ام.وی گفت».
_SPELLED: Final = re.compile(rf"(?:[\x20\u200c]?(?:{LETTER_NAMES})|(?<!ام\.)وی)(?![\w\u200c])")
_SPELLS: Final = re.compile(rf"(?<![\w\u200c])(?:{LETTER_NAMES})\Z")
# «برایان پی. اشمیت», «نیکلاس. بی. لیدون»
_INITIAL: Final = re.compile(
    rf"(?:\.[\x20\u200c]?(?:{LETTER_NAMES})|(?<![\w\u200c])(?:اف|اچ|جی|آر|اس|ال|دبلیو|(?<!در\x20)(?<!از\x20)پی))\Z"
)
_INITIAL_FOLLOWS: Final = re.compile(rf"[\x20\u200c]?(?:{LETTER_NAMES}|دبلیو)\.(?!\.)")
_INITIAL_CHARS: Final = 7
_VERBS: Final = ("ند", "است", "بود", "شد", "کرد", "گفت")
_ENDING: Final = ".!؟?"
_PAIRED: Final = '«»"“”'
_END: Final = re.compile(rf"[{_ENDING}]+(?P<closing>[»”\"')\]›]*)")
_CLOSED: Final = frozenset("»”)]")
_opening: Final = itemgetter(0)
_LETTER: Final = re.compile(r"[^\W\d_]")
_SAYS: Final = re.compile(r"[^\W_]")
_PERSIAN_OR_MARK: Final = re.compile("[آ-ی«]")
_PERSIAN_END: Final = re.compile("[آ-ی]{2}$|»$")
_PARTED: Final = re.compile(
    r"(?:[^\W\d_]{2}|\d{4}|[»”\")\]])[\x20\u00a0\u200c]{1,2}\Z"
)  # «رفت . وی», as some outlets set every stop
# «در پاسخ به این پرسش که آیا …؟ گفت: …» is one sentence.
_ANSWERS: Final = re.compile(
    r"[»”\"]?[\s\u200c،]{0,3}(?:گفت|افزود|نوشت|می[ \u200c]?گوید|(?:پاسخ|جواب|توضیح|ادامه) داد|(?:اظهار|بیان) (?:کرد|داشت)|"
    r"(?:تصریح|تاکید|خاطر[ \u200c]?نشان|اضافه|عنوان|اعلام) کرد|یادآور شد)\s?(?=[:،«]|که\s)"
)
_ASKED: Final = re.compile(r"(?:پاسخ|سی?وال|پرسش|این[ \u200c]?که)[^\n.]*\Z")
_QUESTION_CHARS: Final = 400
_DOTS: Final = re.compile(r"[\x20\u200c]?\.")  # «رفت . . .»
_LOOK_BACK: Final = 12
_SURE_ENDS: Final = ".!؟»"


@mypyc_attr(acyclic=True)
@final
class Span:
    """A sentence's place.

    Args:
        start: offset of its first character.
        end: offset past its last.
        paragraph: the number of its paragraph, from 0.
    """

    __slots__ = ("end", "paragraph", "start")

    def __init__(self, start: int, end: int, paragraph: int) -> None:
        self.start = start
        self.end = end
        self.paragraph = paragraph


def split_sentences(text: str) -> tuple[Span, ...]:
    """Find the sentences of a text.

    Args:
        text: any text; each line is a paragraph, unless the lines were cut to a width, see ``wraps``.

    Returns:
        Their spans in order, without surrounding space; none is empty or without a letter or digit.
    """
    return sentences_of(unwrapped(text))


def sentences_of(text: str) -> tuple[Span, ...]:
    """``split_sentences`` for a text whose lines are paragraphs.

    Args:
        text: what ``unwrapped`` gives.
    """
    spans: list[Span] = []
    stops, marks = places_of(text, _ENDING), places_of(text, _PAIRED)
    past_stop = 0
    for paragraph, (start, last) in enumerate(_lines(text)):
        first_stop = past_stop
        while past_stop < len(stops) and stops[past_stop] < last:
            past_stop += 1
        ends = _ends(text, last, stops[first_stop:past_stop])
        if ends and marks:
            ends = _outside(text, ends, between(marks, start, last))
        for _, end in ends:
            _add(spans, text, start, end, paragraph)
            start = end
        _add(spans, text, start, last, paragraph)
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int, paragraph: int) -> None:
    """Add the sentence between two offsets, trimmed, where there is a letter or a digit in it."""
    if text.startswith(" ", start):
        start += 1
    if not (start < end and text[start].isalnum() and text[end - 1] in _SURE_ENDS):  # the usual case needs no trimming
        start, end = _trimmed(text, start, end)
    if start < end and (text[start].isalnum() or _SAYS.search(text, start, end)):
        spans.append(Span(start, end, paragraph))


def _lines(text: str) -> list[tuple[int, int]]:
    """Where lines begin and end that have anything in them."""
    found, start = [], 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start < end:
            found.append((start, end))
        start = end + 1
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without surrounding space."""
    while start < end and (text[start] in _SPACE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _SPACE or text[end - 1].isspace()):
        end -= 1
    return start, end


def _ends(text: str, end: int, stops: list[int]) -> list[tuple[int, int]]:
    """The marks that end sentences within a paragraph, before its own end: where each begins, and where the sentence is over."""
    found: list[tuple[int, int]] = []
    past = 0
    for at in stops:
        if at < past:
            continue  # within a run of stops
        if at + 1 >= end:
            break
        if _is_usual(text, at):
            past = at + 1
            if past < end:
                found.append((at, past))
            continue
        match = _END.match(text, at, end)
        past = match.end() if match else at + 1
        if past < end and (match is None or _ends_here(text, match, past)):
            found.append((at, past))
    return found


def _is_usual(text: str, at: int) -> bool:
    """Whether a full stop stands as nearly all do: behind a word that is no letter's name, before a space and no other stop."""
    if not text.startswith(". ", at) or text.find(".", at + 1, at + _INITIAL_CHARS) >= 0 or at < 2:
        return False
    return text[at - 2].isalpha() and text[at - 1].isalpha() and text[at - 2 : at] not in _ENDS_OF_NAMES


def _outside(text: str, ends: list[tuple[int, int]], marks: list[int]) -> list[tuple[int, int]]:
    """Those ends of sentences that are not inside quotation marks."""
    quoted = _quoted(text, marks) if marks else ()
    return [(at, after) for at, after in ends if not _is_within(quoted, at, after)] if quoted else ends


def _is_within(quoted: Sequence[tuple[int, int]], at: int, after: int) -> bool:
    """Whether a mark that ends sentences stands inside quotation marks; ``quoted`` is in order."""
    place = bisect_right(quoted, at, key=_opening) - 1
    return place >= 0 and after <= quoted[place][1]


def _ends_here(text: str, match: re.Match[str], after: int) -> bool:
    """Whether the mark ends a sentence, seen from what stands around it."""
    start, following = match.start(), text[after]
    spaced = following in _SPACE
    mark = text[start : match.start("closing")]
    if mark == ".":
        before = text[max(0, start - _LOOK_BACK) : start]
        if before[-1:] and before[-1] in _CLOSED:
            return spaced
        bare = before.rstrip(_SPACE)
        if bare[-2:] in _ENDS_OF_NAMES and _SPELLS.search(bare) and _SPELLED.match(text, after):
            return False
        if (before[-2:] in _ENDS_OF_NAMES and _INITIAL.search(before)) or (
            _INITIAL_FOLLOWS.match(text, after) and not before.endswith(_VERBS)
        ):
            return False
        if before[-1:].isspace():
            return _PARTED.search(before) is not None and not _DOTS.match(text, after) and (spaced or _begins(following))
        word = _last_word(before)
        if len(word.strip("\u200c")) <= 1 and not word.isdigit():
            return False
        return spaced or (_begins(following) and _PERSIAN_END.search(before) is not None)
    if "." in mark or is_answered(text, after):
        return False
    return spaced or bool(_LETTER.match(following))


def _last_word(text: str) -> str:
    """The letters, digits and half-spaces that a text ends in."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] in "\u200c_"):
        start -= 1
    return text[start:]


def is_answered(text: str, at: int) -> bool:
    """Whether a verb of saying stands right here, whose speaker was named before the question that ends here.

    Args:
        text: an aligned text.
        at: offset past a question mark.
    """
    return _ANSWERS.match(text, at) is not None and _ASKED.search(text[max(0, at - _QUESTION_CHARS) : at]) is not None


def _begins(char: str) -> bool:
    """Whether a sentence may begin with this character, with no space before it."""
    return _PERSIAN_OR_MARK.match(char) is not None


def _quoted(text: str, marks: list[int]) -> list[tuple[int, int]]:
    """The stretches of a paragraph between its quotation marks; the outermost only."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    straight = -1
    for at in marks:
        mark = text[at]
        if mark in "«“":
            stack.append(at)
        elif mark in "»”":
            if stack:
                opened = stack.pop()
                if not stack or at - opened > 2000:
                    found.append((opened, at + 1))
        elif straight < 0:
            straight = at
        else:
            found.append((straight, at + 1))
            straight = -1
    return _outermost(found)


def _outermost(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without what lies within another."""
    kept: list[tuple[int, int]] = []
    for one in sorted(found):
        if not kept or one[1] > kept[-1][1]:
            kept.append(one)
    return kept
