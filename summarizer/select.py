"""Choosing sentences within a budget: order kept, repetition refused, nothing left dangling.

A sentence that leans on another is taken with it or not at all; the group is worth what its words are worth together. Every
sentence gets a verdict, so that ``explain`` can say why it is there or not. How much a sentence deserves is for ``rank``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from summarizer.rank.document import Candidate, Document
from summarizer.rank.leaning import ALONE, NAME
from summarizer.rank.support import MISSING, NOTHING, stands_first, supports
from summarizer.rank.vocabulary import Word

MAX_LEANING: Final = 3  # sentences that one may bring with it
LONG_WORDS: Final = 8  # words of content; a sentence that has so many, and the first of them in every third place, says nothing
MAX_REPEATED: Final = 0.8  # share of a sentence's content that may have been said already


class Verdict(Enum):
    """Why a sentence is in a summary or not."""

    CHOSEN = "chosen"
    NEEDED = "chosen, because another leans on it"
    UNFIT = "a heading or the announcement of a list"
    TITLE = "says what the title says"
    REPEATS = "says what was said"
    DANGLING = "leans on too much that would have to come with it"
    NO_ROOM = "others are worth more of the room"
    WAITS = "reads ill where nothing stands before it"


# A member of an enumeration is slow to look up.
_CHOSEN: Final = Verdict.CHOSEN
_NEEDED: Final = Verdict.NEEDED
_UNFIT: Final = Verdict.UNFIT
_TITLE: Final = Verdict.TITLE
_REPEATS: Final = Verdict.REPEATS
_DANGLING: Final = Verdict.DANGLING
_NO_ROOM: Final = Verdict.NO_ROOM
_WAITS: Final = Verdict.WAITS


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
        self.first = len(document.sentences)
        self.said: set[str] = set()

    def repeats(self, at: int) -> bool:
        """Whether the taken ones have said this."""
        return _share(self.sentences[at].content, self.said) > MAX_REPEATED

    def has_before(self, at: int) -> bool:
        """Whether anything is taken that stands before this place."""
        return self.first < at

    def has_room(self, group: list[int]) -> bool:
        """Whether these fit."""
        budget = self.budget
        if budget.sentences is not None and len(self.taken) + len(group) > budget.sentences:
            return False
        if budget.words is None or (budget.at_least_one and not self.taken and len(group) == 1):
            return True
        return self.used + sum(self.sentences[at].words for at in group) <= budget.words

    def is_full(self, shortest: int) -> bool:
        """Whether nothing more can fit.

        Args:
            shortest: the words of the shortest sentence there is.
        """
        budget = self.budget
        if budget.sentences is not None and len(self.taken) >= budget.sentences:
            return True
        return bool(self.taken) and budget.words is not None and self.used + shortest > budget.words

    def take(self, group: list[int]) -> None:
        """Take these."""
        self.first = min(self.first, *group)
        for at in group:
            self.taken.add(at)
            self.said.update([word.stem for word in self.sentences[at].content])
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
    verdicts = _first_verdicts(document)
    needs = supports(document.sentences)
    choice = _Choice(document, budget)
    _fill(choice, verdicts, needs, scores)
    if not choice.taken and needs[:1] == [MISSING]:
        verdicts, needs[0] = _first_verdicts(document), NOTHING  # all leans on a beginning that leans itself
        _fill(choice, verdicts, needs, scores)
    if not choice.taken:
        _take_any(scores, choice, verdicts)
    return verdicts


def _first_verdicts(document: Document) -> list[Verdict]:
    """What can be said of the sentences before any choice."""
    title, said, verdicts = {word.stem for word in document.title_content}, set[str](), []
    for one in document.sentences:
        verdicts.append(_REPEATS if one.aligned in said else _at_first_sight(one, title, document.title_words))
        said.add(one.aligned)
    if _NO_ROOM in verdicts:
        return verdicts
    # a text of headings only is read as if they were sentences
    return [verdict if verdict is _REPEATS else _NO_ROOM for verdict in verdicts]


def _fill(choice: _Choice, verdicts: list[Verdict], needs: list[int], scores: Sequence[float]) -> None:
    """Take the worthiest groups that fit; one that does not read well first waits until something stands before it."""
    sentences = choice.sentences
    groups = {at: _group(at, needs) for at, verdict in enumerate(verdicts) if verdict is _NO_ROOM}
    worth = {at: scores[at] if len(group) == 1 else _worth(group, scores, sentences) for at, group in groups.items()}
    order = sorted(groups, key=worth.__getitem__, reverse=True)  # the earlier of two that are worth the same comes first
    lead = _lead(choice, groups)
    if lead >= 0:
        order.remove(lead)
        order.insert(0, lead)
    shortest = min([one.words for one in sentences], default=0)
    waiting: list[int] = []
    for at in order:
        if choice.is_full(shortest):
            break  # the rest stay as they are: there is no room
        first = groups[at][0]
        if first >= 0 and not stands_first(sentences[first], opens_text=first == 0) and not choice.has_before(at):
            waiting.append(at)
            verdicts[at] = _WAITS
            continue
        verdicts[at] = _consider(at, groups[at], choice, verdicts)
        if waiting and choice.has_before(max(waiting)):
            for one in [one for one in waiting if choice.has_before(one)]:
                verdict = _consider(one, groups[one], choice, verdicts)
                verdicts[one] = _WAITS if verdict is _NO_ROOM else verdict
            waiting = [one for one in waiting if not choice.has_before(one)]


def _take_any(scores: Sequence[float], choice: _Choice, verdicts: list[Verdict]) -> None:
    """Where everything leans on something that cannot be shown, as in a list: take the best sentence that fits by itself."""
    fitting = [at for at, verdict in enumerate(verdicts) if verdict is not _REPEATS and choice.has_room([at])]
    if fitting:
        best = max(fitting, key=lambda at: (scores[at], -at))
        choice.take([best])
        verdicts[best] = _CHOSEN


def _lead(choice: _Choice, groups: Mapping[int, list[int]]) -> int:
    """The lead, where there is room for little more: news tells the most important thing first. -1 where there is more room."""
    sentences, budget = choice.sentences, choice.budget
    if not budget.at_least_one or budget.words is None:
        return -1
    alone = (at for at, group in groups.items() if len(group) == 1 and _opens_well(at, sentences))
    lead = min(alone, default=-1)
    return lead if lead >= 0 and 2 * sentences[lead].words > budget.words else -1


def _opens_well(at: int, sentences: Sequence[Candidate]) -> bool:
    """Whether a sentence leans on nothing at all."""
    lean = sentences[at].lean
    return lean is ALONE or (at == 0 and lean is NAME)


def is_shown(verdict: Verdict) -> bool:
    """Whether a sentence with this verdict is in the summary."""
    return verdict is _CHOSEN or verdict is _NEEDED


def shown(verdicts: Sequence[Verdict]) -> list[int]:
    """The places of the sentences that are in the summary, in order."""
    return [at for at, verdict in enumerate(verdicts) if is_shown(verdict)]


def _consider(at: int, group: list[int], choice: _Choice, verdicts: list[Verdict]) -> Verdict:
    """Take a sentence with what it leans on, or say why not."""
    if at in choice.taken:
        return verdicts[at]
    if not choice.has_room([at]):
        return _NO_ROOM
    if _stammers(choice.sentences[at]) or (choice.taken and choice.repeats(at)):
        return _REPEATS
    missing = [one for one in group if one not in choice.taken]
    if group[0] == MISSING or len(group) > MAX_LEANING + 1 or any(verdicts[one] in (_UNFIT, _TITLE, _REPEATS) for one in missing):
        return _DANGLING
    if not choice.has_room(missing):
        return _NO_ROOM
    choice.take(missing)
    for one in missing:
        verdicts[one] = _NEEDED
    return _CHOSEN


def _stammers(one: Candidate) -> bool:
    """Whether a sentence says a few words again and again."""
    content = one.content
    return len(content) >= LONG_WORDS and 3 * sum(word.stem == content[0].stem for word in content) >= len(content)


def _at_first_sight(one: Candidate, title: set[str], title_words: int) -> Verdict:
    """What can be said of a sentence before any choice."""
    if not one.fit:
        return _UNFIT
    if one.words <= 2 * title_words and _share(one.content, title) > MAX_REPEATED:
        return _TITLE
    return _NO_ROOM


def _share(content: Sequence[Word], among: set[str]) -> float:
    """The share of the words that are among the others."""
    return sum([word.stem in among for word in content]) / (len(content) or 1)


def _group(at: int, needs: list[int]) -> list[int]:
    """A sentence with all it leans on, as far as that may go."""
    if needs[at] == NOTHING:
        return [at]
    group = [at]
    while group[-1] != MISSING and needs[group[-1]] != NOTHING and len(group) <= MAX_LEANING + 1:
        group.append(needs[group[-1]])
    return group[::-1]


def _worth(group: list[int], scores: Sequence[float], sentences: Sequence[Candidate]) -> float:
    """The worth of a group: the mean score of its words."""
    group = [at for at in group if at != MISSING]
    words = [sentences[at].words for at in group]
    return sum(scores[at] * count for at, count in zip(group, words, strict=True)) / max(1, sum(words))
