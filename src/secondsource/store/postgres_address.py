"""The address of a PostgreSQL server in words that may be shown: without what is secret, and its errors."""

import re
from pathlib import Path
from urllib.parse import unquote

import psycopg

from ..errors import (
    DiskFull,
    SecondsourceError,
    ServerLost,
    StoryDamaged,
    StoryLocked,
    StoryReadOnly,
)


def shown(address: str) -> str:
    """Server and database of an address, without user, password and settings; nothing of one in which they
    cannot be told apart."""
    rest = address.partition("://")[2]
    place = rest.rpartition("@")[2] if "@" not in rest.partition("?")[2] else "?"
    host = place.partition("?")[0]
    return f"postgresql://{host or '...'}"


def without_secrets(words: str, address: str) -> str:
    """A message of the server's or of its library without anything of the address that may be secret: what
    stands before its last @ (a password with an @ in it is taken for part of a host), and passwords among its
    settings."""
    _, _, rest = address.partition("://")
    secrets = re.split(r"[:@/?#]", rest.rpartition("@")[0])[1:]
    secrets += re.findall(r"password=([^&#\s]+)", rest)
    for secret in {*secrets, *map(unquote, secrets)} - {""}:
        words = words.replace(secret, "***")
    return words.strip().splitlines()[0] if words.strip() else "no reason was given"


def as_our_error(
    error: psycopg.Error, folder: Path, address: str, is_lost: bool
) -> SecondsourceError | psycopg.Error:
    """The error with what to do about it; itself where nothing is known of it. `is_lost` says that the connection
    is gone. The codes are those of https://www.postgresql.org/docs/15/errcodes-appendix.html."""
    code = error.sqlstate or ""
    if code.startswith("53100"):
        return DiskFull(
            f"there is no room left on the server of {folder}; free some and run the same again (what"
            " was read so far is kept)"
        )
    if code == "55P03":
        return StoryLocked(f"another program is writing to {folder}; wait until it is done")
    if code in ("25006", "42501"):
        return StoryReadOnly(f"{folder} cannot be written: its server gives this user no right to")
    if code.startswith("XX"):
        reason = without_secrets(str(error), address)
        return StoryDamaged(
            f"the database of {folder} is damaged ({reason}); restore a backup of it"
        )
    if is_lost or code.startswith(("08", "53", "57", "58")):
        return ServerLost(
            f"the server of {folder} ({shown(address)}) does not answer:"
            f" {without_secrets(str(error), address)}; run the same again when it can (what was kept"
            " so far stays)"
        )
    return error
