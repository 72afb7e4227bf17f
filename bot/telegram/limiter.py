"""The pace of the answers: each message takes its place in the limits that the alerts go by, too.

A chat that Telegram tells to wait is waited for here, and its alerts rest as long; with the library all others would wait, too, so
that its own way is left to what goes to no chat.
"""

import asyncio
from functools import partial
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.delivery.answers import PATIENCE_S, Answers, NoPlace
from bot.delivery.budget import NO_CHAT
from bot.delivery.pace import LONGEST_WAIT
from bot.telegram.alert_sender import told_to_wait

_MAX_RETRIES = 2
_MOMENT_S = 0.1  # more than is asked for
_NO_MESSAGES = ("get", "sendchataction")  # how methods begin that send nothing; whether a tap is an admin's is asked at once
_EDITS = ("edit", "delete")


class AnswersLimiter(AIORateLimiter):
    """Our limits in place of the library's, and our handling of 429 for what goes to a chat.

    Args:
        answers: gives each message its place.
    """

    def __init__(self, answers: Answers) -> None:
        super().__init__(overall_max_rate=0, group_max_rate=0, max_retries=_MAX_RETRIES)
        self._answers = answers

    async def process_request(self, callback: Any, args: Any, kwargs: Any, endpoint: str, data: Any, rate_limit_args: Any) -> Any:
        """Let questions pass, and messages at their pace.

        Raises:
            TelegramError: there is no place for it.
        """
        chat_id = data.get("chat_id")
        if isinstance(chat_id, int) and not endpoint.lower().startswith(_NO_MESSAGES):
            callback = partial(self._in_turn, callback, chat_id, _counted_in(endpoint, chat_id))
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    async def _in_turn(self, callback: Any, chat_id: int, place: int, *args: Any, **kwargs: Any) -> Any:
        """Make the request when there is a place for it; of a chat that is told to wait, only its own requests wait."""
        left = _MAX_RETRIES
        while True:
            try:
                async with self._answers.turn(place):
                    return await callback(*args, **kwargs)
            except NoPlace as error:
                raise TelegramError(str(error)) from error
            except RetryAfter as error:
                wait_s = min(told_to_wait(error), LONGEST_WAIT).total_seconds()
                self._answers.hold(chat_id, wait_s)
                if wait_s > PATIENCE_S or not left:  # as a RetryAfter, the library would let all others wait for it, too
                    raise TelegramError(error.message) from error
            left -= 1
            await asyncio.sleep(wait_s + _MOMENT_S)


def _counted_in(endpoint: str, chat_id: int) -> int:
    """The chat whose limit a request counts in: a person who turns pages is no burst; in a group every request counts."""
    return NO_CHAT if chat_id > 0 and endpoint.lower().startswith(_EDITS) else chat_id
