"""What the `secondsource` command starts: it loads the package, which takes a second or more, so that an
interrupt meanwhile ends like any other and not in a report of where the imports were.

It stands beside the package, since importing anything of the package loads it whole.
"""

import os
import signal

INTERRUPTED = 130


def main() -> None:
    """Runs the command. Exit codes are those of `secondsource.cli.main`."""
    # One that was told to ignore interrupts, as shells tell what runs behind, goes on ignoring them.
    heeds = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeds:
        signal.signal(signal.SIGINT, _end)
    from secondsource.cli.main import main as run

    if heeds:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


def _end(*_: object) -> None:
    os.write(2, b"interrupted\n")
    os._exit(INTERRUPTED)  # nothing was begun that would have to be ended
