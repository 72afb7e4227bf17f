"""Every ranking method keeps the same promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import UnknownMethod
from summarizer.rank import news
from summarizer.rank.document import read_document
from summarizer.rank.features import NAMES, features
from summarizer.rank.methods import METHODS, rank

TEXT = """شهرداری سپیدرود امروز پل تازه شهر را باز کرد و راه دو محله را کوتاه ساخت.
پل تازه شهر ۲۰۰ متر درازا دارد و ساخت آن سه سال زمان برد.
شهردار گفت: راه دو محله با این پل ده دقیقه کوتاه می‌شود.
هوا در روز گشایش آفتابی بود و کبوترها بر بام خانه‌ها نشسته بودند.
گشایش پل تازه با حضور شهردار و ساکنان دو محله برگزار شد."""


@pytest.mark.parametrize("method", METHODS)
def test_a_method_scores_every_sentence(method: str) -> None:
    """One score a sentence, not all alike."""
    scores = rank(read_document(TEXT), method)
    assert len(scores) == 5
    assert len(set(scores)) > 1


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("text", ["", "باران", "؟!", "باران آمد.\n" * 3])
def test_a_method_takes_texts_without_much_in_them(method: str, text: str) -> None:
    """Nothing, a word, marks only, the same thing again."""
    document = read_document(text)
    assert len(rank(document, method)) == len(document.sentences)


def test_an_unknown_method_is_named_with_those_there_are() -> None:
    """The error carries both."""
    with pytest.raises(UnknownMethod) as caught:
        rank(read_document(TEXT), "magic")
    assert (caught.value.name, caught.value.known) == ("magic", METHODS)


def test_contributions_sum_to_the_score() -> None:
    """What is explained is what was computed."""
    document = read_document(TEXT, "پل تازه")
    for score, parts in zip(news.rank(document), news.contributions(document), strict=True):
        assert score == pytest.approx(sum(parts.values()))


def test_every_feature_has_a_weight() -> None:
    """No feature is computed for nothing."""
    assert set(news.WEIGHTS) == set(NAMES)
    assert all(news.WEIGHTS.values())


def test_what_the_article_is_about_ranks_above_an_aside() -> None:
    """The weather at the opening is the last thing to tell."""
    scores = news.rank(read_document(TEXT, "پل تازه شهر باز شد"))
    assert scores[0] > scores[3]


@given(st.text(max_size=400), st.text(max_size=40))
def test_features_of_any_text_are_finite(text: str, title: str) -> None:
    """Any Unicode: numbers of a sane size, one column a feature, one value a sentence."""
    document = read_document(text, title)
    columns = features(document)
    assert len(columns) == len(NAMES)
    assert all(len(column) == len(document.sentences) for column in columns)
    assert all(-100 < value < 100 for column in columns for value in column)
