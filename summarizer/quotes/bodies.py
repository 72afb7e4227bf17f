"""Bodies looked for outside attributions: the paper «این روزنامه» means, the firm a lone name belongs to («شرکت بوئینگ»)."""

from collections.abc import Iterator

from summarizer.persian.letters import ZWNJ
from summarizer.quotes.figures import Figure
from summarizer.quotes.lexicon import lexicon
from summarizer.quotes.phrases import phrase_end
from summarizer.quotes.words import CLOSING, DEMONSTRATIVES, OPENING, PARTICIPLES, Token, closed_class, tokens

_MAX_PLACES = 10
_BESIDE = 24
_MIN_NAME = 3
_LIGHT_VERBS = closed_class("light verbs")


def named_body(aligned: str, noun: str, before: int) -> Figure | None:
    """The body that «این روزنامه» means: the nearest earlier place where the noun has a name after it.

    Args:
        aligned: the aligned text.
        noun: such as «روزنامه».
        before: offset of the demonstrative.

    Returns:
        The body, or None.
    """
    words, _ = next(bodies_before(aligned, noun, before), ([], False))
    return Figure(words, [], body=True, place=words[0].start) if words else None


def bodies_before(aligned: str, noun: str, before: int) -> Iterator[tuple[list[Token], bool]]:
    """The names of bodies that a noun opens, nearest first.

    Args:
        aligned: the aligned text.
        noun: such as «روزنامه».
        before: offset that they stand before.

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
        if i is not None and not (i and window[i - 1].word in DEMONSTRATIVES) and i + 1 < len(window):
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
    known = lexicon()
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
    if window[i].word in lexicon().media and window[i + 1].word in lexicon().outlets:
        return i + 2 + (i + 2 < len(window) and window[i + 2].word in lexicon().outlets)
    return phrase_end(window[: i + 5], i)
