"""Zip files that are broken in each way that `zipfile` says otherwise: bytes of a good one changed."""

import zlib

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def _changed(data: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """The bytes with a field of the first header of a kind changed."""
    at = data.index(mark) + offset
    return data[:at] + value + data[at + len(value) :]


def locked(data: bytes) -> bytes:
    """Its first file wants a password."""
    return _changed(_changed(data, CENTRAL, 8, b"\x01"), LOCAL, 6, b"\x01")


def newer(data: bytes) -> bytes:
    """Its first file wants a version of the form that nobody has."""
    return _changed(data, CENTRAL, 6, b"\xff")


def packed_otherwise(data: bytes) -> bytes:
    """Its first file is packed in a way that nobody has."""
    return _changed(data, CENTRAL, 10, b"\x63\x00")


def named_by_no_text(data: bytes) -> bytes:
    """The name of its first file says that it is UTF-8, and is not."""
    return _changed(_changed(data, CENTRAL, 9, b"\x08"), CENTRAL, 46, b"\xff\xfe")


def garbled(data: bytes) -> bytes:
    """What its first file was packed to is none of the packed form."""
    name = int.from_bytes(data[26:28], "little")
    extra = int.from_bytes(data[28:30], "little")
    at = 30 + name + extra
    nonsense = b"\xff" * 8
    try:
        zlib.decompress(nonsense, -15)
    except zlib.error:
        return data[:at] + nonsense + data[at + len(nonsense) :]
    raise AssertionError("the nonsense can be unpacked")


WAYS = (locked, newer, packed_otherwise, named_by_no_text, garbled)
