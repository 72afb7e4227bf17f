"""Which topics an article is put into."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.article import TOPICS
from bot.topics import classify
from bot.topics.classify import DESKS, _shipped, likelihoods, parsed, ranked
from bot.topics.features import MAX_CHARS, features
from summarizer.persian.terms import stem_terms

MATCH = (
    "پیروزی تیم ملی والیبال",
    "تیم ملی والیبال در دیدار پایانی لیگ قهرمانان حریف خود را سه بر یک برد. سرمربی تیم از بازیکنان سپاس گزارد.",
)
MARKET = (
    "رشد شاخص بورس",
    "شاخص کل بازار سهام امروز دو درصد بالا رفت. قیمت دلار و سکه در بازار کاهش یافت و بانک مرکزی نرخ سود را نگه داشت.",
)
FILM = (
    "آغاز جشنواره فیلم",
    "کارگردان این فیلم سینمایی و بازیگران آن در نشست جشنواره از فیلمنامه گفتند. نمایش فیلم در سینماها فردا آغاز می‌شود.",
)
PARLIAMENT = (
    "رأی مجلس به لایحه",
    "نمایندگان مجلس در صحن علنی به لایحه دولت رأی دادند و رئیس‌جمهور از کمیسیون سپاس گزارد. سخنگوی دولت گفت انتخابات برگزار می‌شود.",
)
SPACE = (
    "کشف سیاره تازه",
    "دانشمندان با تلسکوپ فضایی سیاره‌ای تازه یافتند. پژوهشگران دانشگاه می‌گویند این سیاره به دور ستاره‌ای کوچک می‌گردد.",
)
FLU = (
    "هشدار پزشکان درباره آنفلوآنزا",
    "پزشکان می‌گویند بیماران مبتلا به آنفلوآنزا باید به بیمارستان بروند. واکسن علائم بیماری را کم می‌کند و درمان کوتاه می‌شود.",
)


@pytest.mark.parametrize(
    ("article", "topic"),
    [(MATCH, "sport"), (MARKET, "economy"), (FILM, "culture"), (PARLIAMENT, "politics"), (SPACE, "science")],
)
def test_an_article_of_one_desk_is_put_there(article, topic):
    """An article that speaks of one thing has that topic first."""
    assert classify(title=article[0], text=article[1])[0] == topic


CRICKET = ("پیروزی در کریکت", "تیم ملی کریکت با تفاوت هفت ویکت برنده شد و کپتان تیم توپ‌زنی خوبی داشت.")
ROBBERS = (
    "دزدان در کابل",
    "قوماندانی امنیه کابل می‌گوید که پولیس سه دزد مسلح را در سرک عمومی بازداشت کرده و پرونده‌شان به سارنوالی رفته است.",
)
MONEY = (
    "نرخ دالر در سرای شهزاده",
    "صرافان می‌گویند که نرخ دالر در برابر افغانی بالا رفته و دوکانداران از افزایش بهای آرد شکایت دارند.",
)


@pytest.mark.parametrize(("article", "topic"), [(CRICKET, "sport"), (ROBBERS, "society"), (MONEY, "economy")])
def test_the_words_of_afghanistan_speak_too(article, topic):
    """Though no labelled article has them."""
    assert classify(title=article[0], text=article[1])[0] == topic


def test_health_is_named_beside_the_desk():
    """An article on an illness has health among its topics, though no outlet's desk of the labels is called so."""
    assert "health" in classify(title=FLU[0], text=FLU[1])
    assert "health" not in classify(title=MATCH[0], text=MATCH[1])


def test_health_leads_where_the_feed_says_so():
    """A feed's health desk puts health first in an article on health, not in one on sport."""
    assert classify(title=FLU[0], text=FLU[1], desk="health")[0] == "health"
    assert classify(title=MATCH[0], text=MATCH[1], desk="health")[0] == "sport"


@pytest.mark.parametrize(("title", "text"), [("", ""), ("  \n", "۱۲۳ - … !"), ("\x00", "\u200c")])
def test_nothing_to_judge_by_gives_no_topic(title, text):
    """Without a word there is no topic, and with a desk it is the desk's."""
    assert classify(title=title, text=text) == ()
    assert classify(title=title, text=text, desk="world") == ("world",)
    assert classify(title=title, text=text, desk="no such desk") == ()


def test_spelling_does_not_matter():
    """Arabic letters and lost half-spaces give the same topics."""
    title, text = MARKET[0].replace("ی", "ي"), MARKET[1].replace("ک", "ك").replace("ی", "ي")
    assert classify(title=title, text=text) == classify(title=MARKET[0], text=MARKET[1])


def test_a_desk_helps_and_does_not_decide():
    """A desk moves its own topic up; an article that is plainly of another topic stays there."""
    model = parsed("scale:\t1\nbias:\t0 0 0 0 0 0 0 -9\nwort\t1 0 0 0 0 0 0 0\nsehr\t9 0 0 0 0 0 0 0\n")
    assert ranked(likelihoods(model, {"wort": 1.0}))[0] == "politics"
    assert ranked(likelihoods(model, {"wort": 1.0}, "sport"))[0] == "sport"
    assert ranked(likelihoods(model, {"sehr": 1.0}, "sport"))[0] == "politics"


@given(st.text(max_size=300), st.text(max_size=1000), st.sampled_from([*TOPICS, "", "x"]))
def test_any_text_gives_few_known_topics_once_each(title, text, desk):
    """Any two strings give at most three different slugs."""
    topics = classify(title=title, text=text, desk=desk)
    assert len(topics) <= 3
    assert len(set(topics)) == len(topics)
    assert set(topics) <= set(TOPICS)


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.floats(0, 1e6)))
def test_likelihoods_are_probabilities(found):
    """However strong the words are, the desks sum to one and nothing overflows."""
    likely = likelihoods(parsed("scale:\t9\nbias:\t0 0 0 0 0 0 0 0\na\t9 0 0 0 0 0 0 -9\nb\t0 9 0 0 0 0 0 9\n"), found)
    assert sum(likely[topic] for topic in DESKS) == pytest.approx(1)
    assert all(0 <= one <= 1 for one in likely.values())


def test_a_long_text_takes_no_longer():
    """Only the beginning of a text is read, so megabytes take no time."""
    started = time.perf_counter()
    classify(title="خبر " * 10_000, text=MARKET[1] * 20_000)
    assert time.perf_counter() - started < 1
    assert features("", MARKET[1] * 1000) == features("", (MARKET[1] * 1000)[:MAX_CHARS])


def test_the_title_weighs_more_than_the_text():
    """A word of the title counts more than the same word once in the text."""
    found = features("گندم", "گندم برنج برنج")
    assert found["گندم"] > found["برنج"]


def test_the_weights_fit_the_stems():
    """The words in the shipped weights are stems as they are made now; when stems change, train_topics.py runs again."""
    words = [term for term in _shipped().terms if " " not in term]
    assert len(words) > 1000
    assert sum(stem_terms(word) == [word] for word in words) >= 0.97 * len(words)
