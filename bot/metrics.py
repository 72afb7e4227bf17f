"""What is counted while the bot runs, the only door to prometheus_client. Counting costs nothing worth switching off."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_REGISTRY = CollectorRegistry()
_PREFIX = "gozideh"

requests = Counter("requests", "Requests of readers, by command or button.", ["name"], namespace=_PREFIX, registry=_REGISTRY)
failures = Counter("failures", "Requests that ended with an error.", namespace=_PREFIX, registry=_REGISTRY)
answer_s = Histogram(
    "answer_seconds",
    "From a request to its screen, without Telegram.",
    namespace=_PREFIX,
    registry=_REGISTRY,
    buckets=(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10),
)
articles = Counter(
    "articles", "Articles taken from feeds, by what became of them.", ["outcome"], namespace=_PREFIX, registry=_REGISTRY
)
fetches = Counter("fetches", "Feeds asked for, by what came of it.", ["outcome"], namespace=_PREFIX, registry=_REGISTRY)
sends = Counter("sends", "Messages of alerts, by what came of them.", ["outcome"], namespace=_PREFIX, registry=_REGISTRY)
waiting = Gauge("outbox", "Alerts that wait to be sent.", namespace=_PREFIX, registry=_REGISTRY)


def exposition() -> bytes:
    """All figures in the text format of Prometheus."""
    return generate_latest(_REGISTRY)
