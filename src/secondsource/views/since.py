"""Since: what a record holds now that an earlier one did not.

Two records of one story have other ids for the same item when the item grew, so items are known again by the
mentions that they hold, and where an article was replaced by a newer version, by their words.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..model.claim import Change, Claim, SeriesPoint, StoryEvent
from ..model.record import ArticleRow, Record
from ..model.text import Citation
from ..model.value import Value
from .agenda import AgendaItem, agenda
from .claimed import Claimed, place_of
from .sources import best_report, citation_of

Key = tuple[str, ...]


class SinceClaim(Value, frozen=True):
    """A claim, with the words that show it best; `claimed` are those of them that tell of it, where the
    sentence tells of more, `speaker` is who said it if the claim is that something was said. `was` and `became` say what of it changed: the number of its independent
    sources, or what contests it."""

    claim: Claim
    words: str
    citations: tuple[Citation, ...]
    claimed: str | None = None
    speaker: str | None = None
    was: str | None = None
    became: str | None = None


class SinceAgenda(Value, frozen=True):
    """Something with a date whose state is another than before, or that is new (`was` is null)."""

    item: AgendaItem
    was: str | None
    became: str


class Since(Value, frozen=True):
    """What is new. `before` and `now` are the days of the two records (their newest publication), `point` is
    what was asked for. Claims stand in the order of their support."""

    point: str
    before: str | None
    now: str | None
    articles: tuple[ArticleRow, ...]
    withdrawn: tuple[ArticleRow, ...]
    versions: tuple[Change, ...]
    second_sourced: tuple[SinceClaim, ...]
    contested: tuple[SinceClaim, ...]
    fallen: tuple[SinceClaim, ...]
    figures: tuple[Change, ...]
    agenda: tuple[SinceAgenda, ...]
    claims: tuple[SinceClaim, ...]


def since(before: Record, now: Record, point: str) -> Since:
    """What `now` holds that `before` did not: new claims, claims that have a second source now or lost all that
    they had, new contradictions, figures that moved, and what of the agenda is due, held or overdue."""
    earlier = earlier_claims(before, now)
    fresh: list[SinceClaim] = []
    second: list[SinceClaim] = []
    contested: list[SinceClaim] = []
    fallen: list[SinceClaim] = []
    claimed = Claimed(now)
    for claim in sorted(now.claims, key=_by_weight):
        old = earlier[claim.id]
        if not old:
            fresh.append(_shown(claim, claimed))
        most = max((one.standing.independent for one in old), default=0)
        least = claim.standing.independent
        if old and most < 2 <= least:
            second.append(_shown(claim, claimed, _sources(most), _sources(least)))
        if old and most > 0 and least == 0:
            fallen.append(_shown(claim, claimed, _sources(most), _sources(0)))
        if _is_contested(claim) and not any(_is_contested(one) for one in old):
            reasons = sorted(item.reason for item in now.conflicts if claim.id in item.claims)
            contested.append(_shown(claim, claimed, None, "; ".join(reasons) or None))
    rows = {row.id: row for row in before.articles}
    return Since(
        point=point,
        before=before.as_of,
        now=now.as_of,
        articles=tuple(row for row in now.articles if row.id not in rows and row.article),
        withdrawn=tuple(
            row
            for row in now.articles
            if row.status == "withdrawn"
            and (row.id not in rows or rows[row.id].status != "withdrawn")
        ),
        versions=tuple(_new_changes(before, now, "version")),
        second_sourced=tuple(second),
        contested=tuple(contested),
        fallen=tuple(fallen),
        figures=tuple(_new_changes(before, now, "figure")),
        agenda=tuple(_agenda(before, now)),
        claims=tuple(fresh),
    )


def earlier_claims(before: Record, now: Record) -> dict[str, tuple[Claim, ...]]:
    """By the id of each claim of `now`, the claims of `before` that it was then; none for a new one."""
    old_members = _members(before)
    by_member = {
        member: claim
        for claim in before.claims
        for member in sorted(old_members[claim.id], reverse=True)
    }
    return {
        id: tuple(
            {
                by_member[one].id: by_member[one] for one in sorted(members) if one in by_member
            }.values()
        )
        for id, members in _members(now).items()
    }


def _sources(number: int) -> str:
    return "1 independent source" if number == 1 else f"{number} independent sources"


def _is_contested(claim: Claim) -> bool:
    return "contested" in claim.standing.flags


def _by_weight(claim: Claim) -> tuple[int, int, int, str]:
    return (
        -claim.standing.independent,
        -len(claim.standing.newsrooms),
        -len(claim.reports),
        claim.id,
    )


def _shown(
    claim: Claim,
    claimed: Claimed,
    was: str | None = None,
    became: str | None = None,
) -> SinceClaim:
    best = citation_of(best_report(claim))
    return SinceClaim(
        claim=claim,
        words=best.words,
        citations=tuple(dict.fromkeys([best, *(citation_of(item) for item in claim.reports)])),
        claimed=claimed.of(claim),
        speaker=claimed.speaker(claim),
        was=was,
        became=became,
    )


def _members(record: Record) -> dict[str, frozenset[Key]]:
    """By what each claim can be known again: its mentions, and their words."""
    events = {event.id: event for event in record.events}
    utterances = {item.id: item for item in record.utterances}
    points = {point.id: point for line in record.series for point in line.points}
    at: dict[Key, list[SeriesPoint]] = {}
    for point in points.values():
        at.setdefault(place_of(point.sentence), []).append(point)
    found: dict[str, frozenset[Key]] = {}
    for claim in record.claims:
        members: set[Key] = set()
        event, utterance = events.get(claim.about), utterances.get(claim.about)
        if event is not None:
            places = {place_of(citation_of(report)) for report in claim.reports}
            for mention in event.mentions:
                if place_of(mention.sentence) in places:
                    said = mention.sentence.words
                    members.add((claim.status, mention.id))
                    members.add((claim.status, event.event_type, mention.words, said))
        elif utterance is not None:
            for statement in utterance.statements:
                members.add(("said", statement.id))
                members.add(("said", utterance.voice.name, statement.words))
        elif claim.about in points:
            bounds = {points[claim.about].low, points[claim.about].high} - {None}
            for place in {place_of(citation_of(report)) for report in claim.reports}:
                for point in at.get(place, ()):
                    if bounds & {point.low, point.high}:
                        said = point.sentence.words
                        members.add((claim.status, point.id))
                        members.add((claim.status, point.words, point.measured or "", said))
        else:
            members.add((claim.kind, claim.about))
        found[claim.id] = frozenset(members)
    return found


def _new_changes(before: Record, now: Record, kind: str) -> Iterator[Change]:
    known = {_words(change) for change in before.changes}
    for change in now.changes:
        if change.kind == kind and _words(change) not in known:
            yield change


def _words(change: Change) -> Key:
    cited: Iterable[Citation] = change.citations
    return (change.kind, change.was, change.became, *(one.words for one in cited))


def _told_at(item: AgendaItem, events: Mapping[str, StoryEvent]) -> list[str]:
    """By what an entry is known again: the mentions of its event, or the sentences of what is only announced."""
    event = events.get(item.id)
    if event is None:
        return [f"{cited.article}:{cited.start}" for cited in item.citations]
    return sorted(mention.id for mention in event.mentions)


def _agenda(before: Record, now: Record) -> Iterator[SinceAgenda]:
    """New appointments, and those whose state or day is another."""
    old: dict[str, AgendaItem] = {}
    of_before = {event.id: event for event in before.events}
    of_now = {event.id: event for event in now.events}
    for item in agenda(before):
        for id in _told_at(item, of_before):
            old[id] = item
    for item in agenda(now):
        known = [old[id] for id in _told_at(item, of_now) if id in old]
        if not known:
            yield SinceAgenda(item=item, was=None, became=item.state)
        elif known[0].state != item.state:
            yield SinceAgenda(item=item, was=known[0].state, became=item.state)
        elif known[0].when != item.when:
            yield SinceAgenda(
                item=item, was=f"{item.state} {known[0].when}", became=f"{item.state} {item.when}"
            )
