"""Whether the store's file can be where the settings say, told before anything is begun. Makes nothing that stays."""

import tempfile
from pathlib import Path

from bot.errors import StoreError

_ADVICE = "GOZIDEH_DB or --db names the store's file"


def look_at_place(db: Path) -> None:
    """Look at the place of a store.

    Args:
        db: its file, whether it is there or not.

    Raises:
        StoreError: it is a folder; or it is not there, and its folder cannot be made or written to.
    """
    if db.is_dir():
        raise StoreError(f"{db} is a folder; {_ADVICE}")
    if db.exists():
        return
    folder = next(one for one in db.absolute().parents if one.exists())
    try:
        with tempfile.TemporaryDirectory(dir=folder):
            pass
    except OSError as error:
        raise StoreError(f"{db} cannot be made: {folder}: {error.strerror}; {_ADVICE}") from error
