"""The scan for cues."""

import itertools

import pytest

from summarizer.persian.letters import align, spaced
from summarizer.quotes.cue_forms import ENTRIES
from summarizer.quotes.cues import Cue, scan_cues
from summarizer.quotes.heads import beginnings_of


def scanned(text: str) -> list[Cue]:
    """The cues of a text."""
    aligned = align(text)
    return scan_cues(aligned, beginnings_of(spaced(aligned)))


def families(text: str) -> list[tuple[str, str]]:
    """Each cue's words and family."""
    return [(text[cue.start : cue.end], cue.family) for cue in scanned(text)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("او خاطر نشان کرد:", ("خاطر نشان کرد", "verb")),
        ("او گفته است که", ("گفته است", "verb")),
        ("او ادامه می‌دهد:", ("ادامه می‌دهد", "weak")),
        ("به گفته‌ی رضوی،", ("به گفته‌ی", "source")),
        ("بنا بر اعلام بانک،", ("بنا بر اعلام", "source")),
        ("وی با تأکید بر این نکته که", ("با تأکید بر این نکته که", "aside")),
        ("بر اساس این گزارش، «", ("بر اساس", "credit")),
        ("شایان ذکر است که", ("شایان ذکر است", "break")),
        ("او خواستار شد", ("خواستار شد", "act")),
        ("او چنین می خواند: «", ("می خواند", "free")),
    ],
)
def test_each_family_is_told_apart(text: str, cue: tuple[str, str]) -> None:
    """What must follow a cue depends on its family, so the family must be right."""
    assert families(text) == [cue]


@pytest.mark.parametrize(
    "text", ["گفت‌وگو", "گفت و گو", "گفتگوی", "ارزش افزوده", "گفتنی", "ناگفته", "افزوده شود", "سخن گفت", "اعلامیه"]
)
def test_words_that_hold_a_cue_are_none(text: str) -> None:
    """«گفت‌وگو» holds «گفت»; «افزوده» is an adjective."""
    assert families(f"این {text} خوب") == []


def test_cues_are_found_in_order_and_apart() -> None:
    """One pass gives all of them, and none covers another."""
    cues = scanned("او گفت: سلام. وی با بیان اینکه راه باز است، افزود: خوب. می‌خواند: «سلام بر تو»")
    assert [cue.family for cue in cues] == ["verb", "aside", "verb", "free"]
    assert all(one.end <= other.start for one, other in itertools.pairwise(cues))


def test_every_head_word_is_written_with_gaps_not_spaces() -> None:
    """A head word with a half-space in it would never match a text that lost it."""
    assert all("\u200c" not in heads + tail for _, heads, tail in ENTRIES)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("شهردار، «گفت: پل باز است»", ["گفت"]),
        ("'گفت: پل باز است'", ["گفت"]),
        ("#گفت: پل باز است", []),
        ("@گفت: پل باز است", []),
        ("نـگفت: پل باز است", []),
        ("شهردار اعلام، کرد: پل باز است", []),
        ("شهردار خاطر، نشان کرد: پل باز است", []),
        ("می) گفت: پل باز است", ["گفت"]),
    ],
)
def test_what_parts_words_stands_before_a_cue_and_never_within(text: str, cues: list[str]) -> None:
    """A mark of running text does; a hashtag, a handle and a tatweel do not."""
    assert [words for words, _ in families(text)] == cues
