"""Which sentence must stand beside which."""

from summarizer.rank.document import read_document
from summarizer.rank.support import MISSING, NOTHING, supports
from summarizer.rank.telling import begins_speech

SPEECH = "نگین رها گفت: بند تازه رودخانه تا پاییز آماده می‌شود."
GOES_ON = "دشت پایین‌دست از آن پس سیلاب نخواهد دید."
TOLD = "مهندس دیگری هزینه کار را ده میلیون سکه اعلام کرد."


def needs(*paragraphs: str) -> list[int]:
    """What the sentences of these paragraphs need."""
    return supports(read_document("\n".join(paragraphs)).sentences)


def test_words_that_go_on_need_who_says_them() -> None:
    """A later sentence of a speech after a colon stands only beside the one that names the speaker."""
    assert needs(f"{SPEECH} {GOES_ON} کشاورزان از این بابت آسوده‌اند.") == [NOTHING, 0, 0]


def test_a_speech_ends_with_its_paragraph() -> None:
    """The next paragraph is the writer's again."""
    assert needs(SPEECH, GOES_ON) == [NOTHING, NOTHING]


def test_a_speech_ends_where_the_writer_tells_again() -> None:
    """A sentence that says who spoke needs nobody, and what follows it does not belong to the first speaker."""
    assert needs(f"{SPEECH} {TOLD} {GOES_ON}") == [NOTHING, NOTHING, NOTHING]


def test_a_noun_of_saying_without_its_verb_tells_nothing() -> None:
    """«ادامه خواهد یافت» is still the speaker's; «ادامه داد» is the writer's."""
    assert needs(f"{SPEECH} کار سد در پاییز ادامه خواهد یافت.")[1] == 0
    assert needs(f"{SPEECH} مهندس دیگری ادامه داد که کار سد تمام است.")[1] == NOTHING


def test_a_quotation_in_marks_does_not_go_on() -> None:
    """«…» says itself where the words end; a colon without marks does not."""
    assert begins_speech(SPEECH)
    assert not begins_speech("نگین رها گفت: «بند تازه رودخانه تا پاییز آماده می‌شود».")
    assert not begins_speech("بازی ساعت 19:30 آغاز می‌شود.")


def test_an_answer_needs_its_name() -> None:
    """In an interview a name and a colon begin a speech."""
    assert needs(f"رها: بند تازه رودخانه تا پاییز آماده می‌شود. {GOES_ON}")[1] == 0


def test_nameless_words_need_what_stands_before() -> None:
    """«ما …» within a paragraph leans on the sentence before, and what follows it leans on it."""
    assert needs(f"بند تازه آماده می‌شود. ما دشت را از سیلاب رها کردیم. {GOES_ON}") == [NOTHING, 0, 1]


def test_a_pronoun_that_opens_a_text_has_nobody() -> None:
    """What the first «او» means is not in the text, so none who leans on it stands well."""
    assert needs("او که بند را ساخته بود، از دشت رفت.", "وی دیگر بازنگشت.", GOES_ON) == [MISSING, MISSING, NOTHING]
