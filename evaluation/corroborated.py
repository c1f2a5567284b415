"""`python -m evaluation.corroborated STORY [--sample N] [--seed WORD] [--order N]`: a sheet of claims that a record calls
corroborated, to be read against the texts, without the record's reasons.

What is drawn depends on `--seed` alone (the commit that made the record), the order on `--seed` and `--order`, so that
the same claims are read twice in two orders. For each claim stand the sentences that can count, each with those before and
after it, the newsroom and the voice. A claim is right when its reports tell one thing and at least two of
them rest on sources that do not depend on each other as far as the texts tell.

Verdicts are lines of JSON with the id of a claim, `order`, `verdict` (right or wrong) and the `kind` of error; no words of
the reports. `python -m evaluation.corroborated --verdicts FILE` prints the share right of each reading with its 95 %
Wilson interval, and how often both agree.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from pathlib import Path
from random import Random

from secondsource.model.claim import Claim, Report
from secondsource.model.record import Record
from secondsource.record.standing import UNSTATED_VOICE
from secondsource.store.story import open_story

AROUND = 240
"""Characters before and after a sentence that stand on the sheet."""

VERDICTS = ("right", "wrong")


@dataclass(frozen=True)
class Verdict:
    """One reading of one claim. `kind` says what is wrong; empty when it is right."""

    claim: str
    order: int
    verdict: str
    kind: str = ""


def drawn(record: Record, sample: int, seed: str) -> list[Claim]:
    """At most `sample` of the corroborated claims, sorted by id, the same for one seed."""
    claims = sorted(
        (claim for claim in record.claims if claim.standing.label == "corroborated"),
        key=lambda claim: claim.id,
    )
    return sorted(Random(seed).sample(claims, min(sample, len(claims))), key=lambda claim: claim.id)


def in_order(claims: Sequence[Claim], seed: str, order: int) -> list[Claim]:
    """The claims in the order of one reading."""
    return Random(f"{seed} {order}").sample(list(claims), len(claims))


def sheet(record: Record, claims: Sequence[Claim]) -> Iterator[str]:
    """The lines of the sheet, as Markdown."""
    texts = {row.id: row.article for row in record.articles if row.article is not None}
    for number, claim in enumerate(claims, 1):
        yield f"## {number}. {claim.id}"
        yield ""
        yield f"{claim.kind}, {claim.status}: “{_line(claim.words)}”"
        yield ""
        for report in stated(claim):
            article = texts[report.article]
            day = article.published.value if article.published else "no day"
            yield f"- {report.newsroom.name}, {day}; voice: {report.voice.name}"
            yield f"  {_with_surroundings(article.text, report)}"
        yield ""


def stated(claim: Claim) -> list[Report]:
    """The reports whose voice is stated and vouches: those that can count."""
    return [
        report
        for report in claim.reports
        if report.vouched and report.voice.id != UNSTATED_VOICE.id
    ]


def _with_surroundings(text: str, report: Report) -> str:
    if report.part != "text":
        return f"**{_line(report.words)}**"
    before = text[max(0, report.start - AROUND) : report.start]
    after = text[report.end : report.end + AROUND]
    return f"{_line(before)} **{_line(report.words)}** {_line(after)}"


def _line(words: str) -> str:
    return " ".join(words.split())


def read_verdicts(path: Path) -> list[Verdict]:
    """The verdicts of a file; raises ValueError for one that is neither right nor wrong."""
    found = [
        Verdict(**json.loads(line))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    for verdict in found:
        if verdict.verdict not in VERDICTS:
            raise ValueError(
                f"{verdict.claim}: {verdict.verdict} is no verdict; write right or wrong"
            )
    return found


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), 0 to 1."""
    if not of:
        return 0.0, 1.0
    z = 1.96
    share, width = right / of, z * z / of
    middle = (share + width / 2) / (1 + width)
    half = z * sqrt(share * (1 - share) / of + width / (4 * of)) / (1 + width)
    return middle - half, middle + half


def summary(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The share right of each reading, how often two agree, and the kinds of errors."""
    by_order: dict[int, dict[str, Verdict]] = {}
    for verdict in verdicts:
        by_order.setdefault(verdict.order, {})[verdict.claim] = verdict
    for order in sorted(by_order):
        yield _share(order, by_order[order])
    for one, two in pairwise(sorted(by_order)):
        both = by_order[one].keys() & by_order[two].keys()
        same = sum(by_order[one][claim].verdict == by_order[two][claim].verdict for claim in both)
        yield f"readings {one} and {two} agree on {same} of {len(both)}"


def _share(order: int, found: Mapping[str, Verdict]) -> str:
    right = sum(verdict.verdict == "right" for verdict in found.values())
    low, high = wilson(right, len(found))
    kinds = Counter(verdict.kind for verdict in found.values() if verdict.verdict == "wrong")
    wrong = "".join(f"; {kind} {count}" for kind, count in sorted(kinds.items()))
    return (
        f"reading {order}: {right} of {len(found)} right"
        f" ({100 * low:.1f} to {100 * high:.1f} %){wrong}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the sheet, or the summary of verdicts, to standard output."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.corroborated", description=__doc__)
    parser.add_argument("story", nargs="?", type=Path, help="the folder of a built story")
    parser.add_argument("--sample", type=int, default=100, help="claims at most (100)")
    parser.add_argument("--seed", default="", help="what the draw depends on: the commit")
    parser.add_argument("--order", type=int, default=1, help="which reading the order is for (1)")
    parser.add_argument("--verdicts", type=Path, help="print what these verdicts say")
    given = parser.parse_args(arguments)
    if given.verdicts is not None:
        print("\n".join(summary(read_verdicts(given.verdicts))))
        return 0
    if given.story is None:
        parser.error("name a story, or verdicts")
    with open_story(given.story).store() as store:
        record = store.record()
    claims = drawn(record, given.sample, given.seed)
    total = sum(claim.standing.label == "corroborated" for claim in record.claims)
    print(f"{len(claims)} of {total} corroborated claims", file=sys.stderr)
    print("\n".join(sheet(record, in_order(claims, given.seed, given.order))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
