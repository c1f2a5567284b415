"""Imports run one way, as the house is drawn; imports inside functions count too."""

import ast
from pathlib import Path

import pytest

import secondsource

ROOT = Path(secondsource.__file__).parent

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "method": set(),
    "extras": {"errors"},
    "model": set(),
    "lexicon": {"model"},
    "ingest": {"model", "lexicon", "errors"},
    "article": {"model", "lexicon", "errors"},
    "reading": {"model", "lexicon", "errors"},
    "lineage": {"model", "lexicon", "errors"},
    # `record` calls the pure function `anchor` of `reading`, and nothing else of it.
    "record": {"model", "lexicon", "errors", "reading"},
    "corrections": {"model", "errors"},
    "store": {"model", "errors", "extras"},
    "engine": {"errors"},
    "views": {"model", "lexicon", "store", "errors", "extras"},
    # `build` ends with the check of every line of the brief, hence `views`, and shelves the sentences of the record
    # for the first question about it, hence `check`.
    "build": {
        "model",
        "errors",
        "check",
        "method",
        "ingest",
        "article",
        "reading",
        "lineage",
        "record",
        "corrections",
        "store",
        "engine",
        "views",
    },
    # The check of an evidence bundle takes the articles anew from their captures, hence `article`.
    "export": {
        "model",
        "lexicon",
        "article",
        "store",
        "views",
        "build",
        "errors",
        "extras",
        "method",
    },
    "story": {"model", "errors", "store", "views", "export", "build", "corrections"},
    "rewriting": {"views", "errors"},
    # What is kept for `check` is kept under the rules that it was made by, hence `method`.
    "check": {"model", "lexicon", "errors", "reading", "store", "views", "method"},
    "watch": {"model", "errors", "ingest", "store", "views", "build"},
    "web": {
        "model",
        "errors",
        "store",
        "views",
        "build",
        "export",
        "corrections",
        "check",
        "method",
    },
    "cli": {
        "model",
        "errors",
        "extras",
        "store",
        "views",
        "build",
        "export",
        "corrections",
        "check",
        "rewriting",
        "watch",
        "web",
        "",
    },
    "__main__": {"cli"},
    "__init__": {"article", "build", "errors", "model", "reading", "store", "story"},
}
"""Room (or file of the ground floor) -> rooms that it may import. The empty name is the package itself."""


def imports_of(file: Path) -> set[str]:
    """The rooms of the package that a file imports, at any depth of its code."""
    package = ("secondsource", *file.relative_to(ROOT).with_suffix("").parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            target = [*base, *(node.module or "").split(".")]
            target = [piece for piece in target if piece]
            if target[:1] == ["secondsource"]:
                if len(target) == 1:
                    found |= {
                        alias.name
                        if (ROOT / alias.name).exists() or (ROOT / f"{alias.name}.py").exists()
                        else ""
                        for alias in node.names
                    }
                else:
                    found.add(target[1])
        elif isinstance(node, ast.Import):
            for alias in node.names:
                pieces = alias.name.split(".")
                if pieces[0] == "secondsource":
                    found.add(pieces[1] if len(pieces) > 1 else "")
    return found


FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(file: Path):
    room = file.relative_to(ROOT).with_suffix("").parts[0]
    allowed = MAY_IMPORT[room] | {room}
    assert imports_of(file) <= allowed


def test_record_takes_only_the_anchor_of_reading():
    for file in (ROOT / "record").glob("*.py"):
        source = file.read_text("utf-8")
        for line in source.splitlines():
            if "..reading" in line and "import" in line:
                assert line.strip() == "from ..reading.anchor import anchor"


def test_the_rooms_of_the_house_have_no_import_circle():
    uses = {}
    for file in FILES:
        room = file.relative_to(ROOT).with_suffix("").parts[0]
        uses.setdefault(room, set()).update(imports_of(file) - {room, ""})
    order: list[str] = []
    while uses:
        free = sorted(room for room in uses if not uses[room] - set(order))
        assert free, f"a circle among {sorted(uses)}"
        order += free
        uses = {room: needs for room, needs in uses.items() if room not in free}
