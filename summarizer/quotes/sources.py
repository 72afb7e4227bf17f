"""Attributions whose speaker stands after the cue, «به گفته X، …», or is whose a document is: «در بیانیه X آمده است»."""

from typing import Final

from summarizer.quotes.credible import can_speak
from summarizer.quotes.cues import Cue
from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.mentions import Mention, mention_of
from summarizer.quotes.people import is_body, is_person, opens_group
from summarizer.quotes.phrases import PLACES, phrase_end
from summarizer.quotes.pointers import SAYS_NOTHING
from summarizer.quotes.words import CLOSING, COMMAS, DEMONSTRATIVES, PREPOSITIONS, PRONOUNS, Token, closed_class, is_finite, tokens

_MAX_WORDS: Final = 16
_OPENER_CHARS: Final = 12
_FAR_BACK: Final = 6
# What may stand between a document and whose it is.
_KINDS: Final = frozenset(
    {"تسلیت", "تبریک", "مشترک", "پایانی", "رسمی", "تازه", "جدید", "اخیر", "صادره", "منتشره", "سرگشاده", "مطبوعاتی"}
)
_BY: Final = (["از", "سوی"], ["از", "طرف"], ["از", "جانب"], ["توسط"])
_ISSUED: Final = frozenset({"منتشر", "صادر", "ارسال", "تهیه", "ارایه", "ارائه", "امضا", "نشر"})
_MIN_CLAUSE: Final = 4
_ALSO_WORDS: Final = closed_class("outlets that are also words")
_QUANTIFIERS: Final = closed_class("quantifiers")
_ACTS: Final = closed_class("acts that are an object's head")


def read_source(aligned: str, cue: Cue, bounds: tuple[int, int]) -> tuple[Mention, int] | None:
    """Read the speaker after a cue.

    Args:
        aligned: the aligned text.
        cue: a cue of the family ``source``.
        bounds: those of its sentence.

    Returns:
        The speaker's mention and the offset where the reported words begin; None when the speaker's end cannot be told.
    """
    if cue.start - bounds[0] > _OPENER_CHARS or aligned[bounds[0] : cue.start].strip(" \u200c\n-–•*"):
        return None
    words = tokens(aligned, cue.end, min(bounds[1], cue.end + 160))[: _MAX_WORDS + 1]
    end, past = _relative(words) or (_speaker_end(aligned, words),) * 2
    mention = mention_of(words[:end]) if end else None
    if mention is None or past >= len(words):
        return None
    start = words[past].end if words[past].word in COMMAS else words[past].start
    while start < bounds[1] and aligned[start] in " \u200c":
        start += 1
    return mention, start


def _relative(words: list[Token]) -> tuple[int, int] | None:
    """Where a clause about the speaker begins, and the comma that ends it: «یک مقام آگاه | که نخواست نامش فاش شود | ، …»."""
    begin = next((i for i, token in enumerate(words) if token.word == "که" or token.word in COMMAS), 0)
    if not begin or words[begin].word != "که":
        return None
    comma = next((i for i in range(begin + 2, len(words)) if words[i].word in COMMAS and is_finite(words[i - 1].word)), 0)
    return (begin, comma) if comma else None


def issuer(words: list[Token]) -> Mention | None:
    """Whose words a document holds.

    Args:
        words: those before a cue of the family ``text``.

    Returns:
        The mention of the one who issued it, past an adjective («پیام تسلیت رئیس مجمع»); None where nobody who can is named.
    """
    at = next((i for i in range(len(words) - 2, 0, -1) if words[i].word in LEXICON.documents), 0)
    if not _is_in(words, at):
        return None
    first, end = _issuing(words, at + 1 + (words[at + 1].word in _KINDS))
    mention = mention_of(words[first:end]) if end > first and not words[first].word.endswith("نامه") else None
    return mention if mention is not None and mention.form == "nominal" and can_speak(mention) else None


def _issuing(words: list[Token], i: int) -> tuple[int, int]:
    """From where to where those stand who issued a document: «بیانیه X», «… از سوی X», «… که X منتشر کرد»."""
    relative = words[i].word == "که" if i < len(words) else False
    first = i + relative
    opening = [word.word for word in words[first : first + 2]]
    first += next((len(by) for by in _BY if opening[: len(by)] == by), 0)
    end = phrase_end(words, first) if first < len(words) else first
    return first, end - (relative and end > first and words[end - 1].word in _ISSUED)


def _is_in(words: list[Token], at: int) -> bool:
    """Whether a document is what something stands in: «در بخشی از بیانیه …», but «به گزارش …»."""
    for i in range(at - 1, max(-1, at - _FAR_BACK), -1):
        if words[i].word in DEMONSTRATIVES or words[i].word in COMMAS or (words[i].word in PREPOSITIONS and words[i].word != "از"):
            return words[i].word == "در"
    return False


def _speaker_end(aligned: str, words: list[Token]) -> int:
    """Index past the speaker: the first comma, or past a pronoun, an outlet, a group before its clause, a phrase used elsewhere."""
    if not words:
        return 0
    if words[0].word in PRONOUNS:
        return 1
    short = _past_outlet(words) or _past_group(words)
    for i, token in enumerate(words):
        if token.word in COMMAS:
            return _past_role(words, i) if not short or i <= short else short
        if is_finite(token.word):
            break
    if short:
        return short
    if words[0].word in DEMONSTRATIVES:
        return 2
    return _past_nation(words) or _past_place(words) or _repeated(aligned, words)


def _past_nation(words: list[Token]) -> int:
    """Past people told by their country where no comma ends them («فعالان بحرینی | رژیم …»); 0 where there are none."""
    if len(words) < _MIN_CLAUSE or not opens_group([words[0].word, words[1].word], 0):
        return 0
    nation = words[1].word
    return 2 if nation.endswith("ی") and nation[:-1] in LEXICON.places and words[2].word != "و" else 0


def _past_outlet(words: list[Token]) -> int:
    """Past the outlet a credit names («آسوشیتدپرس | مقام‌های این کشور …»); 0 where it begins with none."""
    known = LEXICON
    i = 1 if words[0].word in known.media else 0
    if i == len(words) or words[i].word not in known.outlets or (not i and words[i].word in _ALSO_WORDS):
        return 0
    i += 1
    while i < len(words) and (words[i].word in known.outlets or words[i].word in ("آنلاین", "نیوز") or words[i].word in CLOSING):
        i += 1
    return i if i < len(words) else 0


def _past_group(words: list[Token]) -> int:
    """Past people whose clause begins with its own quantifier: «محققان | تمامی …»; 0 where none do."""
    if len(words) > 1 and opens_group([words[0].word, words[1].word], 0):
        at = 2 if words[1].word in ("ها", "های") else 1
        return at if at < len(words) and words[at].word in _QUANTIFIERS and not _is_theirs(words, at) else 0
    return 0


def _is_theirs(words: list[Token], i: int) -> bool:
    """Whether «این» says whose people they are: «مقام‌های این کشور», «کارشناسان این حوزه، …»."""
    if words[i].word not in DEMONSTRATIVES or i + 1 == len(words):
        return False
    return words[i + 1].word in PLACES or any(word.word in COMMAS for word in words[i + 2 : i + 4])


def _past_role(words: list[Token], comma: int) -> int:
    """The comma that ends a speaker: past the role between two («به گفته مینا رضوی، مدیر خانه نمایش، …»)."""
    if comma + 1 >= len(words) or not role_at(words, comma + 1) or role_at(words, 0):
        return comma
    for i in range(comma + 1, len(words)):
        if words[i].word in COMMAS:
            return i
        if is_finite(words[i].word) or words[i].word == "که":
            break
    return comma


def _past_place(words: list[Token]) -> int:
    """Past the country or city that ends the name of a body: «دولت آلمان», «دولت این کشور»."""
    known = LEXICON
    for i in range(1, min(9, len(words) - 1)):
        if words[i].word in known.places and words[i + 1].word not in ("و", "در", "به"):
            return i + 1
        if words[i].word == "این":  # not «به گفته مینا رضوی | بازسازی این پل …»
            if (
                i > 1 and words[i - 1].word in _ACTS and not is_body(words[i + 1].word)
            ):  # «از دیدگاه هیئت داوران | وجود این دو عنصر …»
                return i - 1
            return i + 2 if is_body(words[0].word) or is_person(words[0].word) or role_at(words, 0) else 0
    return 0


def _repeated(aligned: str, words: list[Token]) -> int:
    """The longest beginning of these words that the text uses elsewhere, too: the name of a person or a body."""
    best = 0
    for end in range(1, min(7, len(words))):
        phrase = aligned[words[0].start : words[end - 1].end]
        if aligned.find(phrase) == words[0].start and aligned.find(phrase, words[0].end) < 0:
            break
        best = end
    return 0 if best == 1 and words[0].word in SAYS_NOTHING else best  # «به گفته عضو | کمیسیون …»
