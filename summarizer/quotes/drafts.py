"""A quotation in the making, and how its end is settled once all cues of its paragraph are read."""

import re
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.model import Kind
from summarizer.quotes.cues import Cue
from summarizer.quotes.extents import Extent
from summarizer.quotes.mentions import Mention, last_words
from summarizer.quotes.relays import is_outlet
from summarizer.quotes.spans import trimmed
from summarizer.quotes.words import is_finite, tokens

_MIN_WORDS: Final = 3
_SHORT: Final = 3
_FEW_CHARS: Final = 80
_CLAUSE_CHARS: Final = 500
_OPENER: Final = 60  # characters
_ALSO: Final = re.compile(r"[\x20\u200c]{1,2}(?:نیز|هم)(?![\w\u200c])")
_GOES_ON: Final = frozenset(("و", "که", "تا", "یا", "زیرا", "چون", "اما", "ولی", "بلکه", "مگر"))


@mypyc_attr(acyclic=True)
@final
class Draft:
    """A quotation in the making.

    Args:
        cue: the words that introduce it.
        mention: the words that name its speaker here; None when the clause names nobody.
        clause: offset where the attribution's clause begins.
        extent: the words quoted, as far as is known; ``start``, ``end``, ``kind``, ``marked`` and ``open`` are its, and may change.

    Besides:
        orphan: whether it stands in marks alone, with nothing that says whose it is.
        asked: whether it is an interviewer's question.
        unread: whether its clause names somebody whose place in it cannot be told.
        names: the last words of the names its mention gives; read once, for every later cue asks for them.
    """

    __slots__ = ("asked", "clause", "cue", "end", "kind", "marked", "mention", "names", "open", "orphan", "start", "unread")

    def __init__(self, cue: Cue, mention: Mention | None, clause: int, extent: Extent) -> None:
        self.cue = cue
        self.mention = mention
        self.clause = clause
        self.start = extent.start
        self.end = extent.end
        self.kind: Kind = extent.kind
        self.marked = extent.marked
        self.open = extent.open
        self.orphan = self.asked = self.unread = False
        self.names: frozenset[str] = last_words(mention) if mention else frozenset()

    @property
    def is_open_speech(self) -> bool:
        """Whether it is direct speech whose end is not known yet, so that what follows may be the speaker's own words."""
        return self.open and self.kind == "direct"


def settle(aligned: str, draft: Draft) -> bool:
    """Fix a quotation's bounds, kind and marks.

    Args:
        aligned: the aligned text.
        draft: the quotation; changed in place.

    Returns:
        Whether it holds enough words to be one.
    """
    if draft.open and draft.cue.family == "aside":
        draft.end = _aside_end(aligned, draft)
    draft.open = False
    draft.start, draft.end = trimmed(aligned, draft.start, draft.end)
    words = aligned[draft.start : draft.end]
    if draft.kind == "direct" and not draft.marked and words.endswith("»") and words.count("»") > words.count("«"):
        draft.end, draft.marked = draft.end - 1, True
    if draft.kind == "indirect" and ("«" in words or "“" in words):
        draft.kind = "mixed"
    return len(words[:_FEW_CHARS].split()) >= _MIN_WORDS


def _aside_end(aligned: str, draft: Draft) -> int:
    """Where an aside ends that no verb of saying follows: at the comma after its own verb, else at that verb."""
    words = tokens(aligned, draft.start, min(draft.end, draft.start + _CLAUSE_CHARS))
    verbs = [i for i in range(_MIN_WORDS, len(words) - 1) if is_finite(words[i].word)]
    comma = next((words[i + 1].start for i in verbs if words[i + 1].word == "،"), None)
    if comma is not None:
        return comma
    plain = next((words[i].end for i in verbs if words[i + 1].word.isalpha() and words[i + 1].word not in _GOES_ON), None)
    return draft.start if plain is None else plain


def last_pause(aligned: str, start: int, clause: int) -> int:
    """Where an aside before a verb of saying ends: at its last comma after a finite verb, else where the verb's clause begins.

    «با بیان اینکه راه باز است، به پل اشاره کرد و گفت»: the clause begins at «و گفت», the aside ends before «به پل».

    Args:
        aligned: the aligned text.
        start: offset of the aside's first word.
        clause: offset where the clause of the verb of saying begins.
    """
    if aligned[clause : clause + 1] == "،":
        return clause
    words = tokens(aligned, max(start, clause - _CLAUSE_CHARS), clause)
    pauses = [i for i in range(1, len(words)) if words[i].word == "،" and is_finite(words[i - 1].word)]
    return words[pauses[-1]].start if pauses else clause


def says(aligned: str, start: int, end: int) -> bool:
    """Whether a stretch of text has a finite verb."""
    return any(is_finite(token.word) for token in tokens(aligned, start, min(end, start + _CLAUSE_CHARS)))


def passes_on(draft: Draft) -> bool:
    """Whether a quotation's speaker is an outlet, which hands on what somebody else said («مهر نوشت: X گفت: …»)."""
    return draft.mention is not None and is_outlet(draft.mention.words)


def are_apart(drafts: list[Draft]) -> list[bool]:
    """Whether more than an opener stands between the quotation before and each one's mention."""
    ends = [0, *(draft.end for draft in drafts)]
    return [bool(draft.mention and draft.mention.start - end > _OPENER) for draft, end in zip(drafts, ends, strict=False)]


def are_new(aligned: str, drafts: list[Draft]) -> list[bool]:
    """Whether «نیز» after each one's mention marks a new speaker."""
    return [draft.mention is not None and _ALSO.match(aligned, draft.mention.end) is not None for draft in drafts]


def habitual(drafts: list[Draft]) -> frozenset[str]:
    """The short phrases that name a speaker more than once, whole or by their last word («نیکان رهایی», then «رهایی»).

    Args:
        drafts: the quotations of a text.
    """
    seen: set[str] = set()
    again: set[str] = set()
    for draft in drafts:
        if draft.mention and len(draft.mention.words) <= _SHORT:
            phrase = " ".join([token.word for token in draft.mention.words])
            (again if phrase in seen else seen).add(phrase)
    if len(seen) > 1:
        again.update([phrase for phrase in seen if " " in phrase and phrase.rpartition(" ")[2] in seen])
    return frozenset(again)
