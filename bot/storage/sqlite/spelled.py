"""Words that no article holds, replaced by the nearest that some do. Looks at the index of words only.

A look through all words of the index would cost too much: the first two letters are taken to be right, but for first letters that
sound alike, which are what people mix up.
"""

from collections.abc import Iterator

from bot.storage.spelling import distance
from bot.storage.sqlite.connection import Reader
from bot.storage.sqlite.values import as_json
from summarizer.persian.terms import stem, term_spans

MAX_CHARS = 300
MAX_WORDS = 6  # that are looked for
SHORTEST = 5  # letters; a shorter word is a slip away from too many others
LONG_WORD = 7  # letters from which a second slip is allowed
MAX_LOOKED_AT = 20_000
_ALIKE = ("اآعأ", "تط", "سصث", "زذظض", "قغ", "هح")
_KNOWN = "SELECT term FROM words_terms WHERE term IN (SELECT value FROM json_each(?))"
_BEGINNING_SO = "SELECT term, doc FROM words_terms WHERE term >= ? AND term < ? LIMIT ?"
_LAST_LETTER = "\U0010ffff"


async def spelled(reader: Reader, typed: str) -> str:
    """The words with each that no article holds in the nearest spelling that some do.

    Args:
        reader: where the index of words is.
        typed: as for ``by_words``.

    Returns:
        The words so changed, marks and all; '' where there is nothing to change, or a word that nothing is like.
    """
    typed = typed[:MAX_CHARS]
    spans = [span for span in term_spans(typed) if len(span.term) >= SHORTEST and span.term.isalpha()]
    stems = {stem(span.term) for span in spans}
    known = {row["term"] for row in await reader.rows(_KNOWN, (as_json(sorted(stems)),))}
    unknown = [span for span in spans if stem(span.term) not in known][:MAX_WORDS]
    nearest = [await _nearest(reader, stem(span.term)) for span in unknown]
    if not all(nearest):  # a word that nothing is like tells that the others may be no slips either
        return ""
    for span, near in reversed(list(zip(unknown, nearest, strict=True))):
        typed = typed[: span.start] + near + typed[span.end :]
    return typed if unknown else ""


async def _nearest(reader: Reader, word: str) -> str:
    """The known word that is fewest slips away, the most used among equals; '' where none is near."""
    at_most = 2 if len(word) >= LONG_WORD else 1
    best, near = (at_most, 1), ""
    for spelling in _spellings(word):
        beginning = spelling[:2]
        for row in await reader.rows(_BEGINNING_SO, (beginning, beginning + _LAST_LETTER, MAX_LOOKED_AT)):
            apart = (distance(spelling, row["term"], at_most=at_most), -row["doc"])
            if apart < best:
                best, near = apart, row["term"]
    return near


def _spellings(word: str) -> Iterator[str]:
    """The word, and the word with another first letter of the same sound."""
    yield word
    group = next((one for one in _ALIKE if word[0] in one), "")
    for letter in group:
        if letter != word[0]:
            yield letter + word[1:]
