"""Which rows of the record are one chapter's own."""

import msgspec


class HeldRows(msgspec.Struct):
    """The ids of a chapter's rows, by table, a digest of the texts that are searched, by article, and the capture (an id) that
    each article was read from."""

    rows: dict[str, list[str]]
    texts: dict[str, str]
    captures: dict[str, str] = {}


HELD_ROWS = msgspec.json.Decoder(HeldRows)
