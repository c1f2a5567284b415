"""Pages and texts made to choke a reader: an answer or a clear refusal, in bounded time."""

import contextlib
import time

import pytest

from secondsource.article import clean_text, read_capture
from secondsource.errors import ArticleError
from secondsource.model.article import Capture

SENTENCE = "The harbour board of Lindmouth voted on Tuesday to close the old ferry pier at once. "
LONGEST_SECONDS = 8.0
"""Processor seconds; the slowest took 2.1 on the machine on which this was written."""

BOMBS = [
    ("text/html", "<html><body>" + "<div>" * 50_000 + SENTENCE * 5, "deep nesting"),
    ("text/html", '<html><body><div class="' + "a b " * 2_500_000 + '"><p>' + SENTENCE * 5, "a 10 MB attribute"),
    ("text/html", "<html><body><article>" + f"<p>{SENTENCE}</p>" * 20_000, "2 MB of repeated paragraphs"),
    ("text/html", f"<html><head><script type='application/ld+json'>{'[' * 100_000}</script></head><body><p>{SENTENCE * 5}", "nested metadata"),
    ("text/plain", SENTENCE * 240_000, "20 MB on one line"),
    ("text/plain", "ab\n" * 300_000, "hundreds of thousands of lines"),
    ("text/plain", "a" * 4_000_000, "one endless word"),
    ("text/plain", (SENTENCE + "\n\n") * 20_000, "repeated paragraphs of plain text"),
]  # fmt: skip


@pytest.mark.parametrize(("media_type", "source", "why"), BOMBS, ids=[row[2] for row in BOMBS])
def test_bounded_time(media_type: str, source: str, why: str) -> None:
    capture = Capture(digest="", address="bomb", media_type=media_type, data=source.encode())
    started = time.process_time()
    with contextlib.suppress(ArticleError):  # a refusal is an answer
        assert SENTENCE.strip() in read_capture(capture).text, why
    assert time.process_time() - started < LONGEST_SECONDS, why


def test_an_endless_word_in_a_bare_text_is_kept_as_it_is() -> None:
    text = SENTENCE + "a" * 30_000
    assert clean_text(text).text == text
