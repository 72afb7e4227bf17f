"""Whom «وی» and «این …» mean when the sentence before tells of somebody who has not spoken yet."""

import pytest

from summarizer.quotes.find import find_quotes

BODY = "راه تا فردا باز می‌شود."
MAYOR = "مینا رضوی، شهردار نیلگون"
FIRST = f"{MAYOR}، گفت: {BODY}\n"


def last_speaker(text: str) -> str:
    """Who says the last quotation."""
    return find_quotes(text)[-1].speaker


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("وزیر راه نیلگون از ساختن پل تازه خبر داد. وی افزود: ", "وزیر راه نیلگون"),
        ("وزیر راه نیلگون از پل تازه دیدن کرد.\nکار تازه پس از پل\nوی افزود: ", "وزیر راه نیلگون"),
        ("شهردار نیلگون پل تازه را گشود. وی افزود: ", MAYOR),
        ("وزیر راه نیلگون از پل تازه دیدن کرد. وی سال گذشته هم آنجا بود. وی افزود: ", "وزیر راه نیلگون"),
        ("سخنگوی وزارت راه نیلگون از بسته بودن راه خبر داد.\nاین سخنگو گفت: ", "سخنگوی وزارت راه نیلگون"),
        ("وزارت راه نیلگون از بستن راه خبر داد. این وزارتخانه اعلام کرد: ", "وزارت راه نیلگون"),
        ("این کار با قانون شهر نمی‌سازد که تأکید می‌کند: ", ""),
        ("وزیران راه و آب پل تازه را گشودند. وی افزود: ", MAYOR),
        ("خبرنگار آبراه از شهردار درباره پل پرسید. وی افزود: ", MAYOR),
        ("به اعتقاد برخی محققان از جمله پرویز نیکان، راه بسته می‌ماند. وی می‌گوید: ", ""),
        ("بر اساس گزارش دیگری رئیس انجمن درختان نیز اعلام کرد: ", "رئیس انجمن درختان"),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(between: str, speaker: str) -> None:
    """An office opens the sentence: its holder is meant, a heading between or not; several people and a reporter are not."""
    assert last_speaker(f"{FIRST}{between}{BODY}") == speaker


def test_a_verb_is_nobody_s_name() -> None:
    """«نخواستم که …» before «وی» is no person of that name."""
    assert last_speaker(f"{FIRST}دیدم کار می‌کند، نخواستم که او تنها بماند.\nوی افزود: {BODY}") in ("", MAYOR)


def test_a_statement_told_of_since_is_not_the_last_body_s() -> None:
    """«در این اطلاعیه آمده است» after another body's notice is nobody's who is known; without one it is the body's that spoke."""
    police = f"پلیس نیلگون در اطلاعیه‌ای اعلام کرد که {BODY}\n"
    assert last_speaker(f"{police}در این اطلاعیه آمده است: {BODY}") == "پلیس نیلگون"
    assert last_speaker(f"{police}باشگاه آبراه در اطلاعیه خود از بازیکنان سپاس گزارد. در این اطلاعیه آمده است: {BODY}") == ""


def test_this_paper_s_name_ends_before_what_it_tells() -> None:
    """«به گزارش روزنامه آبراه نخستین دوره …» without a comma: the name is «روزنامه آبراه»."""
    text = f"{FIRST}به گزارش روزنامه آبراه نخستین دوره آموزش پایان یافت.\nاین روزنامه افزود: {BODY}"
    assert last_speaker(text) == "روزنامه آبراه"


def test_this_institute_is_the_nameless_one_that_spoke() -> None:
    """«این مؤسسه» after «یک مؤسسه … ادعا می‌کند» is that one, though another is named between."""
    text = f"یک مؤسسه اروپایی که از سوی مؤسسه آب نیلگون مأمور بود ادعا می‌کند که {BODY} به اعتقاد این مؤسسه {BODY}"
    assert last_speaker(text) == "یک مؤسسه اروپایی"
