"""What the chat page asks: the state, a stream of what happens, and the people's deeds. Shows only what the world keeps."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground.guard import HEADERS
from bot.playground.methods.commands import menu
from bot.playground.people import Person
from bot.playground.refusals import Refused
from bot.playground.updates import Full
from bot.playground.values import InlineResult, Json
from bot.playground.world import Chat, World

PAGE = Path(__file__).parent / "page"
MAX_SHOWN = 300
MAX_CLIENTS = 32
MAX_BEHIND = 1000
HEARTBEAT_S = 15.0
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_CAST = ("سارا", "امیر", "لیلا")
_GROUP = "دوستان خبرخوان"


class PageApi:
    """The page's endpoints.

    Args:
        world: the state.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._clients: set[asyncio.Queue[Json | None]] = set()
        self._results: dict[str, InlineResult] = {}
        world.listeners.append(self._tell)

    def routes(self) -> list[web.AbstractRouteDef]:
        """The addresses and what answers there."""
        return [
            web.get("/", self.index),
            web.static("/page", PAGE),
            web.get("/page-api/state", self.state),
            web.get("/page-api/events", self.events),
            web.get("/page-api/file/{id}", self.file),
            web.post("/page-api/say", self.say),
            web.post("/page-api/press", self.press),
            web.post("/page-api/inline", self.inline),
            web.post("/page-api/choose", self.choose),
            web.post("/page-api/block", self.block),
        ]

    def close(self) -> None:
        """End every stream."""
        for queue in self._clients:
            _end(queue)

    async def index(self, request: web.Request) -> web.StreamResponse:
        """The page."""
        return web.FileResponse(PAGE / "index.html")

    def _enter_cast(self) -> None:
        people = [self._world.add_person(name, "fa", "")["id"] for name in _CAST]
        self._world.add_group(_GROUP, people, people[:1], "supergroup")

    async def state(self, request: web.Request) -> web.Response:
        """All that the page shows; who opens it finds people to be."""
        world = self._world
        if not world.people:
            self._enter_cast()
        people = [{"id": one["id"], "name": one["first_name"]} for one in world.people.values()]
        chats = [self._chat(one) for one in world.chats.values()]
        return web.json_response({"bot": world.bot, "people": people, "chats": chats}, dumps=_dumps)

    def _chat(self, chat: Chat) -> Json:
        """A chat with its newest messages, and each member's command menu."""
        menus = {
            str(one): menu(
                self._world, chat_id=chat.id, private=chat.type == "private", language=self._world.people[one]["language_code"]
            )
            for one in chat.members
        }
        shown = list(chat.messages.values())[-MAX_SHOWN:]
        name = chat.names.get("title") or chat.names["first_name"]
        return {
            "id": chat.id,
            "type": chat.type,
            "name": name,
            "members": chat.members,
            "menus": menus,
            "messages": shown,
            "blocked": chat.refusal is not None,
        }

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The stream of what happens, as server-sent events; a client that cannot follow is let go and comes again."""
        if len(self._clients) >= MAX_CLIENTS:
            raise web.HTTPServiceUnavailable
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        response = web.StreamResponse(headers=HEADERS | {"Content-Type": "text/event-stream"})
        self._clients.add(queue)
        try:
            await response.prepare(request)
            await response.write(b"retry: 500\n\n")
            await self._stream(queue, response)
        except ConnectionError:
            pass
        finally:
            self._clients.discard(queue)
        return response

    async def _stream(self, queue: "asyncio.Queue[Json | None]", response: web.StreamResponse) -> None:
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT_S)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event is None:
                return
            await response.write(f"data: {_dumps(event)}\n\n".encode())

    def _tell(self, event: Json) -> None:
        for queue in tuple(self._clients):
            if queue.qsize() >= MAX_BEHIND:
                self._clients.discard(queue)
                _end(queue)
            else:
                queue.put_nowait(event)

    async def file(self, request: web.Request) -> web.Response:
        """A picture to show, anything else to save."""
        stored = self._world.files.get(request.match_info["id"])
        if stored is None:
            raise web.HTTPNotFound
        if stored.type in _PICTURES:
            return web.Response(body=stored.content, content_type=stored.type)
        return web.Response(
            body=stored.content, content_type="application/octet-stream", headers={"Content-Disposition": "attachment"}
        )

    async def say(self, request: web.Request) -> web.Response:
        """A person writes; what is too long for one message goes in several, as the apps do it."""
        body, person, chat = await self._asked(request)
        with _Answered() as answer:
            await person.paste(
                str(body.get("text", "")),
                chat,
                reply_to=_number(body.get("reply_to")),
                forwarded_from=str(body.get("forwarded_from") or "")[:100],
            )
        return answer.response({})

    async def press(self, request: web.Request) -> web.Response:
        """A person presses a button."""
        body, person, chat = await self._asked(request)
        reply = None
        with _Answered() as answer:
            reply = await person.press(_number(body.get("message_id")), str(body.get("data", "")), chat)
        return answer.response({"answer": asdict(reply) if reply else None})

    async def inline(self, request: web.Request) -> web.Response:
        """A person types @bot and words."""
        body, person, _ = await self._asked(request)
        results = await person.inline(str(body.get("words", ""))[:256])
        self._results = {one.id: one for one in results}
        return web.json_response({"results": [asdict(one) for one in results]}, dumps=_dumps)

    async def choose(self, request: web.Request) -> web.Response:
        """A person sends one of the results of their last inline query."""
        body, person, chat = await self._asked(request)
        result = self._results.get(str(body.get("result")))
        with _Answered() as answer:
            if result is not None:
                person.send_result(result, chat)
        return answer.response({})

    async def block(self, request: web.Request) -> web.Response:
        """A person blocks the bot, or lets it in again."""
        body, person, _ = await self._asked(request)
        person.unblock() if body.get("blocked") is False else person.block()
        return web.json_response({})

    async def _asked(self, request: web.Request) -> tuple[Json, Person, int]:
        """The body, and who does it where."""
        try:
            body = await request.json()
        except (ValueError, RecursionError):
            raise web.HTTPBadRequest from None
        user = self._world.people.get(_number(body.get("person"))) if isinstance(body, dict) else None
        if user is None:
            raise web.HTTPBadRequest
        return body, Person(user["id"], user["first_name"], self._world), _number(body.get("chat")) or user["id"]


class _Answered:
    """Turns a refusal within the block into the page's answer."""

    def __init__(self) -> None:
        self._error = ""

    def __enter__(self) -> "_Answered":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, Refused):
            self._error = error.description
        elif isinstance(error, Full):
            self._error = "the bot does not fetch its updates"
        return bool(self._error)

    def response(self, body: Json) -> web.Response:
        """The body; or 409 with what was refused."""
        if self._error:
            return web.json_response({"error": self._error}, status=409, dumps=_dumps)
        return web.json_response(body, dumps=_dumps)


def _number(value: Any) -> int:
    """A whole number; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _end(queue: "asyncio.Queue[Json | None]") -> None:
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(None)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
