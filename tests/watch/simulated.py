"""A simulated month: feeds on the loopback address whose pages are made when they are asked for, faults in them, and a
watch of them all by a clock that passes as fast as the rounds are done."""

import hashlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from wsgiref.handlers import format_date_time

from loopback import page_of

from secondsource.ingest.fetch import Fetcher, read_page
from secondsource.ingest.item import Item
from secondsource.watch.rounds import Build, RoundReport, Watch
from secondsource.watch.rules import Rule

BEGIN = datetime(2024, 3, 1, tzinfo=UTC)
DAYS = 30
FAULTY = 0.05
"""Of all requests, those that meet a fault."""
FETCH_SECONDS = 2.0
WINDOW_ROUNDS = 12
"""Rounds for which an entry stays in its feed."""
FEED_FAULTS = ("html", "cut", "500", "503", "404", "loop", "gone", "hang")
PAGE_FAULTS = ("500", "503", "short", "loop", "429", "hang")
PLACES = ("Kilifi", "Lamu", "Malindi", "Mombasa", "Kwale", "Watamu", "Vanga")
PEOPLE = ("Omari Chuo", "Asha Otieno", "Rehema Juma", "Neema Kazungu", "Salim Mwangi")


@dataclass
class World:
    """`articles` of `feeds`, spread evenly over the `rounds` of a month. `round` is now (from 0). `calm` says that
    nothing fails any more, `whole` that feeds name everything besides. `faults` counts the faults that were met, by kind."""

    feeds: int
    articles: int
    rounds: int
    seed: int = 3
    root: str = ""
    round: int = 0
    calm: bool = False
    whole: bool = False
    faults: dict[str, int] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def now(self) -> datetime:
        """The simulated time."""
        return BEGIN + timedelta(days=DAYS) * self.round / self.rounds

    def published(self, feed: int) -> list[int]:
        """The articles of a feed that it names now, the newest first."""
        done = self.articles if self.whole else self._until(self.round)
        # After the month a feed stays as it was on its last day.
        first = 0 if self.whole else self._until(min(self.round, self.rounds) - WINDOW_ROUNDS)
        return [one for one in range(done - 1, first - 1, -1) if one % self.feeds == feed]

    def _until(self, round: int) -> int:
        return max(0, min(self.articles, (round + 1) * self.articles // self.rounds))

    def appeared(self, article: int) -> int:
        """The round in which an article is first named."""
        return next(one for one in range(self.rounds) if article < self._until(one))

    def fault(self, path: str, kinds: tuple[str, ...]) -> str:
        """What happens instead of an answer, if anything; the same for every run of a month."""
        if self.calm or self.whole:
            return ""
        number = self.tries[path] = self.tries.get(path, 0) + 1
        digest = hashlib.sha256(f"{self.seed} {path} {self.round} {number}".encode()).digest()
        if int.from_bytes(digest[:4]) >= FAULTY * 2**32:
            return ""
        # Waiting takes real time, and is rarer.
        kind = kinds[digest[4] % len(kinds)]
        if kind == "hang" and digest[5] % 4:
            kind = kinds[digest[6] % (len(kinds) - 1)]
        self.faults[kind] = self.faults.get(kind, 0) + 1
        return kind

    def page(self, number: int) -> bytes:
        """A report of two sentences; some tell of the same matter, no two in the same words."""
        place, who = PLACES[number % len(PLACES)], PEOPLE[number // 3 % len(PEOPLE)]
        day = (BEGIN + timedelta(days=DAYS) * self.appeared(number) / self.rounds).date()
        body = (
            f"{day}\n{who} said on Monday that {number % 17 + 2} boats were lost at pier {number % 23} of"
            f" {place}.\nThe harbour board closed landing {number} on Tuesday."
        )
        title = f"Post {number % self.feeds}: {place} counts its boats for the {number}th time"
        return page_of(title, body).encode()

    def rss(self, feed: int) -> bytes:
        """A feed as it is now."""
        items = "".join(
            f"<item><link>{self.root}/report/{one}</link><title>Boats, report {one}</title></item>"
            for one in self.published(feed)
        )
        return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()

    def everything(self) -> Iterator[Item]:
        """All reports with what their feeds say of them, as one program fetches them that meets no fault."""
        fetcher = Fetcher(allow_private=True, pause_seconds=0.0)
        for number in range(self.articles):
            said = {"title": f"Boats, report {number}"}
            yield read_page(f"{self.root}/report/{number}", fetcher, said)


class Handler(BaseHTTPRequestHandler):
    world: World

    def do_GET(self) -> None:
        kind, _, name = self.path.lstrip("/").partition("/")
        if kind == "feed":
            self._feed(int(name))
        elif kind == "report":
            self._report(int(name))
        else:
            self._say(404, "text/plain", b"")

    def _feed(self, number: int) -> None:
        fault = self.world.fault(self.path, FEED_FAULTS)
        if fault and fault != "cut":
            return self._fail(fault)
        data = self.world.rss(number)
        headers = {"ETag": f'"{hashlib.sha256(data).hexdigest()[:16]}"'}
        if fault == "cut":
            # It says that it is the whole, so that only its end tells that it is not.
            return self._say(200, "application/rss+xml", data[: len(data) * 2 // 3], headers)
        if self.headers.get("If-None-Match") == headers["ETag"]:
            return self._say(304, "application/rss+xml", b"", headers)
        return self._say(200, "application/rss+xml", data, headers)

    def _report(self, number: int) -> None:
        fault = self.world.fault(self.path, PAGE_FAULTS)
        if fault:
            return self._fail(fault, self.world.page(number))
        return self._say(200, "text/html", self.world.page(number))

    def _fail(self, fault: str, data: bytes = b"") -> None:
        if fault == "html":
            return self._say(200, "text/html", b"<html><body><p>Please log in.</p></body></html>")
        if fault == "loop":
            return self._say(302, "text/plain", b"", {"Location": self.path})
        if fault == "hang":
            self.world.released.wait(FETCH_SECONDS * 1.5)
            return self._say(503, "text/plain", b"")
        if fault == "short":
            # The connection ends before the page does.
            return self._say(200, "text/html", data[: len(data) // 2], length=len(data))
        if fault == "gone":
            self.close_connection = True
            return None
        return self._say(int(fault), "text/plain", b"")

    def _say(
        self,
        status: int,
        kind: str,
        data: bytes,
        headers: dict[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data) if length is None else length))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            pass  # the client gave up

    def date_time_string(self, timestamp: float | None = None) -> str:
        return format_date_time(self.world.now.timestamp())

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served(world: World) -> Iterator[World]:
    """The world on a free port, until the end of the block."""
    handler = type("OwnHandler", (Handler,), {"world": world})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    world.root = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield world
    finally:
        world.released.set()
        server.shutdown()
        server.server_close()


def watched(world: World, folder: Path, build: Build, receivers: tuple[object, ...]) -> Watch:
    """A watch of all feeds, whose clock is the world's."""
    seconds = timedelta(days=DAYS).total_seconds() / world.rounds
    began = time.monotonic()

    def pass_time(wanted: float) -> None:
        # Rounds are all that takes simulated time; pauses within one take none.
        if wanted > seconds / 2:
            world.round += 1
            world.tries.clear()

    return Watch(
        folder=folder,
        sources=[f"{world.root}/feed/{number}" for number in range(world.feeds)],
        rules=[Rule(name="new", when="article")],
        receivers=receivers,  # type: ignore[arg-type]
        allow_private=True,
        pause_seconds=0.0,
        fetch_seconds=FETCH_SECONDS,
        build=build,
        clock=lambda: began,
        sleep=pass_time,
    )


def follow_a_month(world: World, watch: Watch) -> Iterator[tuple[RoundReport, int]]:
    """The rounds of the month, and those after it, in which nothing fails, until nothing waits to be tried again; each
    with the bytes of memory that this process has then."""
    every = timedelta(days=DAYS).total_seconds() / world.rounds
    with watch.open() as state:
        for report in watch.follow(state, every, world.rounds):
            yield report, resident_bytes()
        waiting = world.calm = True
        while waiting:
            world.round += 1
            report = watch.round(state)
            waiting = any(one.waiting or one.fault for one in report.sources)
            yield report, resident_bytes()


def resident_bytes() -> int:
    """The memory of this process now; 0 where the system does not say so."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files() -> int:
    """How many files and connections this process holds; 0 where the system does not say so."""
    place = Path("/proc/self/fd")
    return len(list(place.iterdir())) if place.is_dir() else 0
