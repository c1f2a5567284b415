"""Conflicts: what cannot both hold, with both sides and the reason.

Nothing is averaged and nothing wins by being newer. Numbers are tolerant of rounding, approximators
and different times; a later time is a change, not a conflict.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import msgspec

from ..lexicon.numbers import values
from ..model.actor import Role
from ..model.claim import (
    Claim,
    Conflict,
    Flag,
    Report,
    Series,
    StoryEvent,
    Utterance,
)
from ..model.text import Citation
from .actors import Actors
from .days import day_range, days_fit
from .event_conflicts import conflict, event_conflicts
from .evidence import Evidence
from .number_conflicts import number_conflicts
from .offices import is_office, office_of, offices_exclude
from .polarity_conflicts import UNREAL_SIDE, polarity_conflicts
from .reply_conflicts import reply_conflicts
from .rival_counts import rival_counts
from .sentences import sentence_at
from .voices import Voices
from .wordings import differing_words, reworded_places, written_out
from .words import content_stems


def find_conflicts(
    claims: tuple[Claim, ...],
    utterances: tuple[Utterance, ...],
    events: tuple[StoryEvent, ...],
    series: tuple[Series, ...],
    actors: Actors,
    voices: Voices,
    evidence: Evidence,
) -> tuple[Conflict, ...]:
    """All conflicts, sorted by id."""
    by_about: dict[str, list[Claim]] = {}
    for claim in claims:
        by_about.setdefault(claim.about, []).append(claim)
    numbers = tuple(number_conflicts(series, events, evidence.readings))
    deeds = tuple(_of_one_place(polarity_conflicts(events, by_about, actors, evidence)))
    sayings = reply_conflicts(voices, utterances, events, by_about, evidence)
    found = [
        *_of_other_sentences(rival_counts(series, voices, evidence), numbers),
        *numbers,
        *_wording_conflicts(utterances, by_about),
        *deeds,
        *_of_other_sentences(sayings, deeds),
        *event_conflicts(events, by_about, evidence),
        *_role_conflicts(actors, evidence),
    ]
    return tuple(sorted({item.id: item for item in found}.values(), key=lambda item: item.id))


def _of_other_sentences(found: Iterable[Conflict], known: Iterable[Conflict]) -> Iterator[Conflict]:
    """The conflicts whose two sentences are not those of one that is known, each two once."""
    seen = {frozenset(item.sides) for item in known}
    for item in found:
        sides = frozenset(item.sides)
        if sides not in seen:
            seen.add(sides)
            yield item


def _of_one_place(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """The conflicts, those of the same two sentences for one reason as one: "the killing, which Chad denies was murder" is told once."""
    together: dict[tuple[frozenset[Citation], str], list[Conflict]] = {}
    for item in found:
        together.setdefault((frozenset(item.sides), item.reason), []).append(item)
    for (_, reason), items in together.items():
        claims = sorted({claim for item in items for claim in item.claims})
        first = items[0]
        yield first if len(items) == 1 else conflict(first.kind, claims, list(first.sides), reason)


def flagged(
    claims: tuple[Claim, ...], conflicts: tuple[Conflict, ...], events: tuple[StoryEvent, ...]
) -> tuple[Claim, ...]:
    """The claims with their flags: contested where an independent report cannot also be true, denied
    where an event is denied by somebody concerned."""
    by_id = {claim.id: claim for claim in claims}
    event_by_id = {event.id: event for event in events}
    flags: dict[str, set[Flag]] = {claim.id: set(claim.standing.flags) for claim in claims}
    for found in conflicts:
        known = [by_id[claim] for claim in found.claims if claim in by_id]
        for one, two in combinations(known, 2):
            for claim, other in ((one, two), (two, one)):
                # That something was said is not contested where it is denied that it is so.
                of_words = found.kind == "polarity" and claim.kind == "utterance"
                if one.id != two.id and not of_words and _independent(one.reports, two.reports):
                    flags[claim.id].add("contested")
                if found.kind == "polarity" and _denies(other, claim, event_by_id):
                    flags[claim.id].add("denied")
    return tuple(_with_flags(claim, tuple(sorted(flags[claim.id]))) for claim in claims)


def _with_flags(claim: Claim, flags: tuple[Flag, ...]) -> Claim:
    if flags == claim.standing.flags:
        return claim
    standing = msgspec.structs.replace(claim.standing, flags=flags)
    return msgspec.structs.replace(claim, standing=standing)


def _denies(denial: Claim, claim: Claim, events: Mapping[str, StoryEvent]) -> bool:
    """Whether the one side of a conflict of polarity is the denial of the other: a deed that is denied, or words that deny one."""
    event, told = events.get(denial.about), events.get(claim.about)
    if event is not None:
        return event.status == "denied"
    return told is not None and told.status not in UNREAL_SIDE


def _independent(one: tuple[Report, ...], two: tuple[Report, ...]) -> bool:
    """Whether the two sides rest on different newsrooms or on different voices."""
    return {report.newsroom.id for report in one} != {report.newsroom.id for report in two} or {
        report.voice.id for report in one
    } != {report.voice.id for report in two}


_WEIGHTY = frozenset(
    "not no never may might can could will would shall should must only all none nobody nothing some any each more most".split()
)
"""Words without a sense of their own with which a quotation says another thing: "may" is not "will"."""


def _alters_sense(was: str, became: str, one: str, two: str) -> bool:
    """Whether two runs of words in which the wordings `one` and `two` differ say another thing: a word that carries sense and
    stands nowhere in the other wording, or "not" and the like. An article, a form, a shortened name or a number in figures is no
    other thing."""
    if _LETTERLESS.sub("", was).lower() == _LETTERLESS.sub("", became).lower():
        return False
    if was and became and (_initials(was) == became or _initials(became) == was):
        return False
    if _weighty(was) != _weighty(became):
        return True
    first, second = (content_stems(_written(words)) for words in (one, two))
    lost, put = (content_stems(_written(words)) for words in (was, became))
    return bool(lost - second or put - first) and not _is_one_number(was, became)


_LETTERLESS = re.compile(r"\W|\b0+\b")
"""What does not count between the words: "'s" and "s", "6:00" and "6"."""


def _weighty(words: str) -> frozenset[str]:
    return frozenset(_written(words).split()) & _WEIGHTY


def _initials(words: str) -> str:
    """The capitals with which the words begin; empty for one word alone."""
    names = words.split()
    return "".join(name[0] for name in names) if len(names) > 1 else ""


def _is_one_number(one: str, two: str) -> bool:
    """Whether one has in figures what the other has in words: "11", "eleven"."""
    in_words = {**values("ones"), **values("tens")}
    numbers = [
        str(int(in_words[word])) if word in in_words else word
        for word in (one.lower(), two.lower())
    ]
    return numbers[0] == numbers[1]


def _written(words: str) -> str:
    """Words as they are compared, whatever joins them."""
    return " ".join(map(written_out, words.replace("-", " ").split()))


def _wording_conflicts(
    utterances: tuple[Utterance, ...], by_about: dict[str, list[Claim]]
) -> Iterator[Conflict]:
    for utterance in utterances:
        for other in utterance.wordings:
            if other.relation != "altered" or other.of is None:
                continue
            sides = [
                Citation(
                    article=reported.article,
                    part=reported.part,
                    start=reported.start,
                    end=reported.end,
                    words=reported.words,
                )
                for words, articles in ((other.of, None), (other.words, other.articles))
                for reported in utterance.statements
                if words in reported.words and (articles is None or reported.article in articles)
            ]
            if len({(side.article, side.part, side.start) for side in sides}) < 2:
                continue
            if _are_two_remarks(other.of, other.words):
                continue
            differing = differing_words(other.of, other.words)
            differing = [each for each in differing if _alters_sense(*each, other.of, other.words)]
            if not differing:
                continue
            pairs = "; ".join(f"“{was}” or “{became}”" for was, became in differing[:4])
            yield conflict(
                "wording",
                [claim.id for claim in by_about.get(utterance.id, ())],
                sides,
                f"one quotation in two wordings: {pairs}",
            )


def _are_two_remarks(one: str, two: str) -> bool:
    """Whether two wordings have other words that carry sense in more than one place: two remarks in like words, rather than
    one that a paper altered."""
    places = reworded_places(one, two)
    return sum(bool(content_stems(was) and content_stems(became)) for was, became in places) > 1


def _role_conflicts(actors: Actors, evidence: Evidence) -> Iterator[Conflict]:
    """Two articles of the same days that give one person two offices of which one excludes the other.
    Only titles that name an office (they start with a capital letter) are held against each other."""
    for actor in actors.actors:
        if actor.kind != "person":
            continue
        seen: set[frozenset[str | None]] = set()
        current = [role for role in actor.roles if not role.former and is_office(role.role)]
        for one, two in combinations(current, 2):
            offices = frozenset((office_of(one.role), office_of(two.role)))
            if offices in seen or not offices_exclude(one.role, two.role):
                continue
            if not _of_one_time(one, two) or any(
                _was_once(role.citations[0], evidence) for role in (one, two)
            ):
                continue
            first, second = (
                sentence_at(evidence.reading_of[cited.article], cited)
                for cited in (one.citations[0], two.citations[0])
            )
            if {cited.article for cited in one.citations} & {
                cited.article for cited in two.citations
            }:
                continue
            if not all(
                _is_named_in_full(actor.name, role.role, side.words)
                for role, side in ((one, first), (two, second))
            ):
                continue
            seen.add(offices)
            yield conflict(
                "role",
                [],
                [first, second],
                f"{actor.name} is called {one.role} by one and {two.role} by the other",
            )


def _is_named_in_full(name: str, role: str, sentence: str) -> bool:
    """Whether a sentence has somebody's last name with another before it, his office aside: "President Chuo" may be his wife."""
    last = re.escape(name.split()[-1])
    bare = re.sub(re.escape(role), "", sentence, flags=re.IGNORECASE)
    return bool(re.search(rf"\b[A-Z][\w.’'-]*\s+(?:[A-Z][\w.’'-]*\s+)*{last}\b", bare))


NEAR_TIME = 14
"""Days between two articles that may quarrel about an office; later it may have passed on."""

_ONCE = re.compile(r"\b(?:then|former(?:ly)?|ex|one-?time|erstwhile|late)\b", re.IGNORECASE)


def _of_one_time(one: Role, two: Role) -> bool:
    """Whether two roles of one person are given within `NEAR_TIME` of each other."""
    days = [day_range(f"{role.from_}/{role.to}") for role in (one, two)]
    return None in days or days_fit(days[0], days[1], NEAR_TIME)


def _was_once(cited: Citation, evidence: Evidence) -> bool:
    """Whether words right beside a role say that it is past."""
    if cited.part != "text" or cited.article is None:
        return False
    text = evidence.articles[cited.article].text
    return bool(_ONCE.search(text[max(0, cited.start - 30) : cited.end + 40]))
