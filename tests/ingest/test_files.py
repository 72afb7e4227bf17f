"""Articles in files."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import RecordError
from bot.ingest.files import Refused, article_files, decode, read_records
from bot.ingest.record import Record

BODY = "سیلاب در چند روستا فروکش کرد. راه‌ها باز است."


def records(path: Path) -> list[Record | Refused]:
    """What a file gives."""
    return [one for one, _ in read_records(path)]


def test_a_text_without_a_header_is_all_body(tmp_path: Path) -> None:
    """Nothing of it is taken for a header."""
    path = tmp_path / "a.txt"
    path.write_text(f"عنوان: این سطر از متن است\n{BODY}\n", encoding="utf-8")
    (record,) = records(path)
    assert isinstance(record, Record)
    assert record.text.startswith("عنوان: این سطر")
    assert (record.title, record.published) == ("", None)


def test_a_header_gives_the_fields(tmp_path: Path) -> None:
    """Names in any case, topics parted by either comma, the time with its zone."""
    path = tmp_path / "a.txt"
    fields = ("Title: فروکش سیلاب", "source: نمونه", "url: https://example.org/1", "published: 2026-11-20T08:30:00+03:30")
    head = "\n".join([*fields, "topics: society، health", "---", ""])
    path.write_text(head + BODY, encoding="utf-8")
    (record,) = records(path)
    assert isinstance(record, Record)
    assert (record.title, record.source, record.topics, record.text) == ("فروکش سیلاب", "نمونه", ("society", "health"), BODY)
    assert record.published is not None
    assert record.published.isoformat() == "2026-11-20T05:00:00+00:00"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it has no text"),
        (" \n‌\n…", "it has no text"),
        ("title: …\n---\n", "it has no text"),
        ("titel: x\n---\n" + BODY, "there is no field 'titel'"),
        ("published: دیروز\n---\n" + BODY, "published is no date"),
        ("topics: war\n---\n" + BODY, "there is no topic 'war'"),
        ("url: javascript:alert(1)\n---\n" + BODY, "url is no http address"),
        ("title: " + "x" * 3000 + "\n---\n" + BODY, "title is longer"),
    ],
)
def test_a_bad_text_is_refused_with_its_reason(tmp_path: Path, content: str, reason: str) -> None:
    """The operator reads which file and why."""
    path = tmp_path / "bad.txt"
    path.write_text(content, encoding="utf-8")
    (refused,) = records(path)
    assert isinstance(refused, Refused)
    assert refused.where == str(path)
    assert refused.reason.startswith(reason)


def test_a_bad_line_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    """Each bad line is named by its number."""
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": BODY, "title": "خبر"}, ensure_ascii=False)
    lines = [good, "{", "", "[]", '{"text": 5}', "[" * 5000, good]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = records(path)
    assert [isinstance(one, Record) for one in found] == [True, False, False, False, False, True]
    assert [one.where.rsplit(":", 1)[1] for one in found if isinstance(one, Refused)] == ["2", "4", "5", "6"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    """Files come in all of these."""
    text = "گزارش: پرواز کبوتر در باغ، ۲۰ متر" if encoding != "cp1256" else "گزارش: پرواز کبوتر در باغ، 20 متر".replace("ی", "ي")
    assert decode(text.encode(encoding)) == text


def test_bytes_that_are_no_text_are_refused() -> None:
    """Windows-1256 has a letter for nearly every byte, so a picture would pass for one."""
    with pytest.raises(RecordError, match="it is no text"):
        decode(bytes(range(256)) * 8)


@given(st.binary(max_size=2000))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Rubbish gives a text or a RecordError, nothing else."""
    try:
        said = decode(data)
    except RecordError as error:
        said = error.reason
    assert isinstance(said, str)


def test_folders_are_looked_through_and_wrong_names_are_said(tmp_path: Path) -> None:
    """Only .txt and .jsonl files, in order; what was named but cannot be read is refused."""
    (tmp_path / "b").mkdir()
    for name in ("b/2.TXT", "1.jsonl", "x.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, refused = article_files([tmp_path, tmp_path / "x.md", tmp_path / "none.txt"])
    assert [path.name for path in files] == ["1.jsonl", "2.TXT"]
    assert [one.reason for one in refused] == ["only .txt and .jsonl files are read", "there is no such file or folder"]


def test_a_line_that_is_too_long_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused once, and what stands after it is named by its own number."""
    monkeypatch.setattr("bot.ingest.files.MAX_FILE_BYTES", 100)
    path = tmp_path / "long.jsonl"
    lines = ['{"text": "' + "آ" * 300 + '"}', '{"text": "باران آمد."}', "rubbish", '{"text": "' + "آ" * 300]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(read_records(path))
    refused = [one for one, _ in found if isinstance(one, Refused)]
    assert [one.where.rpartition(":")[2] for one in refused] == ["1", "3", "4"]
    assert "longer than 100 bytes" in refused[0].reason
    assert sum(size for _, size in found) == path.stat().st_size
