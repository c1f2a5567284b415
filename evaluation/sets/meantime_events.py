"""Events of 30 news articles (MEANTIME apple) with their certainty, polarity and time: is what did not
happen said to have happened?

`python -m evaluation.sets.meantime_events [--misses]`. A gold event is real when it is CERTAIN, not
negated and NON_FUTURE, and unreal when it is POSSIBLE, PROBABLE, negated or FUTURE; events without these
attributes, and grammatical ones (begin, be), are left out. The set is about a maker of telephones, so most of its events are of no PLOVER
type. Two views are therefore given:

status    the status rules alone, asked about every gold trigger that is a verb or noun (recall of real: the
          share of real events given as happened or ongoing; false happened: the share of unreal ones).
detected  the events of our reading that overlap a gold trigger, counted over all gold triggers: a count over those
          whose lemma stands in our table would fall with every row that the table gains.
"""

import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

from secondsource.model.event import REAL
from secondsource.model.reading import Reading
from secondsource.reading.events.status import status_of
from secondsource.reading.reader import Reader
from secondsource.reading.tokens import tokens_of

from ..protocol import Example, Outcome

FOLDER = "meantime"
_CORPUS = "intra_cross-doc_annotation/corpus_apple"


@dataclass(frozen=True)
class GoldEvent:
    """A trigger, code points `start:end` of the text, and whether the event is real."""

    start: int
    end: int
    real: bool
    lemma: str


def load(root: Path) -> list[Example]:
    """The articles with their events; `root` is the folder of all data."""
    return [_article(path) for path in sorted((root / FOLDER / _CORPUS).glob("*.xml"))]


def _article(path: Path) -> Example:
    tree = ElementTree.parse(path).getroot()
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    sentence = None
    for token in tree.iter("token"):
        word = token.text or ""
        if sentence is not None and token.get("sentence") != sentence:
            text += "\n\n" if sentence in ("0", "1") else " "
        elif text and word not in (".", ",", ";", ":", "?", "!", "'s", "n't", ")", "%"):
            text += "" if text.endswith(("(", "$", "\n")) else " "
        sentence = token.get("sentence")
        spans[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
    found = []
    for event in tree.iter("EVENT_MENTION"):
        anchors = [anchor.get("t_id", "") for anchor in event.iter("token_anchor")]
        certainty, polarity, time = (event.get(key) for key in ("certainty", "polarity", "time"))
        if not anchors or not certainty or not polarity or not time:
            continue
        if event.get("pos") not in ("VERB", "NOUN") or event.get("pred") in ("be", "have"):
            continue
        real = certainty == "CERTAIN" and polarity == "POS" and time == "NON_FUTURE"
        start = min(spans[anchor][0] for anchor in anchors)
        end = max(spans[anchor][1] for anchor in anchors)
        found.append(GoldEvent(start, end, real, event.get("pred") or ""))
    found.sort(key=lambda each: (each.start, each.end))
    return Example(path.stem, text, None, tuple(found))


def outcomes(example: Example, reading: Reading) -> list[Outcome]:
    """For each gold event whether it was read as real or not."""
    made = []
    for gold in example.gold:
        given = [
            event
            for event in reading.events
            if event.citation.start < gold.end and gold.start < event.citation.end
        ]
        found = None if not given else "real" if given[0].status in REAL else "unreal"
        wanted = "real" if gold.real else "unreal"
        made.append(Outcome(example.id, "detected", wanted, found, wanted == found))
    return made


def status_outcomes(example: Example, reader: Reader) -> list[Outcome]:
    """For each gold trigger, what the status rules alone say of its word."""
    doc = reader.pipeline(example.text)
    made = []
    for gold in example.gold:
        tokens = doc.char_span(gold.start, gold.end, alignment_mode="expand")
        if tokens is None:
            continue
        token = tokens.root
        if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        wanted = "real" if gold.real else "unreal"
        found = "real" if status_of(tokens_of(doc)[token.i], "") in REAL else "unreal"
        made.append(
            Outcome(
                f"{example.id}:{gold.start}:{token.text}", "status", wanted, found, wanted == found
            )
        )
    return made


def rates(made: list[Outcome]) -> tuple[float, float, int, int]:
    """False-happened rate, recall of real events (0 to 1), and how many unreal and real gold events."""
    unreal = [row for row in made if row.gold == "unreal"]
    real = [row for row in made if row.gold == "real"]
    false = sum(row.found == "real" for row in unreal) / max(1, len(unreal))
    recall = sum(row.found == "real" for row in real) / max(1, len(real))
    return false, recall, len(unreal), len(real)


def main(misses: bool) -> None:
    """Prints both views."""
    root = Path(__file__).parents[3] / "shared" / "data"
    reader = Reader()
    detected: list[Outcome] = []
    status: list[Outcome] = []
    for example in load(root):
        reading = reader.read(example.text, as_is=True)
        detected += outcomes(example, reading)
        alone = status_outcomes(example, reader)
        status += alone
        for row in alone:
            if misses and not row.right:
                start = int(row.example.split(":")[-2])
                context = " ".join(example.text[max(0, start - 130) : start + 90].split())
                print(f"{row.gold}->{row.found} [{row.example.split(':')[-1]}] {context}")
    for name, made in (("status", status), ("detected", detected)):
        false, recall, unreal, real = rates(made)
        print(
            f"{name:9} false happened {100 * false:.1f} % of {unreal}, which is"
            f" {100 * false * unreal / max(1, false * unreal + recall * real):.1f} % of all given as real;"
            f" recall of real {100 * recall:.1f} % of {real}"
        )


if __name__ == "__main__":
    main("--misses" in sys.argv[1:])
