"""Which words of an article may name a place: what the pipeline found, repaired by the whole article."""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from ...lexicon import gazetteer
from ...lexicon.gazetteer import Entry
from ..draft import Draft

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "‘s"})
_LONGEST = 6
_KNOWN_WITHOUT_CONTEXT = 60_000
"""Towns from this size count as places wherever their name stands and nothing says otherwise."""


@dataclass
class Run:
    """Tokens `start:end` that may name a place. `label` is the pipeline's, or `STATE` for a short form of a
    state, or `TABLE` for what only the gazetteer knows. `entries` are the places that it may be."""

    start: int
    end: int
    words: str
    label: str
    entries: tuple[Entry, ...]
    within: "Run | None" = None


class Taken:
    """What the words of an article are already known to be."""

    def __init__(self, draft: Draft) -> None:
        self.kind = [""] * len(draft.doc)
        self.length = [0] * len(draft.doc)
        for mention in draft.mentions:
            if mention.form != "name":
                continue
            tokens = draft.tokens_at(mention.citation)
            for token in tokens:
                self.kind[token.i] = mention.kind
                self.length[token.i] = len(tokens)


def find_runs(draft: Draft) -> list[Run]:
    """All runs of words that name places, in the order of the text, none inside another."""
    doc = draft.doc
    taken = Taken(draft)
    found: list[Run | None] = [None] * len(doc)
    runs: list[Run] = []

    def keep(run: Run) -> None:
        runs.append(run)
        for index in range(run.start, run.end):
            found[index] = run

    for start, end, label in _pipeline_runs(draft, taken):
        words = _words(doc, start, end)
        entries = _state(words) or gazetteer.places_named(words)
        label = "STATE" if _state(words) else label
        if words.lower() in gazetteer.context("directions") or (label == "FAC" and not entries):
            continue
        keep(Run(start, end, words, label, entries))
    known = {run.words for run in runs if run.entries and run.label in {"GPE", "LOC"}}
    index = 0
    while index < len(doc):
        run = None if found[index] else _table_run(doc, index, taken, known, found)
        if run is None:
            index += 1
        else:
            keep(run)
            index = run.end
    runs.sort(key=lambda run: run.start)
    _tie(doc, runs)
    return runs


def _words(doc: Doc, start: int, end: int) -> str:
    text = doc[start:end].text
    return " ".join(text.split())


def _state(words: str) -> tuple[Entry, ...]:
    """The state with this short form; empty when it is none."""
    state = gazetteer.short_form(words)
    if state is None:
        return ()
    country, name = state
    return tuple(
        entry
        for entry in gazetteer.places_named(name)
        if entry.country == country and entry.kind == "region" and entry.first
    )


def _pipeline_runs(draft: Draft, taken: Taken) -> list[tuple[int, int, str]]:
    spans = []
    for entity in draft.doc.ents:
        if entity.label_ not in PLACE_LABELS:
            continue
        piece = entity.start
        for index in range(entity.start, entity.end + 1):
            if index == entity.end or entity.doc[index].text in {",", "/", "\n", "\n\n"}:
                spans.append((piece, index, entity.label_))
                piece = index + 1
    kept = []
    for start, end, label in spans:
        while start < end and (
            draft.doc[start].lower_ in {"the", "a", "an"} or draft.doc[start].is_space
        ):
            start += 1
        while start < end and (
            draft.doc[end - 1].text in _POSSESSIVES or draft.doc[end - 1].is_space
        ):
            end -= 1
        if start >= end or any(taken.kind[index] for index in range(start, end)):
            continue
        if not any(letter.isupper() for letter in draft.doc[start:end].text):
            continue
        kept.append((start, end, label))
    return kept


def _table_run(
    doc: Doc, index: int, taken: Taken, known: set[str], found: list[Run | None]
) -> Run | None:
    token: Token = doc[index]
    if not token.text[:1].isupper() or taken.kind[index] or token.is_space:
        return None
    state = _state(token.text)
    if state and ((index > 1 and doc[index - 1].text == ",") or token.text.endswith(".")):
        return Run(index, index + 1, token.text, "STATE", state)
    last = index
    limit = min(len(found), index + _LONGEST)
    while last < limit and not found[last] and not taken.kind[last]:
        word = doc[last]
        if word.text[:1].isupper() or (last > index and word.lower_ in gazetteer.context("links")):
            last += 1
        else:
            break
    for end in range(last, index, -1):
        if not doc[end - 1].text[:1].isupper():
            continue
        words = _words(doc, index, end)
        entries = gazetteer.places_named(words)
        if entries and _is_place(doc, index, end, words, entries, known):
            return Run(index, end, words, "TABLE", entries)
    return None


def _is_place(
    doc: Doc, start: int, end: int, words: str, entries: tuple[Entry, ...], known: set[str]
) -> bool:
    token: Token = doc[start]
    if words in known:
        return True
    best = entries[0]
    if any(doc[index].ent_type_ in {"PERSON", "ORG", "NORP"} for index in range(start, end)):
        return False
    if end - start == 1 and token.pos_ not in {"PROPN"}:
        return False
    if best.common or words.lower() in gazetteer.context("directions"):
        return False
    if best.kind in {"country", "continent", "water", "mountains", "island"} or (
        best.kind == "region" and not best.geonameid
    ):
        return True
    before = doc[start - 1].lower_ if start else ""
    if before in gazetteer.context("into"):
        return True
    return end - start > 1 and max(entry.people for entry in entries) >= _KNOWN_WITHOUT_CONTEXT


def _tie(doc: Doc, runs: list[Run]) -> None:
    """Marks the runs that the next run contains: "Paris, Texas"."""
    for run, after in pairwise(runs):
        between = [doc[index].text for index in range(run.end, after.start)]
        if between == [","] or (between == [] and after.label == "STATE"):
            run.within = after
