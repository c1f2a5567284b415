"""The pipeline, resumable: the only room that knows every step (`building.py` names them in their order)."""

from .building import BuildReport, Failed, build
from .progress import Progress, no_progress

__all__ = ["BuildReport", "Failed", "Progress", "build", "no_progress"]
