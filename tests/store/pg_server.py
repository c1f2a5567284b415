"""A PostgreSQL server of the tests' own: made in a temporary folder, reached by a socket there, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

WHO = ("postgres", "nobody")
"""Users as whom a server may run where the tests run as root, which it refuses; the first that there is."""


def programs() -> Path | None:
    """Where Debian or the path has `initdb` and `postgres`, the newest first; None where they are not."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: p.parts[-3])
    here = shutil.which("initdb")
    if not found and here:
        found = [Path(here).resolve()]
    return found[-1].parent if found else None


@dataclass
class Server:
    """A running server; `address` is that of its database, for stories."""

    folder: Path
    bin: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Of the database, without the name of a story."""
        return f"postgresql:///postgres?host={self.folder}&user=secondsource"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        command = [
            self.bin / "postgres",
            *("-D", self.folder / "data", "-k", self.folder, "-h", ""),
            *("-c", "shared_buffers=16MB", "-c", "max_connections=30"),
        ]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, **as_somebody())
        ready = [self.bin / "pg_isready", "-q", "-h", self.folder]
        deadline = time.monotonic() + 60
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text("utf-8")[-2000:])
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends it: SIGINT cuts every connection off, SIGQUIT does so without writing anything down."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()
            self.process = None


def as_somebody() -> dict[str, object]:
    """What runs a process as somebody who is not root."""
    if os.geteuid():
        return {}
    user = somebody()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def somebody() -> pwd.struct_passwd:
    """A user who is not root."""
    known = {user.pw_name: user for user in pwd.getpwall()}
    return next(known[name] for name in WHO if name in known)


def made() -> Server:
    """A server that is not started yet. Skips where there is none on this machine."""
    pytest.importorskip("psycopg", reason="psycopg is not installed; run: make slow-env")
    bin = programs()
    if bin is None:
        pytest.skip("no PostgreSQL server is installed; run: make slow-env")
    # A short name: a socket's path has at most some 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="ss-pg-", dir="/tmp"))
    if not os.geteuid():
        os.chown(folder, somebody().pw_uid, somebody().pw_gid)
    folder.chmod(0o755)
    _run(
        [
            bin / "initdb",
            *("-D", folder / "data", "-U", "secondsource", "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        ]
    )
    return Server(folder, bin)


def _run(command: Sequence[object]) -> None:
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False, **as_somebody()
    )
    assert not done.returncode, done.stderr
