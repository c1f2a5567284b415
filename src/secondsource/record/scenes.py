"""Scenes: where, of whom and when a number was told, which says whether two tolls can be counts of one thing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon.calendar import MONTHS, WEEKDAYS
from ..lexicon.measures import measure_of
from ..lexicon.nationalities import demonyms
from ..model.claim import SeriesPoint
from ..model.figure import Figure
from ..model.mention import Place
from ..model.reading import Reading
from ..model.text import Citation
from .sentences import sentence_at

TOLLS = frozenset({"killed", "wounded", "missing"})
"""Counts of what happened to people, which can grow as more becomes known but not fall."""


@dataclass(frozen=True)
class Scene:
    """What a report says around a number: the towns and the lands (ISO 3166-1 alpha-2) of its sentence, or those
    that are told of the number itself; the people of one land whom alone it counts ("Americans"), else empty; and
    the day (ISO) on which the report came out."""

    towns: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    people: str = ""
    told_on: str | None = None

    @property
    def is_placed(self) -> bool:
        """Whether any place is told."""
        return bool(self.towns or self.lands)


NOWHERE = Scene()


def scenes_of(reading: Reading) -> dict[str, Scene]:
    """Figure id -> its scene, for all figures of a reading."""
    published = reading.article.published
    return {
        figure.id: _scene(reading, figure, published.latest if published else None)
        for figure in reading.figures
    }


_LOCAL = frozenset({"point", "city", "near"})


def _scene(reading: Reading, figure: Figure, told_on: str | None) -> Scene:
    sentence = sentence_at(reading, figure.citation)
    beside = [
        place
        for place in reading.places
        if place.citation.part == sentence.part
        and sentence.start <= place.citation.start < sentence.end
        and not _is_of_a_mission(sentence, place.citation)
    ]
    own = [place for place in beside if figure.where and place.name in figure.where] or beside
    return Scene(
        towns=frozenset(place.name for place in beside if place.precision in _LOCAL),
        lands=frozenset(place.country for place in own if _is_on_land(place) and place.country),
        people=people_of(figure),
        told_on=told_on,
    )


def _is_on_land(place: Place) -> bool:
    return place.precision in _LOCAL | {"region", "country"}


def people_of(figure: Figure) -> str:
    """The land whose people alone a figure counts ("12 Americans were killed"); empty where it counts anybody, be it
    in a land ("Kenya's dead")."""
    words = (figure.of or "").split()
    nation = demonyms().get(words[0]) if len(words) == 1 else None
    return nation.code if nation else ""


_MISSION = re.compile(r"(?:['’]s)?\s+(?:embass|consulate|mission|high commission)", re.IGNORECASE)
"""What stands behind the land whose house abroad it is: "outside the French consulate" is nowhere in France."""


def _is_of_a_mission(sentence: Citation, place: Citation) -> bool:
    return bool(_MISSION.match(sentence.words[place.end - sentence.start :]))


def one_scene(one: Scene, two: Scene) -> bool:
    """Whether two tolls can be of one place and of the same people: neither of one of two lands or towns and of both, nor
    of a land's own people and of all. What is told of no place can be of any."""
    if one.people != two.people:
        return False
    if one.towns and two.towns:
        alike = one.lands == two.lands and bool(one.towns & two.towns)
        return alike or one.towns == two.towns
    return not one.lands or not two.lands or one.lands == two.lands


_PART_BEFORE = re.compile(
    r"\b(?:including|among them|of (?:them|these|those|whom|the (?:dead|victims|injured|wounded|killed))"
    r"(?:,? (?:killed|hurt|injured|wounded))?,?)\s+(?:at least|about|some|nearly|more than)?\s*$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\s+of (?:them|these|those|whom|which|the (?:dead|victims|injured|wounded))\b"
)
_ONE_OR_MORE = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*)"
_OTHERS_BEHIND = re.compile(
    rf"\s+(?:[a-z]+ ){{0,2}}[a-z]+,? (?:and|plus) {_ONE_OR_MORE} [a-z]", re.IGNORECASE
)
_OTHERS_BEFORE = re.compile(
    rf"\b{_ONE_OR_MORE} (?:[a-z]+ ){{0,2}}[a-z]+,? (?:and|plus)\s+$", re.IGNORECASE
)
"""Of "two women and a man" each number is of a part."""
_SUFFERED = re.compile(
    r"\b(?:kill|dead\b|died\b|death|toll\b|lives\b|injur|wound|hurt\b|missing\b|casualt|victims?\b)",
    re.IGNORECASE,
)


def is_part(point: SeriesPoint) -> bool:
    """Whether a number says that it is of a part of those who were counted: "including four", "four of them", "two women and a
    man"."""
    begin, end = point.start - point.sentence.start, point.end - point.sentence.start
    return _is_part(point.sentence.words, begin, end) or is_summand(point)


@lru_cache(maxsize=20_000)
def _is_part(words: str, begin: int, end: int) -> bool:
    return bool(_PART_BEFORE.search(words[:begin][-60:]) or _PART_BEHIND.match(words[end:]))


_OF_WHOLE = re.compile(
    r"(?:\s+[a-z]+){0,4}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|those\s+)?(?:\d[\d,]*|ten|twelve)\b"
)
_OF_THEM = re.compile(
    r"\bof (?:them|these|those|whom|which),? (?:at least |about |some |nearly |more than )?$",
    re.IGNORECASE,
)
_OF_WHOLE_BEFORE = re.compile(
    r"(?:^|\W)[Oo]f (?:the |these |those )?(?:\d[\d,]*)(?: [a-z]+){0,2},? (?:at least |about |some |around |nearly |more than )?$"
)


_SHARE = re.compile(r"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?)\b", re.IGNORECASE)


def _of_known(point: SeriesPoint, behind: str) -> bool:
    """Whether a number is of things that are known already: "200 of the comments", where comments are counted. Of shares all
    are, and none is a part of another."""
    noun = (point.measured or "").split()[-1:]
    if not noun or _SHARE.search(point.words):
        return False
    return (
        re.match(
            rf"\s+of (?:the|its|their|his|her|these|those) (?:[\w'’-]+ ){{0,2}}{re.escape(noun[0])}\b",
            behind,
            re.IGNORECASE,
        )
        is not None
    )


def is_of_larger(point: SeriesPoint) -> bool:
    """Whether a number is of a part of what its own sentence counts: "six of the 13", "31 trucks out of 52", "of the 8,200
    soldiers some 3,000", "four of them", "200 of the comments"; not where the part has a noun of its own ("30 people, including nine nuns")."""
    begin, end = point.start - point.sentence.start, point.end - point.sentence.start
    words = point.sentence.words
    return (
        _PART_BEHIND.match(words[end:]) is not None
        or _OF_THEM.search(words[:begin][-60:]) is not None
        or _OF_WHOLE.match(words[end:]) is not None
        or _OF_WHOLE_BEFORE.search(words[:begin][-80:]) is not None
        or _of_known(point, words[end:])
        or _is_more(words, begin, end)
    )


def _is_more(words: str, begin: int, end: int) -> bool:
    """Whether a number is added to those before it: "five more bodies", "a further 40 homes", "12 others"."""
    return bool(_MORE_BEHIND.match(words[end:]) or _MORE_BEFORE.search(words[:begin][-30:]))


_MORE_BEHIND = re.compile(
    r"(?:\s+(?:more|others|other|further|additional)\b(?! than))", re.IGNORECASE
)
_MORE_BEFORE = re.compile(
    r"\b(?:another|a further|an additional|an extra) (?:at least |about |some |around |nearly )?$",
    re.IGNORECASE,
)


def is_summand(point: SeriesPoint) -> bool:
    """Whether a number stands beside others that are to be added to it: "two women and a man"."""
    begin, end = point.start - point.sentence.start, point.end - point.sentence.start
    return _is_summand(point.sentence.words, begin, end)


@lru_cache(maxsize=20_000)
def _is_summand(words: str, begin: int, end: int) -> bool:
    return bool(_OTHERS_BEFORE.search(words[:begin][-60:]) or _OTHERS_BEHIND.match(words[end:]))


def is_toll(point: SeriesPoint) -> bool:
    """Whether a number counts people to whom something happened, or a part of them: "killed 40, including two Danes"."""
    if measure_of(point.measured or "") in TOLLS:
        return True
    return is_part(point) and bool(_SUFFERED.search(point.sentence.words))


_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|several|many|few)\b", re.IGNORECASE
)


def is_vague(point: SeriesPoint) -> bool:
    """Whether a number is told in words that stand for no number: "dozens", "scores"."""
    return bool(_VAGUE.search(point.words)) and not any(mark.isdigit() for mark in point.words)


_DAYS = frozenset(
    name.title() for name in (*WEEKDAYS, *MONTHS, *(month[:3] for month in MONTHS), "sept")
)
_NAME = re.compile(r"(?<=[\w,;:’'\"”)-] )[A-Z][\w’'-]*\b|\b[A-Z]{2,}\b")


def names_in(point: SeriesPoint) -> frozenset[str]:
    """The words with a capital in the sentence of a number, but for its first; days and months name nobody."""
    return _names_in(point.sentence.words)


@lru_cache(maxsize=20_000)
def _names_in(words: str) -> frozenset[str]:
    found = (re.sub(r"['’]s?$", "", name) for name in _NAME.findall(words))
    return frozenset(name for name in found if name not in _DAYS)
