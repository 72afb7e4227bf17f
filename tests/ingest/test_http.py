"""The door to the network, against servers that do every kind of harm, on a loopback port."""

import asyncio
import gzip
import socket
import threading
import time
import zlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.ingest.http import MAX_BYTES, HttpFetcher, opened_fetcher
from bot.model.net import Fetched, FetchFailed, GoneForGood, NotModified, RetryAfter
from tests.ingest.outlets import drip, serving

BODY = "کتاب‌های تازه".encode()


class Server:
    """Answers each path as a test says; knows what it was asked."""

    def __init__(self) -> None:
        self.port = 0
        self.asked: list[web.Request] = []
        self.at_once = self.most_at_once = 0
        self.answers: dict[str, web.Response | str] = {}

    def url(self, path: str) -> str:
        """An address on this server."""
        return f"http://127.0.0.1:{self.port}{path}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer, and count."""
        self.asked.append(request)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            return await self._answer(request)
        finally:
            self.at_once -= 1

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if request.path == "/drip":
            return await drip(request)
        if request.path == "/wait":
            await asyncio.sleep(0.03)
        if request.path.startswith("/late/"):
            await asyncio.sleep(0.3)
        if request.headers.get("If-None-Match") == '"known"':
            return web.Response(status=304)
        found = self.answers.get(request.path)
        if isinstance(found, str):
            for_good, _, to = found.rpartition(" ")
            return web.Response(status=int(for_good or 302), headers={"Location": to})
        return found or web.Response(body=BODY, content_type="text/html", charset="utf-8", headers={"ETag": '"known"'})


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A server on a free port."""
    one = Server()
    application = web.Application()
    application.router.add_get("/{tail:.*}", one.answer)
    async with serving(application) as port:
        one.port = port
        yield one


@pytest.fixture
async def fetcher(server: Server) -> AsyncIterator[HttpFetcher]:
    """A fetcher that may ask this server."""
    allowed = frozenset({("127.0.0.1", server.port), ("news.example.ir", server.port)})
    async with opened_fetcher(allow_private=allowed, host_gap_s=0, total_s=0.5) as opened:
        yield opened


async def test_a_document_comes_with_what_spares_us_it_the_next_time(server: Server, fetcher: HttpFetcher) -> None:
    """The second time it is asked for only if it has changed."""
    found = await fetcher.fetch(server.url("/a"))
    assert isinstance(found, Fetched)
    assert (found.body, found.etag, found.content_type) == (BODY, '"known"', "text/html; charset=utf-8")
    assert await fetcher.fetch(server.url("/a"), etag=found.etag) == NotModified()
    assert "Gozideh" in server.asked[0].headers["User-Agent"]


async def test_redirects_are_followed_and_told_apart(server: Server, fetcher: HttpFetcher) -> None:
    """A feed moves only when every redirect on the way is for good."""
    server.answers["/old"] = "301 /new"
    server.answers["/temporary"] = "/old"
    for_good, not_for_good = await fetcher.fetch(server.url("/old")), await fetcher.fetch(server.url("/temporary"))
    assert isinstance(for_good, Fetched)
    assert isinstance(not_for_good, Fetched)
    assert for_good.moved_to == for_good.url == not_for_good.url == server.url("/new")
    assert not_for_good.moved_to == ""


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:1/",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://localhost/",
        "ftp://a.ir/",
    ],
)
async def test_a_redirect_leads_nowhere_private(server: Server, fetcher: HttpFetcher, to: str) -> None:
    """Each hop is checked as the first one is, and another port of our own host is not ours."""
    server.answers["/"] = to
    assert await fetcher.fetch(server.url("/")) == FetchFailed("address", "no public http address")


async def test_a_circle_of_redirects_ends(server: Server, fetcher: HttpFetcher) -> None:
    """After five."""
    server.answers["/a"], server.answers["/b"] = "/b", "/a"
    failed = await fetcher.fetch(server.url("/a"))
    assert isinstance(failed, FetchFailed)
    assert failed.why == "redirects"
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("encoding", "body", "why"),
    [
        ("gzip", gzip.compress(b"a" * 30_000_000), "large"),
        ("deflate", zlib.compress(b"a" * 30_000_000), "large"),
        ("", b"a" * (MAX_BYTES + 1), "large"),
        ("br", b"\x1b\x00", "encoding"),
        ("gzip", b"this is not gzip", "encoding"),
        ("gzip, gzip", b"", "encoding"),
    ],
)
async def test_bombs_are_refused(server: Server, fetcher: HttpFetcher, encoding: str, body: bytes, why: str) -> None:
    """What counts is the size unpacked, and it is never unpacked further than it may be large."""
    headers = {"Content-Encoding": encoding} if encoding else {}
    server.answers["/"] = web.Response(body=body, headers=headers, content_type="text/html")
    failed = await fetcher.fetch(server.url("/"))
    assert isinstance(failed, FetchFailed)
    assert failed.why == why


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda body: zlib.compress(body)[2:-4]])
async def test_packed_bodies_are_unpacked(server: Server, fetcher: HttpFetcher, pack) -> None:
    """Deflate with its header and, as some servers send it, without."""
    encoding = "gzip" if pack is gzip.compress else "deflate"
    server.answers["/"] = web.Response(body=pack(BODY * 9000), headers={"Content-Encoding": encoding}, content_type="text/html")
    found = await fetcher.fetch(server.url("/"))
    assert isinstance(found, Fetched)
    assert found.body == BODY * 9000


async def test_a_slow_drip_ends(server: Server, fetcher: HttpFetcher) -> None:
    """There is a time for the whole, not only for each piece."""
    began = time.monotonic()
    failed = await fetcher.fetch(server.url("/drip"))
    assert isinstance(failed, FetchFailed)
    assert failed.why == "slow"
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("response", "result"),
    [
        (web.Response(status=429, headers={"Retry-After": "77"}), RetryAfter(77.0, 429)),
        (web.Response(status=503), RetryAfter(None, 503)),
        (web.Response(status=503, headers={"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}), RetryAfter(0.0, 503)),
        (web.Response(status=410), GoneForGood()),
        (web.Response(status=404), FetchFailed("status", "404")),
        (web.Response(body=b"\xff\xd8", content_type="image/jpeg"), FetchFailed("type", "image/jpeg")),
    ],
    ids=str,
)
async def test_other_answers_are_values(server: Server, fetcher: HttpFetcher, response: web.Response, result: object) -> None:
    """Each says what to do next."""
    server.answers["/"] = response
    assert await fetcher.fetch(server.url("/")) == result


async def test_redirects_do_not_lengthen_the_time(server: Server, fetcher: HttpFetcher) -> None:
    """Six that are each in time are not, taken together."""
    server.answers |= {f"/late/{number}": f"/late/{number + 1}" for number in range(5)}
    assert await fetcher.fetch(server.url("/late/0")) == FetchFailed("slow", "not done in 0.5 s")


async def test_one_request_at_a_time_goes_to_a_host(server: Server, fetcher: HttpFetcher) -> None:
    """However many ask."""
    await asyncio.gather(*(fetcher.fetch(server.url("/wait")) for _ in range(5)))
    assert (len(server.asked), server.most_at_once) == (5, 1)


async def test_nobody_there_is_a_value(fetcher: HttpFetcher, server: Server) -> None:
    """No exception of the client's comes out."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        async with opened_fetcher(allow_private=frozenset({("127.0.0.1", port)})) as other:
            assert await other.fetch(f"http://127.0.0.1:{port}/") == FetchFailed("network", "ConnectError")
    assert (await fetcher.fetch("nonsense \x00\ud800")) == FetchFailed("address", "no public http address")


async def test_a_name_server_that_hangs_holds_up_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Summaries are made in threads, too; those are not taken by names that nobody can look up."""
    over = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        over.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    async with opened_fetcher(host_gap_s=0) as opened:
        asking = [asyncio.create_task(opened.fetch(f"http://{number}.example.org/")) for number in range(40)]
        await asyncio.sleep(0.05)
        try:
            assert await asyncio.wait_for(asyncio.to_thread(len, "abc"), 5) == 3
        finally:
            over.set()
        assert {answer.why for answer in await asyncio.gather(*asking)} == {"network"}


async def test_a_name_kept_for_nothing_is_not_reachable_rather_than_not_public() -> None:
    """Nobody is asked for it; a name of a local network stays refused."""
    async with opened_fetcher() as fetcher:
        assert await fetcher.fetch("https://news.invalid/a") == FetchFailed("network", "the name leads nowhere")
        assert await fetcher.fetch("https://news.local/a") == FetchFailed("address", "no public http address")


@pytest.mark.parametrize("addresses", [["10.0.0.7"], ["93.184.216.34", "127.0.0.1"], ["::ffff:127.0.0.1"], ["fd00::1"]])
async def test_a_name_with_any_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> None:
    """One private address among public ones is enough."""
    _resolve(monkeypatch, addresses)
    async with opened_fetcher() as fetcher:
        failed = await fetcher.fetch("http://rebinding.example.ir/")
    assert failed == FetchFailed("address", "the name leads to a private address")


async def test_the_connection_goes_to_the_address_that_was_checked(
    server: Server, fetcher: HttpFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is resolved once, and the server still learns which site is meant."""
    asked = _resolve(monkeypatch, ["127.0.0.1"])
    found = await fetcher.fetch(f"http://news.example.ir:{server.port}/a")
    assert isinstance(found, Fetched)
    assert found.url == f"http://news.example.ir:{server.port}/a"
    assert server.asked[0].headers["Host"] == f"news.example.ir:{server.port}"
    assert asked == ["news.example.ir"]


async def test_behind_a_proxy_the_proxy_resolves_and_private_addresses_are_still_refused(server: Server) -> None:
    """The proxy is handed the name; a literal private address is not even asked for."""
    async with opened_fetcher(proxy_url=server.url(""), host_gap_s=0) as fetcher:
        found = await fetcher.fetch("http://news.example.ir/a")
        assert isinstance(found, Fetched)
        assert server.asked[0].headers["Host"] == "news.example.ir"
        assert await fetcher.fetch("http://10.0.0.1/") == FetchFailed("address", "no public http address")
    assert len(server.asked) == 1


def _resolve(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> list[str]:
    """Have every name lead to these addresses; returns the list of names that were asked for."""
    asked: list[str] = []

    def getaddrinfo(host, port, *_, **__):
        if host.replace(".", "").isdigit():
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked
