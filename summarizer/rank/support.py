"""Which sentence must stand beside which, so that nothing dangles: pronouns, connectives, words of somebody who goes on speaking.

How one sentence leans is for ``leaning``; whether there is room for its support is for ``select``.
"""

from collections.abc import Sequence
from typing import Final

from summarizer.rank.document import Candidate
from summarizer.rank.leaning import BEFORE, LATER, NAME, PERSON
from summarizer.rank.telling import begins_speech, speaks_on

NOTHING: Final = -1
MISSING: Final = -2


def supports(sentences: Sequence[Candidate]) -> list[int]:
    """For each sentence the one that must stand beside it.

    A pronoun needs the last sentence that names somebody afresh; a connective needs the sentence before; somebody's words that go
    on within a paragraph need the sentence that says whose they are.

    Args:
        sentences: of an article, in order.

    Returns:
        Places of sentences; ``NOTHING`` for one that stands alone, ``MISSING`` where what it needs is not in the text.
    """
    needs: list[int] = []
    speech = NOTHING  # the sentence of this paragraph whose speaker still has the word
    for at, one in enumerate(sentences):
        lean, speech = one.lean, (NOTHING if one.opens else speech)
        told = speech != NOTHING and one.tells
        if lean is not PERSON and lean is not BEFORE:
            needs.append(NOTHING if speech == NOTHING or told or ":" in one.aligned else speech)
        elif at == 0:
            needs.append(MISSING if lean is PERSON else NOTHING)
        elif lean is PERSON and sentences[at - 1].lean is PERSON:
            needs.append(needs[-1] if needs[-1] != NOTHING else at - 1)
        else:
            needs.append(at - 1)
        if at + 1 < len(sentences) and not sentences[at + 1].opens:
            speech = _speech(at, one, NOTHING if told else speech)
    return needs


def _speech(at: int, one: Candidate, speech: int) -> int:
    """The sentence whose speaker has the word after this one; an article's first «ما» is the writer's own."""
    begins = begins_speech(one.aligned) or (at > 0 and speaks_on(one.aligned, one.signals))
    return at if begins else speech


def stands_first(sentence: Candidate, *, opens_text: bool) -> bool:
    """Whether a sentence that needs nothing beside it reads well where nothing stands before it, either.

    Args:
        sentence: which one.
        opens_text: whether it is the first of the article; a name by itself is no riddle there.
    """
    lean = sentence.lean
    return lean is not LATER and (lean is not NAME or opens_text)
