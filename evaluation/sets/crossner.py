"""CrossNER politics (train and dev): names in sentences of encyclopedia articles, against our mentions.

Mapping. Gold `politician` and `person` are people, `politicalparty` and `organisation` are bodies,
`country` and `location` are places; `election`, `event` and `misc` have no counterpart here. Ours: `person` is a
person; government, organization, company, party, armed-force and group are bodies; places are the places of a
reading with its mentions of places that act; words for members ("Republican", "Muslims", which the pipeline
labels NORP) are in neither mapping. The pipeline alone: PERSON; ORG; GPE, LOC and FAC. Spans are
exact, save that articles and possessives at the ends are not compared. What is found over a gold `misc` ("Liberal",
"Democrats": sometimes labelled, sometimes not) counts neither way. An error is a miss or a spurious
find; a wrong kind or span is one of each.

Run: `python -m evaluation.sets.crossner [train|dev] [count]`.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from secondsource.lexicon.nationalities import peoples
from secondsource.model.reading import Reading

from ..protocol import Example, Outcome, score

FOLDER = "crossner/politics"
GOLD = {
    "politician": "person",
    "person": "person",
    "politicalparty": "body",
    "organisation": "body",
    "country": "place",
    "location": "place",
}
OURS = {
    "person": "person",
    "government": "body",
    "organization": "body",
    "company": "body",
    "party": "body",
    "armed-force": "body",
    "group": "body",
    "place-as-actor": "place",
}
PIPELINE = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}
METRICS = ("person", "body", "place")

_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "'s", "’s", "%", "n't", "''"})
_NO_SPACE_AFTER = frozenset({"(", "[", "``", "$", "£"})
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")

Found = tuple[int, int, str]


def read_sentence(rows: list[tuple[str, str]]) -> tuple[str, list[Found]]:
    """The text of a sentence of tokens and BIO labels, spaced as print is, and its labelled spans."""
    text = ""
    spans: list[Found] = []
    before = "("
    for word, label in rows:
        if text and word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_AFTER:
            text += " "
        start = len(text)
        text += word
        before = word
        if label.startswith("B-"):
            spans.append((start, len(text), label[2:]))
        elif label.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return text, spans


def load(root: Path, part: str = "dev") -> list[Example]:
    """The sentences of one part as Examples, with their labelled spans as gold."""
    examples = []
    rows: list[tuple[str, str]] = []
    lines = (root / FOLDER / f"{part}.txt").read_text(encoding="utf-8").splitlines()
    for line in [*lines, ""]:
        if line.strip():
            word, label = line.rsplit("\t", 1)
            rows.append((word, label))
        elif rows:
            text, spans = read_sentence(rows)
            examples.append(Example(f"{part}-{len(examples)}", text, None, spans))
            rows = []
    return examples


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span without an article before it and a possessive behind it."""
    words = text[start:end]
    article = _ARTICLE.match(words)
    possessive = _POSSESSIVE.search(words)
    return start + (article.end() if article else 0), end - (
        len(possessive.group()) if possessive else 0
    )


def compare(example: Example, found: Iterable[Found]) -> Iterator[Outcome]:
    """Outcomes of finds of the kinds of `METRICS` against the gold of one sentence."""
    gold: dict[tuple[int, int], str] = {}
    apart = set()
    for start, end, label in example.gold:
        span = bare(example.text, start, end)
        if label in GOLD:
            gold[span] = GOLD[label]
        elif label == "misc":
            apart.add(span)
    ours = {bare(example.text, start, end): kind for start, end, kind in found}
    for span, kind in gold.items():
        words = example.text[slice(*span)]
        right = ours.get(span) == kind
        yield Outcome(example.id, kind, words, words if right else None, right)
    for span, kind in ours.items():
        if gold.get(span) != kind and span not in apart:
            yield Outcome(example.id, kind, None, example.text[slice(*span)], False)


def found_in(reading: Reading) -> list[Found]:
    """The finds of a reading, each span once."""
    spans = {
        (place.citation.start, place.citation.end): "place"
        for place in reading.places
        if place.citation.part == "text"
    }
    for mention in reading.mentions:
        if mention.citation.words in peoples():
            continue
        if mention.form == "name" and mention.kind in OURS:
            spans[mention.citation.start, mention.citation.end] = OURS[mention.kind]
    return [(start, end, kind) for (start, end), kind in spans.items()]


def outcomes(example: Example, reading: Reading) -> Iterator[Outcome]:
    """Outcomes of a reading of one sentence."""
    return compare(example, found_in(reading))


def outcomes_of_pipeline(example: Example, doc: Doc) -> Iterator[Outcome]:
    """Outcomes of the language pipeline alone."""
    return compare(
        example,
        [
            (ent.start_char, ent.end_char, PIPELINE[ent.label_])
            for ent in doc.ents
            if ent.label_ in PIPELINE
        ],
    )


def report(name: str, rows: list[Outcome]) -> None:
    """Prints scores and errors of one system."""
    for metric in METRICS:
        chosen = [row for row in rows if row.metric == metric]
        result = score(chosen)
        errors = sum(not row.right for row in chosen)
        print(
            f"{name:9} {metric:7} P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f}"
            f" errors {errors} of {result.n}"
        )
    for metrics in (METRICS[:2], METRICS):
        errors = sum(not row.right for row in rows if row.metric in metrics)
        print(f"{name:9} {'+'.join(metrics)}: {errors} errors")


def main(arguments: list[str]) -> None:
    """Scores of our reading beside those of the pipeline alone."""
    from secondsource.reading.reader import Reader

    part = arguments[0] if arguments else "dev"
    examples = load(Path("../shared/data"), part)
    if len(arguments) > 1:
        examples = examples[: int(arguments[1])]
    reader = Reader()
    ours: list[Outcome] = []
    alone: list[Outcome] = []
    for example in examples:
        alone += outcomes_of_pipeline(example, reader.pipeline(example.text))
        ours += outcomes(example, reader.read(example.text, as_is=True))
    report("pipeline", alone)
    report("ours", ours)


if __name__ == "__main__":
    main(sys.argv[1:])
