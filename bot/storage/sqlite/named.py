"""Finds the articles a name means: candidates from the index, by questions that grow wider; ``titles.fit`` judges them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.model.article import Headline, NameMatch
from bot.storage.sqlite import fts
from bot.storage.sqlite.connection import Reader, Row
from bot.storage.sqlite.reading import read_name
from bot.storage.sqlite.values import as_json, headline
from bot.storage.titles import INFLECTED, Fit, Slot, fit

CANDIDATES = 200
WIDEST = 6  # slots out of which a title must hold two
ENOUGH = 0.8  # a likeness that ends the search
WORTH_OFFERING = 0.5
OF_THE_BEST = 0.75  # the share of the best likeness below which a match is not offered beside it
CLEAR_LIKENESS, CLEAR_LEAD = 0.7, 0.12
WHOLE_TITLE = 0.9
_CANDIDATES = "SELECT rowid, title, lead FROM names WHERE names MATCH ? ORDER BY rowid DESC LIMIT ?"
_HEADLINES = "SELECT headlines.* FROM json_each(?) AS k CROSS JOIN headlines ON headlines.id = k.value"


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate and how well it answers."""

    id: int
    fit: Fit


async def by_name(reader: Reader, name: str, limit: int) -> tuple[NameMatch, ...]:
    """The articles whose title is meant, best first; see the Protocol."""
    found = await _found(reader, await read_name(reader, name))
    best = max((one.fit.likeness for one in found), default=0.0)
    floor = max(WORTH_OFFERING, OF_THE_BEST * best)
    return await _matches(reader, [one for one in found if one.fit.likeness >= floor], limit)


async def nearest_names(reader: Reader, name: str, limit: int) -> tuple[NameMatch, ...]:
    """The articles whose title is least unlike the name."""
    found = await _found(reader, await read_name(reader, name), widest=True)
    return tuple(NameMatch(one.headline, one.score) for one in await _matches(reader, found, limit))


async def _found(reader: Reader, slots: Sequence[Slot], *, widest: bool = False) -> list[Found]:
    """The candidates of the first questions that bring one good enough, or of all, best first."""
    found: dict[int, Found] = {}
    for question in _questions(slots, widest=widest):
        for row in await reader.rows(_CANDIDATES, (question, CANDIDATES)):
            if row["rowid"] not in found:
                found[row["rowid"]] = _judged(slots, row)
        if any(one.fit.likeness >= ENOUGH for one in found.values()):
            break
    return sorted(found.values(), key=lambda one: (-one.fit.rank, -one.id))


def _judged(slots: Sequence[Slot], row: Row) -> Found:
    """A candidate with its fit."""
    return Found(row["rowid"], fit(slots, row["title"].split(), row["lead"].split()))


def _questions(slots: Sequence[Slot], *, widest: bool) -> Iterator[str]:
    """What to ask the index, from narrow to wide."""
    if not slots:
        return
    surely = [_meant(slot, at_least=INFLECTED) for slot in slots]
    perhaps = [_meant(slot, at_least=0.0) for slot in slots]
    if all(surely):
        yield fts.in_column("title", fts.all_of(surely))
    if all(perhaps):
        yield fts.in_column("title", fts.all_of(perhaps))
    telling = [_meant(slot, at_least=0.0) for slot in sorted(slots, key=lambda slot: -slot.weight) if slot.forms or slot.prefix]
    if len(telling) > 1:
        yield fts.in_column("title", fts.any_of(fts.all_of(pair) for pair in combinations(telling[:WIDEST], 2)))
    yield fts.all_of(fts.any_of((fts.word(slot.word), asked)) for slot, asked in zip(slots, surely, strict=True))
    if telling and (widest or len(telling) < len(slots)):
        yield fts.in_column("title", telling[0])


def _meant(slot: Slot, *, at_least: float) -> str:
    """Any of the words that may be meant by a slot; '' when there is none."""
    words = [fts.word(form) for form, likeness in slot.forms.items() if likeness >= at_least]
    return fts.any_of([*words, *([fts.beginning(slot.prefix)] if slot.prefix else [])])


async def _matches(reader: Reader, found: Sequence[Found], limit: int) -> tuple[NameMatch, ...]:
    """The best of the candidates with their headlines; among equals the newest comes first."""
    shown = found[: max(0, limit) + CANDIDATES // 4]
    rows = await reader.rows(_HEADLINES, (as_json([one.id for one in shown]),))
    headlines = {row["id"]: headline(row) for row in rows}
    present = [one for one in shown if one.id in headlines]
    present.sort(key=lambda one: (-round(one.fit.rank, 3), -headlines[one.id].published.timestamp(), -one.id))
    return tuple(
        _match(one, headlines[one.id], clear=place == 0 and _is_clear(present)) for place, one in enumerate(present[:limit])
    )


def _match(one: Found, of: Headline, *, clear: bool) -> NameMatch:
    return NameMatch(of, round(min(1.0, one.fit.likeness), 4), clear)


def _is_clear(found: Sequence[Found]) -> bool:
    """Whether the first of these stands so far ahead that no choice need be offered."""
    first = found[0].fit
    if first.likeness < CLEAR_LIKENESS or len(found) == 1:
        return first.likeness >= CLEAR_LIKENESS
    second = found[1].fit
    whole = first.covered >= WHOLE_TITLE > second.covered
    return first.rank - second.rank >= CLEAR_LEAD or (whole and first.likeness >= WHOLE_TITLE)
