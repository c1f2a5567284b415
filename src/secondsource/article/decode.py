"""From bytes to the captured text: which encoding, and what cannot be text at all."""

import codecs
import re
import unicodedata

from ..errors import ArticleError
from ..model.encoding import is_cut, looks_binary, marked_encoding, unmarked_encoding

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")

# What browsers do (WHATWG Encoding Standard): pages that say Latin-1 are read as Windows-1252.
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first 4,096 bytes, if Python knows it."""
    head = data[:4096]
    match = _XML_DECLARED.search(head) or _DECLARED.search(head)
    if match is None:
        return None
    name = match[1].decode("ascii", "replace").lower()
    name = _READ_AS.get(name, name)
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def decode(data: bytes, declared: str | None = None) -> str:
    """The text that the bytes hold, its accents composed with their letters (Unicode's form C: files of some
    systems part them, and a name would not be the same as elsewhere); never fails on a single bad byte.

    Tried in this order: byte order mark (or the zeros of UTF-16 without one), UTF-8, the declared encoding (argument, else the page's
    own words), detection on 64 kB around the first byte that is no UTF-8, Windows-1252. UTF-8 comes before what is declared,
    since text that happens to be valid UTF-8 beyond ASCII practically always is. Raises
    ArticleError when the bytes are no text.
    """
    text = _decoded(data, declared)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decoded(data: bytes, declared: str | None) -> str:
    if not data.strip():
        raise ArticleError("the file is empty; nothing to read")
    marked = marked_encoding(data)
    if marked:
        return data.decode(marked, "replace")
    if looks_binary(data):
        raise ArticleError("the file is binary, not text; convert it to text, HTML or PDF first")
    data = data.rstrip(b"\0")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_cut(error):
            return data.decode("utf-8", "replace")
    encoding = declared or declared_encoding(data) or ""
    if encoding and encoding not in ("utf-8", "utf8"):
        try:
            return data.decode(_READ_AS.get(encoding.lower(), encoding))
        except (LookupError, ValueError):
            pass  # a name that is none (a NUL in it is no mere LookupError), or other bytes than it says
    return data.decode(unmarked_encoding(data), "replace")
