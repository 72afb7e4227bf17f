"""Which subscriptions an article meets: an index from what a query requires to the queries that require it.

Each alternative of a query is filed under two of the keys it requires, the rarest and the next rarest, so that an article looks at
those alternatives alone of which it has both. A key is a word, two words in a row, a topic, a word of a speaker's name or of an
outlet's. Most alternatives ask for no more than two keys: those are met by their place alone, without another look at them. Equal
queries are kept once, with the subscriptions that ask for them. Nothing here is stored or sent.

Method: the inverted index over conjunctions of Whang et al., «Indexing Boolean Expressions», VLDB 2009, with two keys each.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar, cast

from bot.model.article import Brief, NewArticle
from bot.topics.frequency import share_of_articles
from bot.topics.query import Condition, FromSource, InTopic, Phrase, Query, SaidBy, Wide
from summarizer.persian.terms import stem, stem_terms, term_spans

MAX_CHARS = 50_000  # of an article's text; what stands behind is not matched
_WIDE = "*"  # the key of a story that many outlets tell
_TOPIC, _SPEAKER, _SOURCE = "#", "@", "&"  # before a key that is no word; no stem begins with one
_SHARE_OF_KIND = {_TOPIC: 0.2, _SPEAKER: 0.01, _SOURCE: 0.1, _WIDE: 0.05}

Stems = tuple[str, ...]
_Shape = tuple[Stems, tuple[Stems, ...]]  # of an alternative: the words it requires, and those that must stand together
_Shapes = tuple[tuple[_Shape, ...], tuple[_Shape, ...]]  # a query's alternatives and its exclusions
_T = TypeVar("_T")
if TYPE_CHECKING:
    _Numbers = array[int]  # which runs from Python 3.12 on
else:
    _Numbers = array
_ROW = " "  # between two words in a row, which are one key; in no stem
_ALONE = ""  # the second key of what requires one alone; every article has it
_RARER_IN_A_ROW = 0.1  # the share of two words in a row, in shares of the rarer one


@dataclass(frozen=True, slots=True)
class Subject:
    """What is matched of an article.

    Args:
        title: its title.
        text: its text; the first MAX_CHARS characters are read.
        topics: its slugs.
        source: its outlet.
        speakers: who is quoted in it, each in the fullest form, with the role.
        wide: whether ``WIDE_OUTLETS`` outlets or more tell its story.
    """

    title: str
    text: str
    topics: tuple[str, ...] = ()
    source: str = ""
    speakers: tuple[str, ...] = ()
    wide: bool = False

    @classmethod
    def of(cls, article: NewArticle, brief: Brief, *, wide: bool) -> Self:
        """What is matched of an article with its quotations; the same for an alert, its preview and its reasons."""
        speakers = tuple(dict.fromkeys(quote.speaker for quote in brief.quotes if quote.speaker))
        return cls(article.title, article.text, article.topics, article.source, speakers, wide)


class Met(NamedTuple):
    """A query that an article meets.

    Args:
        subscriptions: who asked for it, by id, rising.
        alternatives: those of its alternatives that were met, as the index keeps them.
    """

    subscriptions: Sequence[int]
    alternatives: tuple[_Shape, ...]

    @property
    def phrases(self) -> tuple[Stems, ...]:
        """The words that were met, as stems, those of a phrase together; for ``marks``. A speaker's name is words, too."""
        found = (one for one in self._conditions() if one[0][0] not in (_TOPIC, _SOURCE, _WIDE))
        return tuple(dict.fromkeys(tuple(key.removeprefix(_SPEAKER) for key in one) for one in found))

    @property
    def speakers(self) -> tuple[Stems, ...]:
        """The names of those who were asked for and are quoted, as stems."""
        found = (one for one in self._conditions() if one[0][0] == _SPEAKER)
        return tuple(dict.fromkeys(tuple(key.removeprefix(_SPEAKER) for key in one) for one in found))

    def _conditions(self) -> Iterator[Stems]:
        """What was met, key by key, those that stand together as one."""
        for keys, together in self.alternatives:
            whole = {key for one in together for key in one}
            yield from together
            yield from ((key,) for key in keys if key not in whole)


class SubscriptionIndex:
    """Subscriptions by what they ask for. Not for several threads at once.

    Args:
        share: the share of articles that have a stem, 0 to 1; decides only under which keys a query is filed.
    """

    def __init__(self, share: Callable[[str], float] = share_of_articles) -> None:
        self._share = share
        self._whole: dict[str, dict[str, _Kept]] = {}  # by two keys: queries that are met by who has both
        self._parts: dict[str, dict[str, list[_Kept]]] = {}  # by two keys: queries of which one alternative is met by who has both
        self._unsure: dict[str, dict[str, list[_Filed]]] = {}  # by two keys: alternatives that ask for more
        self._seconds: set[str] = set()  # all that was ever a second key
        self._kept: dict[_Shapes, _Kept] = {}

    def add(self, subscription: int, query: Query) -> None:
        """File a subscription; one that is filed with this query already stays as it is.

        Args:
            subscription: its id, below 2**63.
            query: what it asks for.
        """
        shapes = _shapes(query)
        kept = self._kept.get(shapes)
        if kept is None:
            kept = self._kept[shapes] = _Kept(shapes)
            self._file(shapes, kept)
        place = bisect_left(kept, subscription)
        if subscription not in kept[place : place + 1]:
            kept.insert(place, subscription)

    def remove(self, subscription: int, query: Query) -> None:
        """Take a subscription out; one that is not filed with this query is no error.

        Args:
            subscription: its id.
            query: what it asked for when it was filed.
        """
        shapes = _shapes(query)
        kept = self._kept.get(shapes)
        if kept is None or subscription not in kept:
            return
        kept.remove(subscription)
        if not kept:
            del self._kept[shapes]
            self._unfile(shapes, kept)

    def asked_by(self, subject: Subject) -> set[int]:
        """The subscriptions that an article meets, by id; what an article is met by in a store of a million.

        Args:
            subject: the article.
        """
        seen = _Seen(subject)
        met: list[_Kept] = list(_under(self._whole, seen.keys, self._seconds))
        for several in _under(self._parts, seen.keys, self._seconds):
            met.extend(several)
        met.extend(self._looked_at(seen))
        return set(array("q", b"".join(met)))  # joined as bytes: to fetch each number by itself takes three times as long

    def match(self, subject: Subject) -> tuple[Met, ...]:
        """The queries that an article meets, each once, and how it does.

        Args:
            subject: the article.
        """
        seen = _Seen(subject)
        found = {id(kept): kept for kept in _under(self._whole, seen.keys, self._seconds)}
        found |= {id(kept): kept for several in _under(self._parts, seen.keys, self._seconds) for kept in several}
        found |= {id(kept): kept for kept in self._looked_at(seen)}
        return tuple(Met(tuple(kept), tuple(filter(seen.holds, kept.any_of))) for kept in found.values())

    def _looked_at(self, seen: "_Seen") -> Iterator["_Kept"]:
        """Queries with an alternative that asks for more than two keys and is met, and no exclusion is; some twice."""
        has_all, has_none = seen.keys.issuperset, seen.keys.isdisjoint
        for filed in _under(self._unsure, seen.keys, self._seconds):
            for kept, others, together, unwanted in filed:
                if (
                    has_none(unwanted)
                    and (not others or has_all(others))
                    and (not together or seen.holds_together(together))
                    and not (kept.unwanted_together and any(map(seen.holds, kept.unwanted_together)))
                ):
                    yield kept

    def _file(self, shapes: _Shapes, kept: "_Kept") -> None:
        """Put a query under its keys."""
        for shape in shapes[0]:
            first, second, *others = self._path(shape)
            self._seconds.add(second)
            if others or shapes[1] or _to_be_looked_at(shape):
                filed = _Filed(kept, tuple(others), _to_be_looked_at(shape), kept.unwanted)
                self._unsure.setdefault(first, {}).setdefault(second, []).append(filed)
            elif len(shapes[0]) > 1:
                self._parts.setdefault(first, {}).setdefault(second, []).append(kept)
            else:
                self._whole.setdefault(first, {})[second] = kept

    def _unfile(self, shapes: _Shapes, kept: "_Kept") -> None:
        """Take a query from under its keys, and leave nothing empty behind."""
        for shape in shapes[0]:
            first, second, *_ = self._path(shape)
            _take_out(self._unsure, first, second, lambda filed: [one for one in filed if one.kept is not kept])
            _take_out(self._parts, first, second, lambda filed: [one for one in filed if one is not kept])
            _take_out(self._whole, first, second, lambda filed: filed if filed is not kept else None)

    def _path(self, shape: _Shape) -> list[str]:
        """The keys of an alternative, the rarest first; at least two."""
        keys = sorted(_keys_of(shape), key=lambda key: (self._share_of(key), key))
        return keys if len(keys) > 1 else [*keys, _ALONE]

    def _share_of(self, key: str) -> float:
        if kind := _SHARE_OF_KIND.get(key[0]):
            return kind
        if _ROW in key:
            return min(map(self._share, key.split(_ROW))) * _RARER_IN_A_ROW
        return self._share(key)


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


class _Kept(_Numbers):
    """A query as the index keeps it: the subscriptions that ask for it, rising, and what they ask for."""

    __slots__ = ("any_of", "unwanted", "unwanted_together")

    def __new__(cls, shapes: _Shapes) -> Self:
        """An empty array of numbers below 2**63."""
        return cast(Self, super().__new__(cls, "q"))

    def __init__(self, shapes: _Shapes) -> None:
        self.any_of, none_of = shapes
        self.unwanted = tuple(key for keys in map(_single_key, none_of) for key in keys)
        self.unwanted_together = tuple(one for one in none_of if not _single_key(one))


class _Filed(NamedTuple):
    """An alternative that asks for more than two keys.

    Args:
        kept: its query.
        others: the keys beside the two it is filed under.
        together: what must stand in a row, or in one name, and no key says so.
        unwanted: the keys that exclude; the query's, here so as to be at hand.
    """

    kept: _Kept
    others: Stems
    together: tuple[Stems, ...]
    unwanted: Stems


class _Seen:
    """An article as the index sees it: its keys, its words in order, and where each stands."""

    def __init__(self, subject: Subject) -> None:
        self._stems = [*stem_terms(subject.title[:MAX_CHARS]), "", *stem_terms(subject.text[:MAX_CHARS])]
        self._speakers = [{_SPEAKER + word for word in stem_terms(name)} for name in subject.speakers]
        self._places: dict[str, list[int]] = {}
        self.keys = {
            _ALONE,
            *self._stems,
            *(f"{one}{_ROW}{next_}" for one, next_ in pairwise(self._stems)),
            *(_TOPIC + slug for slug in subject.topics),
            *(_SOURCE + word for word in stem_terms(subject.source)),
        }
        self.keys.update(*self._speakers, (_WIDE,) if subject.wide else ())

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


def _under(filed: dict[str, dict[str, _T]], keys: set[str], seconds: set[str]) -> Iterator[_T]:
    """What is filed under any two of the keys, of which one is among the seconds."""
    second_keys = keys & seconds
    for first in filed.keys() & keys:
        by_second = filed[first]
        yield from map(by_second.__getitem__, by_second.keys() & second_keys)


def _take_out(filed: dict[str, dict[str, _T]], first: str, second: str, without: Callable[[_T], _T | None]) -> None:
    """Leave under two keys what is left without something; nothing empty."""
    if second not in filed.get(first, ()):
        return
    if left := without(filed[first][second]):
        filed[first][second] = left
        return
    del filed[first][second]
    if not filed[first]:
        del filed[first]


def _keys_of(shape: _Shape) -> set[str]:
    """What an article must have: words, each two in a row of a phrase, and other keys."""
    phrases = [one for one in shape[1] if one[0][0] != _SPEAKER]
    within = set(chain.from_iterable(phrases))
    return {*(key for key in shape[0] if key not in within), *(_ROW.join(two) for one in phrases for two in pairwise(one))}


def _to_be_looked_at(shape: _Shape) -> tuple[Stems, ...]:
    """What no key tells: three words and more in a row, several words of one name."""
    return tuple(one for one in shape[1] if len(one) > 2 or one[0][0] == _SPEAKER)


def _single_key(shape: _Shape) -> Stems:
    """The one key that tells all of a condition; nothing where it takes more."""
    keys = tuple(_keys_of(shape))
    return keys if len(keys) == 1 and not _to_be_looked_at(shape) else ()


def _shapes(query: Query) -> _Shapes:
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
        case Wide():
            return (_WIDE,)
