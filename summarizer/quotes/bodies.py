"""Bodies looked for outside attributions: the paper «این روزنامه» means, the firm a lone name belongs to («شرکت بوئینگ»)."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarizer.persian.letters import ZWNJ
from summarizer.quotes.drafts import Draft
from summarizer.quotes.figures import Figure
from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.mentions import Mention
from summarizer.quotes.people import is_body, opens_group
from summarizer.quotes.phrases import phrase_end
from summarizer.quotes.words import CLOSING, DEMONSTRATIVES, OPENING, PARTICIPLES, Token, closed_class, tokens

PLURAL_ENDINGS: Final = ("تند", "دند", "نند", "یند", "هند", "رند", "سند", "\u200cاند", " اند", "هاند")  # «گفتند», not «می‌کند»
FAR: Final = 80  # characters
FULL_NOUNS: Final = {"وزارتخانه": "وزارت", "سفارتخانه": "سفارت"}  # what «این وزارتخانه» is called in full
_MAX_PLACES: Final = 10
_BESIDE: Final = 24
_MIN_NAME: Final = 3
_ORDINALS: Final = frozenset({"نخستین", "اولین", "دومین", "سومین", "آخرین"})  # «به گزارش روزنامه الاخبار | نخستین دوره …»
_LIGHT_VERBS: Final = closed_class("light verbs")
PLURAL: Final = frozenset({"ها", "های"})  # apart from their noun


def named_body(aligned: str, noun: str, before: int, *, plural: bool) -> Figure | None:
    """The body that «این روزنامه» means: the nearest earlier place where the noun has a name after it.

    Args:
        aligned: the aligned text.
        noun: such as «روزنامه».
        before: offset of the demonstrative.
        plural: whether several are meant: «این روزنامه ها».

    Returns:
        The body, or None.
    """
    words, _ = next(bodies_before(aligned, noun, before, plural=plural), ([], False))
    return Figure(words, [], body=True, place=words[0].start) if words else None


def bodies_before(aligned: str, noun: str, before: int, *, plural: bool = False) -> Iterator[tuple[list[Token], bool]]:
    """The names of bodies that a noun opens, nearest first.

    Args:
        aligned: the aligned text.
        noun: such as «روزنامه».
        before: offset that they stand before.
        plural: whether «ها» stands after the noun.

    Returns:
        Each name's tokens, and whether a verb ends it, so that its end is sure («وزارت راه | اعلام کرد»).
    """
    at = before
    for _ in range(_MAX_PLACES):
        at = aligned.rfind(noun, 0, at)
        if at < 0:
            return
        window = tokens(aligned, max(0, at - 12), min(len(aligned), at + 80))
        i = next((i for i, token in enumerate(window) if token.start == at and token.word == noun.replace(ZWNJ, "")), None)
        if i is None or i + 1 == len(window) or (i and window[i - 1].word in DEMONSTRATIVES):
            continue
        if (window[i + 1].word in PLURAL) == plural:
            stop = _body_end(window, i)
            ended = stop - i > 1 and stop < len(window) and (window[stop].word in PARTICIPLES or window[stop].word in _LIGHT_VERBS)
            stop -= ended and window[stop - 1].word not in CLOSING
            if stop > i + 1:
                yield window[i:stop], ended


def follows_body(aligned: str, name: Token) -> bool:
    """Whether the noun of a body stands before a name somewhere («شرکت بوئینگ»).

    Args:
        aligned: the aligned text.
        name: the name, at any of its places.
    """
    word, at = aligned[name.start : name.end], -1
    known = LEXICON
    for _ in range(_MAX_PLACES if len(word) >= _MIN_NAME else 0):
        at = aligned.find(word, at + 1)
        if at < 0:
            return False
        before = aligned[max(0, at - _BESIDE) : at].split()
        if before and before[-1].replace(ZWNJ, "") in known.bodies and not aligned[at + len(word) : at + len(word) + 1].isalpha():
            return True
    return False


def _body_end(window: list[Token], i: int) -> int:
    """A body's name in marks, or the one or two words after the noun."""
    if window[i + 1].word in OPENING:
        close = next((j for j in range(i + 2, min(len(window), i + 9)) if window[j].word in CLOSING), None)
        return close + 1 if close is not None else i
    if window[i].word in LEXICON.media and window[i + 1].word in LEXICON.outlets:
        return i + 2 + (i + 2 < len(window) and window[i + 2].word in LEXICON.outlets)
    end = phrase_end(window[: i + 5], i)
    return next((j for j in range(i + 2, end) if window[j].word in _ORDINALS), end)


def is_plural(words: Sequence[Token]) -> bool:
    """Whether «ها» stands apart after the first word.

    Args:
        words: a phrase.
    """
    return len(words) > 1 and words[1].word in PLURAL


def is_body_noun(word: str) -> bool:
    """Whether a noun opens the name of an organisation, a paper or a document.

    Args:
        word: as ``Token.word`` has it.
    """
    known = LEXICON
    return word in known.media or word in known.bodies or word in known.documents


def may_be_body(figure: Figure, noun: str) -> bool:
    """Whether «این بانک» may be the one that spoke last; «این روزنامه» may be a name no list holds («الحیات»), no sure person.

    Args:
        figure: the last speaker.
        noun: the one after «این».
    """
    if figure.body:
        return not opens_group([token.word for token in figure.name], 0)
    known = LEXICON
    first = figure.name[0].word if figure.name else ""
    return noun in known.media and not figure.role and first not in known.given_names and first not in known.honorifics


def is_new_statement(clause: str, between: str, figure: Figure) -> bool:
    """Whether a statement has been told of since a body spoke: «فدراسیون در اطلاعیه خود … در این اطلاعیه آمده است».

    Args:
        clause: the words that name the statement.
        between: those since the body spoke.
        figure: the body; where the clause names it, the statement is its own.
    """
    words = clause.replace(ZWNJ, "").split()
    noun = next((word for word in words if word in LEXICON.documents), None)
    return noun is not None and figure.name[0].word not in words and noun in between.replace(ZWNJ, "")


def is_far_from_many(aligned: str, draft: Draft, mention: Mention) -> bool:
    """Whether a plural verb stands far from one body's name: then others have come in between («حال آنکه X و Y گفته‌اند»).

    Args:
        aligned: the aligned text.
        draft: the quotation.
        mention: the words that name its speaker.
    """
    if draft.cue.start - mention.end < FAR or not aligned.endswith(PLURAL_ENDINGS, draft.cue.start, draft.cue.end):
        return False
    return is_body(mention.words[0].word) and not opens_group([token.word for token in mention.words], 0)
