"""What stands before a subject and is no part of it: connectives, credits, datelines, times, prepositional phrases."""

from typing import Final

from summarizer.quotes.lexicon import LEXICON, SECOND_HALVES, role_at
from summarizer.quotes.people import is_body, is_person
from summarizer.quotes.phrases import joins_adjectives, opens_given_name
from summarizer.quotes.strangers import own_phrase
from summarizer.quotes.words import (
    ADVERBS,
    CLOSING,
    COMMAS,
    HARD_ADVERBS,
    MONTHS,
    OPENING,
    PREPOSITIONS,
    PRONOUNS,
    TIME_NOUNS,
    Token,
    closed_class,
)

_OCCASIONS: Final = closed_class("occasions")
_MEETINGS: Final = closed_class("meetings")  # nobody's own: «در ادامه جلسه | مینا رضوی گفت», but «دیدار مینا رضوی»
_HOLY: Final = closed_class("dead or holy before a name")
_NOT_BEFORE_NAME: Final = _HOLY | closed_class("named after a person")
_CREDIT_WORDS: Final = 12
_LONG_CREDIT: Final = 18  # words of «به گزارش … به نقل از روابط عمومی …» before a name
_ROLE_WORDS: Final = 14  # between two dashes
_SHORT: Final = {"این": 3, "همین": 3, "آن": 3}
_ALSO: Final = frozenset({"نیز", "هم", "همچنین"})
_COUNTS: Final = frozenset({"سه", "چهار", "پنج", "چند"})
_TURNS: Final = frozenset({"بار", "باره"})
_PAIRS: Final = frozenset({("چرا", "که"), ("هر", "چند")})
_FIXED: Final = (
    ("پیش", "از", "این"),
    ("پیش", "از", "آن"),
    ("قبل", "از", "این"),
    ("بعد", "از", "این"),
    ("پس", "از", "آن"),
    ("پس", "از", "این"),
    ("علاوه", "بر", "این"),
    ("از", "سوی", "دیگر"),
    ("از", "این", "رو"),
    ("از", "طرف", "دیگر"),
    ("از", "سویی"),
    ("از", "طرفی"),
    ("در", "روزهای", "اخیر"),
    ("در", "سالهای", "اخیر"),
    ("در", "ماههای", "اخیر"),
    ("در", "هفتههای", "اخیر"),
    ("در", "ادامه"),
    ("در", "پایان"),
    ("در", "مجموع"),
    ("در", "نهایت"),
    ("در", "عوض"),
    ("در", "نقطه", "مقابل"),
    ("در", "مقابل"),
    ("برای", "مثال"),
    ("برای", "نمونه"),
    ("به", "عنوان", "مثال"),
    ("به", "عنوان", "نمونه"),
    ("به", "طور", "مثال"),
    ("به", "تازگی"),
    ("به", "علاوه"),
    ("با", "این", "حال"),
    ("با", "این", "وجود"),
    ("به", "این", "ترتیب"),
)
_NOTES: Final = (
    ("گفتنی", "است"),
    ("شایان", "ذکر", "است"),
    ("شایان", "توجه", "است"),
    ("قابل", "ذکر", "است"),
    ("لازم", "به", "ذکر", "است"),
    ("لازم", "به", "یادآوری", "است"),
    ("لازم", "به", "توضیح", "است"),
)


def skip_openers(tokens: list[Token], i: int) -> int:
    """Past connectives, credits («به گزارش …،»), adverbials and datelines to where a subject may begin."""
    i += _note(tokens, i)
    while i < len(tokens):
        word = tokens[i].word
        if (
            word in COMMAS
            or word in "-–—:.)•*"
            or word in HARD_ADVERBS
            or word.isdigit()
            or (word in MONTHS and i and tokens[i - 1].word.isdigit())
            or _is_ago(tokens, i)
        ):
            i += 1
        elif (word in _SHORT and tokens[i + 1 : i + 2] and tokens[i + 1].word in _TURNS) or (
            tokens[i + 1 : i + 2] and (word, tokens[i + 1].word) in _PAIRS
        ):
            i += 2
        elif word == "(":
            i = _past_bracket(tokens, i)
        elif word in PREPOSITIONS:
            i = _past_phrase(tokens, i)
        elif word in ADVERBS and i + 1 < len(tokens) and not _opens_phrase(tokens, i):
            i += 1
        else:
            dateline = _past_dateline(tokens, i)
            if dateline == i:
                break
            i = dateline
    return i


def _note(tokens: list[Token], i: int) -> int:
    """How many words «گفتنی است» and its like take, which a writer sets before a sentence."""
    words = tuple(token.word for token in tokens[i : i + 4])
    return next((len(note) for note in _NOTES if words[: len(note)] == note), 0)


def _opens_phrase(tokens: list[Token], i: int) -> bool:
    """Whether a word that may tell a time opens a noun phrase here: a given name, or «یک کارشناس»."""
    word, after = tokens[i].word, tokens[i + 1].word
    if word in ("یک", "دو"):
        return after not in TIME_NOUNS
    if word in _COUNTS:  # «سه نماینده», but «ورزش سه | مینا رضوی»
        return after in ("تن", "نفر") or role_at(tokens, i + 1) or is_person(after)
    return opens_given_name(tokens, i)


def _past_bracket(tokens: list[Token], i: int) -> int:
    for j in range(i + 1, min(i + 14, len(tokens))):
        if tokens[j].word == ")":
            return j + 1
    return i + 1


def _past_dateline(tokens: list[Token], i: int) -> int:
    """«رشت - …», «گروه اجتماعی: …», «اقتصاد24- …»: up to three words and a dash or a colon; not «مینا رضوی- منتقد- …»."""
    for j in range(i + 1, min(i + 5, len(tokens))):
        if tokens[j].word in "-–—:" and tokens[j].word:
            apart = opens_given_name(tokens, i) and any(token.word in "-–—" for token in tokens[j + 1 : j + _ROLE_WORDS])
            within = role_at(tokens, i) and joins_adjectives(tokens, j)
            return i if apart or within else j + 1
    return i


def _past_phrase(tokens: list[Token], i: int) -> int:
    """Past a prepositional phrase: to its comma, or past a short fixed one; otherwise to the end, for there is no subject."""
    comma = next((j for j in range(i + 1, len(tokens)) if tokens[j].word in "،؛" and not _inside_name(tokens, i, j)), None)
    words = tuple(token.word for token in tokens[i : i + 3])
    if words[:2] == ("به", "گزارش"):
        name = _name_within(tokens, i + 2, len(tokens) if comma is None else comma)
        return name or (_past_credit(tokens, i + 2) if comma is None else comma + 1)
    fixed = next((len(one) for one in _FIXED if words[: len(one)] == one), 0)
    short = fixed or (3 if len(words) == 3 and words[1] in _SHORT else 0)
    also = short and i + short < len(tokens) and tokens[i + short].word in _ALSO
    if short and _opens_somebody(tokens, i + short + also):
        return i + short + also  # «پیش از این (نیز) مینا رضوی، شهردار …», «در همین حال شهردار …، …»
    if comma is not None:
        own = own_phrase(tokens[: comma + 1], i)
        return own if own and _goes_on_after(tokens, comma + 1) else comma + 1
    if fixed:
        end = i + fixed
        if _points_at_thing(tokens, end):
            return end + 2  # «در پایان این مسابقه | …»
        return _name_within(tokens, end, end + _CREDIT_WORDS) or end if _is_occasion(tokens, end) else end
    if short:
        return i + short
    return own_phrase(tokens, i) or len(tokens)


def _name_within(tokens: list[Token], i: int, end: int) -> int:
    """Index of the first name that opens a phrase of its own («به گزارش ایسنا مینا رضوی، …»); 0 where there is none."""
    known = LEXICON
    for j in range(i + 1, min(i + _LONG_CREDIT, end, len(tokens) - 1)):
        before = tokens[j - 1].word
        if tokens[j].word in PREPOSITIONS and tokens[j].word not in ("از", "به"):
            return 0
        opens = (tokens[j].word in known.given_names or tokens[j].word in known.honorifics) and tokens[j].word not in _HOLY
        parted = before not in _OCCASIONS or before in _MEETINGS
        if opens and before not in PREPOSITIONS and before not in _NOT_BEFORE_NAME and parted:
            return j - (tokens[j].word in SECOND_HALVES)  # «عزت الله»
    return 0


def _opens_somebody(tokens: list[Token], i: int) -> bool:
    """Whether a given name, an honorific or a role stands here."""
    return i < len(tokens) and (opens_given_name(tokens, i) or tokens[i].word in LEXICON.honorifics or role_at(tokens, i) > 0)


def _goes_on_after(tokens: list[Token], i: int) -> bool:
    """Whether what stands after a comma leaves the phrase before it whole: nothing, a role, something told of it."""
    return i == len(tokens) or role_at(tokens, i) > 0 or tokens[i].word in PREPOSITIONS


def _is_ago(tokens: list[Token], i: int) -> bool:
    """Whether this is the «پیش» of «چند روز پیش»."""
    if tokens[i].word not in ("پیش", "قبل") or not i or (i + 1 < len(tokens) and tokens[i + 1].word == "از"):
        return False
    return tokens[i - 1].word in ADVERBS or tokens[i - 1].word in TIME_NOUNS


def _points_at_thing(tokens: list[Token], i: int) -> bool:
    """Whether «این» and a noun that is nobody stand here: «این مسابقه», but «این نماینده» may speak."""
    if i + 1 >= len(tokens) or tokens[i].word != "این":
        return False
    noun = tokens[i + 1].word
    return not (role_at(tokens, i + 1) or is_person(noun) or is_body(noun) or noun in LEXICON.documents)


def _is_occasion(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].word in _OCCASIONS


def _inside_name(tokens: list[Token], i: int, j: int) -> bool:
    """Whether a comma stands inside brackets or marks opened since ``i``."""
    depth = 0
    for token in tokens[i:j]:
        depth += (token.word in "«“(") - (token.word in "»”)")
    return depth > 0


def _past_credit(tokens: list[Token], i: int) -> int:
    """Past the outlet of «به گزارش خبرگزاری مهر …» without a comma: to a pronoun or a role, else past the outlet's name."""
    known = LEXICON
    for j in range(i, min(i + _CREDIT_WORDS, len(tokens))):
        if tokens[j].word in PRONOUNS or (j > i and tokens[j].word != "خبرنگار" and role_at(tokens, j)):
            return j
    while i < len(tokens) and (tokens[i].word in known.media or tokens[i].word in OPENING):
        i += 1
    end = i + 1
    while end < len(tokens) and (tokens[end].word in CLOSING or tokens[end].word == "آنلاین" or tokens[end].word in known.outlets):
        end += 1
    return end
