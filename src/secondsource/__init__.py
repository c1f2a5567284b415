"""secondsource keeps the record of a developing story."""

from .reading.reader import Reader

__all__ = ["Reader"]
__version__ = "0.1.0"
