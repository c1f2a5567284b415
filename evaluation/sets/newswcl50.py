"""NewsWCL50 (topics 0 to 3): events and actors of four political stories, five outlets each.

Chains of ACTION and EVENT are events, of ACTOR, COUNTRY and GROUP actors, of OBJECT other things; mixed
concepts have no counterpart here. Gold mentions are phrases; see `evaluation/chained.py` for how
they meet ours.
"""

from collections.abc import Iterator
from pathlib import Path

from ..chained import Place, Topic, article
from ..texts import spaced

FOLDER = "newswcl50"
KINDS = {
    "ACTION": "event",
    "EVENT": "event",
    "ACTOR": "actor",
    "COUNTRY": "actor",
    "GROUP": "actor",
    "OBJECT": "other",
}


def load(root: Path) -> list[Topic]:
    """The four topics."""
    documents: dict[str, list[list[tuple[str, str]]]] = {}
    for line in (root / FOLDER / "topics_0_3.conll").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) < 5:
            continue
        sentences = documents.setdefault(fields[0], [])
        if int(fields[1]) >= len(sentences):
            sentences.append([])
        sentences[-1].append((fields[3], fields[4]))
    topics: dict[str, list[str]] = {}
    for name in documents:
        topics.setdefault(name.split("/")[0], []).append(name)
    return [
        _topic(name, {each: documents[each] for each in names}) for name, names in topics.items()
    ]


def _topic(name: str, documents: dict[str, list[list[tuple[str, str]]]]) -> Topic:
    articles = []
    gold: dict[str, dict[Place, str]] = {"event": {}, "actor": {}, "other": {}}
    marked: dict[str, tuple[tuple[int, int], ...]] = {}
    for document, sentences in documents.items():
        text, places = spaced([[word for word, _ in sentence] for sentence in sentences])
        articles.append(article(document, text))
        flat = [place for row in places for place in row]
        labels = [label for sentence in sentences for _, label in sentence]
        found = list(spans(labels))
        for first, last, label in found:
            kind = KINDS.get(label.rpartition("_")[2])
            place = (document, flat[first][0], flat[last][1])
            if kind and place[1] < place[2]:
                gold[kind].setdefault(place, label)
        marked[document] = tuple(
            (row[0][0], row[-1][1])
            for row in places
            if row and any(row[0][0] <= flat[first][0] <= row[-1][1] for first, _, _ in found)
        )
    others = gold.pop("other")
    return Topic(name, tuple(articles), gold, marked, others)


def spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """(first token, last token, label) of each bracketed mention; `(X` opens, `X)` closes, `|`
    separates."""
    opened: dict[str, list[int]] = {}
    for at, field in enumerate(labels):
        for piece in field.split("|"):
            mark = piece.strip()
            label = mark.strip("()")
            if mark.startswith("("):
                opened.setdefault(label, []).append(at)
            if mark.endswith(")") and opened.get(label):
                yield opened[label].pop(), at, label
