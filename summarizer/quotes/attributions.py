"""Reading attributions: which cues of a paragraph report speech, whose it is, and where the reported words begin and end.

Lives here: the rules by which cues compete. Whether one reports speech at all is decided in ``licences``, how far its words go in
``extents``, who its subject is in ``subjects``.
"""

from typing import Final

from summarizer.quotes.clauses import Paragraph, clause_start, sentence_at
from summarizer.quotes.credible import can_speak, names_person
from summarizer.quotes.cues import Cue
from summarizer.quotes.drafts import Draft, last_pause, passes_on, says, settle
from summarizer.quotes.extents import Extent, extent
from summarizer.quotes.licences import Clause, governs, is_pointed, is_verbless, opens_item, reports_nothing
from summarizer.quotes.marks import MARKS
from summarizer.quotes.mentions import Mention
from summarizer.quotes.people import opens_group
from summarizer.quotes.relays import handed_on, is_outlet, may_relay, quoted_by, tells_of, writes_on
from summarizer.quotes.sources import issuer, read_source
from summarizer.quotes.spans import Follow, marked_span, what_follows
from summarizer.quotes.strangers import breaks_in, is_reason, names_somebody
from summarizer.quotes.subjects import is_relative, question_answered, read_subject
from summarizer.quotes.words import Token, is_finite, tokens

_GOVERNING: Final = ("verb", "weak", "text")
_CLAUSE_CHARS: Final = 500
_NEAR_CHARS: Final = 200
_OPENER_CHARS: Final = 12
_LATELY: Final = 6
_MAX_TAIL: Final = 6
_PLUPERFECT: Final = ("ه بود", "ه‌بود", "ه بودند", "ه‌بودند")
_PERFECT: Final = ("ه", "ه است", "ه‌است", "ه اند", "ه‌اند")
_OTHERS: Final = frozenset({"ایشان", "آنها", "آنان", "خودش"})  # within open speech they are those the speaker talks about


def read_paragraph(aligned: str, paragraph: Paragraph, drafts: list[Draft]) -> None:
    """Read the attributions of one paragraph and add their quotations.

    Args:
        aligned: the aligned text.
        paragraph: its place, its sentences and its cues.
        drafts: the quotations found so far; those of this paragraph are added.
    """
    reader = _Reader(aligned, paragraph, drafts)
    for cue in paragraph.cues:
        reader.read(cue)
    reader.close()


class _Reader:
    """One paragraph's reading; ``drafts`` from ``first`` on are its own."""

    def __init__(self, aligned: str, paragraph: Paragraph, drafts: list[Draft]) -> None:
        self.aligned = aligned
        self.paragraph = paragraph
        self.end = paragraph.end
        self.drafts = drafts
        self.first = len(drafts)
        self.listed = opens_item(aligned, paragraph.start)

    def read(self, cue: Cue) -> None:
        """Read one cue and, where it reports speech, add its quotation."""
        previous = self.drafts[-1] if self.drafts else None
        if previous and not previous.open and cue.start < previous.end:
            return
        sentence = sentence_at(self.paragraph, cue.start)
        if cue.family in ("break", "credit") and self._opens(cue, sentence):
            self._cut(sentence[0], cue)
        if cue.family in ("source", "credit"):
            self._read_source(cue, sentence)
        elif cue.family != "break":
            self._read_saying(cue, sentence)

    def close(self) -> None:
        """Settle the paragraph's quotations and drop those that hold nothing."""
        self.drafts[self.first :] = [draft for draft in self.drafts[self.first :] if settle(self.aligned, draft)]

    def _last(self) -> Draft | None:
        """The paragraph's latest quotation."""
        return self.drafts[-1] if len(self.drafts) > self.first else None

    def _same_sentence(self, sentence: tuple[int, int]) -> Draft | None:
        """The latest quotation, when its cue stands in this sentence."""
        previous = self._last()
        return previous if previous and previous.cue.start >= sentence[0] else None

    def _opens(self, cue: Cue, sentence: tuple[int, int]) -> bool:
        """Whether a cue opens its sentence, and this is not the one the speech began in."""
        if self._last() is None or self._same_sentence(sentence) or cue.start - sentence[0] > _OPENER_CHARS:
            return False
        return not self.aligned[sentence[0] : cue.start].strip(" \u200c\n")

    def _read_saying(self, cue: Cue, sentence: tuple[int, int]) -> None:
        follow = what_follows(self.aligned, cue.end)
        if self.listed and follow.lead == "colon" and is_verbless(self.aligned, follow.start):
            return
        if cue.family == "aside":
            self._read_aside(cue, follow, sentence)
        elif governs(self.aligned, cue, follow, sentence, self.end):
            self._read_verb(cue, follow, sentence)
        else:
            self._read_act(cue, sentence)

    def _read_verb(self, cue: Cue, follow: Follow, sentence: tuple[int, int]) -> None:
        clause = self._clause(cue, sentence)
        if reports_nothing(self.aligned, cue, clause, follow) or self._is_doubtful(clause, follow):
            return
        previous = self._same_sentence(sentence)
        if previous is not None and previous.open and previous.cue.family in _GOVERNING and clause.subject and not clause.bounded:
            if not passes_on(previous):
                return  # «X گفت که Y اعلام کرد …»: speech within speech
            self.drafts.pop()
        if previous is not None and self._is_told(cue, clause, follow, previous):
            return
        if self._is_reporter(cue, clause, follow, sentence):
            self._cut(self._reporting_start(clause, sentence), cue)
            draft = Draft(cue, clause.subject, clause.start, extent(self.aligned, follow, sentence[1], self.end))
            draft.unread = clause.subject is None and self._names_somebody(clause, self._same_sentence(sentence))
            self.drafts.append(draft)

    def _is_told(self, cue: Cue, clause: Clause, follow: Follow, previous: Draft) -> bool:
        """Whether a cue within open reported speech is that speech's own: it gives a reason, or is in another tense."""
        if not previous.open or previous.kind == "direct" or previous.cue.family not in _GOVERNING or is_pointed(follow):
            return False
        if is_reason(clause.words, clause.first):
            return True
        told = _tense(self.aligned, previous.cue)
        return clause.subject is None and told != "pluperfect" and _tense(self.aligned, cue) not in ("past", told)

    def _names_somebody(self, clause: Clause, said: Draft | None) -> bool:
        """Whether the words before a cue name somebody, though its subject cannot be read; ``said`` is its sentence's speech."""
        if clause.words and clause.words[-1].word == "که":
            return True  # «با اصل نهم، که تأکید می‌کند «…»»
        if said is not None:
            return said.kind == "indirect" and clause.bounded and breaks_in(clause.words)
        if names_somebody(clause.words):
            return True
        if not clause.bounded:
            return False
        earlier = self._earlier_subject(clause.words, clause.first)
        return self._is_torn(clause) if earlier is None else tells_of(earlier.words, clause.words)

    def _is_torn(self, clause: Clause) -> bool:
        """Whether a clause between the sentence's beginning and the cue has a subject of its own."""
        first = clause.first
        while first > 0:
            first, _ = clause_start(clause.words[:first])
            subject = read_subject(clause.words, first, self._known()) if first else None
            if subject is not None and names_person(subject):
                return True
        return False

    def _read_act(self, cue: Cue, sentence: tuple[int, int]) -> None:
        """A sentence that quotes nothing but has the speaker as its subject («وی از … خبر داد.») is the reporter's again."""
        previous = self._last()
        if previous is None or not previous.is_open_speech or self._same_sentence(sentence):
            return
        words = tokens(self.aligned, sentence[0], min(cue.start, sentence[0] + _CLAUSE_CHARS))
        subject = read_subject(words, 0, self._known())
        if subject is not None and (subject.form == "pronoun" or self._is_known(subject)):
            self._cut(sentence[0], cue)

    def _read_aside(self, cue: Cue, follow: Follow, sentence: tuple[int, int]) -> None:
        clause = self._clause(cue, sentence)
        previous = self._last()
        if previous is not None and previous.is_open_speech and not self._is_again(clause.subject):
            return
        self._cut(clause.start, cue)
        span = marked_span(self.aligned, follow.start, sentence[1]) if follow.mark else None
        self.drafts.append(Draft(cue, clause.subject, clause.start, _marked_or_to(span, cue.end, sentence[1])))

    def _read_source(self, cue: Cue, sentence: tuple[int, int]) -> None:
        previous = self._last()
        source = read_source(self.aligned, cue, sentence)
        if source is None or (previous and previous.open and self._same_sentence(sentence)):
            return
        mention, start = source
        marked = self.aligned[start : start + 1] in MARKS and start < sentence[1]
        if (cue.family == "credit" and not marked) or (previous and previous.is_open_speech and not self._is_again(mention)):
            return
        self._cut(sentence[0], cue)
        span = marked_span(self.aligned, start, sentence[1]) if marked else None
        self.drafts.append(Draft(cue, mention, sentence[0], _marked_or_to(span, start, sentence[1])))

    def _clause(self, cue: Cue, sentence: tuple[int, int]) -> Clause:
        """The words of the cue's own clause, and its subject: that of the clause, else that of the sentence."""
        previous = self._same_sentence(sentence)
        floor = sentence[0] if previous is None else max(sentence[0], previous.start if previous.open else previous.end)
        words = tokens(self.aligned, max(floor, cue.start - _CLAUSE_CHARS), cue.start)
        first, bounded = clause_start(words)
        if previous is not None and previous.cue.family == "aside" and not bounded:
            first = _after_comma(words, first)
        text = self.aligned[words[0].start : cue.start] if words else ""
        answered = question_answered(words) if previous is None and "پاسخ" in text else 0
        if answered:
            subject = read_subject(words[: answered - 1], 0, self._known()) if answered > 1 else None
            return Clause(words, 0, False, subject, words[0].start, text)
        subject = read_subject(words, first, self._known())
        if cue.family == "text":
            subject = (handed_on(words, 0, None) if may_relay(text) else None) or subject or issuer(words)
        if bounded:
            subject = self._checked(cue, words, first, subject, previous)
        if may_relay(text[-_NEAR_CHARS:]):
            subject = handed_on(words, first, subject)
        return Clause(words, first, bounded, subject, words[first].start if first < len(words) else cue.start, text)

    def _checked(self, cue: Cue, words: list[Token], first: int, subject: Mention | None, previous: Draft | None) -> Mention | None:
        """The subject of a clause that others stand before in its sentence: its own where that can speak, else an earlier one's."""
        if previous is not None:
            if subject is None or previous.cue.family != "aside":
                return subject
            told = any(is_finite(word.word) for word in words if word.start >= subject.end)  # it has a verb of its own
            return subject if self._can_speak(subject) and not told else None  # the last clause of the aside has been read
        plural = self.aligned.endswith("ند", cue.start, cue.end)
        if subject is None or (not subject.is_personal and is_relative(words) and not names_person(subject)):
            earlier = self._earlier_subject(words, first, plural=plural)
            if earlier is None or not is_outlet(earlier.words) or words[first].word == "و":
                return earlier
            if first < len(words) - 1:  # more than a comma between another clause and the cue
                return None  # «رویترز گزارش داد، شرکتی … گفت» is the firm's
            return earlier if writes_on(earlier.words, words) else quoted_by(earlier, words)
        if self._can_speak(subject):
            return subject
        earlier = self._earlier_subject(words, first, plural=plural)
        return earlier if earlier is not None and (earlier.is_personal or self._is_known(earlier)) else subject

    def _is_doubtful(self, clause: Clause, follow: Follow) -> bool:
        """Whether nothing but a bare verb makes this a quotation, and its subject cannot speak («آمارها می‌گوید …»)."""
        plain = follow.lead in ("bare", "comma") and not follow.mark
        return plain and clause.subject is not None and not self._can_speak(clause.subject)

    def _can_speak(self, subject: Mention) -> bool:
        """Whether a subject is one who can; otherwise the clause has been misread and its subject stands before it."""
        return can_speak(subject) or self._is_known(subject)

    def _earlier_subject(self, words: list[Token], first: int, *, plural: bool = False) -> Mention | None:
        """The subject of the nearest clause before that names somebody («… که مرکل هشدار داد و تأکید کرد»), else the sentence's.

        None where a clause between has a lone name for its subject: nobody knows which of the two goes on.
        """
        known = self._known()
        while first > 0:
            first, _ = clause_start(words[:first])
            subject = read_subject(words, first, known) if first else None
            if subject is not None and (subject.is_personal or (plural and opens_group([t.word for t in subject.words], 0))):
                return subject
            if subject is not None and names_person(subject):
                return None
        return read_subject(words, 0, known)

    def _reporting_start(self, clause: Clause, sentence: tuple[int, int]) -> int:
        """Where the reporter takes over: at the clause, or at the sentence when the speaker is named at its head."""
        if self._last() is None or self._same_sentence(sentence) or clause.subject is None:
            return clause.start
        return sentence[0] if clause.subject.start < clause.start else clause.start

    def _is_reporter(self, cue: Cue, clause: Clause, follow: Follow, sentence: tuple[int, int]) -> bool:
        """Whether a cue that stands within open direct speech is the reporter's and not the speaker's own.

        A verb without a subject that changes to another tense («گفت: … و مدعی شده …») is the speaker's, who tells of others.
        """
        previous = self._last()
        if previous is None or not previous.is_open_speech or follow.lead == "colon" or follow.mark:
            return True
        if clause.subject is None:
            said = self._same_sentence(sentence)
            return said is not None and _tense(self.aligned, cue) in ("past", _tense(self.aligned, said.cue))
        return self._is_again(clause.subject) and clause.subject.words[0].word not in _OTHERS

    def _is_again(self, subject: Mention | None) -> bool:
        """Whether a subject is the one who has been speaking: «وی», «این مقام», or a name or role heard before."""
        return subject is not None and (subject.form != "nominal" or self._is_known(subject))

    def _known(self) -> set[str]:
        """The last words of the names of those who have spoken lately."""
        return {word for draft in self.drafts[-_LATELY:] for word in draft.names}

    def _is_known(self, subject: Mention) -> bool:
        """Whether somebody of this name or role has spoken lately."""
        last = subject.words[-1].word
        return any(last in (word.word for word in draft.mention.words) for draft in self.drafts[-_LATELY:] if draft.mention)

    def _cut(self, clause: int, cue: Cue) -> None:
        """End open speech where a new attribution begins; an aside of an earlier sentence ends by itself."""
        previous = self._last()
        if previous is None or not previous.open:
            return
        same = previous.cue.start >= sentence_at(self.paragraph, cue.start)[0]
        if same or previous.cue.family != "aside":
            clause = last_pause(self.aligned, previous.start, clause) if previous.cue.family == "aside" else clause
            if clause <= previous.start and (previous.cue.family != "source" or says(self.aligned, previous.start, cue.start)):
                clause = cue.start  # but «به نوشته X، Y روز یکشنبه | اعلام کرد» quotes nothing
            previous.end = max(previous.start, min(previous.end, clause))
            previous.open = False


def _marked_or_to(span: tuple[int, int, int] | None, start: int, end: int) -> Extent:
    """The words in marks, where there are any, else those between two offsets, which a later cue may cut short."""
    if span is not None:
        return Extent(span[0], span[1], "direct", marked=True, open=False)
    return Extent(start, end, "indirect", marked=False, open=True)


def _tense(aligned: str, cue: Cue) -> str:
    """The tense of a cue's verb: «می‌گوید» present, «گفته (است)» perfect, «گفته بود» pluperfect, all else past."""
    text = aligned[cue.start : cue.end]
    if "می" in text and text.endswith("د"):
        return "present"
    if text.endswith(_PLUPERFECT):
        return "pluperfect"
    return "perfect" if text.endswith(_PERFECT) else "past"


def _after_comma(before: list[Token], first: int) -> int:
    """Where the main clause begins after an aside whose verb is not told: at a comma close to the cue, else at the cue."""
    for i in range(len(before) - 1, max(first, len(before) - 1 - _MAX_TAIL), -1):
        if before[i].word == "،":
            return i
    return len(before)
