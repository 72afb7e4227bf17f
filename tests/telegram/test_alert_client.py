"""The client that sends alerts, against servers on a loopback port."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.model.alert import RetryAt
from bot.telegram.alert_client import AlertClient
from bot.telegram.alert_sender import alert_bot, result_of

TOKEN = "1:secret"
Form = Mapping[str, object]
Answer = Callable[[str, Form], web.Response]
SENT = {"ok": True, "result": {"message_id": 5, "date": 1, "chat": {"id": 3, "type": "private"}, "text": "خبر"}}


@asynccontextmanager
async def _serving(answer: Answer) -> AsyncIterator[str]:
    """The address of a server that answers everything alike."""

    async def handle(request: web.Request) -> web.Response:
        return answer(request.path, await request.post())

    runner = web.AppRunner(application := web.Application())
    application.router.add_route("*", "/{rest:.*}", handle)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_an_alert_goes_out_without_asking_who_the_bot_is() -> None:
    """One request a message, over one connection; Persian text arrives as it was."""
    asked: list[tuple[str, str]] = []

    def answer(path: str, form: Form) -> web.Response:
        asked.append((path, str(form["text"])))
        return web.json_response(SENT)

    async with _serving(answer) as url:
        bot = alert_bot(token=TOKEN, api_url=url)
        async with bot.request:
            sent = await bot.send_message(3, "کتاب‌های «تازه»")
    assert sent.message_id == 5
    assert asked == [(f"/bot{TOKEN}/sendMessage", "کتاب‌های «تازه»")]


async def test_what_telegram_refuses_is_its_error() -> None:
    """The answer of a 400 is read, too."""
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
    async with _serving(lambda *_: web.json_response(refusal, status=400)) as url:
        bot = alert_bot(token=TOKEN, api_url=url)
        async with bot.request:
            with pytest.raises(BadRequest, match=r"[Cc]hat not found"):
                await bot.send_message(3, "خبر")


async def test_a_lost_network_is_told_without_the_token() -> None:
    """Nobody listens there: an error of the network whose words hold no address."""
    async with _serving(lambda *_: web.Response()) as url:
        pass
    bot = alert_bot(token=TOKEN, api_url=url)
    async with bot.request:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(3, "خبر")
    assert "secret" not in str(caught.value)


async def test_no_answer_in_time_is_a_time_out() -> None:
    """A server that takes the request and says nothing."""
    held: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, writer: held.append(writer), "127.0.0.1", 0)
    client = AlertClient(1, timeout_s=0.2)
    async with client:
        with pytest.raises(TimedOut):
            await client.do_request(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", "POST")
    for writer in held:
        writer.close()
    server.close()


async def test_rubbish_is_tried_again() -> None:
    """Not JSON, as a page of a filter in between."""
    async with _serving(lambda *_: web.Response(text="<html>")) as url:
        bot = alert_bot(token=TOKEN, api_url=url)
        async with bot.request:
            with pytest.raises(TelegramError) as caught:
                await bot.send_message(3, "خبر")
    assert isinstance(result_of(caught.value), RetryAt)


async def test_a_client_that_is_not_open_says_so() -> None:
    """A mistake of the program, not of the network."""
    with pytest.raises(RuntimeError):
        await AlertClient(1, timeout_s=1).do_request("http://127.0.0.1:1/", "POST")
