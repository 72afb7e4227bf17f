"""The Bot API's door: /bot<token>/<method>. Finds the method, calls it, records the request, answers in Telegram's form."""

import asyncio
import itertools
import logging
import time
from collections import deque
from typing import Any

from aiohttp import web

from bot.playground.faults import Drop, Faults
from bot.playground.methods import METHODS
from bot.playground.parameters import Parameters, read
from bot.playground.rates import Rates
from bot.playground.reference import complaints
from bot.playground.refusals import INTERNAL, NOT_FOUND, UNAUTHORIZED, Refused, too_many
from bot.playground.values import Call
from bot.playground.world import World

log = logging.getLogger(__name__)
MAX_RECORDED = 20_000


class Api:
    """Answers the bot's requests.

    Args:
        world: the state.
        faults: what goes wrong on demand.
        rates: counts how fast the bot sends.
    """

    def __init__(self, world: World, faults: Faults, rates: Rates) -> None:
        self.calls: deque[Call] = deque(maxlen=MAX_RECORDED)
        self.under_way = 0
        self.last_end = 0.0
        self._world = world
        self._faults = faults
        self._rates = rates
        self._numbers = itertools.count(1)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        method = request.match_info["method"]
        if request.match_info["token"] != self._world.token:
            return _body(Refused(*(UNAUTHORIZED if ":" in request.match_info["token"] else NOT_FOUND)))
        waits = method.lower() == "getupdates"
        self.under_way += not waits
        try:
            return await self._recorded(request, method)
        finally:
            self.under_way -= not waits
            if not waits:
                self.last_end = time.monotonic()

    async def _recorded(self, request: web.Request, method: str) -> web.StreamResponse:
        """Answer and note down."""
        started, given, refused = time.monotonic(), Parameters(), None
        try:
            given = await read(request)
            result = await self._result(method, given)
        except Refused as error:
            refused = error
        except Drop:
            refused = Refused(0, "the connection was dropped")
        except Exception:
            log.exception("the playground failed", extra={"method": method})
            refused = Refused(*INTERNAL)
        self._note(method, given, refused, started)
        if refused and not refused.code:
            return _drop(request)
        return _body(refused) if refused else web.json_response({"ok": True, "result": result})

    async def _result(self, method: str, given: Parameters) -> Any:
        known = METHODS.get(method.lower())
        if known is None:
            raise Refused(*NOT_FOUND)
        given.complaints.extend(complaints(method, given))
        number = given.chat_number()
        self._faults.meet(method, number)
        wait_s = self._rates.meet(method.lower(), number, time.monotonic())
        if wait_s:
            raise too_many(wait_s)
        return await known(self._world, given)

    def _note(self, method: str, given: Parameters, refused: Refused | None, started: float) -> None:
        self.calls.append(
            Call(
                number=next(self._numbers),
                method=method,
                parameters=given.decoded(),
                files=tuple(given.uploads),
                code=refused.code if refused else 200,
                description=refused.description if refused else "",
                complaints=tuple(dict.fromkeys(given.complaints)),
                at=started,
                took_s=time.monotonic() - started,
            )
        )

    async def file(self, request: web.Request) -> web.Response:
        """Answer /file/bot<token>/<path>."""
        stored = self._world.files.get(request.match_info["path"].removeprefix("files/"))
        if request.match_info["token"] != self._world.token or stored is None:
            return _body(Refused(*NOT_FOUND))
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def quiet(self, quiet_s: float, tick_s: float = 0.01) -> None:
        """Wait until no request has been under way for so long.

        Counted in turns of the event loop, so that a loop kept busy by the bot itself does not pass for a quiet bot.
        """
        ticks = 0
        seen = self.last_end
        while ticks * tick_s < quiet_s:
            await asyncio.sleep(tick_s)
            busy = self.under_way or self.last_end != seen
            seen, ticks = self.last_end, 0 if busy else ticks + 1


def _body(refused: Refused) -> web.Response:
    return web.json_response(refused.as_json(), status=refused.code)


def _drop(request: web.Request) -> web.StreamResponse:
    """Cut the connection without an answer."""
    if request.transport:
        request.transport.abort()
    return web.Response()
