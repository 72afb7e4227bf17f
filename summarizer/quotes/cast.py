"""The people and bodies that speak in one article, and who is meant by «وی», «این مقام» or a bare role.

Lives here: resolution within one text. Comparing speakers across texts is ``speakers``.
"""

import re
from itertools import islice

from summarizer.quotes.antecedents import antecedent, bearers, fuller_forms, named_body
from summarizer.quotes.drafts import Draft
from summarizer.quotes.figures import Figure, ends_name, mention_figure
from summarizer.quotes.lexicon import lexicon
from summarizer.quotes.mentions import Mention
from summarizer.quotes.offices import is_one, link_offices
from summarizer.quotes.words import Token, closed_class

_FILLERS = closed_class("words that do not tell roles apart")
_HEADS = {"رییس": "مدیر", "مدیرکل": "مدیر", "مدیرعامل": "مدیر", "رییسکل": "مدیر", "دبیرکل": "دبیر", "سخنگو": "سخنگوی"}
_ENOUGH = 0.6
_MAX_FIGURES = 100  # how far back a name is compared, and how many are looked up in the whole text
_ALSO = re.compile(r"[\x20\u200c]{1,2}(?:نیز|هم)(?![\w\u200c])")
_ABSTRACT = closed_class("not a speaker after این")


class Cast:
    """Who speaks in one text, in the order in which they speak.

    Args:
        text: the text as given.
        aligned: its aligned form.
    """

    def __init__(self, text: str, aligned: str) -> None:
        self._text = text
        self._aligned = aligned
        self._figures: list[Figure] = []
        self._last: Figure | None = None
        self._last_end = 0

    def assign(self, drafts: list[Draft]) -> list[str]:
        """Name the speaker of each quotation.

        Args:
            drafts: the quotations in the order of the text.

        Returns:
            One speaker for each, '' where not known.
        """
        speakers = [self._resolve(draft) for draft in drafts]
        link_offices(speakers, [_also(self._aligned, draft.mention) for draft in drafts])
        return [self._display(figure.alias or figure) if figure else "" for figure in speakers]

    def _resolve(self, draft: Draft) -> Figure | None:
        if draft.orphan:
            return None
        figure = self._figure_of(draft)
        if figure is not None:
            self._last = figure
        self._last_end = draft.end
        return figure

    def _figure_of(self, draft: Draft) -> Figure | None:
        mention = draft.mention
        if mention is None:
            return self._last
        if mention.form == "nominal":
            return self._nominal(mention)
        if mention.form == "demonstrative":
            return self._demonstrative(mention)
        return self._pronoun(mention)

    def _nominal(self, mention: Mention) -> Figure:
        figure = mention_figure(mention)
        if figure.anonymous:
            return self._kept(figure)
        if figure.name:
            return self._named(figure)
        bearer = self._by_role(figure.role) or (self._by_bearer(figure) if len(self._figures) <= _MAX_FIGURES else None)
        return bearer or self._kept(figure)

    def _kept(self, figure: Figure) -> Figure:
        self._figures.append(figure)
        return figure

    def _named(self, figure: Figure) -> Figure:
        for known in islice(reversed(self._figures), _MAX_FIGURES):
            if known.name and known.body == figure.body and _same_name(known.name_words, figure.name_words):
                if len(figure.name_words) > len(known.name_words):
                    known.name = figure.name
                known.role = known.role or figure.role
                return known
        if not figure.body:
            self._expand(figure)
        return self._kept(figure)

    def _expand(self, figure: Figure) -> None:
        """Take the fullest name and the role that the text gives this person anywhere."""
        if (figure.role and len(figure.name_words) > 1) or len(self._figures) > _MAX_FIGURES:
            return
        for other in fuller_forms(self._aligned, figure):
            if len(other.name_words) > len(figure.name_words) and _same_name(other.name_words, figure.name_words):
                figure.name = other.name
            if not figure.role and other.role:
                figure.role = other.role
            if figure.role and len(figure.name_words) > 1:
                return

    def _by_role(self, role: list[Token]) -> Figure | None:
        """The one who was introduced with this role, whole or in part."""
        wanted = _role_words(role)
        best, score = None, _ENOUGH
        for known in islice(reversed(self._figures), _MAX_FIGURES):
            if not known.role or known.anonymous or (known is not self._last and _abroad(role) != _abroad(known.role)):
                continue
            value = _likeness(wanted, _role_words(known.role))
            if value > score:
                best, score = known, value
        return best

    def _by_bearer(self, figure: Figure) -> Figure | None:
        """The one person to whom the text gives this role elsewhere; None when there are two."""
        wanted = _role_words(figure.role)
        found: Figure | None = None
        for other in bearers(self._aligned, figure.role):
            if _abroad(figure.role) != _abroad(other.role) or _likeness(wanted, _role_words(other.role)) <= _ENOUGH:
                continue
            if found is not None and not _same_name(found.name_words, other.name_words):
                return None
            found = other
        return self._named(found) if found is not None else None

    def _demonstrative(self, mention: Mention) -> Figure | None:
        noun = mention.words[1].word
        if noun in _ABSTRACT:
            return None
        if noun in lexicon().media or noun in lexicon().bodies or noun in lexicon().documents:
            return self._this_body(noun, mention.start)
        return self._latest_person() or self._last

    def _this_body(self, noun: str, before: int) -> Figure | None:
        """Which body «این بانک» is: one that has spoken, one named before, or the one that spoke last."""
        for figure in islice(reversed(self._figures), _MAX_FIGURES):
            if figure.body and figure.name[0].word == noun:
                return figure
        if noun in lexicon().documents:
            return self._last
        body = named_body(self._aligned, noun, before) if len(self._figures) <= _MAX_FIGURES else None
        if body is not None:
            return self._named(body)
        return self._last if self._last is not None and (self._last.body or noun in lexicon().media) else None

    def _pronoun(self, mention: Mention) -> Figure | None:
        person = antecedent(self._aligned, self._last_end, mention.start, known=self._last is not None)
        if person is not None:
            return self._named(person)
        return self._latest_person()

    def _latest_person(self) -> Figure | None:
        if self._last is not None and is_one(self._last):
            return self._last
        return next((figure for figure in islice(reversed(self._figures), _MAX_FIGURES) if is_one(figure)), None)

    def _display(self, figure: Figure) -> str:
        parts = [self._slice(figure.name), self._slice(figure.role)]
        return "، ".join(part for part in parts if part)

    def _slice(self, words: list[Token]) -> str:
        return " ".join(self._text[words[0].start : words[-1].end].split()) if words else ""


def _also(aligned: str, mention: Mention | None) -> bool:
    """Whether «نیز» after a mention marks a new speaker."""
    return mention is not None and _ALSO.match(aligned, mention.end) is not None


def _same_name(one: list[str], other: list[str]) -> bool:
    """Whether one name is the other or a part of it that ends alike («کنعانی», «ناصر کنعانی»)."""
    short, long = sorted((one, other), key=len)
    return ends_name(short, long) or (bool(short) and set(short) <= set(long))


def _abroad(role: list[Token]) -> set[str]:
    """The foreign places a role names: «رئیس‌جمهور» at home is not «رئیس‌جمهور روسیه»."""
    return {token.word for token in role if token.word in lexicon().abroad}


def _role_words(role: list[Token]) -> list[str]:
    words = [token.word for token in role if token.word.isalnum() and token.word not in _FILLERS]
    if len(words) > 1 and words[0] + words[1] in lexicon().roles:
        words[:2] = [words[0] + words[1]]
    return [_HEADS.get(words[0], words[0]), *words[1:]] if words else []


def _likeness(one: list[str], other: list[str]) -> float:
    """The share of the shorter role's words that the longer holds; nothing when their heads differ."""
    if not one or not other or one[0] != other[0]:
        return 0.0
    short, long = sorted((set(one), set(other)), key=len)
    return len(short & long) / len(short)
