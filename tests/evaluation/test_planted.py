"""An error planted in a scorer is caught: every comparison, number and operator of the scorers is
turned into a wrong one, one at a time, and the worked examples must fail."""

import ast
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import worked
import worked_cases
import worked_lineage
import worked_sets

EXAMPLES = {
    **worked.EXAMPLES,
    **worked_cases.EXAMPLES,
    **worked_sets.EXAMPLES,
    **worked_lineage.EXAMPLES,
}
COUNTING = {
    "evaluation.sets.lgl": {"km", "near", "compare"},
    "evaluation.sets.petrarch": {"compare"},
    "evaluation.registry": {"false_happened"},
    "evaluation.sets.tempeval3": {"outcomes", "compare", "is_ahead", "spelled"},
    "evaluation.sets.quantities": {
        "_gold",
        "_unit",
        "_same_unit",
        "_same_value",
        "found_in",
        "outcomes",
    },
    "evaluation.sets.polnear": {"found_spans", "outcomes"},
    "evaluation.sets.status_cases": {"answering", "overlap", "outcomes"},
    "evaluation.sets.status_long": {"outcomes"},
    "evaluation.sets.figures_cases": {"_close", "_lenient", "outcomes", "_compared"},
    "evaluation.sets.times_cases": {"outcomes", "spelled"},
    "evaluation.sets.meantime_events": {"outcomes"},
    "evaluation.sets.crossner": {"bare", "compare", "found_in"},
    "evaluation.sets.lineage_ecb_meta": {"main_sources", "outcomes", "_link"},
    "evaluation.sets.clough_stevenson": {"outcomes", "_followed"},
    "evaluation.sets.rewriting_pairs": {"overlap", "run", "ranked"},
    "evaluation.sets.timeline17_dates": {"outcomes"},
}
"""Of adapters, the functions that count; the rest reads files."""
OPERATORS: dict[type, tuple[ast.AST, ...]] = {
    ast.Add: (ast.Sub(),),
    ast.Sub: (ast.Add(),),
    ast.Mult: (ast.Add(),),
    ast.Div: (ast.Mult(),),
    ast.BitAnd: (ast.BitOr(),),
    ast.BitOr: (ast.BitAnd(),),
    ast.Lt: (ast.GtE(), ast.LtE()),
    ast.LtE: (ast.Gt(), ast.Lt()),
    ast.Gt: (ast.LtE(), ast.GtE()),
    ast.GtE: (ast.Lt(), ast.Gt()),
    ast.Eq: (ast.NotEq(),),
    ast.NotEq: (ast.Eq(),),
    ast.In: (ast.NotIn(),),
    ast.NotIn: (ast.In(),),
    ast.Is: (ast.IsNot(),),
    ast.IsNot: (ast.Is(),),
    ast.And: (ast.Or(),),
    ast.Or: (ast.And(),),
}
SWAPPED = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "right_found": "right_gold",
    "right_gold": "right_found",
    "found": "gold",
    "gold": "found",
    "precision": "recall",
    "recall": "precision",
    "start": "end",
    "end": "start",
}
"""Names and attributes that are easily taken for each other."""
LONGEST_SECONDS = 5
"""Worked examples take a tenth of a second; a loop that an error made endless is stopped."""
HARMLESS = {
    # Any start is as good as another, or the loop only ends later.
    ("evaluation.metrics.chains", "best_pairs"),
    # Splitting into groups saves time; the alignment of the whole is the same.
    ("evaluation.metrics.chains", "_tied"),
}
"""Functions with steps that may be done otherwise without another result."""
EQUAL = (
    # With nothing found or nothing wanted the other of precision and recall is 0, and so is F1.
    "(conll_f1) Constant value: 1.0",
    "(__add__) Constant value: False",
    # Whatever is negative stands for the rest of an array's shape; one unit is drawn with any weight.
    "(figure) Constant value: 2",
    # Rounding may lift the root of a chord just above 1.
    "(km) Constant value: 2.0",
    # No two real points are 161 km apart to the last digit; no share lies on the edge of a tolerance.
    "(near) Compare ops: Lt",
    "(_close) Compare ops: Lt",
    "(_same_value) Compare ops: Lt",
    "(_same_value) Compare ops: LtE",
    "(_same_value) BinOp op: Sub",
    # One bound stands in for the other before, so that both are unknown or none.
    "(_same_value) BoolOp op: And",
    # "2000-01" lies before and behind the same months as "2000-01-".
    "(is_ahead) Constant value: 8",
    # Grades that are compared differ.
    "(ranked) Compare ops: GtE",
    # The order of a list, and how many are drawn of it unless it is said.
    "(ranked) Expr value: None",
    "(run) Constant value: 601",
)
"""Changes that give the same result, and why."""


def planted(name: str) -> Iterator[tuple[str, ast.Module]]:
    """Each module with one error, and where it is."""
    source = Path(import_module(name).__file__ or "").read_text("utf-8")
    count = sum(1 for _ in _places(name, ast.parse(source)))
    for number in range(count):
        tree = ast.parse(source)
        where, change = list(_places(name, tree))[number]
        change()
        yield where, ast.fix_missing_locations(tree)


def _places(name: str, tree: ast.Module) -> Iterator[tuple[str, Callable[[], object]]]:
    """What can be made wrong, as (where, function that does it)."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or (name, function.name) in HARMLESS:
            continue
        if function.name not in COUNTING.get(name, {function.name}):
            continue
        for node in _steps(function):
            at = f"{name} line {getattr(node, 'lineno', 0)} ({function.name}) {type(node).__name__}"
            for field, value in _wrong(node):
                where = f"{at} {field}: {_told(value)}"
                if not where.endswith(EQUAL):
                    yield where, partial(setattr, node, field, value)


def _steps(node: ast.AST) -> Iterator[ast.AST]:
    """All that a function does: everything in it but the types that it names."""
    yield node
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns"):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    yield from _steps(each)


def _wrong(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Fields of a node with values that they must not have."""
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp):
        yield from (("op", other) for other in OPERATORS.get(type(node.op), ()))
    elif isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            for other in OPERATORS[type(op)]:
                yield "ops", [*node.ops[:at], other, *node.ops[at + 1 :]]
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "value", not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield "value", node.value + 1
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        # "not x" becomes "not not x"
        yield "operand", ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "ifs", node.ifs[1:]
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        if node.id in ("min", "max", "any", "all"):
            yield "id", SWAPPED[node.id]
    elif isinstance(node, ast.Attribute) and node.attr in SWAPPED:
        yield "attr", SWAPPED[node.attr]
    elif isinstance(node, ast.If):
        yield "test", ast.Constant(True)
        yield "test", ast.Constant(False)
    elif isinstance(node, ast.Expr) and isinstance(
        node.value, ast.Call | ast.Yield | ast.YieldFrom
    ):
        yield "value", ast.Constant(None)


def _told(value: object) -> str:
    several = value if isinstance(value, list) else [value]
    return ", ".join(
        ast.unparse(each) or type(each).__name__ if isinstance(each, ast.AST) else repr(each)
        for each in several
    )


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


def _endless(*_: object) -> None:
    raise TimeoutError


def is_caught(name: str, tree: ast.Module) -> bool:
    """Whether a worked example fails, or never ends."""
    before = signal.signal(signal.SIGALRM, _endless)
    try:
        signal.alarm(LONGEST_SECONDS)
        try:
            module = load(name, tree)
            for example in EXAMPLES[name]:
                example(module)
        finally:
            # An alarm that rings in the midst of a numpy call is told only here, after it.
            signal.alarm(0)
    except Exception:
        return True
    finally:
        signal.signal(signal.SIGALRM, before)
    return False


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_planted_error_is_caught(name: str) -> None:
    missed = [where for where, tree in planted(name) if not is_caught(name, tree)]
    assert not missed, "no worked example notices an error here:\n" + "\n".join(missed)
