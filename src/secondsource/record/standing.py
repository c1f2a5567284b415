"""Standing: how well a claim is supported, with the reasons (the rule stands in DESIGN, "Standing").

Every report joins one newsroom to one voice. `independent` is the size of a maximum matching of
newsrooms to voices, after voices that may be the same were merged; so two eyewitnesses in one paper
count one, and five papers that quote one official count one.

What is unknown is never independent: an unknown newsroom may be any of the known ones, and a voice
that is unstated, unknown or anonymous without a body may be any of the known ones. The lower bound
therefore leaves them out as soon as there is something known; the upper bound keeps them apart.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

import msgspec

from ..lexicon.reporting import nouns
from ..model.actor import StoryVoice
from ..model.claim import Flag, Label, Report, Standing
from ..model.text import Reference
from .parties import bears_name_of, is_proper, key_of, may_be_related

UNKNOWN_NEWSROOM = Reference(id="unknown", name="unknown newsroom")
UNSTATED_VOICE = Reference(id="unstated", name="source not stated")


@dataclass(frozen=True)
class Bound:
    """A matching: pairs of newsroom id and voice id (of one representative of the merged voices)."""

    pairs: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """How many newsrooms and voices could be paired."""
        return len(self.pairs)


def maximum_matching(edges: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """A maximum matching of a bipartite graph, as sorted (left, right) pairs.

    Augmenting paths (Kuhn); left and right are tried in sorted order, so that the same graph gives
    the same pairs.
    """
    neighbours: dict[str, list[str]] = {}
    for left, right in sorted(set(edges)):
        neighbours.setdefault(left, []).append(right)
    partner_of: dict[str, str] = {}

    def augment(left: str, seen: set[str]) -> bool:
        for right in neighbours[left]:
            if right in seen:
                continue
            seen.add(right)
            if right not in partner_of or augment(partner_of[right], seen):
                partner_of[right] = left
                return True
        return False

    for left in neighbours:
        augment(left, set())
    return tuple(sorted((left, right) for right, left in partner_of.items()))


def merge_voices(voices: Iterable[str], may_be_same: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each voice the smallest id of the group of voices that may be the same as it."""
    group = {voice: voice for voice in sorted(voices)}

    def root(voice: str) -> str:
        while group[voice] != voice:
            voice = group[voice]
        return voice

    for voice in list(group):
        others = sorted(group.keys() & may_be_same.get(voice, ())) if len(group) > 1 else ()
        for other in others:
            first, second = sorted((root(voice), root(other)))
            group[second] = first
    return {voice: root(voice) for voice in group}


def is_placed(voice: StoryVoice) -> bool:
    """Whether it is known whose voice this is, at least which body it belongs to."""
    if voice.kind in ("unstated", "unknown") or voice.unplaced is not None:
        return False
    if voice.kind == "document":
        issued = voice.party is not None and voice.party != voice.name and is_proper(voice.party)
        return issued or bool(voice.bodies) or _names_an_issuer(voice.name)
    if (voice.party is not None and is_proper(voice.party)) or voice.bodies:
        return True
    return voice.kind != "anonymous"


def _names_an_issuer(document: str) -> bool:
    """Whether a document is called by a name or by its issuer's ("the Coastal Survey report"); "new figures"
    and "a report" may be anybody's."""
    words = document.partition(",")[0].split()
    if words and words[-1].casefold() in nouns("documents"):
        words.pop()
    return any(word[:1].isupper() for word in words[1:])


def same_among(voice: str, here: Collection[str], voices: Mapping[str, StoryVoice]) -> set[str]:
    """Which of these voices may be this one, by what a record writes down of them."""
    if len(here) < 2:
        return set()
    own = voices[voice]
    found = set(own.same_as_maybe).intersection(here)
    circle = frozenset(voices[own.like].circle if own.like else own.circle)
    if circle:
        found |= {other for other in here if (voices[other].like or other) in circle}
    return found - {voice}


def voices_that_may_be_same(
    reports: Sequence[Report], voices: Mapping[str, StoryVoice]
) -> dict[str, set[str]]:
    """For each voice of these reports, and each that passed one on, those that are not independent of it:
    they may be the same, their bodies may be one or a part of each other, or one was heard through the
    other."""
    named = {report.voice.id for report in reports}
    passing = {report.through.id for report in reports if report.through is not None}
    # A voice may be one of very many; only those of this claim are of interest.
    here = named | passing
    tied = {voice: same_among(voice, here, voices) for voice in here}
    of_bodies: dict[tuple[str, ...], str] = {}
    for voice in sorted(tied):
        first = of_bodies.setdefault(voices[voice].bodies, voice)
        if voices[voice].bodies and first != voice:
            tied[first].add(voice)
    for one, two in combinations(sorted(of_bodies), 2):
        if any(may_be_related(first, second) for first, second in product(one, two)):
            tied[of_bodies[one]].add(of_bodies[two])
    for voice in sorted(tied):
        own = voices[voice]
        if own.kind != "named" or key_of(own.name) in own.bodies:
            continue  # nobody's surname
        for bodies, first in of_bodies.items():
            if any(bears_name_of(body, own.name) for body in bodies):
                tied[voice].add(first)
    for report in reports:
        if report.through is not None:
            tied[report.voice.id].add(report.through.id)
    return tied


def lower_bound(
    edges: Sequence[tuple[str, str]],
    placed: Mapping[str, bool],
    may_be_same: Mapping[str, Iterable[str]],
) -> Bound:
    """The matching that counts nothing unknown and merges voices that may be the same.

    `edges` are (newsroom id, voice id); `placed` says of each voice id whether it is known.
    `may_be_same` may hold voices besides, through which others are tied.
    """
    known = [edge for edge in edges if edge[0] != UNKNOWN_NEWSROOM.id] or list(edges)
    known = [edge for edge in known if placed[edge[1]]] or known
    beside = may_be_same.keys() - {voice for _, voice in edges}
    spoken = {voice for _, voice in known}
    group = merge_voices(spoken | beside, may_be_same)
    first = {group[voice]: voice for voice in sorted(spoken, reverse=True)}
    merged = {voice: first[group[voice]] for voice in spoken}
    unplaced = sorted({voice for _, voice in known if not placed[voice]})
    for voice in unplaced:
        merged[voice] = unplaced[0]
    return Bound(maximum_matching((newsroom, merged[voice]) for newsroom, voice in known))


def as_printed(reports: Sequence[Report]) -> list[Report]:
    """The reports, those with the newsroom of the paper that printed them of which nothing but a likeness of texts says that
    they are another's, since no article of that other newsroom tells the same."""
    telling = {report.newsroom.id for report in reports if report.printed_by is None}
    return [
        msgspec.structs.replace(report, newsroom=report.printed_by)
        if report.printed_by is not None and report.newsroom.id not in telling
        else report
        for report in reports
    ]


def upper_bound(edges: Sequence[tuple[str, str]]) -> Bound:
    """The matching with all voices kept apart."""
    return Bound(maximum_matching(edges))


def standing_of(
    reports: Sequence[Report],
    voices: Mapping[str, StoryVoice],
    flags: Sequence[Flag] = (),
) -> Standing:
    """The standing of a claim with these reports. `voices` holds each voice that reports name."""
    vouching = [report for report in reports if report.vouched]
    edges = _edges(reports)
    newsrooms = {report.newsroom.id: report.newsroom for report in reports}
    spoken = {report.voice.id: report.voice for report in reports}
    vouched = {
        voice.id: voice
        for voice in (report.voice if report.vouched else UNSTATED_VOICE for report in reports)
    }
    placed = {voice: is_placed(voices[voice]) for voice in spoken}
    placed[UNSTATED_VOICE.id] = False
    may_be_same = voices_that_may_be_same(vouching, voices)
    low = lower_bound(edges, placed, may_be_same)
    printed: Sequence[Report] = reports
    if any(report.printed_by for report in reports):
        cautious = as_printed(reports)
        fewer = lower_bound(_edges(cautious), placed, may_be_same)
        if fewer.size < low.size:
            # Of two ways to understand whose words they are, the one that proves less.
            low, printed = fewer, cautious
            newsrooms = {report.newsroom.id: report.newsroom for report in printed}
    high = upper_bound(edges)
    any_stated = any(
        voices[report.voice.id].kind not in ("unstated", "unknown") for report in vouching
    )
    label = label_of(low.size, any_stated, len(newsrooms))
    told = _Told(printed, low, newsrooms, {**spoken, UNSTATED_VOICE.id: UNSTATED_VOICE}, voices)
    return Standing(
        label=label,
        flags=tuple(sorted(set(flags))),
        independent=low.size,
        independent_at_most=high.size,
        newsrooms=tuple(newsrooms[key] for key in sorted(newsrooms)),
        voices=tuple(vouched[key] for key in sorted(vouched)),
        reasons=tuple(_reasons(told, high, placed, may_be_same)),
        pairs=tuple((newsrooms[left], told.spoken[right]) for left, right in low.pairs),
    )


def _edges(reports: Sequence[Report]) -> list[tuple[str, str]]:
    """Pairs of the ids of a newsroom and a voice, sorted; of a voice that only speaks of it, the one that is not stated."""
    return sorted(
        {
            (report.newsroom.id, report.voice.id if report.vouched else UNSTATED_VOICE.id)
            for report in reports
        }
    )


@dataclass(frozen=True)
class Standings:
    """The standings of claims. Most claims have one report, and of those most differ in their words alone: one newsroom
    and one voice stand for all of them."""

    voices: Mapping[str, StoryVoice]
    single: dict[object, Standing] = field(default_factory=dict)

    def of(self, reports: tuple[Report, ...], flags: tuple[Flag, ...] = ()) -> Standing:
        """The standing of a claim with these reports."""
        if len(reports) > 1:
            return standing_of(reports, self.voices, flags)
        (only,) = reports
        key = (only.newsroom, only.voice, only.vouched, only.through, flags)
        found = self.single.get(key)
        if found is None:
            found = self.single[key] = standing_of(reports, self.voices, flags)
        return found


def label_of(independent: int, any_voice_stated: bool, newsroom_count: int) -> Label:
    """The label for a lower bound; `reported` needs several newsrooms and no stated source."""
    if independent == 0:
        return "unsupported"
    if independent >= 2:
        return "corroborated"
    if not any_voice_stated and newsroom_count > 1:
        return "reported"
    return "single"


@dataclass(frozen=True)
class _Told:
    """What reasons are made from."""

    reports: Sequence[Report]
    low: Bound
    newsrooms: Mapping[str, Reference]
    spoken: Mapping[str, Reference]
    voices: Mapping[str, StoryVoice]


def _reasons(
    told: _Told,
    high: Bound,
    placed: Mapping[str, bool],
    may_be_same: Mapping[str, Iterable[str]],
) -> list[str]:
    """Why it is this many and not more, in words."""
    reports, low, newsrooms = told.reports, told.low, told.newsrooms
    spoken = {report.voice.id: report.voice for report in reports}
    articles = len({report.article for report in reports})
    reasons = [
        f"{_count(articles, 'article')}, {_count(len(newsrooms), 'newsroom')},"
        f" {_count(len(spoken), 'voice')}"
    ]
    reasons += [
        f"{newsrooms[left].name} rests on {told.spoken[right].name}" for left, right in low.pairs
    ]
    used = {left for left, _ in low.pairs}
    group = merge_voices({voice for voice in may_be_same if placed.get(voice, True)}, may_be_same)
    for newsroom in sorted(set(newsrooms) - used):
        if newsroom == UNKNOWN_NEWSROOM.id:
            reasons.append("an unknown newsroom may be any of the others and is not counted")
            continue
        resting = sorted({(r.voice.id, r.vouched) for r in reports if r.newsroom.id == newsroom})
        causes = [
            _why_not(voice, told, placed, group)
            if vouched
            else f"{spoken[voice].name} only speaks of it"
            for voice, vouched in resting
        ]
        reasons.append(f"{newsrooms[newsroom].name} adds none: {'; '.join(dict.fromkeys(causes))}")
    if len(newsrooms) == 1 and len(spoken) > 1:
        reasons.append("several voices in one newsroom count one")
    unplaced = [voice for voice in sorted(spoken) if not placed[voice]]
    if unplaced and len(unplaced) < len(spoken):
        reasons.append("sources that are not stated or not placed add none")
    counted = sorted(voice for voice in spoken if voice in group)
    groups = Counter(group[voice] for voice in counted)
    maybe = [voice for voice in counted if groups[group[voice]] > 1]
    if maybe:
        reasons.append(
            "may be the same: " + ", ".join(sorted({spoken[voice].name for voice in maybe}))
        )
    if high.size > low.size:
        reasons.append(f"at most {high.size}, if all of these are different sources")
    return reasons


def _why_not(voice: str, told: _Told, placed: Mapping[str, bool], group: Mapping[str, str]) -> str:
    """Why a voice of a newsroom that was not matched could not be matched with it."""
    name = told.spoken[voice].name
    if not placed[voice]:
        if voice == UNSTATED_VOICE.id:
            return "it does not state its source"
        return told.voices[voice].unplaced or f"{name} may be anybody"
    for left, right in told.low.pairs:
        if right == voice:
            return f"{name} is counted already through {told.newsrooms[left].name}"
    for left, right in told.low.pairs:
        if placed[right] and group[right] == group[voice]:
            return (
                f"{name} may be the same source as {told.spoken[right].name},"
                f" counted through {told.newsrooms[left].name}"
            )
    return f"{name} is counted already"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
