"""The playground: a Bot API server on this machine with a chat page, and the handle by which programs use it."""

import asyncio
from collections.abc import Sequence

from aiohttp import web

from bot.playground.api import Api
from bot.playground.faults import Faults
from bot.playground.guard import PORT, guard
from bot.playground.page_api import PageApi
from bot.playground.parameters import MAX_BODY_BYTES
from bot.playground.people import Person
from bot.playground.rates import Rates
from bot.playground.refusals import Refused, forbidden
from bot.playground.values import Call, ChatMessage
from bot.playground.values import message as as_value
from bot.playground.world import Chat, World

QUIET_S = 0.05


class Playground:
    """The server.

    Args:
        token: the token that the bot must show.
        host: the address to listen on.
        port: the port; 0 takes any free one.
        username: the bot's.
        name: the bot's, as people see it.
        enforce_rates: whether a bot that sends faster than Telegram lets it is refused with 429; noted it is in any case.

    Raises:
        ValueError: the address is not of this machine alone.
    """

    def __init__(
        self,
        *,
        token: str = "42:playground",  # noqa: S107, it opens nothing but this
        host: str = "127.0.0.1",
        port: int = 0,
        username: str = "gozideh_bot",
        name: str = "گزیده",
        enforce_rates: bool = False,
    ) -> None:
        if host not in ("127.0.0.1", "localhost"):
            raise ValueError(f"the playground is for this machine alone and does not listen on {host}")
        self.token = token
        self.faults = Faults()
        self.rates = Rates(enforce=enforce_rates)
        self._world = World(token, username, name)
        self._api = Api(self._world, self.faults, self.rates)
        self._page = PageApi(self._world)
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Start to listen."""
        app = web.Application(client_max_size=MAX_BODY_BYTES, middlewares=[guard])
        app[PORT] = lambda: self._port
        app.router.add_route("*", "/bot{token}/{method}", self._api.answer)
        app.router.add_get("/file/bot{token}/{path:.+}", self._api.file)
        app.router.add_routes(self._page.routes())
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.5, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop at once; what waits is answered."""
        self._world.updates.close()
        self._world.webhook.close()
        self._page.close()
        self._world.give_up()
        if self._runner:
            await self._runner.cleanup()
        self._runner = None

    @property
    def api_url(self) -> str:
        """The address of the Bot API, without «/bot»."""
        return f"http://{self._host}:{self._port}"

    @property
    def page_url(self) -> str:
        """The address of the chat page."""
        return f"{self.api_url}/"

    @property
    def requests(self) -> list[Call]:
        """Every request of the bot so far, the oldest first; the oldest of very many are forgotten."""
        return list(self._api.calls)

    def person(self, name: str = "سارا", language: str = "fa", username: str = "") -> Person:
        """Somebody new."""
        user = self._world.add_person(name, language, username)
        return Person(user["id"], name, self._world)

    def group(
        self, title: str, members: Sequence[Person], admins: Sequence[Person] = (), *, kind: str = "supergroup", forum: bool = False
    ) -> Chat:
        """A new group with the bot in it.

        Args:
            title: its name.
            members: who is in it.
            admins: those of them who may change it; the first is the owner, else the first member is.
            kind: 'supergroup', 'group' or 'channel'.
            forum: whether it has topics; ``Person.say(..., thread_id=...)`` opens one.
        """
        chat = self._world.add_group(title, [one.id for one in members], [one.id for one in admins or members[:1]], kind)
        chat.names |= {"is_forum": True} if forum else {}
        self._world.tell_membership(chat, self._world.people[chat.members[0]], "left", "member")
        return chat

    def remove_bot(self, group: Chat) -> None:
        """Put the bot out of a group; it is told, and what it sends there is refused with 403."""
        group.refusal = forbidden(f"bot was kicked from the {group.type} chat")
        self._world.tell_membership(group, self._world.people[group.members[0]], "member", "kicked")

    def let_bot_in(self, group: Chat) -> None:
        """Take the bot into a group again that it was put out of; it is told."""
        group.refusal = None
        self._world.tell_membership(group, self._world.people[group.members[0]], "kicked", "member")

    def migrate(self, group: Chat) -> Chat:
        """Make a group a supergroup: it has another number from now on, and the old one is refused with the new."""
        upgraded = self._world.add_group(group.names["title"], group.members, group.admins, "supergroup")
        group.refusal = Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to=upgraded.id)
        owner = self._world.people[group.members[0]]
        for chat, news in ((group, {"migrate_to_chat_id": upgraded.id}), (upgraded, {"migrate_from_chat_id": group.id})):
            self._world.updates.put("message", self._world.add_message(chat, owner, news))
        return upgraded

    def messages(self, chat: int | Chat) -> list[ChatMessage]:
        """A chat's messages, the oldest first."""
        found = self._world.chats.get(chat if isinstance(chat, int) else chat.id)
        return [as_value(raw, found.done) for raw in found.messages.values()] if found else []

    async def settled(
        self,
        chat: int | Chat,
        *,
        after: ChatMessage | None = None,
        replies: bool = True,
        quiet_s: float = QUIET_S,
        timeout_s: float = 30.0,
    ) -> bool:
        """Wait until the bot has done all it will do about what was said so far.

        That is: it has confirmed every update, has done something in the chat since, shows no «typing», and no request has been
        under way for a while.

        Args:
            chat: the chat.
            after: what was said; without it anything the bot ever did there counts as its answer.
            replies: whether an answer is expected; False for what a bot should leave alone.
            quiet_s: how long it must be quiet.
            timeout_s: how long to wait.

        Returns:
            False when the time was up first.
        """
        room = self._world.chats[chat if isinstance(chat, int) else chat.id]
        least = 0 if not replies else after.mark + 1 if after else 1
        try:
            async with asyncio.timeout(timeout_s):
                await self._api.quiet(quiet_s)
                while not self._is_done(room, least):
                    await self._api.quiet(quiet_s)
        except TimeoutError:
            return False
        return True

    def _is_done(self, room: Chat, least: int) -> bool:
        """Whether all is confirmed, enough is done and the bot is not typing."""
        updates = self._world.updates
        return updates.confirmed >= updates.last_id and room.done >= least and not room.is_busy()
