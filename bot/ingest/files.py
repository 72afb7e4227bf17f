"""Articles in files: texts with an optional header, and JSON lines. One record at a time; a bad one is named and passed over."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import RecordError
from bot.ingest.record import FIELDS, MAX_TEXT_CHARS, Record, record_from

SUFFIXES = (".txt", ".jsonl")
MAX_FILE_BYTES = 8 * MAX_TEXT_CHARS
MAX_HEADER_LINES = 20
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that cannot be taken.

    Args:
        where: the file, and the line in it where there are several records.
        reason: why, in a few words.
    """

    where: str
    reason: str


def article_files(paths: list[Path]) -> tuple[list[Path], list[Refused]]:
    """Find the files that hold articles.

    Args:
        paths: files, and folders that are looked through to their depth.

    Returns:
        The files in order, and what was named but cannot be read.
    """
    files: list[Path] = []
    refused: list[Refused] = []
    for path in paths:
        if path.is_dir():
            files += sorted(one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
        elif not path.is_file():
            refused.append(Refused(str(path), "there is no such file or folder"))
        elif path.suffix.lower() not in SUFFIXES:
            refused.append(Refused(str(path), f"only {' and '.join(SUFFIXES)} files are read"))
        else:
            files.append(path)
    return files, refused


def read_records(path: Path) -> Iterator[tuple[Record | Refused, int]]:
    """Read the records of a file.

    Args:
        path: a .txt file with one article, or a .jsonl file with one a line.

    Yields:
        Each record, or why it is refused, with the number of bytes it took, for a progress bar.
    """
    try:
        if path.suffix.lower() == ".jsonl":
            yield from _json_lines(path)
        else:
            yield _guarded(str(path), lambda: _text_record(_read(path))), path.stat().st_size
    except OSError as error:
        yield Refused(str(path), error.strerror or "it cannot be read"), 0


def _guarded(where: str, make: Callable[[], Record]) -> Record | Refused:
    """Turn the error of one record into a value."""
    try:
        return make()
    except RecordError as error:
        return Refused(where, error.reason)


def _json_lines(path: Path) -> Iterator[tuple[Record | Refused, int]]:
    """Read one record a line; a line longer than a whole file may be is refused, and passed over to its end."""
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(MAX_FILE_BYTES):
            number += 1
            where, size = f"{path}:{number}", len(line)
            while not line.endswith(b"\n") and (rest := lines.readline(MAX_FILE_BYTES)):
                line, size = rest, size + len(rest)
            if size > MAX_FILE_BYTES:
                yield Refused(where, f"it is longer than {MAX_FILE_BYTES:,} bytes"), size
            elif line.strip():
                yield _guarded(where, lambda line=line: _json_record(line)), size  # type: ignore[misc]


def _json_record(line: bytes) -> Record:
    """Read one line of JSON."""
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise RecordError("it is no JSON in UTF-8") from None
    if not isinstance(fields, dict):
        raise RecordError("it is no JSON object")
    return record_from(fields)


def _read(path: Path) -> str:
    """Read a text in the encoding it seems to be in."""
    if path.stat().st_size > MAX_FILE_BYTES:
        raise RecordError(f"it is larger than {MAX_FILE_BYTES:,} bytes")
    return decode(path.read_bytes())


def decode(data: bytes) -> str:
    """Decode a Persian text: by its mark, as UTF-8, as UTF-16 without a mark, else as windows-1256.

    Raises:
        RecordError: it is none of these, or no text at all.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decoded(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decoded(data, _encoding_without_mark(data))
    if sum(char < " " and char not in "\t\n\r\f" for char in text[:4000]) > len(text[:4000]) // 100:
        raise RecordError("it is no text")
    return text


def _encoding_without_mark(data: bytes) -> str:
    """Tell UTF-16 by its Arabic-block bytes (0x06) at every other place."""
    sample = data[:4000]
    odd, even = sample[1::2].count(6), sample[::2].count(6)
    if max(odd, even) * 4 > len(sample):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "cp1256"


def _decoded(data: bytes, encoding: str) -> str:
    """Decode, or say that it cannot be."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise RecordError("its encoding is none of UTF-8, UTF-16 and windows-1256") from None


def _text_record(content: str) -> Record:
    """Take a text apart into header and body; a text without a header is all body."""
    head, line, body = content.replace("\r\n", "\n").partition("\n---\n")
    lines = head.split("\n")
    if not line or len(lines) > MAX_HEADER_LINES or not all(_is_field(one) for one in lines if one.strip()):
        return record_from({"text": content})
    fields = dict(_field(one) for one in lines if one.strip())
    unknown = next((name for name in fields if name not in FIELDS), "")
    if unknown:
        raise RecordError(f"there is no field {unknown[:40]!r}; there are {', '.join(FIELDS)}")
    return record_from({**fields, "text": body})


def _is_field(line: str) -> bool:
    """Whether a line is «name: value» with a name of Latin letters."""
    name, colon, _ = line.partition(":")
    return bool(colon) and name.strip().replace("_", "").isascii() and name.strip().replace("_", "").isalpha()


def _field(line: str) -> tuple[str, str]:
    """Part a header line into its name and its value."""
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()
