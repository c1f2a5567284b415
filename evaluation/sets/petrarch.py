"""Hand-coded political event sentences (petrarch): event types, and who did what to whom.

`python -m evaluation.sets.petrarch [--misses]` prints F1 on types and on source-target-type triples, beside
a baseline in the same run: every verb of our own table, whatever its sentence makes of it, with the
nearest actors before and after it. Gold codes are CAMEO, read as PLOVER types; codes that are not
CAMEO (the unit tests use some of other schemes) and statements (01) are left out. Actors are compared by the first three
letters of their codes, looked up in the dictionaries of the set.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.lexicon.cameo import plover_type
from secondsource.lexicon.events import verb_entries
from secondsource.model.event import Participant
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

from ..protocol import Example, Outcome, score

FOLDER = "petrarch"
FILES = ("PETR2_GSR_validation.xml", "PETR.UnitTest.records.xml")
_TEXTS = "universal/UniversalPetrarch/data/text"
_DICTIONARIES = "petrarch2/petrarch2/data/dictionaries"
_REAL_CAMEO = re.compile(r"^(0[1-9]|1\d|20)\d{1,2}$")
NONE_OF_CAMEO = frozenset({"222", "223", "224", "211", "212"})

_FRIENDLY = frozenset({"aid", "support", "consult", "cooperate", "concede", "agree"})
_UNCODED = frozenset({"negated", "cancelled", "conditional", "denied"})
_CODED_OUTSIDE = frozenset({"demanded", "requested", "threatened"})

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Gold:
    """The codings of one sentence: (source, target, PLOVER type); countries by three letters, `---` unknown."""

    triples: tuple[Triple, ...]


def load(root: Path) -> list[Example]:
    """The sentences of both files that carry a text; `root` is the folder of all data."""
    found = []
    for name in FILES:
        content = (root / FOLDER / _TEXTS / name).read_text(encoding="utf-8", errors="replace")
        for number, block in enumerate(re.findall(r"<Sentence\b(.*?)</Sentence>", content, re.S)):
            text = re.search(r"<Text>(.*?)</Text>", block, re.S)
            if text is None or not text.group(1).strip():
                continue
            triples = []
            for coding in re.findall(r"<EventCoding ([^>]*)>", block):
                fields = dict(re.findall(r'(\w+)="([^"]*)"', coding))
                kind = plover_type(fields.get("eventcode", ""))
                code = fields.get("eventcode", "")
                if kind is None or code in NONE_OF_CAMEO or not _REAL_CAMEO.match(code):
                    continue
                triples.append(
                    (fields.get("sourcecode", "")[:3], fields.get("targetcode", "")[:3], str(kind))
                )
            plain = " ".join(text.group(1).replace("&amp;", "&").split())
            found.append(Example(f"{name[:5]}-{number}", plain, None, Gold(tuple(triples))))
    return found


@cache
def actor_codes(root: Path) -> dict[str, str]:
    """Names in lower case to three-letter codes, after the dictionaries of the set."""
    table: dict[str, str] = {}
    for name in (
        "PETR.Validate.actors.txt",
        "Phoenix.Countries.actors.txt",
        "Phoenix.International.actors.txt",
        "Phoenix.MilNonState.actors.txt",
    ):
        waiting: list[str] = []
        current = ""
        for raw in (
            (root / FOLDER / _DICTIONARIES / name)
            .read_text(encoding="utf-8", errors="replace")
            .splitlines()
        ):
            line = raw.split("#")[0].rstrip()
            code = re.search(r"\[([A-Z\-]{3})", line)
            word = re.match(r"^(\+?)([A-Z][A-Z_'. -]+)", line)
            if word is not None:
                key = word.group(2).strip("_ ").replace("_", " ").lower()
                if not word.group(1):
                    current = code.group(1) if code else ""
                    waiting = []
                if code or current:
                    table.setdefault(key, code.group(1) if code else current)
                else:
                    waiting.append(key)
            elif code is not None and not current:
                # the code of a person stands on a line of its own, with the dates of the office
                current = code.group(1)
                for key in waiting:
                    table.setdefault(key, current)
    return table


def code_of(name: str, root: Path) -> str:
    """The three letters for a name: of the longest run of its words that the dictionaries know."""
    table = actor_codes(root)
    words = re.sub(r"[’']s\b", "", name.lower()).replace(".", "").split()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            piece = " ".join(words[start : start + length])
            for form in (piece, piece.removesuffix("s")):
                if form in table:
                    return table[form]
    return "---"


def _codes(participants: tuple[Participant, ...], reading: Reading, root: Path) -> list[str]:
    """The codes of actors: of the body or country they act for, where their names have none."""
    mentions = {mention.id: mention for mention in reading.mentions}
    found = []
    for participant in participants:
        code = code_of(participant.name, root)
        mention = mentions.get(participant.mention or "")
        if code == "---" and mention is not None and mention.affiliation:
            code = code_of(mention.affiliation, root)
        found.append(code)
    return found


def found_triples(reading: Reading, root: Path) -> list[Triple]:
    """What was read, as triples of events with somebody on both sides (the gold codes no others). What is
    said not to be so is not coded."""
    triples: list[Triple] = []
    inside = {event.about for event in reading.events if event.about}
    for event in reading.events:
        kind: str = event.type
        if event.status == "negated" and kind in _FRIENDLY:
            kind = "reject"  # CAMEO codes "would not provide aid" as a refusal
        elif event.status in _UNCODED or (event.id in inside and event.status in _CODED_OUTSIDE):
            continue
        sources = _codes(event.sources, reading, root)
        targets = _codes(event.targets, reading, root)
        same = event.sources == event.targets
        for here, source in enumerate(sources):
            for there, target in enumerate(targets):
                if not (same and here == there):
                    triples.append((source, target, kind))
    return list(dict.fromkeys(triples))


def baseline_triples(reading: Reading, reader: Reader, root: Path) -> list[Triple]:
    """Every verb of the table with its first type, the nearest known actor before and after it."""
    doc = reader.pipeline(reading.article.text)
    triples: list[Triple] = []
    for token in doc:
        rows = [row for row in verb_entries().get(token.lemma_.lower(), ()) if row.type is not None]
        if not rows or token.pos_ != "VERB":
            continue
        names = [span for span in doc.ents if span.label_ in ("GPE", "ORG", "PERSON", "NORP")]
        before = [span.text for span in names if span.end <= token.i]
        after = [span.text for span in names if span.start > token.i]
        source = code_of(before[-1], root) if before else ""
        target = code_of(after[0], root) if after else ""
        if source and target:
            triples.append((source, target, str(rows[-1].type)))
    return list(dict.fromkeys(triples))


def outcomes(example: Example, reading: Reading, root: Path) -> list[Outcome]:
    """Decisions on types (as a bag per sentence) and on triples."""
    return compare(example, found_triples(reading, root))


def compare(example: Example, triples: list[Triple]) -> list[Outcome]:
    """Outcomes of the metrics `type` and `triple` for one sentence."""
    gold: Gold = example.gold
    made: list[Outcome] = []
    views = {
        "type": (
            [row[2] for row in _distinct(gold.triples, 2)],
            [row[2] for row in _distinct(tuple(triples), 2)],
        ),
        "triple": ([repr(row) for row in gold.triples], [repr(row) for row in triples if row[0]]),
    }
    for metric, (wanted, given) in views.items():
        left = Counter(given)
        for item in wanted:
            right = left[item] > 0
            left[item] -= right
            made.append(Outcome(example.id, metric, item, item if right else None, right))
        for item, count in left.items():
            made += [Outcome(example.id, metric, None, item, False)] * count
    return made


def _distinct(triples: tuple[Triple, ...], field: int) -> list[Triple]:
    return list({row[field]: row for row in triples}.values())


def main(misses: bool) -> None:
    """Prints the scores of ours and of the baseline, for each file and together."""
    root = Path(__file__).parents[3] / "shared" / "data"
    reader = Reader()
    ours: list[tuple[str, Outcome]] = []
    base: list[tuple[str, Outcome]] = []
    for example in load(root):
        reading = reader.read(example.text, as_is=True)
        made = outcomes(example, reading, root)
        part = example.id[:5]
        ours += [(part, outcome) for outcome in made]
        base += [
            (part, outcome) for outcome in compare(example, baseline_triples(reading, reader, root))
        ]
        if misses and any(not outcome.right for outcome in made):
            print(example.id, example.text)
            print("   gold ", example.gold.triples, "\n   found", found_triples(reading, root))
    for part in ("PETR2", "PETR.", ""):
        for metric in ("type", "triple"):
            mine = score(
                [row for where, row in ours if where.startswith(part) and row.metric == metric]
            )
            other = score(
                [row for where, row in base if where.startswith(part) and row.metric == metric]
            )
            print(
                f"{part or 'all':6} {metric:7} ours P {mine.precision:.3f} R {mine.recall:.3f} F1 {mine.f1:.3f}"
                f"   baseline P {other.precision:.3f} R {other.recall:.3f} F1 {other.f1:.3f}   n {mine.n}"
            )


if __name__ == "__main__":
    main("--misses" in sys.argv[1:])
