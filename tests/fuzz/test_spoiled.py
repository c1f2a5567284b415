"""Whatever bytes come in: captures or rows with a reason, never another exception; and of each capture an article
whose parts lie where they say, or the reason why it is none."""

import pytest
from forms import FORMS, holds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.ingest.files import from_bytes
from secondsource.model.article import Capture

PIECES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        (
            b"<",
            b">",
            b"]]>",
            b"<![CDATA[",
            b"<!--",
            b"&#0;",
            b"&#xD800;",
            b"&lt;",
            b"\x00",
            b"\xff\xfe",
            b'"',
            b"\\ud800",
            b"[[[[[[",
            b'{"text":',
            b"null",
            b"-1",
            b"1e999",
            b"NaN",
            b"9" * 50,
            b"\r\n",
            b"\n\n",
            b",",
            b"http://[",
            b"://",
            b"2021-02-30",
            b"0000-00-00",
            b"<table><tr>",
            b"<p>",
            b"<div hidden>",
            b"</body>",
            b"<svg><p>",
            b"<time datetime='99999-01-01'>",
            b"Content-Length: -5",
            b"Content-Length: 99999999999",
            b"<base href='http://['>",
            b"<link rel=canonical href='http://['>",
            b"charset=utf-7",
            b"<meta charset=rot13>",
            b"<meta charset=base64>",
        )
    ),
)


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file of some form in which pieces were put in, cut out, or doubled, or that was cut."""
    data = whole
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.sampled_from((0, 0, 1, 4, 30, 400))))
        deed = draw(st.sampled_from(("put", "double", "cut")))
        piece = draw(PIECES) if deed == "put" else data[at:to] * 2 if deed == "double" else b""
        data = data[:at] + piece + data[to:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@pytest.mark.parametrize("name", FORMS)
def test_the_whole_file_is_read(name: str) -> None:
    items = list(from_bytes(FORMS[name], name))
    assert items
    if name != "sitemap.xml":
        assert all(isinstance(item, Capture) for item in items)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_spoiled_files(name: str, data: st.DataObject) -> None:
    holds(data.draw(spoiled(FORMS[name])), name)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(FORMS)))
def test_any_bytes(data: bytes, name: str) -> None:
    holds(data, name)
