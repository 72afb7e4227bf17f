"""Summaries of the seed articles against the sentences that a careful editor would keep. The floors only rise."""

import pytest

from bot.ingest.record import Record
from summarizer import summarize
from summarizer.model import Summary

SHARE_FLOOR = 0.6  # the first three sentences of each article reach 0.58


@pytest.fixture(scope="module")
def summaries(seeds: dict[str, Record]) -> dict[str, Summary]:
    """The summary of every seed article, as a reader would get it."""
    return {name: summarize(seed.text, title=seed.title) for name, seed in seeds.items()}


def chosen(summary: Summary, text: str, beginning: str) -> bool:
    """Whether the sentence that begins so is in the summary."""
    at = text.index(beginning)
    return any(one.start <= at < one.end for one in summary.sentences)


def touched(summary: Summary, text: str, beginning: str) -> bool:
    """Whether the summary has any part of these words."""
    at = text.index(beginning)
    return any(one.start < at + len(beginning) and at < one.end for one in summary.sentences)


def test_most_key_sentences_are_chosen(
    seeds: dict[str, Record], summaries: dict[str, Summary], gold_sentences: dict[str, dict]
) -> None:
    """Of all the sentences an editor would keep, the share that the summaries have."""
    hits = [
        chosen(summaries[name], seeds[name].text, beginning) for name, gold in gold_sentences.items() for beginning in gold["key"]
    ]
    assert sum(hits) / len(hits) >= SHARE_FLOOR


def test_no_summary_misses_every_key_sentence(
    seeds: dict[str, Record], summaries: dict[str, Summary], gold_sentences: dict[str, dict]
) -> None:
    """Each summary has at least one sentence that an editor would keep."""
    empty = [
        name
        for name, gold in gold_sentences.items()
        if not any(chosen(summaries[name], seeds[name].text, beginning) for beginning in gold["key"])
    ]
    assert empty == []


def test_what_is_no_news_is_in_no_summary(
    seeds: dict[str, Record], summaries: dict[str, Summary], gold_sentences: dict[str, dict]
) -> None:
    """Credits, datelines, «نظر شما» and its kind never reach a reader."""
    leaked = [
        (name, beginning)
        for name, gold in gold_sentences.items()
        for beginning in gold["never"]
        if touched(summaries[name], seeds[name].text, beginning)
    ]
    assert leaked == []


def test_summaries_are_shorter_than_their_articles(seeds: dict[str, Record], summaries: dict[str, Summary]) -> None:
    """A text of more than a hundred words loses at least a third of them."""
    for name, seed in seeds.items():
        words = sum(len(one.text.split()) for one in summaries[name].sentences)
        if len(seed.text.split()) > 100:
            assert 0 < words <= len(seed.text.split()) * 2 / 3, name
