"""What a model says is printed only where the cited words hold it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from secondsource.errors import UsageError
from secondsource.model.text import Citation
from secondsource.rewriting import ModelAt, rewritten
from secondsource.views.brief import Brief
from secondsource.views.line import Line, Section

SENTENCE = (
    "The ministry said on Friday that about 40 boats may be returned to Vanga, if fees are paid."
)


def brief_of(*sentences: str) -> Brief:
    lines = tuple(
        Line(about=words, words=words, citations=(Citation(start=0, end=len(words), words=words),))
        for words in sentences
    )
    return Brief(title="", as_of=None, pipeline="", sections=(Section("Known", lines, ""),))


@pytest.mark.parametrize(
    ("answer", "kept", "why"),
    [
        (
            "The ministry said that about 40 boats may be returned, if fees are paid.",
            True,
            "shorter, nothing turned",
        ),
        ("About 40 boats may be returned, if fees are paid.", False, "who said it is gone"),
        ("The ministry said on Friday that 40 boats may be returned to Vanga, if fees are paid.", False, "about is gone"),
        ("The ministry said that about 40 boats were returned.", False, "a word of its own"),
        ("The ministry said on Friday that about 40 boats may be returned to Vanga.", False, "the condition is gone"),
        ("", False, "says nothing"),
    ],
)  # fmt: skip
def test_only_what_the_words_hold_is_printed(answer, kept, why):
    brief, refused = rewritten(brief_of(SENTENCE), lambda _: answer)
    line = brief.sections[0].lines[0]
    assert line.words == (answer if kept else SENTENCE), why
    assert bool(refused) == (not kept and bool(answer))


@pytest.fixture
def service():
    """A service on loopback that answers with the first words of the sentence, or as told."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            words = asked["messages"][1]["content"]
            body = self.server.answer or json.dumps(
                {"choices": [{"message": {"content": words.replace(" on Friday", "")}}]}
            )
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.answer = None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def test_a_model_at_an_address(service):
    ask = ModelAt(f"http://127.0.0.1:{service.server_port}/v1", "any")
    brief, refused = rewritten(brief_of(SENTENCE), ask)
    assert brief.sections[0].lines[0].words == SENTENCE.replace(" on Friday", "")
    assert not refused


@pytest.mark.parametrize("answer", ["<html>", "{}", '{"choices": []}'])
def test_an_address_that_is_no_model_is_said_plainly(service, answer):
    service.answer = answer
    with pytest.raises(UsageError, match="no model answers"):
        ModelAt(f"http://127.0.0.1:{service.server_port}", "any")("A sentence.")


def test_nobody_at_the_address():
    with pytest.raises(UsageError, match="no model answers"):
        ModelAt("http://127.0.0.1:9", "any", seconds=2)("A sentence.")
