"""Which entities of many articles are one actor: people by their names, everybody else by a canonical name.

What stays uncertain stays apart.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations, product

from ..lexicon.titles import is_given_name
from ..lexicon.transliteration import names_match, skeleton
from ..model.mention import Mention, MentionKind
from .groups import groups_of
from .lands import long_name, only_lands
from .parties import initials
from .words import normalised


@dataclass(frozen=True)
class Entity:
    """One article's chain of mentions of one entity. `id` is that of its first mention."""

    id: str
    article: str
    name: str
    kind: MentionKind
    mentions: tuple[Mention, ...]
    affiliation: str | None
    acronyms: frozenset[str]


def canonical(entity: Entity) -> str:
    """The name under which an entity is looked for: the state for a capital or country that acts."""
    if entity.kind == "place-as-actor" and entity.affiliation:
        return normalised(entity.affiliation)
    if entity.kind == "party":
        return _members(normalised(entity.name))
    return normalised(entity.name)


def _of_lands(entities: list[Entity]) -> dict[str, str]:
    """Id of each body that is a state's -> what it is with the state: that of its name, of what it belongs to, or
    the only state whose body of that name the story knows."""
    long = {
        entity.id: found
        for entity in entities
        if entity.kind in ("government", "armed-force", "organization")
        if (found := long_name(entity.name, entity.affiliation)) is not None
    }
    owned = {entity.id for entity in entities if entity.kind in ("government", "armed-force")}
    only = only_lands(found for id, found in long.items() if id in owned)
    lands = {id: land if id in owned else None for id, (_, land) in long.items()}
    return {
        id: f"{core} of {lands[id] or only[core]}"
        for id, (core, _) in long.items()
        if lands[id] is not None or core in only
    }


def _members(party: str) -> str:
    """The name under which a party, its people and what is theirs meet: "Democratic Party", "Democrats", "Democratic"."""
    core = party.removesuffix(" party")
    if " " in core:
        return party
    return f"{core.removesuffix('s').removesuffix('ic')} party"


Pairs = list[tuple[str, str]]


def same_entities(entities: list[Entity], judged: Collection[str]) -> tuple[Pairs, Pairs]:
    """Pairs of entities that are the same, and pairs that may be; `judged` are entities that people
    decided about. People are compared by name within
    the beginning of one skeleton of the surname; everything else by canonical name or acronym."""
    same: Pairs = []
    unsure: Pairs = []
    blocks: dict[str, list[Entity]] = {}
    bodies = _names_of_bodies(entities)
    long_forms = _long_forms(entities)
    surnames = _surnames(entities)
    of_land = _of_lands(entities)
    for entity in entities:
        if (entity.kind == "person" and normalised(entity.name) not in bodies) or _is_surname_once(
            entity, surnames
        ):
            blocks.setdefault("person " + _block_of(entity.name), []).append(entity)
        else:
            names = {of_land.get(entity.id, canonical(entity)), *map(normalised, entity.acronyms)}
            if entity.name in long_forms:
                names.add(long_forms[entity.name])
            for name in sorted(names):
                blocks.setdefault(_block_kind(entity) + name, []).append(entity)
    for key in sorted(blocks):
        block = blocks[key]
        if key.startswith("person "):
            found, doubtful = _same_people(block, judged)
            same += found
            unsure += doubtful
        else:
            same += [(block[0].id, other.id) for other in block[1:]]
    return same, unsure


def _block_of(name: str) -> str:
    """The beginning of the last part of a name: "Un" of "Kim Jong Un" and of "Kim Jong-un"."""
    return skeleton(surname(name)).rpartition(" ")[2][:4]


def _surnames(entities: list[Entity]) -> set[str]:
    """The surnames, as spelling keys, of people whom reports call by more than that, or by a title."""
    return {
        skeleton(surname(entity.name))
        for entity in entities
        if entity.kind == "person" and (len(entity.name.split()) > 1 or _titles(entity))
    }


def _is_surname_once(entity: Entity, surnames: Collection[str]) -> bool:
    """Whether a report has a word as some body, once, that is somebody's surname: "the Verrick inquiry"."""
    return (
        entity.kind == "organization"
        and len(entity.mentions) == 1
        and entity.name.isalpha()
        and not entity.name.isupper()
        and not entity.acronyms
        and skeleton(entity.name) in surnames
    )


_BODIES = frozenset({"organization", "company", "government", "party", "armed-force"})


def _names_of_bodies(entities: list[Entity]) -> set[str]:
    """Names of one word, normalised, that reports have as bodies and that nobody bears as a surname: "Sonel" of one
    report is the power company SONEL of another."""
    surnames = _surnames(entities)
    return {
        normalised(name)
        for entity in entities
        if entity.kind in _BODIES
        for name in (entity.name, *entity.acronyms)
        if len(name.split()) == 1 and not is_given_name(name.capitalize())
        if skeleton(name.capitalize()) not in surnames
    }


LEAST_LETTERS = 4
"""Shorter abbreviations stand for too much: of those of three letters in the oil spill of timeline17 a third went wrong."""


def _long_forms(entities: list[Entity]) -> dict[str, str]:
    """For abbreviations that no report spells out the normalised long name, where the story has one name alone with
    these first letters."""
    long: dict[str, set[str]] = {}
    spelled_out = {
        short for entity in entities if len(entity.name.split()) > 1 for short in entity.acronyms
    }
    for entity in entities:
        if entity.kind in _BODIES and len(entity.name.split()) >= LEAST_LETTERS:
            long.setdefault(initials(normalised(entity.name)), set()).add(normalised(entity.name))
    return {
        entity.name: next(iter(names))
        for entity in entities
        if entity.kind in _BODIES and entity.name.isupper() and len(entity.name) >= LEAST_LETTERS
        if entity.name not in spelled_out
        for names in [long.get(entity.name.casefold(), set())]
        if len(names) == 1
    }


_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
"""What follows a surname to tell sons from fathers."""


@lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """A person's name without what follows the surname ("Jr.") and without single initials between."""
    words = [word for word in name.split() if word.strip(".,").casefold() not in _GENERATION]
    if len(words) > 2:
        words = [words[0], *(w for w in words[1:-1] if len(w.strip(".")) > 1), words[-1]]
    return " ".join(words) or name


def surname(name: str) -> str:
    """The last word of a name that is no mark of a generation; the name itself if it has one word."""
    return plain_name(name).rpartition(" ")[2]


def _block_kind(entity: Entity) -> str:
    """Bodies of one name are one actor whatever kind an article takes them for; nationalities and
    equipment are never bodies."""
    return entity.kind + " " if entity.kind in ("nationality", "equipment") else "body "


def _same_people(block: list[Entity], judged: Collection[str]) -> tuple[Pairs, Pairs]:
    """Pairs of people of like surnames that are the same, and that may be. A bare surname joins the
    only full name that it fits; where it fits two, it may be either.

    Names decide, so names are compared and not the entities that bear them: a name in a thousand
    articles is one name. Only where people decided about somebody of the block are all of its pairs
    given, since a decision can part what a name joins."""
    everyone = any(entity.id in judged for entity in block)
    full = [entity for entity in block if len(entity.name.split()) > 1]
    bare = [entity for entity in block if len(entity.name.split()) <= 1]
    same: Pairs = []
    unsure: Pairs = []
    sons = _sons_of_namesakes(block)
    by_name = _grouped(full, lambda entity: plain_name(entity.name) + _SON * (entity.id in sons))
    telling = {name: names_match(name, name)[0] is True for name in by_name}
    for name, bearers in by_name.items():
        if telling[name]:
            same += _pairs_within(bearers, everyone)
        else:
            unsure += _pairs_within(bearers, everyone=True)
    for first, second in combinations(by_name, 2):
        if first.endswith(_SON) != second.endswith(_SON):
            continue
        found, doubtful = _pairs_across(
            by_name[first],
            by_name[second],
            everyone or not (telling[first] and telling[second]),
        )
        same += found
        unsure += doubtful
    groups = groups_of([entity.id for entity in full], same)
    elders = [entity for entity in full if entity.id not in sons] or full
    by_surname = _grouped(elders, lambda entity: skeleton(surname(entity.name)))
    by_skeleton = _grouped(bare, lambda entity: skeleton(entity.name))
    for key, bearers in by_skeleton.items():
        fitting = by_surname.get(key, [])
        open_ = []
        called: dict[object, tuple[list[Entity], Entity | None, set[str]]] = {}
        for entity in bearers:
            how = entity.name.casefold(), frozenset(_titles(entity))
            if how not in called:
                called[how] = _meant(entity, fitting, groups)
            meant, known, elsewhere = called[how]
            chosen = [known] if known and entity.article not in elsewhere else meant
            if len(chosen) == 1:
                same.append((chosen[0].id, entity.id))
                continue
            open_.append(entity)
            possible = fitting if everyone else chosen
            unsure += [(other.id, entity.id) for other in possible]
        same += _pairs_within(open_, everyone) if open_ else []
    return same, unsure


_SON = " jr"


def _sons_of_namesakes(block: list[Entity]) -> set[str]:
    """The ids of all who are called "Jr." by the name of somebody whom one report tells from them: who bears the name
    without it, or the surname alone. Elsewhere "Jr." is left out as often as not, and tells nothing."""
    sons = {entity.id for entity in block if entity.name.casefold().strip(".").endswith(_SON)}
    others = {
        (entity.article, skeleton(plain_name(entity.name)))
        for entity in block
        if entity.id not in sons
    }
    apart = {
        skeleton(plain_name(entity.name))
        for entity in block
        if entity.id in sons
        if (entity.article, skeleton(plain_name(entity.name))) in others
        or (entity.article, skeleton(surname(entity.name))) in others
    }
    return {
        entity.id
        for entity in block
        if entity.id in sons and skeleton(plain_name(entity.name)) in apart
    }


MANY_TIMES = 10
"""How many times as many articles must have one bearer of a surname as all others together for the surname alone to mean
him."""


def _meant(
    entity: Entity, fitting: list[Entity], groups: Mapping[str, str]
) -> tuple[list[Entity], Entity | None, set[str]]:
    """Those whom a bare surname may mean, one entity of each: those who are spelled so, of these those who bear a
    title that it has; and the one who is known far and wide, if one is, with the articles that name another."""
    spelled = entity.name.casefold()
    candidates = [one for one in fitting if surname(one.name).casefold() == spelled] or fitting
    candidates = [one for one in candidates if _shares_a_title(entity, one)] or candidates
    held: dict[str, list[Entity]] = {}
    for other in candidates:
        held.setdefault(groups[other.id], []).append(other)
    firsts = [bearers[0] for bearers in held.values()]
    if len(held) > 1:
        known = max(held, key=lambda group: (len(held[group]), group))
        others = [other for group in held if group != known for other in held[group]]
        if len(held[known]) >= MANY_TIMES * len(others):
            return firsts, held[known][0], {other.article for other in others}
    return firsts, None, set()


def _shares_a_title(one: Entity, two: Entity) -> bool:
    return bool(_titles(one) & _titles(two))


def _titles(entity: Entity) -> set[str]:
    return {title.casefold() for mention in entity.mentions for title in mention.titles}


def _grouped(entities: list[Entity], key: Callable[[Entity], str]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        found.setdefault(key(entity), []).append(entity)
    return found


def _pairs_within(entities: list[Entity], everyone: bool) -> Pairs:
    """All pairs of these, or as many as tie them together."""
    if everyone:
        return [(one.id, two.id) for one, two in combinations(entities, 2)]
    return [(entities[0].id, other.id) for other in entities[1:]]


def _pairs_across(ones: list[Entity], twos: list[Entity], everyone: bool) -> tuple[Pairs, Pairs]:
    """Pairs of the bearers of two names that are the same, and that may be; one of either kind is
    enough unless `everyone` is wanted."""
    if names_match(plain_name(ones[0].name), plain_name(twos[0].name))[0] is False:
        letters = {_letters(one.name) for one in ones}, {_letters(two.name) for two in twos}
        if not any(
            _nearly_the_same(one, two) or _nearly_the_same(two, one)
            for one, two in product(*letters)
        ):
            return [], []
    elif _hold_other_offices(ones, twos):
        return [], [(ones[0].id, twos[0].id)]
    same: Pairs = []
    unsure: Pairs = []
    for one, two in product(ones, twos):
        verdict = same_person(*sorted((one, two), key=lambda entity: entity.id))
        if verdict is not False:
            (same if verdict else unsure).append((one.id, two.id))
        if verdict and not everyone:
            return same[-1:], []
    return same, unsure if everyone else unsure[:1]


NEARLY_THE_SAME_LETTERS = 0.88
"""Least share of letters in common, in order, of two spellings of one name in papers that
transliterate by ear (tried on the spelling variants of ../shared/data/name_variants)."""


def same_person(one: Entity, two: Entity) -> bool | None:
    """Whether two entities with full names are one person; None where they may be. Nearly the same
    letters are enough only with the same affiliation, and never within one article."""
    verdict = names_match(plain_name(one.name), plain_name(two.name))[0]
    if verdict is not False or one.article == two.article:
        return verdict
    if not _nearly_the_same(_letters(one.name), _letters(two.name)):
        return False
    return True if _share_a_role(one, two) else None


@lru_cache(maxsize=100_000)
def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name.casefold()))


@lru_cache(maxsize=200_000)
def _nearly_the_same(one: str, two: str) -> bool:
    """Whether two names have nearly all letters in common, in order. What lengths and letters without
    their order rule out is not aligned."""
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= NEARLY_THE_SAME_LETTERS for bound in bounds)


def _share_a_role(one: Entity, two: Entity) -> bool:
    """Whether both belong to one body or country, or bear the same title."""
    if one.affiliation and two.affiliation:
        return normalised(one.affiliation) == normalised(two.affiliation)
    return _shares_a_title(one, two)


def _hold_other_offices(ones: list[Entity], twos: list[Entity]) -> bool:
    """Whether two names that only sound alike ("Landry", "Landrieu") are borne by people of other bodies and
    titles."""
    if _nearly_the_same(_letters(ones[0].name), _letters(twos[0].name)):
        return False
    first, second = _offices(ones), _offices(twos)
    return bool(first) and bool(second) and not first & second


def _offices(entities: list[Entity]) -> set[str]:
    found = {normalised(each.affiliation) for each in entities if each.affiliation}
    return found | {
        title.casefold()
        for each in entities
        for mention in each.mentions
        for title in mention.titles
    }
