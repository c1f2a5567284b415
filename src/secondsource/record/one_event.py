"""Whether two mentions may be one event.

Something speaks against it (other days, other places, sides without anybody in common, statuses that
cannot both be of one event), or points speak for it (`agreement`).
"""

import re

from ..lexicon.nationalities import countries, country_name
from ..lexicon.stems import stem
from ..model.event import REAL, Status
from .days import days_fit
from .happenings import MUTUAL, NEAR_DAYS, Happening
from .words import StemWeights, containment

COURSE: frozenset[Status] = frozenset({"happened", "ongoing", "planned", "promised", "cancelled"})
"""Stations of one course: what was planned or promised may happen or be cancelled and is still one
event."""

WORD_FOR_WORD = 20
"""Points for the same trigger in the same sentence of two articles: a copy tells of the same event."""

ONE_ATTACK = 12
"""Points for the attack on the houses abroad of one land: more than days and words in common give, since all that tell
of the house are to be brought together before those that only tell of its day."""

ENOUGH = 4
"""Points that make two mentions one event (see `agreement`)."""

TELLING_WORDS = 2
"""Stems in common by which what is given, taken or hit is known again: "300 tonnes of rice"."""

HALF_A_YEAR = 180
"""Days by which a deed of another year must lie back not to be what an article tells without a day."""

LIKE_CONTEXT = 0.3
"""Share of the lighter sentence's weight that two sentences of one event mostly have in common."""

VERY_LIKE_CONTEXT = 0.5
"""And the share that tells as much as an actor in common."""


def compatible(one: Happening, two: Happening) -> bool:
    """Whether nothing speaks against these being one event."""
    first, second = one.status, two.status
    if one.mention.type != two.mention.type:
        return False
    if first != second and not {first, second} <= COURSE:
        return False
    if (
        not {first, second} <= COURSE - {"promised"}
        and one.voice
        and two.voice
        and one.voice != two.voice
        and not _same_days(one, two)
    ):
        # What did not happen is only somebody's word; two who fear the same do not confirm each other. Two
        # who promise one thing for one day do.
        return False
    if not days_fit(one.span, two.span):
        return False
    if one.mission and two.mission and one.mission != two.mission:
        return False
    of_one_death = is_one_death(one, two)
    of_one_mission = of_one_death or is_one_attack(one, two)
    if (
        one.place
        and two.place
        and one.place != two.place
        and not (one.days and two.days)
        and not of_one_mission
    ):
        return False
    one_mode = one.mention.mode == two.mention.mode or not (one.mention.mode and two.mention.mode)
    if not one_mode and not of_one_death:
        return False
    if not sides_fit(one, two) or not _ways_fit(one, two) or not _terms_fit(one, two):
        return False
    if of_one_mission or (one.days and two.days):
        return True
    return is_once_only(one, two) or near_in_time(one, two)


def _same_days(one: Happening, two: Happening) -> bool:
    return {one.status, two.status} <= COURSE and one.days is not None and one.days == two.days


def stations_fit(one: Happening, two: Happening) -> bool:
    """Whether two stations of one course can be tied to each other directly: only by their days, or
    any plan would be taken for any deed of the same actors. What is called off is also known by a body
    that has a name of its own ("the joint commission"), or by who was to travel where, since it is told without its day."""
    statuses = {one.status, two.status}
    if len(statuses) == 1 or statuses <= REAL or (one.days and two.days):
        return True
    described = {
        each.actor.id for each in (*one.sources, *one.targets) if not each.known and each.shown
    }
    if "cancelled" not in statuses or statuses & REAL:
        return False
    return bool(described & two.actors) or _is_one_journey(one, two)


def _is_one_journey(one: Happening, two: Happening) -> bool:
    """Whether both tell of the same known person travelling to the same place."""
    return (
        one.mention.mode == two.mention.mode == "visit"
        and one.place is not None
        and one.place == two.place
        and bool(one.acting_people & two.acting_people)
    )


def sides_fit(one: Happening, two: Happening) -> bool:
    """Whether the actors (or their parties) and objects can be those of one event: where both mentions
    name a side they must share somebody, where both name an object they must share a word."""
    if one.object_stems and two.object_stems and one.object_senses.isdisjoint(two.object_senses):
        return False
    if not _people_fit(one, two):
        return False
    if one.mention.type in MUTUAL:
        return _circles_fit(one.parties | one.groups, two.parties | two.groups)
    return _meet(one.source_parties, two.source_parties) and _meet(
        one.target_parties, two.target_parties
    )


def _people_fit(one: Happening, two: Happening) -> bool:
    """Whether the people who are named can be of one event: where both name people on a side, somebody is
    on it in both; two ministers of one government are not one."""
    if one.mention.type in MUTUAL:
        return _meet(one.acting_people | one.target_people, two.acting_people | two.target_people)
    return _meet(one.acting_people, two.acting_people) and _meet(
        one.target_people, two.target_people
    )


def _meet(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two sides share somebody, where both are named."""
    return not one or not two or not one.isdisjoint(two)


def _ways_fit(one: Happening, two: Happening) -> bool:
    """Whether both may be one in how they were done: a journey somewhere is a meeting there, and no
    meeting elsewhere, and a journey to one town is none to another."""
    if one.mention.mode == two.mention.mode == "visit":
        towns = {one.place, two.place} - countries().keys() - {None}
        if one.is_several != two.is_several or len(towns) > 1:
            return False
    if (one.mention.mode == "visit") == (two.mention.mode == "visit"):
        return True
    return one.mention.sentence == two.mention.sentence or bool(
        one.place and one.place == two.place
    )


def _terms_fit(one: Happening, two: Happening) -> bool:
    """Whether what was agreed, given or asked for can be one: both to do it or both not to, and no two
    other sums of money."""
    if one.refrains != two.refrains:
        return False
    return not one.sums or not two.sums or bool(one.sums & two.sums)


def _circles_fit(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two circles of people who met can be one: they share somebody, and not each of them has
    others whom the other lacks."""
    if not one or not two:
        return True
    if not one & two:
        return False
    return one <= two or two <= one or len(one & two) > 1


def is_once_only(one: Happening, two: Happening) -> bool:
    """Whether both tell of somebody taking one whole land, which is not done twice in a story: then
    years may lie between the reports."""
    return (
        one.mention.type == "coerce"
        and one.mention.mode == two.mention.mode == "seize"
        and not one.object_stems
        and not two.object_stems
        and bool(one.lands & two.lands)
        and bool(one.source_parties & two.source_parties)
    )


_KILLING = frozenset(
    map(
        stem,
        "kill killed killing murder slay slain slaying assassinate assassination behead beheading execute execution lynch".split(),
    )
)


def is_one_death(one: Happening, two: Happening) -> bool:
    """Whether both tell how the same known person was killed, which happens to nobody twice, whatever the words, the weapon and
    the precision of day and place; both as so, or both in one other status."""
    if one.mention.type != "assault" or not (
        one.status == two.status or {one.status, two.status} <= REAL
    ):
        return False
    if one.target_people.isdisjoint(two.target_people):
        return False
    return _is_killing(one) and _is_killing(two)


def _is_killing(happening: Happening) -> bool:
    """Whether its words say that somebody died of it: "killed", "shot dead", "fatally stabbed", "beaten to death"."""
    if not _KILLING.isdisjoint(happening.trigger.split()):
        return True
    words, cited = happening.mention.sentence, happening.mention.citation
    at, end = cited.start - words.start, cited.end - words.start
    return words.words[:at].rstrip().endswith("fatally") or bool(_TO_DEATH.match(words.words, end))


_TO_DEATH = re.compile(r"\W+(?:[\w’'-]+\W+){0,4}?(?:dead|to death)\b")


SPOKEN_OF_DAYS = 730
"""For how long after an attack reports still tell of it without its day ("the embassy bombing")."""


def is_one_attack(one: Happening, two: Happening) -> bool:
    """Whether both tell of the attack on the houses abroad of one land, which the story tells of no second time: whatever
    they have of its day and place, the one is not told before the other was nor in places that the other does not name."""
    if one.mission is None or one.mission != two.mission or not {one.status, two.status} <= REAL:
        return False
    if not days_fit(one.span, two.span):
        return False
    first, second = one.span or one.published, two.span or two.published
    if first is None or second is None or not days_fit(first, second, SPOKEN_OF_DAYS):
        return False
    if any(
        a.span is None and a.published and b.span and a.published[1] < b.span[0]
        for a, b in ((one, two), (two, one))
    ):
        return False
    return _places_meet(one, two)


def _places_meet(one: Happening, two: Happening) -> bool:
    """Whether places can be of one attack: one not known, the same, named in the other's sentence, a town and its land,
    or a part of a continent ("East Africa")."""
    if not one.place or not two.place or one.place == two.place:
        return True
    for here, there in ((one, two), (two, one)):
        at = here.mission_at
        land = country_name(at.country) if at and at.country else None
        words = there.mention.sentence.words
        if (here.place or "") in words or land == there.place:
            return True
        if at and at.precision == "continent":
            return True
        if land and land in words and there.place in countries():
            return True  # "in Kenya and Chad": the first is its place
    return False


MONTH = 31
"""Days of the longest time that two reports can both name and know a thing by."""


def near_in_time(one: Happening, two: Happening) -> bool:
    """Undated mentions are only held together with what their articles are near to: within a week of
    the other's days, or of its article. An article that is itself dated to months only is near nothing;
    where neither article has any date, nothing is known that would part them."""
    if one.article == two.article:
        return not (_is_long_past(one, two) or _is_long_past(two, one))
    if one.span is not None and one.span == two.span and (one.span[1] - one.span[0]).days < MONTH:
        return True  # both name the month ("at the end of July")
    first, second = one.about_then, two.about_then
    if first is None or second is None:
        return one.published is None and two.published is None
    if max((first[1] - first[0]).days, (second[1] - second[0]).days) > NEAR_DAYS:
        return False
    return days_fit(first, second, slack_days=NEAR_DAYS)


def _is_long_past(one: Happening, two: Happening) -> bool:
    """Whether one of two mentions of an article is of another year than the article, while the other, without a day, tells of
    something in other words and another sentence: "was led away in handcuffs" beside "had been arrested in June 2021"."""
    if one.span is None or two.span is not None or one.published is None:
        return False
    return (
        (one.published[0] - one.span[1]).days > HALF_A_YEAR
        and one.published[0].year != one.span[1].year
        and set(one.trigger.split()).isdisjoint(two.trigger.split())
        and one.mention.sentence != two.mention.sentence
    )


TO_ONE_PERSON = frozenset({"assault", "coerce", "sanction", "retreat"})
"""Types of deeds that are seldom done to one person twice within days: arrest, wound, sentence, free."""


def _does_to_one_person(one: Happening, two: Happening) -> bool:
    """Whether both do the same to the same known person."""
    return (
        one.mention.type in TO_ONE_PERSON
        and bool(one.trigger_senses & two.trigger_senses)
        and bool(one.persons & two.persons)
    )


WORDS = frozenset({"agree", "request", "reject", "accuse", "threaten", "support", "concede"})
"""Types of deeds done by words, of which one person does many: they are known by what is said."""


def _tells_alike(one: Happening, two: Happening, likeness: float, same_day: bool) -> bool:
    """Whether two reports tell of it by words that can be for one deed: triggers of one sense or mode, or sentences
    that are very like each other. What is done by words must be of one day, to the same, or about the same as well."""
    if one.article == two.article or likeness >= VERY_LIKE_CONTEXT:
        return True
    if is_one_attack(one, two) or is_one_death(one, two):
        return True
    if same_day and one.mention.type in MUTUAL and len(one.actors & two.actors) > 1:
        return True  # who sit down with each other on a day meet on it
    mode = one.mention.mode is not None and one.mention.mode == two.mention.mode
    if not mode and not one.trigger_senses & two.trigger_senses:
        return False
    if one.mention.type not in WORDS or same_day:
        return True
    return bool(
        {each.actor.id for each in one.targets} & {each.actor.id for each in two.targets}
    ) or bool(one.undergone & two.undergone)


def agreement(one: Happening, two: Happening, weights: StemWeights) -> int:
    """Points for two mentions being one event: both sides 3, one side 2, a party only 1; the same
    dated day 2; done to the same person 1; the same place or land 1, and 1 more if the day is the same too; a trigger of one sense
    1; an object of one sense 1; sentences that are like each other 1 or 2.

    Actors that do one thing again and again ("moved troops") do not tell one time from another: something
    that is this event's own must be shared, a day, a place, both sides, or the rest of the sentence. What
    did not happen has no day or place to know it by: it needs the same trigger."""
    if (
        one.trigger == two.trigger
        and one.article != two.article
        and one.mention.sentence.words == two.mention.sentence.words
    ):
        return WORD_FOR_WORD
    of_one_death = is_one_death(one, two)
    if one.status not in COURSE and one.trigger != two.trigger and not of_one_death:
        return 0
    points = own = 0
    shared = one.actors & two.actors
    if shared and (shared == one.actors or shared == two.actors) and len(shared) > 1:
        points += 3
        own += 1
    elif shared:
        points += 2
    elif one.parties & two.parties:
        points += 1
    if _does_to_one_person(one, two):
        points += 1
        own += 1
    same_day = bool(one.days and one.days == two.days)
    if same_day and one.days and one.days[0] == one.days[1]:
        points += 2
        own += 1
    if one.lands & two.lands:
        points += 2 if same_day else 1
        own += 1
    if one.trigger_senses & two.trigger_senses:
        points += 1
    if one.object_senses & two.object_senses:
        points += 1
    if len(one.undergone & two.undergone) >= TELLING_WORDS:
        points += 1
        own += 1
    likeness = containment(one.context, two.context, weights)
    if not _tells_alike(one, two, likeness, same_day):
        return 0
    if one.mention.sentence != two.mention.sentence and likeness >= LIKE_CONTEXT:
        points += 2 if likeness >= VERY_LIKE_CONTEXT else 1
        own += 1
    if is_once_only(one, two):
        points += 1
    if "cancelled" in (one.status, two.status) and _is_one_journey(one, two):
        points += 1
    if of_one_death or is_one_attack(one, two):
        points += ONE_ATTACK
        own += 1
    return points if own or one.article == two.article else 0
