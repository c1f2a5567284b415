"""A reading in two parts: what was found, as JSON, and the grammar of its sentences, packed, which is asked for by few."""

from zlib import compress, decompress

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from ..model.grammar import Grammar
from ..model.reading import Reading

_READING = msgspec.json.Decoder(Reading)
_GRAMMAR = msgspec.msgpack.Decoder(tuple[Grammar, ...])


def parted(reading: Reading) -> tuple[str, bytes | None]:
    """The two parts of a reading; None where its grammar is not at hand."""
    packed = None
    if reading.grammar is not UNSET:
        packed = compress(msgspec.msgpack.encode(reading.grammar), 1)
    return replace(reading, grammar=UNSET).to_json().decode(), packed


def joined(found: str, grammar: bytes | None) -> Reading:
    """The reading of these two parts."""
    reading = _READING.decode(found)
    if grammar is None:
        return reading
    return replace(reading, grammar=_GRAMMAR.decode(decompress(grammar)))
