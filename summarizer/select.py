"""Choosing sentences within a budget: order kept, repetition refused, nothing left dangling.

A sentence that leans on another is taken with it or not at all; the group is worth what its words are worth together. Every
sentence gets a verdict, so that ``explain`` can say why it is there or not. How much a sentence deserves is for ``rank``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from summarizer.rank.document import Candidate, Document
from summarizer.rank.leaning import Lean
from summarizer.rank.vocabulary import Weighted

MAX_LEANING = 3  # sentences that one may bring with it
MAX_REPEATED = 0.8  # share of a sentence's content that may have been said already


class Verdict(Enum):
    """Why a sentence is in a summary or not."""

    CHOSEN = "chosen"
    NEEDED = "chosen, because another leans on it"
    UNFIT = "a heading or the announcement of a list"
    TITLE = "says what the title says"
    REPEATS = "says what was said"
    DANGLING = "leans on too much that would have to come with it"
    NO_ROOM = "others are worth more of the room"


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a summary may have.

    Args:
        words: at most so many words; None for no bound.
        sentences: at most so many sentences; None for no bound.
        at_least_one: whether the best sentence is shown even when it is longer than the words.
    """

    words: int | None
    sentences: int | None
    at_least_one: bool = False


class _Choice:
    """The choice so far."""

    def __init__(self, document: Document, budget: Budget) -> None:
        self.sentences = document.sentences
        self.budget = budget
        self.used = 0
        self.taken: set[int] = set()
        self.said: set[Weighted] = set()

    def repeats(self, at: int) -> bool:
        """Whether the taken ones have said this."""
        return _share(self.sentences[at].content, self.said) > MAX_REPEATED

    def has_room(self, group: list[int]) -> bool:
        """Whether these fit."""
        budget = self.budget
        if budget.sentences is not None and len(self.taken) + len(group) > budget.sentences:
            return False
        if budget.words is None or (budget.at_least_one and not self.taken and len(group) == 1):
            return True
        return self.used + sum(self.sentences[at].words for at in group) <= budget.words

    def take(self, group: list[int]) -> None:
        """Take these."""
        for at in group:
            self.taken.add(at)
            self.said.update(self.sentences[at].content)
            self.used += self.sentences[at].words


def choose(document: Document, scores: Sequence[float], budget: Budget) -> list[Verdict]:
    """Choose sentences.

    Args:
        document: the article.
        scores: of its sentences, by a ranking method.
        budget: how much there may be.

    Returns:
        A verdict for each sentence; those ``CHOSEN`` or ``NEEDED`` are the summary, in the order of the text.
    """
    title = set(document.title_content)
    verdicts = [_at_first_sight(one, title, document.title_words) for one in document.sentences]
    if all(verdict is not Verdict.NO_ROOM for verdict in verdicts):
        verdicts = [Verdict.NO_ROOM] * len(verdicts)  # a text of headings only is read as if they were sentences
    needs = _needs(document)
    groups = {at: _group(at, needs) for at, verdict in enumerate(verdicts) if verdict is Verdict.NO_ROOM}
    worth = {at: scores[at] if len(group) == 1 else _worth(group, scores, document) for at, group in groups.items()}
    choice = _Choice(document, budget)
    lead = _lead(document, groups, budget)
    for at in sorted(groups, key=lambda at: (at != lead, -worth[at], at)):
        verdicts[at] = _consider(at, groups[at], choice, verdicts)
    if not choice.taken:
        _take_any(scores, choice, verdicts)
    return verdicts


def _take_any(scores: Sequence[float], choice: _Choice, verdicts: list[Verdict]) -> None:
    """Where everything leans on something that cannot be shown, as in a list: take the best sentence that fits by itself."""
    fitting = [at for at in range(len(scores)) if choice.has_room([at])]
    if fitting:
        best = max(fitting, key=lambda at: (scores[at], -at))
        choice.take([best])
        verdicts[best] = Verdict.CHOSEN


def _lead(document: Document, groups: Iterable[int], budget: Budget) -> int:
    """The lead, where there is room for little more: news tells the most important thing first. -1 where there is more room."""
    lead = min(groups, default=-1)
    scarce = budget.at_least_one and budget.words is not None and lead >= 0
    return lead if scarce and 2 * document.sentences[lead].words > (budget.words or 0) else -1


def is_shown(verdict: Verdict) -> bool:
    """Whether a sentence with this verdict is in the summary."""
    return verdict in (Verdict.CHOSEN, Verdict.NEEDED)


def _consider(at: int, group: list[int], choice: _Choice, verdicts: list[Verdict]) -> Verdict:
    """Take a sentence with what it leans on, or say why not."""
    if at in choice.taken:
        return verdicts[at]
    if not choice.has_room([at]):
        return Verdict.NO_ROOM
    if choice.taken and choice.repeats(at):
        return Verdict.REPEATS
    missing = [one for one in group if one not in choice.taken]
    if len(group) > MAX_LEANING + 1 or any(verdicts[one] in (Verdict.UNFIT, Verdict.TITLE, Verdict.REPEATS) for one in missing):
        return Verdict.DANGLING
    if not choice.has_room(missing):
        return Verdict.NO_ROOM
    choice.take(missing)
    for one in missing:
        verdicts[one] = Verdict.NEEDED
    return Verdict.CHOSEN


def _at_first_sight(one: Candidate, title: set[Weighted], title_words: int) -> Verdict:
    """What can be said of a sentence before any choice."""
    if not one.fit:
        return Verdict.UNFIT
    if one.words <= 2 * title_words and _share(one.content, title) > MAX_REPEATED:
        return Verdict.TITLE
    return Verdict.NO_ROOM


def _share(content: Sequence[Weighted], among: set[Weighted]) -> float:
    """The share of the words that are among the others."""
    return sum(map(among.__contains__, content)) / (len(content) or 1)


def _needs(document: Document) -> list[int]:
    """For each sentence the one that must stand beside it, -1 for none.

    A pronoun needs the last sentence that names somebody afresh; a connective needs the sentence before.
    """
    needs: list[int] = []
    for at, one in enumerate(document.sentences):
        if at == 0 or one.lean is Lean.NOTHING:
            needs.append(-1)
        elif one.lean is Lean.PERSON and document.sentences[at - 1].lean is Lean.PERSON:
            needs.append(needs[at - 1] if needs[at - 1] >= 0 else at - 1)
        else:
            needs.append(at - 1)
    return needs


def _group(at: int, needs: list[int]) -> list[int]:
    """A sentence with all it leans on, as far as that may go."""
    group = [at]
    while needs[group[-1]] >= 0 and len(group) <= MAX_LEANING + 1:
        group.append(needs[group[-1]])
    return group[::-1]


def _worth(group: list[int], scores: Sequence[float], document: Document) -> float:
    """The worth of a group: the mean score of its words."""
    words = [document.sentences[at].words for at in group]
    return sum(scores[at] * count for at, count in zip(group, words, strict=True)) / max(1, sum(words))
