"""tests/cases/figures.jsonl: invented sentences with their figures, frozen before the rules; and
figures-of.jsonl: forty more about what is counted and of whom, frozen before the misses of the first were read;
figures-lists.jsonl: forty of prose full of figures (groups in a list, parts, batches and sums, rates, and numbers that count nothing), frozen
before they were read once; figures-parts.jsonl: sixty of parts and wholes, two states of one group, elided nouns, batches and sums, two
points of time, offers and forecasts, written by somebody who had read neither rules nor misses.

Metrics: `found` (the same words), `value` (the spans touch and both bounds are the same), `value+unit`, and
over the figures that were found at all: `approximator`, `measured` and `of` (leniently: one has a word of the other,
or both come to one canonical measure) and `nature`; `where` and `as_of`, where a row asks for them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from secondsource.lexicon.measures import measure_of, singular
from secondsource.lexicon.nationalities import countries, demonyms
from secondsource.model.figure import Figure
from secondsource.model.reading import Reading

from ..protocol import Example, Outcome, score

FOLDER = "cases"
SECOND = "figures-of.jsonl"
LISTS = "figures-lists.jsonl"
PARTS = "figures-parts.jsonl"
METRICS = ("found", "value", "value+unit", "approximator", "measured", "of", "nature")
ASKED = ("where", "as_of")


def load(root: Path, table: str = "figures.jsonl") -> Iterator[Example]:
    """The rows of a table in `root`/cases; gold is a tuple of (start, end, expected figure)."""
    for line in (root / FOLDER / table).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold, reached = [], 0
        for figure in row["figures"]:
            pattern = rf"(?<![^\W_]){re.escape(figure['words'])}(?![^\W_])"
            match = re.compile(pattern).search(row["text"], reached)
            assert match is not None, row["id"]
            reached = match.end()
            gold.append((match.start(), match.end(), figure))
        yield Example(row["id"], row["text"], None, tuple(gold))


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 6e-5 * max(1.0, abs(other))


def _words(phrase: str) -> set[str]:
    nations = {**countries(), **demonyms()}
    for name, nation in nations.items():
        phrase = re.sub(rf"\b{re.escape(name)}\b", nation.name, phrase)
    return {singular(word) for word in re.findall(r"\w+", phrase.lower())}


def _lenient(gold: str | None, found: str | None) -> bool:
    if gold is None or found is None:
        return gold is found
    if measure_of(gold) == measure_of(found):
        return True
    return bool(_words(gold) & _words(found) - {"of", "the"})


def _shown(figure: Figure | None) -> str | None:
    if figure is None:
        return None
    return (
        f"{figure.citation.words!r} {figure.low}..{figure.high} {figure.approximator} {figure.unit}"
        f" {figure.measured} of {figure.of} {figure.nature}"
    )


def outcomes(example: Example, reading: Reading) -> Iterator[Outcome]:
    """Outcomes of the metrics named above."""
    left = list(reading.figures)
    for start, end, gold in example.gold:
        near = [f for f in left if f.citation.start < end and start < f.citation.end]
        figure = near[0] if near else None
        if figure is not None:
            left.remove(figure)
        yield from _compared(example.id, gold, figure, reading)
    for figure in left:
        for metric in METRICS[:3]:
            yield Outcome(example.id, metric, None, _shown(figure), False)


def _compared(
    example: str, gold: dict[str, Any], figure: Figure | None, reading: Reading
) -> Iterator[Outcome]:
    wanted = (
        f"{gold['words']!r} {gold['low']}..{gold['high']} {gold['approximator']} {gold['unit']}"
        f" {gold['measured']} of {gold['of']} {gold['nature']}"
    )
    got = _shown(figure)
    if figure is None:
        for metric in METRICS[:3]:
            yield Outcome(example, metric, wanted, None, False)
        return
    value = _close(figure.low, gold["low"]) and _close(figure.high, gold["high"])
    right = {
        "found": figure.citation.words == gold["words"],
        "value": value,
        "value+unit": value and figure.unit == gold["unit"],
        "approximator": (figure.approximator or "").lower() == (gold["approximator"] or "").lower(),
        "measured": _lenient(gold["measured"], figure.measured),
        "of": _lenient(gold["of"], figure.of),
        "nature": figure.nature == gold["nature"],
    }
    for metric in METRICS:
        yield Outcome(example, metric, wanted, got, right[metric])
    if "where" in gold:
        right_place = _lenient(gold["where"], figure.where)
        yield Outcome(example, "where", gold["where"], figure.where, right_place)
    if "as_of" in gold:
        days = {f"time:{time.id}": time.value for time in reading.times}
        day = days.get(figure.as_of or "", figure.as_of)
        yield Outcome(example, "as_of", gold["as_of"], day, day == gold["as_of"])


def report(outcomes_found: Iterable[Outcome]) -> str:
    """One line a metric."""
    rows = list(outcomes_found)
    lines = []
    for metric in METRICS + ASKED:
        result = score([row for row in rows if row.metric == metric])
        lines.append(
            f"{metric:14} F1 {result.f1:.3f} precision {result.precision:.3f}"
            f" recall {result.recall:.3f} n {result.n}"
        )
    return "\n".join(lines)


def main() -> None:
    """Prints the scores."""
    from secondsource.reading.reader import Reader

    reader = Reader()
    rows: list[Outcome] = []
    for example in load(Path(__file__).parents[2] / "tests"):
        rows += outcomes(example, reader.read(example.text, as_is=True))
    print(report(rows))


if __name__ == "__main__":
    main()
