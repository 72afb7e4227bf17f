"""Which subscriptions an article meets: an index from what a query requires to the queries that require it.

Each alternative of a query is filed under one required key only, the rarest, so that an article looks at those alternatives alone
whose rarest key it has. Equal queries are kept once, with the subscriptions that ask for them. Nothing here is stored or sent.

Method: the inverted index over conjunctions of Whang et al., «Indexing Boolean Expressions», VLDB 2009, with one key a conjunction.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from bot.topics.frequency import share_of_articles
from bot.topics.query import Condition, FromSource, InTopic, Phrase, Query, SaidBy
from summarizer.persian.terms import stem, stem_terms, term_spans

MAX_CHARS = 50_000  # of an article's text; what stands behind is not matched
_TOPIC, _SPEAKER, _SOURCE = "#", "@", "&"  # before a key that is no word; no stem begins with one
_SHARE_OF_KIND = {_TOPIC: 0.2, _SPEAKER: 0.01, _SOURCE: 0.1}

Stems = tuple[str, ...]
_Shape = tuple[Stems, tuple[Stems, ...]]  # of an alternative: the keys it requires, and those that must stand together
_Filed = tuple[_Shape, "_Kept"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is matched of an article.

    Args:
        title: its title.
        text: its text; the first MAX_CHARS characters are read.
        topics: its slugs.
        source: its outlet.
        speakers: who is quoted in it, each in the fullest form, with the role.
    """

    title: str
    text: str
    topics: tuple[str, ...] = ()
    source: str = ""
    speakers: tuple[str, ...] = ()


class Met(NamedTuple):
    """A query that an article meets.

    Args:
        subscriptions: who asked for it, by id, rising; to be read before the index changes.
        alternatives: those of its alternatives that were met, as the index keeps them.
    """

    subscriptions: Sequence[int]
    alternatives: tuple[_Shape, ...]

    @property
    def phrases(self) -> tuple[Stems, ...]:
        """The words that were met, as stems, those of a phrase together; for ``marks``. A speaker's name is words, too."""
        found: dict[Stems, None] = {}
        for keys, together in self.alternatives:
            whole = {key for one in together for key in one}
            for one in (*together, *((key,) for key in keys if key not in whole)):
                if one[0][0] not in (_TOPIC, _SOURCE):
                    found[tuple(key.removeprefix(_SPEAKER) for key in one)] = None
        return tuple(found)


class SubscriptionIndex:
    """Subscriptions by what they ask for. Not for several threads at once.

    Args:
        share: the share of articles that have a stem, 0 to 1; decides only under which key a query is filed.
    """

    def __init__(self, share: Callable[[str], float] = share_of_articles) -> None:
        self._share = share
        self._filed: dict[str, list[_Filed]] = {}
        self._kept: dict[tuple[tuple[_Shape, ...], tuple[_Shape, ...]], _Kept] = {}

    def add(self, subscription: int, query: Query) -> None:
        """File a subscription; one that is filed with this query already stays as it is.

        Args:
            subscription: its id, below 2**63.
            query: what it asks for.
        """
        shapes = _shapes(query)
        kept = self._kept.get(shapes)
        if kept is None:
            kept = self._kept[shapes] = _Kept(shapes[1])
            for shape in shapes[0]:
                self._filed.setdefault(self._rarest(shape[0]), []).append((shape, kept))
        place = bisect_left(kept.subscriptions, subscription)
        if kept.subscriptions[place : place + 1] != array("q", (subscription,)):
            kept.subscriptions.insert(place, subscription)

    def remove(self, subscription: int, query: Query) -> None:
        """Take a subscription out; one that is not filed with this query is no error.

        Args:
            subscription: its id.
            query: what it asked for when it was filed.
        """
        shapes = _shapes(query)
        kept = self._kept.get(shapes)
        if kept is None or subscription not in kept.subscriptions:
            return
        kept.subscriptions.remove(subscription)
        if not kept.subscriptions:
            del self._kept[shapes]
            for key in {key for shape in shapes[0] for key in shape[0]}:
                self._drop(key, kept)

    def match(self, subject: Subject) -> tuple[Met, ...]:
        """The queries that an article meets, each once.

        Args:
            subject: the article.
        """
        seen = _Seen(subject)
        found: dict[_Kept, tuple[_Shape, ...]] = {}
        has_all, together = seen.keys.issuperset, seen.holds_together
        for shape, kept in self._candidates(seen):
            if not has_all(shape[0]) or (shape[1] and not together(shape[1])):
                continue
            found[kept] = (*found[kept], shape) if kept in found else (shape,)
        met = ((kept, shapes) for kept, shapes in found.items() if not kept.none_of or not any(map(seen.holds, kept.none_of)))
        return tuple(Met(kept.subscriptions, shapes) for kept, shapes in met)

    def _candidates(self, seen: "_Seen") -> Iterator[_Filed]:
        """What is filed under any key of the article."""
        return chain.from_iterable(self._filed[key] for key in seen.keys if key in self._filed)

    def _rarest(self, keys: Stems) -> str:
        """The key that the fewest articles have; among equals the one with the fewest conjunctions."""

        def rank(key: str) -> tuple[float, int]:
            share = _SHARE_OF_KIND.get(key[0]) or self._share(key)
            return share, len(self._filed.get(key, ()))

        return min(keys, key=rank)

    def _drop(self, key: str, kept: "_Kept") -> None:
        if key in self._filed:
            self._filed[key] = [filed for filed in self._filed[key] if filed[1] is not kept]
            if not self._filed[key]:
                del self._filed[key]


def marks(text: str, phrases: Sequence[Stems]) -> tuple[tuple[int, int], ...]:
    """Where the words that were met stand in a text.

    Args:
        text: a title, a lead, any piece of the article.
        phrases: from ``Met``.

    Returns:
        Offsets (start, end) into ``text``, rising, without overlap.
    """
    spans = term_spans(text)
    stems = [stem(span.term) for span in spans]
    by_first: dict[str, list[Stems]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    found: list[tuple[int, int]] = []
    for place, word in enumerate(stems):
        longest = max((len(p) for p in by_first.get(word, ()) if tuple(stems[place : place + len(p)]) == p), default=0)
        if longest:
            start, end = spans[place].start, spans[place + longest - 1].end
            if found and start < found[-1][1]:
                start, end = found[-1][0], max(end, found.pop()[1])
            found.append((start, end))
    return tuple(found)


class _Kept:
    """A query as the index keeps it: its exclusions, and who asks for it."""

    __slots__ = ("none_of", "subscriptions")

    def __init__(self, none_of: tuple[_Shape, ...]) -> None:
        self.none_of = none_of
        self.subscriptions = array("q")


class _Seen:
    """An article as the index sees it: its keys, its words in order, and where each stands."""

    def __init__(self, subject: Subject) -> None:
        self._stems = [*stem_terms(subject.title[:MAX_CHARS]), "", *stem_terms(subject.text[:MAX_CHARS])]
        self._speakers = [{_SPEAKER + word for word in stem_terms(name)} for name in subject.speakers]
        self._places: dict[str, list[int]] = {}
        self.keys = {
            *self._stems,
            *(_TOPIC + slug for slug in subject.topics),
            *(_SOURCE + word for word in stem_terms(subject.source)),
        }
        self.keys.update(*self._speakers)

    def holds(self, shape: _Shape) -> bool:
        """Whether the article has all the keys, and together what must be."""
        return self.keys.issuperset(shape[0]) and self.holds_together(shape[1])

    def holds_together(self, together: tuple[Stems, ...]) -> bool:
        """Whether each phrase stands in a row somewhere, and each name in one speaker's."""
        return all(map(self._holds_together, together))

    def _holds_together(self, keys: Stems) -> bool:
        if keys[0][0] == _SPEAKER:
            return any(name.issuperset(keys) for name in self._speakers)
        return any(tuple(self._stems[place : place + len(keys)]) == keys for place in self._places_of(keys[0]))

    def _places_of(self, word: str) -> list[int]:
        if not self._places:
            for place, one in enumerate(self._stems):
                self._places.setdefault(one, []).append(place)
        return self._places.get(word, [])


def _shapes(query: Query) -> tuple[tuple[_Shape, ...], tuple[_Shape, ...]]:
    """The alternatives and the exclusions, the same for queries that ask for the same."""
    return tuple(sorted(set(map(_shape, query.any_of)))), tuple(sorted({_shape((condition,)) for condition in query.none_of}))


def _shape(conditions: Sequence[Condition]) -> _Shape:
    each = [_keys(condition) for condition in conditions]
    together = {keys for keys in each if len(keys) > 1 and keys[0][0] != _SOURCE}
    return tuple(sorted({key for keys in each for key in keys})), tuple(sorted(together))


def _keys(condition: Condition) -> Stems:
    match condition:
        case Phrase(stems=stems):
            return stems
        case InTopic(slug):
            return (_TOPIC + slug,)
        case SaidBy(stems=stems):
            return tuple(_SPEAKER + word for word in stems)
        case FromSource(stems=stems):
            return tuple(_SOURCE + word for word in stems)
