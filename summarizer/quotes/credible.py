"""Whether the words that name a speaker can be one: never a guess, so what fails here is shown as nobody.

A person's name, an office, a body, people. Which words those are is told by lists (``lexicon``, ``people``), by the shapes of
Persian names, and by what news prose uses as common words (``common_words.txt``). Lives here: one figure by itself.
"""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from summarizer.quotes.figures import Figure, mention_figure
from summarizer.quotes.lexicon import LEXICON, is_role
from summarizer.quotes.mentions import Mention
from summarizer.quotes.people import are_people, is_body, is_person, opens_group
from summarizer.quotes.words import ADVERBS, DEMONSTRATIVES, HARD_ADVERBS, PREPOSITIONS, PRONOUNS, Token, closed_class, is_finite

_MIN_BARE: Final = 3
_FAMILY_WORDS: Final = 2
_MOST_WORDS: Final = 3  # of a name without any given name that is known
_ALSO_WORDS: Final = closed_class("names that are also words")
_CUTS: Final = closed_class("cuts a name") | HARD_ADVERBS
_GIVEN_WORDS: Final = frozenset({"جان", "امین", "پری", "سر"})
_WORTHY: Final = "شایان"  # a given name, and «worth» before what is worth doing
_ONLY_GROUPS: Final = closed_class("people only as a group")
_PARTS: Final = closed_class("parts of family names")
_BARE_TITLES: Final = closed_class("titles that name nobody")
_HOLY: Final = closed_class("dead or holy before a name")
_NEVER: Final = PREPOSITIONS | PRONOUNS | DEMONSTRATIVES | ADVERBS | {"و", "که", "یا", "را"}
_ENDS_HERE: Final = HARD_ADVERBS | {"یکی", "و", "که", "("}
_POINTERS: Final = frozenset({"دیگر", "آخرین", "نخستین", "اولین", "تمام", "همه"})
_FAMILY_ENDINGS: Final = ("زاده", "پور", "نژاد", "منش", "وند", "نیا", "دوست", "خواه", "الله", "الدین", "السادات")
_GIVEN_HEADS: Final = ("محمد", "علی", "غلام", "امیر", "سید", "عبد")
_GIVEN_TAILS: Final = ("علی", "محمد", "رضا", "حسین", "خان", "بیگ")  # «یعقوبعلی», «محمدخان»
_DOTS: Final = frozenset(".…")
_MARKS: Final = frozenset("«“\"'‹ˈ")
_CLOSERS: Final = frozenset("»”\"'›ˈ-–")
_INFLECTIONS: Final = ("هایی", "های", "ها", "هایش", "اش", "شان", "مان", "تان", "ترین", "تر", "ای", "یی", "ی", "ش", "م", "ات")
_NO_NAME_ENDINGS: Final = ("تم", "دم", "تیم", "دیم", "ها", "های")  # «گفتم», «پرسیدیم», «گل‌ها»
_JOINED: Final = ("زیر", "با", "یک", "در", "بر", "به", "از", "هر", "ب")


@cache
def _common() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Common words: the frequent ones, those with the usual ones, and all."""
    often, usual, rare = (frozenset(part.split()) for part in " ".join(_lines("common_words.txt")).split(" / "))
    return often, often | usual, often | usual | rare


@cache
def _families() -> frozenset[str]:
    return frozenset(" ".join(_lines("family_names.txt")).split())


def _lines(name: str) -> list[str]:
    """A list whose words stand in it as ``Token.word`` has them."""
    return [line for line in (files("summarizer") / "data" / name).read_text("utf-8").splitlines() if not line.startswith("#")]


def credible(figure: Figure, often: Collection[str] = ()) -> Figure | None:
    """The figure with what is no part of its name cut off, or None when it cannot be a speaker.

    Args:
        figure: one that speaks, as the words at one place name it.
        often: phrases that name a speaker more than once in this text; such a one may be a name though its words are common.
    """
    if figure.anonymous:
        return figure if are_people([token.word for token in figure.role]) else None
    words = [token.word for token in figure.name]
    if figure.body:
        spoken = [word for word in words if word.isalpha()]
        return figure if _is_voice(spoken) and not (len(spoken) == 1 and spoken[0] in LEXICON.documents) else None
    if not words:
        return figure if figure.role else None
    if len(words) == 1 and words[0] in _POINTERS:
        return figure.named([]) if figure.role else None
    if _is_habitual(words, often, bounded=bool(figure.role)):
        return figure
    if len(words) == 1 and figure.role and figure.role[0].start == figure.name[0].end + 1 and is_common(words[0]):
        return None  # «اظهارنظر رئیس …»: an ezafe, where a comma would make it a name
    length = _name_length(tuple(words), bounded=bool(figure.role) or words[0] in _MARKS)
    if not length:
        return figure if not figure.role and _are_voices(words) else None
    return figure if length == len(words) else figure.named(figure.name[:length])


def sure_name(name: list[Token]) -> list[Token]:
    """A full name from which an object may run on, without the common words at its end («محمود عباس | سند وفاق را …»)."""
    end = len(name)
    while end > _FAMILY_WORDS and not _goes_on(name[end - 1].word):
        end -= 1
    return name[:end]


def may_be_proper(word: str) -> bool:
    """Whether a word may name a body that the text introduces («شرکت بوئینگ»): no frequent word («شرکت نفت»), no adjective."""
    return word not in _common()[0] and word not in _NEVER and word[-1] != "ی"


def can_speak(mention: Mention) -> bool:
    """Whether a mention names somebody who can speak; who is meant by a pronoun is not asked."""
    if mention.form != "nominal":
        return True
    words = tuple([token.word for token in mention.words])
    answer = _answers.get(words)
    if answer is None:
        if len(_answers) >= _MAX_ANSWERS:
            _answers.clear()
        answer = _answers[words] = credible(mention_figure(mention)) is not None
    return answer


def names_person(mention: Mention) -> bool:
    """Whether a mention is a person's name, as far as its words tell."""
    figure = mention_figure(mention) if mention.form == "nominal" else None
    return figure is not None and figure.is_person and credible(figure) is not None


_answers: dict[tuple[str, ...], bool] = {}  # an article names the same few people again and again
_MAX_ANSWERS: Final = 1 << 12


def _is_habitual(words: Sequence[str], often: Collection[str], *, bounded: bool) -> bool:
    """Whether a text names a speaker by these words again and again, and nothing else speaks against them."""
    if (
        " ".join(words) not in often
        or not 1 <= len(words) <= _MOST_WORDS
        or len(words[0]) < _MIN_BARE
        or any(word in _NEVER or not word.isalpha() for word in words)
        or (not is_known_name(words[-1]) and (words[-1].endswith(_NO_NAME_ENDINGS) or _is_things(words[-1])))
    ):
        return False
    return (bounded and len(words) > 1) or (words[0] not in _common()[0] and words[-1] not in _common()[0])


def _are_voices(words: Sequence[str]) -> bool:
    """Whether words that are no name are people or a body all the same («مردی», «سران باشگاه», «بی بی سی»)."""
    if len(words) == 1 and words[0] in _ONLY_GROUPS:
        return False
    return is_person(words[0]) or _is_voice(words)


def _is_voice(words: Sequence[str]) -> bool:
    """Whether a body's head can speak: an organisation, a paper, a document, a country, a group of people."""
    return any(is_body("".join(words[:count])) for count in range(1, min(3, len(words)) + 1)) or (
        bool(words) and opens_group(words, 0)
    )


@lru_cache(maxsize=1 << 13)
def _name_length(words: tuple[str, ...], *, bounded: bool) -> int:
    """How many of these words are a person's name, marks included; 0 where they are none.

    Args:
        words: those that stand where a name does.
        bounded: whether a role beside them shows where the name ends.
    """
    given = _titles(words)
    if words[1:2] == ("رغم",) or (given == 1 and words[0] in _GIVEN_WORDS and words[1:] and not bounded and not _goes_on(words[1])):
        return 0  # «علی رغم …», «جان خود»
    if words[0] == _WORTHY and words[1:] and is_common(words[1]) and not is_known_name(words[1]):
        return 0  # «شایان ذکر است که …»
    if given:
        end = _end_after(words, given, bounded=bounded)
        return end if any(word.isalpha() and word not in _BARE_TITLES for word in words[:end]) else 0
    if not words[0].isalpha() and words[0] not in _MARKS:
        return 0
    end = next(
        (i for i, word in enumerate(words) if i and (word in _CUTS or word in _NEVER or word == "(" or is_finite(word))), len(words)
    )
    letters = [word for word in words[:end] if word.isalpha()]
    if len(letters) > 1 and "".join(letters) in _families():
        return end  # «کی روش»
    if end < len(words) and words[end] != "(" and not all(map(is_known_name, letters)):
        return 0
    if len(letters) == 1:
        is_name = is_known_name(letters[0]) or (_is_told(letters[0]) if bounded else _is_bare_name(letters[0]))
        return end if is_name else 0
    if not bounded and letters and is_known_name(letters[0]) and is_common(letters[1]) and not _goes_on(letters[1]):
        return 1 + words.index(letters[0])
    return end if letters and _is_full_name(letters, bounded=bounded) else 0


def _titles(words: tuple[str, ...]) -> int:
    """How many honorifics and given names a name begins with."""
    i, known = 0, LEXICON
    while i < len(words) and (_is_title(words[i]) or (words[i] == "و" and words[i + 1 : i + 2] == ("المسلمین",))):
        i += 1
    if len(words) > i + 1 and words[i + 1] in ("الله", "الدین", "الاسلام"):
        return i + 2  # «قدرت الله»
    if i and all(word in known.honorifics for word in words[:i]) and i < len(words) and is_known_name(words[i]):
        return i + 1 if len(words) > i + 1 else i  # «سید سلمان ذاکر»: a given name that the list does not hold
    if not i and len(words) > 1 and words[0] in _ALSO_WORDS and (is_known_name(words[1]) or _is_title(words[1])):
        return 1
    return i if any(word.isalpha() for word in words[:i]) else 0


def _is_title(word: str) -> bool:
    known = LEXICON
    if word in known.given_names or word in known.honorifics or word in _HOLY or word in _MARKS or word == "المسلمین":
        return True
    return word.startswith("سید") and is_known_name(word)


def _end_after(words: Sequence[str], given: int, *, bounded: bool) -> int:
    """Where a name ends that begins with given names: a family name has two words at most, a third where it is surely a name."""
    most = _FAMILY_WORDS + all(word in LEXICON.honorifics for word in words[:given])
    rest = words[given + 1 :] if bounded else words[given:]
    if bounded and len(words) - given <= most and not any(word in _ENDS_HERE or word.isdigit() for word in rest):
        return len(words)
    end, letters = given, 0
    while (
        end < len(words)
        and (words[end].isalpha() or words[end] in _CLOSERS or _is_elided(words, end))
        and words[end] not in _CUTS
        and words[end] not in _NEVER
    ):
        letters = 0 if words[end] in _DOTS else letters + words[end].isalpha()
        if letters > 1 and (_is_things(words[end]) or _is_past_family_name(words, end)):
            break
        if letters > most and not (is_known_name(words[end]) or words[end] in _PARTS):
            break
        end += 1
    return end


def _is_elided(words: Sequence[str], i: int) -> bool:
    """Whether dots stand for the rest of «الله», as in «آیت‌ا... خامنه‌ای»."""
    before = next((word for word in reversed(words[:i]) if word not in _DOTS), "")
    return words[i] in _DOTS and before.endswith("ا")


def _is_past_family_name(words: Sequence[str], i: int) -> bool:
    """Whether a family name ends before a word: «مهدی امینی | سنگربان», but «جعفری دولت آبادی»."""
    joins = i + 1 < len(words) and words[i + 1] in _PARTS
    return words[i - 1] in _families() and len(words[i - 1]) > _MIN_BARE and not joins and not _goes_on(words[i])


def _is_things(word: str) -> bool:
    """Whether a word is a plural that no name holds («سازوکارهای», «اظهارات»)."""
    return word.endswith("های") or (word.endswith("ات") and not word.startswith("ال"))


def _goes_on(word: str) -> bool:
    """Whether a word may be the second of a family name («جوادی آملی», «سعیدی کیا»)."""
    return is_known_name(word) or word in _PARTS or not is_common(word) or word[-1] == "ی"


def _is_full_name(letters: Sequence[str], *, bounded: bool) -> bool:
    """Whether several words with no given name among the known ones are a name."""
    head, last = letters[0], letters[-1]
    if len(letters) > _MOST_WORDS or len(set(letters)) < len(letters) or any(word in _NEVER or word in _CUTS for word in letters):
        return False
    if last == "کنان":
        return False  # «هق‌هق کنان»
    if is_known_name(head) or head in _ALSO_WORDS:
        return bounded or is_known_name(last) or _goes_on(last)
    if head in _common()[0] or is_finite(head) or is_role(head) or is_person(head) or not (bounded or _is_bare_shape(head)):
        return False
    if bounded:
        return is_known_name(last) or last in _PARTS or last[-1] == "ی" or last not in _common()[0] or not is_common(head)
    if is_known_name(last):
        return head not in _common()[1]
    if last[-1] == "ی" and last not in _common()[2] and len(letters) == _FAMILY_WORDS:
        return head not in _common()[1] and (head in _common()[2] or not is_common(head))  # «نیکنام جدیدی»
    return not is_common(last) and not is_common(head)


def _is_told(word: str) -> bool:
    """Whether one word beside a role may be a family name, though prose knows it otherwise («مشتاق، کارگردان نمایش»)."""
    return word not in _common()[0] and word not in _NEVER and not is_person(word) and _is_bare_shape(word)


def _is_bare_name(word: str) -> bool:
    """Whether one word that no list holds may be a family name."""
    return not is_common(word) and len(word) >= _MIN_BARE and _is_bare_shape(word)


def _is_bare_shape(word: str) -> bool:
    """No verb's shape, no plural of things, no preposition joined to a common word, no abbreviation in small letters."""
    if (
        word.endswith(("یم", "تم", "دم", "ها", "کنان"))
        or (word[0] in "بن" and word.endswith(("ید", "ند")))
        or (word.isascii() and word.islower())
    ):
        return False
    return not any(word.startswith(head) and len(word) > len(head) + 1 and _is_prose(word[len(head) :]) for head in _JOINED)


def _is_prose(word: str) -> bool:
    return word in _NEVER or is_common(word)


@lru_cache(maxsize=1 << 13)
def is_known_name(word: str) -> bool:
    """Whether a word is a given name, a family name or a country's, or has a family name's ending."""
    known = LEXICON
    if word in _families() or word in known.given_names or word in known.capitals:
        return True
    if any(word.startswith(head) and word[len(head) :] in known.given_names for head in _GIVEN_HEADS) or word.startswith("عبدال"):
        return True
    if any(word.endswith(tail) and word[: -len(tail)] in known.given_names for tail in _GIVEN_TAILS):
        return True
    if word.startswith(("سید", "میر")) and len(word) > _MIN_BARE + 2 and is_known_name(word[3:]):
        return True
    return len(word) > _MIN_BARE + 2 and word.endswith(_FAMILY_ENDINGS) and word not in _common()[2]


@lru_cache(maxsize=1 << 13)
def is_common(word: str) -> bool:
    """Whether news prose uses a word, bare or inflected, as something other than a name."""
    if word in _common()[2] or is_role(word) or word in LEXICON.home or word in LEXICON.outlets:
        return True
    stems = (word[: -len(end)] for end in _INFLECTIONS if word.endswith(end) and len(word) - len(end) >= _MIN_BARE)
    return any(stem in _common()[2] or is_person(stem) for stem in stems)
