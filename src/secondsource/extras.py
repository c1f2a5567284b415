"""Packages that only some outputs need: imported on use, with an error that names the extra to install."""

import importlib
from types import ModuleType

from .errors import UsageError


def needed(module: str, extra: str, what: str) -> ModuleType:
    """The module of that name. Raises UsageError, naming the extra of ours that brings it, when it is
    not there or cannot be loaded (a library of the system that it stands on is missing); `what` is
    what needs it, for the message."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError(
            f"{what} needs {module.partition('.')[0]}, which is not installed; run:"
            f" pip install 'secondsource[{extra}]'"
        ) from error
    except OSError as error:
        raise UsageError(
            f"{what} needs {module.partition('.')[0]}, which does not load on this machine"
            f" ({str(error).splitlines()[0]}); install the system library that it names"
        ) from error
