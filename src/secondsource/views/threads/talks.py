"""Talks and visits: who, with whom, where, by which channel, with what outcome."""

import re

from ...model.event import REAL, Status
from ...model.text import Citation, Reference
from .item import ThreadItem
from .joining import Strand, in_same_sentence, strands
from .known import Days, Known, Told, days_fit, part_of, words_after
from .making import everybody, make_item, related_to

_COURSE = frozenset({"happened", "ongoing", "planned", "promised", "predicted", "cancelled"})
_REFUSED = frozenset({"negated", "denied"})
_CHANNELS = {
    "visit": "visit",
    "multilateral": "several parties",
    "third-party": "through a third party",
}
_CHANNEL_WORDS = {
    "telephone": re.compile(r"\b(?:by|over the) (?:tele)?phone\b|\bphone (?:call|talks)\b", re.I),
    "video": re.compile(r"\b(?:by|via) (?:video|videolink|video link)\b|\bvideo ?conferenc", re.I),
    "in writing": re.compile(r"\b(?:by letter|in writing|exchange of letters)\b", re.I),
    "in person": re.compile(
        r"\b(?:in person|face[- ]to[- ]face|met|meets?|meeting|summit)\b", re.I
    ),
}
_OUTCOME = re.compile(
    r"\b(?:ended|end|broke up|broke down|collapsed|concluded) (?:in|with|without)\b(?:[^.;]|\.(?=\s?[\da-z]))*"
    r"|\b(?:broke down|collapsed)\b"
    r"|\b(?:failed to|made (?:no|little|some|good) progress|yielded|produced|resulted in|led to)\b(?:[^.;]|\.(?=\s?[\da-z]))*"
    r"|\bagreed (?:to|on|that)\b(?:[^.;]|\.(?=\s?[\da-z]))*|\breached (?:an?|no) (?:[^.;]|\.(?=\s?[\da-z]))*"
    r"|\b(?:no|without) (?:breakthrough|agreement|result|progress)\b(?:[^.;]|\.(?=\s?[\da-z]))*",
    re.IGNORECASE,
)


def talks(known: Known) -> tuple[ThreadItem, ...]:
    """Each meeting, call, round of talks or visit once. States: `held`, `due` (it has a
    date), `announced` (it has none), `cancelled`, `past, not
    reported as held`, `proposed`, `refused`."""
    found = strands(known.of_types("consult"), _family, mutual=True)
    return tuple(
        _item(strand, known) for strand in _visits_with_meetings(found) if _is_told(strand, known)
    )


def _item(strand: Strand, known: Known) -> ThreadItem:
    proposals = _proposals(strand, known)
    return make_item(
        "talks",
        strand,
        known,
        _state,
        who=_who(strand, proposals, known),
        whom=(),
        channel=_channel(strand),
        outcome=_outcome(strand),
        related=[related_to("proposal", told) for told in proposals],
    )


def _who(strand: Strand, proposals: list[Told], known: Known) -> tuple[Reference, ...]:
    """Who meets; where nobody is named or only one side, those who propose it as well."""
    found = everybody(strand, known)
    proposers = [ref for told in proposals for ref in told.event.sources if known.is_actor(ref)]
    if len(found) > 1:
        return found
    both = {ref.id: ref for ref in (*found, *proposers)}
    return tuple(sorted(both.values(), key=lambda ref: (ref.name, ref.id)))


def _proposals(strand: Strand, known: Known) -> list[Told]:
    """The proposals, invitations and calls that are for these talks."""
    return known.about((told.id for told in strand.told), "request")


def _family(told: Told) -> str:
    if told.event.mode == "meet":
        return "proposed"
    if told.statuses & _COURSE:
        return "call" if _is_call(told) else "course"
    return "refused" if told.statuses & _REFUSED else "proposed"


def _is_call(told: Told) -> bool:
    """Whether they speak by telephone: who calls does not meet."""
    return told.event.mode == "phone" or any(
        _CHANNEL_WORDS["telephone"].search(sight.mention.words + words_after(sight.mention)[:30])
        for sight in told.sights
    )


def _visits_with_meetings(found: list[Strand]) -> list[Strand]:
    """A visit and the meeting that it is made for are one: told in one sentence, or of one visitor at
    one place, on days that fit."""
    kept: list[Strand] = []
    # Headlines are told in an article, invitations in one breath, and a visit has its visitor.
    having: dict[str, list[int]] = {}
    for strand in found:
        keys = sorted(strand.articles | _visitors(strand))
        near = sorted({n for key in keys for n in having.get(key, ())})
        at = next((n for n in near if _one_trip(kept[n], strand)), len(kept))
        if at == len(kept):
            kept.append(strand)
        else:
            for told in strand.told:
                kept[at].add(told)
        for key in keys:
            having.setdefault(key, []).append(at)
    return kept


def _visitors(strand: Strand) -> set[str]:
    """The ids of those who go to see somebody."""
    return {ref.id for told in strand.told for ref in told.event.sources}


def _one_trip(one: Strand, two: Strand) -> bool:
    if _is_headline(two) and one.articles & two.articles:
        return bool(one.place & two.place) or (
            bool(one.parties & two.parties) and one.is_real == two.is_real
        )
    if _family(one.told[0]) == "course" and _family(two.told[0]) == "proposed":
        # Who is ready to meet and invites in one breath speaks of one meeting.
        return in_same_sentence(one, two) and len(one.parties & two.parties) > 1
    modes = [{told.event.mode for told in strand.told} for strand in (one, two)]
    if ("visit" in modes[0]) == ("visit" in modes[1]) or one.is_real != two.is_real:
        return False
    if _family(one.told[0]) != _family(two.told[0]) or not days_fit(one.days, two.days):
        return False
    if one.place and two.place and not one.place & two.place:
        return False
    if not _visitors(one) & _visitors(two):
        return False
    return in_same_sentence(one, two) or bool(one.place & two.place)


def _is_headline(strand: Strand) -> bool:
    return all(part == "headline" for _, part, _ in strand.sentences)


def _is_told(strand: Strand, known: Known) -> bool:
    """Whether it is known who meets, or when: of talks that are only thought of, both."""
    known_actors = {
        ref.id
        for told in strand.told
        for ref in (*told.event.sources, *told.event.targets)
        if known.is_actor(ref)
    }
    family = _family(strand.told[0])
    if family in ("course", "call"):
        dated_or_placed = bool(strand.days or strand.place)
        anybody = known_actors or strand.described
        return len(known_actors) > 1 or (dated_or_placed and bool(anybody or strand.days))
    if any(told.sources for told in _proposals(strand, known)):
        return True
    if all(told.statuses <= {"hypothetical", "conditional"} for told in strand.told):
        return len(known_actors) > 1 and bool(strand.days or strand.place)
    return len(known_actors) > 0


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    if statuses & REAL:
        return "held"
    if "cancelled" in statuses:
        return "cancelled"
    if statuses & _COURSE:
        past = days is not None and day is not None and days[1] < day
        if days is None:
            return "announced"
        return "past, not reported as held" if past else "due"
    return "refused" if statuses & _REFUSED else "proposed"


def _channel(strand: Strand) -> str | None:
    if _family(strand.told[0]) == "call":
        return "telephone"
    modes = {told.event.mode for told in strand.told}
    for mode in ("third-party", "multilateral", "visit"):
        if mode in modes:
            return _CHANNELS[mode]
    for name, pattern in _CHANNEL_WORDS.items():
        for told in strand.told:
            if any(
                pattern.search((sight.mention.clause or sight.mention.sentence).words)
                for sight in told.sights
            ):
                return name
    return None


def _outcome(strand: Strand) -> Citation | None:
    """The words that say what came of it, in a clause that tells of it as held."""
    for told in strand.told:
        for sight in told.sights:
            sentence = sight.mention.sentence
            after = max(0, sight.mention.end - sentence.start)
            if sight.status in REAL and (match := _OUTCOME.search(sentence.words, after)):
                return part_of(sentence, match.start(), match.end())
    return None
