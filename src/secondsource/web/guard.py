"""What stands before every page: which host may be named, how large a request may be, what a browser may do
with an answer. Plain ASGI (https://asgi.readthedocs.io), so that nothing is buffered twice."""

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 64 * 1024
"""Bytes of the largest request body: a judgement with a long reason has a few hundred."""

TOO_LARGE = f"The request is larger than {MOST_BODY} bytes."

MOST_ADDRESS = 8 * 1024
"""Bytes of the longest path and query."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""Content Security Policy (https://www.w3.org/TR/CSP3/): nothing inline, nothing from elsewhere."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}


class Guard:
    """Refuses unknown hosts (421) and too large requests (413, 414); puts the security headers on every
    answer, also on refusals."""

    def __init__(self, app: ASGIApp, knows_host: Callable[[str], bool]) -> None:
        self._app = app
        self._knows_host = knows_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache, private")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
            return
        received = 0

        async def receive_so_much() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MOST_BODY:
                raise HTTPException(413, TOO_LARGE)
            return message

        await self._app(scope, receive_so_much, send_with_headers)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        names = headers.getlist("host")
        if len(names) != 1 or not self._knows_host(host_without_port(names[0])):
            return PlainTextResponse(
                "This host name is not served here. Serve under it with: secondsource serve"
                " --allow-host NAME",
                421,
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_ADDRESS:
            return PlainTextResponse("The address is too long.", 414)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length[:12]) > MOST_BODY:
            return PlainTextResponse(TOO_LARGE, 413)
        return None


def host_without_port(host: str) -> str:
    """The host of a Host header: `[::1]:8000` gives `::1`."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]
