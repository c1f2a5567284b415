"""Why a claim has so many independent sources and not more: everything that its page shows."""

from ..model.actor import StoryVoice
from ..model.claim import Change, Claim, Conflict, Report, Series, StoryEvent, Utterance
from ..model.lineage import Newsroom, Passage
from ..model.text import Citation, Reference
from ..model.value import Value
from ..views.sources import citation_of
from .current import Sight

MOST_REPORTS = 200
"""Reports listed on one page of a claim; the rest on further pages."""


class Source(Value, frozen=True):
    """One counted source: a newsroom, the voice that it rests on, and where that can be read."""

    newsroom: Reference
    voice: Reference
    citation: Citation


class Uncounted(Value, frozen=True):
    """A newsroom that has the claim and adds no source, with its articles, voices and the reason."""

    newsroom: Reference
    voices: tuple[Reference, ...]
    articles: int
    reason: str
    citation: Citation


class Explained(Value, frozen=True):
    """A claim with all that its standing rests on. Exactly one of `event`, `utterance` and `series` is
    given unless the claim is about a role. `related` are other claims about the same thing, `outer` those about
    what threatens, demands or denies it, or what it is inside of. `voices` tell which may be the same."""

    claim: Claim
    sources: tuple[Source, ...]
    uncounted: tuple[Uncounted, ...]
    newsrooms: tuple[Newsroom, ...]
    voices: tuple[StoryVoice, ...]
    voice_names: dict[str, str]
    passages: tuple[Passage, ...]
    conflicts: tuple[Conflict, ...]
    changes: tuple[Change, ...]
    related: tuple[Claim, ...]
    outer: tuple[Claim, ...]
    event: StoryEvent | None = None
    utterance: Utterance | None = None
    series: Series | None = None


def explain(sight: Sight, claim: Claim) -> Explained:
    """All that the standing of a claim rests on."""
    index, store = sight.index, sight.snapshot
    standing = claim.standing
    voices = store.some(StoryVoice, [voice.id for voice in standing.voices])
    event = store.one(StoryEvent, claim.about) if claim.kind == "event" else None
    series_id = index.series_of_point.get(claim.about)
    about = store.claim_ids_about([claim.about, *([event.about] if event and event.about else [])])
    articles = {report.article for report in claim.reports}
    passages = store.some(
        Passage,
        dict.fromkeys(
            id for article in sorted(articles) for id in index.passages_of.get(article, ())
        ),
    )
    return Explained(
        claim=claim,
        sources=tuple(
            Source(newsroom=room, voice=voice, citation=citation_of(_best(claim, room, voice)))
            for room, voice in standing.pairs
            if _reports(claim, room)
        ),
        uncounted=_uncounted(claim),
        newsrooms=store.some(Newsroom, [room.id for room in standing.newsrooms]),
        voices=voices,
        voice_names={
            id: index.voices.get(id, id) for voice in voices for id in voice.same_as_maybe
        },
        passages=tuple(p for p in passages if p.from_ in articles and p.to in articles),
        conflicts=store.some(Conflict, index.conflicts_of.get(claim.id, ())),
        changes=store.some(Change, index.changes_of.get(series_id or claim.about, ())),
        related=store.some(Claim, [id for id in about.get(claim.about, ()) if id != claim.id]),
        outer=store.some(Claim, about.get(event.about, ()) if event and event.about else ()),
        event=event,
        utterance=store.one(Utterance, claim.about) if claim.kind == "utterance" else None,
        series=store.one(Series, series_id) if series_id else None,
    )


def _reports(claim: Claim, newsroom: Reference) -> list[Report]:
    return [report for report in claim.reports if report.newsroom.id == newsroom.id]


def _best(claim: Claim, newsroom: Reference, voice: Reference) -> Report:
    """The report to read for a counted pair: that voice in that newsroom, in the text, the shortest."""
    return min(
        _reports(claim, newsroom),
        key=lambda report: (
            report.voice.id != voice.id,
            report.part != "text",
            len(report.words),
            report.article,
            report.start,
        ),
    )


def _uncounted(claim: Claim) -> tuple[Uncounted, ...]:
    counted = {newsroom.id for newsroom, _ in claim.standing.pairs}
    found = []
    for newsroom in claim.standing.newsrooms:
        reports = _reports(claim, newsroom)
        if newsroom.id in counted or not reports:
            continue
        own = newsroom.name + " "
        reasons = [r.removeprefix(own) for r in claim.standing.reasons if r.startswith(own)]
        found.append(
            Uncounted(
                newsroom=newsroom,
                voices=tuple({report.voice.id: report.voice for report in reports}.values()),
                articles=len({report.article for report in reports}),
                reason="; ".join(reasons) or "it rests on a source that is counted already",
                citation=citation_of(_best(claim, newsroom, reports[0].voice)),
            )
        )
    return tuple(found)
