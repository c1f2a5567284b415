"""Packages that only some sources need: imported on use, with an error that says what to install."""

import importlib
from types import ModuleType

from ..errors import CaptureError


def optional(package: str, what: str) -> ModuleType:
    """The module `package`. Raises CaptureError, with what to install, when it is not there."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise CaptureError(
            f"{what} needs the package {package}, which is not installed; run: pip install {package}"
        ) from error
