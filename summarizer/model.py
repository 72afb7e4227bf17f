"""The values the library returns. Offsets are characters into the very text that was passed in."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the given text, ``text == given[start:end]``.

    Args:
        text: the sentence as it stands, without surrounding space and without a lead credit.
        start: offset of its first character.
        end: offset past its last character.
        score: what the ranker gave it; comparable within one text only.
    """

    text: str
    start: int
    end: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to somebody, ``text == given[start:end]``.

    Args:
        text: the quoted words, without the outer marks.
        start: offset of the first quoted character.
        end: offset past the last one.
        speaker: who said it, in the fullest form the text gives, as name and role; '' when not known.
        cue: the words that introduce it, such as «گفت» or «به گفته»; '' when there are none.
        kind: 'direct' (in marks, or after a cue and a colon), 'indirect' (reported) or 'mixed'.
        marked: whether it stands in quotation marks.
        mention: the words that name the speaker at this place, such as «وی»; '' when there are none.
    """

    text: str
    start: int
    end: int
    speaker: str = ""
    cue: str = ""
    kind: Kind = "direct"
    marked: bool = False
    mention: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """An extractive summary: sentences of the text in their order, and the quotations worth showing.

    Args:
        sentences: in the order of the text.
        quotes: the chosen key quotations, in the order of the text.
        read_chars: how many characters of the text were read; less than its length when it was longer than the bound.
        total_chars: the length of the text.
        all_quotes: every quotation of what was read, whole; ``quotes`` are the few of them worth showing, a long one shortened.
            Empty where ``max_quotes`` was 0.
    """

    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    read_chars: int = 0
    total_chars: int = 0
    all_quotes: tuple[Quote, ...] = ()
