"""TimeBank and AQUAINT (TempEval-3 training part): time expressions with TIMEX3 values.

Definitions of TempEval-3 (UzZaman et al. 2013): strict and relaxed F1 of the extents (relaxed: a
found span and a gold span share a character, one to one), and value F1: relaxed matches whose value is
the gold's, over the same totals. `spelled` is the same where two spellings of one value count as one
("196X" and "196", "1968-XX" and "1968", "2000-W7" and "2000-W07", "P3Q" and "P9M"): it stands beside
value F1 and never for it. The creation time of the document is given to the reader and not
scored. Forward references are gold dates and times that lie after the creation date; of them accuracy of value:
`forward` of weekdays, months and days without a year, whose words leave the direction open, and
`forward, any form` of all.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from math import sqrt
from pathlib import Path

from secondsource.model.mention import Time
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

from ..protocol import Example, Outcome, score

FOLDER = "tempeval3"

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_BARE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)"
    r"(?: \d{1,2})?(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
"""What a forward reference looks like: a weekday, a month, or a day of a month, without a year."""


def load(root: Path) -> Iterator[Example]:
    """The 256 documents below `root`/tempeval3, in the order of their paths; the gold of each is a
    tuple of (start, end, type, value), offsets in code points into the text."""
    for path in sorted((root / FOLDER).glob("TBAQ-cleaned/*/*.tml")):
        if path.parent.name in ("TimeBank", "AQUAINT"):
            yield read_document(path)


def read_document(path: Path) -> Example:
    """One TimeML document: the text inside TEXT, without tags."""
    whole = path.read_text(encoding="utf-8", errors="replace")
    head, _, rest = whole.partition("<TEXT>")
    body = rest.partition("</TEXT>")[0]
    created = next(
        attributes["value"]
        for source in (head, body)
        for tag in re.findall(r"<TIMEX3[^>]*>", source)
        for attributes in [dict(_ATTRIBUTE.findall(tag))]
        if attributes.get("functionInDocument") == "CREATION_TIME"
    )
    text, gold, opened, place = "", [], None, 0
    for tag in _TAG.finditer(body):
        text += unescape(body[place : tag.start()])
        place = tag.end()
        if tag[0].startswith("<TIMEX3"):
            opened = (len(text), dict(_ATTRIBUTE.findall(tag[0])))
        elif tag[0] == "</TIMEX3>" and opened is not None:
            start, attributes = opened
            if attributes.get("functionInDocument") != "CREATION_TIME":
                gold.append((start, len(text), attributes["type"], attributes["value"]))
            opened = None
    text += unescape(body[place:])
    return Example(id=path.stem, text=text, published=created[:10], gold=tuple(gold))


def outcomes(example: Example, reading: Reading) -> Iterator[Outcome]:
    """Outcomes of the metrics `strict`, `relaxed`, `value`, `spelled`, `forward` and `forward, any form`."""
    found = [time for time in reading.times if time.citation.part == "text"]
    left = list(found)
    for start, end, kind, value in example.gold:
        words = example.text[start:end]
        near = [t for t in left if t.citation.start < end and start < t.citation.end]
        near.sort(key=lambda t: abs(t.citation.start - start) + abs(t.citation.end - end))
        match = near[0] if near else None
        if match is not None:
            left.remove(match)
        yield from compare(example, (start, end, kind, value, words), match)
    for time in left:
        for metric in ("strict", "relaxed", "value", "spelled"):
            yield Outcome(example.id, metric, None, show(time), False)


def compare(
    example: Example, gold: tuple[int, int, str, str, str], match: Time | None
) -> Iterator[Outcome]:
    start, end, kind, value, words = gold
    shown = f"{words} = {value}"
    got = show(match) if match else None
    same = match is not None and (match.citation.start, match.citation.end) == (start, end)
    right = match is not None and match.value == value
    yield Outcome(example.id, "strict", shown, got, same)
    yield Outcome(example.id, "relaxed", shown, got, match is not None)
    yield Outcome(example.id, "value", shown, got, right)
    alike = match is not None and spelled(match.value) == spelled(value)
    yield Outcome(example.id, "spelled", shown, got, alike)
    if kind in ("DATE", "TIME") and is_ahead(value, example.published or "9999-12-31"):
        if _BARE.fullmatch(" ".join(words.split())):
            yield Outcome(example.id, "forward", shown, got, right)
        yield Outcome(example.id, "forward, any form", shown, got, right)


def is_ahead(value: str, day: str) -> bool:
    """Whether a TIMEX3 value (a decade, year, quarter, month, week or day) begins after an ISO day; what has no
    such place in time (seasons, references, lengths) does not."""
    if quarter := re.match(r"(\d{4})-Q([1-4])", value):
        return f"{quarter[1]}-{3 * int(quarter[2]) - 2:02}" > day[:7]
    if week := re.match(r"(\d{4})-W(\d\d?)", value):
        return date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat() > day
    plain = re.match(r"\d{3}(?:\d(?:-\d\d(?:-\d\d)?)?)?(?!-|\d)", value)
    return plain is not None and plain[0] > day[: len(plain[0])]


_MONTHS = {"Q": 3, "Y": 12, "E": 120, "C": 1200}


def spelled(value: str | None) -> str | None:
    """One spelling for values that mean the same."""
    if value is None:
        return None
    value = re.sub(r"(?<=\d)(?:-XX)+$|(?<=^\d\d)XX$|(?<=^\d{3})X$", "", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    value = re.sub(r"T(\d\d)$", r"T\1:00", value)
    length = re.fullmatch(r"P(\d+)([QYEC])", value)
    return f"P{int(length[1]) * _MONTHS[length[2]]}M" if length else value


def show(time: Time) -> str:
    return f"{time.citation.words} = {time.value} [{time.rule}]"


def interval(right: int, n: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share."""
    if not n:
        return 0.0, 1.0
    share, z = right / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


def report(rows: Iterable[Outcome]) -> str:
    """The scores as lines to print."""
    rows = list(rows)
    lines = []
    for metric in ("strict", "relaxed", "value", "spelled"):
        s = score(row for row in rows if row.metric == metric)
        lines.append(f"{metric:8} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}  n {s.n}")
    forward = [row.right for row in rows if row.metric == "forward"]
    low, high = interval(sum(forward), len(forward))
    share = sum(forward) / len(forward) if forward else 0.0
    lines.append(f"forward  accuracy {share:.3f}  ({low:.3f} to {high:.3f})  n {len(forward)}")
    return "\n".join(lines)


def main() -> None:
    reader = Reader()
    rows = [
        outcome
        for example in load(Path("../shared/data"))
        for outcome in outcomes(
            example, reader.read(example.text, published=example.published, as_is=True)
        )
    ]
    print(report(rows))


if __name__ == "__main__":
    main()
