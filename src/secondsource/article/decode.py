"""From bytes to the captured text: which encoding, and what cannot be text at all."""

import codecs
import re
import unicodedata

from ..errors import ArticleError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")

# What browsers do (WHATWG Encoding Standard): pages that say Latin-1 are read as Windows-1252.
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}

_CONTROL = bytes(byte for byte in range(32) if byte < 9 or 13 < byte < 27 or 27 < byte < 32)


def looks_binary(data: bytes) -> bool:
    """Whether the first 8,192 bytes hold what no text in any common encoding holds."""
    head = data[:8192]
    if any(head.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS):
        return False
    if b"\x00" in head:
        return True
    control = len(head) - len(head.translate(None, _CONTROL))
    return control * 50 > len(head)


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
    """The text that the bytes hold; never fails on a single bad byte.

    Tried in this order: byte order mark, UTF-8, the declared encoding (argument, else the page's
    own words), detection on the first 64 kB, Windows-1252. UTF-8 comes before what is declared,
    since text that happens to be valid UTF-8 beyond ASCII practically always is. Raises
    ArticleError when the bytes are no text.
    """
    if not data.strip():
        raise ArticleError("the file is empty; nothing to read")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if looks_binary(data):
        raise ArticleError("the file is binary, not text; convert it to text, HTML or PDF first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut in the middle of its last character is still UTF-8.
        if error.start > len(data) - 4 and error.start > 0:
            return data.decode("utf-8", "replace")
    encoding = declared or declared_encoding(data) or ""
    if encoding and encoding not in ("utf-8", "utf8"):
        try:
            return data.decode(_READ_AS.get(encoding.lower(), encoding))
        except (LookupError, ValueError):
            pass  # a name that is none (a NUL in it is no mere LookupError), or other bytes than it says
    head = data[:65536]
    wrong = head.decode("utf-8", "replace").count("\ufffd")
    if wrong * 200 < len(head):
        return data.decode("utf-8", "replace")
    return data.decode(_detected(head), "replace")


def _detected(head: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:  # comes with trafilatura; without it the commonest guess has to do
        return "cp1252"
    best = from_bytes(head).best()
    if best is None:
        return "cp1252"
    # The one-byte encodings of Latin letters differ in few bytes, and a text in English holds few of
    # those: Windows-1252 is what such pages are (https://encoding.spec.whatwg.org/#determining).
    try:
        head.decode("cp1252")
    except UnicodeDecodeError:
        return best.encoding
    letters = {letter for letter in str(best) if letter.isalpha() and not letter.isascii()}
    is_latin = all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return "cp1252" if is_latin else best.encoding
