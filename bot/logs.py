"""Logging for people or for machines, and the promise that no token gets into it."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

_TOKEN = re.compile(r"(?<!\d)\d{2,20}:[A-Za-z0-9_-]{6,100}")
_CREDENTIALS = re.compile(r"(?<=://)[^/\s:@]{1,200}:[^/\s@]{1,200}(?=@)")
_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_CHATTY = ("httpx", "httpcore", "telegram", "aiohttp", "aiosqlite", "apscheduler", "hazm", "PIL")


def without_secrets(text: str) -> str:
    """Take bot tokens and passwords in addresses out of a text."""
    return _CREDENTIALS.sub("***", _TOKEN.sub("***", text))


class _Lines(logging.Formatter):
    """One line a record: time, level, room, what happened, and its data as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        data = "".join(f" {name}={value}" for name, value in _data(record).items())
        cause = "\n" + self.formatException(record.exc_info) if record.exc_info and record.exc_info[0] else ""
        return without_secrets(f"{at} {record.levelname.lower():7} {record.name}: {record.getMessage()}{data}{cause}")


class _Json(logging.Formatter):
    """One JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "room": record.name,
            "message": record.getMessage(),
            **_data(record),
        }
        if record.exc_info and record.exc_info[0]:
            fields["cause"] = self.formatException(record.exc_info)
        return without_secrets(json.dumps(fields, ensure_ascii=False, default=str))


def _data(record: logging.LogRecord) -> dict[str, object]:
    """What was given as ``extra``."""
    return {name: value for name, value in record.__dict__.items() if name not in _STANDARD}


def set_up(*, level: str, style: str) -> None:
    """Send every log record to standard error.

    Args:
        level: the least level logged; libraries are logged from warnings on.
        style: 'text' or 'json'.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if style == "json" else _Lines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
