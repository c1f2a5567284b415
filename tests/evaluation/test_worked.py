"""Every scorer against worked examples."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType

import pytest
import test_planted


@pytest.mark.parametrize(
    ("name", "example"),
    [(name, each) for name, examples in test_planted.EXAMPLES.items() for each in examples],
)
def test_worked_example(name: str, example: Callable[[ModuleType], None]) -> None:
    example(import_module(name))
