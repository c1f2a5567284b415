"""A person's corrections: an append-only file of judgements with one writer, and what they are about.

`read_corrections` reads the file, `append` adds one line to it, `judge` makes a judgement from what a
person points at. What a judgement comes to is worked out by `record` on every build.
"""

from .file import Corrections, append, read_corrections
from .judging import judge
from .subjects import Things, things_of

__all__ = ["Corrections", "Things", "append", "judge", "read_corrections", "things_of"]
