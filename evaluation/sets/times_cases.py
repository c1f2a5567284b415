"""tests/cases/times.jsonl: invented sentences with their time expressions, frozen before the rules; and
times-wire.jsonl: eighty more in the manner of news agencies, frozen before their misses were read (without bounds).

Metrics: `found` (the same words), `relaxed` (the spans touch), `value` (relaxed and the same TIMEX3
value; where tests/cases/FIGURES-TIMES.md names two spellings of one value, both are right), `bounds` (the same
first and last day) and `ahead` (accuracy of value on rows that point past the day of publication).
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from secondsource.model.mention import Time
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

from ..protocol import Example, Outcome, score

FOLDER = "cases"
WIRE = "times-wire.jsonl"
_SPELLINGS = {
    "XXXX-XX-XX": "P1D",
    "XXXX-WXX": "P1W",
    "XXXX-XX": "P1M",
    "XXXX-QX": "P1Q",
    "XXXX": "P1Y",
    "PXE": "PXDE",
}


def load(root: Path, table: str = "times.jsonl") -> Iterator[Example]:
    """The rows of a table in `root`/cases; gold is a tuple of (start, end, expected time)."""
    for line in (root / FOLDER / table).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold, reached = [], 0
        for time in row["times"]:
            match = re.compile(rf"(?<![^\W_]){re.escape(time['words'])}(?![^\W_])").search(
                row["text"], reached
            )
            assert match is not None, row["id"]
            reached = match.end()
            gold.append((match.start(), match.end(), time))
        yield Example(row["id"], row["text"], row["published"], tuple(gold))


def outcomes(example: Example, reading: Reading) -> Iterator[Outcome]:
    """Outcomes of the metrics named above."""
    left = list(reading.times)
    for start, end, gold in example.gold:
        near = [t for t in left if t.citation.start < end and start < t.citation.end]
        match = near[0] if near else None
        if match is not None:
            left.remove(match)
        bounded = "earliest" in gold
        shown = f"{gold['words']} = {gold['value']}"
        if bounded:
            shown += f" {gold['earliest']} {gold['latest']}"
        got = show(match) if match else None
        value = match is not None and spelled(match.value) == spelled(gold["value"])
        same = match is not None and match.citation.words == gold["words"]
        bounds = match is not None and (match.earliest, match.latest) == (
            gold.get("earliest"),
            gold.get("latest"),
        )
        for metric, right in (
            ("found", same),
            ("relaxed", match is not None),
            ("value", value),
            ("bounds", bounds),
        ):
            if bounded or metric != "bounds":
                yield Outcome(example.id, metric, shown, got, right)
        if gold.get("earliest") and example.published and gold["earliest"] > example.published:
            yield Outcome(example.id, "ahead", shown, got, value)
    for time in left:
        for metric in ("found", "relaxed", "value", "bounds"):
            yield Outcome(example.id, metric, None, show(time), False)


def spelled(value: str | None) -> str | None:
    return _SPELLINGS.get(value, value) if value else value


def show(time: Time) -> str:
    return f"{time.citation.words} = {time.value} {time.earliest} {time.latest} [{time.rule}]"


def report(rows: Iterable[Outcome]) -> str:
    """The scores as lines to print."""
    rows = list(rows)
    lines = []
    for metric in ("found", "relaxed", "value", "bounds"):
        s = score(row for row in rows if row.metric == metric)
        lines.append(f"{metric:8} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}  n {s.n}")
    ahead = [row.right for row in rows if row.metric == "ahead"]
    lines.append(f"ahead    accuracy {sum(ahead) / max(1, len(ahead)):.3f}  n {len(ahead)}")
    return "\n".join(lines)


def main() -> None:
    reader = Reader()
    rows = [
        outcome
        for example in load(Path("tests"))
        for outcome in outcomes(
            example, reader.read(example.text, published=example.published, as_is=True)
        )
    ]
    print(report(rows))


if __name__ == "__main__":
    main()
