"""An error planted in a scorer is caught: every comparison, number and operator of the scorers is
turned into a wrong one, one at a time, and the worked examples must fail."""

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from worked import EXAMPLES

SCORERS = {
    "evaluation.metrics.chains",
    "evaluation.metrics.spans",
    "evaluation.metrics.timelines",
    "evaluation.metrics.counts",
    "evaluation.protocol",
    "evaluation.sets.lgl",
    "evaluation.sets.petrarch",
    "evaluation.registry",
}
COUNTING = {
    "evaluation.sets.lgl": {"km", "near", "compare"},
    "evaluation.sets.petrarch": {"compare"},
    "evaluation.registry": {"false_happened"},
}
"""Of adapters, the functions that count; the rest reads files."""
OPERATORS: dict[type, ast.AST] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Add(),
    ast.Div: ast.Mult(),
    ast.BitAnd: ast.BitOr(),
    ast.Lt: ast.GtE(),
    ast.Gt: ast.LtE(),
    ast.Eq: ast.NotEq(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.And: ast.Or(),
}
HARMLESS = {
    # Any start is as good as another, or the loop only ends later.
    ("evaluation.metrics.chains", "best_pairs"),
    # Splitting into groups saves time; the alignment of the whole is the same.
    ("evaluation.metrics.chains", "_tied"),
}
"""Functions with steps that may be done otherwise without another result."""


def planted(name: str) -> Iterator[tuple[str, ast.Module]]:
    """Each module with one error, and where it is."""
    source = Path(import_module(name).__file__ or "").read_text("utf-8")
    count = len(list(_places(name, ast.parse(source))))
    for number in range(count):
        tree = ast.parse(source)
        where, change = list(_places(name, tree))[number]
        change()
        yield where, ast.fix_missing_locations(tree)


def _places(name: str, tree: ast.Module):  # type: ignore[no-untyped-def]
    """What can be made wrong, as (where, function that does it)."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or (name, function.name) in HARMLESS:
            continue
        if function.name not in COUNTING.get(name, {function.name}):
            continue
        for node in ast.walk(function):
            at = f"{name} line {getattr(node, 'lineno', 0)} ({function.name}) {type(node).__name__}"
            if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in OPERATORS:
                yield at, lambda n=node: setattr(n, "op", OPERATORS[type(n.op)])
            if isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
                yield at, lambda n=node: setattr(n, "ops", [OPERATORS[type(n.ops[0])]])
            if isinstance(node, ast.BoolOp) and type(node.op) in OPERATORS:
                yield at, lambda n=node: setattr(n, "op", OPERATORS[type(n.op)])
            if isinstance(node, ast.Constant) and type(node.value) is int:
                yield at, lambda n=node: setattr(n, "value", n.value + 1)


def load(name: str, tree: ast.Module) -> ModuleType:
    """The module made from a changed tree, under its own name's package."""
    module = ModuleType(name)
    module.__package__ = name.rpartition(".")[0]
    before = sys.modules.get(name)
    sys.modules[name] = module  # dataclasses look their module up
    try:
        exec(compile(tree, name, "exec"), module.__dict__)
    finally:
        if before is not None:
            sys.modules[name] = before
    return module


def is_caught(name: str, tree: ast.Module) -> bool:
    """Whether a worked example fails."""
    try:
        module = load(name, tree)
        for example in EXAMPLES[name]:
            example(module)
    except Exception:
        return True
    return False


@pytest.mark.parametrize("name", sorted(SCORERS))
def test_planted_error_is_caught(name: str) -> None:
    missed = [where for where, tree in planted(name) if not is_caught(name, tree)]
    assert not missed, "no worked example notices an error here:\n" + "\n".join(missed)
