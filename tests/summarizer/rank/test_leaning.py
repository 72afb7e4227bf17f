"""Which sentences stand alone."""

import pytest

from summarizer.persian.letters import align, spaced
from summarizer.rank.leaning import Lean, leaning
from summarizer.rank.vocabulary import words_of


def lean_of(sentence: str) -> Lean:
    """How a sentence leans by itself."""
    words = words_of(spaced(sentence))
    return leaning(sentence, words.written, words.signals)


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [
        ("مدیر شرکت از آغاز کار خبر داد.", Lean.NOTHING),
        ("وی افزود: کار پیش می‌رود.", Lean.PERSON),
        ("او کار را آغاز کرد.", Lean.PERSON),
        ("این مقام مسئول از کار خبر داد.", Lean.PERSON),
        ("همچنین بخش دوم آغاز می‌شود.", Lean.PERSON),
        ("اما بخش دوم آغاز نشد.", Lean.BEFORE),
        ("این طرح سال آینده آغاز می‌شود.", Lean.BEFORE),
        ("- بخش دوم", Lean.BEFORE),
        ("ما کار را آغاز خواهیم کرد.", Lean.BEFORE),
        ("مدیر شرکت گفت: ما کار را آغاز خواهیم کرد.", Lean.NOTHING),
        ("کار پیش می‌رود».", Lean.BEFORE),
        ("علت این امر کمبود آب بود.", Lean.BEFORE),
        ("گفت: کار پیش می‌رود.", Lean.PERSON),
        ("پاسخ شهردار کار را پیش برد.", Lean.NOTHING),
        ("از نکات مهم دیگر آغاز کار پل است.", Lean.LATER),
        ("لحظاتی بعد پل بسته شد.", Lean.LATER),
        ("حال روشن شده است که پل بسته می‌ماند.", Lean.LATER),
        ("حال عمومی رها خوب است.", Lean.NOTHING),
        ("ضمن اینکه پل بسته می‌ماند.", Lean.BEFORE),
        ("به گفته این کارشناس، چاه‌ها خشک شده‌اند.", Lean.BEFORE),
        ("اعضای یادشده سوگند خوردند.", Lean.BEFORE),
        ("2_ نیما رها دبیر انجمن شد.", Lean.BEFORE),
        ("مدیر شرکت نیز از کار خبر داد.", Lean.LATER),
        ("نگین رها در این باره گفت: کار پیش می‌رود.", Lean.LATER),
        ("گفتنی است پل سه سال پیش بسته شد.", Lean.LATER),
        ("نکته مثبت دیگر این است که زمان می‌گذرد.", Lean.LATER),
        ("رهایی با بیان اینکه کار پیش می‌رود، از مردم سپاس گزارد.", Lean.NAME),
        ("این خبر در حالی پخش می‌شود که کار پیش می‌رود.", Lean.LATER),
        ("بر اساس این گزارش، کار پیش می‌رود.", Lean.LATER),
        ("نگین رها امروز در حاشیه این دیدار از کار خبر داد.", Lean.NAME),
        ("نیما رها گفت: با آغاز این طرح راه باز می‌شود.", Lean.NAME),
        ("تیم ملی پس از دیدار با سوریه از این دیدار خرسند بود.", Lean.NOTHING),
        ("نیما رها امروز با اشاره به این مورد که راه باز است خرسند بود.", Lean.NOTHING),
        ("دیداری که تا آخر بی‌گل بود.", Lean.BEFORE),
        ("مسئله‌ای که همه از آن گفتند.", Lean.BEFORE),
        ("دیداری که رها با مردم داشت دو ساعت بود.", Lean.BEFORE),
        ("کسانی که بلیت دارند باید صبح بیایند.", Lean.NOTHING),
        ("نیما رها درباره دعوت وی گفت: کار پیش می‌رود.", Lean.NAME),
        ("مدیر این هفته از کار خبر داد.", Lean.NOTHING),
        ("دانشگاه علوم فوق العاده شلوغ بود.", Lean.NOTHING),
        ("وین پایتخت اتریش است.", Lean.NOTHING),
        ("اوج بارش فرداست.", Lean.NOTHING),
    ],
)
def test_an_opening_shows_what_a_sentence_needs(sentence: str, lean: Lean) -> None:
    """Pronouns need their person, connectives and unnamed speakers what stands before; look-alikes need nothing."""
    assert lean_of(sentence) is lean


@pytest.mark.parametrize(
    "opening",
    [
        *("اما", "ولی", "لیکن", "لکن", "بلکه", "البته", "بنابراین", "لذا", "زیرا", "چون", "سپس", "آنگاه", "وگرنه", "مثلا", "هرچند"),
        *("اگرچه", "گرچه", "یعنی", "حتی", "پس", "دیگر", "بنابر این", "چرا که", "چراکه", "در نتیجه", "درنتیجه", "در عین حال"),
        *(
            "در مقابل",
            "در حالی که",
            "این در حالی",
            "این درحالی",
            "با وجود این",
            "در غیر این",
            "در غیراین",
            "با این حال",
            "به این ترتیب",
        ),
        *("بدین ترتیب", "به علاوه", "علاوه بر این", "افزون بر آن", "از این رو", "از اینرو", "از سوی دیگر", "از طرفی", "از سویی"),
        *("پس از این", "بعد از آن", "پیش از این", "به همین", "در این میان", "در این باره", "برای مثال", "برای نمونه"),
        *("در عوض", "از آن زمان", "تا این زمان", "از آن پس", "به جای آن", "اتفاقی که", "نتیجه ای که"),
        *("همین", "همان", "چنین", "این", "آن", "آنها", "آن‌ها", "اینها", "این‌ها", "و", "که", "یا", "دوم،", "سوم:", "دومین نکته"),
        *("نکته دوم", "مورد دوم", "وی", "او", "ایشان", "نامبرده", "موصوف", "اینجانب", "مشارالیه", "آنان", "همچنین", "نیز", "ضمنا"),
        *("به گفته وی", "طبق این گزارش", "براساس این خبر"),
        *("گفتنی", "شایان", "لازم به", "قابل ذکر", "یادآوری", "یادآور می", "اضافه می", "خاطرنشان می", "پیش‌تر", "پیشتر", "پیش تر"),
        *("1- ", "«اما", "(ولی", "* بخش"),
    ],
)
def test_every_opening_that_leans_is_noticed(opening: str) -> None:
    """The quick look at the first word lets none of the openings through."""
    sentence = f"{opening} کار تازه آغاز شد."
    assert lean_of(sentence) is not Lean.NOTHING


@pytest.mark.parametrize(
    "sentence",
    [
        "پس از سال‌ها تأخیر، خط تازهٔ مترو به کار افتاد.",
        "پس از آنکه باران بند آمد، راه باز شد.",
        "سوم خرداد راه تازه باز شد.",
        "در نتیجه برخورد دو خودرو در جاده نیلگون، سه نفر کشته شدند.",
        "در نتیجهٔ بارش باران راه بسته شد.",
        "در مقابل ساختمان شهرداری، کارگران گرد آمدند.",
        "دومین جشنواره شعر نیلگون آغاز شد.",
        "در حالی که باران می‌بارید، راه تازه باز شد.",
    ],
)
def test_what_opens_the_same_way_and_stands_alone(sentence: str) -> None:
    """«پس از سال‌ها …» tells when, «دومین جشنواره» is a name, and «در حالی که …، …» is whole."""
    assert lean_of(align(sentence)) is Lean.NOTHING
