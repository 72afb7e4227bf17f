"""Who said what, over all stored articles: finding people and what they said. The rows are written by ``quoted``."""

from collections.abc import Sequence

from bot.model.article import Person, Said
from bot.storage.persons import family_joined, groups
from bot.storage.spelling import near
from bot.storage.sqlite.connection import Database, Reader, Row
from bot.storage.sqlite.values import as_json, headline, quote
from summarizer.persian.terms import terms

MAX_CHARS = 300
MAX_WORDS = 12
OF_ONE_FAMILY = 100  # more people of one family name are not compared
_BY_WORDS = (
    "SELECT p.id, p.key, p.name, p.quotes, p.family, p.named FROM people AS p JOIN person_words AS w ON w.person_id = p.id"
    " WHERE p.quotes > 0 AND w.word IN (SELECT value FROM json_each(?))"
    " GROUP BY p.id HAVING count(*) = ? ORDER BY p.quotes DESC, p.id LIMIT 20"
)
_OF_FAMILY = (
    "SELECT id, key, name, quotes FROM people WHERE family = ? AND named AND quotes > 0 ORDER BY quotes DESC, id DESC LIMIT ?"
)
_ONE = "SELECT id, key, name, quotes, family, named FROM people WHERE id = ?"
_ROLE = (
    "SELECT role FROM person_roles WHERE times > 0 AND person_id IN (SELECT value FROM json_each(?))"
    " GROUP BY role ORDER BY sum(times) DESC, role LIMIT 1"
)
_SAID = (
    "SELECT q.text, q.start, q.stop, q.speaker, q.mention, q.cue, q.kind, q.marked, q.key, q.shown_chars, h.* FROM"
    " (SELECT article_id, position FROM quotations WHERE person_id IN (SELECT value FROM json_each(?))"
    " ORDER BY published DESC, article_id DESC, position LIMIT ? OFFSET ?) AS chosen"
    " JOIN quotations AS q USING (article_id, position) JOIN headlines AS h ON h.id = q.article_id"
    " ORDER BY q.published DESC, q.article_id DESC, q.position"
)
_WORDS = "SELECT DISTINCT word FROM person_words"


class SqliteQuotations:
    """The ``Quotations`` of bot.ports in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def people(self, name: str, *, limit: int = 8) -> tuple[Person, ...]:
        """The people a name or a role may mean, most quoted first; see the Protocol."""
        words = list(dict.fromkeys(family_joined(terms(name[:MAX_CHARS]))))[:MAX_WORDS]
        if not words:
            return ()
        async with self._database.reading() as reader:
            found = await _by_words(reader, words)
            if not found:
                known = [row["word"] for row in await reader.rows(_WORDS)]
                found = await _by_words(reader, [near(word, known) for word in words])
            people = [await _person(reader, names) for names in await _people(reader, found)]
        ranked = sorted(people, key=lambda one: (not _is_named_by(one, words), -one.quotes, one.id))
        return tuple(ranked[: max(0, limit)])

    async def said_by(self, person_id: int, *, offset: int = 0, limit: int = 5) -> tuple[Said, ...]:
        """What this person said, newest first, under every name that means them."""
        async with self._database.reading() as reader:
            names = await _people(reader, await reader.rows(_ONE, (person_id,)))
            same = [row["id"] for one in names for row in one]
            rows = await reader.rows(_SAID, (as_json(same), max(0, limit), max(0, offset)))
        return tuple(Said(headline(row), quote(row)) for row in rows)


async def _by_words(reader: Reader, words: Sequence[str]) -> list[Row]:
    """The names that these words, all of them, belong to."""
    return await reader.rows(_BY_WORDS, (as_json(list(words)), len(set(words))))


async def _people(reader: Reader, found: Sequence[Row]) -> list[list[Row]]:
    """The people these names mean, each with all their names, the fullest first."""
    people = [[row] for row in found if not row["named"]]
    sought = {row["id"] for row in found}
    for family in dict.fromkeys(row["family"] for row in found if row["named"]):
        names = {row["id"]: row for row in await reader.rows(_OF_FAMILY, (family, OF_ONE_FAMILY))}
        for group in groups({number: family_joined(terms(row["key"])) for number, row in names.items()}):
            if sought & set(group):
                people.append([names[number] for number in group])
    return people


async def _person(reader: Reader, names: Sequence[Row]) -> Person:
    """The person who has these names."""
    role = await reader.row(_ROLE, (as_json([row["id"] for row in names]),))
    return Person(names[0]["id"], names[0]["name"], role["role"] if role else "", sum(row["quotes"] for row in names))


def _is_named_by(person: Person, words: Sequence[str]) -> bool:
    """Whether the words are of the person's name, and not of a role."""
    return set(words) <= set(family_joined(terms(person.name)))
