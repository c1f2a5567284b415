"""Reliability of sources and credibility of claims, in the letters and numbers of the Admiralty code.

The code rates a source and a piece of information apart from each other (NATO STANAG 2511 and
AJP-2.1; the wording is that of US Army FM 2-22.3, appendix B, "Source and Information Reliability
Matrix"). Reliability, A to F, says how far a source can be relied on by what is known of its past; no
program can know that, so it is what a person sets with `judge STORY reliability NEWSROOM
--value B`, and F, cannot be judged, until then. Credibility, 1 to 6, is derived from the standing:

== ====================== ==============================================================================
1  confirmed by others     `corroborated` (2 or more independent sources), nothing independent against it
2  probably true           not confirmed, nothing against it, and told by several newsrooms or voices that
                           may be different sources (`reported`, or `independent_at_most` of 2 or more)
3  possibly true           confirmed, but contested by an independent report or denied by a party
                           concerned: it agrees with some other information and not with all
4  doubtful                one source, contested or denied
5  improbable              one source at most, and what it is contested by is corroborated; or judged
                           wrong by a person
6  cannot be judged        one source and no other information, or none
== ====================== ==============================================================================

The matrix also asks whether information is "logical in itself". That is not judged here, which is why a
claim that stands alone is a 6 and never a 3. `confirmed` by a person changes nothing: it is a
judgement, not a source. `superseded` changes nothing either: what was planned was truly planned.
"""

from collections.abc import Mapping
from typing import Any

from ..model.claim import Claim
from ..model.record import Record

UNRATED = "F"
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}


def reliabilities(record: Record) -> dict[str, str]:
    """Newsroom id -> the letter that a person gave it; newsrooms without one are F."""
    rated = [
        judgement
        for judgement in record.judgements
        if judgement.decision == "reliability" and judgement.status == "applied"
    ]
    return {
        newsroom: judgement.value or UNRATED
        for judgement in sorted(rated, key=lambda item: (item.when, item.id))
        for newsroom in judgement.items
    }


def opponents(record: Record) -> dict[str, tuple[Claim, ...]]:
    """Claim id -> the claims that cannot be true if it is, by the record's conflicts."""
    by_id = {claim.id: claim for claim in record.claims}
    found: dict[str, dict[str, Claim]] = {}
    for conflict in record.conflicts:
        for one in conflict.claims:
            for two in conflict.claims:
                if one != two and two in by_id:
                    found.setdefault(one, {})[two] = by_id[two]
    return {claim: tuple(found[claim].values()) for claim in sorted(found)}


def credibility(claim: Claim, against: Mapping[str, tuple[Claim, ...]]) -> int:
    """1 to 6 by the table above; `against` is what `opponents` gave for the record."""
    standing = claim.standing
    if claim.judged == "wrong":
        return 5
    speaks_against = bool({"contested", "denied"} & set(standing.flags))
    if standing.label == "corroborated":
        return 3 if speaks_against else 1
    if speaks_against:
        better = any(other.standing.label == "corroborated" for other in against.get(claim.id, ()))
        return 5 if better else 4
    if standing.label == "reported" or standing.independent_at_most > 1:
        return 2
    return 6


def claim_object(
    claim: Claim,
    against: Mapping[str, tuple[Claim, ...]],
    letters: Mapping[str, str],
) -> dict[str, Any]:
    """A claim for export: with its `credibility`, and each report with the `reliability` of its
    newsroom."""
    plain = claim.to_dict()
    for report in plain["reports"]:
        report["reliability"] = letters.get(report["newsroom"]["id"], UNRATED)
    plain["credibility"] = credibility(claim, against)
    return plain
