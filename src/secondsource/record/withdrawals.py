"""Withdrawn articles: they stay in the record with their reason, and support nothing any more.

A claim keeps all its reports, so that nothing disappears; its standing is that of the reports which
still stand. One that rested on withdrawn articles alone is unsupported and flagged so.
"""

from collections.abc import Mapping, Sequence

import msgspec

from ..model.actor import StoryVoice
from ..model.claim import Claim, Conflict, Flag, Report, Standing
from ..model.record import Record
from ..model.text import Reference
from .standing import UNSTATED_VOICE, standing_of
from .voices import newsroom_voice


def with_withdrawals(record: Record, reasons: Mapping[str, str]) -> Record:
    """The record with these articles (`{id: reason}`) withdrawn."""
    if not reasons:
        return record
    known = {row.id for row in record.articles}
    # A chapter has reports of the next one's articles too.
    known.update(report.article for claim in record.claims for report in claim.reports)
    held = {id: reasons[id] for id in sorted(known & reasons.keys())}
    if not held:
        return record
    voices = {voice.id: voice for voice in record.voices} | _witnesses(record)
    claims = tuple(_without(claim, held, voices) for claim in record.claims)
    fallen = {claim.id for claim in claims if "withdrawn" in claim.standing.flags}
    return msgspec.structs.replace(
        record,
        articles=tuple(
            msgspec.structs.replace(row, status="withdrawn", reason=held[row.id])
            if row.id in held and row.status == "read"
            else row
            for row in record.articles
        ),
        claims=tuple(_uncontested(claim, record.conflicts, fallen) for claim in claims),
    )


def _witnesses(record: Record) -> dict[str, StoryVoice]:
    """The voices of newsrooms, and whoever else a claim names that is no voice of the record."""
    found: dict[str, StoryVoice] = {}
    known = {voice.id for voice in record.voices}
    newsrooms = {
        newsroom_voice(Reference(id=item.id, name=item.name)).id: item.name
        for item in record.newsrooms
    }
    for claim in record.claims:
        for report in claim.reports:
            voice = report.voice
            if voice.id in known:
                continue
            own = newsrooms.get(voice.id)
            unstated = voice.id == UNSTATED_VOICE.id or own is None
            found[voice.id] = StoryVoice(
                id=voice.id,
                name=voice.name,
                kind="unstated" if unstated else "newsroom",
                description=None,
                affiliation=None,
                party=None if unstated else voice.name,
            )
    return found


def _without(claim: Claim, withdrawn: Mapping[str, str], voices: Mapping[str, StoryVoice]) -> Claim:
    """The claim with the standing of the reports that are not withdrawn."""
    left = [report for report in claim.reports if report.article not in withdrawn]
    if len(left) == len(claim.reports):
        return claim
    why = _reasons(claim.reports, withdrawn)
    if left:
        standing = standing_of(left, voices, claim.standing.flags)
        standing = msgspec.structs.replace(standing, reasons=(*standing.reasons, *why))
    else:
        flags: set[Flag] = {*claim.standing.flags, "withdrawn"}
        standing = Standing(
            label="unsupported",
            flags=tuple(sorted(flags)),
            independent=0,
            independent_at_most=0,
            newsrooms=(),
            voices=(),
            reasons=("all that it rested on was withdrawn", *why),
        )
    return msgspec.structs.replace(claim, standing=standing)


def _reasons(reports: Sequence[Report], withdrawn: Mapping[str, str]) -> tuple[str, ...]:
    articles = sorted({report.article for report in reports if report.article in withdrawn})
    return tuple(
        f"article {article} was withdrawn and counts for nothing: {withdrawn[article]}"
        for article in articles
    )


def _uncontested(claim: Claim, conflicts: Sequence[Conflict], fallen: set[str]) -> Claim:
    """The claim without the flag `contested` where all that contests it was withdrawn."""
    if "contested" not in claim.standing.flags or claim.id in fallen:
        return claim
    against = [set(item.claims) - {claim.id} for item in conflicts if claim.id in item.claims]
    if not against or any(not others <= fallen for others in against):
        return claim
    flags = tuple(flag for flag in claim.standing.flags if flag != "contested")
    return msgspec.structs.replace(
        claim, standing=msgspec.structs.replace(claim.standing, flags=flags)
    )
