"""Which encoding bytes of text are in, where nothing reliable says so."""

import codecs
import unicodedata

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""First bytes that tell the encoding; the longer marks first."""

_LOOKED_AT = 65_536
"""Bytes around the first one that is no UTF-8 that are looked at."""
_HALF = _LOOKED_AT // 2


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells; None without one."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def unmarked_encoding(data: bytes) -> str:
    """The likeliest encoding of bytes without a mark: UTF-8 if they are valid or most of what is not ASCII in
    them is (then a few bytes are spoiled), else what detection says, else Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_cut(error):
            return "utf-8"
        start = max(0, error.start - _HALF)
        around = data[start : start + _LOOKED_AT]
        return "utf-8" if _mostly_utf8(around) else _detected(around)
    return "utf-8"


def is_cut(error: UnicodeDecodeError) -> bool:
    """Whether UTF-8 only breaks off in the middle of its last character, behind others."""
    return error.start > 0 and error.reason == "unexpected end of data"


def _mostly_utf8(data: bytes) -> bool:
    # The share of all bytes tells nothing: an English text in Windows-1252 has one quotation mark in a hundred.
    read = data.decode("utf-8", "replace")
    wrong = read.count("\ufffd")
    right = sum(not letter.isascii() for letter in read) - wrong
    return right > wrong


def _detected(data: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:  # comes with trafilatura; without it the commonest guess has to do
        return "cp1252"
    best = from_bytes(data).best()
    if best is None:
        return "cp1252"
    # The one-byte encodings of Latin letters differ in few bytes, and a text in English holds few of
    # those: Windows-1252 is what such pages are (https://encoding.spec.whatwg.org/#determining).
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return best.encoding
    letters = {letter for letter in str(best) if letter.isalpha() and not letter.isascii()}
    is_latin = all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return "cp1252" if is_latin else best.encoding


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


STRAY_BYTES = "secondsource.windows-1252"
"""The `errors` under which bytes that are none of a stream's encoding are read as Windows-1252."""
codecs.register_error(STRAY_BYTES, _as_windows_1252)
