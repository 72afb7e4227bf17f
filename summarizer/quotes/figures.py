"""A figure of the article: a person, an office or a body that speaks, read out of the words that name it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, final

from summarizer.quotes.lexicon import LEXICON, SECOND_HALVES, is_role, role_at
from summarizer.quotes.mentions import Mention
from summarizer.quotes.people import is_group, is_person
from summarizer.quotes.phrases import joins_adjectives
from summarizer.quotes.words import ADVERBS, CLOSING, COMMAS, OPENING, PREPOSITIONS, Token, closed_class, is_finite

_ANONYMOUS: Final = closed_class("anonymous")
_NOT_A_NAME: Final = closed_class("dead or holy before a name")
# What is often named after a person, who is then not the speaker: «دانشگاه علامه طباطبایی», «واحد آیت‌الله آملی».
_NAMED_AFTER: Final = closed_class("named after a person")
_OUTLET_WORDS: Final = closed_class("outlets that are also words")
_NUMBERS: Final = closed_class("numbers")
_RELATIVES: Final = closed_class("roles that are somebody's")
_RELATIVE_WORDS: Final = 3
_NAME_ENDINGS: Final = frozenset({"پور", "زاده", "نیا", "نژاد", "منش", "فرد"})  # of a family name, parted from it by a space
_BEFORE_FAMILY: Final = 3  # words
_KING: Final = "شاه"  # a role, or a part of a family name
_NO_ENDS: Final = frozenset({"", "(", "-", "–", "_", "و", "همچنین", "نیز"})  # a tatweel for a dash has no letters
_MAX_NAME: Final = 6
_MUSLIMS: Final = "المسلمین"
_MIN_CALLING: Final = 7  # letters


@final
class Figure:
    """One who speaks.

    Args:
        name: the name's tokens, without the marks around them.
        role: the role's tokens.
        body: whether it is an organisation, a paper or a document.
        anonymous: whether it stands for nobody in particular («یک کارشناس», «برخی»).
        place: offset of the words it was read from.

    Besides:
        alias: the person whose office this is, once that is known.
        shared: whether this is a family name that two people of the text bear, so that nobody knows which of them is meant.
        described: whether the text says who a name without a role is in words that are no office («صیادی که …»).
    """

    __slots__ = ("alias", "anonymous", "body", "described", "name", "place", "role", "shared")

    def __init__(
        self, name: list[Token], role: list[Token], *, body: bool = False, anonymous: bool = False, place: int = 0
    ) -> None:
        self.name = name
        self.role = role
        self.body = body
        self.anonymous = anonymous
        self.place = place
        self.alias: Figure | None = None
        self.shared = self.described = False

    def named(self, name: list[Token]) -> "Figure":
        """The same figure with another name."""
        other = Figure(name, self.role, body=self.body, anonymous=self.anonymous, place=self.place)
        other.alias, other.shared, other.described = self.alias, self.shared, self.described
        return other

    @property
    def name_words(self) -> tuple[str, ...]:
        """The name for comparison: no honorifics, no marks, no «سید» joined to a given name."""
        return _compared(tuple([token.word for token in self.name]))

    @property
    def is_person(self) -> bool:
        """Whether it is a person with a name."""
        return bool(self.name) and not self.body and not self.anonymous


@lru_cache(maxsize=1 << 13)
def _compared(words: tuple[str, ...]) -> tuple[str, ...]:
    honorifics = LEXICON.honorifics
    return tuple(_plain(word) for word in words if word not in honorifics and word.isalnum()) or words


def _plain(word: str) -> str:
    return word[3:] if word.startswith("سید") and word[3:] in LEXICON.given_names else word


def read_figure(words: tuple[Token, ...] | list[Token]) -> Figure:
    """Split the words that name a speaker into name and role.

    Args:
        words: the tokens of a nominal mention.

    Returns:
        The figure they describe.
    """
    words = _stripped(list(words))
    head = next((token.word for token in words if token.word.isalnum()), "")
    if _is_group(words, head):
        return Figure(words, [], body=True, place=words[0].start)
    place = words[0].start if words else 0
    known = LEXICON
    if head in known.media or head in known.documents or head in known.bodies or _is_outlet(words, head) or _is_programme(words):
        return Figure(words, [], body=True, place=place)
    if head in _ANONYMOUS:
        return Figure([], words, anonymous=True, place=place)
    first = next((i for i in range(len(words)) if _opens_role(words, i)), None)
    member = next((i for i in range(1, len(words) - 1) if words[i].word == "یکی" and words[i + 1].word in ("از", "دیگر")), None)
    if member is not None and (first is None or member < first):
        first = member  # «بهرام امیری، یکی از اعضای …»
    if first is None:
        first = next((i for i in range(2, len(words)) if _is_calling(words, i)), None)  # «بهرام امیری پرنده‌شناس»
    if first is None:
        return Figure(_ageless(_stripped(words[: _marked_name(words) or _name_limit(words)])), [], place=place)
    if first > 0 and len(words[:first]) <= _MAX_NAME + 3:
        role = [] if _are_others(words, first) else _stripped(_one_person_s(words[first:]))
        return Figure(_ageless(_stripped(words[:first])), role, place=place)
    name = _name_after(words)
    if name is None:
        return Figure([], words, place=place)
    if 0 < name[0] < name[1] < first and words[name[1]].word not in COMMAS:
        return Figure(words, [], place=place)  # so far before a role nothing is a name: «کاهش متوسط عمر درختان و … مادران»
    return Figure(_stripped(words[name[0] : name[1]]), _stripped(words[: name[0]] or words[name[1] :]), place=place)


def _are_others(words: list[Token], first: int) -> bool:
    """Whether several people stand right behind one name: «رضوی اعضای شورا | را ستود» gives her no role."""
    alone = words[first - 1].word not in COMMAS and all(word.word != "و" for word in words[:first])
    return alone and (is_group(words[first].word) or words[first].word.startswith("اعضا"))


def _opens_role(words: list[Token], i: int) -> bool:
    """Whether a role begins at a word: one of the list, or after a comma any noun for a person («مینا رضوی، زلزله‌شناس»)."""
    if role_at(words, i):
        return not _is_title(words, i) and not _is_family_name(words, i)
    return i > 0 and words[i - 1].word in COMMAS and is_person(words[i].word) and not is_group(words[i].word)


def _is_programme(words: list[Token]) -> bool:
    """Whether this is a body of the United Nations that calls itself a programme: «برنامه جهانی غذا»."""
    return bool(words) and words[0].word == "برنامه" and "".join(token.word for token in words[:3]) in LEXICON.bodies


def _ageless(name: list[Token]) -> list[Token]:
    """A name without the age after it: «نیکان ۵۲ ساله»."""
    return name[:-2] if len(name) > 2 and name[-1].word == "ساله" and name[-2].word.isdigit() else name


def _is_outlet(words: list[Token], head: str) -> bool:
    """Whether a phrase is an outlet's name; one that is a word, too, only alone or before «آنلاین» («جوان», not «جوان سپاهان»)."""
    if head not in LEXICON.outlets:
        return any("".join(word.word for word in words[:count]) in LEXICON.outlets for count in (2, 3) if count <= len(words))
    return head not in _OUTLET_WORDS or len(words) == 1 or words[1].word in ("آنلاین", "نیوز")


def _is_group(words: list[Token], head: str) -> bool:
    """Whether a phrase is several people («هواداران سوکی», «شاهدان و کارشناسان»), who are no person with a name."""
    known = LEXICON
    if len(words) < 2 or head in known.given_names or head in _ANONYMOUS or is_role(head):
        return False
    return is_group(head) and not any(token.word in known.given_names or token.word in COMMAS for token in words)


def _name_limit(words: list[Token]) -> int:
    """How many words a name takes that begins with a given name and then runs on: two past the given names, and its mark."""
    lead = next((i for i in range(len(words)) if not _leads(words, i)), len(words))
    if not lead or len(words) <= _MAX_NAME:
        return len(words)
    end = lead + 2
    return end + (end < len(words) and words[end].word in CLOSING)


def _leads(words: list[Token], i: int) -> bool:
    """Whether a word stands before a family name: a given name, an honorific or a part of one, the mark that opens the name."""
    word, known = words[i].word, LEXICON
    if _MUSLIMS in (word, words[min(i + 1, len(words) - 1)].word):
        return i > 0  # «حجت‌الاسلام و المسلمین»
    return word in known.given_names or word in known.honorifics or (i > 0 and word in OPENING)


def _one_person_s(role: list[Token]) -> list[Token]:
    """A role without a second person joined to it by «و»: «دبیر انجمن و مهدی کریمی رئیس …»."""
    known = LEXICON
    for i in range(1, len(role) - 2):
        if role[i].word == "و" and role[i + 1].word in OPENING:
            return role[:i]
        named = role[i + 1].word in known.honorifics or (
            role[i + 1].word in known.given_names and not _is_body_word(role[i + 2].word)
        )
        if role[i].word == "و" and named and any(role_at(role, j) for j in range(i + 3, len(role))):
            return role[:i]
    return role


def _is_calling(words: list[Token], i: int) -> bool:
    """Whether a word after a full name says what somebody does, though it opens no role in any list («پرنده‌شناس»)."""
    word = words[i].word
    return len(word) > _MIN_CALLING and is_person(word) and not is_group(word) and words[0].word in LEXICON.given_names


def _marked_name(words: list[Token]) -> int:
    """How many words a name in marks takes, marks included; 0 where none opens the phrase."""
    if not words or words[0].word not in OPENING:
        return 0
    end = next((i + 1 for i in range(2, min(len(words), _MAX_NAME)) if words[i].word in CLOSING), 0)
    while end and end < len(words) and words[end].word in CLOSING:
        end += 1  # «''X''»
    return end


def _is_title(words: list[Token], i: int) -> bool:
    """Whether a word that may be a role is an honorific here: «استاد احمد منزوی», «امیر …» as a given name."""
    word = words[i].word
    known = LEXICON
    if word == _KING and i and words[i - 1].word in known.given_names:
        return i + 1 < len(words) and words[i + 1].word in known.given_names  # «محسن شاه علی»
    if word not in known.honorifics and word not in known.given_names:
        return False
    return i + 1 < len(words) and (words[i + 1].word in known.given_names or (i == 0 and words[i + 1].word in OPENING))


def _is_family_name(words: list[Token], i: int) -> bool:
    """Whether a word that may be a role ends a name, alone or with an ending: «جواد امام», «نادر قاضی پور»."""
    joins = i + 1 < len(words) and words[i + 1].word in _NAME_ENDINGS
    ends = i + 1 == len(words) or words[i + 1].word in COMMAS or words[i + 1].word in CLOSING or role_at(words, i + 1)
    if not joins and not (ends and i):
        return False
    return i <= _BEFORE_FAMILY and all(_is_given(words, j) or words[j].word in OPENING for j in range(i))


def _is_given(words: list[Token], i: int) -> bool:
    """Whether a word is a given name, an honorific, or either part of a name such as «حجت الله»."""
    word, known = words[i].word, LEXICON
    return word in known.given_names or word in known.honorifics or word in SECOND_HALVES or words[i + 1].word in SECOND_HALVES


def _name_after(words: list[Token]) -> tuple[int, int] | None:
    """Where a name stands after a role: past a comma, in marks, or from a given name on."""
    known = LEXICON
    for i in range(1, len(words)):
        word, before = words[i].word, words[i - 1].word
        opens = word in known.given_names or word in known.honorifics
        if before == "و" or before in _NUMBERS or (before in "-–" and joins_adjectives(words, i - 1)):
            continue  # «کمیسیون توسعه و عمران …», «سی امین …», «فرهنگی- هنری»: words that are names elsewhere
        if before not in COMMAS and i <= _RELATIVE_WORDS and words[0].word in _RELATIVES:
            continue  # «وکیل مدافع ریحانه …», «همسر مینا …»: the name is another's
        if opens and words[i + 1 :] and _is_body_word(words[i + 1].word):
            continue  # «کمیسیون عمران مجلس»
        if opens and word not in _NOT_A_NAME and before not in _NOT_A_NAME and before not in _NAMED_AFTER and i + 1 < len(words):
            end = _name_end(words, i)
            if end - i >= 2 and not any(token.word in known.bodies for token in words[i:end]):
                return i, end  # but «معاون عمران روستایی بنیاد مسکن …» names nobody
        if word in '«"“' and before not in known.media and before not in known.bodies:
            close = next((j for j in range(i + 1, len(words)) if words[j].word in '»"”'), None)
            if close is not None and 2 <= close - i - 1 <= 4 and close == len(words) - 1:
                return i, close + 1
    return None


def _is_body_word(word: str) -> bool:
    known = LEXICON
    return word in known.bodies or word in known.media or word in known.places


def _name_end(words: list[Token], i: int) -> int:
    end = i
    while (
        end < len(words)
        and end - i < _MAX_NAME
        and words[end].word not in COMMAS
        and words[end].word not in "()«»و"
        and not is_role(words[end].word)
    ):
        end += 1
    return end


def _stripped(words: list[Token]) -> list[Token]:
    """The words without commas at the edges and without marks that enclose all of them."""
    words = list(words)
    while words and (
        words[-1].word in COMMAS
        or words[-1].word in _NO_ENDS
        or _is_stray(words, words[-1].word, CLOSING, OPENING)
        or (words[-1].word == ")" and all(token.word != "(" for token in words))
    ):
        words.pop()
    while words and (words[0].word in COMMAS or words[0].word in ")-–" or _is_stray(words, words[0].word, OPENING, CLOSING)):
        del words[0]
    if (
        len(words) > 2
        and words[0].word in OPENING
        and words[-1].word in CLOSING
        and not any(t.word in CLOSING for t in words[1:-1])
    ):
        words = words[1:-1]
    return words


def _is_stray(words: list[Token], mark: str, kind: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a mark at the edge has no partner."""
    marks = [token.word for token in words if token.word in kind or token.word in other]
    return mark in kind and len(marks) == 1


def is_name_like(word: str) -> bool:
    """Whether a word may stand in a person's name."""
    return word.isalpha() and not is_finite(word) and word not in PREPOSITIONS and word not in ADVERBS and not is_role(word)


def mention_figure(mention: Mention) -> Figure:
    """The figure a nominal mention describes; which of its words are name and role is read once for all mentions of these words."""
    words = mention.words
    key = tuple([token.word for token in words])
    shape = _shapes.get(key)
    if shape is None:
        figure = read_figure(words)
        if len(_shapes) >= _MAX_SHAPES:
            _shapes.clear()
        _shapes[key] = _shape(words, figure)
        return figure
    name, role, first, body, anonymous = shape
    return Figure(list(words[name]), list(words[role]), body=body, anonymous=anonymous, place=words[first].start)


_Shape = tuple[slice, slice, int, bool, bool]
_shapes: dict[tuple[str, ...], _Shape] = {}  # an article names the same few people again and again
_MAX_SHAPES: Final = 1 << 12


def _shape(words: Sequence[Token], figure: Figure) -> _Shape:
    """Where in a mention its name and its role stand, and where it begins."""
    starts = [token.start for token in words]
    first = starts.index(figure.place) if figure.place in starts else 0
    return _stretch(starts, figure.name), _stretch(starts, figure.role), first, figure.body, figure.anonymous


def _stretch(starts: list[int], part: list[Token]) -> slice:
    first = starts.index(part[0].start) if part else 0
    return slice(first, first + len(part))


def ends_name(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one name is the other or its last words, however either is split («مهین دخت آرام», «مهیندخت آرام»).

    Args:
        short: the words of a name.
        long: those of another.
    """
    joined = "".join(short)
    return bool(joined) and any("".join(long[i:]) == joined for i in range(len(long)))
