"""Who is let in: programs and the page of this machine, and no other page."""

import httpx
import pytest

from bot.playground.guard import MAX_PAGE_BODY_BYTES, refusal
from bot.playground.people import Person
from bot.playground.server import Playground

HERE = "127.0.0.1:8080"


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/", {"host": HERE}),
        ("GET", "/page-api/state", {"host": HERE, "sec-fetch-site": "same-origin"}),
        ("POST", "/page-api/say", {"host": HERE, "origin": f"http://{HERE}"}),
        ("POST", "/page-api/say", {"host": "localhost:8080", "origin": "http://localhost:8080"}),
        ("POST", "/bot42:x/getMe", {"host": HERE}),
    ],
)
def test_the_page_and_programs_are_let_in(method: str, path: str, headers: dict[str, str]) -> None:
    """Under the server's own name, from its own page or no page at all."""
    assert refusal(method, path, headers, 8080, None) == ""


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/", {"host": "evil.example:8080"}),
        ("GET", "/", {"host": "127.0.0.1:80"}),
        ("GET", "/", {}),
        ("GET", "/page-api/state", {"host": HERE, "sec-fetch-site": "cross-site"}),
        ("GET", "/page-api/events", {"host": HERE, "origin": "https://evil.example"}),
        ("POST", "/page-api/say", {"host": HERE}),
        ("POST", "/page-api/say", {"host": HERE, "origin": "null"}),
        ("POST", "/page-api/say", {"host": HERE, "origin": "http://localhost:8080"}),
        ("POST", "/bot42:x/sendMessage", {"host": HERE, "origin": f"http://{HERE}"}),
        ("GET", "/file/bot42:x/files/1", {"host": HERE, "origin": "https://evil.example"}),
    ],
)
def test_other_pages_are_not(method: str, path: str, headers: dict[str, str]) -> None:
    """Neither with a name that points here, nor blindly."""
    assert refusal(method, path, headers, 8080, None) != ""


def test_the_page_does_not_send_much() -> None:
    """A body past a mebibyte is refused before it is read."""
    headers = {"host": HERE, "origin": f"http://{HERE}"}
    assert refusal("POST", "/page-api/say", headers, 8080, MAX_PAGE_BODY_BYTES) == ""
    assert refusal("POST", "/page-api/say", headers, 8080, MAX_PAGE_BODY_BYTES + 1) != ""


async def test_the_server_keeps_the_rule(client: httpx.AsyncClient, playground: Playground, sara: Person) -> None:
    """A foreign page's message is not said; what the page gets carries a policy without anything from elsewhere."""
    said = {"person": sara.id, "text": "سلام"}
    foreign = await client.post("/page-api/say", json=said, headers={"Origin": "https://evil.example"})
    assert (foreign.status_code, playground.messages(sara.chat)) == (403, [])
    page = await client.get("/")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
