"""Lets the tests import `evaluation`, which is run from the project's root and not installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
