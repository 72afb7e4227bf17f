"""What a reader's words mean as a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.topics import Part, Query, QueryProblem, canonical, describe, parse_query
from bot.topics.query import MAX_CHARS, MAX_WORDS


def said(text: str):
    """The query's parts as (kind, text), alternatives first, then exclusions."""
    query = parse_query(text)
    assert isinstance(query, Query), query
    shown = describe(query)
    return [[(part.kind, part.text) for part in one] for one in shown.any_of], [(part.kind, part.text) for part in shown.none_of]


@pytest.mark.parametrize(
    ("text", "any_of", "none_of"),
    [
        ("ایران روسیه -سوریه", [[("word", "ایران"), ("word", "روسیه")]], [("word", "سوریه")]),
        ('"بازار سهام" یا بورس', [[("phrase", "بازار سهام")], [("word", "بورس")]], []),
        ("«جام جهانی» −«تیم ملی»", [[("phrase", "جام جهانی")]], [("phrase", "تیم ملی")]),
        ("ایران و روسیه", [[("word", "ایران"), ("word", "روسیه")]], []),
        ("ایران - روسیه", [[("word", "ایران"), ("word", "روسیه")]], []),
        ("کووید-۱۹", [[("phrase", "کووید-۱۹")]], []),
        ("خبر آنلاین", [[("word", "خبر"), ("word", "آنلاین")]], []),
        ("اخبار", [[("word", "اخبار")]], []),
        ("کتاب ها", [[("word", "کتاب ها")]], []),
        ("ایران ایران", [[("word", "ایران")]], []),
        ("ایران یا", [[("word", "ایران")]], []),
        ("گندم | جو or ذرت", [[("word", "گندم")], [("word", "جو")], [("word", "ذرت")]], []),
        ("ورزش", [[("topic", "ورزش")]], []),
        ("اخبار ورزشی", [[("topic", "ورزش")]], []),
        ("ورزش -فوتبال", [[("topic", "ورزش")]], [("word", "فوتبال")]),
        ("ایران -ورزش", [[("word", "ایران")]], [("topic", "ورزش")]),
        ("سرطان -درمان", [[("word", "سرطان")]], [("word", "درمان")]),
        ('"ورزش"', [[("word", "ورزش")]], []),
        ("موضوع: دانش و فناوری تلسکوپ", [[("topic", "دانش و فناوری"), ("word", "تلسکوپ")]], []),
        ("topic:sport", [[("topic", "ورزش")]], []),
        ("هرگاه از کنعانی نقل شد", [[("speaker", "کنعانی")]], []),
        ("هر وقت از ناصر کنعانی نقل‌قولی آمد", [[("speaker", "ناصر کنعانی")]], []),
        ("نقل‌قول‌های ناصر کنعانی", [[("speaker", "ناصر کنعانی")]], []),
        ("گوینده: ناصر کنعانی", [[("speaker", "ناصر کنعانی")]], []),
        ('گوینده:"ناصر کنعانی" برجام', [[("speaker", "ناصر کنعانی"), ("word", "برجام")]], []),
        ("منبع:ایسنا یا منبع: خبرگزاری مهر", [[("source", "ایسنا")], [("source", "خبرگزاری مهر")]], []),
        ("زلزله -منبع:ایسنا", [[("word", "زلزله")]], [("source", "ایسنا")]),
        ("زلزله منبع:ایسنا", [[("word", "زلزله"), ("source", "ایسنا")]], []),
        ("منبع:قدس آنلاین، زلزله", [[("source", "قدس آنلاین"), ("word", "زلزله")]], []),
        ("ایران،روسیه", [[("word", "ایران"), ("word", "روسیه")]], []),
        ("ایران؛ روسیه,", [[("word", "ایران"), ("word", "روسیه")]], []),
        ("1,000 ایران", [[("phrase", "1,000"), ("word", "ایران")]], []),
        ("ورزش، اقتصاد", [[("topic", "ورزش")], [("topic", "اقتصاد")]], []),
        (
            "ورزش و اقتصاد، و سیاست -فوتبال",
            [[("topic", "ورزش")], [("topic", "اقتصاد")], [("topic", "سیاست")]],
            [("word", "فوتبال")],
        ),
        ("فرهنگ و هنر", [[("topic", "فرهنگ")]], []),
        ("ورزش و گندم", [[("word", "ورزش"), ("word", "گندم")]], []),
        ("⚽️ ورزش", [[("topic", "ورزش")]], []),
        ("#ورزش", [[("topic", "ورزش")]], []),
        ("در ورزش", [[("topic", "ورزش")]], []),
        ("خبرهای ورزشی", [[("topic", "ورزش")]], []),
        ("زعفران بدون قیمت", [[("word", "زعفران")]], [("word", "قیمت")]),
        ("ایران به جز سوریه", [[("word", "ایران")]], [("word", "سوریه")]),
        ("ورزش بجز فوتبال", [[("topic", "ورزش")]], [("word", "فوتبال")]),
        ("ورزش به‌جز فوتبال", [[("topic", "ورزش")]], [("word", "فوتبال")]),
        ("پزشکان بدون مرز", [[("word", "پزشکان"), ("word", "بدون"), ("word", "مرز")]], []),
        ("هر وقت کنعانی حرف زد خبرم کن", [[("speaker", "کنعانی")]], []),
        ("بازتاب:زیاد نفت", [[("wide", "پربازتاب"), ("word", "نفت")]], []),
        ("بازتاب: سخنان", [[("word", "بازتاب"), ("word", "سخنان")]], []),
    ],
)
def test_words_are_read_as_meant(text, any_of, none_of):
    """Each way of asking that the help names gives what it says."""
    assert said(text) == (any_of, none_of)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("خبر‌های بورس", "بورس"),
        ('اخبار مربوط به "بازار سهام" یا خبری درباره‌ی گندم', '"بازار سهام" یا گندم'),
        ("اخبار جعلی", "اخبار جعلی"),
        ("مهم‌ترین خبرها", "بازتاب:زیاد"),
        ("خبر مهمی", "بازتاب:زیاد"),
        ("مهمترین خبرای ورزشی", "بازتاب:زیاد موضوع:ورزش"),
        ("مهم ترین خبرهای ورزشی", 'بازتاب:"زیاد" موضوع:ورزش'),
        ("داغ‌ترین خبرهای ایران -نفت", "بازتاب:زیاد ایران -نفت"),
        ("خبرهای مهم «آب و برق» یا گندم", 'بازتاب:زیاد "آب و برق" یا گندم'),
        ("تیم مهم", "تیم مهم"),
        ("اخبار ۲۰:۳۰", "اخبار ۲۰:۳۰"),
    ],
)
def test_what_only_says_that_it_is_news_is_left_where_a_reader_writes(text: str, meant: str) -> None:
    """What is stored means what it says."""
    assert parse_query(text, typed=True) == parse_query(meant)
    stored = parse_query("خبرهای بورس")
    assert isinstance(stored, Query)
    assert len(stored.any_of[0]) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", QueryProblem("empty")),
        (" \u200c\x00 ؟", QueryProblem("empty")),
        ("-سوریه", QueryProblem("only_exclusions")),
        ("- سوریه", QueryProblem("only_exclusions")),
        ("😀 ⚽️", QueryProblem("empty")),
        ("از به که", QueryProblem("too_common", "از به که")),
        ("ا", QueryProblem("too_common", "ا")),
        ("موضوع:فضاپیما", QueryProblem("unknown_topic", "فضاپیما")),
        ("گوینده:", QueryProblem("no_name")),
        ("ایران -ایران", QueryProblem("contradiction", "ایران")),
        ('"بازار سهام" -سهام', QueryProblem("contradiction", "بازار سهام")),
        ("ورزش -ورزش", QueryProblem("contradiction", 'موضوع:"sport"')),
        ("گندم " * MAX_CHARS, QueryProblem("too_long", limit=MAX_CHARS, given=MAX_CHARS * 5 - 1)),
    ],
)
def test_what_is_no_query_says_why(text, problem):
    """Each thing that cannot be subscribed to has its own reason, with data for the sentence."""
    assert parse_query(text) == problem


def test_too_many_words_are_counted():
    """One word over the limit is refused with both numbers."""
    words = [f"واژه{number}" for number in range(MAX_WORDS + 1)]
    assert parse_query(" ".join(words)) == QueryProblem("too_many_words", limit=MAX_WORDS, given=MAX_WORDS + 1)
    assert isinstance(parse_query(" ".join(words[1:])), Query)


def test_spellings_ask_for_the_same():
    """Arabic letters, a plural and a lost half-space give the same stems."""
    asked = [parse_query(text) for text in ("کتاب‌های تازه", "كتابهاي تازه", "کتاب های تازه", "کتاب تازه")]
    assert len({tuple(condition.stems for condition in one.any_of[0]) for one in asked}) == 1


_PIECES = st.sampled_from(
    [
        "ایران",
        "روسیه",
        "یا",
        "-",
        '"',
        "«",
        "»",
        "موضوع:",
        "گوینده:",
        "منبع:",
        "ورزش",
        "هرگاه از",
        "نقل شد",
        "کتاب ها",
        "و",
        "\u200c",
        "a",
        "-الف ب",
        "،",
        "و اقتصاد",
        "⚽️",
        "بازتاب:زیاد",
        "-بازتاب:",
        "مهم‌ترین خبرها",
    ]
)


@given(
    st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=10).map(" ".join), st.lists(_PIECES, max_size=10).map("".join)),
    st.booleans(),
)
def test_a_query_survives_being_written_down(text, typed):
    """Any text gives a query or a problem; a query's canonical text is read as the same query, and is its own canonical text."""
    query = parse_query(text, typed=typed)
    if isinstance(query, Query):
        written = canonical(query)
        assert parse_query(written) == query
        assert canonical(parse_query(written)) == written
        written.encode()
        assert all(isinstance(part, Part) and part.text for one in describe(query).any_of for part in one)
    else:
        assert isinstance(query, QueryProblem)
