"""Which items of a feed are to be taken: those not known, those that changed, those whose page could not be had. Pure.

An item whose page could not be had for a passing reason is stored with its teaser and marked, so that the next fetches try again.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.model.feed import Entry, FeedItem

MAX_TRIES = 3
_TRY = "~"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An item that is to be taken.

    Args:
        item: the item as it came.
        entry: what to remember when that is done; with the address its article is stored under, which may be an earlier one.
        tries: how often its page could not be had before.
    """

    item: FeedItem
    entry: Entry
    tries: int = 0

    def to_try_again(self) -> Entry:
        """What to remember when its page could not be had this time; after ``MAX_TRIES`` it is left at that."""
        tries = self.tries + 1
        return self.entry if tries >= MAX_TRIES else replace(self.entry, digest=f"{tries}{_TRY}{self.entry.digest}")


def entry_of(item: FeedItem) -> Entry:
    """What is remembered of an item: its guid, or else its address, or else its title tells it; all it says makes its digest."""
    said = (item.title, item.url, item.teaser, item.text, item.image_url)
    return Entry(_digest(item.guid or item.url or item.title), _digest("\x00".join(said)), item.url)


def is_to_be_tried_again(entry: Entry) -> bool:
    """Whether an item is marked for another try."""
    return _TRY in entry.digest


def wanted(items: Sequence[FeedItem], known: Mapping[str, Entry]) -> list[Wanted]:
    """The items to take, the oldest of the feed first.

    Args:
        items: in the feed's order, newest first as feeds have them.
        known: what is remembered, by key.
    """
    found = []
    for item in reversed(items):
        entry = entry_of(item)
        before = known.get(entry.key)
        tries, _, digest = before.digest.rpartition(_TRY) if before else ("", "", "")
        if before is None or digest != entry.digest or tries:
            url = before.url if before and before.url else item.url
            same = before is not None and digest == entry.digest
            found.append(Wanted(item, replace(entry, url=url), int(tries or 0) if same else 0))
    return found


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
