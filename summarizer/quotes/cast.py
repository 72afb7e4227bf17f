"""The people and bodies that speak in one article, and who is meant by «وی», «این مقام» or a bare role.

Lives here: resolution within one text. Comparing speakers across texts is ``speakers``.
"""

from itertools import islice
from typing import Final

from summarizer.persian.letters import ZWNJ
from summarizer.quotes.antecedents import antecedent, is_told_of, other_people
from summarizer.quotes.bodies import (
    FAR,
    FULL_NOUNS,
    PLURAL_ENDINGS,
    follows_body,
    is_body_noun,
    is_far_from_many,
    is_new_statement,
    is_plural,
    may_be_body,
    named_body,
)
from summarizer.quotes.credible import credible, may_be_proper, sure_name
from summarizer.quotes.drafts import Draft, are_apart, are_new, habitual
from summarizer.quotes.figures import Figure, mention_figure
from summarizer.quotes.forms import bearers, complete, fuller_forms, is_described
from summarizer.quotes.lexicon import LEXICON, is_role, role_at
from summarizer.quotes.likeness import (
    abroad,
    are_several,
    likeness,
    office_likeness,
    points_home,
    role_words,
    same_name,
)
from summarizer.quotes.mentions import Mention
from summarizer.quotes.offices import is_one, link_offices
from summarizer.quotes.people import is_person, opens_group
from summarizer.quotes.pointers import speaker_shown, sure_role
from summarizer.quotes.relays import is_outlet
from summarizer.quotes.words import Token, closed_class

_ENOUGH: Final = 0.6
_FAR_LINES: Final = 3
_FAR_CHARS: Final = 500
_MAX_FIGURES: Final = 100  # how far back a name is compared, and how many are looked up in the whole text
_ANY_ROLE: Final = frozenset({"مقام", "مسئول", "مسوول", "عضو", "نماینده", "فعال", "مدیر"})  # said of whoever has an office
_ABSTRACT: Final = closed_class("not a speaker after این")
_PLURAL_PRONOUNS: Final = frozenset({"آنها", "آنان"})
_SOURCE: Final = "منبع"  # «برخی، از جمله X»: «وی» after it may be X
_AMONG: Final = "جمله"
_STATEMENTS: Final = ("بیانیه", "نامه", "پیام", "اطلاعیه", "سند")
_SPACE: Final = ' \n\r\t\u200c\u200f.»"'
_HEAD: Final = 3  # words in which a group's noun stands («گروهی از محققان»)


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
        self._often = habitual(drafts)
        speakers = [self._resolve(draft) for draft in drafts]
        if any(figure is not None and not figure.name for figure in speakers):
            link_offices(speakers, are_new(self._aligned, drafts), are_apart(drafts))
        distinct = {id(figure): figure for figure in speakers if figure}
        shown = {key: speaker_shown(self._text, self._aligned, figure.alias or figure) for key, figure in distinct.items()}
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
        if draft.unread:
            return self._nobody()
        if mention is None:
            if draft.cue.family == "text":
                return self._last if self._is_statement_of_last(draft) else None
            return None if self._is_of_many(draft) else self._last
        if mention.form == "nominal":
            return self._nobody() if is_far_from_many(self._aligned, draft, mention) else self._nominal(mention)
        if mention.form == "demonstrative":
            return self._demonstrative(mention)
        return self._pronoun(mention)

    def _is_of_many(self, draft: Draft) -> bool:
        """Whether a plural verb without a subject follows one speaker's words: then somebody else says it («آگاهان … گفتند»)."""
        if self._last is None or not self._aligned.endswith(PLURAL_ENDINGS, draft.cue.start, draft.cue.end):
            return False
        return self._last.is_person or (self._last.body and not opens_group([token.word for token in self._last.name], 0))

    def _is_statement_of_last(self, draft: Draft) -> bool:
        """Whether a statement without an owner is that of the body that spoke last, and not one that an outlet tells of."""
        start = max(draft.clause, draft.cue.start - FAR)
        clause = self._aligned[start : draft.cue.start]
        if (
            self._last is None
            or not self._last.body
            or (is_outlet(self._last.name) and any(word in clause for word in _STATEMENTS))
        ):
            return False
        return not is_new_statement(clause, self._aligned[self._last_end : start], self._last)

    def _nobody(self) -> Figure | None:
        """None, for somebody speaks who cannot be told; «وی» after him is he."""
        self._last, self._lost = None, True
        return None

    def _nominal(self, mention: Mention) -> Figure | None:
        figure = mention_figure(mention)
        if mention.loose and not figure.anonymous and not figure.body:
            return self._loose(figure)
        speaker = self._by_title([*figure.name, *figure.role])
        if speaker is None:
            speaker = self._named(figure) if figure.name else self._unnamed(figure)
        return speaker if speaker is not None else self._nobody()

    def _loose(self, figure: Figure) -> Figure | None:
        """Who is named where an object runs on from the role: somebody known, else only as much of the role as is sure."""
        role = sure_role(self._aligned, figure.role) if figure.role else []
        if figure.name:
            figure.name, figure.role = figure.name if role else sure_name(figure.name), role
            return self._named(figure) or self._nobody()
        known = self._by_role(figure.role)
        if known is not None or not role:
            return known or self._nobody()
        return self._unnamed(Figure([], role, place=figure.place)) or self._nobody()

    def _unnamed(self, figure: Figure) -> Figure | None:
        """An office or a nameless source: the one who was introduced with it, else itself."""
        if figure.anonymous or not figure.role:
            return self._kept(figure) if credible(figure) else None
        namesake = self._by_family_name(figure.role)
        if namesake is not None:
            return namesake
        bearer = self._by_role(figure.role) or (self._by_bearer(figure) if len(self._figures) <= _MAX_FIGURES else None)
        return bearer or self._kept(figure)

    def _by_family_name(self, role: list[Token]) -> Figure | None:
        """The one who has spoken whose family name is the word for an office: «دبیر» after «علیرضا دبیر»."""
        if len(role) > 1:
            return None
        named = (figure for figure in islice(reversed(self._figures), _MAX_FIGURES) if figure.is_person and len(figure.name) > 1)
        return next((figure for figure in named if figure.name_words[-1] == role[0].word), None)

    def _by_title(self, words: list[Token]) -> Figure | None:
        """The person whom a title alone means («دکتر گفت»): the last one with it, else the last one."""
        if len(words) != 1 or words[0].word not in LEXICON.honorifics:
            return None
        people = [figure for figure in islice(reversed(self._figures), _MAX_FIGURES) if figure.is_person]
        return next((figure for figure in people if figure.name[0].word == words[0].word), people[0] if people else None)

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
            whole = credible(figure) if len(figure.name_words) > len(known.name_words) else None
            known.name = whole.name if whole and len(whole.name_words) > len(known.name_words) else known.name
            known.role = known.role or figure.role
            return known
        sure = not same
        if sure and not figure.body and not is_person(figure.name[0].word) and figure.name[0].word not in LEXICON.places:
            sure = self._expand(figure)
        speaker = credible(figure, self._often) or self._borne(figure) or (figure if self._is_introduced(figure) else None)
        if speaker is None:
            return None
        speaker.described = not speaker.role and is_described(self._aligned, speaker)
        return self._kept(speaker) if sure else self._bare(speaker)

    def _borne(self, figure: Figure) -> Figure | None:
        """A lone common word as the name of the one whose full name the text gives with it («مسلمان» in «محسن مسلمان»)."""
        if len(figure.name) != 1 or figure.body or len(self._figures) > _MAX_FIGURES:
            return None
        given = LEXICON.given_names
        full = (form for form in self._forms_of(figure) if len(form.name_words) > 1 and form.name[0].word in given)
        return next((form for form in full if form.name_words[-1] == figure.name[0].word), None)

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
            complete(figure, [form for form in forms if len(form.name_words) > 1])
            if figure.role:
                return True
        if self._is_shared(figure):
            return len(figure.name_words) > 1
        complete(figure, forms)
        return True

    def _forms_of(self, figure: Figure) -> list[Figure]:
        """Every form that the text gives to a family name, looked for once."""
        last = figure.name[-1]
        family = self._aligned[last.start : last.end]
        if family not in self._forms:
            found = (credible(form) for form in fuller_forms(self._aligned, figure))
            self._forms[family] = [form for form in found if form is not None]
        return self._forms[family]

    def _by_role(self, role: list[Token]) -> Figure | None:
        """The one who was introduced with this role, whole or in part."""
        wanted = role_words(role)
        best, score = None, _ENOUGH
        for known in islice(reversed(self._figures), _MAX_FIGURES):
            if not known.role or known.anonymous:
                continue
            if known is not self._last and not points_home(role) and abroad(role) != abroad(known.role):
                continue
            value = office_likeness(wanted, known.role)
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
        if is_body_noun(noun) and not role_at(mention.words, 1):
            return self._this_body(FULL_NOUNS.get(noun, noun), mention.start, plural=is_plural(mention.words[1:]))
        if opens_group([token.word for token in mention.words[1:]], 0):
            return self._these(noun)
        if not is_person(noun) and not role_at(mention.words, 1) and not is_person("".join(t.word for t in mention.words[1:3])):
            return self._nobody()
        if noun == _SOURCE and self._last is not None and not self._last.anonymous:
            return self._nobody()
        office = antecedent(self._aligned, self._last_end, mention.start, known=True)
        if office is not None and not office.name and office.role[0].word.startswith(noun):
            return self._unnamed(office)  # «سخنگوی X … را تأیید کرد. این سخنگو گفت»
        found = self._of_this_role(list(mention.words[1:])) or self._latest_person()
        return found if found is not None or self._lost else self._pronoun(mention)

    def _these(self, noun: str) -> Figure | None:
        """Who «این محققان» and «آنها» are: those of this noun who have spoken, else the ones who spoke last; never one person.

        Args:
            noun: such as «محققان»; '' for a pronoun.
        """
        for figure in islice(reversed(self._figures), _MAX_FIGURES):
            if noun and any(token.word == noun for token in (*figure.name, *figure.role)[:_HEAD]):
                return figure
        if self._last is not None and not is_one(self._last) and (not noun or not self._last.body):
            return self._last
        return self._nobody()

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

    def _this_body(self, noun: str, before: int, *, plural: bool) -> Figure | None:
        """Which body «این بانک» is: one that has spoken, one named before, or the one that spoke last.

        A document that has been told of since a person spoke («گزارش تازه‌ای … هشدار داد. این گزارش …») is not that person's.
        """
        for figure in islice(reversed(self._figures), _MAX_FIGURES):
            if figure.body and figure.name[0].word == noun and is_plural(figure.name) == plural:
                return figure
            if figure.anonymous and figure is self._last and any(token.word == noun for token in figure.role[1:2]):
                return figure  # «یک مؤسسه …»
        if noun in LEXICON.documents:
            told = noun in self._aligned[self._last_end : before].replace(ZWNJ, "")
            return self._nobody() if told and self._last is not None and self._last.is_person else self._last
        body = named_body(self._aligned, noun, before, plural=plural) if len(self._figures) <= _MAX_FIGURES else None
        if body is not None:
            return self._named(body)
        return self._last if self._last is not None and may_be_body(self._last, noun) else self._nobody()

    def _pronoun(self, mention: Mention) -> Figure | None:
        if mention.words[0].word in _PLURAL_PRONOUNS:
            others = other_people(self._aligned, max(self._last_end, mention.start - _FAR_CHARS), mention.start, self._last)
            return self._nobody() if others else self._these("")
        if self._last is not None and is_told_of(self._aligned, mention.end, self._last):
            return self._nobody()
        if self._last is not None and any(token.word == _AMONG for token in (*self._last.name, *self._last.role)):
            return self._nobody()
        if self._last is not None and not self._aligned[self._last_end : mention.start].strip(_SPACE):
            return self._latest_person()
        heard = {figure.name_words[-1] for figure in self._figures[-_MAX_FIGURES:] if figure.is_person}
        person = antecedent(self._aligned, self._last_end, mention.start, known=self._last is not None, heard=heard)
        person = credible(person) if person is not None else None
        if person is not None and not person.name:
            return self._unnamed(person)
        if person is None or self._is_last(person):
            return None if self._is_far(mention) else self._latest_person()
        return self._named(person)

    def _is_far(self, mention: Mention) -> bool:
        """Whether whole paragraphs stand between who spoke last and a pronoun, and none of them names that person."""
        gap = self._aligned[self._last_end : mention.start]
        if self._last is None or gap.count("\n") < _FAR_LINES or len(gap) < _FAR_CHARS:
            return False
        return not self._last.is_person or self._last.name_words[-1] not in gap

    def _is_last(self, person: Figure) -> bool:
        """Whether a person's name, cut short as it may be, is in that of the one who spoke last."""
        if self._last is None or not self._last.is_person:
            return False
        return all(any(word.startswith(part) for word in self._last.name_words) for part in person.name_words)

    def _latest_person(self) -> Figure | None:
        if self._lost:
            return None
        if self._last is not None and is_one(self._last):
            return self._last
        return next((figure for figure in islice(reversed(self._figures), _MAX_FIGURES) if is_one(figure)), None)
