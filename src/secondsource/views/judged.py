"""Judgements in words: who decided what, when and why, beside the lines and claims that it is about."""

from collections.abc import Iterable, Sequence

import msgspec

from ..model.claim import Claim
from ..model.judgement import StoryJudgement
from ..model.record import Record
from .line import Line, Section
from .sources import best_report, cited_by

DECIDED = {
    "wrong": "judged wrong",
    "confirmed": "confirmed",
    "same": "held to be one with another",
    "not-same": "kept apart from another",
    "unsure": "not known to be one with another",
    "reliability": "its source was rated",
}
"""What the decisions are called for people, before "by"."""


def remark(judgement: StoryJudgement) -> str:
    """Who decided, when and why: "judged wrong by Amina Otieno on 2024-05-02, because ..."."""
    decided = f"{DECIDED[judgement.decision]} by {judgement.who} on {judgement.when}"
    return f"{decided}, because {judgement.why}"


def remarks(record: Record) -> dict[str, tuple[str, ...]]:
    """Claim id -> what people decided about it, for the claims of the record and those set aside."""
    by_id = {judgement.id: judgement for judgement in record.judgements}
    claims = (*record.claims, *(aside.claim for aside in record.set_aside))
    return {
        claim.id: tuple(
            remark(by_id[judgement]) for judgement in claim.judgements if judgement in by_id
        )
        for claim in claims
        if claim.judgements
    }


def judgement_notes(judgements: Iterable[StoryJudgement]) -> tuple[str, ...]:
    """Those of the judgements that do not hold, each with the reason, for a person to look at."""
    return tuple(
        f"judgement {judgement.id} ({judgement.decision}, {judgement.who} on {judgement.when})"
        f" {'is overruled' if judgement.status == 'overruled' else 'fits nothing'}:"
        f" {judgement.reason}"
        for judgement in judgements
        if judgement.status != "applied"
    )


def with_judgements(record: Record, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with people's remarks beside their lines, and, where something was judged wrong, a
    last section that says so. A confirmation is a remark and never adds to the standing."""
    if not record.judgements:
        return tuple(sections)
    known = remarks(record)
    found = [
        msgspec.structs.replace(
            section, lines=tuple(_remarked(line, known) for line in section.lines)
        )
        for section in sections
    ]
    if record.set_aside:
        found.append(
            Section(
                title="Judged wrong by a person, and left out above",
                lines=tuple(_line(aside.claim, known) for aside in record.set_aside),
                empty="Nothing was judged wrong.",
            )
        )
    return tuple(found)


def _remarked(line: Line, known: dict[str, tuple[str, ...]]) -> Line:
    also = tuple(_remarked(other, known) for other in line.also)
    notes = (*line.notes, *known.get(line.about, ()))
    if (notes, also) == (line.notes, line.also):
        return line
    return msgspec.structs.replace(line, notes=notes, also=also)


def _line(claim: Claim, known: dict[str, tuple[str, ...]]) -> Line:
    return Line(
        about=claim.id,
        words=best_report(claim).words,
        citations=cited_by(claim),
        status=claim.status,
        standing=claim.standing,
        notes=known.get(claim.id, ()),
    )
