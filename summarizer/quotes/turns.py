"""An interview set as a dialogue: lines that open with who speaks («کاریزی: …»), no verb of saying among them.

One such line is a headline or a list; a name that opens several lines is a speaker. What the interviewer asks is no quotation.
"""

import re
from collections import Counter

from summarizer.quotes.cues import Cue
from summarizer.quotes.drafts import Draft
from summarizer.quotes.mentions import Mention, mention_of
from summarizer.quotes.spans import trimmed
from summarizer.quotes.words import Token, closed_class, is_finite, tokens

# The line end before the label is part of the pattern, so that the engine skips from line to line.
_LINE = re.compile(r"\n[\x20\u200c*•\-–]{0,4}([^\W\d_][^:\n.؟!،«»\"]{1,38}?)[\x20\u200c]{0,2}:[\x20\u200c]{0,3}(?=[^\n]{12})")
_MIN_TURNS = 3
_MAX_WORDS = 5
_ASKS = closed_class("asks in an interview")


def turns(aligned: str) -> list[Draft]:
    """Find the answers of an interview set as a dialogue.

    Args:
        aligned: the aligned text.

    Returns:
        A quotation for each line that one who answers opens; none when nobody opens ``_MIN_TURNS`` lines.
    """
    if aligned.count("\n") < _MIN_TURNS - 1 or aligned.count(":") < _MIN_TURNS:
        return []
    labels = [_label(aligned, match) for match in _LINE.finditer("\n" + aligned)]
    counts = Counter(_name(words) for words, _ in labels)
    found = []
    for words, start in labels:
        name = _name(words)
        mention = mention_of(words) if counts[name] >= _MIN_TURNS and not _ASKS & set(name.split()) else None
        if mention is not None and len(words) <= _MAX_WORDS and not is_finite(words[-1].word):
            found.append(_answer(aligned, mention, start))
    return found


def _label(aligned: str, match: re.Match[str]) -> tuple[list[Token], int]:
    """The words that open a line, and where the line goes on; the match is one character ahead of the text."""
    return tokens(aligned, match.start(1) - 1, match.end(1) - 1), match.end() - 1


def _name(words: list[Token]) -> str:
    return " ".join(word.word for word in words)


def _answer(aligned: str, mention: Mention, start: int) -> Draft:
    newline = aligned.find("\n", start)
    first, last = trimmed(aligned, start, newline if newline >= 0 else len(aligned))
    return Draft(Cue(mention.end, mention.end, "free"), mention, mention.start, first, last, "direct")


def without_overlaps(drafts: list[Draft], answers: list[Draft]) -> list[Draft]:
    """All quotations in order, those inside an answer left out: they are speech within speech.

    Args:
        drafts: the quotations found by their cues.
        answers: those of a dialogue.
    """
    if not answers:
        return drafts
    kept, i = [], 0
    for draft in sorted(drafts, key=lambda draft: draft.start):
        while i < len(answers) and answers[i].end <= draft.start:
            i += 1
        if i == len(answers) or draft.end <= answers[i].clause:
            kept.append(draft)
    return sorted([*kept, *answers], key=lambda draft: draft.start)
