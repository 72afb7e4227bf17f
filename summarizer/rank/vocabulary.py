"""The words of a text as they are read: those of content with their stems and how rare these are, and those that tell of speech.

A bounded memory keeps what is known of each written word. Most of the time of a summary once went into such looks; so a word costs
one, and a function word leads nowhere.
"""

import re
from typing import Final, final

from summarizer.compiled.hints import mypyc_attr
from summarizer.persian.letters import plainly_spaced
from summarizer.persian.places import Stems
from summarizer.persian.stems import MAX_WORD_CHARS, stem
from summarizer.quotes.heads import Beginnings, place_in_head
from summarizer.rank.background import rarity, unseen
from summarizer.rank.telling import SIGNALS

MAX_REMEMBERED: Final = 1 << 16
LEAST_RARITY: Final = 2.0  # what is in more than one of seven articles says little about what one is about

_WORD: Final = re.compile(rf"[^\W_][\w\u200c]{{0,{MAX_WORD_CHARS - 1}}}")


@mypyc_attr(acyclic=True)
@final
class Word:
    """What is known of a written word.

    Args:
        stem: its stem; '' where it says nothing about a subject.
        rarity: the inverse document frequency of the stem; 0 where there is none.
        signals: whether it tells who has the word, see ``telling``.
        place_in_head: where in a head word of a cue it may stand, see ``heads``.
    """

    __slots__ = ("place_in_head", "rarity", "signals", "stem")

    def __init__(self, stem: str, rarity: float, *, signals: bool, place_in_head: int) -> None:
        self.stem = stem
        self.rarity = rarity
        self.signals = signals
        self.place_in_head = place_in_head


_PLAIN: Final = Word("", 0.0, signals=False, place_in_head=0)  # what a function word is
_SEVERAL: Final = Word("", 0.0, signals=False, place_in_head=0)  # what several words are
_known: Final[dict[str, Word]] = {}


@mypyc_attr(acyclic=True)
@final
class Words:
    """The words of a stretch of text, in their order.

    Args:
        written: all, as they are written.
        content: those of content.
        signals: those that tell who has the word, as they are written.
    """

    __slots__ = ("content", "signals", "written")

    def __init__(self) -> None:
        self.written: list[str] = []
        self.content: list[Word] = []
        self.signals: list[str] = []


@mypyc_attr(acyclic=True)
@final
class Reader:
    """Goes through the words of a text once, a stretch at a time, so that one takes the memory of the other.

    Args:
        parted: the text as ``spaced`` gives it.

    Besides:
        beginnings: where head words of cues may begin, in what has been passed.
        stems: its words of content.
    """

    __slots__ = ("_parted", "_past", "beginnings", "stems")

    def __init__(self, parted: str) -> None:
        self._parted = parted
        self._past = 0
        self.beginnings = Beginnings()
        self.stems = Stems()

    def pass_to(self, end: int) -> None:
        """Pass the words up to an offset."""
        if self._past < end:
            self._read(self._past, end, Words())

    def read(self, start: int, end: int) -> Words:
        """Read the words between two offsets, after passing what is before; a word that lies across an offset is cut there."""
        self.pass_to(start)
        words = Words()
        self._read(start, end, words)
        return words

    def _read(self, start: int, end: int, words: Words) -> None:
        at, self._past = start, end
        for written in self._parted[start:end].split(" "):  # with '' for each further space
            if written:
                word = _known.get(written)
                if word is None:
                    word = _learn(written)
                if word is _SEVERAL:  # parted by a space that ``align`` does not know
                    self._parted = plainly_spaced(self._parted)
                    self._read(at, end, words)
                    return
                words.written.append(written)
                if word is not _PLAIN:
                    self._keep(at, written, word, words)
            at += len(written) + 1

    def _keep(self, at: int, written: str, word: Word, words: Words) -> None:
        """Keep what a word tells."""
        if word.stem:
            words.content.append(word)
            self.stems.add(at, word.stem)
        if word.signals:
            words.signals.append(written)
        if word.place_in_head and (not at or self._parted[at - 1] == " "):
            self.beginnings.pass_by(at, at + len(written), word.place_in_head)


def words_of(parted: str) -> Words:
    """All words of a text.

    Args:
        parted: the text as ``spaced`` gives it.
    """
    return Reader(parted).read(0, len(parted))


def _learn(written: str) -> Word:
    """Weigh a word and remember it; a full memory is emptied, which costs less than keeping track of age."""
    if len(_known) >= MAX_REMEMBERED:
        _known.clear()
    if written.split() != [written]:
        return _SEVERAL
    root = stem(written) if written.isalnum() and len(written) <= MAX_WORD_CHARS else _root(written)
    rare = rarity().get(root, unseen())
    signals, place = written in SIGNALS, place_in_head(written)
    if root and rare >= LEAST_RARITY:
        word = Word(root, rare, signals=signals, place_in_head=place)
    else:
        word = Word("", 0.0, signals=signals, place_in_head=place) if signals or place else _PLAIN
    if len(written) <= MAX_WORD_CHARS:
        _known[written] = word
    return word


def _root(word: str) -> str:
    """The stem of the first run of letters and digits in a word with other characters."""
    inner = _WORD.search(word)
    return stem(inner[0]) if inner else ""
