"""Which words of an article may name a place: what the pipeline found, repaired by the whole article."""

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Token

from ...lexicon import gazetteer, nationalities, titles
from ...lexicon.gazetteer import Entry
from ..draft import Draft
from .layout import Layout, Run, beside_place, opens_dateline, stands_as_place, state_of
from .neighbourhood import Ground, in_list_of_places, may_stand, release

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "‘s"})
_LONGEST = 6
_PARTIES = frozenset({"R", "D", "I", "R.", "D.", "I."})
"""Of a member of Congress: "(R., Iowa)" tells whom somebody stands for, not where anything is."""
_KNOWN_WITHOUT_CONTEXT = 60_000
"""Towns from this size count as places wherever their name stands and nothing says otherwise."""


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
    runs += _table_runs(layout, known, None)
    around = _runs_in_bodies(layout) + _runs_of_peoples(draft)
    ground = Ground(runs + around)
    if ground.points:
        release(draft, layout, ground)
        # Twice, since a name in the middle of a list is told by a neighbour that was told itself.
        for _ in range(2):
            runs += _table_runs(layout, known, ground)
    runs += [run for run in around if layout.is_free_of_places(run.start, run.end)]
    runs.sort(key=lambda run: run.start)
    _as_divisions(layout, runs)
    _tie(draft.doc, runs)
    return runs


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
    if after in gazetteer.context("illnesses") or layout.stands_for_illness(start, end):
        return True
    return after in gazetteer.context("ways") and layout.text[end][0].isupper()


def _is_dash(token: Token) -> bool:
    """Whether a token parts names: white space, or a dash with space around it."""
    if token.is_space:
        return True
    return token.text in {"-", "--", "–", "—"} and bool(token.whitespace_)


def _pipeline_run(layout: Layout, start: int, end: int, label: str) -> Run | None:
    words = layout.words(start, end)
    state = state_of(words)
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
        entries = state_of(layout.words(rest, end)) or gazetteer.places_named(
            layout.words(rest, end)
        )
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
        if layout.lower[last - 1] in gazetteer.context("parts"):
            continue
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


def _table_runs(layout: Layout, known: set[str], ground: Ground | None) -> list[Run]:
    """The runs that only the gazetteer knows; with `ground` those that their neighbourhood tells as well."""
    runs = []
    for index in layout.capitals:
        if layout.found[index] or layout.kind[index]:
            continue
        found = _table_run(layout, index, known, ground)
        if found:
            layout.keep(found)
            runs.append(found)
            known.add(found.words.lower())
    return runs


def _table_run(layout: Layout, index: int, known: set[str], ground: Ground | None) -> Run | None:
    text = layout.text
    word = text[index]
    state = state_of(word)
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
        if layout.lower[index] == "the" and not any(e.name.startswith("The ") for e in entries):
            return None  # the article is no part of the name, as it is of The Hague
        if entries and (
            _is_place(layout, index, end, words, entries, known)
            or (ground is not None and _is_told_by(ground, layout, index, end, entries))
        ):
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
    if stands_as_place(layout, start, end):
        return True
    if beside_place(layout, start, end) and any(entry.first for entry in entries):
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


def _is_told_by(
    ground: Ground, layout: Layout, start: int, end: int, entries: tuple[Entry, ...]
) -> bool:
    """Whether a name is told as a place by what stands around it and lies around it."""
    words = layout.words(start, end)
    if entries[0].common or _is_other(layout, start, end) or len(words) < 4:
        return False
    if words.isupper() or words.lower() in gazetteer.context("directions"):
        return False
    if end - start == 1 and (titles.is_head(words.lower()) or titles.is_modifier(words.lower())):
        return False
    if layout.is_part_of_name(start, end):
        return False
    listed = in_list_of_places(layout, start, end)
    return (listed or may_stand(layout, start, end)) and ground.close(entries)


def _is_acronym(layout: Layout, words: str, start: int, entries: tuple[Entry, ...]) -> bool:
    """Whether a short word in capitals stands among words that are not: an acronym, unless of a country."""
    if not words.isupper() or len(words) > 5 or any(entry.kind == "country" for entry in entries):
        return False
    return not layout.doc[start].sent.text.isupper() and not opens_dateline(
        layout, start, start + 1
    )


def _runs_in_bodies(layout: Layout) -> list[Run]:
    """The places in the names of bodies: "Lamar County" in "Lamar County Sheriff's Office". Towns count in
    bodies of a town ("... Police Department") or when they are large, since many bodies are called after words
    that name a village somewhere."""
    runs = []
    for start, end in layout.bodies:
        starts = [start]
        if end - start > 2 and layout.lower[start + 1] == "of":
            starts.append(start + 2)
        is_local = layout.lower[end - 1] in gazetteer.context("sites")
        for first in starts:
            for stop in range(min(end, first + 4), first, -1):
                words = layout.words(first, stop)
                if any(layout.found[first:stop]) or not words[:1].isupper():
                    continue
                if words.lower() in gazetteer.context("parts"):
                    continue
                entries = tuple(
                    entry
                    for entry in gazetteer.places_named(words)
                    if entry.first
                    and (is_local or entry.kind != "town" or entry.people >= _KNOWN_WITHOUT_CONTEXT)
                )
                if entries and (stop < end or first > start):
                    kept = first == start and _is_seat(layout, stop, end, entries)
                    runs.append(Run(first, stop, words, "BODY", entries, kept=kept))
                    break
    return runs


_AUTHORITIES = frozenset({"government", "armed-force"})


def _is_seat(layout: Layout, stop: int, end: int, entries: tuple[Entry, ...]) -> bool:
    """Whether the first words of the name of an authority say where it governs: "Lamar County Court". Countries
    are left out: their governments and armies are actors wherever they are. What bears the name of a town
    must be of a kind that towns have, for ministers and ministries are called like villages."""
    best = entries[0]
    if layout.kind[stop - 1] not in _AUTHORITIES or best.common or best.kind == "country":
        return False
    if best.kind != "town":
        return True
    return layout.lower[end - 1] in gazetteer.context("sites") and (
        end - stop > 1 or layout.lower[end - 1] not in _OF_STATES
    )


_OF_STATES = frozenset({"department", "authority", "center", "centre", "board"})


def _runs_of_peoples(draft: Draft) -> list[Run]:
    """The countries of the peoples that the article names: "Georgian"."""
    runs = []
    for mention in draft.mentions:
        if mention.kind == "nationality" and mention.form in {"name", "adjective"}:
            nation = nationalities.demonyms().get(mention.citation.words)
            entry = gazetteer.country_entries().get(nation.code) if nation else None
            if entry:
                tokens = draft.tokens_at(mention.citation)
                words = mention.citation.words
                runs.append(Run(tokens.start, tokens.stop, words, "PEOPLE", (entry,), kept=False))
    return runs


_SIDES = frozenset({"western", "eastern", "northern", "southern", "central", "upstate"})


def _as_divisions(layout: Layout, runs: list[Run]) -> None:
    """Leaves of "western New York" and "Washington state" the state, and not the town of its name: a town has no such
    sides."""
    for run in runs:
        before = layout.lower[run.start - 1] if run.start else ""
        after = layout.lower[run.end] if run.end < layout.size else ""
        if before not in _SIDES and after != "state":
            continue
        states = tuple(entry for entry in run.entries if entry.kind == "region" and entry.first)
        towns = [entry for entry in run.entries if entry.kind == "town"]
        if states and any(town.country == state.country for town in towns for state in states):
            run.entries, run.label = states, "STATE"
            run.part = run.part or before in _SIDES


def _tie(doc: Doc, runs: list[Run]) -> None:
    """Marks the runs that the next run contains ("Paris, Texas") and those that stand aside ("R., Texas")."""
    for run, after in pairwise(runs):
        if not 0 <= after.start - run.end <= 1:
            continue
        between = [doc[index].text for index in range(run.end, after.start)]
        if between == [","] or (between == [] and after.label == "STATE"):
            run.within = after
    for run in runs:
        first = run.start
        if first > 1 and doc[first - 1].text in {",", "-"} and doc[first - 2].text in _PARTIES:
            run.aside = True


def runs_at(draft: Draft, spans: Iterable[tuple[int, int]]) -> list[Run]:
    """Runs for given code points of the laid-out text, for measuring the resolution alone."""
    runs = []
    for start, end in spans:
        tokens = draft.doc.char_span(start, end, alignment_mode="expand") or draft.doc[0:0]
        words = " ".join(draft.text[start:end].split())
        entries = state_of(words) or gazetteer.places_named(words)
        label = "STATE" if state_of(words) else "GPE"
        runs.append(Run(tokens.start, tokens.end, words, label, entries))
    _tie(draft.doc, runs)
    return runs
