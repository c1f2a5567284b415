"""Standing: how well a claim is supported, with the reasons (the rule stands in DESIGN, "Standing").

Every report joins one newsroom to one voice. `independent` is the size of a maximum matching of
newsrooms to voices, after voices that may be the same were merged; so two eyewitnesses in one paper
count one, and five papers that quote one official count one.

What is unknown is never independent: an unknown newsroom may be any of the known ones, and a voice
that is unstated, unknown or anonymous without a body may be any of the known ones. The lower bound
therefore leaves them out as soon as there is something known; the upper bound keeps them apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.actor import StoryVoice
from ..model.claim import Flag, Label, Report, Standing
from ..model.text import Reference

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
        # A voice may be one of very many; only those of this claim are of interest.
        others = sorted(group.keys() & may_be_same.get(voice, ())) if len(group) > 1 else ()
        for other in others:
            first, second = sorted((root(voice), root(other)))
            group[second] = first
    return {voice: root(voice) for voice in group}


def is_placed(voice: StoryVoice) -> bool:
    """Whether it is known whose voice this is, at least which body it belongs to."""
    if voice.kind in ("unstated", "unknown"):
        return False
    if voice.kind == "document":
        return voice.party is not None or _names_an_issuer(voice.name)
    return voice.kind != "anonymous" or voice.party is not None


def _names_an_issuer(document: str) -> bool:
    """Whether a document is called by a name or by its issuer's ("the Coastal Survey report"); "new figures"
    and "a report" may be anybody's."""
    return any(word[:1].isupper() for word in document.split()[1:])


def lower_bound(
    edges: Sequence[tuple[str, str]],
    placed: Mapping[str, bool],
    may_be_same: Mapping[str, Iterable[str]],
) -> Bound:
    """The matching that counts nothing unknown and merges voices that may be the same.

    `edges` are (newsroom id, voice id); `placed` says of each voice id whether it is known.
    """
    known = [edge for edge in edges if edge[0] != UNKNOWN_NEWSROOM.id] or list(edges)
    known = [edge for edge in known if placed[edge[1]]] or known
    merged = merge_voices({voice for _, voice in known}, may_be_same)
    unplaced = sorted(voice for voice in merged if not placed[voice])
    for voice in unplaced:
        merged[voice] = unplaced[0]
    return Bound(maximum_matching((newsroom, merged[voice]) for newsroom, voice in known))


def upper_bound(edges: Sequence[tuple[str, str]]) -> Bound:
    """The matching with all voices kept apart."""
    return Bound(maximum_matching(edges))


def standing_of(
    reports: Sequence[Report],
    voices: Mapping[str, StoryVoice],
    flags: Sequence[Flag] = (),
) -> Standing:
    """The standing of a claim with these reports. `voices` holds each voice that reports name."""
    edges = sorted({(report.newsroom.id, report.voice.id) for report in reports})
    newsrooms = {report.newsroom.id: report.newsroom for report in reports}
    spoken = {report.voice.id: report.voice for report in reports}
    placed = {voice: is_placed(voices[voice]) for voice in spoken}
    may_be_same = {voice: voices[voice].same_as_maybe for voice in spoken}
    low = lower_bound(edges, placed, may_be_same)
    high = upper_bound(edges)
    any_stated = any(voices[voice].kind not in ("unstated", "unknown") for voice in spoken)
    label = label_of(low.size, any_stated, len(newsrooms))
    return Standing(
        label=label,
        flags=tuple(sorted(set(flags))),
        independent=low.size,
        independent_at_most=high.size,
        newsrooms=tuple(newsrooms[key] for key in sorted(newsrooms)),
        voices=tuple(spoken[key] for key in sorted(spoken)),
        reasons=tuple(_reasons(reports, low, high, newsrooms, spoken, voices, placed)),
        pairs=tuple((newsrooms[left], spoken[right]) for left, right in low.pairs),
    )


def label_of(independent: int, any_voice_stated: bool, newsroom_count: int) -> Label:
    """The label for a lower bound; `reported` needs several newsrooms and no stated source."""
    if independent == 0:
        return "unsupported"
    if independent >= 2:
        return "corroborated"
    if not any_voice_stated and newsroom_count > 1:
        return "reported"
    return "single"


def _reasons(
    reports: Sequence[Report],
    low: Bound,
    high: Bound,
    newsrooms: Mapping[str, Reference],
    spoken: Mapping[str, Reference],
    voices: Mapping[str, StoryVoice],
    placed: Mapping[str, bool],
) -> list[str]:
    """Why it is this many and not more, in words."""
    articles = len({report.article for report in reports})
    reasons = [
        f"{_count(articles, 'article')}, {_count(len(newsrooms), 'newsroom')},"
        f" {_count(len(spoken), 'voice')}"
    ]
    reasons += [
        f"{newsrooms[left].name} rests on {spoken[right].name}" for left, right in low.pairs
    ]
    used = {left for left, _ in low.pairs}
    for newsroom in sorted(set(newsrooms) - used):
        if newsroom == UNKNOWN_NEWSROOM.id:
            reasons.append("an unknown newsroom may be any of the others and is not counted")
            continue
        resting = sorted({r.voice.id for r in reports if r.newsroom.id == newsroom})
        causes = [_why_not(voice, low, newsrooms, spoken, voices, placed) for voice in resting]
        reasons.append(f"{newsrooms[newsroom].name} adds none: {'; '.join(dict.fromkeys(causes))}")
    if len(newsrooms) == 1 and len(spoken) > 1:
        reasons.append("several voices in one newsroom count one")
    unplaced = [voice for voice in sorted(spoken) if not placed[voice]]
    if unplaced and len(unplaced) < len(spoken):
        reasons.append("sources that are not stated or not placed add none")
    maybe = len(spoken) > 1 and sorted(
        voice for voice in spoken if any(other in spoken for other in voices[voice].same_as_maybe)
    )
    if maybe:
        reasons.append(
            "may be the same: " + ", ".join(sorted({spoken[voice].name for voice in maybe}))
        )
    if high.size > low.size:
        reasons.append(f"at most {high.size}, if all of these are different sources")
    return reasons


def _why_not(
    voice: str,
    low: Bound,
    newsrooms: Mapping[str, Reference],
    spoken: Mapping[str, Reference],
    voices: Mapping[str, StoryVoice],
    placed: Mapping[str, bool],
) -> str:
    """Why a voice of a newsroom that was not matched could not be matched with it."""
    name = spoken[voice].name
    if not placed[voice]:
        return (
            "it does not state its source"
            if voice == UNSTATED_VOICE.id
            else f"{name} may be anybody"
        )
    for left, right in low.pairs:
        if right == voice:
            return f"{name} is counted already through {newsrooms[left].name}"
    group = merge_voices(
        sorted(key for key in spoken if placed[key]),
        {key: voices[key].same_as_maybe for key in spoken},
    )
    for left, right in low.pairs:
        if placed[right] and group[right] == group[voice]:
            return (
                f"{name} may be the same source as {spoken[right].name},"
                f" counted through {newsrooms[left].name}"
            )
    return f"{name} is counted already"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
