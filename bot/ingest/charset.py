"""Which characters a feed's or a page's bytes stand for, whatever they are announced as. Pure."""

import codecs
import re

_HEAD_BYTES = 4096
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"charset\s?=\s?[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_IN_BODY = re.compile(rb"(?:encoding|charset)\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_BROKEN_SHARE = 0.01  # a text with fewer bytes wrong than this is UTF-8 with an accident in it
_ARABIC_PAGE = "cp1256"


def decoded(body: bytes, content_type: str = "") -> str:
    """Decode a document.

    A mark at its beginning is believed; UTF-8 is what reads as UTF-8, for hardly anything else does; then the encoding announced,
    unless that is UTF-8 or a Western one; then windows-1256, in which old Persian pages are.

    Args:
        body: any bytes.
        content_type: the header, '' without one.

    Returns:
        The text; bytes that stand for nothing as U+FFFD.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    announced = _announced(body, content_type)
    if announced:
        return body.decode(announced, "replace")
    as_utf8 = body.decode("utf-8", "replace")
    return as_utf8 if as_utf8.count("\ufffd") <= _BROKEN_SHARE * len(as_utf8) else body.decode(_ARABIC_PAGE, "replace")


def _announced(body: bytes, content_type: str) -> str:
    """The encoding that the header or the document's own head announces, where it says more than the bytes do."""
    in_header, in_body = _IN_HEADER.search(content_type), _IN_BODY.search(body, 0, _HEAD_BYTES)
    names = [in_header[1] if in_header else "", in_body[1].decode("ascii") if in_body else ""]
    for name in filter(None, names):
        try:
            found = codecs.lookup(name).name
        except LookupError:
            continue
        if found.startswith(("utf-16", "utf-32")) or (found.startswith("cp") and found != "cp1252"):
            return found
    return ""
