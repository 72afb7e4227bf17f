"""Who may talk to the server: programs and the page of this machine.

Any web page can make a browser send requests here. It can have its name resolve to
127.0.0.1 (then Host gives it away) or post blindly (then Origin does).
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

MAX_PAGE_BODY_BYTES = 1024 * 1024
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_NAMES = ("127.0.0.1", "localhost", "[::1]")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refusal(method: str, path: str, headers: dict[str, str], port: int, body_bytes: int | None) -> str:
    """Why a request is not let in.

    Args:
        method: of HTTP.
        path: of the address.
        headers: by name in lower case.
        port: the one the server listens on.
        body_bytes: the length that the request states; None when it states none.

    Returns:
        '' when it is let in.
    """
    host, origin = headers.get("host", ""), headers.get("origin")
    if host not in tuple(f"{name}:{port}" for name in _NAMES):
        return "this server answers to its own name only"
    if path.startswith(("/bot", "/file/")):
        return "the Bot API is not for browsers" if origin is not None else ""
    if origin is not None and origin != f"http://{host}":
        return "another page may not ask this"
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return "another page may not ask this"
    if method not in ("GET", "HEAD") and origin is None:
        return "only the page may ask this"
    return "the request is too large" if (body_bytes or 0) > MAX_PAGE_BODY_BYTES else ""


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let a request in, or not; and put the safety headers on what the page gets."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    reason = refusal(request.method, request.path, headers, request.app[PORT](), request.content_length)
    if reason:
        return web.json_response({"ok": False, "error_code": 403, "description": f"Forbidden: {reason}"}, status=403)
    try:
        response = await handler(request)
    except web.HTTPException as error:
        error.headers.update(HEADERS)
        raise
    if not response.prepared:
        response.headers.update(HEADERS)
    return response


PORT: web.AppKey[Callable[[], int]] = web.AppKey("port")
