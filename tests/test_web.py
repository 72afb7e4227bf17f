"""The pages that others call."""

import asyncio

import aiohttp
import pytest

from bot import metrics
from bot.web import SECRET_HEADER, health_pages, served, webhook_page


async def test_a_secret_in_no_encoding_is_a_wrong_one() -> None:
    """Bytes that are no UTF-8 are refused as any other."""

    async def take(given: dict) -> None:
        raise AssertionError(given)

    async with served(webhook_page("/hook", "right", take), "127.0.0.1", 0) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /hook HTTP/1.1\r\nHost: x\r\n" + SECRET_HEADER.encode() + b": \xff\xfe\r\nContent-Length: 2\r\n\r\n{}")
        assert (await reader.readline()).startswith(b"HTTP/1.1 403")
        writer.close()


async def ask(method: str, url: str, **options) -> tuple[int, str]:
    """Status and body of an answer."""
    async with aiohttp.ClientSession() as session, session.request(method, url, **options) as answer:
        return answer.status, await answer.text()


async def three() -> int:
    """How many alerts wait."""
    return 3


@pytest.mark.parametrize(("wrong", "status"), [("", 200), ("the store failed", 503)])
async def test_health_says_what_is_wrong_by_its_status_too(wrong: str, status: int) -> None:
    """A load balancer reads the status, a person the words."""

    async def is_well() -> str:
        return wrong

    async with served(health_pages(is_well, three), "127.0.0.1", 0) as port:
        got, body = await ask("GET", f"http://127.0.0.1:{port}/health")
    assert got == status
    assert wrong in body


async def test_metrics_are_in_the_text_format() -> None:
    """Each counter stands in it with its help."""

    async def is_well() -> str:
        return ""

    metrics.requests.labels("latest").inc()
    async with served(health_pages(is_well, three), "127.0.0.1", 0) as port:
        status, body = await ask("GET", f"http://127.0.0.1:{port}/metrics")
    assert status == 200
    assert 'gozideh_requests_total{name="latest"}' in body
    assert "gozideh_outbox 3.0" in body


@pytest.mark.parametrize(
    ("headers", "data", "status"),
    [
        ({SECRET_HEADER: "right"}, '{"update_id": 1}', 200),
        ({SECRET_HEADER: "wrong"}, '{"update_id": 1}', 403),
        ({}, '{"update_id": 1}', 403),
        ({SECRET_HEADER: "right"}, "{", 400),
        ({SECRET_HEADER: "right"}, "[]", 400),
        ({SECRET_HEADER: "right"}, "x" * 1_010_000, 413),
    ],
)
async def test_only_telegram_can_post_updates(headers: dict, data: str, status: int) -> None:
    """Who does not show the secret is refused, and so is rubbish; only a good update is taken."""
    taken = []

    async def take(given: dict) -> None:
        taken.append(given)

    async with served(webhook_page("/hook", "right", take), "127.0.0.1", 0) as port:
        got, _ = await ask("POST", f"http://127.0.0.1:{port}/hook", headers=headers, data=data)
    assert got == status
    assert taken == ([{"update_id": 1}] if status == 200 else [])
