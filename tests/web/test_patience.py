"""A request that does not end, and an answer that nobody reads, are left after a while; others are not."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator

import pytest

uvicorn = pytest.importorskip("uvicorn")
from secondsource.web.patience import PatientProtocol  # noqa: E402

SECONDS = 0.6
"""The limit in these tests."""
LONG_ANSWER = b"x" * 30_000_000


class Hasty(PatientProtocol):
    request_seconds = SECONDS
    answer_seconds = SECONDS


async def app(scope, receive, send) -> None:
    """Takes the whole body, then answers: at once, late, or at length."""
    if scope["type"] != "http":
        return
    while (message := await receive()).get("more_body"):
        pass
    if message["type"] == "http.disconnect":
        return
    if scope["path"] == "/late":
        await asyncio.sleep(3 * SECONDS)
    body = LONG_ANSWER if scope["path"] == "/long" else b"ok"
    head = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, http=Hasty, log_level="critical", timeout_keep_alive=60)
        server = uvicorn.Server(config)
        running = threading.Thread(target=server.run, args=([listening],), daemon=True)
        running.start()
        deadline = time.monotonic() + 60
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.05)
        yield listening.getsockname()[1]
        server.should_exit = True
        running.join(10)


def seconds_until_hung_up(port: int, pieces: list[bytes], pause: float = 0.0) -> float:
    """How long a connection lives that sends these pieces, and then nothing."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        began = time.monotonic()
        try:
            for piece in pieces:
                client.sendall(piece)
                time.sleep(pause)
            while client.recv(65_536):
                pass
        except OSError:
            pass
        return time.monotonic() - began


HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n"
ENDLESS = {
    "nothing at all": [],
    "a head that stops": [HEAD],
    "a body that stops": [POST + b"a"],
    "a second head that stops": [HEAD + b"\r\n" + HEAD],
    "a chunked body that stops": [HEAD.replace(b"GET", b"POST") + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"],
}  # fmt: skip


@pytest.mark.parametrize("pieces", ENDLESS.values(), ids=ENDLESS)
def test_a_request_that_does_not_end_is_left(port: int, pieces: list[bytes]) -> None:
    assert SECONDS * 0.8 < seconds_until_hung_up(port, pieces) < 10 * SECONDS


@pytest.mark.parametrize("beginning", [HEAD + b"X-Slow: ", POST])
def test_one_that_drips_on_is_left_as_well(port: int, beginning: bytes) -> None:
    assert seconds_until_hung_up(port, [beginning, *[b"a"] * 100], pause=0.05) < 10 * SECONDS


def test_an_answer_that_nobody_reads_is_left(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(5 * SECONDS)
        taken = 0
        try:
            while piece := client.recv(1 << 20):
                taken += len(piece)
        except OSError:
            pass
    assert taken < len(LONG_ANSWER)


def test_who_asks_in_time_gets_every_answer_however_long_it_takes(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        for path in (b"/late", b"/", b"/late"):
            client.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = b""
            while not answer.endswith(b"ok"):
                answer += client.recv(65_536)
            assert answer.startswith(b"HTTP/1.1 200")
            time.sleep(2 * SECONDS)  # between requests another limit holds
