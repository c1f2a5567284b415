"""From judgements to what holds: subjects found, contradictions settled and kept in sight.

Of two judgements that contradict each other the newer one holds (by `when`, then by id), and the other
is reported as overruled. A `not-same` holds against every `same` that would only by way of a third
bring its pair together: then the oldest such `same` gives way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

import msgspec

from ...model.judgement import Judgement, in_order
from ...model.mention import Mention
from ...model.reading import Reading
from . import Judged, Ruling, Ties, pair_of
from .subjects import Subject, Subjects

PAIRS = frozenset({"same", "not-same", "unsure"})
WHOLE = frozenset({"claim", "actor"})
"""Values of `wrong` and `confirmed` that reach beyond the subjects themselves."""

GROUPED = ("actor", "event", "figure", "utterance")
"""Kinds of subjects of which two can be the same; voices are judged by their statements."""

Pair = tuple[str, str]


@dataclass
class _Draft:
    """Working values of one settling: of each judgement what it has found and what overruled it."""

    subjects: Subjects
    found: dict[str, list[Subject]] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    overruled: dict[str, list[str]] = field(default_factory=dict)
    echoes: dict[tuple[str, Pair], list[Judgement]] = field(default_factory=dict)
    """Older judgements that say of a pair what the one that holds says: they stand and fall with it."""
    held: set[str] = field(default_factory=set)

    def overrule(self, older: Judgement, because: str) -> None:
        reasons = self.overruled.setdefault(older.id, [])
        if because not in reasons:
            reasons.append(because)


def settle(
    judgements: Sequence[Judgement],
    subjects: Subjects,
    grown: Mapping[str, Sequence[tuple[str, ...]]] = {},
) -> Judged:
    """What holds of these judgements among these subjects. `grown` gives for judgements about whole
    claims or actors all mentions that these have now, claim by claim; without it they do nothing yet."""
    draft = _Draft(subjects)
    newest_first = sorted(judgements, key=in_order, reverse=True)
    for judgement in newest_first:
        _look_up(judgement, draft)
    fitting = [judgement for judgement in newest_first if judgement.id not in draft.faults]
    pairs = _newest_pairs(fitting, draft)
    by_kind = {kind: _ties(kind, pairs, draft) for kind in (*GROUPED, "voice")}
    decided = _newest_decisions(fitting, draft, grown)
    _newest_reliability(fitting, draft)
    wrong = {item: by.id for item, by in decided.items() if by.decision == "wrong"}
    # A claim that is wrong as a whole stays one claim, though what held it together may be gone.
    whole = [
        pair_of(one, two)
        for groups in grown.values()
        for group in groups
        for one, two in pairwise(group)
        if one in wrong and two in wrong
    ]

    def with_wrong(kind: str) -> Ties:
        ties = by_kind[kind]
        of_kind = [pair for pair in whole if subjects.by_id[pair[0]].kind == kind]
        together = tuple(sorted({*ties.together, *of_kind}))
        return replace(ties, together=together, wrong=frozenset(wrong))

    unsure = {
        (kind, pair) for (kind, pair), judgement in pairs.items() if judgement.decision == "unsure"
    }

    return Judged(
        actors=by_kind["actor"],
        events=with_wrong("event"),
        figures=with_wrong("figure"),
        utterances=with_wrong("utterance"),
        voices=by_kind["voice"],
        unsure=frozenset(pair for kind, pair in unsure if kind != "voice"),
        unsure_voices=frozenset(pair for kind, pair in unsure if kind == "voice"),
        wrong=wrong,
        confirmed={item: by.id for item, by in decided.items() if by.decision == "confirmed"},
        rulings=tuple(_ruling(judgement, draft) for judgement in sorted(judgements, key=in_order)),
    )


def _look_up(judgement: Judgement, draft: _Draft) -> None:
    """Finds the subjects, or the fault that keeps the judgement from fitting anything."""
    found = [subject for subject in draft.subjects.found(judgement) if subject is not None]
    draft.found[judgement.id] = found
    missing = len(judgement.subjects) - len(found)
    if not found:
        draft.faults[judgement.id] = "nothing that it is about is in the story any more"
        return
    if judgement.decision not in PAIRS:
        return
    kinds = sorted({subject.kind for subject in found})
    if len(kinds) > 1:
        draft.faults[judgement.id] = f"{' and '.join(kinds)} cannot be one"
    elif kinds[0] not in GROUPED:
        draft.faults[judgement.id] = f"two of the kind {kinds[0]} are not held against each other"
    elif len({subject.id for subject in found}) < 2:
        draft.faults[judgement.id] = f"{missing} of its subjects are not in the story any more"


def _newest_pairs(
    newest_first: Sequence[Judgement], draft: _Draft
) -> dict[tuple[str, Pair], Judgement]:
    """For each kind and pair the judgement that holds."""
    holding: dict[tuple[str, Pair], Judgement] = {}
    for judgement in newest_first:
        if judgement.decision not in PAIRS:
            continue
        found = draft.found[judgement.id]
        kind = "voice" if judgement.value == "voice" else found[0].kind
        for one, two in combinations(dict.fromkeys(item.id for item in found), 2):
            key = (kind, pair_of(one, two))
            newer = holding.setdefault(key, judgement)
            if newer.decision != judgement.decision:
                draft.overrule(judgement, _by(newer))
            elif judgement.decision == "same":
                draft.echoes.setdefault(key, []).append(judgement)
            else:
                # Whether a `same` holds is known when all ties are (see `_ties`).
                draft.held.add(judgement.id)
    return holding


def _by(judgement: Judgement) -> str:
    return (
        f"{judgement.who} decided {judgement.decision}"
        f"{f' {judgement.value}' if judgement.decision == 'reliability' else ''}"
        f" on {judgement.when} ({judgement.id})"
    )


def _ties(kind: str, pairs: Mapping[tuple[str, Pair], Judgement], draft: _Draft) -> Ties:
    """The ties of one kind: what is kept apart stays apart, also by way of a third."""
    mine = [(pair, judgement) for (of, pair), judgement in pairs.items() if of == kind]
    parting = {pair: judgement for pair, judgement in mine if judgement.decision != "same"}
    entity = {item.id: item.entity or item.id for found in draft.found.values() for item in found}
    apart = Ties(apart=frozenset(pair_of(*(entity[i] for i in pair)) for pair in parting))
    group: dict[str, frozenset[str]] = {}
    together: list[Pair] = []
    joining = [(pair, judgement) for pair, judgement in mine if judgement.decision == "same"]
    # Newest first, and pairs in their order: of several that cannot all hold, the oldest gives way.
    for pair, judgement in sorted(
        joining, key=lambda item: (*in_order(item[1]), item[0]), reverse=True
    ):
        first, second = (group.get(entity[i], frozenset({entity[i]})) for i in pair)
        if first != second and apart.part(first, second):
            blocking = next(
                by
                for kept, by in sorted(parting.items(), key=lambda item: item[0])
                if {entity[kept[0]], entity[kept[1]]} <= first | second
            )
            for each in draft.echoes.get((kind, pair), [judgement]):
                draft.overrule(each, f"by way of a third it would join what {_by(blocking)}")
            continue
        whole = first | second
        group.update(dict.fromkeys(sorted(whole), whole))
        together.append(pair)
        draft.held.update(each.id for each in draft.echoes.get((kind, pair), [judgement]))
    return Ties(together=tuple(sorted(together)), apart=frozenset(parting))


def _newest_decisions(
    newest_first: Sequence[Judgement],
    draft: _Draft,
    grown: Mapping[str, Sequence[tuple[str, ...]]],
) -> dict[str, Judgement]:
    """For each mention that is judged wrong or confirmed the judgement that holds."""
    holding: dict[str, Judgement] = {}
    for judgement in newest_first:
        if judgement.decision not in ("wrong", "confirmed"):
            continue
        for item in dict.fromkeys(_reached(judgement, draft, grown)):
            newer = holding.setdefault(item, judgement)
            if newer.decision == judgement.decision:
                draft.held.add(judgement.id)
            else:
                draft.overrule(judgement, _by(newer))
    return holding


def _reached(
    judgement: Judgement, draft: _Draft, grown: Mapping[str, Sequence[tuple[str, ...]]]
) -> Iterator[str]:
    """The mentions that a judgement decides about: the subjects, all that an article tells, and for
    whole claims and actors what they have now."""
    if judgement.value in WHOLE and judgement.decision == "wrong" and judgement.id not in grown:
        # Where it reaches is not known yet; what it says of its subjects holds for the order only.
        draft.held.add(judgement.id)
        return
    for subject in draft.found[judgement.id]:
        if subject.kind == "article":
            yield from (item.id for item in draft.subjects.of_article.get(subject.id, ()))
        yield subject.id
    for group in grown.get(judgement.id, ()):
        yield from group


def _newest_reliability(newest_first: Sequence[Judgement], draft: _Draft) -> None:
    """Of each newsroom (or article) the newest letter holds."""
    holding: dict[str, Judgement] = {}
    for judgement in newest_first:
        if judgement.decision != "reliability":
            continue
        for subject in draft.found[judgement.id]:
            newer = holding.setdefault(subject.id, judgement)
            if newer.value == judgement.value:
                draft.held.add(judgement.id)
            else:
                draft.overrule(judgement, _by(newer))


def _ruling(judgement: Judgement, draft: _Draft) -> Ruling:
    found = tuple(subject.id for subject in draft.found[judgement.id])
    if judgement.id in draft.faults:
        return Ruling(judgement, found, "fits-nothing", draft.faults[judgement.id])
    reasons = draft.overruled.get(judgement.id, [])
    if reasons and judgement.id not in draft.held:
        return Ruling(judgement, found, "overruled", "; ".join(reasons))
    missing = len(judgement.subjects) - len(found)
    notes = [f"{missing} of {len(judgement.subjects)} subjects are not in the story any more"]
    moved = [item for item in found if item not in judgement.subjects]
    said = notes if missing else []
    if moved:
        said.append(f"{len(moved)} of its subjects were found again by their words")
    said += [f"in part overruled: {reason}" for reason in reasons]
    return Ruling(judgement, found, "applied", "; ".join(said) or "holds")


def corrected(readings: Sequence[Reading], judged: Judged) -> tuple[Reading, ...]:
    """The readings without the mentions of actors that are judged wrong, and with mentions of one
    article's chain that are two parted into chains of their own."""
    parted = judged.actors.apart
    touched = {item for pair in parted for item in pair} | set(judged.wrong)
    return tuple(
        msgspec.structs.replace(reading, mentions=tuple(_mentions(reading, judged, parted)))
        if any(mention.id in touched for mention in reading.mentions)
        else reading
        for reading in readings
    )


def _mentions(reading: Reading, judged: Judged, parted: frozenset[Pair]) -> Iterator[Mention]:
    entity = {mention.id: mention.entity for mention in reading.mentions}
    moved = {
        two if two != entity[one] else one
        for one, two in parted
        if one in entity and entity.get(two) == entity[one]
    }
    for mention in reading.mentions:
        if mention.id in judged.wrong:
            continue
        if mention.id in moved:
            mention = msgspec.structs.replace(mention, entity=mention.id)
        yield mention
