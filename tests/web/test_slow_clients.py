"""A real server under clients that are slow, greedy or guessing: nobody else waits for them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")

pytestmark = pytest.mark.slow

TOKEN = "a token of some length"
SLOW_CLIENTS = 60
MOST_SECONDS = 5.0
"""For a page while others are slow; a tenth of it on a machine that does nothing else."""


@pytest.fixture(scope="module")
def port(pemba_story: Path) -> Iterator[int]:
    """The port of `secondsource serve`."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    command = [sys.executable, "-m", "secondsource", "serve", str(pemba_story), "--port", str(number)]  # fmt: skip
    serving = subprocess.Popen(
        command, stderr=subprocess.DEVNULL, env={**os.environ, "SECONDSOURCE_TOKEN": TOKEN}
    )
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", number), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield number
    finally:
        serving.terminate()
        serving.wait()


def status_of(port: int, path: str = "/", **headers: str) -> int:
    """The status of a page that is asked for as everybody does."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        shown = {"Authorization": f"Bearer {TOKEN}", **headers}
        connection.request("GET", path, headers=shown)
        answer = connection.getresponse()
        answer.read()
        return answer.status


BEGINNINGS = {
    "a head that does not end": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    "a body that does not come": b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntoken=",
    "an answer that is not read": b"GET /timeline HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
    + TOKEN.encode()
    + b"\r\n\r\n",
}


@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=BEGINNINGS)
def test_slow_clients_hold_nobody_up(port: int, beginning: bytes) -> None:
    with ExitStack() as slow:
        for _ in range(SLOW_CLIENTS):
            client = slow.enter_context(socket.create_connection(("127.0.0.1", port)))
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            client.sendall(beginning)
        began = time.monotonic()
        assert status_of(port) == 200
        assert time.monotonic() - began < MOST_SECONDS
    assert status_of(port) == 200


def test_a_head_without_end_is_refused(port: int) -> None:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=60)) as client:
        sent = 0
        client.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        try:
            while sent < 20_000_000:
                sent += client.send(b"X-More: " + b"x" * 4000 + b"\r\n")
        except OSError:
            pass  # it hung up
    assert sent < 20_000_000
    assert status_of(port) == 200


NO_PATHS = [
    "/static/../../story.toml",
    "/static/..%2f..%2fstory.toml",
    "/static/%2e%2e/%2e%2e/story.toml",
    "/static/..%5c..%5cstory.toml",
    "/static//etc/passwd",
    "/static/%00",
    "/article/../../../../etc/passwd",
    "/article/..%2f..%2f..%2fetc%2fpasswd",
    "/check/..%2f..%2fstory.db",
    "//etc/passwd",
    "/../../../../etc/passwd",
]


@pytest.mark.parametrize("path", NO_PATHS)
def test_no_path_leads_out(port: int, path: str) -> None:
    """Sent as it is: a client of Python's would tidy it up first."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=60)) as client:
        client.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\n"
            "Connection: close\r\n\r\n".encode()
        )
        answer = b""
        while piece := client.recv(65_536):
            answer += piece
    status = int(answer.split(b" ", 2)[1])
    assert status in (400, 404, 422)
    assert b"root:" not in answer
    assert b"pipeline =" not in answer
    assert b"SQLite format" not in answer


def test_guessing_a_token_leads_nowhere_and_takes_no_longer_for_a_near_one(port: int) -> None:
    guesses = ["x" * len(TOKEN), *(TOKEN[:n] + "x" * (len(TOKEN) - n) for n in range(len(TOKEN)))]
    for guess in guesses * 5:
        assert status_of(port, "/api/story", Authorization=f"Bearer {guess}") == 401
    assert status_of(port, "/api/story") == 200
