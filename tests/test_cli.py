"""The command line."""

import io
import json
import socket
import sqlite3
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[1]
SUPPLIED = ROOT / "seeds" / "000_ce2e6f6f99d21809.txt"


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store that is not there yet, on a machine without settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_BOT_TOKEN", "GOZIDEH_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GOZIDEH_FEEDS", "false")
    return str(tmp_path / "gozideh.db")


def test_an_import_says_what_it_did_and_can_be_repeated(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Added, then skipped; what is bad is named on standard error."""
    (tmp_path / "bad.jsonl").write_text('{"title": "…"}\n', encoding="utf-8")
    given = ["--db", db, "import", str(SUPPLIED), str(tmp_path / "bad.jsonl")]
    assert main(given) == 0
    said = capsys.readouterr()
    assert said.out.startswith("added 1, updated 0, skipped 0 (already there), refused 1")
    assert "bad.jsonl:1: it has no text" in said.err
    assert main(given) == 0
    assert capsys.readouterr().out.startswith("added 0, updated 0, skipped 1")


def test_an_import_of_nothing_good_fails(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """So that a script notices."""
    assert main(["--db", db, "import", "none.txt"]) == 1
    assert "there is no such file or folder" in capsys.readouterr().err


def test_names_are_found_one_json_line_each(db: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """From standard input, in the order asked, an empty line included."""
    main(["--db", db, "import", str(SUPPLIED)])
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("روابط ایران و روسیه\n\nققنوس\n"))
    assert main(["--db", db, "find", "--json", "-"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [len(one["results"]) for one in answers] == [1, 0, 0]
    assert answers[0]["query"] == "روابط ایران و روسیه"


def test_say_prints_what_the_bot_answers(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The supplied article with the speakers of its key quotations, as the first issue asks."""
    assert main(["--db", db, "say", "/latest", "روابط ایران و روسیه"]) == 0
    said = capsys.readouterr().out
    for speaker in ("کاظم جلالی", "ناصر کنعانی", "کارین ژان پیر", "وال استریت ژورنال"):
        assert f"{speaker}" in said.partition("نقل‌قول‌های کلیدی")[2]


def test_say_gives_json_to_programs(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A list of messages with text, entities and buttons."""
    assert main(["--db", db, "say", "--json", "/start"]) == 0
    (message,) = json.loads(capsys.readouterr().out)
    assert message["entities"][0]["type"] == "bold"
    assert message["buttons"][0][0].keys() == {"text", "callback_data"}


@pytest.mark.parametrize(("text", "status"), [("", 1), (" \n", 1), ("خبر \udcd9", 0), ("واژه " * 1500, 0)])
def test_any_text_can_be_said(db: str, text: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Cut within a letter, or longer than one message; only nothing cannot."""
    main(["--db", db, "import", str(SUPPLIED)])
    assert main(["--db", db, "say", text]) == status
    assert capsys.readouterr().err == ("" if status == 0 else "gozideh: there is nothing to say\n")


def test_a_backup_is_a_whole_store(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is put in its place answers as the first did."""
    main(["--db", db, "import", str(SUPPLIED)])
    copy = str(tmp_path / "copy.db")
    assert main(["--db", db, "backup", copy]) == 0
    capsys.readouterr()
    assert main(["--db", copy, "find", "روابط ایران و روسیه"]) == 0
    assert "روسیه" in capsys.readouterr().out


def test_check_says_whether_the_parts_work(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound store is well; a file that is no store is not."""
    main(["--db", db, "migrate"])
    assert main(["--db", db, "check"]) == 0
    Path(db).write_bytes(b"no store at all" * 100)
    assert main(["--db", db, "check"]) == 1
    assert "FAIL store" in capsys.readouterr().out


def test_a_store_of_a_later_version_is_left_alone(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One clear line, and nothing is changed."""
    with sqlite3.connect(db) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert main(["--db", db, "migrate"]) == 1
    assert "9999" in capsys.readouterr().err


def test_a_wrong_setting_stops_the_start(db: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With one line that names it."""
    monkeypatch.setenv("GOZIDEH_ZONE", "Nowhere")
    assert main(["--db", db, "run"]) == 2
    assert capsys.readouterr().err == "gozideh: GOZIDEH_ZONE: no such time zone; an example is Asia/Kabul\n"


def test_feeds_go_in_and_out_as_opml(
    db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was exported is known when it is imported again."""
    monkeypatch.setenv("GOZIDEH_FEEDS", "true")
    opml = str(tmp_path / "feeds.opml")
    assert main(["--db", db, "feeds", "export", opml]) == 0
    assert main(["--db", db, "feeds", "pause", "1"]) == 0
    assert main(["--db", db, "feeds", "remove", "2"]) == 0
    assert main(["--db", db, "feeds", "remove", "x"]) == 1
    capsys.readouterr()
    assert main(["--db", db, "feeds", "import", opml]) == 0
    assert capsys.readouterr().out.startswith("1 new of ")
    assert main(["--db", db, "feeds", "list"]) == 0
    assert "paused" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(("place", "reason"), [("{tmp}", "is a folder"), ("{tmp}/file.txt/x.db", "cannot be made")])
@pytest.mark.parametrize("command", [["check"], ["find", "خبر"]])
def test_a_store_that_cannot_be_is_said_before_anything_is_begun(
    place: str, reason: str, command: list[str], db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With one line that names what to set, and nothing made on the way."""
    (tmp_path / "file.txt").write_text("", encoding="utf-8")
    assert main(["--db", place.format(tmp=tmp_path), *command]) == 1
    said = capsys.readouterr()
    (line,) = [one for one in (said.out + said.err).splitlines() if reason in one]
    assert "GOZIDEH_DB or --db" in line
    assert [one.name for one in tmp_path.iterdir()] == ["file.txt"]


def test_a_store_without_a_name_is_the_usual_one(
    db: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a line GOZIDEH_DB= in .env leaves it."""
    monkeypatch.setenv("GOZIDEH_DB", "")
    assert main(["check"]) == 0
    assert "var/gozideh.db is not there yet" in capsys.readouterr().out


def test_an_import_of_an_empty_folder_says_so(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rather than that nothing was added, which sounds like success."""
    (tmp_path / "empty").mkdir()
    assert main(["--db", db, "import", str(tmp_path / "empty")]) == 1
    assert "there is no article in it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "the feed's address is missing"),
        ("feeds.invalid/rss", "the server could not be reached"),
        ("http://10.0.0.1/rss", "the address is refused"),
    ],
)
def test_a_feed_that_cannot_be_added_is_said_in_words(db: str, url: str, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For a person, with status 1 for a script."""
    assert main(["--db", db, "feeds", "add", url]) == 1
    assert capsys.readouterr().out.startswith(f"not added: {reason}")


@pytest.mark.parametrize("command", [["backup", "copy.db"], ["reindex"]])
def test_a_mistyped_store_is_not_made(db: str, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An empty copy would look like a backup."""
    assert main(["--db", db, *command]) == 1
    assert "there is no store" in capsys.readouterr().err
    assert not Path(db).exists()


def test_a_store_is_not_copied_onto_itself(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks for that has mixed up the names."""
    main(["--db", db, "migrate"])
    assert main(["--db", db, "backup", db]) == 1
    assert "is the store itself" in capsys.readouterr().err


def test_a_port_in_use_is_said_with_the_settings_that_choose_another(
    db: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, the last."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("GOZIDEH_PLAYGROUND_PORT", str(taken.getsockname()[1]))
        assert main(["--db", db, "run"]) == 1
    assert "GOZIDEH_PLAYGROUND_PORT" in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("limit", ["0", "-1", "x"])
def test_so_many_must_be_a_number_from_one(db: str, limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Rather than that another number is taken for it."""
    with pytest.raises(SystemExit):
        main(["--db", db, "find", "خبر", "--limit", limit])
    assert "is no number from 1" in capsys.readouterr().err


def test_reindex_says_how_many_it_made_anew(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And the article is found as before."""
    main(["--db", db, "import", str(SUPPLIED)])
    capsys.readouterr()
    assert main(["--db", db, "reindex"]) == 0
    assert capsys.readouterr().out == "1 articles made anew\n"
    assert main(["--db", db, "find", "روابط ایران و روسیه"]) == 0
    assert "روسیه" in capsys.readouterr().out
