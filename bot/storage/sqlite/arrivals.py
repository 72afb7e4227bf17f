"""What becomes of an incoming article: new, known already, or a later version of a stored one. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.article import Brief, NewArticle, Stored
from bot.storage.sqlite.connection import Reader, Row
from bot.storage.sqlite.incoming import Incoming
from bot.storage.sqlite.values import as_json, microseconds

_BY_URL = (
    "SELECT k.value AS found_by, a.id, a.url, a.source, a.published, a.dated, a.title, a.text"
    " FROM json_each(?) AS k CROSS JOIN articles AS a ON a.url = k.value"
)
_BY_FINGERPRINT = (
    "SELECT k.value AS found_by, a.id, a.url, a.source, a.published, a.dated"
    " FROM json_each(?) AS k CROSS JOIN articles AS a ON a.fingerprint = k.value ORDER BY a.id"
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An incoming article with what becomes of it.

    Args:
        incoming: the article, its brief and its terms.
        stored: its id and outcome.
        published: in microseconds, as it is to be stored.
        dated: whether that is the outlet's own time.
    """

    incoming: Incoming
    stored: Stored
    published: int
    dated: bool

    @property
    def id(self) -> int:
        """The article's id."""
        return self.stored.id

    @property
    def article(self) -> NewArticle:
        """The article, with texts the store can hold."""
        return self.incoming.article

    @property
    def brief(self) -> Brief:
        """Its brief."""
        return self.incoming.brief


async def arrivals(reader: Reader, batch: Sequence[Incoming]) -> list[Arrival]:
    """Decide what becomes of each.

    Args:
        reader: inside the transaction that will store them: the ids given to new ones hold only there.
        batch: articles no two of which are the same one.
    """
    by_url = await _stored(reader, _BY_URL, [one.article.url for one in batch if one.article.url])
    by_text = await _stored(reader, _BY_FINGERPRINT, [one.fingerprint for one in batch])
    next_id = await _next_id(reader)
    found = []
    for one in batch:
        arrival = _arrival(one, by_url.get(one.article.url, []), by_text.get(one.fingerprint, []), next_id)
        next_id += arrival.stored.outcome == "added"
        found.append(arrival)
    return found


def _arrival(one: Incoming, same_url: Sequence[Row], same_text: Sequence[Row], next_id: int) -> Arrival:
    """Decide about one article, given the stored ones that share its address or its words."""
    published, dated = microseconds(one.article.published), one.article.dated
    if same_url:
        stored = same_url[0]
        changed = (stored["title"], stored["text"]) != (one.article.title, one.article.text)
        if stored["dated"] or not dated:  # a time the outlet gave is not lost to one that is only our own
            published, dated = stored["published"], bool(stored["dated"])
        return Arrival(one, Stored(stored["id"], "updated" if changed else "known"), published, dated)
    for stored in same_text:
        if _is_this_one(one.article, stored):
            return Arrival(one, Stored(stored["id"], "known"), stored["published"], bool(stored["dated"]))
    return Arrival(one, Stored(next_id, "added"), published, dated)


def _is_this_one(article: NewArticle, stored: Row) -> bool:
    """Whether the same words are the same article: another outlet's copy, at an address of its own, is not."""
    return not (article.url and stored["url"]) or stored["source"] == article.source


async def _stored(reader: Reader, look_up: str, keys: list[str]) -> dict[str, list[Row]]:
    """The stored articles with these keys, by key."""
    found: dict[str, list[Row]] = {}
    for row in await reader.rows(look_up, (as_json(keys),)) if keys else ():
        found.setdefault(row["found_by"], []).append(row)
    return found


async def _next_id(reader: Reader) -> int:
    """The id AUTOINCREMENT would give next: past every id ever given."""
    row = await reader.row("SELECT seq FROM sqlite_sequence WHERE name = 'articles'")
    return int(row["seq"]) + 1 if row else 1
