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


_CONTROL = bytes(byte for byte in range(32) if byte < 9 or 13 < byte < 27 or 27 < byte < 32)
_BEGINNING = 8192
"""Bytes by which text is told from what is none."""


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells, or, without one, the zeros of UTF-16 beside its letters;
    None where nothing does."""
    marked = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    return marked or _unmarked_utf16(data[:_BEGINNING])


def _unmarked_utf16(beginning: bytes) -> str | None:
    """UTF-16 in the order of bytes that its zeros tell: blanks and line feeds of any script have one, always
    on the same side. What then holds other control characters, or none of these, is no text."""
    whole = beginning[: len(beginning) // 2 * 2]
    low, high = whole[::2].count(0), whole[1::2].count(0)
    if bool(low) == bool(high):
        return None
    encoding = "utf-16-le" if high else "utf-16-be"
    text = whole.decode(encoding, "replace")
    is_text = all(
        one.isprintable() or one.isspace() or unicodedata.category(one) == "Cf" for one in text
    )
    return encoding if is_text and ("\n" in text or " " in text) else None


def looks_binary(data: bytes) -> bool:
    """Whether the first 8,192 bytes hold what no text in any common encoding holds. Zeros behind a text, with
    which disks and tapes fill a block, count for nothing."""
    if marked_encoding(data):
        return False
    beginning = data[:_BEGINNING]
    shown = data.rstrip(b"\0")[:_BEGINNING] if b"\0" in beginning else beginning
    if b"\0" in shown:
        return True
    control = len(shown) - len(shown.translate(None, _CONTROL))
    return control * 50 > len(shown)


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
