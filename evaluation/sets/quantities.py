"""Quantities: the public sets of currencies, temperatures, ages and dimensions, with value and unit.

Metrics: `value` (the number; where we give a bound, the bound) and `value+unit`, both as precision, recall and F1 over
all items of the sets named on the command line, or of all four. An item is right when one of ours in the same
text equals it; each of ours is used once.

How their conventions meet ours: their units are mapped to pint names and ISO 4217 codes by `UNITS`; cents
and pence are hundredths; "year of age" is our year with the measure age; `-` and `count` are no
unit; any other unit of theirs is a counted noun, right when it and the noun that we give end in the same word. They
count lengths of time that tell when ("in the past three years"); a Reading has those as Times, so Times of type DURATION
whose words are no figure count as found here.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from secondsource.lexicon.measures import singular
from secondsource.model.figure import Figure
from secondsource.model.reading import Reading

from ..protocol import Example, Outcome, score

FOLDER = "quantities"
METRICS = ("value", "value+unit")
UNITS = {
    "dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "chinese yuan": "CNY",
    "japanese yen": "JPY",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "swiss franc": "CHF",
    "bitcoin": "XBT",
    "turkish lira": "TRY",
    "rupee": "INR",
    "sri lankan rupee": "LKR",
    "mexican peso": "MXN",
    "finnish markka": "FIM",
    "peseta": "ESP",
    "netherlands guilde": "NLG",
    "mark": "DEM",
    "costa rican colón": "CRC",
    "georgian lari": "GEL",
    "lao kip": "LAK",
    "percentage": "percent",
    "celsius": "degree_Celsius",
    "fahrenheit": "degree_Fahrenheit",
    "pound-mass": "pound",
    "metric ton": "tonne",
    "square metre": "square_metre",
    "square kilometre": "square_kilometre",
    "cubic foot": "cubic_foot",
}
_SAME = [
    "degree",
    "metre",
    "mile",
    "foot",
    "inch",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "second",
    "point",
    "gallon",
    "kilometre",
    "ton",
    "millimetre",
    "decimetre",
    "centimetre",
    "picometre",
    "microgram",
    "gram",
    "kilogram",
    "turn",
    "millilitre",
    "barrel",
    "ounce",
    "acre",
    "bit",
    "megabit",
    "megabyte",
    "tablespoon",
    "cup",
    "teaspoon",
    "radian",
]
UNITS |= {unit: unit for unit in _SAME}
HUNDREDTHS = {"cent": "USD", "penny": "GBP"}


def load(root: Path) -> Iterator[Example]:
    """All rows; the id is the file and the row; gold is a tuple of (low, high, unit)."""
    for path in sorted((root / FOLDER).glob("*.json")):
        for number, row in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            gold = tuple(
                _gold(each["value"], each["normalized_unit"]) for each in row["quantities"]
            )
            yield Example(f"{path.stem}:{number}", row["text"], None, gold)


def _gold(value: str, unit: str) -> tuple[float, float, str | None]:
    low, _, high = value.partition("-") if not value.startswith("-") else (value, "", "")
    bottom, top = float(low), float(high or low)
    if unit in ("-", "count"):
        return bottom, top, None
    noun, _, per = unit.partition(" per ")
    if noun in HUNDREDTHS:
        name, bottom, top = HUNDREDTHS[noun], bottom / 100, top / 100
    elif noun.endswith(" of age"):
        name = f"{noun.removesuffix(' of age')} of age"
    else:
        name = UNITS.get(noun, f"count of {noun}")
    return bottom, top, f"{name} per {UNITS.get(per, per)}" if per else name


def _unit(figure: Figure) -> str | None:
    if figure.measured == "age" and figure.unit:
        return f"{figure.unit} of age"
    if figure.unit is None:
        return f"count of {figure.measured}" if figure.measured else None
    return figure.unit


def _same_unit(gold: str | None, found: str | None) -> bool:
    if gold is None or found is None or not gold.startswith("count of "):
        # "All 70 of us", "3 times": they give no unit where we may still name what is counted
        return gold == found or (gold is None and (found or "").startswith("count of "))
    if not found.startswith("count of "):
        return False
    return singular(gold.split()[-1]) == singular(found.split()[-1].split("-")[-1])


def _same_value(
    gold: tuple[float, float, str | None], low: float | None, high: float | None
) -> bool:
    bottom, top = (low if low is not None else high), (high if high is not None else low)
    if bottom is None or top is None:
        return False
    return all(
        abs(one - other) <= 0.005 * abs(other) + 1e-9
        if abs(other) < 1
        else abs(one - other) <= 1e-6 * abs(other)
        for one, other in ((bottom, gold[0]), (top, gold[1]))
    ) or (abs(bottom - gold[0]) < 0.005 and 0 < gold[0] < 1 and gold[2] not in ("USD", "GBP"))


_DURATION = re.compile(r"P(?:T(?=\d+[HMS]))?(\d+(?:\.\d+)?)([YMWDHS])")
_LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}


def found_in(reading: Reading) -> list[tuple[float | None, float | None, str | None, str]]:
    """(low, high, unit, words) of all figures, and of lengths of time that are no figure."""
    found = [(f.low, f.high, _unit(f), f.citation.words) for f in reading.figures]
    for time in reading.times:
        match = _DURATION.fullmatch(time.value or "") if time.type == "DURATION" else None
        overlaps = any(
            f.citation.start < time.citation.end and time.citation.start < f.citation.end
            for f in reading.figures
        )
        if match and not overlaps:
            minutes = match[2] == "M" and "T" in match[0]
            unit = "minute" if minutes else _LENGTHS[match[2]]
            found.append((float(match[1]), float(match[1]), unit, time.citation.words))
    return found


def outcomes(example: Example, reading: Reading) -> Iterator[Outcome]:
    """Outcomes of both metrics; gold is matched first with what agrees in value and unit."""
    left = found_in(reading)
    pairs: dict[int, tuple[float | None, float | None, str | None, str]] = {}
    for strict in (True, False):
        for number, gold in enumerate(example.gold):
            if number in pairs:
                continue
            for item in left:
                if _same_value(gold, item[0], item[1]) and (
                    not strict or _same_unit(gold[2], item[2])
                ):
                    pairs[number] = item
                    left.remove(item)
                    break
    for number, gold in enumerate(example.gold):
        hit = pairs.get(number)
        shown = str(gold)
        yield Outcome(example.id, "value", shown, str(hit) if hit else None, hit is not None)
        unit_right = hit is not None and _same_unit(gold[2], hit[2])
        yield Outcome(example.id, "value+unit", shown, str(hit) if hit else None, unit_right)
    for item in left:
        for metric in METRICS:
            yield Outcome(example.id, metric, None, str(item), False)


def report(outcomes_found: Iterable[Outcome]) -> str:
    """Each set, then all pooled, one line a metric."""
    rows = list(outcomes_found)
    lines = []
    for name in [*sorted({row.example.split(":")[0] for row in rows}), "pooled"]:
        for metric in METRICS:
            part = [
                r
                for r in rows
                if r.metric == metric and name in (r.example.split(":")[0], "pooled")
            ]
            result = score(part)
            lines.append(
                f"{name:18} {metric:11} F1 {result.f1:.3f} precision {result.precision:.3f}"
                f" recall {result.recall:.3f} n {result.n}"
            )
    return "\n".join(lines)


def main() -> None:
    """Prints the scores; `--root FOLDER` says where the data lie."""
    from secondsource.reading.reader import Reader

    root = Path(sys.argv[sys.argv.index("--root") + 1]) if "--root" in sys.argv else None
    reader = Reader()
    rows: list[Outcome] = []
    for example in load(root or Path(__file__).parents[3] / "shared" / "data"):
        rows += outcomes(example, reader.read(example.text, as_is=True))
    print(report(rows))


if __name__ == "__main__":
    main()
