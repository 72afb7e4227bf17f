"""How common a stem is in news: the share of articles that have it. What is not listed is rare."""

from functools import cache
from importlib.resources import files


def share_of_articles(stem: str) -> float:
    """The share of articles that have a stem, 0 to 1.

    Args:
        stem: as ``stem_terms`` gives it.
    """
    return shares().get(stem, 0.0)


@cache
def shares() -> dict[str, float]:
    """The listed stems with their share of articles, the commonest first."""
    lines = files("bot.topics").joinpath("data/frequency.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {stem: int(per_mille) / 1000 for stem, per_mille in rows}
