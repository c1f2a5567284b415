"""Check: a sentence from outside, read and held against the record."""

from .check import Checker
from .checked import Checked
from .comparing.saying import Verdict

__all__ = ["Checked", "Checker", "Verdict"]
