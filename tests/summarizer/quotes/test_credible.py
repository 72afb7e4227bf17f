"""Who can be a speaker at all: names, offices, bodies, people; and what is shown as nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import find_quotes
from summarizer.quotes.credible import credible
from summarizer.quotes.speakers import figure_of

BODY = "این راه تا فردا برای همه باز می‌شود."

SPEAKERS = [
    "مینا رضوی",
    "سید مهیار ذاکر",
    "سیدمهیار ذاکر",
    "جواد آملی",
    "قدرت الله طمیمیان",
    "حجت‌الاسلام و المسلمین حسن بادگیر",
    "رضا درخشان، شهردار نیلگون",
    "گلبهار مشتاق، کارگردان نمایش",
    "لواندوفسکی",
    "کی روش",
    "یعقوبعلی نیا",
    "تولیت آستان نیلگون",
    "صفدر احمدی‌نژاد",
    "شهردار نیلگون",
    "وزارت راه",
    "روزنامه «سپیده‌دم»",
    "نیویورک تایمز",
    "بی بی سی",
    "مسکو",
    "کارشناسان",
    "تولید کنندگان پوشاک",
    "اصلاح‌طلبان",
    "شیعیان لبنان",
    "خیلی از کارشناسان",
    "یک مقام آگاه",
    "برخی",
    "عده ای",
    "مردی",
]
NOBODY = [
    "خیلی",
    "همانگونه",
    "ادعا",
    "نفر",
    "نفر سوم",
    "زیرلب",
    "امیدواریم",
    "چنانکه",
    "ما",
    "من",
    "یا",
    "پدري",
    "برپايه",
    "درابتدای",
    "زل",
    "واکنش مربی",
    "استفاده",
    "خطر سرطان",
    "همکاری",
    "گل‌ها",
    "آمارهای موجود",
    "تحقیقات انجام",
    "یک تصویر",
    "یکی از",
    "برخی از",
    "رکوردی",
    "هق‌هق کنان",
    "آقای",
    "علی رغم بارش",
    "سر تکان",
    "کشور",
    "موافق",
    "پشتیبان راه، فرمانده سپاه",
    "اصفهان",
]


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_names_offices_bodies_and_people_can_speak(speaker: str) -> None:
    """A list, a shape of names or the company of a role is enough."""
    figure = figure_of(speaker)
    assert figure is not None
    assert credible(figure) is not None


@pytest.mark.parametrize("words", NOBODY)
def test_words_that_are_no_speaker_are_nobody(words: str) -> None:
    """Verbs, adverbs, pronouns of the first person and things, in Persian and in Arabic letters."""
    figure = figure_of(words)
    assert figure is None or credible(figure) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [("مینا رضوی بعدازظهر", "مینا رضوی"), ("مینا رضوی میهمان برنامه", "مینا رضوی"), ("علیخانی اشاراتی", "علیخانی")],
)
def test_what_is_no_part_of_a_name_is_cut_off(words: str, name: str) -> None:
    """A time, a guest of the evening, the noun of a verb."""
    figure = figure_of(words)
    kept = credible(figure) if figure else None
    assert kept is not None
    assert " ".join(token.word for token in kept.name) == name


def test_a_word_that_prose_knows_is_a_name_where_a_text_names_somebody_by_it_again_and_again() -> None:
    """One mention of «امیدی» is a doubt, two are a name."""
    figure = figure_of("امیدی")
    assert figure is not None
    assert credible(figure) is None
    assert credible(figure, ("امیدی",)) is not None


@given(st.text(alphabet='ابتنیرکهو و،«»"().۱۲‌ ', max_size=60))
def test_what_is_kept_of_a_name_is_its_beginning(words: str) -> None:
    """Whatever the words."""
    figure = figure_of(words)
    kept = credible(figure) if figure else None
    assert kept is None or figure is None or kept.name == figure.name[: len(kept.name)]


def speakers(text: str) -> list[str]:
    """The speakers in the order of what they say."""
    return [quote.speaker for quote in find_quotes(text)]


def test_a_speaker_that_cannot_be_one_is_nobody_and_so_is_he_who_follows_as_a_pronoun() -> None:
    """Not the one who spoke before: that would put words into his mouth."""
    text = f"مینا رضوی، شهردار نیلگون، گفت: {BODY}\nخطر سرطان گفت: {BODY}\nوی افزود: {BODY}"
    assert speakers(text) == ["مینا رضوی، شهردار نیلگون", "", ""]


def test_a_bare_verb_whose_subject_cannot_speak_reports_nothing() -> None:
    """«آمارها می‌گوید …» has neither colon nor «که»."""
    assert find_quotes("آمارها می‌گوید نیمی از پل‌های استان تا پایان سال بازسازی می‌شود.") == ()


def test_a_quantifier_speaks_with_its_people() -> None:
    """«خیلی از کارشناسان», not «خیلی»."""
    assert speakers("خیلی از کارشناسان معتقدند که پل تازه تا بهار آینده باز می‌شود.") == ["خیلی از کارشناسان"]


def test_an_adverb_before_the_verb_is_no_speaker() -> None:
    """«زیرلب گفت» is said by the one who has been named."""
    text = f"مینا رضوی گفت: {BODY}\nرضوی اندکی ایستاد و زیرلب گفت: «پل را دیر ساختیم و مردم منتظر ماندند.»"
    assert speakers(text) == ["مینا رضوی", "مینا رضوی"]


def test_a_clause_whose_noun_cannot_speak_gives_way_to_the_sentence_s_subject() -> None:
    """«… در زمینه ساخت و ساز گفت»: the one named at the head of the sentence."""
    text = f"مینا رضوی، با اشاره به بخشنامه‌های تازه در زمینه ساخت و ساز گفت: {BODY}"
    assert speakers(text) == ["مینا رضوی"]


def test_somebody_else_s_lawyer_is_not_the_person_he_speaks_for() -> None:
    """«وکیل مدافع مینا رضوی» has no name."""
    assert speakers(f"وکیل مدافع مینا رضوی گفت: {BODY}") == ["وکیل مدافع مینا رضوی"]


def test_the_noun_that_opens_an_object_ends_the_office_before_it() -> None:
    """«سخنگوی کمیسیون آب | آخرین وضعیت …»."""
    text = f"سخنگوی کمیسیون آب آخرین وضعیت سد را تشریح کرد و گفت: {BODY}"
    assert all("آخرین" not in speaker for speaker in speakers(text))
