"""Where a noun phrase ends: the words that go on naming a speaker, and those that cannot.

Lives here: one phrase. Where it begins is read in ``openers``, what it is in ``subjects``.
"""

from typing import Final

from summarizer.quotes.lexicon import LEXICON, role_at
from summarizer.quotes.people import is_group, is_person
from summarizer.quotes.words import (
    ADVERBS,
    COMMAS,
    DEMONSTRATIVES,
    HARD_ADVERBS,
    OPENING,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    TIME_NOUNS,
    Token,
    closed_class,
    is_finite,
)

_MAX_WORDS: Final = 26
_BRACKETS: Final = frozenset("«“(»”)")
_DASHES: Final = frozenset("-–")
_MAY_GO_ON: Final = _DASHES | {"ولی", "دیگر", "از"}
_AFTER_GUARDIAN: Final = frozenset({"فقیه", "عصر", "امر"})  # «نماینده ولی فقیه»; otherwise «ولی» is «but»
_SOME: Final = frozenset({"یکی", "برخی", "بعضی", "تعدادی", "شماری", "گروهی", "عده‌ای"})
_HEADS_OF_NAMES: Final = frozenset({"پیش", "میان"})  # «پیش‌بین», its half-space turned to a space
_NEVER_WITHIN: Final = frozenset({"که", "را", "نیز", "هم", "چرا", "آیا", "چگونه", "چطور", "-", "–", ":", "؟", "!"})
_OCCASIONS: Final = closed_class("occasions")
_QUANTIFIERS: Final = closed_class("quantifiers")
_NUMBERS: Final = closed_class("numbers")
_PLACED: Final = frozenset({"منبع", "مقام", "دیپلمات", "آگاه", "ارشد", "بلندپایه"})
_COUNTS: Final = frozenset({"دو", "سه", "چهار", "پنج"})
_PARENTS: Final = frozenset({"مادر", "پدر"})
_ALSO_ADJECTIVES: Final = frozenset({"نامبرده", "موصوف"})  # «شرکت نامبرده»; alone they are pronouns
_ARTISTIC: Final = "هنری"  # in «فرهنگی- هنری»; also Henry
_OF_FRIDAY: Final = frozenset({"امام", "امامان", "ایمه", "خطیب", "خطبای", "نماز"})  # «ائمه جمعه», which is no time
PLACES: Final = frozenset({"کشور", "استان", "شهر", "شهرستان", "منطقه", "روستا", "محل"})
_SOME_OF: Final = frozenset({"گروه", "تیم", "دسته", "جمع"})
_OBJECT_WORDS: Final = 8
_OBJECTS: Final = closed_class("opens an object")
_ACTS: Final = closed_class("acts that are an object's head")
# Nouns inside a role or a body's name that take a preposition: «یکی از نمایندگان», «ستاد استقبال از بهار», «ستاد مبارزه با کرونا».
_GOVERNORS: Final = {word: closed_class(f"nouns that take {word}") for word in ("از", "با", "به", "بر", "در")}


def phrase_end(tokens: list[Token], start: int) -> int:
    """Index past the noun phrase that begins at ``start``."""
    i, depth, has_role, posted = start, 0, False, False
    known = LEXICON
    limit = min(len(tokens), start + _MAX_WORDS)
    if start < limit and tokens[start].word in PRONOUNS:
        return start + 1
    while i < limit:
        word = tokens[i].word
        if word in _BRACKETS:
            depth = max(0, depth + (1 if word in "«“(" else -1))
        elif depth == 0:
            if word in COMMAS:
                if not _apposition(tokens, start, i, has_role):
                    break
            elif word in _MAY_GO_ON and _goes_on(tokens, start, i, has_role):
                pass
            elif _stops(tokens, start, i, posted) or (i > start and not has_role and _ends_name(tokens, start, i)):
                break
            elif role_at(tokens, i):
                has_role = True
                posted = posted or word in known.posted_roles or word[:-1] in known.posted_roles
        i += 1
    return i


def _goes_on(tokens: list[Token], start: int, i: int, has_role: bool) -> bool:
    """Whether a word that usually ends a phrase does not end this one."""
    if tokens[i].word in _DASHES:
        return _between_dashes(tokens, start, i, has_role)
    if tokens[i].word == "ولی":
        return i > start and i + 1 < len(tokens) and tokens[i + 1].word in _AFTER_GUARDIAN
    return tokens[i].word in ("دیگر", "از") and _is_another(tokens, start, i)


def _is_another(tokens: list[Token], start: int, i: int) -> bool:
    """Whether this is «دیگر» or «از» of «یکی دیگر از ساکنان»."""
    at = i if tokens[i].word == "دیگر" else i - 1
    if at <= start or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].word in _SOME and tokens[at].word == "دیگر" and tokens[at + 1].word == "از"


def _between_dashes(tokens: list[Token], start: int, i: int, has_role: bool) -> bool:
    """Whether a name's role stands between this dash and another: «پرویز نیکان - رئیس انجمن فرهنگی- هنری نیلگون - گفت»."""
    if i == start or i + 1 == len(tokens):
        return False
    joined = has_role and joins_adjectives(tokens, i)
    if not opens_given_name(tokens, start):
        return joined
    if not joined and not role_at(tokens, i + 1):
        return False
    return any(token.word in _DASHES for token in tokens[i + 2 : i + _MAX_WORDS])


def joins_adjectives(tokens: list[Token], i: int) -> bool:
    """Whether the dash at ``i`` makes two adjectives one («فدراسیون پزشکی- ورزشی»); a name after it is a speaker's."""
    if not 0 < i < len(tokens) - 1 or (opens_given_name(tokens, i + 1) and tokens[i + 1].word != _ARTISTIC):
        return False
    return tokens[i - 1].word[-1] == tokens[i + 1].word[-1] == "ی"


def _stops(tokens: list[Token], start: int, i: int, posted: bool) -> bool:
    """Whether a word cannot belong to the phrase."""
    word = tokens[i].word
    if i > start and ((word in PRONOUNS and word not in _ALSO_ADJECTIVES) or _opens_object(tokens, i)):
        return True
    if word in _NEVER_WITHIN or (i > start and (word in PARTICIPLES or _opens_verb(tokens, i))):
        return True
    if word == "بین" and i + 1 < len(tokens) and tokens[i + 1].word.startswith("الملل"):
        return False
    if word in PREPOSITIONS:
        return not _belongs(tokens, start, i, posted)
    if word == "و":
        return i == start or i + 1 >= len(tokens) or tokens[i + 1].word in PREPOSITIONS or is_finite(tokens[i - 1].word)
    if i > start and i + 1 < len(tokens) and tokens[i + 1].word in TIME_NOUNS and (word.isdigit() or word in _NUMBERS):
        return True
    if i > start and i + 1 < len(tokens) and (word == "یک" or _counts_children(tokens, i)):
        return False  # «سخنگوی یک مرکز خرید»; a time has been ruled out
    if word == "جمعه" and tokens[i - 1].word in _OF_FRIDAY:
        return False
    if word in HARD_ADVERBS or (word in ADVERBS and not opens_given_name(tokens, i) and i > start):
        return True
    return is_finite(word) and i > start


def _counts_children(tokens: list[Token], i: int) -> bool:
    """Whether this is the number of «مادر دو فرزند»."""
    return tokens[i].word in _COUNTS and tokens[i - 1].word in _PARENTS and is_person(tokens[i + 1].word)


def _opens_object(tokens: list[Token], i: int) -> bool:
    """Whether an object begins at this word: «… | نقش او را», «مدیرکل راه استان اصفهان | حضور پلیس را», «… | این کار را»."""
    word, before = tokens[i].word, tokens[i - 1].word
    if word == "این" and i > 1 and i + 2 < len(tokens) and not role_at(tokens, i - 1):
        thing = tokens[i + 1].word  # «دولت این کشور را» is all object
        return any(token.word == "را" for token in tokens[i + 2 : i + 4]) and thing not in PLACES and not _is_body(thing)
    return (word in _OBJECTS and before not in DEMONSTRATIVES) or (word in _ACTS and before in LEXICON.places)


def _ends_name(tokens: list[Token], start: int, i: int) -> bool:
    """Whether a word ends a phrase that has no role yet: «این» where no body is named, «تحت» after a given name."""
    if tokens[i].word == "تحت":
        return opens_given_name(tokens, start)
    return tokens[i].word in ("این", "آن") and not _is_body(tokens[start].word)


def _opens_verb(tokens: list[Token], i: int) -> bool:
    """Whether a verb begins here whose half-space has turned to a space: «می خوانند»."""
    word = tokens[i].word
    return word in ("می", "نمی") and (i + 1 == len(tokens) or is_finite(word + tokens[i + 1].word))


def _is_body(word: str) -> bool:
    known = LEXICON
    return word in known.bodies or word in known.media or word in known.documents


def _belongs(tokens: list[Token], start: int, i: int, posted: bool) -> bool:
    """Whether a prepositional phrase is part of the role («سفیر ایران در روسیه», «یکی از نمایندگان»)."""
    if i == start or i + 1 >= len(tokens):
        return False
    if i <= start + 2 and tokens[start + 1].word in _HEADS_OF_NAMES and start + 3 < len(tokens) and role_at(tokens, start + 3):
        return opens_given_name(tokens, start)
    if tokens[i - 1].word in _GOVERNORS.get(tokens[i].word, ()):
        return True
    if tokens[i].word == "در" and tokens[i + 1].word == "حال":
        return i + 2 < len(tokens) and tokens[i + 2].word in ("توسعه", "رشد")
    if tokens[i].word == "از" and tokens[start].word == "یک" and tokens[i - 1].word in _SOME_OF:
        return True  # «یک گروه از دانشمندان», but «این گروه از مردم خواست»
    if tokens[i].word == "در" and tokens[start].word == "یک" and tokens[i - 1].word in _PLACED and _is_body(tokens[i + 1].word):
        return True  # «یک منبع در دولت …»
    if tokens[i].word in ("در", "برای", "نزد"):
        return posted and tokens[i + 1].word not in _OCCASIONS and not any(t.word == tokens[i].word for t in tokens[start:i])
    return False


def _apposition(tokens: list[Token], start: int, comma: int, has_role: bool) -> bool:
    """Whether what follows a comma goes on naming the same speaker: a role after a name, a name after a role, one role more."""
    i = comma + 1
    known = LEXICON
    while i < len(tokens) and tokens[i].word in OPENING:
        i += 1
    if i >= len(tokens):
        return False
    word = tokens[i].word
    if role_at(tokens, i) or word in known.honorifics:
        return True
    if opens_given_name(tokens, start) and is_person(word) and not is_group(word):
        return True  # «مینا رضوی، زلزله‌شناس، …»
    if word == "یکی" and i + 1 < len(tokens) and tokens[i + 1].word == "از":
        return True
    if word in known.given_names and has_role:
        return True
    return has_role and _continues_list(tokens, i)


def _continues_list(tokens: list[Token], i: int) -> bool:
    """A role's own commas: «رئیس موزه، کتابخانه و مرکز اسناد …»: a word or two, then «و»; no new object, which «را» would end."""
    if tokens[i].word in _QUANTIFIERS or any(token.word == "را" for token in tokens[i : i + _OBJECT_WORDS]):
        return False
    if tokens[i].word[-1] == tokens[i - 2].word[-1] == "ی" and _is_qualified(tokens, i + 1):
        return True  # «معاون سیاسی، امنیتی استانداری …»
    for j in range(i + 1, min(i + 4, len(tokens))):
        if tokens[j].word == "و":
            return not is_finite(tokens[j - 1].word) and tokens[i].word not in PREPOSITIONS and tokens[i].word not in ADVERBS
        if tokens[j].word in PREPOSITIONS or tokens[j].word in COMMAS:
            return False
    return False


def _is_qualified(tokens: list[Token], i: int) -> bool:
    """Whether a noun stands here that an adjective before it may go with in a role."""
    word = tokens[i].word if i < len(tokens) else ""
    return word.isalpha() and word not in PREPOSITIONS and word not in ADVERBS and word not in PRONOUNS and not is_finite(word)


def opens_given_name(tokens: list[Token], i: int) -> bool:
    """Whether a word is a given name."""
    return tokens[i].word in LEXICON.given_names
