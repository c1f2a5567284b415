"""PolNeAR: attributions (source, cue, content) in US political news, against our statements.

Exact spans: a span is right when both ends are those of the gold. Each unbroken piece of a content
counts as a span of its own; statements inside the content of another are left out, since the
guidelines of the set annotate none. Run: `python -m evaluation.sets.polnear [part] [count]`.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..protocol import Example, Outcome, score

FOLDER = "polnear"
SPANS = ("source", "cue", "content")

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d[\d ;]*)\t")
_EVENT = re.compile(r"E\d+\t(.*)")


def read_annotations(path: Path) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of one stand-off file: each with its `source`, `cue` and `content` spans,
    code points into the text. Lines that are broken in the file are left out."""
    bounds: dict[str, list[tuple[int, int]]] = {}
    attributions = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if bound := _TEXT_BOUND.match(line):
            pieces = [piece.split() for piece in bound.group(3).split(";")]
            bounds[bound.group(1)] = [(int(start), int(end)) for start, end in pieces]
        elif event := _EVENT.match(line):
            spans: dict[str, list[tuple[int, int]]] = {name: [] for name in SPANS}
            for field in event.group(1).split():
                role, _, ref = field.partition(":")
                name = re.sub(r"\d+$", "", role).lower()
                if name in spans:
                    spans[name] += bounds.get(ref, [])
            attributions.append(spans)
    return attributions


def load(root: Path, part: str = "dev") -> list[Example]:
    """The articles of one part (train or dev); gold is a list of attributions. Where several people
    annotated a text, the first of them counts."""
    folder = root / FOLDER / "data" / part
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], path)
    examples = []
    for path in sorted((folder / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        gold = read_annotations(files[path.stem]) if path.stem in files else []
        examples.append(Example(path.stem, text, None, gold))
    return examples


def found_spans(statements: Iterable[dict[str, Any]]) -> dict[str, set[tuple[int, int]]]:
    """The spans of the statements of a reading (as plain dicts) that stand in no other's content."""
    spans: dict[str, set[tuple[int, int]]] = {name: set() for name in SPANS}
    for statement in statements:
        if statement["parent"] is not None:
            continue
        for name in ("source", "cue"):
            if statement[name]:
                spans[name].add((statement[name]["start"], statement[name]["end"]))
        for piece in statement["content"]:
            spans["content"].add((piece["start"], piece["end"]))
    return spans


def outcomes(example: Example, reading: dict[str, Any]) -> list[Outcome]:
    """One outcome for each gold span and each spurious one, by metric source, cue, content."""
    found = found_spans(reading["statements"])
    rows = []
    for name in SPANS:
        gold = {span for attribution in example.gold for span in attribution[name]}
        for start, end in sorted(gold | found[name]):
            words = example.text[start:end]
            in_gold, in_found = (start, end) in gold, (start, end) in found[name]
            rows.append(
                Outcome(
                    example.id,
                    name,
                    words if in_gold else None,
                    words if in_found else None,
                    in_gold and in_found,
                )
            )
    return rows


def main(part: str = "dev", count: int | None = None) -> None:
    """Reads the set and prints precision, recall and F1 of the three kinds of span."""
    from secondsource import Reader

    reader = Reader()
    rows = []
    for example in load(Path("../shared/data"), part)[:count]:
        rows += outcomes(example, reader.read(example.text, as_is=True).to_dict())
    for name in SPANS:
        result = score([row for row in rows if row.metric == name])
        print(
            f"{name:8} precision {result.precision:.3f} recall {result.recall:.3f}"
            f" F1 {result.f1:.3f} of {result.n}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:2], *(int(count) for count in sys.argv[2:3]))
