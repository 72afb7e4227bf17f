"""Word to those who run the bot: what happened to a feed, in Persian."""

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.model.feed import FeedDied, FeedGone, FeedMoved, FeedWord
from bot.telegram import messages

log = logging.getLogger(__name__)


def said_of(word: FeedWord) -> str:
    """What an owner reads."""
    name = word.feed.name or word.feed.url
    match word:
        case FeedDied():
            return messages.feed_died(name, word.feed.state.problem)
        case FeedGone():
            return messages.feed_gone(name)
        case FeedMoved():
            return messages.feed_moved(name, word.feed.url)


async def tell_owners(bot: Bot, owners: frozenset[int], word: FeedWord) -> None:
    """Tell each owner; one who cannot be reached is passed over."""
    for owner in owners:
        try:
            await bot.send_message(owner, said_of(word))
        except TelegramError as error:
            log.warning("an owner could not be told", extra={"reason": str(error)})
