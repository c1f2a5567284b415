"""The words of an article with what is known of them, and whether what stands around a name stands around places."""

from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Doc

from ...lexicon import gazetteer
from ...lexicon.gazetteer import Entry
from ...model.mention import Mention
from ..draft import Draft
from ..grid import grid_of

_TIMES_AND_SUMS = frozenset({"DATE", "TIME", "MONEY"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ")", '"', "”", "’"})
_DATELINE = 7
"""Tokens after the town of a dateline in which its dash or bracket is looked for: ", N.D., Friday (AP)"."""


@dataclass
class Run:
    """Tokens `start:end` that may name a place. `label` is the pipeline's, or `STATE` for a short form of a
    state, or `TABLE` for what only the gazetteer knows. `entries` are the places that it may be, `part` says
    that only a part of the place is meant ("eastern"), `within` is the run that contains it ("Paris, Texas").
    What is not `kept` is part of another name and only tells about the others ("Texas" in "Texas Rangers"); what stands `aside` tells nothing about them."""

    start: int
    end: int
    words: str
    label: str
    entries: tuple[Entry, ...]
    part: bool = False
    within: "Run | None" = None
    kept: bool = True
    aside: bool = False


class Layout:
    """The words of an article with what is already known of them."""

    def __init__(self, draft: Draft) -> None:
        self.doc: Doc = draft.doc
        grid = grid_of(draft.doc, draft.text)
        spans = zip(grid.start, grid.end, strict=True)
        self.text = [draft.text[start:end] for start, end in spans]
        self.lower = grid.lower
        self.capitals = [index for index, word in enumerate(self.text) if word[0].isupper()]
        self.size = len(self.text)
        self.kind = [""] * len(draft.doc)
        self.found: list[Run | None] = [None] * len(draft.doc)
        self.bodies: list[tuple[int, int]] = []
        self.illnesses: set[str] = set()
        illnesses = gazetteer.context("illnesses")
        for index, word in enumerate(self.lower):
            if index and word in illnesses:
                self.illnesses.add(self.text[index - 1])
        doubtful = _doubtful(draft, self)
        for mention in draft.mentions:
            if mention.form not in {"name", "adjective"} or mention.entity in doubtful:
                continue
            if mention.kind == "place-as-actor" and not _stands_for_government(
                mention.citation.words
            ):
                continue
            tokens = draft.tokens_at(mention.citation)
            for index in tokens:
                self.kind[index] = mention.kind
            if mention.kind in {
                "organization",
                "company",
                "government",
                "armed-force",
                "party",
                "group",
            }:
                self.bodies.append((tokens.start, tokens.stop))
        for time in draft.times:
            if len(time.citation.words) < 40:
                for index in draft.tokens_at(time.citation):
                    self.kind[index] = "time"
        for entity in draft.doc.ents:
            if entity.label_ in _TIMES_AND_SUMS:
                for index in range(entity.start, entity.end):
                    self.kind[index] = self.kind[index] or "time"

    def keep(self, run: Run) -> None:
        for index in range(run.start, run.end):
            self.found[index] = run

    def free(self, start: int, end: int) -> bool:
        return not any(self.kind[index] or self.found[index] for index in range(start, end))

    def stands_for_illness(self, start: int, end: int) -> bool:
        """Whether the article calls an illness so ("Marburg virus") and these words do not say where it is."""
        if self.text[end - 1] not in self.illnesses:
            return False
        while start and self.lower[start - 1] in {"the", *gazetteer.context("parts")}:
            start -= 1
        return not (start and self.lower[start - 1] in {"in", "near", "from", "to", "at"})

    def is_free_of_places(self, start: int, end: int) -> bool:
        return not any(self.found[index] for index in range(start, end))

    def is_part_of_name(self, start: int, end: int) -> bool:
        """Whether a word with a capital stands right before or after: the name is longer than these words."""
        before = self.text[start - 1] if start else ""
        after = self.text[end] if end < self.size else ""
        fresh = start > 0 and bool(self.doc[start - 1].is_sent_start)
        return (before[:1].isupper() and not fresh) or after[:1].isupper()

    def words(self, start: int, end: int) -> str:
        if end - start == 1:
            return self.text[start]
        return " ".join(self.doc[start:end].text.split())


def _stands_for_government(words: str) -> bool:
    """Whether a place that acts is a capital, which then means a government and not the town."""
    return any(
        entry.kind == "town" and entry.geonameid in gazetteer.capitals()
        for entry in gazetteer.places_named(words)
    ) and not any(entry.kind == "country" for entry in gazetteer.places_named(words))


def _doubtful(draft: Draft, layout: Layout) -> set[str]:
    """Ids of entities that other steps took for people or bodies, though the text has them as places: they
    bear the name of a place, no longer name or title anywhere, and stand where only places stand."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in draft.mentions:
        groups[mention.entity].append(mention)
    doubtful = set()
    for entity, mentions in groups.items():
        names = [mention for mention in mentions if mention.form == "name"]
        if not names or names[0].kind in {"place-as-actor", "nationality", "government"}:
            continue
        if _tells_itself(names[0].citation.words):
            doubtful.add(entity)
            continue
        if len({mention.citation.words.lower() for mention in names}) > 1:
            continue
        if any(mention.titles or mention.form == "pronoun" for mention in mentions):
            continue
        if mentions[0].name.lower() != names[0].citation.words.lower() or mentions[0].acronym:
            continue
        words = names[0].citation.words
        if not gazetteer.places_named(words) and not state_of(words):
            continue
        if any(
            _may_stand_as_place(layout, mention.kind, words, tokens.start, tokens.stop)
            for mention in names
            for tokens in [draft.tokens_at(mention.citation)]
        ):
            doubtful.add(entity)
    return doubtful


def _tells_itself(words: str) -> bool:
    """Whether a name of the gazetteer says that it is one: "Lamar County", "N.M."."""
    parts = words.lower().split()
    return (len(parts) > 1 and parts[-1] in {"county", "parish"}) or (
        words.endswith(".") and bool(state_of(words))
    )


def _may_stand_as_place(layout: Layout, kind: str, words: str, start: int, end: int) -> bool:
    """Whether what other steps took for somebody stands as a place here. For bodies, which are seldom called
    like a town, less is asked than for people."""
    if stands_as_place(layout, start, end):
        return True
    before = layout.lower[start - 1] if start else ""
    after = layout.lower[end] if end < layout.size else ""
    if not any(entry.first for entry in gazetteer.places_named(words)):
        return False
    if after in gazetteer.context("owned") or before in {"downtown", "visiting"}:
        return True
    if beside_place(layout, start, end):
        return True
    if kind == "organization" and not words.isupper():
        return before in {"from", "of", "to", "at"}
    return kind == "person" and before == "from"


def beside_place(layout: Layout, start: int, end: int) -> bool:
    """Whether the neighbour in a list is a place for the pipeline: "... , Oslo and ..."."""
    links = {",", "and", "or"}
    if start > 1 and layout.lower[start - 1] in links and layout.doc[start - 2].ent_type_ == "GPE":
        return True
    if end + 1 >= layout.size or layout.lower[end] not in links:
        return False
    return layout.doc[end + 1].ent_type_ == "GPE"


def stands_as_place(layout: Layout, start: int, end: int) -> bool:
    """Whether what stands around these words is what stands around places and hardly anything else."""
    text, lower, size = layout.text, layout.lower, layout.size
    before = lower[start - 1] if start else ""
    after = lower[end] if end < size else ""
    if before in gazetteer.context("inside"):
        return True
    if before == "of" and start > 1 and lower[start - 2] in gazetteer.context("kinds"):
        return True
    if (
        before in {"of", "from"}
        and start > 2
        and lower[start - 2] == ","
        and text[start - 3].isdigit()
    ):
        return True  # "Jane Doe, 43, of ..."
    if after in gazetteer.context("kinds") or after in gazetteer.context("dwellers"):
        return True
    if opens_dateline(layout, start, end):
        return True
    if after == "," and end + 1 < size:
        if gazetteer.short_form(text[end + 1]):
            return True
        for length in (2, 1):
            name = " ".join(text[end + 1 : end + 1 + length])
            if name[:1].isupper() and any(
                entry.kind in {"country", "region"} and entry.first and entry.people > 100_000
                for entry in gazetteer.places_named(name)
            ):
                return before in {"in", "of", "from", "at"}
    return False


def opens_dateline(layout: Layout, start: int, end: int) -> bool:
    """Whether the words stand in capitals before the dash or bracket that opens a report."""
    text, doc = layout.text, layout.doc
    if end >= layout.size or not all(
        word.isupper() or not word.isalpha() for word in text[start:end]
    ):
        return False
    if len("".join(text[start:end])) < 4:
        return False
    fresh = start == 0 or doc[start].is_sent_start or doc[start - 1].is_space
    if not fresh and text[start - 1] not in _SENTENCE_ENDS:
        return False
    for index in range(end, min(end + _DATELINE, layout.size)):
        if text[index] in {"-", "--", "---", "–", "—", ":", "("}:
            return True
        if index == end and text[index] != ",":
            return False
    return False


def state_of(words: str) -> tuple[Entry, ...]:
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
