"""Items of a feed made ready: which pages are asked for again."""

from datetime import UTC, datetime

import pytest

from bot.ingest.entries import is_to_be_tried_again, wanted
from bot.ingest.intake import taken
from bot.model.feed import Feed, FeedItem
from bot.model.net import FetchFailed


@pytest.mark.parametrize(("status", "again"), [("500", True), ("502", True), ("408", True), ("404", False), ("403", False)])
async def test_a_page_of_a_server_in_trouble_is_asked_for_again(status: str, again: bool) -> None:
    """A server's bad hour is no reason to keep the teaser for good."""

    class Net:
        async def fetch(self, *_: object, **__: object) -> FetchFailed:
            return FetchFailed("status", status)

    now = datetime.now(UTC)
    (one,) = wanted([FeedItem(title="خبر", url="https://a.example/1", guid="1", teaser="چند واژه.", published=now)], {})
    made = await taken(one, Feed(url="https://a.example/rss", name="x", id=1), "x", Net(), now=now, method="news")
    assert is_to_be_tried_again(made.entry) == again
