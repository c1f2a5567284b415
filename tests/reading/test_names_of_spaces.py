"""The pipeline may call a run of spaces a name: it is none, and nothing breaks on it."""

from secondsource.reading.names.extent import _belong
from secondsource.reading.names.spans import Run


def test_spaces_belong_to_nothing() -> None:
    blank = Run(0, 1, "ORG", "\u00a0", kind="organization")
    other = Run(2, 3, "ORG", "Harbour Council", kind="organization")
    assert not _belong(blank, other, ["of"])
