"""What goes into a summary, given scores."""

from summarizer.rank.document import read_document
from summarizer.select import Budget, Verdict, choose

ROOT = "مهرداد روشن از آغاز ساخت درمانگاه شهر خبر داد."
LEANS = "وی هزینه این کار بزرگ را ده میلیون سکه خواند."
OTHER = "بارش برف راه کوهستانی شمال را تا شب بست."


def verdicts(
    text: str, scores: list[float], *, title: str = "", words: int | None = None, sentences: int | None = None
) -> list[Verdict]:
    """The verdicts of a text under these scores."""
    return choose(read_document(text, title), scores, Budget(words, sentences))


def test_a_pronoun_brings_its_person() -> None:
    """The sentence it leans on comes along, though its own score is low."""
    found = verdicts("\n".join((ROOT, LEANS, OTHER)), [0.1, 0.9, 0.2], sentences=2)
    assert found == [Verdict.NEEDED, Verdict.CHOSEN, Verdict.NO_ROOM]


def test_a_pronoun_without_room_for_its_person_stays_out() -> None:
    """Where only one sentence fits, it is one that stands alone."""
    found = verdicts("\n".join((ROOT, LEANS, OTHER)), [0.1, 0.9, 0.2], sentences=1)
    assert found == [Verdict.NO_ROOM, Verdict.NO_ROOM, Verdict.CHOSEN]


def test_what_was_said_is_not_said_again() -> None:
    """A body that repeats its lead adds nothing."""
    found = verdicts("\n".join((ROOT, OTHER, ROOT)), [0.9, 0.1, 0.8], sentences=2)
    assert found == [Verdict.CHOSEN, Verdict.CHOSEN, Verdict.REPEATS]


def test_the_title_is_not_repeated() -> None:
    """A sentence that says what the title says is left out."""
    assert verdicts("\n".join((ROOT, OTHER)), [0.9, 0.1], title=ROOT, sentences=1) == [Verdict.TITLE, Verdict.CHOSEN]


def test_headings_and_announcements_stay_out() -> None:
    """A line without a stop, one that ends in a bracket, and one that ends in a colon."""
    lines = ("آغاز کار درمانگاه", "درمانگاه تازه شهر نیلگون (بخش کودکان)", "کارهای امسال شهر به این شرح است که می‌آید:", OTHER)
    assert verdicts("\n".join(lines), [0.9, 0.8, 0.7, 0.1], sentences=4) == [Verdict.UNFIT] * 3 + [Verdict.CHOSEN]


def test_the_budget_of_words_is_kept() -> None:
    """What does not fit stays out, and something shorter may take the room."""
    text = "\n".join((ROOT, OTHER))
    assert verdicts(text, [0.9, 0.1], words=9) == [Verdict.CHOSEN, Verdict.NO_ROOM]
    assert verdicts(text, [0.9, 0.1], words=3) == [Verdict.NO_ROOM, Verdict.NO_ROOM]


def test_a_text_of_headings_only_is_read_as_sentences() -> None:
    """A list of headlines still has a summary."""
    assert verdicts("باران آمد\nراه بسته شد", [0.9, 0.1], sentences=1) == [Verdict.CHOSEN, Verdict.NO_ROOM]


def test_a_list_without_anything_to_lean_on_still_has_a_summary() -> None:
    """Where every sentence leans on what cannot be shown, the best one stands by itself."""
    text = "برنامه‌های امسال شهر به این شرح است که می‌آید:\n- ساخت پل تازه شهر در سه سال.\n- گشایش درمانگاه شهر در زمستان."
    assert verdicts(text, [0.1, 0.2, 0.9], sentences=1)[2] is Verdict.CHOSEN


def test_a_copy_of_a_sentence_is_no_other_sentence() -> None:
    """Of a line that stands there many times the first is shown, and no text of one word is news."""
    copies = "\n".join([OTHER] * 5)
    assert verdicts(copies, [0.1, 0.2, 0.9, 0.8, 0.7], sentences=3) == [Verdict.CHOSEN, *[Verdict.REPEATS] * 4]
    assert verdicts("لابد " * 40, [0.9], sentences=3) == [Verdict.REPEATS]


def test_a_summary_does_not_open_with_a_pronoun_of_nobody() -> None:
    """A text that begins with «او» gives its next sentence instead, unless there is no other."""
    text = "او که درمانگاه را ساخته بود، از شهر رفت."
    assert verdicts("\n".join((text, OTHER)), [0.9, 0.1], sentences=1) == [Verdict.DANGLING, Verdict.CHOSEN]
    assert verdicts("\n".join((text, LEANS)), [0.9, 0.1], sentences=1) == [Verdict.CHOSEN, Verdict.NO_ROOM]


def test_what_reads_ill_first_waits_for_another() -> None:
    """«… نیز …» is shown after something that stands before it, and never alone, whatever its score."""
    also = "مدیر درمانگاه نیز از آغاز کار سپاس گزارد."
    assert verdicts("\n".join((OTHER, also)), [0.1, 0.9], sentences=1) == [Verdict.CHOSEN, Verdict.WAITS]
    assert verdicts("\n".join((OTHER, also)), [0.1, 0.9], sentences=2) == [Verdict.CHOSEN, Verdict.CHOSEN]


def test_words_of_a_speaker_bring_who_said_them() -> None:
    """A later sentence of a speech does not read as if the writer said it."""
    speech = "مهرداد روشن گفت: درمانگاه تا پاییز آماده می‌شود. بیماران روستاها دیگر به شهر نمی‌آیند."
    assert verdicts("\n".join((speech, OTHER)), [0.1, 0.9, 0.2], sentences=2) == [Verdict.NEEDED, Verdict.CHOSEN, Verdict.NO_ROOM]
    assert verdicts("\n".join((speech, OTHER)), [0.1, 0.9, 0.2], sentences=1)[1] is Verdict.NO_ROOM
