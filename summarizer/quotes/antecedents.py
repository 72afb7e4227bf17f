"""The person «او» points back to when it is not the one who spoke last, read in the sentences before it."""

from collections.abc import Collection
from typing import Final

from summarizer.quotes.credible import credible, sure_name
from summarizer.quotes.figures import Figure, is_name_like, read_figure
from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.offices import is_one
from summarizer.quotes.people import opens_group
from summarizer.quotes.phrases import phrase_end
from summarizer.quotes.pointers import sure_role
from summarizer.quotes.subjects import read_subject
from summarizer.quotes.words import OPENING, PRONOUNS, Token, closed_class, is_finite, tokens

_MAX_LOOK_BACK: Final = 700
_SHORT_ROLE: Final = 2
_MAX_PRONOUNS: Final = 3
_MAX_HEADINGS: Final = 2
_HEADING_WORDS: Final = 12
_STOPS: Final = ".!؟:؛»"
_ASKS: Final = closed_class("asks in an interview")
_CONFESSIONS: Final = ("در اعترافاتش", "در اعترافات خود", "در بازجویی")
_ACCUSED: Final = frozenset({"متهم", "قاتل", "سارق", "راننده", "مظنون"})
_CONFESSION_CHARS: Final = 40


def antecedent(aligned: str, floor: int, pronoun: int, *, known: bool, heard: Collection[str] = ()) -> Figure | None:
    """The person a pronoun points back to when it is not the one who spoke last.

    Args:
        aligned: the aligned text.
        floor: offset past the quotation before the pronoun.
        pronoun: offset of the pronoun.
        known: whether somebody has spoken before; then only the subject of the sentence right before the pronoun counts.
        heard: the last words of the names of those who have spoken; such a word is a name wherever it stands.

    Returns:
        The person, or None.
    """
    start = max(floor, pronoun - _MAX_LOOK_BACK)
    words = _told_before(aligned, start, pronoun)
    subject = _subject(aligned, words, heard)
    if subject is not None and subject.name:
        return subject
    places = [i for i in range(len(words) - 1) if _opens_name(words, i) and _is_subject(words, i)]
    before = words
    if not places and not known:
        words = tokens(aligned, start, pronoun)
        places = [i for i in range(len(words) - 1) if _opens_name(words, i) and _may_head(aligned, words, i)]
        places = [] if _are_two(words, places) else places
    if not places:
        return subject
    stop = phrase_end(words, places[-1])
    figure = read_figure(words[places[-1] : stop])
    return figure if figure.is_person and not _names_another(before, figure) else None


def _told_before(aligned: str, floor: int, pronoun: int) -> list[Token]:
    """The sentence before a pronoun's own; where that begins with a pronoun, too, the one before it."""
    start, end = _last_sentence(aligned, floor, pronoun), pronoun
    for _ in range(_MAX_PRONOUNS):
        words = tokens(aligned, start, end)
        if start == floor or not words or words[0].word not in PRONOUNS:
            break
        start, end = _last_sentence(aligned, floor, start), start
    return words


def other_people(aligned: str, start: int, end: int, last: Figure | None) -> bool:
    """Whether other people than those who spoke last have been told of between two offsets; then nobody knows who «آنها» are."""
    words = [token.word for token in tokens(aligned, start, end)]
    own = {token.word for token in (*last.name, *last.role)} if last is not None else set()
    return any(opens_group(words, i) and words[i] not in own for i in range(len(words)))


def is_told_of(aligned: str, end: int, last: Figure) -> bool:
    """Whether a pronoun that ends at an offset confesses («وی در اعترافاتش گفت») after words of somebody in office."""
    after = aligned[end : end + _CONFESSION_CHARS].partition(":")[0]
    if not last.role or not any(words in after for words in _CONFESSIONS):
        return False
    return all(token.word not in _ACCUSED for token in last.role)


def _subject(aligned: str, words: list[Token], heard: Collection[str]) -> Figure | None:
    """The person a sentence is about, where his name opens it: a given name, marks around it, «که» after it, or heard before."""
    mention = read_subject(words, 0, heard) if words else None
    if mention is None or mention.form != "nominal":
        return None
    figure = read_figure(mention.words)
    if figure.role and not figure.name and not figure.anonymous:
        return _office(aligned, figure, loose=mention.loose)
    sure = credible(figure) if figure.is_person else None
    if sure is None:
        return None
    figure = sure
    after = next((token.word for token in words if token.start >= mention.end), "")
    if mention.loose or (len(figure.role) > _SHORT_ROLE and is_finite(after)):
        figure.role = sure_role(aligned, figure.role) if figure.role else []
        figure.name = figure.name if figure.role else sure_name(figure.name)
    known = LEXICON
    named = mention.words[0].word in OPENING or any(t.word in known.given_names or t.word in known.honorifics for t in figure.name)
    if named and (figure.role or len(figure.name) > 1):
        return figure
    return figure if after == "که" or figure.name[-1].word in heard else None


def _office(aligned: str, figure: Figure, *, loose: bool) -> Figure | None:
    """The holder of an office as what a sentence is about; nobody where an object may run on from it."""
    if not role_at(figure.role, 0) or figure.role[0].word in _ASKS:
        return None
    role = sure_role(aligned, figure.role) if loose else figure.role
    office = Figure([], role, place=figure.place)
    return office if role and is_one(office) else None


def _names_another(words: list[Token], figure: Figure) -> bool:
    """Whether a sentence names somebody else («… نگرانی فرمانده، سپهبد نیکان است. وی …»), and no earlier one is meant."""
    known = LEXICON
    named = any(word.word in known.honorifics or word.word in known.given_names for word in words)
    return named and figure.name[-1].word not in [word.word for word in words]


def _are_two(words: list[Token], places: list[int]) -> bool:
    """Whether the names at these places are not all one person's: then nobody knows whom «او» means."""
    return len({words[i + 1].word for i in places}) > 1


def _last_sentence(aligned: str, floor: int, pronoun: int) -> int:
    """Where the sentence before the pronoun's own begins, headings not counted; the pronoun's own where none stands before it."""
    own = at = max(floor, aligned.rfind(". ", floor, pronoun) + 1, aligned.rfind("\n", floor, pronoun) + 1)
    for _ in range(_MAX_HEADINGS):
        end = len(aligned[floor:at].rstrip(" \u200c\n.")) + floor
        if end <= floor:
            break
        own = at = max(floor, aligned.rfind(". ", floor, end) + 1, aligned.rfind("\n", floor, end))
        if aligned.count(" ", at, end) >= _HEADING_WORDS or not aligned.startswith("\n", end) or aligned[end - 1] in _STOPS:
            break
    return own


def _opens_name(words: list[Token], i: int) -> bool:
    known = LEXICON
    if words[i].word not in known.given_names or not is_name_like(words[i + 1].word):
        return False
    return i == 0 or (words[i - 1].word not in known.given_names and words[i - 1].word not in ("امام", "شهید"))


def _may_head(aligned: str, words: list[Token], i: int) -> bool:
    """Whether a name may be what a sentence is about: at its head, past a comma or an outlet, or with «که» after it."""
    known = LEXICON
    if any(word.word == "که" for word in words[i + 2 : i + 6]):
        return True
    while i and (words[i - 1].word in known.honorifics or words[i - 1].word in OPENING):
        i -= 1
    if not i or aligned[max(0, words[i].start - 4) : words[i].start].rstrip(" \u200c")[-1:] in ("\n", ""):
        return True
    before = words[i - 1].word
    return before in ".،:؛!؟)" or before == "را" or before in known.outlets or before in known.media


def _is_subject(words: list[Token], i: int) -> bool:
    """Whether a name stands where a subject does: at the head of its sentence, or after an object with «را»."""
    return i == 0 or words[i - 1].word in (".", "را") or (words[i - 1].word in OPENING and i > 1 and words[i - 2].word == ".")
