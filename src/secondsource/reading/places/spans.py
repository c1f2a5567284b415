"""Which words of an article may name a place: what the pipeline found, repaired by the whole article."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from ...lexicon import gazetteer, nationalities, titles
from ...lexicon.gazetteer import Entry
from ...model.mention import Mention
from ..draft import Draft

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "‘s"})
_NO_NAMES = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LAW", "LANGUAGE"}
)
_LONGEST = 6
_SENTENCE_ENDS = frozenset({".", "!", "?", ")", '"', "”", "’"})
_DATELINE = 7
"""Tokens after the town of a dateline in which its dash or bracket is looked for: ", N.D., Friday (AP)"."""
_KNOWN_WITHOUT_CONTEXT = 60_000
"""Towns from this size count as places wherever their name stands and nothing says otherwise."""


@dataclass
class Run:
    """Tokens `start:end` that may name a place. `label` is the pipeline's, or `STATE` for a short form of a
    state, or `TABLE` for what only the gazetteer knows. `entries` are the places that it may be, `part` says
    that only a part of the place is meant ("eastern"), `within` is the run that contains it ("Paris, Texas").
    What is not `kept` is part of another name and only tells about the others ("Texas" in "Texas Rangers")."""

    start: int
    end: int
    words: str
    label: str
    entries: tuple[Entry, ...]
    part: bool = False
    within: "Run | None" = None
    kept: bool = True


class Layout:
    """The words of an article with what is already known of them."""

    def __init__(self, draft: Draft) -> None:
        self.doc: Doc = draft.doc
        self.text = [token.text for token in draft.doc]
        self.lower = [text.lower() for text in self.text]
        self.size = len(self.text)
        self.kind = [""] * len(draft.doc)
        self.found: list[Run | None] = [None] * len(draft.doc)
        self.bodies: list[tuple[int, int]] = []
        doubtful = _doubtful(draft, self)
        for mention in draft.mentions:
            if mention.form != "name" or mention.entity in doubtful:
                continue
            tokens = draft.tokens_at(mention.citation)
            if mention.kind == "place-as-actor" and not _stands_for_government(tokens.text):
                continue
            for token in tokens:
                self.kind[token.i] = mention.kind
            if mention.kind in {
                "organization",
                "company",
                "government",
                "armed-force",
                "party",
                "group",
            }:
                self.bodies.append((tokens.start, tokens.end))
        for time in draft.times:
            if len(time.citation.words) < 40:
                for token in draft.tokens_at(time.citation):
                    self.kind[token.i] = "time"
        for entity in draft.doc.ents:
            if entity.label_ in _NO_NAMES:
                for token in entity:
                    if not self.kind[token.i] and entity.label_ in {"DATE", "TIME", "MONEY"}:
                        self.kind[token.i] = "time"

    def keep(self, run: Run) -> None:
        for index in range(run.start, run.end):
            self.found[index] = run

    def free(self, start: int, end: int) -> bool:
        return not any(self.kind[index] or self.found[index] for index in range(start, end))

    def words(self, start: int, end: int) -> str:
        if end - start == 1:
            return self.text[start]
        return " ".join(self.doc[start:end].text.split())


def _stands_for_government(words: str) -> bool:
    """Whether a place that acts is a capital, which then means a government and not the town."""
    return any(
        entry.kind == "town"
        and f"{gazetteer.fold(entry.name)} {entry.country}" in gazetteer.capitals()
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
        if not gazetteer.places_named(words) and not _state(words):
            continue
        if any(
            _may_stand_as_place(layout, mention.kind, words, tokens.start, tokens.end)
            for mention in names
            for tokens in [draft.tokens_at(mention.citation)]
        ):
            doubtful.add(entity)
    return doubtful


def _tells_itself(words: str) -> bool:
    """Whether a name of the gazetteer says that it is one: "Lamar County", "N.M."."""
    parts = words.lower().split()
    return (len(parts) > 1 and parts[-1] in {"county", "parish"}) or (
        words.endswith(".") and bool(_state(words))
    )


def _may_stand_as_place(layout: Layout, kind: str, words: str, start: int, end: int) -> bool:
    """Whether what other steps took for somebody stands as a place here. For bodies, which are seldom called
    like a town, less is asked than for people."""
    if _stands_as_place(layout, start, end):
        return True
    before = layout.lower[start - 1] if start else ""
    after = layout.lower[end] if end < layout.size else ""
    if not any(entry.first for entry in gazetteer.places_named(words)):
        return False
    if after in gazetteer.context("owned") or before in {"downtown", "visiting"}:
        return True
    if _beside_place(layout, start, end):
        return True
    if kind == "organization" and not words.isupper():
        return before in {"from", "of", "to", "at"}
    return kind == "person" and before == "from"


def _beside_place(layout: Layout, start: int, end: int) -> bool:
    """Whether the neighbour in a list is a place for the pipeline: "... , Oslo and ..."."""
    links = {",", "and", "or"}
    if start > 1 and layout.lower[start - 1] in links and layout.doc[start - 2].ent_type_ == "GPE":
        return True
    if end + 1 >= layout.size or layout.lower[end] not in links:
        return False
    return layout.doc[end + 1].ent_type_ == "GPE"


def _stands_as_place(layout: Layout, start: int, end: int) -> bool:
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
    if _opens_dateline(layout, start, end):
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


def _opens_dateline(layout: Layout, start: int, end: int) -> bool:
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


def find_runs(draft: Draft) -> list[Run]:
    """All runs of words that name places, in the order of the text, none inside another; with them those in
    names of bodies, which are not kept."""
    layout = Layout(draft)
    runs: list[Run] = []
    for start, end, label in _pipeline_spans(layout):
        run = _pipeline_run(layout, start, end, label) if layout.free(start, end) else None
        if run:
            layout.keep(run)
            runs.append(run)
    known = {run.words.lower() for run in runs if run.entries and run.label in {"GPE", "LOC"}}
    index = 0
    while index < layout.size:
        free = layout.text[index][0].isupper() and not layout.found[index]
        found = _table_run(layout, index, known) if free else None
        if found:
            layout.keep(found)
            runs.append(found)
            index = found.end
        else:
            index += 1
    runs += _runs_in_bodies(layout) + _runs_of_peoples(draft)
    runs.sort(key=lambda run: run.start)
    _tie(draft.doc, runs)
    return runs


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


def _pipeline_spans(layout: Layout) -> list[tuple[int, int, str]]:
    """Tokens of the pipeline's places, split at commas, without articles and possessives."""
    spans = []
    for entity in layout.doc.ents:
        if entity.label_ not in PLACE_LABELS:
            continue
        piece = entity.start
        for index in range(entity.start, entity.end + 1):
            if index == entity.end or (
                layout.text[index] in {",", "/", ";"} or _is_dash(layout.doc[index])
            ):
                spans.append((piece, index, entity.label_))
                piece = index + 1
    kept = []
    for start, end, label in spans:
        if _is_other(layout, start, end):
            continue
        while start < end and layout.lower[start] in {"the", "a", "an"}:
            start += 1
        while start < end and layout.text[end - 1] in _POSSESSIVES:
            end -= 1
        if (
            start < end
            and layout.free(start, end)
            and any(word[0].isupper() for word in layout.text[start:end])
        ):
            kept.append((start, end, label))
    return kept


def _is_other(layout: Layout, start: int, end: int) -> bool:
    """Whether a name stands for a street or an illness called after the place."""
    if end >= layout.size:
        return False
    after = layout.lower[end]
    if after in gazetteer.context("illnesses"):
        return True
    return after in gazetteer.context("ways") and layout.text[end][0].isupper()


def _is_dash(token: Token) -> bool:
    """Whether a token parts names: white space, or a dash with space around it."""
    if token.is_space:
        return True
    return token.text in {"-", "--", "–", "—"} and bool(token.whitespace_)


def _pipeline_run(layout: Layout, start: int, end: int, label: str) -> Run | None:
    words = layout.words(start, end)
    state = _state(words)
    if state and (len(words) > 2 or (start and layout.text[start - 1] in {",", "-", "("})):
        return Run(start, end, words, "STATE", state)
    longer = _longest(layout, start, end)
    if longer > end:
        words, end = layout.words(start, longer), longer
    if words.lower() in gazetteer.context("directions"):
        return None
    entries = gazetteer.places_named(words)
    if entries:
        well_known = max(_weight(entry) for entry in entries) >= _KNOWN_WITHOUT_CONTEXT / 4
        if label == "LOC" and not (well_known and any(entry.first for entry in entries)):
            return None
        return Run(start, end, words, label, entries)
    rest = start
    while rest < end - 1 and (
        layout.lower[rest] in gazetteer.context("parts") or layout.text[rest] == "-"
    ):
        rest += 1
        entries = _state(layout.words(rest, end)) or gazetteer.places_named(layout.words(rest, end))
        if entries:
            return Run(rest, end, layout.words(rest, end), label, entries, part=True)
    if end - start > 1 and layout.lower[end - 1] in gazetteer.context("divisions"):
        entries = tuple(
            entry
            for entry in gazetteer.places_named(layout.words(start, end - 1))
            if entry.kind in {"region", "district"}
        )
        if entries:
            return Run(start, end, words, label, entries)
    for last in range(end - 1, start, -1):
        entries = gazetteer.places_named(layout.words(start, last))
        if (
            entries
            and label != "FAC"
            and (
                layout.lower[end - 1] in gazetteer.context("sites")
                or entries[0].kind in {"country", "continent"}
                or entries[0].by_hand
            )
        ):
            return Run(start, last, layout.words(start, last), label, entries)
    return None if label == "FAC" else Run(start, end, words, label, ())


def _longest(layout: Layout, start: int, end: int) -> int:
    """The end of the longest name of the gazetteer that begins at `start`, `end` if none is longer: "Guinea" in
    "Guinea-Bissau"."""
    last = end
    limit = min(len(layout.doc), start + _LONGEST + 1)
    while last < limit and layout.free(last, last + 1):
        token = layout.doc[last]
        if (
            token.text[:1].isupper()
            or layout.lower[last] in gazetteer.context("links")
            or token.text == "-"
        ):
            last += 1
        else:
            break
    for stop in range(last, end, -1):
        if layout.text[stop - 1][0].isupper() and gazetteer.places_named(layout.words(start, stop)):
            return stop
    return end


def _weight(entry: Entry) -> int:
    return entry.people if entry.kind == "town" or entry.people else 1_000_000


def _table_run(layout: Layout, index: int, known: set[str]) -> Run | None:
    text = layout.text
    word = text[index]
    if not word[0].isupper() or layout.kind[index]:
        return None
    state = _state(word)
    if state and index and text[index - 1].isdigit():
        return None
    if state and (word.endswith(".") or (index and text[index - 1] in {",", "-"})):
        return Run(index, index + 1, word, "STATE", state)
    last = index
    limit = min(layout.size, index + _LONGEST)
    while last < limit and not layout.found[last] and not layout.kind[last]:
        if text[last][0].isupper() or (
            last > index and layout.lower[last] in gazetteer.context("links")
        ):
            last += 1
        else:
            break
    for end in range(last, index, -1):
        if not text[end - 1][0].isupper():
            continue
        words = layout.words(index, end)
        entries = gazetteer.places_named(words)
        if entries and _is_place(layout, index, end, words, entries, known):
            return Run(index, end, words, "TABLE", entries)
    return None


def _is_place(
    layout: Layout, start: int, end: int, words: str, entries: tuple[Entry, ...], known: set[str]
) -> bool:
    if words.lower() in known:
        return True
    doc, best = layout.doc, entries[0]
    if _is_other(layout, start, end) or _is_acronym(layout, words, start, entries):
        return False
    if best.common or words.lower() in gazetteer.context("directions"):
        return False
    if end - start == 1 and (titles.is_head(words.lower()) or titles.is_modifier(words.lower())):
        return False
    label = doc[start].ent_type_
    if best.kind in {"country", "continent"} and best.first:
        return True
    if end - start == 1 and (doc[start].pos_ != "PROPN" or len(words) < 4):
        return False
    if not any(entry.first or entry.people > _KNOWN_WITHOUT_CONTEXT for entry in entries):
        return False
    if _stands_as_place(layout, start, end):
        return True
    if _beside_place(layout, start, end) and any(entry.first for entry in entries):
        return True
    if label in {"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"}:
        return False
    if best.kind in {"country", "continent", "water", "mountains", "island"} or best.by_hand:
        return True
    before = layout.lower[start - 1] if start else ""
    if before in gazetteer.context("into") and label != "FAC":
        return True
    after = layout.lower[end] if end < layout.size else ""
    if after in gazetteer.context("owned"):
        return True
    return end - start > 1 and max(map(_weight, entries)) >= _KNOWN_WITHOUT_CONTEXT


def _is_acronym(layout: Layout, words: str, start: int, entries: tuple[Entry, ...]) -> bool:
    """Whether a short word in capitals stands among words that are not: an acronym, unless of a country."""
    if not words.isupper() or len(words) > 5 or any(entry.kind == "country" for entry in entries):
        return False
    return not layout.doc[start].sent.text.isupper() and not _opens_dateline(
        layout, start, start + 1
    )


def _runs_in_bodies(layout: Layout) -> list[Run]:
    """The places in the names of bodies: "Lamar County" in "Lamar County Sheriff's Office"."""
    runs = []
    for start, end in layout.bodies:
        for first, last in ((start, end), (start + 2, end)):
            if first != start and not (last > first and layout.lower[start + 1] == "of"):
                continue
            for stop in range(min(last, first + 4), first, -1):
                if any(layout.found[index] for index in range(first, stop)):
                    continue
                words = layout.words(first, stop)
                entries = gazetteer.places_named(words)
                if (
                    entries
                    and words[:1].isupper()
                    and words.lower() not in gazetteer.context("parts")
                ):
                    runs.append(Run(first, stop, words, "BODY", entries, kept=False))
                    break
    return runs


def _runs_of_peoples(draft: Draft) -> list[Run]:
    """The countries of the peoples that the article names: "Georgian"."""
    runs = []
    for mention in draft.mentions:
        if mention.kind == "nationality" and mention.form == "name":
            nation = nationalities.demonyms().get(mention.citation.words)
            entry = gazetteer.country_entries().get(nation.code) if nation else None
            if entry:
                tokens = draft.tokens_at(mention.citation)
                words = mention.citation.words
                runs.append(Run(tokens.start, tokens.end, words, "PEOPLE", (entry,), kept=False))
    return runs


def _tie(doc: Doc, runs: list[Run]) -> None:
    """Marks the runs that the next run contains: "Paris, Texas"."""
    for run, after in pairwise(runs):
        if not 0 <= after.start - run.end <= 1:
            continue
        between = [doc[index].text for index in range(run.end, after.start)]
        if between == [","] or (between == [] and after.label == "STATE"):
            run.within = after


def runs_at(draft: Draft, spans: Iterable[tuple[int, int]]) -> list[Run]:
    """Runs for given code points of the laid-out text, for measuring the resolution alone."""
    runs = []
    for start, end in spans:
        tokens = draft.doc.char_span(start, end, alignment_mode="expand") or draft.doc[0:0]
        words = " ".join(draft.doc.text[start:end].split())
        entries = _state(words) or gazetteer.places_named(words)
        label = "STATE" if _state(words) else "GPE"
        runs.append(Run(tokens.start, tokens.end, words, label, entries))
    _tie(draft.doc, runs)
    return runs
