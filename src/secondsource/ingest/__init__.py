"""From the world to Captures: files, folders, archives, feeds and URLs."""

from .captures import captures
from .item import Failure

__all__ = ["Failure", "captures"]
