"""The same news and other news, in invented articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.dedupe import SAME_STORY, likeness
from bot.ingest.minhash import Sketch, keys, packed, sketch, stems_of, unpacked
from summarizer.persian.terms import terms

WIRE = (
    "پل معلق نیلوفر پس از چهار سال تعطیلی بازگشایی شد",
    "پل معلق نیلوفر که چهار سال پیش در پی سیلاب آسیب دیده بود، صبح سه‌شنبه با حضور استاندار بازگشایی شد. به گفتهٔ "
    "پیمانکار، ۳۲۰ تن فولاد در "
    "بازسازی این پل به کار رفته است. کشاورزان دو سوی رودخانه در این سال‌ها ناچار بودند ۴۰ کیلومتر راه دورتر بروند. "
    "استاندار گفت جادهٔ دسترسی هم تا بهار آسفالت می‌شود.",
)
OTHER_OUTLET = (
    "بازگشایی پل نیلوفر؛ پایان چهار سال دوری کشاورزان",
    "استاندار صبح سه‌شنبه پل معلق نیلوفر را بازگشایی کرد. این پل چهار سال پیش با سیلاب آسیب دیده بود و کشاورزان دو "
    "سوی رودخانه هر روز ۴۰ کیلومتر "
    "راه بیشتر می‌رفتند. پیمانکار از کاربرد ۳۲۰ تن فولاد در بازسازی پل خبر داد. زنان روستا با نان و خرما به پیشواز آمدند.",
)
OTHER_NEWS = (
    "پل عابر نیلوفر در میدان اصلی شهر جابه‌جا می‌شود",
    "شهردار گفت پل عابر پیادهٔ میدان اصلی که نیلوفر نام دارد، برای ساخت ایستگاه مترو جابه‌جا می‌شود. این کار از اول "
    "دی آغاز می‌شود و ۵ هفته زمان می‌برد. "
    "رانندگان باید از خیابان‌های جنوبی بگذرند. اتوبوس‌های خط یک هم مسیر خود را تغییر می‌دهند.",
)
DAILY = (
    "نرخ سکه در بازار امروز",
    "نرخ سکه در معاملات امروز بازار به {a} تومان رسید و نیم‌سکه {b} تومان فروخته شد. فعالان بازار می‌گویند دادوستد "
    "کم است و خریداران چشم‌به‌راه‌اند.",
)


def sketched(article: tuple[str, str]) -> Sketch:
    """The sketch of a title and a text."""
    return sketch(*(stems_of(terms(part)) for part in article))


def keyed(article: tuple[str, str]) -> set[int]:
    """Its keys."""
    return set(keys(*(stems_of(terms(part)) for part in article)))


def alike(one: tuple[str, str], other: tuple[str, str], *, hours: float = 3, same_outlet: bool = False) -> bool:
    """Whether two articles are found and taken for the same story."""
    return (
        bool(keyed(one) & keyed(other))
        and likeness(sketched(one), sketched(other), hours=hours, same_outlet=same_outlet) >= SAME_STORY
    )


def test_two_outlets_that_tell_the_same_tell_one_story() -> None:
    """In other words and another order, with letters and half-spaces of their own."""
    assert alike(WIRE, OTHER_OUTLET)
    assert alike(WIRE, (OTHER_OUTLET[0].replace("ی", "ي"), OTHER_OUTLET[1].replace("\u200c", "").replace("ک", "ك")))


def test_a_copy_is_the_same_story_for_a_fortnight() -> None:
    """Also when it was cut, or has another title."""
    assert alike(WIRE, WIRE, hours=13 * 24)
    assert alike(WIRE, (WIRE[0], WIRE[1][: len(WIRE[1]) // 2]), hours=20)
    assert alike(WIRE, ("دیدار استاندار با کشاورزان", WIRE[1]), hours=20)


def test_news_that_shares_names_is_another_story() -> None:
    """A place and a thing in common are not an event in common."""
    assert not alike(WIRE, OTHER_NEWS)


def test_what_comes_each_day_is_another_story_each_day() -> None:
    """The same words with other numbers."""
    one, other = ((DAILY[0], DAILY[1].format(a=a, b=b)) for a, b in (("۴۱۲۰۰۰", "۲۱۵۰۰۰"), ("۴۱۹۵۰۰", "۲۱۸۷۰۰")))
    assert not alike(one, other, hours=24, same_outlet=True)
    assert not alike(one, other, hours=24)


def test_the_same_outlet_needs_more_to_tell_it_twice() -> None:
    """What comes next shares the words of what came before."""
    one, other = sketched(WIRE), sketched(OTHER_OUTLET)
    assert likeness(one, other, hours=3, same_outlet=True) < likeness(one, other, hours=3, same_outlet=False)


@given(st.lists(st.text(max_size=8), max_size=12), st.lists(st.text(max_size=8), max_size=80))
def test_any_words_make_a_sketch_that_can_be_kept(title: list[str], text: list[str]) -> None:
    """Packed and unpacked it is the same but for rounding, and nothing is more alike to it than itself."""
    one = sketch(title, text)
    again = unpacked(packed(one))
    assert (again.title, again.numbers, set(again.words)) == (one.title, one.numbers, set(one.words))
    assert likeness(one, again, hours=0, same_outlet=False) == pytest.approx(
        likeness(one, one, hours=0, same_outlet=False), abs=1e-4
    )
    assert all(-(2**63) <= key < 2**63 for key in keys(title, text))
