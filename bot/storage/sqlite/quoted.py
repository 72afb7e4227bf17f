"""Writes the quotations of articles, with the people who said them and the words by which those are asked for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.model.article import BriefQuote
from bot.storage.persons import family_joined
from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Writer
from bot.storage.sqlite.values import as_json
from summarizer.persian.letters import fold
from summarizer.persian.terms import terms
from summarizer.quotes.speakers import figure_of, speaker_key, split_speaker

_INSERT = (
    "INSERT INTO quotations (article_id, position, text, start, stop, speaker, mention, cue, kind, marked, key, shown_chars,"
    " person_id, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_PERSON = "INSERT INTO people (key, name, named, family) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING"
_IDS = "SELECT p.id, p.key FROM json_each(?) AS k CROSS JOIN people AS p ON p.key = k.value"
_COUNT = "UPDATE people SET quotes = quotes + ? WHERE id = ?"
_COUNT_ROLE = (
    "INSERT INTO person_roles (person_id, role, times) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET times = times + excluded.times"
)
_SPOKEN = (
    "SELECT person_id, article_id, speaker, count(*) AS times FROM quotations"
    " WHERE person_id IS NOT NULL AND article_id IN (SELECT value FROM json_each(?)) GROUP BY person_id, article_id, speaker"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody quoted, as an article names them.

    Args:
        key: what spellings of the name have in common; that of the role where there is no name.
        name: the name; the whole of what is said of them where there is none.
        named: whether it is a person with a name.
        role: '' when none is given beside a name.
    """

    key: str
    name: str
    named: bool
    role: str

    @property
    def family(self) -> str:
        """The last word of the name."""
        return family_joined(terms(self.key))[-1]

    @property
    def words(self) -> set[str]:
        """The words by which they are asked for: of name and role, a family name of two words also as one."""
        name = terms(self.key)
        return {*name, *family_joined(name), *terms(self.role)}


@lru_cache(maxsize=4096)
def speaker(said: str) -> Speaker | None:
    """Who is meant by a quotation's speaker; None where there is no word in it."""
    name, role = split_speaker(said)
    key = speaker_key(said) or fold(said)
    figure = figure_of(said)
    named = figure is not None and figure.is_person
    return Speaker(key, name or said.strip(), named, role if name else "") if terms(key) else None


class QuotationIndex:
    """Keeps the quotations of articles with their people."""

    async def forget(self, writer: Writer, ids: Sequence[int]) -> None:
        """Drop the quotations of these articles, and take them off their speakers' counts."""
        spoken = [(row["person_id"], row["speaker"], -row["times"]) for row in await writer.rows(_SPOKEN, (as_json(ids),))]
        await _count(writer, spoken, -1)
        await writer.do("DELETE FROM quotations WHERE article_id IN (SELECT value FROM json_each(?))", (as_json(ids),))

    async def keep(self, writer: Writer, arrivals: Sequence[Arrival]) -> None:
        """Keep the quotations of these articles."""
        people = await _people(writer, dict.fromkeys(quote.speaker for one in arrivals for quote in one.brief.quotes))
        spoken: list[tuple[int, str, int]] = []
        for one in arrivals:
            said = Counter(quote.speaker for quote in one.brief.quotes if quote.speaker in people)
            spoken += [(people[name], name, times) for name, times in said.items()]
            rows = [_row(one, place, quote, people.get(quote.speaker)) for place, quote in enumerate(one.brief.quotes)]
            await writer.do_many(_INSERT, rows)
        await _count(writer, spoken, 1)


def _row(arrival: Arrival, position: int, quote: BriefQuote, person_id: int | None) -> tuple[object, ...]:
    """A quotation as its row."""
    words = (quote.text, quote.start, quote.end, quote.speaker, quote.mention, quote.cue, quote.kind, quote.marked)
    return (arrival.id, position, *words, quote.key, quote.shown_chars, person_id, arrival.published)


async def _people(writer: Writer, names: Iterable[str]) -> dict[str, int]:
    """The people these speakers are, by what the articles call them; new ones are put in."""
    speakers = {name: one for name in names if (one := speaker(name))}
    new = [(one.key, one.name, one.named, one.family) for one in speakers.values()]
    await writer.do_many(_INSERT_PERSON, new)
    ids = {row["key"]: row["id"] for row in await writer.rows(_IDS, (as_json(sorted({one.key for one in speakers.values()})),))}
    words = {(word, ids[one.key]) for one in speakers.values() for word in one.words}
    await writer.do_many("INSERT OR IGNORE INTO person_words (word, person_id) VALUES (?, ?)", sorted(words))
    return {name: ids[one.key] for name, one in speakers.items()}


async def _count(writer: Writer, spoken: Sequence[tuple[int, str, int]], way: int) -> None:
    """Count quotations and roles up or down: each role once for each article that gives it."""
    await writer.do_many(_COUNT, [(times, person_id) for person_id, _, times in spoken])
    roles = [(person_id, one.role, way) for person_id, name, _ in spoken if (one := speaker(name)) and one.role]
    await writer.do_many(_COUNT_ROLE, roles)
