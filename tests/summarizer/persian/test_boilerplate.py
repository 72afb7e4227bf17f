"""Lines that are no news, and credits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.persian.boilerplate import is_boilerplate, lead_credit, strip_boilerplate

NEWS = "مدیر شرکت از آغاز کار خبر داد."


@pytest.mark.parametrize(
    "line",
    [
        "نظر شما",
        "انتهای پیام",
        "انتهای پیام/۱۲م",
        "بیشتر بخوانید: سد پر شد",
        "کد خبر: ۱۲۳۴",
        "منبع: خبرگزاری نمونه",
        "عکس: نیما رها",
        "برای دیدن نام‌ها اینجا را ببینید.",
        "برای ثبت نام روی لینک زیر کلیک کنید",
    ],
)
def test_lines_that_are_no_news_are_known(line: str) -> None:
    """They are dropped, and their neighbours stay as they stand."""
    assert is_boilerplate(line)
    assert strip_boilerplate(f"{NEWS}\n{line}\n{NEWS}") == f"{NEWS}\n{NEWS}"


@pytest.mark.parametrize(
    "line",
    [
        NEWS,
        "منبع آب شهر پر شد و کار آغاز گردید.",
        "نظر شما درباره این طرح را مجلس خواهد شنید و رأی خواهد داد.",
        "برای ساختن پل اینجا کار می‌کنند.",
        "",
    ],
)
def test_prose_is_not_boilerplate(line: str) -> None:
    """A sentence that only begins like one stays."""
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "credit",
    [
        "به گزارش قدس آنلاین، ",
        "به گزارش خبرنگار پارلمانی خبرگزاری نمونه، ",
        "به گزارش «روزنامه صبح» به نقل از رویترز، ",
        "به گزارش خبرنگار ایرنا از رشت؛ ",
        "تهران - ایرنا - ",
        "گروه بین الملل _ ",
        "شهر > رودخانه‌ها - ",
        "شهر > آب و هوا  - نیلگون آنلاین: ",
        "تهران (ایسنا): ",
        "نیلگون - خبرگزاری نمونه: ",
        "به گزارش ایسنا ",
        "به گزارش خبرگزاری فارس از بجنورد ",
        "به گزارش خبرنگار پارلمانی خبرگزاری فارس ",
        "به گزارش خبرگزاری فارس در کراچی، ",
        "به گزارش خبرگزاری فارس از مشهد، به نقل از روابط عمومی شهرداری مشهد، ",
        "به گزارش خبرگزاری فارس از بجنورد به نقل از روابط عمومی استانداری خراسان شمالی ",
        'به گزارش"ورزش نو"، ',
        'به گزارش "ورزش نو" و به نقل از روابط عمومی باشگاه، ',
        "خبرگزاری فارس؛ ",
    ],
)
def test_a_credit_is_measured(credit: str) -> None:
    """The credit is skipped up to the first word of the news."""
    assert lead_credit(credit + NEWS) == len(credit)


@pytest.mark.parametrize(
    "text",
    [
        "به گزارش سازمان هواشناسی، فردا باران می‌بارد.",
        "علی رهایی - مدیر شرکت - از کار خبر داد.",
        "نیما رها: کار را آغاز کردیم.",
        "تهران (پایتخت) شلوغ است.",
        NEWS,
        "",
    ],
)
def test_what_is_part_of_the_news_is_no_credit(text: str) -> None:
    """A source that is no outlet, a speaker before a colon and a name between dashes stay."""
    assert lead_credit(text) == 0


@pytest.mark.parametrize(
    "credit",
    [
        'به گزارش "ورزش نو" ',
        "به گزارش ایسنا ",
        "به گزارش خبرگزاری فارس از بجنورد ",
    ],
)
@pytest.mark.parametrize(
    "news", ["نیما رها در نشست خبری گفت: کار آغاز شد.", "نیما رها، مدیر شرکت، از کار خبر داد.", "دکتر رها، استاد دانشگاه، آمد."]
)
def test_who_speaks_is_no_part_of_the_credit(credit: str, news: str) -> None:
    """Without a comma behind the credit the first comma or colon belongs to the news: never a word too much."""
    assert lead_credit(credit + news) <= len(credit)


@given(st.text(max_size=300))
def test_any_text_is_measured(text: str) -> None:
    """Any Unicode: a credit is never longer than its text."""
    assert 0 <= lead_credit(text) <= len(text)
    assert len(strip_boilerplate(text)) <= len(text)
