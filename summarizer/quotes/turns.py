"""An interview set as a dialogue: lines that open with who speaks («کاریزی: …»), no verb of saying among them.

One such line is a headline or a list; a name that opens several lines is a speaker. What the interviewer asks is no quotation.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from summarizer.quotes.credible import credible
from summarizer.quotes.cues import Cue
from summarizer.quotes.drafts import Draft
from summarizer.quotes.extents import Extent
from summarizer.quotes.figures import mention_figure
from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.licences import is_verbless
from summarizer.quotes.mentions import Mention, mention_of
from summarizer.quotes.offices import is_one
from summarizer.quotes.spans import trimmed
from summarizer.quotes.words import Token, closed_class, is_finite, tokens

_LINE: Final = re.compile(r"[\x20\u200c*•\-–]{0,4}([^\W\d_][^:\n.؟!،«»\"]{1,38}?)[\x20\u200c]{0,2}:[\x20\u200c]{0,3}(?=[^\n]{12})")
_MIN_TURNS: Final = 3
_FEWEST_LABELS: Final = 2
_MAX_LABEL: Final = 48
_STOPS: Final = ' .!»"\n'
_MAX_WORDS: Final = 5
_ASKS: Final = closed_class("asks in an interview")


def turns(aligned: str) -> list[Draft]:
    """Find the turns of an interview set as a dialogue.

    Args:
        aligned: the aligned text.

    Returns:
        A quotation for each line that one who answers opens, where he opens ``_MIN_TURNS`` lines; and a draft marked ``asked`` for
        each question, which is nobody's quotation.
    """
    matches = list(_labelled(aligned))
    if len(matches) < _FEWEST_LABELS:
        return []
    labels = [_label(aligned, match) for match in matches]
    counts = Counter(_name(words) for words, _ in labels)
    found = []
    for words, start in labels:
        mention = mention_of(words) if len(words) <= _MAX_WORDS and not is_finite(words[-1].word) else None
        if mention is None:
            continue
        turn = _turn(aligned, mention, start)
        turn.asked = _asks(aligned, words, turn)
        if turn.asked or (not _is_entry(aligned, turn) and counts[_name(words)] >= _MIN_TURNS and _can_answer(mention)):
            found.append(turn)
    return found


def _labelled(aligned: str) -> Iterator[re.Match[str]]:
    """The lines that open with a few words and a colon; by the first colon of each line that has one."""
    at = aligned.find(":")
    while at >= 0:
        start = aligned.rfind("\n", max(0, at - _MAX_LABEL), at) + 1
        match = _LINE.match(aligned, start) if start or at < _MAX_LABEL else None
        if match is not None:
            yield match
        newline = aligned.find("\n", at)
        at = aligned.find(":", newline) if newline >= 0 else -1


def _asks(aligned: str, words: list[Token], turn: Draft) -> bool:
    """Whether a turn is the interviewer's: «خبرنگار: …», «فارس: …؟»."""
    if any(word.word in _ASKS for word in words):
        return True
    outlet = any(word.word in LEXICON.outlets or word.word in LEXICON.media for word in words)
    return outlet and aligned[turn.start : turn.end].rstrip(_STOPS).endswith("؟")


def _is_entry(aligned: str, turn: Draft) -> bool:
    """Whether a turn is a book's entry in a list: «نویسنده: پرویز نیکان / ناشر: …»; slashes and no verb."""
    return aligned.count("/", turn.start, turn.end) > 1 and is_verbless(aligned, turn.start)


def _label(aligned: str, match: re.Match[str]) -> tuple[list[Token], int]:
    """The words that open a line, and where the line goes on."""
    return tokens(aligned, match.start(1), match.end(1)), match.end()


def _name(words: list[Token]) -> str:
    return " ".join(word.word for word in words)


def _can_answer(mention: Mention) -> bool:
    """Whether a label names one person; «هفته سوم: …», «نفر اول: …» and «دیگر نامزدها: …» head the lines of a list."""
    figure = credible(mention_figure(mention), (" ".join(token.word for token in mention.words),))
    return figure is not None and is_one(figure)


def _turn(aligned: str, mention: Mention, start: int) -> Draft:
    newline = aligned.find("\n", start)
    first, last = trimmed(aligned, start, newline if newline >= 0 else len(aligned))
    cue = Cue(mention.end, mention.end, "free")
    return Draft(cue, mention, mention.start, Extent(first, last, "direct", marked=False, open=False))


def without_overlaps(drafts: list[Draft], answers: list[Draft]) -> list[Draft]:
    """All quotations in order, those inside an answer left out, for they are speech within speech, and those inside a question.

    Args:
        drafts: the quotations found by their cues.
        answers: the turns of a dialogue.
    """
    if not answers:
        return drafts
    kept, i = [], 0
    for draft in sorted(drafts, key=lambda draft: draft.start):
        while i < len(answers) and answers[i].end <= draft.start:
            i += 1
        if i == len(answers) or draft.end <= answers[i].clause:
            kept.append(draft)
    return sorted([*kept, *(answer for answer in answers if not answer.asked)], key=lambda draft: draft.start)
