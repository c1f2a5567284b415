"""Standing board: every claim with how well it is supported and why."""

from ..errors import NoSuchClaim
from ..model.claim import Claim
from ..model.record import Record

KINDS = ("event", "figure", "utterance", "role")


def standing_board(
    record: Record, label: str | None = None, kind: str | None = None
) -> tuple[Claim, ...]:
    """The claims, best supported first, those that a person judged wrong last; only those of a label or
    kind if one is given."""
    aside = [item.claim for item in record.set_aside]
    return tuple(
        sorted(
            (
                claim
                for claim in (*record.claims, *aside)
                if (label is None or claim.standing.label == label)
                and (kind is None or claim.kind == kind)
            ),
            key=best_first,
        )
    )


def best_first(claim: Claim) -> tuple[bool, int, int, int, int, str]:
    """The place of a claim on the board: by independent sources, newsrooms, reports, kind, id."""
    return (
        claim.judged == "wrong",
        -claim.standing.independent,
        -len(claim.standing.newsrooms),
        -len(claim.reports),
        KINDS.index(claim.kind),
        claim.id,
    )


def find_claim(record: Record, start_of_id: str) -> Claim:
    """The claim whose id begins so. Raises KeyError when there is none or more than one."""
    claims = (*record.claims, *(item.claim for item in record.set_aside))
    found = [claim for claim in claims if claim.id.startswith(start_of_id)]
    if len(found) != 1:
        raise NoSuchClaim(f"{len(found)} claims have an id that begins with {start_of_id!r}")
    return found[0]
