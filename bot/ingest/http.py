"""The only door to the network, and to httpx: documents from public http addresses, within bounds. Every failure is a value.

Redirects are followed by hand and each is checked. A name is resolved here, every address it has is checked, and the connection
goes to the address that was checked, with the name in Host and SNI: a name that resolves otherwise a moment later (DNS
rebinding) gains nothing. Behind a proxy the proxy resolves; literal addresses and local names are still refused. Bodies are
unpacked here, piece by piece, so that a small bomb cannot become a large one.
"""

import asyncio
import ipaddress
import socket
import time
import zlib
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from weakref import WeakValueDictionary

import httpx

from bot.ingest.addresses import Target, is_nowhere, is_public, joined, target
from bot.model.net import Fetched, FetchFailed, FetchResult, GoneForGood, NotModified, RetryAfter, Why

MAX_BYTES = 5_000_000
MAX_REDIRECTS = 5
TOTAL_S = 30.0
CONNECT_S = 10.0
READ_S = 15.0
HOST_GAP_S = 1.0  # between two requests to one host
_PIECE = 65_536
_NAMES_AT_ONCE = 32  # more than the links of readers that are followed at once
_FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_REFUSED_TYPES = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/x-", "multipart/")
_HEADERS = {
    "User-Agent": "Gozideh/0.1 (Persian news summaries; reads feeds; +https://core.telegram.org/bots)",
    "Accept": "application/rss+xml, application/atom+xml, text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Language": "fa, en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


class _Refused(Exception):
    """Carries a failure out of the reading of a response; never leaves this file."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why)
        self.failed = FetchFailed(why, detail)


class HttpFetcher:
    """The ``Fetcher`` of bot.ports. Made by ``opened_fetcher``.

    Args:
        direct: a client without a proxy.
        proxied: a client with one, where there is a proxy.
        allow_private: (host, port) pairs of servers of our own, which may be private.
        host_gap_s: the least time between two requests to one host.
        total_s: the time for one document, redirects included, without the waiting for a turn at a host.
    """

    def __init__(
        self,
        direct: httpx.AsyncClient,
        proxied: httpx.AsyncClient | None,
        allow_private: frozenset[tuple[str, int]],
        host_gap_s: float,
        total_s: float,
    ) -> None:
        self._direct = direct
        self._proxied = proxied
        self._allowed = allow_private
        self._gap_s = host_gap_s
        self._total_s = total_s
        self._names = ThreadPoolExecutor(_NAMES_AT_ONCE, thread_name_prefix="names")  # their own: a slow DNS holds up no summary
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._last: dict[str, float] = {}

    async def fetch(self, url: str, *, etag: str = "", last_modified: str = "") -> FetchResult:
        """Get one document; see the Protocol."""
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        known = {name: value for name, value in headers.items() if value and value.isascii() and value.isprintable()}
        try:
            return await self._follow(url, known)
        except TimeoutError:
            return FetchFailed("slow", f"not done in {self._total_s:g} s")
        except _Refused as refused:
            return refused.failed
        except httpx.TimeoutException:
            return FetchFailed("slow", "no answer")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
            return FetchFailed("network", type(error).__name__)

    def close(self) -> None:
        """Look up no more names."""
        self._names.shutdown(wait=False, cancel_futures=True)

    async def _follow(self, url: str, known: dict[str, str]) -> FetchResult:
        """Go from address to address until there is an answer."""
        moved_to, for_good, left_s = "", True, self._total_s
        for _ in range(MAX_REDIRECTS + 1):
            aim = target(url, self._allowed)
            if aim is None and is_nowhere(url):
                raise _Refused("network", "the name leads nowhere")
            if aim is None:
                raise _Refused("address", "no public http address")
            async with self._turn(aim.host), asyncio.timeout(left_s):  # the asking is timed, the waiting for a turn is not
                began = time.monotonic()
                answer = await self._ask(aim, known, moved_to if for_good else "")
            if not isinstance(answer, _Redirect):
                return answer
            left_s -= time.monotonic() - began
            url, for_good = joined(aim.url, answer.to), for_good and answer.for_good
            moved_to = url
        raise _Refused("redirects", f"more than {MAX_REDIRECTS}")

    async def _ask(self, aim: Target, known: dict[str, str], moved_to: str) -> "FetchResult | _Redirect":
        """Ask one host for one document."""
        async with self._response(aim, known) as response:
            status = response.status_code
            if status in _REDIRECTS and response.headers.get("location"):
                return _Redirect(response.headers["location"], status in _FOR_GOOD)
            if status == 304 and known:
                return NotModified(moved_to)
            if status in (429, 503):
                return RetryAfter(_seconds(response.headers.get("retry-after", "")), status)
            if status == 410:
                return GoneForGood()
            if status != 200:
                raise _Refused("status", str(status))
            return await _fetched(response, aim, moved_to)

    @asynccontextmanager
    async def _response(self, aim: Target, known: dict[str, str]) -> AsyncIterator[httpx.Response]:
        """The answer to a request, its body not read yet, from an address that was checked."""
        url, extensions = httpx.URL(aim.url), {}
        client = self._direct
        if (aim.host, aim.port) not in self._allowed and self._proxied is not None:
            client = self._proxied
        else:
            checked = await self._resolved(aim)
            extensions["sni_hostname"] = aim.host
            url = url.copy_with(host=checked)
        host = aim.url.split("/")[2]
        async with client.stream("GET", url, headers={**_HEADERS, **known, "Host": host}, extensions=extensions) as response:
            yield response

    async def _resolved(self, aim: Target) -> str:
        """An IP address of the host; refused when any that the name has is not public."""
        if aim.literal is not None:
            return str(aim.literal)
        look_up = partial(socket.getaddrinfo, aim.host, aim.port, type=socket.SOCK_STREAM)
        found = await asyncio.get_running_loop().run_in_executor(self._names, look_up)
        addresses = [str(one[4][0]) for one in found]
        if (aim.host, aim.port) not in self._allowed:
            for address in addresses:
                if not is_public(ipaddress.ip_address(address)):
                    raise _Refused("address", "the name leads to a private address")
        if not addresses:
            raise _Refused("network", "the name leads nowhere")
        return min(addresses, key=lambda address: ":" in address)

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        """Wait until nobody else is asking this host, and a moment longer."""
        lock = self._locks.setdefault(host, asyncio.Lock())
        async with lock:
            wait = self._last.get(host, 0.0) + self._gap_s - time.monotonic()
            if wait > 0 and self._gap_s:
                await asyncio.sleep(wait)
            try:
                yield
            finally:
                if len(self._last) > 1000:
                    self._last.clear()
                self._last[host] = time.monotonic()


class _Redirect:
    """Where an answer sends us, and whether for good."""

    __slots__ = ("for_good", "to")

    def __init__(self, to: str, for_good: bool) -> None:
        self.to = to
        self.for_good = for_good


@asynccontextmanager
async def opened_fetcher(
    *,
    proxy_url: str = "",
    allow_private: frozenset[tuple[str, int]] = frozenset(),
    host_gap_s: float = HOST_GAP_S,
    total_s: float = TOTAL_S,
) -> AsyncIterator[HttpFetcher]:
    """A fetcher, closed at the end of the block.

    Args:
        proxy_url: http, https, socks5 or socks5h; '' for none. The environment is not asked.
        allow_private: (host, port) pairs of servers of our own that may be private; they are never asked through the proxy.
        host_gap_s: the least time between two requests to one host.
        total_s: the time for one document, redirects included, without the waiting for a turn at a host.
    """
    # No connection is kept: a connection to a shared IP address would otherwise serve another name than it was checked for.
    limits = httpx.Limits(max_connections=40, max_keepalive_connections=0)
    timeout = httpx.Timeout(READ_S, connect=CONNECT_S)
    client = partial(httpx.AsyncClient, trust_env=False, limits=limits, timeout=timeout)
    async with AsyncExitStack() as stack:
        direct = await stack.enter_async_context(client())
        proxied = await stack.enter_async_context(client(proxy=proxy_url)) if proxy_url else None
        fetcher = HttpFetcher(direct, proxied, allow_private, host_gap_s, total_s)
        stack.callback(fetcher.close)
        yield fetcher


async def _fetched(response: httpx.Response, aim: Target, moved_to: str) -> Fetched:
    """A good answer with its body.

    Raises:
        _Refused: it is of another kind, too large, or packed in a way not known.
    """
    headers = response.headers
    content_type = headers.get("content-type", "")
    if content_type.lower().startswith(_REFUSED_TYPES) and "xml" not in content_type.lower():
        raise _Refused("type", content_type[:60])
    announced = headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:12]) > MAX_BYTES:
        raise _Refused("large", f"{announced[:12]} bytes announced")
    body = await _body(response, headers.get("content-encoding", "").strip().lower())
    return Fetched(
        url=aim.url,
        body=body,
        content_type=content_type[:200],
        etag=headers.get("etag", "")[:500],
        last_modified=headers.get("last-modified", "")[:100],
        moved_to=moved_to,
    )


async def _body(response: httpx.Response, encoding: str) -> bytes:
    """The body, unpacked no further than ``MAX_BYTES``."""
    unpack = _Unpacker(encoding)
    whole = bytearray()
    async for piece in response.aiter_raw(_PIECE):
        whole += unpack(piece, MAX_BYTES + 1 - len(whole))
        if len(whole) > MAX_BYTES:
            raise _Refused("large", f"more than {MAX_BYTES:,} bytes")
    return bytes(whole)


class _Unpacker:
    """Unpacks a body piece by piece.

    Args:
        encoding: of the header Content-Encoding.
    """

    def __init__(self, encoding: str) -> None:
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise _Refused("encoding", encoding[:40])
        self._packed = encoding not in ("", "identity")
        self._zlib = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._started = False

    def __call__(self, piece: bytes, max_bytes: int) -> bytes:
        """Unpack a piece into at most this many bytes; what is past them is lost, for the body is too large then."""
        if not self._packed:
            return piece
        try:
            return self._first(piece, max_bytes) if not self._started else self._zlib.decompress(piece, max_bytes)
        except zlib.error:
            raise _Refused("encoding", "badly packed") from None

    def _first(self, piece: bytes, max_bytes: int) -> bytes:
        """The first piece tells whether «deflate» has the zlib header that it should have."""
        self._started = True
        try:
            return self._zlib.decompress(piece, max_bytes)
        except zlib.error:
            self._zlib = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._zlib.decompress(piece, max_bytes)


def _seconds(value: str) -> float | None:
    """What Retry-After asks for, in seconds; None when it cannot be read."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
