"""Keys by which likely the same news is found in an index, and the sketch by which two articles are compared. Pure, no vendor.

Two sets of keys. The words that say most about title and lead, in pairs: two articles that share two of them meet, however
differently they are written. And one-permutation MinHash (Li, Owen, Zhang, «One permutation hashing», 2012) over runs of four
stems: two articles of which one is a copy of the other meet, wherever it was cut. Hashes are the same on every machine and in
every run.
"""

import struct
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from math import log, sqrt

from bot.topics.frequency import share_of_articles
from summarizer.persian.terms import stem

LEAD_TERMS = 70
BODY_TERMS = 400
TELLING = 8  # words of title and lead whose pairs are keys
SKETCH = 64  # words that the sketch keeps
COPIED_TERMS = 240
_RAREST = 0.0004  # the share of a word that the list of shares does not have
_COMMON = 0.2  # words that more articles have say nothing
_TITLE, _LEAD = 2.0, 1.5
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)  # large odd numbers mix well
_MASK = 0xFFFFFFFFFFFF  # 48 bits, of which the first three are the bin
_ENTRY = struct.Struct("<If")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of an article to compare it by.

    Args:
        words: hash of a stem to its weight, the heaviest ones; squares add up to one.
        title: hashes of the telling stems of the title.
        numbers: hashes of the numbers in title and lead.
    """

    words: dict[int, float]
    title: frozenset[int]
    numbers: frozenset[int]


def stems_of(terms: Sequence[str]) -> list[str]:
    """The stems of the first terms, as many as anything here looks at."""
    return [stem(term) for term in terms[:BODY_TERMS]]


def sketch(title: Sequence[str], text: Sequence[str]) -> Sketch:
    """Make the sketch of an article.

    Args:
        title: its title's stems.
        text: its text's stems.
    """
    weights = _weights(title, text)
    heaviest = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:SKETCH]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return Sketch(
        words={number(word): weight / length for word, weight in heaviest},
        title=frozenset(number(word) for word in title if telling(word) and not word.isdigit()),
        numbers=frozenset(number(word) for word in (*title, *text[:LEAD_TERMS]) if word.isdigit()),
    )


def keys(title: Sequence[str], text: Sequence[str]) -> list[int]:
    """The keys of an article, each a number of 64 bits with a sign.

    Args:
        title: its title's stems.
        text: its text's stems.
    """
    weights = _weights(title, text[:LEAD_TERMS])
    top = sorted(sorted(weights, key=lambda word: (-weights[word], word))[:TELLING])
    found = [_signed(f"{one} {other}".encode()) for one, other in combinations(top, 2)]
    return list(dict.fromkeys([*found, *_minima(text[:COPIED_TERMS])]))


def packed(one: Sketch) -> bytes:
    """A sketch as bytes."""
    parts = [struct.pack("<HHH", len(one.words), len(one.title), len(one.numbers))]
    parts += [_ENTRY.pack(word, weight) for word, weight in one.words.items()]
    parts += [struct.pack(f"<{len(numbers)}I", *sorted(numbers)) for numbers in (one.title, one.numbers)]
    return b"".join(parts)


def unpacked(data: bytes) -> Sketch:
    """The sketch that ``packed`` made these bytes of."""
    words, title, numbers = struct.unpack_from("<HHH", data)
    at = 6
    weights = dict(_ENTRY.iter_unpack(data[at : at + words * _ENTRY.size]))
    at += words * _ENTRY.size
    rest = struct.unpack_from(f"<{title + numbers}I", data, at)
    return Sketch(weights, frozenset(rest[:title]), frozenset(rest[title:]))


def telling(word: str) -> bool:
    """Whether a stem says anything about what an article is about."""
    return len(word) > 1 and _share(word) < _COMMON


@lru_cache(maxsize=1 << 16)
def number(word: str) -> int:
    """A word as 32 bits."""
    return zlib.crc32(word.encode("utf-8", "replace"))


def _weights(title: Sequence[str], text: Sequence[str]) -> dict[str, float]:
    """What each word counts: how often and where it stands, and how rare it is (tf-idf)."""
    counts: defaultdict[str, float] = defaultdict(float)
    for words, factor in ((title, _TITLE), (text[:LEAD_TERMS], _LEAD), (text[LEAD_TERMS:BODY_TERMS], 1.0)):
        for word in words:
            counts[word] += factor
    return {word: (1 + log(count)) * -log(_share(word)) for word, count in counts.items() if telling(word)}


@lru_cache(maxsize=1 << 16)
def _share(word: str) -> float:
    """The share of articles that have a word; years and small numbers are taken for common."""
    if word.isdigit():
        return 0.01
    return max(share_of_articles(word), _RAREST)


def _minima(stems: Sequence[str]) -> list[int]:
    """The least hash of the runs of four in each bin; a bin without any has none."""
    hashed = [number(word) for word in stems]
    a, b, c, d = _FACTORS
    runs = zip(hashed, hashed[1:], hashed[2:], hashed[3:], strict=False)
    least: dict[int, int] = {}
    for value in {(one * a + two * b + three * c + four * d) & _MASK for one, two, three, four in runs}:
        place = value >> 45
        if value < least.get(place, _MASK):
            least[place] = value
    return [_signed(struct.pack("<BQ", place, value)) for place, value in least.items()]


def _signed(data: bytes) -> int:
    """64 bits of a digest, as SQLite keeps a number."""
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)
