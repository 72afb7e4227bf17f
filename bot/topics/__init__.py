"""What an article is about, what a reader asked to hear of, and which of the two meet. Pure: no store, no clock, no network."""

from bot.topics.classify import classify
from bot.topics.match import Met, Subject, SubscriptionIndex, marks
from bot.topics.parse import canonical, parse_query
from bot.topics.query import Described, Part, Query, QueryProblem, describe

__all__ = [
    "Described",
    "Met",
    "Part",
    "Query",
    "QueryProblem",
    "Subject",
    "SubscriptionIndex",
    "canonical",
    "classify",
    "describe",
    "marks",
    "parse_query",
]
