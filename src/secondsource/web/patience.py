"""How long the server waits for a client: for the whole of a request, and for somebody who does not read the answer.

uvicorn limits the pause between two requests (`timeout_keep_alive`) and nothing else; these are protocols of its
h11 implementation (https://www.uvicorn.org/settings/#implementation) that hang up on the rest."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 30.0
"""From the first byte of a request, or from the connection, to the last byte of its body: at most 72 kB."""

ANSWER_SECONDS = 60.0
"""In which a client that reads takes at least something of its answer."""


class PatientProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, that hangs up on a request which does not end in `request_seconds`, and on a client
    that reads nothing for `answer_seconds`."""

    request_seconds = REQUEST_SECONDS
    answer_seconds = ANSWER_SECONDS
    _hang_up_at: asyncio.TimerHandle | None = None
    _give_up_at: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Waits for the first request from here on."""
        super().connection_made(transport)
        self._wait_for_request()

    def data_received(self, data: bytes) -> None:
        """Waits on while the request is not whole."""
        super().data_received(data)
        self._wait_for_request()

    def on_response_complete(self) -> None:
        """Between two requests uvicorn's own limit holds; what is left of one that was answered early must
        still come to its end."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and not self.conn.trailing_data[0]:
            self._stop_waiting()
        else:
            self._wait_for_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop_waiting()
        self._stop_giving_up()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not read on."""
        super().pause_writing()
        self._stop_giving_up()
        self._give_up_at = self.loop.call_later(self.answer_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """It does."""
        self._stop_giving_up()
        super().resume_writing()

    def _wait_for_request(self) -> None:
        """Keeps the limit that runs while a request is not whole, and sets one where none runs."""
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._stop_waiting()
        elif self._hang_up_at is None:
            self._hang_up_at = self.loop.call_later(self.request_seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._hang_up_at is not None:
            self._hang_up_at.cancel()
            self._hang_up_at = None

    def _stop_giving_up(self) -> None:
        if self._give_up_at is not None:
            self._give_up_at.cancel()
            self._give_up_at = None
