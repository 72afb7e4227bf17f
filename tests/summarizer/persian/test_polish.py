"""Polish sets text right for display and changes no word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.persian.letters import fold
from summarizer.persian.polish import polish

ZWNJ = "\u200c"
PIECES = [
    *'«»"“”.,،؛;:!؟?…()[]-–ـ/%#@\n\r \u00a0\u200b\u200d\u200e\u202e\ufeff\x00¬',
    *(
        "می",
        "شود",
        "کتاب",
        "ها",
        "های",
        "خانه",
        "ی",
        "گفته",
        "اند",
        "ه",
        "ا",
        "۲",
        "2",
        "٣",
        "1,200",
        "2.5",
        "BBC",
        "http://a.ir/x?y",
        "@ali",
        "#تگ",
    ),
    *(ZWNJ, "ك", "ي", "ۀ", "ﷺ", "ﻻ", "َ", "½", "...", "\ud800", "👨‍👩‍👧", "ساعت "),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


def words(text: str) -> str:
    """The letters and digits of a text, folded, without what lies between them."""
    return re.sub(r"[\W_]", "", fold(text))


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(TEXTS)
def test_twice_is_the_same_as_once(text: str) -> None:
    """A polished text is not changed by polishing it again."""
    once = polish(text)
    assert polish(once) == once


@settings(max_examples=800, deadline=None, derandomize=True)
@given(TEXTS)
def test_no_word_changes(text: str) -> None:
    """Letters and digits are the same, in the same order, before and after."""
    assert words(polish(text)) == words(text)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXTS)
def test_line_ends_stay(text: str) -> None:
    """A text has as many lines after as before, and can be written as UTF-8."""
    polished = polish(text)
    assert [c for c in polished if c in "\n\r\x85\u2028\u2029"] == [c for c in text if c in "\n\r\x85\u2028\u2029"]
    polished.encode("utf-8")


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("كتاب هاي خوب ، و...", f"کتاب{ZWNJ}های خوب، و…"),
        ("۲۳ می نشستی برگزار شد و در ۲۵ می شد", f"۲۳ می نشستی برگزار شد و در ۲۵ می{ZWNJ}شد"),
        ("او می شود و نمی گوید", f"او می{ZWNJ}شود و نمی{ZWNJ}گوید"),
        ("خانه ی ما; چرا?", f"خانه{ZWNJ}ی ما؛ چرا؟"),
        ("گفته اند که رفته ام", f"گفته{ZWNJ}اند که رفته{ZWNJ}ام"),
        ("این ها و آن کتاب", "این ها و آن کتاب"),
        ("نمی توان گفت، می توان دید", f"نمی{ZWNJ}توان گفت، می{ZWNJ}توان دید"),
        ("نیروگاه هسته ای، به گونه ای که", f"نیروگاه هسته{ZWNJ}ای، به گونه{ZWNJ}ای که"),
        ("گفت که ای کاش؛ بلکه ای دوست؛ شبکه ای بی سی؛ ترانه ای کاش", "گفت که ای کاش؛ بلکه ای دوست؛ شبکه ای بی سی؛ ترانه ای کاش"),
        ("سریع تر و تکمیلی تر از پیش", f"سریع{ZWNJ}تر و تکمیلی{ZWNJ}تر از پیش"),
        ("گرم و تر است، چشم تر، پیله تر", "گرم و تر است، چشم تر، پیله تر"),
        ("خانواده اش و بازی ام و خانه مان", f"خانواده{ZWNJ}اش و بازی{ZWNJ}ام و خانه{ZWNJ}مان"),
        (
            "درباره شان انسان، جایزه شان و منزلت، بی ام و، برای ام صلال",
            "درباره شان انسان، جایزه شان و منزلت، بی ام و، برای ام صلال",
        ),
        ("قیمت 2.5 درصد و 1,200 تومان (25% رشد)", "قیمت ۲٫۵ درصد و ۱٬۲۰۰ تومان (۲۵٪ رشد)"),
        ("ساعت 19.30 روز 1402.05.03", "ساعت ۱۹.۳۰ روز ۱۴۰۲.۰۵.۰۳"),
        ("ASUS 3,000,000 تومان", "ASUS ۳٬۰۰۰٬۰۰۰ تومان"),
        ('است."علی رضا" آمد', "است. «علی رضا» آمد"),
        ("در iPhone 14 و COVID-19", "در iPhone 14 و COVID-19"),
        ("نشانی https://a.ir/x?2=3، و a1@b.com و @user_1 و #تگ2020", "نشانی https://a.ir/x?2=3، و a1@b.com و @user_1 و #تگ2020"),
        ("Room 12, floor 3", "Room 12, floor 3"),
        ("او گفت:«سلام !»و رفت .", "او گفت: «سلام!» و رفت."),
        ('او گفت: "سلام" و “بدرود”', "او گفت: «سلام» و «بدرود»"),
        ('" سلام » بر او', "« سلام» بر او".replace("« ", "«")),
        ("متن« ناتمام", "متن ناتمام"),
        ("پایان» متن", "پایان متن"),
        ("کردند.اما ه.ش ماند", "کردند. اما ه.ش ماند"),
        ("ســـلام ـ بدرود", "سلام – بدرود"),
        (f"سیاسی{ZWNJ}ـ انتظامی", "سیاسی انتظامی"),
        ("نرخ\u202e دلار\x00\u200f", "نرخ دلار"),
        (f"می{ZWNJ} شود{ZWNJ} .", f"می{ZWNJ}شود."),
        ("پیمان ۲۰-۱۵ شد", "پیمان ۲۰-۱۵ شد"),
        ("ﻻله و ﷺ", "لاله و ﷺ"),
        ("می\u200eروند و قبیله\u200fای در سال\u00adهای\u200e", f"می{ZWNJ}روند و قبیله{ZWNJ}ای در سال{ZWNJ}های"),
    ],
)
def test_it_reads_as_an_editor_would_write_it(given_text: str, expected: str) -> None:
    """Each mark, digit, letter and space comes out in its Persian form."""
    assert polish(given_text) == expected


def test_a_pair_may_span_paragraphs() -> None:
    """A quotation of two paragraphs keeps its marks."""
    assert polish("«یک\nدو» سه") == "«یک\nدو» سه"


@pytest.mark.parametrize("piece", ['"', "«", "(", "1,", "…", "ـ", "می ", "ه ی", "a", ZWNJ, " ", "¬", "\u200d"])
def test_long_runs_take_linear_time(piece: str) -> None:
    """A run of one mark, two hundred thousand characters long, comes back at all."""
    text = "ا" + piece * (200_000 // len(piece))
    assert len(polish(text)) <= 2 * len(text)
