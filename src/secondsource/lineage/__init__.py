"""Lineage: what text comes from what, and whose reporting it is.

`trace(articles)` is the one function that others call. Its steps, a file each, in their order:
shingles (sentences of normalised words), candidates (blocking), alignment (which sentence goes with
which), evidence (whether that shows common text), direction (which is the original), kinds,
alterations (what was changed), disfluency (signs of machine rewriting), newsrooms (whose reporting).
"""

from .alterations import is_changed
from .trace import trace

__all__ = ["is_changed", "trace"]
