"""summarize: what always holds."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import InvalidBudget, Summary, UnknownMethod, explain, find_quotes, summarize
from summarizer.persian.letters import align, spaced
from summarizer.pipeline import MAX_READ_CHARS
from summarizer.select import Verdict, is_shown

ARTICLE = """به گزارش خبرنگار ایرنا، شهرداری سپیدرود امروز پل تازه شهر را باز کرد و راه دو محله را کوتاه ساخت.
شهردار سپیدرود گفت: «راه دو محله با این پل ده دقیقه کوتاه می‌شود. ما راه‌های دیگر را هم می‌سازیم.»
وی افزود: ساخت پل سه سال زمان برد و ۱۲۰ میلیارد تومان هزینه داشت.
آیا شما از این پل گذشته‌اید؟
ساکنان محله شمالی از کم شدن صدای خودروها و کوتاه شدن راه مدرسه فرزندانشان خرسندند.
نظر شما"""
_PERSIAN = st.text(alphabet='ابپتسکگمنوی \u200c.؟!«»\n:،وی۱۲-"…', max_size=400)


def _words(text: str) -> int:
    """How many words a text has."""
    return len(spaced(align(text)).split())


@given(st.one_of(st.text(max_size=400), _PERSIAN), st.text(max_size=30), st.integers(0, 60), st.integers(0, 6))
def test_a_summary_of_any_text_is_slices_within_budget_in_order(text: str, title: str, words: int, count: int) -> None:
    """Any Unicode: slices of the text, in order, apart from one another, not more than asked."""
    summary = summarize(text, title=title, max_words=words, max_sentences=count)
    assert all(one.text == text[one.start : one.end] for one in summary.sentences)
    assert all(one.end <= other.start for one, other in zip(summary.sentences, summary.sentences[1:], strict=False))
    assert len(summary.sentences) <= count
    assert sum(_words(one.text) for one in summary.sentences) <= words
    assert all(one.text == text[one.start : one.end] for one in summary.quotes)


@given(_PERSIAN)
def test_a_text_with_words_has_a_summary(text: str) -> None:
    """Without a budget one sentence is shown of any text with a word, and none of a text without, or of one that only stammers."""
    says = [one for one in explain(text) if one.verdict is not Verdict.REPEATS]
    assert bool(summarize(text).sentences) == bool(says)


def test_credit_and_boilerplate_stay_out() -> None:
    """The sentence begins where the news begins."""
    summary = summarize(ARTICLE, max_sentences=9)
    assert summary.sentences[0].text.startswith("شهرداری سپیدرود امروز")
    assert not any("نظر شما" in one.text for one in summary.sentences)


def test_a_quotation_is_never_cut() -> None:
    """Marks open and close within a sentence."""
    for one in summarize(ARTICLE, max_sentences=9).sentences:
        assert one.text.count("«") == one.text.count("»")


def test_the_default_is_what_a_phone_reads() -> None:
    """Up to 120 words of a long text, at most 40% of a short one."""
    words = ["".join(letters) for letters in itertools.permutations("بتسدک", 5)]
    long = "\n".join(" ".join(words[n : n + 100 : 7]) + " بود." for n in range(20))
    assert 60 <= sum(_words(one.text) for one in summarize(long).sentences) <= 120
    assert sum(_words(one.text) for one in summarize(ARTICLE).sentences) <= 0.4 * _words(ARTICLE)


@pytest.mark.parametrize("text", ["", " \n\n ", "؟!…", "\x00\ud800"])
def test_a_text_without_words_has_an_empty_summary(text: str) -> None:
    """No sentence, no quotation, no error."""
    assert summarize(text) == Summary((), (), len(text), len(text))


def test_one_line_is_its_own_summary() -> None:
    """There is nothing shorter to say."""
    assert [one.text for one in summarize("باران آمد").sentences] == ["باران آمد"]


@pytest.mark.parametrize("budget", ["max_sentences", "max_words", "max_quotes"])
def test_a_budget_below_zero_is_refused(budget: str) -> None:
    """The error names the argument and the value."""
    with pytest.raises(InvalidBudget) as caught:
        summarize(ARTICLE, **{budget: -1})
    assert (caught.value.name, caught.value.value) == (budget, -1)


def test_an_unknown_method_is_refused_even_for_an_empty_text() -> None:
    """A wrong setting shows at once."""
    with pytest.raises(UnknownMethod):
        summarize("", method="magic")


def test_a_long_text_is_read_up_to_a_bound_that_the_result_says() -> None:
    """Half a million characters take less than two seconds, and nothing past the bound is quoted or shown."""
    text = (ARTICLE + "\n") * (500_000 // len(ARTICLE))
    before = time.perf_counter()
    summary = summarize(text, max_sentences=5)
    assert time.perf_counter() - before < 2
    assert (summary.read_chars, summary.total_chars) == (MAX_READ_CHARS, len(text))
    assert all(one.end <= MAX_READ_CHARS for one in (*summary.sentences, *summary.quotes))


def test_all_quotations_come_with_the_summary() -> None:
    """One pass gives the key quotations and every other one, the same that ``find_quotes`` gives; none where none are asked for."""
    summary = summarize(ARTICLE, max_sentences=1, max_quotes=1)
    assert summary.all_quotes == find_quotes(ARTICLE)
    assert len(summary.quotes) == 1 < len(summary.all_quotes)
    assert summarize(ARTICLE, max_quotes=0).all_quotes == ()


@pytest.mark.parametrize("part", ["ا.\n", "؟ ", "باران بارید. ", '" گفت: ', "«", "کانال شبکه بپیوندید "])
def test_hostile_texts_take_no_time_to_speak_of(part: str) -> None:
    """400,000 characters of anything take about a second at most."""
    text = part * (400_000 // len(part))
    before = time.perf_counter()
    summarize(text)
    assert time.perf_counter() - before < 3


def test_explain_agrees_with_summarize() -> None:
    """The sentences marked as shown are the summary."""
    shown = [one.text for one in explain(ARTICLE, title="پل تازه", max_sentences=2) if is_shown(one.verdict)]
    assert shown == [one.text for one in summarize(ARTICLE, title="پل تازه", max_sentences=2).sentences]
