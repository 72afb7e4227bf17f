"""The errors of the bot. An error carries data; ``telegram/messages`` makes the words.

GozidehError
├── SettingsError      a setting that cannot be; stops the start with one clear line
├── StoreError         the store could not be read or written
│   └── StoreIsNewer   the file was written by a later version of this program
├── BotApiError        the Bot API cannot be reached, or does not know the token
└── RecordError        one record of an import that cannot be taken
"""


class GozidehError(Exception):
    """The root of every error the bot raises on purpose."""


class SettingsError(GozidehError):
    """A setting is wrong.

    Args:
        lines: one readable line for each wrong setting, without its value where that is a secret.
    """

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


class StoreError(GozidehError):
    """The store could not be read or written; the vendor's error is its cause."""


class StoreIsNewer(StoreError):
    """The store's schema is later than this program knows.

    Args:
        found: the version in the file.
        known: the last version this program knows.
    """

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the store has schema {found}, this program knows up to {known}")
        self.found = found
        self.known = known


class BotApiError(GozidehError):
    """The Bot API cannot be reached, or refuses us; the client's error is its cause."""


class RecordError(GozidehError):
    """A record of an import cannot be taken.

    Args:
        reason: why, in a few words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
