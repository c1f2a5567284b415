"""A stream whose beginning was looked at and is to be read once more."""

import io
from typing import BinaryIO


class _PutBack(io.RawIOBase):
    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = memoryview(head), stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._stream.read(min(len(buffer), 1 << 16))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def put_back(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream as it was before `head` was read from it; it cannot be sought in."""
    return io.BufferedReader(_PutBack(head, stream))
