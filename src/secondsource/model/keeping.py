"""Keeping: a place for what can be worked out again, so that an unchanged input is not worked out twice."""

from typing import Protocol


class Keeping(Protocol):
    """Where values of one kind lie under a digest of all that they were made from. Whoever holds it throws
    everything away when a rule changes, so that nothing here needs to name its rules."""

    def kept(self, kind: str, key: str) -> bytes | None:
        """What was kept under this key; None when nothing was."""

    def keep(self, kind: str, key: str, value: bytes) -> None:
        """Keeps a value in the place of any other under its key. Whatever lies under a key must hold for all that it was
        made from: what is found there may be of any build."""


class Nowhere:
    """Keeps nothing: everything is worked out."""

    def kept(self, kind: str, key: str) -> bytes | None:
        """None."""
        return None

    def keep(self, kind: str, key: str, value: bytes) -> None:
        """Lets it go."""


NOWHERE = Nowhere()
