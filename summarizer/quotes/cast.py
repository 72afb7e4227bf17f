"""The people and bodies that speak in one article, and who is meant by «وی», «این مقام» or a bare role.

Lives here: resolution within one text. Comparing speakers across texts is ``speakers``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from summarizer.quotes.antecedents import antecedent, bearers, fuller_forms, is_described
from summarizer.quotes.bodies import follows_body, named_body
from summarizer.quotes.credible import credible, may_be_proper
from summarizer.quotes.drafts import Draft
from summarizer.quotes.figures import Figure, mention_figure
from summarizer.quotes.lexicon import is_role, lexicon
from summarizer.quotes.likeness import abroad, are_several, is_in_name, likeness, role_words, same_name
from summarizer.quotes.mentions import Mention
from summarizer.quotes.offices import is_one, link_offices
from summarizer.quotes.people import is_person
from summarizer.quotes.pointers import bare, role_parts
from summarizer.quotes.words import Token, closed_class

_ENOUGH = 0.6
_SHORT = 3
_MAX_FIGURES = 100  # how far back a name is compared, and how many are looked up in the whole text
_ALSO = re.compile(r"[\x20\u200c]{1,2}(?:نیز|هم)(?![\w\u200c])")
_PLURAL = ("تند", "دند", "نند", "یند", "هند", "رند", "سند", "\u200cاند", " اند", "هاند")  # «گفتند», not «می‌کند»
_ANY_ROLE = frozenset({"مقام", "مسئول", "مسوول", "عضو", "نماینده", "فعال", "مدیر"})  # said of whoever has an office
_SAYS_NOTHING = ("عضو", "اعضا", "مسئول", "مسؤول", "مسوول", "یکی")
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
        self._lost = False  # whether the last one to speak is somebody whose name cannot be told
        self._often: frozenset[str] = frozenset()
        self._forms: dict[str, list[Figure]] = {}

    def assign(self, drafts: list[Draft]) -> list[str]:
        """Name the speaker of each quotation.

        Args:
            drafts: the quotations in the order of the text.

        Returns:
            One speaker for each, '' where not known.
        """
        self._often = _habitual(drafts)
        speakers = [self._resolve(draft) for draft in drafts]
        link_offices(speakers, [_also(self._aligned, draft.mention) for draft in drafts])
        distinct = {id(figure): figure for figure in speakers if figure}
        shown = {key: self._display(figure.alias or figure) for key, figure in distinct.items()}
        return [shown[id(figure)] if figure else "" for figure in speakers]

    def _resolve(self, draft: Draft) -> Figure | None:
        if draft.orphan:
            return None
        figure = self._figure_of(draft)
        if figure is not None:
            self._last, self._lost = figure, False
        self._last_end = draft.end
        return figure

    def _figure_of(self, draft: Draft) -> Figure | None:
        mention = draft.mention
        if mention is None:
            return None if self._is_of_many(draft) else self._last
        if mention.form == "nominal":
            return self._nominal(mention)
        if mention.form == "demonstrative":
            return self._demonstrative(mention)
        return self._pronoun(mention)

    def _is_of_many(self, draft: Draft) -> bool:
        """Whether a plural verb without a subject follows one person's words: then somebody else says it («منابع آگاه … گفتند»)."""
        return self._last is not None and self._last.is_person and self._aligned.endswith(_PLURAL, draft.cue.start, draft.cue.end)

    def _nominal(self, mention: Mention) -> Figure | None:
        figure = mention_figure(mention)
        speaker = self._named(figure) if figure.name else self._unnamed(figure)
        if speaker is None:
            self._last, self._lost = None, True
        return speaker

    def _unnamed(self, figure: Figure) -> Figure | None:
        """An office or a nameless source: the one who was introduced with it, else itself."""
        if figure.anonymous or not figure.role:
            return self._kept(figure) if credible(figure) else None
        bearer = self._by_role(figure.role) or (self._by_bearer(figure) if len(self._figures) <= _MAX_FIGURES else None)
        return bearer or self._kept(figure)

    def _kept(self, figure: Figure) -> Figure:
        self._figures.append(figure)
        return figure

    def _named(self, figure: Figure) -> Figure | None:
        """The one of this name who has spoken before, else a new one, when it can be a speaker."""
        same = self._namesakes(figure)
        if len(same) == 1 and len(figure.name_words) == 1 and self._is_shared(figure):
            return self._bare(figure)
        if len(same) == 1:
            known = same[0]
            if len(figure.name_words) > len(known.name_words) and credible(figure):
                known.name = figure.name
            known.role = known.role or figure.role
            return known
        sure = not same
        if sure and not figure.body and not is_person(figure.name[0].word) and figure.name[0].word not in lexicon().places:
            sure = self._expand(figure)
        speaker = credible(figure, self._often) or (figure if self._is_introduced(figure) else None)
        if speaker is None:
            return None
        speaker.described = not speaker.role and is_described(self._aligned, speaker)
        return self._kept(speaker) if sure else self._bare(speaker)

    def _bare(self, figure: Figure) -> Figure:
        """A family name that two people bear stays bare, and nobody later is taken for it."""
        figure.shared = True
        return figure

    def _is_shared(self, figure: Figure) -> bool:
        """Whether the text gives a family name to two people."""
        if figure.body or len(self._figures) > _MAX_FIGURES:
            return False
        return are_several([form for form in self._forms_of(figure) if len(form.name_words) > 1])

    def _namesakes(self, figure: Figure) -> list[Figure]:
        """Those of this name who have spoken before, latest first; more than one where a bare family name fits several."""
        words = figure.name_words
        same = [
            known
            for known in islice(reversed(self._figures), _MAX_FIGURES)
            if known.name and known.body == figure.body and same_name(known.name_words, words)
        ]
        return [
            known for i, known in enumerate(same) if not any(same_name(known.name_words, other.name_words) for other in same[:i])
        ]

    def _is_introduced(self, figure: Figure) -> bool:
        """Whether the text says elsewhere what a lone name is: «شرکت بوئینگ», «گروه طالبان»."""
        if len(figure.name) != 1 or len(self._figures) > _MAX_FIGURES or not may_be_proper(figure.name[0].word):
            return False
        return follows_body(self._aligned, figure.name[0])

    def _expand(self, figure: Figure) -> bool:
        """Take the fullest name and the role that the text gives this person anywhere.

        Returns:
            Whether the name is one person's; a bare family name that the text gives to two is not expanded.
        """
        if (figure.role and len(figure.name_words) > 1) or len(self._figures) > _MAX_FIGURES:
            return True
        forms = self._forms_of(figure)
        if len(figure.name_words) > 1:
            self._complete(figure, [form for form in forms if len(form.name_words) > 1])
            if figure.role:
                return True
        if self._is_shared(figure):
            return len(figure.name_words) > 1
        self._complete(figure, forms)
        return True

    def _forms_of(self, figure: Figure) -> list[Figure]:
        """Every form that the text gives to a family name, looked for once."""
        last = figure.name[-1]
        family = self._aligned[last.start : last.end]
        if family not in self._forms:
            found = (credible(form) for form in fuller_forms(self._aligned, figure))
            self._forms[family] = [form for form in found if form is not None]
        return self._forms[family]

    def _complete(self, figure: Figure, forms: Iterable[Figure]) -> None:
        """Take a fuller name and a role from forms of the same name, the first that has them."""
        for form in forms:
            if not same_name(form.name_words, figure.name_words):
                continue
            if len(form.name_words) > len(figure.name_words):
                figure.name = form.name
            if not figure.role and form.role and not is_in_name(form.role, figure.name):
                figure.role = form.role
            if figure.role and len(figure.name_words) > 1:
                return

    def _by_role(self, role: list[Token]) -> Figure | None:
        """The one who was introduced with this role, whole or in part."""
        wanted = role_words(role)
        best, score = None, _ENOUGH
        for known in islice(reversed(self._figures), _MAX_FIGURES):
            if not known.role or known.anonymous or (known is not self._last and abroad(role) != abroad(known.role)):
                continue
            value = likeness(wanted, role_words(known.role))
            if value > score:
                best, score = known, value
        return best

    def _by_bearer(self, figure: Figure) -> Figure | None:
        """The one person to whom the text gives this role elsewhere; None when there are two."""
        wanted = role_words(figure.role)
        found: Figure | None = None
        for bearer in bearers(self._aligned, figure.role):
            other = credible(bearer)
            if other is None or abroad(figure.role) != abroad(other.role) or likeness(wanted, role_words(other.role)) <= _ENOUGH:
                continue
            if found is not None and not same_name(found.name_words, other.name_words):
                return None
            found = other
        return self._named(found) if found is not None else None

    def _demonstrative(self, mention: Mention) -> Figure | None:
        noun = mention.words[1].word
        if noun in _ABSTRACT:
            return None
        if noun in lexicon().media or noun in lexicon().bodies or noun in lexicon().documents:
            return self._this_body(noun, mention.start)
        return self._of_this_role(list(mention.words[1:])) or self._latest_person() or self._last

    def _of_this_role(self, role: list[Token]) -> Figure | None:
        """Who «این استاد دانشگاه» is when the one who spoke last is something else, and the text gives the role to another."""
        words = role_words(role)
        if (
            not words
            or words[0] in _ANY_ROLE
            or not is_role(role[0].word)
            or (self._last and likeness(words[:1], role_words(self._last.role)[:1]))
        ):
            return None
        for known in islice(reversed(self._figures), _MAX_FIGURES):
            if known.role and not known.anonymous and likeness(words, role_words(known.role)) > _ENOUGH:
                return known
        return self._by_bearer(Figure([], role)) if len(self._figures) <= _MAX_FIGURES else None

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
        person = credible(person) if person is not None else None
        if person is not None:
            return self._named(person)
        return self._latest_person()

    def _latest_person(self) -> Figure | None:
        if self._lost:
            return None
        if self._last is not None and is_one(self._last):
            return self._last
        return next((figure for figure in islice(reversed(self._figures), _MAX_FIGURES) if is_one(figure)), None)

    def _display(self, figure: Figure) -> str:
        parts = [self._slice(figure.name), self._role(figure)]
        return "، ".join(part for part in parts if part)

    def _role(self, figure: Figure) -> str:
        """The role as it can stand alone; one word that says nothing by itself («عضو») is left out beside a name."""
        parts = role_parts(self._aligned, figure.role) if figure.role else []
        if len(parts) == 1 and parts[0] is figure.role:
            return self._slice(figure.role)
        role = bare(self._slice(parts[0])) if len(parts) == 1 else " ".join(map(self._slice, parts)).replace(" ،", "،")
        return "" if figure.name and role in _SAYS_NOTHING else role

    def _slice(self, words: Sequence[Token]) -> str:
        return " ".join(self._text[words[0].start : words[-1].end].split()) if words else ""


def _habitual(drafts: list[Draft]) -> frozenset[str]:
    """The short phrases that name a speaker more than once."""
    phrases = Counter(
        " ".join([token.word for token in draft.mention.words])
        for draft in drafts
        if draft.mention and len(draft.mention.words) <= _SHORT
    )
    return frozenset(phrase for phrase, count in phrases.items() if count > 1)


def _also(aligned: str, mention: Mention | None) -> bool:
    """Whether «نیز» after a mention marks a new speaker."""
    return mention is not None and _ALSO.match(aligned, mention.end) is not None
