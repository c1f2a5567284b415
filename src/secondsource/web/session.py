"""Who may read (a token, when others can reach us) and whose form it is (a sign against forgery).

A cookie holds a random session name; every form holds a sign made of it with a secret of this process, so
that a page of somebody else's can send a form but cannot know the sign (OWASP's signed double submit). The
browser's own word on where a form came from is heard as well.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

SESSION, TOKEN = "secondsource_session", "secondsource_token"
"""Names of the two cookies."""

_NAME = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Gate:
    """`token` is what everybody must show (empty: nobody need), `secret` signs forms and cookies."""

    token: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def is_token(self, shown: str) -> bool:
        """Whether this is the token; takes the same time however much of it is right."""
        return bool(self.token) and hmac.compare_digest(
            _digest(shown.encode("utf-8", "surrogatepass")), _digest(self.token.encode())
        )

    def lets_in(self, request: Request) -> bool:
        """Whether the request shows the token, as `Authorization: Bearer` or by the cookie of a login."""
        if not self.token:
            return True
        kind, _, shown = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self.is_token(shown.strip()):
            return True
        cookie = request.cookies.get(TOKEN, "")
        return hmac.compare_digest(cookie.encode(), self._cookie_value().encode())

    def remember(self, response: Response) -> None:
        """Gives the browser a cookie that stands for the token, until this process ends."""
        _set(response, TOKEN, self._cookie_value())

    def _cookie_value(self) -> str:
        return self._sign("login", self.token)

    def _sign(self, *parts: str) -> str:
        return hmac.new(self.secret, "\0".join(parts).encode(), hashlib.sha256).hexdigest()

    def sign_of(self, session: str) -> str:
        """What the forms of a session hold."""
        return self._sign("form", session)

    def is_own_form(self, request: Request, sign: str) -> bool:
        """Whether a form that was sent is one of the pages of this process and of this browser."""
        session = request.cookies.get(SESSION, "")
        if not _NAME.fullmatch(session) or not _same_origin(request):
            return False
        return hmac.compare_digest(sign.encode(), self.sign_of(session).encode())


def session_of(request: Request) -> str:
    """The browser's session, a new one if it has none."""
    held = request.cookies.get(SESSION, "")
    return held if _NAME.fullmatch(held) else secrets.token_urlsafe(32)


def keep_session(request: Request, response: Response, session: str) -> None:
    """Gives the browser its session, if it has not got it."""
    if request.cookies.get(SESSION) != session:
        _set(response, SESSION, session)


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, httponly=True, samesite="strict", path="/")


def _same_origin(request: Request) -> bool:
    """What the browser says of where the form was sent from, if it says anything
    (https://www.w3.org/TR/fetch-metadata/)."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
