"""Sources and documents that speak: «به گفتهٔ X», «در بیانیه‌ای که X منتشر کرد آمده است», «سه نماینده», «گفته که»."""

import pytest

from summarizer import find_quotes

BODY = "بازسازی این پل تا پایان سال تمام می‌شود"


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, in order."""
    return [(quote.speaker, quote.text) for quote in find_quotes(text)]


SPEAKERS = {
    "a written ezafe": ("به گفتهٔ مینا رضوی،", "مینا رضوی"),
    "an ezafe in the opinion": ("به عقیدهٔ مینا رضوی، مدیر پروژه،", "مینا رضوی، مدیر پروژه"),
    "an ezafe within the name": ("به نوشتهٔ روزنامهٔ شرق،", "روزنامهٔ شرق"),
    "an ezafe in the opener": ("در ادامهٔ این نشست مینا رضوی گفت:", "مینا رضوی"),
    "an ezafe in the role": ("مینا رضوی، نمایندهٔ مردم نیلگون، گفت:", "مینا رضوی، نمایندهٔ مردم نیلگون"),
    "a clause about the source": ("به گفته یک مقام آگاه که نخواست نامش فاش شود،", "یک مقام آگاه"),
    "a clause about a named source": ("به گفته مینا رضوی که مدیر این پروژه است،", "مینا رضوی"),
    "people of this country": ("به گفته مقام‌های این کشور", "مقام‌ها"),
    "people of this field": ("به گفته کارشناسان این حوزه،", "کارشناسان"),
    "a perfect without its verb": ("مینا رضوی به رویترز گفته که", "مینا رضوی"),
    "a perfect and a colon": ("مینا رضوی در این باره نوشته:", "مینا رضوی"),
    "what is issued by": ("در بیانیه‌ای که از سوی وزارت راه منتشر شد، آمده است:", "وزارت راه"),
    "what somebody issued": ("در بیانیه‌ای که وزارت راه منتشر کرد، آمده است که", "وزارت راه"),
    "what came from": ("در اطلاعیه‌ای از سوی شهرداری نیلگون آمده است:", "شهرداری نیلگون"),
    "whose paper it is": ("در بیانیه وزارت راه آمده است که", "وزارت راه"),
    "whom a paper quotes": ("در این گزارش به نقل از مینا رضوی، نماینده نیلگون، آمده است که", "مینا رضوی، نماینده نیلگون"),
    "what is issued through": ("در بیانیه‌ای که توسط وزارت راه منتشر شده، آمده است:", "وزارت راه"),
    "a dash in the office": ("سرپرست فدراسیون پزشکی- ورزشی گفت:", "سرپرست فدراسیون پزشکی- ورزشی"),
    "a dash and no Henry": ("مدیرکل امور فرهنگی- هنری نیلگون گفت:", "مدیرکل امور فرهنگی- هنری نیلگون"),
    "a dash before a name": ("رئیس شورای عالی نیلگون- علی رضوی گفت:", "علی رضوی"),
    "two officials": ("روزنامه کیهان به نقل از دو مقام آگاه نوشت که", "دو مقام آگاه"),
    "an outlet of two words quotes": ("نیویورک تایمز به نقل از یک مقام محلی نوشت که", "یک مقام محلی"),
    "a clause about the one quoted": ("رویترز به نقل از یک دیپلمات که خواست نامش فاش نشود، نوشت:", "یک دیپلمات"),
    "three of an office": ("سه نماینده مجلس گفتند که", "سه نماینده مجلس"),
    "two of a crowd": ("دو نفر از اهالی گفتند که", "دو نفر از اهالی"),
    "a number that is an outlet's": ("به گزارش «ورزش سه» مینا رضوی گفت:", "مینا رضوی"),
    "before that, too": ("پیش از این نیز مینا رضوی، سخنگوی وزارت راه، گفته بود که", "مینا رضوی، سخنگوی وزارت راه"),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_who_says_it(case: str) -> None:
    """The speaker is whole and the words begin where they do."""
    opening, speaker = SPEAKERS[case]
    assert said(f"{opening} {BODY}.") == [(speaker, BODY)]


def test_an_act_with_this_begins_the_words() -> None:
    """«به گفته هیئت داوران | وجود این دو عنصر …»; what «این» points to is the speaker's only where it is a place or a body."""
    words = "وجود این دو شعر مایه انتخاب او شده است"
    assert said(f"از دیدگاه هیئت داوران {words}.") == [("هیئت داوران", words)]
    assert said("به گفته مدیر برنامه‌های این سازمان آب شهر کافی است.")[0][1] == "آب شهر کافی است"


@pytest.mark.parametrize(
    "text",
    [
        "با این گفته که راه بسته است، مردم نگران شدند.",
        "در این نوشته «راه نیلگون» آمده است که خوب است.",
        "نمایشنامه راه نیلگون نوشته «مینا رضوی» روی صحنه رفت.",
        "پس از جنگ نسلی روی کار آمده بود که راه را می‌شناخت.",
        f"به گفته مینا رضوی {BODY}.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    """«گفته» is a noun after «این», «آمده بود که» says nothing without a document, and a name's end must be sure."""
    assert said(text) == []
