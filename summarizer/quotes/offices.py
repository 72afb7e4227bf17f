"""Which bare office belongs to which bare name, after all speakers of an article are known.

Two habits of news prose are read here. A lead gives the office and the body of the text the person («رئیس گمرک گفت … مسعود
کرباسیان گفت»); and a person introduced by name alone is then called, for variety, by the office. Where a second speaker is as
likely, nothing is joined.
"""

from typing import Final

from summarizer.quotes.figures import Figure
from summarizer.quotes.lexicon import LEXICON
from summarizer.quotes.people import is_group
from summarizer.quotes.words import closed_class

# Offices everybody knows the holder of stand alone without any name having gone before.
_OF_STATE: Final = closed_class("offices of state")
_HOUSES: Final = closed_class("houses of state")


def link_offices(speakers: list[Figure | None], also: list[bool], apart: list[bool]) -> None:
    """Join bare offices to bare names.

    Args:
        speakers: the speaker of each quotation in order.
        also: whether «نیز» follows the speaker's mention at each.
        apart: whether the reporter tells something between the quotation before and the mention at each.

    Effects:
        ``alias`` of an office is set to its holder, who takes it as role when he had none.
    """
    turns = [
        (figure, new, far)
        for figure, new, far in zip(speakers, also, apart, strict=True)
        if figure is not None and not figure.shared
    ]
    unnamed = {
        id(figure)
        for figure, *_ in turns
        if figure.is_person and not figure.role and not figure.described and _is_full_name(figure)
    }
    last_turn = {id(figure): i for i, (figure, *_) in enumerate(turns)}
    named = {id(figure) for figure, *_ in turns if figure.is_person}
    seen: dict[int, Figure] = {}
    for i, (figure, new, _) in enumerate(turns):
        if id(figure) in seen:
            continue
        if not figure.name and not figure.body and is_one(figure) and not _is_nameless(figure):
            following, _, far = next((turn for turn in turns[i + 1 :] if turn[0] is not figure), (None, False, False))
            following = None if i and far else following  # another may have come in between
            if following is None or id(following) in seen or id(following) not in unnamed or (i and _is_of_state(figure)):
                following = None
            before = next((other for other in reversed(seen.values()) if is_one(other)), None)
            before = before.alias or before if before is not None else None
            if before is not None and (id(before) not in unnamed or (last_turn[id(before)] < i and len(named) > 1)):
                before = None  # he has an office of his own, or is not heard again while others are
            _link(figure, _holder(figure, before, following, new))
        seen[id(figure)] = figure


def _is_nameless(figure: Figure) -> bool:
    """Whether a figure wants no name: «یکی از …», «یک منبع آگاه»."""
    return figure.role[0].word == "یکی" or any(token.word == "منبع" for token in figure.role[:_ONE_OF])


def _is_full_name(figure: Figure) -> bool:
    """Whether a figure is introduced as people are: with a given name or an honorific, or two or three words that name no body."""
    known = LEXICON
    words = [token.word for token in figure.name]
    if any(word in known.given_names or word in known.honorifics for word in words):
        return len(words) > 1
    return len(words) in _FULL_NAME and not any(
        word in known.bodies or word in known.media or word in known.places for word in words
    )


_FULL_NAME: Final = (2, 3)
_ONE_OF: Final = 2


def _holder(office: Figure, before: Figure | None, following: Figure | None, new: bool) -> Figure | None:
    """The person an office belongs to: one named right after it for the first time, else the one who spoke before it."""
    if before is None:
        return following
    if following is not None or new or office.anonymous or _is_of_state(office):
        return following if new else None
    return before


def _link(office: Figure, holder: Figure | None) -> None:
    if holder is None:
        return
    office.alias = holder
    if not holder.role:
        holder.role = office.role[1:] if office.role[0].word == "یک" else office.role


def _is_of_state(office: Figure) -> bool:
    """Whether everybody knows the holder, or the office is a foreign one, so that no name need have gone before."""
    words = [token.word for token in office.role]
    if words[0] in _OF_STATE or (words[0] == "رییس" and words[1:2] and words[1] in _HOUSES):
        return True
    return any(word in LEXICON.abroad for word in words)


def is_one(figure: Figure) -> bool:
    """Whether «او» can mean this figure: one person, named or not."""
    if figure.anonymous:
        return figure.role[0].word in _ONE
    if figure.body:
        return False
    return not is_group(figure.name[0].word) if len(figure.name) == 1 else bool(figure.name) or not _is_plural(figure)


_ONE: Final = frozenset({"یک", "یکی", "منبع"})


def _is_plural(figure: Figure) -> bool:
    return bool(figure.role) and figure.role[0].word.endswith(("ان", "ات", "ها", "های"))
