"""Puts the rooms together and runs them: the only file that knows them all."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.delivery.answers import Answers
from bot.delivery.budget import Budget
from bot.delivery.plan import Message
from bot.delivery.windows import Limit
from bot.delivery.worker import AlertSender, Worker
from bot.errors import StoreError
from bot.ingest.importer import import_files
from bot.model.alert import Gone, RetryAt, SendResult
from bot.playground.server import Playground
from bot.playground.world import FIRST_PERSON_ID
from bot.ports.net import Fetcher
from bot.storage.sqlite.store import SqliteStore
from bot.supply import network, supplied
from bot.telegram.alert_sender import TelegramAlertSender, alert_bot
from bot.telegram.application import TelegramApplication, api_errors, build, reached, set_command_menu, take_update
from bot.telegram.owners import tell_owners
from bot.telegram.rooms import Rooms
from bot.web import health_pages, served, webhook_page

UPDATES = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"]
_STOPS = (signal.SIGINT, signal.SIGTERM)
_TRIES = 5  # to drop a webhook that was set, before polling begins
log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
_ENDLESS = Limit(1000, 1.0)  # programs that talk to the playground are answered as fast as they ask
_NOT_HERE = "chat not found"
PLAYGROUND_TOKEN = "42:playground-on-this-machine"  # noqa: S105, it opens nothing but our own local server


def clock() -> datetime:
    """What time it is: aware UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Running:
    """The bot while it runs.

    Args:
        store: the open store.
        application: the client of the Bot API.
        playground: the local Bot API, when there is no token.
    """

    store: SqliteStore
    application: TelegramApplication
    playground: Playground | None


@asynccontextmanager
async def opened_store(settings: Settings, *, seeded: bool = True, now: Clock = clock) -> AsyncIterator[SqliteStore]:
    """Open the store and bring it up to date.

    Args:
        settings: say which file.
        seeded: whether an empty store is given the seeds.
        now: the clock.
    """
    settings.db.parent.mkdir(parents=True, exist_ok=True)
    async with SqliteStore.open(settings.db, now=now, zone=settings.zone) as store:
        if seeded and settings.seeds.is_dir() and not await store.articles.count():
            report = await import_files([settings.seeds], store.articles, method=settings.method)
            log.info("the store was empty and has the seeds now", extra={"added": report.added, "refused": len(report.refused)})
        yield store


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    playground_port: int | None = None,
    now: Clock = clock,
    budget: Budget | None = None,
    delivering: bool = True,
) -> AsyncIterator[Running]:
    """Start everything, and stop it in reverse order.

    Args:
        settings: with a token Telegram is spoken to, without one the playground.
        playground_port: its port, where it is not to be that of the settings.
        now: the clock of everything but the feeds.
        budget: how fast messages may go out; as Telegram allows, where none is given, in the playground without an end to bursts.
        delivering: whether alerts are sent.
    """
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(opened_store(settings, now=now))
        playground = None
        if settings.token is None:
            port = settings.playground_port if playground_port is None else playground_port
            playground = Playground(token=PLAYGROUND_TOKEN, host="127.0.0.1", port=port)
            await playground.start()
            stack.push_async_callback(playground.stop)
        fetcher = await stack.enter_async_context(network(settings, store, sample=playground is not None))
        rooms = _rooms(settings, store, fetcher, playground, now)
        budget = budget or (Budget(burst=_ENDLESS) if playground else Budget())
        answers = Answers(budget)
        application = _application(settings, rooms, answers, playground)
        await stack.enter_async_context(_listening(application, settings))
        stack.callback(answers.close)
        stack.callback(rooms.stop_reading)
        if delivering:
            await stack.enter_async_context(_delivering(settings, rooms, playground, budget))
        tell = partial(tell_owners, application.bot, rooms.owners)
        await stack.enter_async_context(supplied(settings, store, fetcher, tell, sample=playground is not None))
        if settings.health_port is not None:
            pages = health_pages(partial(_what_is_wrong, store), store.outbox.count)
            await stack.enter_async_context(served(pages, settings.listen_host, settings.health_port))
        yield Running(store, application, playground)


def _rooms(settings: Settings, store: SqliteStore, fetcher: Fetcher, playground: Playground | None, now: Clock) -> Rooms:
    """What the handlers work with; in the playground its first person runs the bot, unless somebody is named."""
    return Rooms(
        store=store,
        now=now,
        zone=ZoneInfo(settings.zone),
        method=settings.method,
        owners=frozenset(settings.owners or ([FIRST_PERSON_ID] if playground else ())),
        fetcher=fetcher,
    )


def _application(settings: Settings, rooms: Rooms, answers: Answers, playground: Playground | None) -> TelegramApplication:
    """The client, against Telegram or the playground; a proxy is never between us and our own server."""
    if playground:
        return build(rooms, answers, token=PLAYGROUND_TOKEN, api_url=playground.api_url)
    assert settings.token is not None
    return build(rooms, answers, token=settings.token.get_secret_value(), api_url=settings.bot_api, proxy=settings.proxy_url)


class _Visiting:
    """Sends in the playground: a reader whom it does not know is one of Telegram's, whose alerts wait for a start with a token."""

    def __init__(self, sender: AlertSender) -> None:
        self._sender = sender

    async def send(self, message: Message) -> SendResult:
        """Send it, and say what became of it."""
        result = await self._sender.send(message)
        return RetryAt(reason=result.reason) if isinstance(result, Gone) and _NOT_HERE in result.reason.lower() else result


@asynccontextmanager
async def _delivering(settings: Settings, rooms: Rooms, playground: Playground | None, budget: Budget) -> AsyncIterator[None]:
    """Deliver alerts for as long as the block runs; then bring what is under way to its end."""
    if playground:
        bot = alert_bot(token=PLAYGROUND_TOKEN, api_url=playground.api_url)
    else:
        assert settings.token is not None
        bot = alert_bot(token=settings.token.get_secret_value(), api_url=settings.bot_api, proxy=settings.proxy_url)
    async with bot.request:
        store = rooms.store
        sender: AlertSender = TelegramAlertSender(bot, store.articles, store.kept, rooms.last)
        worker = Worker(store.outbox, store.wishes, _Visiting(sender) if playground else sender, rooms.now, budget=budget)
        task = asyncio.create_task(worker.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _listening(application: TelegramApplication, settings: Settings) -> AsyncIterator[None]:
    """Take updates for as long as the block runs: by webhook where one is set, else by long polling."""
    take = _webhook(application, settings) if settings.webhook_url and settings.token else _polling(application)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(application.bot.request.shutdown)  # which a start that fails leaves open
        with api_errors():
            await reached(application.bot)
            await stack.enter_async_context(application)
            await set_command_menu(application.bot)
            await application.start()
            stack.push_async_callback(application.stop)
            await stack.enter_async_context(take)
        yield


@asynccontextmanager
async def _polling(application: TelegramApplication) -> AsyncIterator[None]:
    """Ask for updates again and again."""
    assert application.updater is not None
    try:
        await application.updater.start_polling(allowed_updates=UPDATES, bootstrap_retries=_TRIES)
        yield
    finally:
        if application.updater.running:
            await application.updater.stop()


@asynccontextmanager
async def _webhook(application: TelegramApplication, settings: Settings) -> AsyncIterator[None]:
    """Have updates posted to us; Telegram keeps them while we are away, so the webhook stays set."""
    assert settings.webhook_url
    assert settings.webhook_secret
    secret = settings.webhook_secret.get_secret_value()
    page = webhook_page(settings.webhook_url.path or "/", secret, partial(take_update, application))
    async with served(page, settings.listen_host, settings.webhook_port):
        await application.bot.set_webhook(str(settings.webhook_url), secret_token=secret, allowed_updates=UPDATES)
        yield


async def _what_is_wrong(store: SqliteStore) -> str:
    """Whether an answer could be given now; '' when it could."""
    try:
        await store.articles.newest(limit=1)
    except StoreError as error:
        return str(error)
    return ""


def _told_to_stop(stop: asyncio.Event, starting: asyncio.Task[None], up: asyncio.Event) -> None:
    """Stop, and leave a second signal to the system; a kill loses nothing that is stored."""
    stop.set()
    if not up.is_set():  # it may be waiting for a network
        starting.cancel()
    for one in _STOPS:
        asyncio.get_running_loop().remove_signal_handler(one)
        signal.signal(one, signal.SIG_DFL)


async def run(settings: Settings, *, ready: Callable[[str], object]) -> None:
    """Run until the process is told to stop: what is under way is brought to its end. Told once more, it ends at once.

    Args:
        settings: as for ``running``.
        ready: told the address at which the bot can be talked to, once it answers.
    """
    stop, up = asyncio.Event(), asyncio.Event()

    async def whole() -> None:
        async with running(settings) as bot:
            up.set()
            ready(bot.playground.page_url if bot.playground else f"https://t.me/{bot.application.bot.username}")
            await stop.wait()
            log.info("stopping")

    task = asyncio.create_task(whole())
    for one in _STOPS:
        asyncio.get_running_loop().add_signal_handler(one, _told_to_stop, stop, task, up)
    try:
        await task
    except asyncio.CancelledError:
        if not stop.is_set():
            raise
        log.info("stopped before it was up")
