"""Telling: alerts to a file of JSON Lines, a webhook, and an Atom feed.

Every alert waits in the outbox (`state`) until its receiver has it. A file gets each alert once; a webhook
at least once, with the alert's id as `Idempotency-Key`, by which it knows one again that it was sent
twice because the watch was killed between the answer and its note of it.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from ..errors import CaptureError, UsageError
from ..ingest.fetch import AGENT, tls_context
from ..ingest.optional import optional
from ..model.value import Value, identifier
from ..store.files import UNFINISHED
from .alerts import Alert
from .atom import atom_feed
from .state import Pending, WatchState

WEBHOOK_SECONDS = 10.0
"""For the connection, and again for the answer."""
ATTEMPTS = 3
"""In one round, with pauses of 1 and 2 seconds between them."""
MOST_REFUSALS = 10
"""Rounds in which a receiver may say that one alert is wrong (4xx) before it is given up."""
SHORTEST_WAIT, LONGEST_WAIT = 30.0, 3600.0
"""Seconds for which a webhook that does not answer is left alone; they double with each round."""
TEMPORARY = frozenset({408, 425, 429})
"""Client errors that say "later", not "never" (RFC 9110, 8470, 6585)."""
ATOM_ENTRIES = 200


class Delivery(Value, frozen=True):
    """What became of the alerts for one receiver: how many it got now, how many wait, how many were given
    up, and why, if any wait or were given up."""

    to: str
    sent: int
    waiting: int
    given_up: int = 0
    reason: str | None = None


class AlertFile:
    """A file of JSON Lines, one alert a line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.to = str(path)
        self.target = identifier("file", path.resolve())

    def deliver(self, state: WatchState, after: int = 0) -> Delivery:
        """Appends what waits, each alert once, also after a crash in the middle of it."""
        sent = 0
        try:
            while pending := state.pending(self.target):
                sent += self._append(pending)
                state.delivered(self.target, [one.number for one in pending])
        except OSError as error:
            reason = f"{self.path} cannot be written ({error.strerror or error})"
            return Delivery(to=self.to, sent=sent, waiting=_left(state, self.target), reason=reason)
        return Delivery(to=self.to, sent=sent, waiting=0)

    def _append(self, pending: Sequence[Pending]) -> int:
        lines = {one.alert.id: one.alert.to_json() + b"\n" for one in pending}
        with self.path.open("ab+") as file:
            # What was written before a crash are the last lines; one that was cut off is none.
            reach = sum(map(len, lines.values())) + 65_536
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - reach))
            tail = file.read()
            whole, _, torn = tail.rpartition(b"\n")
            if torn:
                file.truncate(size - len(torn))
            there = set(_ids(whole))
            new = [line for id, line in lines.items() if id not in there]
            file.write(b"".join(new))
            file.flush()
            os.fsync(file.fileno())
        return len(new)


def _ids(data: bytes) -> Iterator[str]:
    for line in data.splitlines():
        try:
            yield msgspec.json.decode(line, type=_WithId).id
        except msgspec.DecodeError:
            continue


class _WithId(msgspec.Struct):
    id: str


class Webhook:
    """A URL that gets each alert as one POST of JSON. Redirects are not followed. What it does not take
    stays in the outbox, for the next round or the next run; `clock` and `sleep` are in seconds."""

    def __init__(
        self,
        url: str,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        seconds: float = WEBHOOK_SECONDS,
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(f"{url} is no web address; write it as https://host/path")
        self._url, self._clock, self._sleep, self._seconds = url, clock, sleep, seconds
        # The path of a webhook is often its secret: it is neither shown nor kept.
        self.to = f"{parts.scheme}://{parts.hostname}"
        self.target = identifier("webhook", url)
        self._rounds_in_vain = 0
        self._not_before = 0.0

    def deliver(self, state: WatchState, after: int = 0) -> Delivery:
        """Sends what waits, in order, until the receiver does not answer; only alerts above the number
        `after`, where the others were tried in this round already."""
        sent = given_up = 0
        reason: str | None = None
        if self._rounds_in_vain and self._clock() < self._not_before:
            left = _left(state, self.target)
            return Delivery(
                to=self.to, sent=0, waiting=left, reason="it did not answer; tried again later"
            )
        for one in _all_pending(state, self.target, after):
            answer = self._send(one.alert)
            if answer is None:
                state.delivered(self.target, [one.number])
                self._rounds_in_vain = 0
                sent += 1
                continue
            reason, temporary = answer
            state.refused(self.target, one.number, reason)
            if temporary:
                wait = min(SHORTEST_WAIT * 2**self._rounds_in_vain, LONGEST_WAIT)
                self._rounds_in_vain = min(self._rounds_in_vain + 1, 16)
                self._not_before = self._clock() + wait
                break
            if one.tries + 1 >= MOST_REFUSALS:
                state.delivered(self.target, [one.number])
                given_up += 1
        return Delivery(
            to=self.to,
            sent=sent,
            waiting=_left(state, self.target),
            given_up=given_up,
            reason=reason,
        )

    def _send(self, alert: Alert) -> tuple[str, bool] | None:
        """None when the receiver has it, else why not, and whether that may pass."""
        answer: tuple[str, bool] | None = None
        for attempt in range(ATTEMPTS):
            if attempt:
                self._sleep(2.0 ** (attempt - 1))
            answer = self._post(alert)
            if answer is None or not answer[1]:
                return answer
        return answer

    def _post(self, alert: Alert) -> tuple[str, bool] | None:
        try:
            httpx = optional("httpx", "a webhook")
        except CaptureError as error:
            return str(error), True
        headers = {
            "User-Agent": AGENT,
            "Content-Type": "application/json",
            "Idempotency-Key": alert.id,
        }
        try:
            with (
                httpx.Client(
                    timeout=self._seconds,
                    follow_redirects=False,
                    trust_env=False,
                    verify=tls_context(),
                ) as client,
                client.stream(
                    "POST", self._url, content=alert.to_json(), headers=headers
                ) as response,
            ):
                status = response.status_code
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            words = str(error).replace(self._url, self.to) or type(error).__name__
            return f"{self.to} did not take it ({words})", True
        if 200 <= status < 300:
            return None
        return f"{self.to} answers {status}", status >= 500 or status in TEMPORARY


class AtomFile:
    """An Atom feed of the last alerts, written whole or not at all."""

    def __init__(self, path: Path, title: str) -> None:
        self.path, self.title, self.to = path, title, str(path)

    def deliver(self, state: WatchState, after: int = 0) -> Delivery:
        """Writes the feed anew where it would be another."""
        data = atom_feed(state.last_alerts(ATOM_ENTRIES), self.title)
        try:
            if self.path.is_file() and self.path.read_bytes() == data:
                return Delivery(to=self.to, sent=0, waiting=0)
            unfinished = self.path.with_name(self.path.name + UNFINISHED)
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self.path)
        except OSError as error:
            reason = f"{self.path} cannot be written ({error.strerror or error})"
            return Delivery(to=self.to, sent=0, waiting=0, reason=reason)
        return Delivery(to=self.to, sent=1, waiting=0)


Receiver = AlertFile | Webhook | AtomFile


def targets_of(receivers: Sequence[Receiver]) -> tuple[str, ...]:
    """For whom alerts are put into the outbox."""
    return tuple(one.target for one in receivers if not isinstance(one, AtomFile))


def deliver_all(
    receivers: Sequence[Receiver], state: WatchState, after: int = 0
) -> tuple[Delivery, ...]:
    """What became of everything that waits; one receiver's fault holds up no other. Alerts up to the number
    `after` were tried in this round already."""
    return tuple(one.deliver(state, after) for one in receivers)


def _all_pending(state: WatchState, target: str, after: int) -> Iterator[Pending]:
    """What waits for a receiver, each alert once."""
    last = after
    while pending := state.pending(target, after=last):
        yield from pending
        last = pending[-1].number


def _left(state: WatchState, target: str) -> int:
    return state.waiting_for().get(target, 0)
