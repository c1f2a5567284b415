"""How a build says how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the name of the step, how many are done, and of how many."""


def no_progress(step: str, done: int, of: int) -> None:
    """Says nothing."""
