"""Which subscriptions an article meets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.topics import Query, Subject, SubscriptionIndex, marks, parse_query
from bot.topics.frequency import share_of_articles
from bot.topics.query import Condition, FromSource, InTopic, Phrase, SaidBy, Wide
from summarizer.persian.terms import stem_terms

ARTICLE = Subject(
    title="گفت‌وگوی ایران و روسیه بر سر گندم",
    text="سخنگوی وزارت گفت بازار سهام آرام است. کتاب‌های تازه در راه‌اند و قیمت گندم بالا رفت.",
    topics=("politics", "economy"),
    source="خبرگزاری مهرگان",
    speakers=("ناصر کنعانی، سخنگوی وزارت خارجه", "بهروز نیک‌پی"),
)


def asked(text: str) -> Query:
    """The query that the words make."""
    query = parse_query(text)
    assert isinstance(query, Query), query
    return query


def meets(text: str, subject: Subject = ARTICLE) -> bool:
    """Whether the article meets what the words ask for."""
    index = SubscriptionIndex()
    index.add(1, asked(text))
    return [list(met.subscriptions) for met in index.match(subject)] == [[1]]


@pytest.mark.parametrize(
    "text",
    [
        "ایران",
        "ایران گندم",
        "كتابهاي",
        "کتاب ها",
        "گفتگو یا گفت‌وگوی",
        '"بازار سهام"',
        '"ایران و روسیه"',
        "بورس یا گندم",
        "ایران -سوریه",
        'ایران -"سهام بازار"',
        "اقتصاد",
        "موضوع:سیاست گندم",
        "هرگاه از کنعانی نقل شد",
        'گوینده:"کنعانی ناصر"',
        "منبع:مهرگان",
        "سهام -ورزش",
    ],
)
def test_an_article_is_met(text):
    """Words in title or text, in any spelling, phrases, topics, speakers and outlets meet the article."""
    assert meets(text)


@pytest.mark.parametrize(
    "text",
    [
        "سوریه",
        "ایران سوریه",
        '"سهام بازار"',
        '"گندم سخنگوی"',
        "ایران -گندم",
        'ایران -"بازار سهام"',
        "ایران -سیاست",
        "ایران -منبع:مهرگان",
        "ایران -گوینده:کنعانی",
        "ورزش",
        'گوینده:"ناصر نیک‌پی"',
        "گوینده:سوریه",
        "منبع:ایسنا",
    ],
)
def test_an_article_is_not_met(text):
    """A missing word, words apart, an end of the title with a start of the text, two halves of two names: none of these meets."""
    assert not meets(text)


def test_equal_queries_are_one_with_all_who_ask():
    """Different spellings of a query are met once, with every subscription, in rising order."""
    index = SubscriptionIndex()
    for number, text in ((5, "گندم ایران"), (2, "ایران گندم"), (9, "ايران گندم‌ها"), (5, "ایران گندم")):
        index.add(number, asked(text))
    (met,) = index.match(ARTICLE)
    assert list(met.subscriptions) == [2, 5, 9]


def test_a_removed_subscription_is_met_no_more():
    """Removing takes out that one alone; removing what is not there changes nothing; all removed leaves nothing behind."""
    index = SubscriptionIndex()
    index.add(1, asked("گندم یا ایران"))
    index.add(2, asked("گندم"))
    for text in ('"بازار سهام آرام" -جو', "ایران گندم نان یا ایران گندم کتاب یا ایران"):
        index.add(4, asked(text))
        index.remove(4, asked(text))
    index.remove(3, asked("گندم"))
    index.remove(2, asked("سوریه"))
    assert sum(len(met.subscriptions) for met in index.match(ARTICLE)) == 2
    index.remove(1, asked("گندم یا ایران"))
    assert [list(met.subscriptions) for met in index.match(ARTICLE)] == [[2]]
    index.remove(2, asked("گندم"))
    assert index.match(ARTICLE) == ()
    assert not index._whole
    assert not index._parts
    assert not index._unsure
    assert not index._kept


def test_the_words_met_are_marked_where_they_stand():
    """Offsets cover the word as written, its ending included, and a phrase as a whole."""
    index = SubscriptionIndex()
    index.add(1, asked('"بازار سهام" کتاب گندم'))
    (met,) = index.match(ARTICLE)
    assert [ARTICLE.text[start:end] for start, end in marks(ARTICLE.text, met.phrases)] == ["بازار سهام", "کتاب‌های", "گندم"]
    assert [ARTICLE.title[start:end] for start, end in marks(ARTICLE.title, met.phrases)] == ["گندم"]


def test_only_the_alternative_that_was_met_is_marked():
    """Of two alternatives the one that the article lacks marks nothing, and a topic has no words to mark."""
    index = SubscriptionIndex()
    index.add(1, asked("ایران سوریه یا گندم"))
    index.add(2, asked("موضوع:سیاست"))
    assert sorted(met.phrases for met in index.match(ARTICLE)) == [(), (("گندم",),)]


def test_who_was_asked_for_and_is_quoted_is_named():
    """By the words of the name that were asked for, together; a word of the text is no name."""
    index = SubscriptionIndex()
    index.add(1, asked('گوینده:"کنعانی ناصر" گندم'))
    index.add(2, asked("گندم"))
    assert {frozenset(map(frozenset, met.speakers)) for met in index.match(ARTICLE)} == {
        frozenset((frozenset(("ناصر", "کنعانی")),)),
        frozenset(),
    }


def test_a_query_is_filed_under_its_rarest_words():
    """A word that most articles have is not looked under when the query has rarer ones; two words in a row are rarer than each."""
    assert share_of_articles("کشور") > share_of_articles("گندم")
    index = SubscriptionIndex()
    index.add(1, asked("کشور گندم"))
    index.add(2, asked('کشور "بازار سهام" گندم'))
    assert {first: list(under) for first, under in index._whole.items()} == {"گندم": ["کشور"]}
    assert {first: list(under) for first, under in index._unsure.items()} == {"بازار سهام": ["گندم"]}


_WORDS = st.sampled_from(["ایران", "گندم", "سهام", "بازار", "کنعانی", "رود"])
_STEMS = st.lists(_WORDS, min_size=1, max_size=3).map(tuple)
_CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    _STEMS.map(lambda stems: Phrase(" ".join(stems), stems)),
    _STEMS.map(lambda stems: SaidBy(" ".join(stems), stems)),
    _STEMS.map(lambda stems: FromSource(" ".join(stems), stems)),
    st.sampled_from(["sport", "world"]).map(InTopic),
    st.just(Wide()),
)
_QUERIES = st.builds(
    Query,
    st.lists(st.lists(_CONDITIONS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=2).map(tuple),
    st.lists(_CONDITIONS, max_size=1).map(tuple),
)
_TEXTS = st.lists(_WORDS, max_size=8).map(" ".join)
_SUBJECTS = st.builds(
    Subject,
    _TEXTS,
    _TEXTS,
    st.sampled_from([(), ("sport",), ("sport", "world")]),
    _TEXTS,
    st.lists(_TEXTS, max_size=2).map(tuple),
    st.booleans(),
)


def holds(condition: Condition, subject: Subject) -> bool:
    """The plain meaning of a condition, without an index."""
    match condition:
        case Phrase(stems=stems):
            return any(
                tuple(words[i : i + len(stems)]) == stems
                for words in (stem_terms(subject.title), stem_terms(subject.text))
                for i in range(len(words))
            )
        case SaidBy(stems=stems):
            return any(set(stems) <= set(stem_terms(name)) for name in subject.speakers)
        case FromSource(stems=stems):
            return set(stems) <= set(stem_terms(subject.source))
        case InTopic(slug):
            return slug in subject.topics
        case Wide():
            return subject.wide


@given(st.lists(_QUERIES, max_size=6), st.sets(st.integers(0, 5)), _SUBJECTS)
def test_the_index_finds_what_a_loop_would(queries, removed, subject):
    """After any additions and removals, exactly the queries whose plain meaning holds are met."""
    index = SubscriptionIndex()
    for number, query in enumerate(queries):
        index.add(number, query)
    for number in removed:
        if number < len(queries):
            index.remove(number, queries[number])
    expected = {
        number
        for number, query in enumerate(queries)
        if number not in removed
        and any(all(holds(condition, subject) for condition in one) for one in query.any_of)
        and not any(holds(condition, subject) for condition in query.none_of)
    }
    assert sorted(number for met in index.match(subject) for number in met.subscriptions) == sorted(expected)
    assert index.asked_by(subject) == expected


@given(st.text(max_size=300), st.lists(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=3).map(tuple), max_size=5))
def test_marks_never_overlap_nor_leave_the_text(text, phrases):
    """Any text and any words give rising places within the text."""
    places = marks(text, [*phrases, *((one,) for one in stem_terms(text)[:3])])
    flat = [offset for place in places for offset in place]
    assert all(start < end for start, end in places)
    assert flat == sorted(flat)
    assert not flat or flat[-1] <= len(text)
