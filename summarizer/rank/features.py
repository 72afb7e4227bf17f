"""What the ranker looks at in a sentence, each a plain number. The weights stand in ``news``; what each adds, in README.md."""

from typing import Final

from summarizer.rank.document import Candidate, Document
from summarizer.rank.leaning import ALONE
from summarizer.rank.likeness import likenesses
from summarizer.rank.telling import FIRST_PERSON, REPORTING

NAMES: Final = (
    "early", "second", "last", "opens", "forward", "backward", "title", "lead", "rare", "question", "speech", "leans",
    "first person",
)  # fmt: skip
_ASKING: Final = ("؟", "?", "؟»", "?»")

Columns = tuple[list[float], ...]


def features(document: Document) -> Columns:
    """Describe every sentence.

    Args:
        document: the article.

    Returns:
        For each of ``NAMES`` a column with the value of each sentence.
    """
    sentences = document.sentences
    count = len(sentences)
    alike = likenesses(document)
    mean = 5.0 / (count or 1)
    return (
        [1.0 / place for place in range(1, count + 1)],
        _only(1, count),
        _only(count - 1, count),
        [float(one.opens) for one in sentences],
        [mean * one for one in alike.forward],
        [mean * one for one in alike.backward],
        alike.title,
        alike.lead,
        [_rarity(one) for one in sentences],
        [float(one.aligned.endswith(_ASKING)) for one in sentences],
        [float(not REPORTING.isdisjoint(one.signals)) for one in sentences],
        [float(one.lean is not ALONE) for one in sentences],
        [float(not FIRST_PERSON.isdisjoint(one.signals)) for one in sentences],
    )


def _rarity(one: Candidate) -> float:
    """How rare the words of a sentence are."""
    total = 0.0
    for word in one.content:
        total += word.rarity
    return total / one.words / 5.0


def _only(place: int, count: int) -> list[float]:
    """A column with 1 at one place."""
    column = [0.0] * count
    if 0 <= place < count:
        column[place] = 1.0
    return column
