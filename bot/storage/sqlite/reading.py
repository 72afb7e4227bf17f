"""Reads a name that somebody typed: which words of stored titles may be meant by each of its words.

Looks at the list of title words only; the titles themselves are looked for in ``named``.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log

from bot.storage.spelling import distance, slips
from bot.storage.sqlite.connection import Reader
from bot.storage.sqlite.values import as_json
from bot.storage.titles import AS_WRITTEN, INFLECTED, ONE_SLIP, RUN_TOGETHER, TWO_SLIPS, Slot
from summarizer.persian.terms import stem, terms

MAX_CHARS = 1000
MAX_WORDS = 24
MAX_FORMS = 24
LONG_WORD = 7  # letters from which a second slip is allowed
RUN_TOGETHER_LENGTHS = range(5, 41)
_KNOWN = "SELECT word, articles FROM title_words WHERE articles > 0 AND word IN (SELECT value FROM json_each(?))"
_BY_STEM = "SELECT word, stem, articles FROM title_words WHERE articles > 0 AND stem IN (SELECT value FROM json_each(?))"
_BY_SLIP = (
    "SELECT s.slip, w.word, w.articles FROM json_each(?) AS k CROSS JOIN title_slips AS s ON s.slip = k.value"
    " CROSS JOIN title_words AS w ON w.word = s.word WHERE w.articles > 0"
)
_BEGINS = "SELECT 1 FROM title_words WHERE word >= ? AND word < ? LIMIT 1"
_LAST_LETTER = "\U0010ffff"


async def read_name(reader: Reader, name: str) -> list[Slot]:
    """The slots of a name.

    Args:
        reader: where the title words are.
        name: as typed.

    Returns:
        One slot for each word, in order; a word that no title has and that falls into words titles have becomes several.
    """
    typed = list(dict.fromkeys(terms(name[:MAX_CHARS])))[:MAX_WORDS]
    if not typed:
        return []
    reading = Reading(reader)
    for_slips = await reading.slipped(typed)
    words = [part for one in typed for part in await reading.parted(one, for_slips[one], last=one == typed[-1])]
    joined = await reading.joined(words)
    inflected = await reading.inflected(words)
    total = await _total(reader)
    slots = []
    for one in words:
        forms = _best({**for_slips.get(one, {}), **inflected[one], **joined[one], **reading.as_written(one)})
        slots.append(Slot(one, _weight(one, forms, reading.frequency, total), forms, one if one == words[-1] else ""))
    return slots


class Reading:
    """The look-ups of one reading; gathers how many titles hold each word it meets."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.frequency: dict[str, int] = {}

    def as_written(self, word: str) -> dict[str, float]:
        """The word itself, where some title holds it."""
        return {word: AS_WRITTEN} if word in self.frequency else {}

    async def slipped(self, words: Sequence[str]) -> dict[str, dict[str, float]]:
        """The title words a slip away from each of these, or two slips where the word is long and no title has it."""
        sought: dict[str, set[str]] = {word: {way for one in _spellings(word) for way in (one, *slips(one))} for word in words}
        asked = as_json(sorted(set().union(*sought.values())))
        met: dict[str, set[str]] = {}
        for row in await self._reader.rows(_KNOWN, (asked,)):
            self.frequency[row["word"]] = row["articles"]
            met.setdefault(row["word"], set()).add(row["word"])
        for row in await self._reader.rows(_BY_SLIP, (asked,)):
            self.frequency[row["word"]] = row["articles"]
            met.setdefault(row["slip"], set()).add(row["word"])
        return {word: self._near(word, set().union(*(met.get(one, ()) for one in sought[word]))) for word in words}

    def _near(self, word: str, met: set[str]) -> dict[str, float]:
        """Of the words met, those near enough."""
        farthest = 2 if len(word) >= LONG_WORD and word not in self.frequency else 1
        likeness = {0: INFLECTED, 1: ONE_SLIP, 2: TWO_SLIPS}
        ways = _spellings(word)
        apart = {one: min(distance(way, one, at_most=farthest) for way in ways) for one in met if one != word}
        return {one: likeness[steps] for one, steps in apart.items() if steps <= farthest}

    async def parted(self, word: str, near: Mapping[str, float], *, last: bool) -> list[str]:
        """The word, or the words it was run together from, where no title has it, anything like it or, half typed, begins so."""
        if word in self.frequency or max(near.values(), default=0.0) >= ONE_SLIP or len(word) not in RUN_TOGETHER_LENGTHS:
            return [word]
        if last and await self._reader.row(_BEGINS, (word, word + _LAST_LETTER)):
            return [word]
        pieces = {word[start:end] for start in range(len(word)) for end in range(start + 2, len(word) + 1)}
        known = await self._frequencies(pieces)
        return _fewest(word, known) or [word]

    async def joined(self, words: Sequence[str]) -> dict[str, dict[str, float]]:
        """For each of the words the title words that are it and its neighbours written in one."""
        runs = [words[start : start + length] for length in (2, 3) for start in range(len(words) - length + 1)]
        known = await self._frequencies(["".join(run) for run in runs])
        forms: dict[str, dict[str, float]] = {word: {} for word in words}
        for run in runs:
            if "".join(run) in known:
                for word in run:
                    forms[word]["".join(run)] = RUN_TOGETHER
        return forms

    async def inflected(self, words: Sequence[str]) -> dict[str, dict[str, float]]:
        """For each of the words the title words of the same stem."""
        stems = {word: stem(word) for word in words}
        same: dict[str, dict[str, float]] = {one: {} for one in stems.values()}
        for row in await self._reader.rows(_BY_STEM, (as_json(list(same)),)):
            self.frequency[row["word"]] = row["articles"]
            same[row["stem"]][row["word"]] = INFLECTED
        return {word: same[stems[word]] for word in words}

    async def _frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Those of the words that stand in titles, with the number of titles."""
        found = {row["word"]: row["articles"] for row in await self._reader.rows(_KNOWN, (as_json(list(words)),))}
        self.frequency |= found
        return found


def _spellings(word: str) -> tuple[str, ...]:
    """The word, and with the first letter's madda, which many leave out."""
    return (word, "آ" + word[1:]) if word.startswith("ا") else (word,)


def _fewest(word: str, known: Mapping[str, int]) -> list[str]:
    """The fewest known words that make up the word, the more frequent ones among equals; [] when none do."""
    best: list[tuple[int, float, list[str]] | None] = [(0, 0.0, []), *[None] * len(word)]
    for end in range(2, len(word) + 1):
        for start in range(end - 1):
            before, piece = best[start], word[start:end]
            if before is not None and piece in known:
                way = (before[0] + 1, before[1] - log(known[piece]), [*before[2], piece])
                kept = best[end]
                best[end] = way if kept is None or way[:2] < kept[:2] else kept
    end_to_end = best[-1]
    return end_to_end[2] if end_to_end else []


def _best(forms: Mapping[str, float]) -> dict[str, float]:
    """The likeliest of the forms, as many as a question may hold."""
    return dict(sorted(forms.items(), key=lambda form: -form[1])[:MAX_FORMS])


def _weight(word: str, forms: Mapping[str, float], frequency: Mapping[str, int], total: int) -> float:
    """What a word tells: the fewer titles hold it the more (inverse document frequency), and a short one less.

    A word nothing in any title is like tells half as much as a rare one: it may not be of the title at all.
    """
    times = frequency.get(word) or max((frequency[one] for one in forms if forms[one] >= ONE_SLIP), default=0)
    return log(1 + total / (times + 1)) * min(1.0, (len(word) + 1) / 5) * (1.0 if forms else 0.5)


async def _total(reader: Reader) -> int:
    """About how many articles there are, without counting them."""
    row = await reader.row("SELECT seq FROM sqlite_sequence WHERE name = 'articles'")
    return int(row["seq"]) if row else 0
