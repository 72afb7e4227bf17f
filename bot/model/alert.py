"""Subscriptions, the alerts they bring, a chat's wishes about when, and what became of a send. Times are aware UTC."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from bot.model.chat import ChatKey

Mode = Literal["at_once", "digest"]
MAX_SUBSCRIPTIONS = 50  # a chat


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a chat asked to hear of.

    Args:
        id: the store's number for it, never used again.
        chat: where alerts go.
        query: in canonical form, as ``bot.topics.canonical`` writes it.
        created: when it was asked for.
        paused: whether it brings nothing for now.
    """

    id: int
    chat: ChatKey
    query: str
    created: datetime
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """When a chat wants to hear.

    Args:
        zone: an IANA zone name; the hours below are of this zone.
        mode: each alert by itself, or gathered into digests.
        digest_hours: when a digest comes, in digest mode.
        quiet_from: when quiet hours start; None where there are none. They may run over midnight.
        quiet_to: when they end; None where there are none.
        silent: whether messages come without a sound.
        paused_until: nothing is sent before; None where nothing is paused.
    """

    zone: str = "Asia/Tehran"
    mode: Mode = "at_once"
    digest_hours: tuple[time, ...] = (time(8), time(20))
    quiet_from: time | None = None
    quiet_to: time | None = None
    silent: bool = False
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """A story that a chat should hear of: a row of the outbox.

    Args:
        id: the outbox row.
        chat: where it goes.
        story_id: the story; with the chat it is the key against sending twice.
        article_id: the article of the story that met the subscription.
        due: when it came about.
        development: whether the chat has had this story and much is new since.
        attempts: how many sends have failed.
        queries: the chat's subscriptions that brought it, in canonical form, oldest first.
    """

    id: int
    chat: ChatKey
    story_id: int
    article_id: int
    due: datetime
    development: bool = False
    attempts: int = 0
    queries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a chat has been sent of a story.

    Args:
        story_id: the story.
        words: how many words the longest article of it had that the chat was sent.
        at: when.
    """

    story_id: int
    words: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """The message is there.

    Args:
        message_id: Telegram's number of it in the chat.
    """

    message_id: int


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Not sent; worth another attempt.

    Args:
        wait: how long Telegram says to wait; None where it says nothing (5xx, time-out, lost network).
        reason: for the log and the owner's figures.
    """

    wait: timedelta | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """The chat cannot be written to: the bot was blocked or removed, or the chat is deleted. Its subscriptions rest.

    Args:
        reason: Telegram's words, for the log.
    """

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """The chat is there and takes nothing for now: the bot lacks a right, or the forum topic is closed.

    Its subscriptions rest, and its alerts wait until it takes messages again.

    Args:
        reason: Telegram's words, for the log.
    """

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """This message cannot be sent and never will be; the chat is well.

    Args:
        reason: Telegram's words, for the log.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup; everything of the chat moves there, and the message is sent again.

    Args:
        chat_id: the new number.
    """

    chat_id: int


SendResult = Sent | RetryAt | Gone | Closed | Refused | Migrated


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message.

    Args:
        alerts: what the message carried; of one chat, at least one.
        result: what Telegram said.
        at: when.
        again_at: when to try again, for RetryAt.
        since: when the message was made; what became new in its stories after that it does not tell. None for ``at``.
    """

    alerts: tuple[Alert, ...]
    result: SendResult
    at: datetime
    again_at: datetime | None = None
    since: datetime | None = None
