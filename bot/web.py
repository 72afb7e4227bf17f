"""The addresses that others call: health and metrics for the operator, and the webhook for Telegram. Answers nothing else."""

import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot import metrics

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105, a header's name
MAX_UPDATE_BYTES = 1_000_000
Json = dict[str, object]


def health_pages(is_well: Callable[[], Awaitable[str]], waiting: Callable[[], Awaitable[int]]) -> web.Application:
    """The pages for the operator: ``/health`` and ``/metrics``.

    Args:
        is_well: gives '' when all is well, else what is wrong.
        waiting: counts the alerts that wait to be sent.
    """

    async def health(request: web.Request) -> web.Response:
        wrong = await is_well()
        return web.json_response({"ok": not wrong, "wrong": wrong}, status=503 if wrong else 200)

    async def figures(request: web.Request) -> web.Response:
        metrics.waiting.set(await waiting())
        return web.Response(body=metrics.exposition(), content_type="text/plain", charset="utf-8")

    application = web.Application()
    application.add_routes([web.get("/health", health), web.get("/metrics", figures)])
    return application


def webhook_page(path: str, secret: str, take: Callable[[Json], Awaitable[None]]) -> web.Application:
    """The page that Telegram posts updates to.

    Args:
        path: where, below the host.
        secret: what Telegram must show in its header; anybody else is refused.
        take: is given each update as Telegram wrote it.
    """

    async def update(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape"), secret.encode()):
            return web.Response(status=403)
        try:
            given = await request.json()
        except ValueError:
            return web.Response(status=400)
        if not isinstance(given, dict):
            return web.Response(status=400)
        await take(given)
        return web.Response()

    application = web.Application(client_max_size=MAX_UPDATE_BYTES)
    application.add_routes([web.post(path or "/", update)])
    return application


@asynccontextmanager
async def served(application: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve pages for as long as the block runs.

    Args:
        application: the pages.
        host: the address listened on.
        port: 0 takes any.

    Yields:
        The port.
    """
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
