"""News as it is written in Afghanistan: its verbs of saying, ranks, offices and bodies."""

import pytest

from summarizer import find_quotes

BODY = "کار این سرک تا پایان ماه قوس تکمیل می‌شود"


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, in order."""
    return [(quote.speaker, quote.text) for quote in find_quotes(text)]


VERBS = (
    "بدین باور است که",
    "به این باور است که",
    "باورمند است که",
    "علاوه کرد که",
    "علاوه نمود:",
    "تاکید ورزید که",
    "تأکید می‌ورزد که",
    "وعده سپرد که",
    "ادعا دارد که",
    "شکایت دارد که",
    "اطمینان داد که",
    "نگاشته است:",
)


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_of_saying(verb: str) -> None:
    """They report speech as «گفت» does."""
    assert said(f"وحیدالله عمری، ولسوال پنجاب، {verb} {BODY}.") == [("وحیدالله عمری، ولسوال پنجاب", BODY)]


SPEAKERS = {
    "a doctor": ("داکتر شفیقه احمدی، استاد پوهنتون بامیان، گفت:", "داکتر شفیقه احمدی، استاد پوهنتون بامیان"),
    "a professor and doctor": ("پوهاند داکتر محمدنعیم اکبری، رییس پوهنتون، گفت:", "پوهاند داکتر محمدنعیم اکبری، رییس پوهنتون"),
    "a deputy minister": ("عبدالقیوم رحیمی، معین وزارت معارف، گفت:", "عبدالقیوم رحیمی، معین وزارت معارف"),
    "a shopkeeper": ("نجیبه، دوکاندار در شهر هرات، گفت:", "نجیبه، دوکاندار در شهر هرات"),
    "a pupil": ("سمیع‌الله، متعلم صنف دهم، می‌گوید:", "سمیع‌الله، متعلم صنف دهم"),
    "one who knows": ("صادق رحیمی، آگاه مسایل سیاسی، می‌گوید که", "صادق رحیمی، آگاه مسایل سیاسی"),
    "a name that is kin elsewhere": ("ملا عبدالغنی برادر گفت:", "ملا عبدالغنی برادر"),
    "after what was before": (
        "پیش از این نیز ذبیح‌الله مجاهد، سخنگوی امارت اسلامی، گفته بود که",
        "ذبیح‌الله مجاهد، سخنگوی امارت اسلامی",
    ),
    "a town's council": ("شاروالی کابل می‌گوید که", "شاروالی کابل"),
    "a command": ("قوماندانی امنیه هرات گفته است که", "قوماندانی امنیه هرات"),
    "a directorate": ("ریاست معارف بلخ اعلام کرد که", "ریاست معارف بلخ"),
    "a captain who is a Khan": ("راشد خان، کپتان تیم ملی کریکت، گفت:", "راشد خان، کپتان تیم ملی کریکت"),
    "a programme": ("برنامه جهانی غذا (WFP) هشدار داده است که", "برنامه جهانی غذا (WFP)"),
    "women": ("شماری از زنان معترض می‌گویند که", "شماری از زنان معترض"),
    "a house of parliament": ("ولسی جرگه اعلام کرد که", "ولسی جرگه"),
    "a handout": ("در خبرنامه وزارت داخله آمده است که", "وزارت داخله"),
    "people of a place": ("شماری از باشنده‌گان کابل می‌گویند که", "شماری از باشنده‌گان کابل"),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_speakers(case: str) -> None:
    """Ranks, offices and bodies are read as those of Iran are."""
    opening, speaker = SPEAKERS[case]
    assert said(f"{opening} {BODY}.") == [(speaker, BODY)]


@pytest.mark.parametrize("pronoun", ["موصوف", "نامبرده"])
def test_the_one_just_named(pronoun: str) -> None:
    """«موصوف» means who spoke before; beside a noun it is an adjective, and that noun speaks."""
    first = f"وحیدالله عمری، سخنگوی والی بلخ، گفت: {BODY}."
    assert [speaker for speaker, _ in said(f"{first}\n{pronoun} افزود: {BODY}.")] == ["وحیدالله عمری، سخنگوی والی بلخ"] * 2
    assert said(f"شرکت {pronoun} اعلام کرد که {BODY}.") == [(f"شرکت {pronoun}", BODY)]
