"""python -m summarizer."""

import json
from pathlib import Path

import pytest

from summarizer.__main__ import main
from summarizer.headline import headed

ARTICLE = (
    "شهرداری امروز پل تازه شهر را باز کرد.\nشهردار گفت: راه دو محله با این پل کوتاه می‌شود.\nباران شب گذشته بند آمد و هوا روشن شد.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A file with an article."""
    path = tmp_path / "article.txt"
    path.write_text("\ufeff" + ARTICLE, encoding="utf-8")
    return str(path)


def test_a_summary_is_printed(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its sentences, polished, one a line."""
    assert main([article, "--sentences", "1"]) == 0
    assert "شهر" in capsys.readouterr().out


def test_json_has_offsets_into_the_text(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A program can find each sentence in its file."""
    assert main([article, "--json", "--sentences", "2"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in found["sentences"])
    assert found["total_chars"] == len(ARTICLE)


def test_explain_says_why_of_every_sentence(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Chosen or not, with what moved the score."""
    assert main([article, "--explain", "--sentences", "1"]) == 0
    out = capsys.readouterr().out
    assert out.count("chosen") == 1
    assert "others are worth more of the room" in out
    assert "stands early" in out


def test_a_page_is_written(article: str, tmp_path: Path) -> None:
    """--html leaves a file that is a page."""
    assert main([article, "--html", str(tmp_path / "out.html")]) == 0
    assert "<html" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_quotes_are_listed(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--quotes prints what was said."""
    assert main([article, "--quotes"]) == 0
    assert "راه دو محله" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["no-such-file.txt"], ["{article}", "--words", "-1"]])
def test_what_cannot_be_done_is_said_in_one_line(article: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file and a budget below zero end with status 1."""
    assert main([one.format(article=article) for one in arguments]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_nothing_to_show_is_said(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text without words, and a budget that no sentence fits."""
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    assert main([str(tmp_path / "empty.txt")]) == 1
    assert "holds no text" in capsys.readouterr().err
    assert main([article, "--words", "2"]) == 0
    assert "no sentence fits" in capsys.readouterr().err


TITLE = "گشایش پل تازه شهر"


@pytest.mark.parametrize("head", [f"{TITLE}\n\n", f"\n{TITLE}\n\n", f"title: {TITLE}\nsource: نمونه\n---\n"])
def test_a_title_above_the_text_is_its_title(head: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no sentence of the summary, and the offsets are still those of the file."""
    path = tmp_path / "headed.txt"
    path.write_text(head + ARTICLE, encoding="utf-8")
    assert main([str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(TITLE not in one["text"] for one in found["sentences"])
    assert all((head + ARTICLE)[one["start"] : one["end"]] == one["text"] for one in (*found["sentences"], *found["quotes"]))
    assert found["total_chars"] == len(head + ARTICLE)
    assert main([str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"{TITLE}\n\n")


@pytest.mark.parametrize(
    "content", [ARTICLE, ARTICLE.replace("\n", "\n\n"), TITLE, f"{TITLE}\n{ARTICLE}", f"نام: {TITLE}\n---\n{ARTICLE}"]
)
def test_a_first_line_that_may_be_text_is_text(content: str) -> None:
    """A sentence, a line with text under it, a file of one line."""
    assert headed(content) == ("", 0)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("شهردار گفت: راه دو محله با این پل کوتاه می‌شود.", "راه دو محله با این پل کوتاه می‌شود (به روایت خبر)"),
        ("شهردار گفت: «راه دو محله با این پل کوتاه می‌شود».", "«راه دو محله با این پل کوتاه می‌شود»"),
        ("شهردار گفت که راه دو محله با این پل کوتاه می‌شود.", "راه دو محله با این پل کوتاه می‌شود (نقل به مضمون)"),
    ],
)
def test_only_what_stands_in_marks_is_shown_in_marks(
    said: str, shown: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reported speech and edited speech each say what they are."""
    path = tmp_path / "said.txt"
    path.write_text(f"شهرداری امروز پل تازه شهر را باز کرد.\n{said}\n", encoding="utf-8")
    assert main([str(path)]) == 0
    assert shown in capsys.readouterr().out
