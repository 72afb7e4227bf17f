"""The index of names: titles and leads by their words, with a list of the words and of their slips. Answers nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.storage.spelling import slips
from bot.storage.sqlite.arrivals import Arrival
from bot.storage.sqlite.connection import Writer
from bot.storage.sqlite.values import as_json
from summarizer.persian.terms import stem

LEAD_WORDS = 40


class NameIndex:
    """Keeps the words of titles and leads."""

    async def forget(self, writer: Writer, ids: Sequence[int]) -> None:
        """Drop the names of these articles."""
        chosen = as_json(ids)
        rows = await writer.rows("SELECT title FROM names WHERE rowid IN (SELECT value FROM json_each(?))", (chosen,))
        counts = _counts(row["title"].split() for row in rows)
        await writer.do_many(
            "UPDATE title_words SET articles = articles - ? WHERE word = ?", [(n, word) for word, n in counts.items()]
        )
        await writer.do("DELETE FROM names WHERE rowid IN (SELECT value FROM json_each(?))", (chosen,))

    async def keep(self, writer: Writer, arrivals: Sequence[Arrival]) -> None:
        """Index the names of these articles."""
        await writer.do_many(
            "INSERT INTO names (rowid, title, lead) VALUES (?, ?, ?)",
            [(one.id, " ".join(one.incoming.title_terms), " ".join(one.incoming.text_terms[:LEAD_WORDS])) for one in arrivals],
        )
        await _count_words(writer, _counts(one.incoming.title_terms for one in arrivals))


def _counts(titles: Iterable[Sequence[str]]) -> Counter[str]:
    """In how many of the titles each word stands."""
    return Counter(word for title in titles for word in set(title))


async def _count_words(writer: Writer, counts: Counter[str]) -> None:
    """Raise the counts of the words, and list the slips of new ones."""
    known = await writer.rows(
        "SELECT word FROM title_words WHERE word IN (SELECT value FROM json_each(?))", (as_json(list(counts)),)
    )
    new = counts.keys() - {row["word"] for row in known}
    await writer.do_many(
        "INSERT INTO title_words (word, stem, articles) VALUES (?, ?, ?)"
        " ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles",
        [(word, stem(word), times) for word, times in sorted(counts.items())],
    )
    await writer.do_many(
        "INSERT OR IGNORE INTO title_slips (slip, word) VALUES (?, ?)", sorted((slip, word) for word in new for slip in slips(word))
    )
