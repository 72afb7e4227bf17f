"""The errors of the library. An error carries data; words for a reader are made elsewhere.

SummarizerError
├── UnknownMethod      no ranking method of that name
└── InvalidBudget      a budget of sentences, words or quotations that cannot be
"""


class SummarizerError(Exception):
    """The root of every error this library raises on purpose."""


class UnknownMethod(SummarizerError, ValueError):
    """Asked for a ranking method that does not exist.

    Args:
        name: the name asked for.
        known: the names there are.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no ranking method {name!r}; there are {', '.join(known)}")
        self.name = name
        self.known = known


class InvalidBudget(SummarizerError, ValueError):
    """A budget below zero.

    Args:
        name: the argument, such as ``max_words``.
        value: what was given for it.
    """

    def __init__(self, name: str, value: int) -> None:
        super().__init__(f"{name} must be zero or more, not {value}")
        self.name = name
        self.value = value
