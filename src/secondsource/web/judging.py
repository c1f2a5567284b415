"""What a person decides on a page becomes a judgement in corrections.jsonl; the next build applies it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ..corrections.file import append
from ..corrections.judging import judge
from ..corrections.subjects import Things, things_of
from ..errors import UsageError
from ..model.actor import Actor
from ..model.claim import Claim, Series, StoryEvent, Utterance
from ..model.judgement import Doubt, Judgement, StoryJudgement
from ..model.reading import Reading
from ..model.record import EMPTY, ArticleRow, Record
from ..model.value import Value
from .current import Sight

STATES = {
    "applied": "applied",
    "fits-nothing": "fits nothing in the story any more",
    "overruled": "overruled",
}
WAITS = "waits for the next build"


class Listed(Value, frozen=True):
    """A judgement with what came of it in the record."""

    judgement: Judgement
    state: str


def in_list(sight: Sight, some: Sequence[Judgement]) -> list[Listed]:
    """Judgements of the file with their state in the record; those that it does not know yet wait."""
    known = {item.id: item for item in sight.snapshot.some(StoryJudgement, [j.id for j in some])}
    return [Listed(judgement=j, state=_state(known.get(j.id))) for j in some]


def _state(known: StoryJudgement | None) -> str:
    if known is None:
        return WAITS
    return STATES[known.status] + (f": {known.reason}" if known.reason else "")


def judge_claim(folder: Path, sight: Sight, claim_id: str, form: Mapping[str, str]) -> Judgement:
    """Keeps what a form decides about a claim, alone or with the `other` claim that it names. Raises
    UsageError with what to do."""
    ids = [claim_id]
    decision = form.get("decision", "")
    if decision in ("same", "not-same", "unsure"):
        ids.append(_claim_id(form.get("other", "")))
    claims = sight.snapshot.some(Claim, ids)
    if len(claims) < len(ids):
        raise UsageError("The other claim is not in the record: copy the address of its page.")
    return _keep(folder, _things(sight, claims, ()), decision, ids, form)


def judge_doubt(folder: Path, sight: Sight, doubt_id: str, form: Mapping[str, str]) -> Judgement:
    """Keeps whether the two of a doubt are one. Raises UsageError with what to do."""
    doubt = sight.snapshot.one(Doubt, doubt_id)
    if doubt is None:
        raise UsageError("This pair is not in doubt any more: open the list again.")
    decision = form.get("decision", "")
    if decision not in ("same", "not-same", "unsure"):
        raise UsageError("Decide whether the two are one, two, or whether you are unsure.")
    ids = [reference.id for reference in doubt.items]
    about = [id for found in sight.snapshot.claim_ids_about(ids).values() for id in found]
    things = _things(sight, sight.snapshot.some(Claim, about), sight.snapshot.some(Actor, ids))
    return _keep(folder, things, decision, ids, form)


def subjects_of(sight: Sight, claim: Claim) -> frozenset[str]:
    """The ids of the mentions that a claim comes down to."""
    clusters = things_of(_record(sight, [claim], ()), ()).clusters
    return frozenset(m for thing in clusters if thing.id == claim.id for m in thing.mentions)


def _claim_id(words: str) -> str:
    """The id of a claim out of its address or itself."""
    found = re.fullmatch(r"(?:.*/claim/)?([0-9a-f]{6,64})(?:[?#].*)?", words.strip())
    if found is None:
        raise UsageError("Name the other claim: copy the address of its page.")
    return found.group(1)


def _keep(
    folder: Path, things: Things, decision: str, ids: Sequence[str], form: Mapping[str, str]
) -> Judgement:
    who, why = (" ".join(form.get(name, "").split()) for name in ("who", "why"))
    if not who or not why:
        raise UsageError("Say who decides, and why: both are kept with the judgement.")
    when = datetime.now(UTC).isoformat(timespec="seconds")
    made = judge(things, decision, ids, who, why, when)
    append(folder, made)
    return made


def _things(sight: Sight, claims: Sequence[Claim], actors: Sequence[Actor]) -> Things:
    articles = {report.article for claim in claims for report in claim.reports}
    articles |= {article for actor in actors for article in actor.articles}
    return things_of(_record(sight, claims, actors), _readings(sight, sorted(articles)))


def _readings(sight: Sight, articles: Iterable[str]) -> Iterable[Reading]:
    for row in sight.snapshot.some(ArticleRow, articles):
        if row.article is not None:
            reading = sight.snapshot.reading_of(row.article)
            if reading is not None:
                yield reading


def _record(sight: Sight, claims: Sequence[Claim], actors: Sequence[Actor]) -> Record:
    """A record of nothing but these claims and actors and what the claims are about."""
    about = [claim.about for claim in claims]
    series = [sight.index.series_of_point[id] for id in about if id in sight.index.series_of_point]
    return msgspec.structs.replace(
        EMPTY,
        actors=tuple(actors),
        utterances=sight.snapshot.some(Utterance, about),
        events=sight.snapshot.some(StoryEvent, about),
        series=sight.snapshot.some(Series, dict.fromkeys(series)),
        claims=tuple(claims),
        as_of=sight.index.as_of,
        pipeline=sight.index.pipeline,
    )
