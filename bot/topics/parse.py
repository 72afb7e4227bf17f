"""Reads a query from a reader's words and writes it down again. Nothing here meets an article.

    ایران روسیه -سوریه          both words, without the third
    "بازار سهام" یا بورس         the words in a row, or the other word
    ورزش                        a topic, when the words of an alternative name one
    ورزش و اقتصاد               either topic, when nothing but topics is named
    هرگاه از کنعانی نقل شد       a person who is quoted; also گوینده:"ناصر کنعانی"
    منبع:ایسنا                  an outlet
    موضوع:ورزش ایران            a topic and a word
    مهم‌ترین خبرهای ورزشی        what many outlets tell, of a topic; also بازتاب:زیاد

«یا» parts alternatives and binds less than anything else; exclusions hold for the whole.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple, NoReturn

from bot.topics.names import topic_called, topic_name
from bot.topics.query import MAX_CHARS, MAX_WORDS, Condition, FromSource, InTopic, Phrase, Query, QueryProblem, SaidBy, Wide
from summarizer.persian.letters import ZWNJ, align, fold
from summarizer.persian.terms import stem_terms, term_spans

_MARKS = '"«»“”„‟＂'
_DASHES = "-−–—‐‑‒﹣－"
_EDGES = "،؛؟.,;:!?()[]{}…'’‘/\\*_~`<>" + _DASHES + ZWNJ + " "
_KEYS = {
    "موضوع": "topic",
    "topic": "topic",
    "گوینده": "speaker",
    "شخص": "speaker",
    "speaker": "speaker",
    "منبع": "source",
    "رسانه": "source",
    "source": "source",
    "بازتاب": "reach",
}
_TOKEN = re.compile(
    rf"([{_DASHES}]?)(?:({'|'.join(_KEYS)}) ?[::] ?)?(?:[{_MARKS}](?P<quoted>[^{_MARKS}]*)[{_MARKS}]?|(?P<bare>[^\s{_MARKS}]*))",
    re.IGNORECASE,
)
_OR = frozenset(("یا", "|", "or"))
_COMMA = "،"
_COMMAS = re.compile(r"[،؛;]|(?<!\d),|,(?!\d)")
_NO_WORD = re.compile(r"^\W+|\W+$")
_WITHOUT = frozenset(("بدون", "بجز", "جز", "بهجز", "منهای"))
_NOT_WITHOUT = frozenset(("مرز", "توقف"))  # «پزشکان بدون مرز» has a name
_AND = re.compile(" ?، ?(?:و )?| و ")
_TOO_COMMON = frozenset(
    "و از به در که با را این ان بر تا هر هم یک برای است بود شد ها های هایی می نمی من ما او وی ای".split()  # noqa: SIM905 - reads better
)
_MUCH = "زیاد"
BIG = "مهم|پربازتاب|پر بازتاب|داغ|پربحث|پر بحث|پربازدید|پر بازدید|پربیننده|پرخواننده|برجسته|اصلی"  # news that many outlets tell
_WIDELY = re.compile(
    rf"(?:(?:{BIG}) ?ترین ?(?:ها|خبر ?های?|خبرای?|خبر|اخبار|رویداد ?های?)"
    rf"|(?:خبر ?های?|خبرای?|اخبار|خبری?) (?:{BIG}) ?(?:ترین|ی)?|(?:{BIG})ی?(?= $)) "
)
_ABOUT = r"(?:مربوط به|درباره ?ی?|در ?مورد|راجع به|در ?خصوص)"
_KIND = r"(?:جعلی|کذب|دروغ|غلط|نادرست|فوری|محرمانه|خوب|خوش|بد|مهم|روز)"  # news of that kind, not about it
_NEWS_OF = re.compile(rf"(?:(?:خبر ?های|اخبار|خبری?) {_ABOUT}|(?:خبر ?های|اخبار)(?! (?:{_KIND}\b|\d))) ")
_SPEAKS = (
    "نقل شد|نقل شود|نقل کرد|نقل کردند|نقل ?قول شد|نقل ?قولی (?:شد|بود|امد|رسید)|گفت|گفته شد|چیزی گفت|سخن گفت|سخنی گفت|حرف زد"
    "|حرفی زد|صحبت کرد|اظهار ?نظر کرد|سخنرانی کرد"
)
_TELL_ME = "(?:به من )?(?:خبرم کن|باخبرم کن|خبر کن|خبر بده|خبر بدهید|اطلاع بده|اطلاع بدهید|بگو|بگویید)"
_WHENEVER = re.compile(rf"(?:هر ?گاه|هر ?وقت|هر ?زمان|وقتی|اگر) (?:که )?(?:از )?(.{{2,80}}?) (?:{_SPEAKS})(?: {_TELL_ME})?")
_WORDS_OF = re.compile(r"(?:نقل ?قول ?های|نقل ?قول از|نقل ?قول|گفته ?های|سخنان|حرف ?های|از قول) (.{2,80})")


class _Token(NamedTuple):
    minus: bool
    key: str
    quoted: bool
    text: str


class _Refused(Exception):
    """What was found wrong on the way; does not leave this file."""

    def __init__(self, problem: QueryProblem) -> None:
        super().__init__(problem.kind)
        self.problem = problem


def parse_query(text: str, *, typed: bool = False) -> Query | QueryProblem:
    """What a reader asks to hear of.

    Args:
        text: as written; any text.
        typed: whether a reader wrote it just now, so that «خبرهای بورس» means «بورس»; what is stored means what it says.

    Returns:
        The query, or why there is none.
    """
    cleaned = _cleaned(text)
    if len(cleaned) > MAX_CHARS:
        return QueryProblem("too_long", limit=MAX_CHARS, given=len(cleaned))
    try:
        return _query(_with_exclusions(list(_tokens(cleaned))), typed=typed)
    except _Refused as refused:
        return refused.problem


def canonical(query: Query) -> str:
    """A text that ``parse_query`` reads as this very query: for storing, and for a reader to edit.

    Args:
        query: a query that ``parse_query`` gave.
    """
    plain = _written(query, _bare)
    return plain if parse_query(plain) == query else _written(query, _in_marks)


def _written(query: Query, phrase: Callable[[Phrase], str]) -> str:
    alternatives = [" ".join(_wording(one, phrase) for one in conditions) for conditions in query.any_of]
    return " ".join([" یا ".join(alternatives), *("-" + _wording(one, phrase) for one in query.none_of)])


def _wording(condition: Condition, phrase: Callable[[Phrase], str]) -> str:
    match condition:
        case Phrase():
            return phrase(condition)
        case InTopic(slug):
            return f'موضوع:"{slug}"'
        case SaidBy(name):
            return f'گوینده:"{name}"'
        case FromSource(name):
            return f'منبع:"{name}"'
        case Wide():
            return f'بازتاب:"{_MUCH}"'


def _in_marks(phrase: Phrase) -> str:
    return f'"{phrase.text}"'


def _bare(phrase: Phrase) -> str:
    return _in_marks(phrase) if " " in phrase.text else phrase.text


def _cleaned(text: str) -> str:
    """Without control characters, direction marks and lone surrogates; one space at a time. Reads no more than it has to."""
    kept = (c if c == ZWNJ or unicodedata.category(c)[0] != "C" else " " * c.isspace() for c in text[: MAX_CHARS * 20])
    words = " ".join("".join(kept).split())
    return words[0] + words[2:] if words[:1] in _DASHES and words[1:2] == " " else words


def _tokens(cleaned: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(align(cleaned)):
        minus, key, quoted, _ = match.groups()
        name = "bare" if quoted is None else "quoted"
        inner = cleaned[slice(*match.span(name))]
        first, *others = _COMMAS.split(inner) if quoted is None else [inner]
        first = first.strip(_EDGES if quoted is None else " " + ZWNJ)
        if first or key:
            yield _Token(bool(minus), _KEYS[key.lower()] if key else "", quoted is not None, first)
        for other in others:
            yield _Token(False, "", False, _COMMA)
            if bare := other.strip(_EDGES):
                yield _Token(False, "", False, bare)


def _with_exclusions(tokens: Sequence[_Token]) -> list[_Token]:
    """«زعفران بدون قیمت», «ایران به جز سوریه»: the word after such a word is one that is not wanted."""
    kept: list[_Token] = []
    unwanted = False
    for token, after in pairwise([*tokens, None]):
        if token is None:
            break
        if kept and not unwanted and after and _says_without(token, after):
            unwanted = True
            if fold(token.text) == "جز" and fold(kept[-1].text) == "به" and len(kept) > 1:
                kept.pop()
            continue
        kept.append(token._replace(minus=token.minus or unwanted))
        unwanted = False
    return kept


def _says_without(token: _Token, after: _Token) -> bool:
    """Whether a word says that the next one is not wanted."""
    bare = not (token.quoted or token.key or token.minus or after.minus or _is_or(after))
    return bare and fold(token.text) in _WITHOUT and fold(after.text) not in _NOT_WITHOUT and after.text != _COMMA


def _query(tokens: Sequence[_Token], *, typed: bool) -> Query:
    groups = [list(group) for is_or, group in groupby((t for t in tokens if not t.minus), _is_or) if not is_or]
    wanted = [_widely_told(_without_news(group)) for group in groups] if typed else groups
    any_of = tuple(dict.fromkeys(filter(None, (one for group in wanted for one in _alternatives(group)))))
    none_of = tuple(dict.fromkeys(condition for token in tokens if token.minus for condition in _excluded(token)))
    if not any_of:
        _refuse_nothing(tokens, none_of)
    _check_size((*none_of, *(condition for conditions in any_of for condition in conditions)))
    _check_sense(any_of, none_of)
    return Query(any_of, none_of)


def _is_or(token: _Token) -> bool:
    return not (token.quoted or token.key) and fold(token.text) in _OR


def _alternatives(tokens: Sequence[_Token]) -> tuple[tuple[Condition, ...], ...]:
    """The conditions of one alternative, each once; several where topics and nothing else are listed."""
    if not any(token.quoted or token.key for token in tokens):
        words = " ".join(token.text for token in tokens if token.text != _COMMA)
        if slug := _topic(words):
            return ((InTopic(slug),),)
        listed = [_topic(name) for name in _AND.split(" ".join(token.text for token in tokens).strip(" " + _COMMA))]
        if (slugs := [slug for slug in listed if slug]) and len(slugs) == len(listed):
            return tuple((InTopic(slug),) for slug in slugs)
        if name := _person(words):
            return ((SaidBy(name, _named(name)),),)
    return (tuple(dict.fromkeys(condition for token, text in _runs(tokens) for condition in _conditions(token, text))),)


def _without_news(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """«خبرهای بورس» asks for «بورس»: what only says that it is news goes, where more follows."""
    bare = takewhile(lambda token: not (token.quoted or token.key), tokens)
    news = _NEWS_OF.match(" ".join(fold(token.text) for token in bare) + " ")
    rest = tokens[len(news[0].split()) :] if news else ()
    return rest or tokens


def _widely_told(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """«مهم‌ترین خبرهای ورزشی», «خبرهای مهم»: what many outlets tell, of a topic or with words where more follows."""
    bare = list(takewhile(lambda token: not (token.quoted or token.key), tokens))
    found = _WIDELY.match(" ".join(fold(token.text) for token in bare) + " ")
    if not found:
        return tokens
    rest = tokens[len(found[0].split()) :]
    slug = _topic(" ".join(token.text for token in rest)) if len(rest) + len(found[0].split()) == len(bare) else None
    return [_Token(False, "reach", True, _MUCH), *([_Token(False, "topic", True, slug)] if slug else rest)]


def _topic(words: str) -> str | None:
    """The topic that words name, with a picture before it, a # or a «در» too."""
    bare = [word for word in (_NO_WORD.sub("", word) for word in words.split()) if word]
    return (
        topic_called(words)
        or topic_called(" ".join(bare))
        or topic_called(" ".join(word for word in bare if fold(word) not in _TOO_COMMON))
    )


def _person(words: str) -> str:
    """The name in «هرگاه از … نقل شد» and its like; '' where the words are no such sentence."""
    spaced = align(words).replace("آ", "ا").replace(ZWNJ, " ")
    match = _WHENEVER.fullmatch(spaced) or _WORDS_OF.fullmatch(spaced)
    return words[match.start(1) : match.end(1)].strip(_EDGES) if match else ""


def _runs(tokens: Sequence[_Token]) -> Iterator[tuple[_Token, str]]:
    """Each token with its text; plain words go together, and with the «گوینده:» or the like before them, up to a comma."""
    held: _Token | None = None
    words: list[str] = []
    for token in tokens:
        if token.text == _COMMA:
            if held:
                yield held, " ".join(words)
            held, words = None, []
            continue
        if held and not (token.quoted or token.key or held.quoted):
            words.append(token.text)
            continue
        if held:
            yield held, " ".join(words)
        held, words = token, [token.text]
    if held:
        yield held, " ".join(words)


def _conditions(token: _Token, text: str) -> tuple[Condition, ...]:
    match token.key:
        case "topic":
            return _topic_and_words(text.split())
        case "speaker":
            return (SaidBy(text.strip(), _named(text)),)
        case "source":
            return (FromSource(text.strip(), _named(text)),)
        case "reach":
            much, _, rest = text.strip().partition(" ")
            return (Wide(), *_phrases(rest)) if fold(much) == _MUCH else tuple(_phrases(f"بازتاب {text}"))
    if token.quoted:
        return (Phrase(text, stems),) if (stems := tuple(stem_terms(text))) else ()
    return tuple(_phrases(text))


def _topic_and_words(words: Sequence[str]) -> tuple[Condition, ...]:
    """The topic that the first words name, as many as do, and the rest as words."""
    for end in range(len(words), 0, -1):
        if slug := topic_called(" ".join(words[:end])):
            return (InTopic(slug), *_phrases(" ".join(words[end:])))
    raise _Refused(QueryProblem("unknown_topic", " ".join(words)))


def _named(name: str) -> tuple[str, ...]:
    if stems := tuple(stem_terms(name)):
        return stems
    raise _Refused(QueryProblem("no_name"))


def _phrases(text: str) -> Iterator[Phrase]:
    """The words of a run that are not too common; terms without a space between them («کووید-۱۹») are one phrase."""
    spans = term_spans(text)
    first = 0
    for after, span in enumerate(spans, start=1):
        if after == len(spans) or any(c.isspace() for c in text[span.end : spans[after].start]):
            written = text[spans[first].start : span.end].strip(ZWNJ)
            phrase = Phrase(written, tuple(stem_terms(written)))
            first = after
            if not _is_common(phrase):
                yield phrase


def _is_common(phrase: Phrase) -> bool:
    word = phrase.stems[0]
    return len(phrase.stems) == 1 and (word in _TOO_COMMON or (len(word) == 1 and word.isalpha()))


def _excluded(token: _Token) -> tuple[Condition, ...]:
    """Like a condition, but a bare word means the topic only by the topic's own name: «-درمان» is a word."""
    slug = topic_called(token.text)
    if slug and not (token.quoted or token.key) and fold(token.text) in (slug, fold(topic_name(slug))):
        return (InTopic(slug),)
    return _conditions(token, token.text)


def _refuse_nothing(tokens: Sequence[_Token], none_of: Sequence[Condition]) -> NoReturn:
    common = " ".join(token.text for token in tokens if not token.minus and stem_terms(token.text))
    if common:
        raise _Refused(QueryProblem("too_common", common))
    raise _Refused(QueryProblem("only_exclusions" if none_of else "empty"))


def _check_size(conditions: Sequence[Condition]) -> None:
    words = sum(1 if isinstance(condition, InTopic) else len(condition.stems) for condition in conditions)
    if words > MAX_WORDS:
        raise _Refused(QueryProblem("too_many_words", limit=MAX_WORDS, given=words))


def _check_sense(any_of: Sequence[Sequence[Condition]], none_of: Sequence[Condition]) -> None:
    """Refuse an alternative that an exclusion makes impossible."""
    for conditions in any_of:
        for condition in conditions:
            if any(_implies(condition, unwanted) for unwanted in none_of):
                raise _Refused(QueryProblem("contradiction", _wording(condition, lambda phrase: phrase.text)))


def _implies(wanted: Condition, unwanted: Condition) -> bool:
    """Whether what meets the one always meets the other: the same, or a phrase and words in a row within it."""
    match wanted, unwanted:
        case Phrase(stems=whole), Phrase(stems=piece):
            return any(whole[i : i + len(piece)] == piece for i in range(len(whole)))
        case (SaidBy(stems=whole), SaidBy(stems=piece)) | (FromSource(stems=whole), FromSource(stems=piece)):
            return set(piece) <= set(whole)
    return wanted == unwanted
