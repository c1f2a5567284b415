"""Actors: who is the same across articles.

An entity is one article's chain of mentions; an actor is the entities of many articles that are the
same. Names decide (spelling, transliteration, acronyms, metonyms of states); what stays uncertain
stays apart.
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import combinations, product

from ..lexicon.transliteration import names_match, skeleton
from ..model.actor import Actor, Role
from ..model.mention import Mention, MentionKind
from ..model.text import Citation, Reference
from ..model.value import identifier
from .evidence import Evidence
from .groups import groups_of, members
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


@dataclass(frozen=True)
class Actors:
    """All actors of a story, with look-ups from mentions, entities and names."""

    actors: tuple[Actor, ...]
    actor_of_entity: dict[str, str]
    actor_of_mention: dict[str, str]
    unsure: frozenset[tuple[str, str]] = frozenset()
    """Pairs of actors, smaller id first, that may be one: kept apart, but never counted as two."""

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def by_name(self) -> dict[str, Actor]:
        """Actors by each normalised spelling of their names; the one mentioned most wins."""
        found: dict[str, Actor] = {}
        for actor in sorted(self.actors, key=lambda actor: (actor.mentions, actor.id)):
            for name in (*reversed(actor.names), actor.name):
                found[normalised(name)] = actor
        return found

    def reference(self, actor: str) -> Reference:
        """Id and name of an actor."""
        return Reference(id=actor, name=self.by_id[actor].name)

    def named(self, name: str) -> Reference:
        """The actor of that name, or a bare reference if no article mentions it as an actor."""
        actor = self.by_name.get(normalised(name))
        if actor is not None:
            return Reference(id=actor.id, name=actor.name)
        return Reference(id=identifier("name", normalised(name)), name=name)

    def of_mention(self, mention: str | None, name: str) -> Reference:
        """The actor of a mention; by its name if the mention is not known."""
        actor = self.actor_of_mention.get(mention or "")
        return self.reference(actor) if actor else self.named(name)

    def party_of(self, reference: Reference) -> Reference:
        """The party that an actor acts for; itself if it is no actor of the story."""
        actor = self.by_id.get(reference.id)
        return actor.party if actor else reference


def find_actors(evidence: Evidence) -> Actors:
    """The actors of all readings. Ids are those of the smallest mention of each."""
    entities = _entities(evidence)
    entity_of = {mention.id: entity.id for entity in entities for mention in entity.mentions}
    ties = evidence.judged.actors.renamed(entity_of)
    same, doubtful = _same_entities(entities, ties.subjects)
    groups = groups_of([entity.id for entity in entities], same, ties)
    by_id = {entity.id: entity for entity in entities}
    actors: list[Actor] = []
    actor_of_entity: dict[str, str] = {}
    actor_of_mention: dict[str, str] = {}
    drafts: list[tuple[str, tuple[Entity, ...]]] = []
    for group in members(groups).values():
        chain = tuple(by_id[entity] for entity in group)
        actor_id = min(mention.id for entity in chain for mention in entity.mentions)
        drafts.append((actor_id, chain))
        for entity in chain:
            actor_of_entity[entity.id] = actor_id
            actor_of_mention.update({mention.id: actor_id for mention in entity.mentions})
    name_of = {actor_id: _best_name(chain) for actor_id, chain in drafts}
    id_of_name = {normalised(name_of[actor_id]): actor_id for actor_id in sorted(name_of)}
    for actor_id, chain in sorted(drafts):
        affiliation = _affiliation(chain)
        party_id = id_of_name.get(normalised(affiliation)) if affiliation else actor_id
        party = (
            Reference(id=party_id, name=name_of[party_id])
            if party_id
            else Reference(
                id=identifier("name", normalised(str(affiliation))), name=str(affiliation)
            )
        )
        actors.append(_actor(actor_id, chain, party, evidence))
    unsure = frozenset(
        (first, second)
        for pair in doubtful
        for first, second in [sorted(actor_of_entity[entity] for entity in pair)]
        if first != second
    )
    unsure = evidence.judged.doubtful(unsure, actor_of_mention)
    return Actors(tuple(actors), actor_of_entity, actor_of_mention, unsure)


def _entities(evidence: Evidence) -> list[Entity]:
    """All entities, sorted by id."""
    found: dict[str, list[tuple[str, Mention]]] = {}
    for reading in evidence.readings:
        for mention in reading.mentions:
            if mention.form == "adjective":
                # "the Kenyan envoy": the adjective is nobody.
                continue
            found.setdefault(mention.entity, []).append((reading.article.id, mention))
    spoken_for = _spoken_for(evidence)
    entities = []
    for entity in sorted(found):
        mentions = tuple(mention for _, mention in found[entity])
        named = [mention for mention in mentions if mention.form == "name"] or list(mentions)
        affiliations = Counter(item.affiliation for item in mentions if item.affiliation)
        entities.append(
            Entity(
                id=entity,
                article=found[entity][0][0],
                name=_most_frequent(Counter(mention.name for mention in named)),
                kind=_kind(mentions),
                mentions=mentions,
                affiliation=_most_frequent(affiliations)
                if affiliations
                else spoken_for.get(entity),
                acronyms=frozenset(item.acronym for item in mentions if item.acronym),
            )
        )
    return entities


def _spoken_for(evidence: Evidence) -> dict[str, str]:
    """For the people who speak in their article the body or country that they speak for, as far as that
    is not themselves."""
    parties: dict[str, Counter[str]] = {}
    for reading in evidence.readings:
        for statement in reading.statements:
            voice = statement.voice
            if (
                statement.speaker
                and voice.kind == "named"
                and voice.party not in (None, voice.name)
            ):
                parties.setdefault(statement.speaker, Counter())[str(voice.party)] += 1
    return {entity: _most_frequent(counts) for entity, counts in parties.items()}


def _kind(mentions: tuple[Mention, ...]) -> MentionKind:
    counts: Counter[MentionKind] = Counter(mention.kind for mention in mentions)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _most_frequent(counts: Counter[str]) -> str:
    """The most frequent; among equals the longest, then the first in the alphabet."""
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def canonical(entity: Entity) -> str:
    """The name under which an entity is looked for: the state for a capital or country that acts."""
    if entity.kind == "place-as-actor" and entity.affiliation:
        return normalised(entity.affiliation)
    return normalised(entity.name)


Pairs = list[tuple[str, str]]


def _same_entities(entities: list[Entity], judged: Collection[str]) -> tuple[Pairs, Pairs]:
    """Pairs of entities that are the same, and pairs that may be; `judged` are entities that people
    decided about. People are compared by name within
    the beginning of one skeleton of the surname; everything else by canonical name or acronym."""
    same: Pairs = []
    unsure: Pairs = []
    blocks: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind == "person":
            blocks.setdefault("person " + skeleton(surname(entity.name))[:4], []).append(entity)
        else:
            for name in sorted({canonical(entity), *map(normalised, entity.acronyms)}):
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


_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
"""What follows a surname to tell sons from fathers."""


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
    by_name = _grouped(full, lambda entity: plain_name(entity.name))
    telling = {name: names_match(name, name)[0] is True for name in by_name}
    for name, bearers in by_name.items():
        if telling[name]:
            same += _pairs_within(bearers, everyone)
        else:
            unsure += _pairs_within(bearers, everyone=True)
    for first, second in combinations(by_name, 2):
        found, doubtful = _pairs_across(
            by_name[first],
            by_name[second],
            everyone or not (telling[first] and telling[second]),
        )
        same += found
        unsure += doubtful
    groups = groups_of([entity.id for entity in full], same)
    by_surname = _grouped(full, lambda entity: skeleton(surname(entity.name)))
    by_skeleton = _grouped(bare, lambda entity: skeleton(entity.name))
    for key, bearers in by_skeleton.items():
        fitting = by_surname.get(key, [])
        chosen = {groups[other.id]: other for other in reversed(fitting)}
        for entity in bearers:
            if len(chosen) == 1:
                same.append((fitting[0].id, entity.id))
            else:
                possible = fitting if everyone else list(chosen.values())
                unsure += [(other.id, entity.id) for other in possible]
        same += _pairs_within(bearers, everyone)
    return same, unsure


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
    titles = [
        {title.casefold() for mention in entity.mentions for title in mention.titles}
        for entity in (one, two)
    ]
    return bool(titles[0] & titles[1])


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


def _best_name(chain: tuple[Entity, ...]) -> str:
    """The fullest name that most articles use; for a state its own name rather than its capital's."""
    states = Counter(
        entity.affiliation
        for entity in chain
        if entity.kind == "place-as-actor" and entity.affiliation
    )
    if states:
        return _most_frequent(states)
    counts = Counter(entity.name for entity in chain)
    words = max(len(name.split()) for name in counts) if chain[0].kind == "person" else 0
    full = Counter({name: n for name, n in counts.items() if len(name.split()) >= min(words, 2)})
    return _most_frequent(full or counts)


def _affiliation(chain: tuple[Entity, ...]) -> str | None:
    """What most entities of the actor are affiliated with, if that is not the actor itself."""
    counts = Counter(entity.affiliation for entity in chain if entity.affiliation)
    if not counts:
        return None
    affiliation = _most_frequent(counts)
    return None if normalised(affiliation) == normalised(_best_name(chain)) else affiliation


def _actor(actor_id: str, chain: tuple[Entity, ...], party: Reference, evidence: Evidence) -> Actor:
    spellings = Counter(
        mention.citation.words
        for entity in chain
        for mention in entity.mentions
        if mention.form == "name"
    )
    spellings.update(Counter({entity.name: 0 for entity in chain}))
    names = sorted(spellings, key=lambda name: (-spellings[name], name))
    return Actor(
        id=actor_id,
        name=_best_name(chain),
        kind=_actor_kind(chain),
        names=tuple(names),
        roles=_roles(chain, evidence),
        party=party,
        mentions=sum(len(entity.mentions) for entity in chain),
        articles=tuple(sorted({entity.article for entity in chain})),
    )


def _actor_kind(chain: tuple[Entity, ...]) -> MentionKind:
    counts: Counter[MentionKind] = Counter()
    for entity in chain:
        counts[entity.kind] += len(entity.mentions)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _roles(chain: tuple[Entity, ...], evidence: Evidence) -> tuple[Role, ...]:
    """Each role with the first and last publication day of the articles that give it."""
    found: dict[tuple[str, bool], list[tuple[str, Citation]]] = {}
    for entity in chain:
        for mention in entity.mentions:
            for title in mention.titles:
                found.setdefault((title, mention.former), []).append(
                    (entity.article, mention.citation.of(entity.article))
                )
    roles = []
    for (title, former), places in sorted(found.items()):
        days = [
            published
            for article, _ in places
            if (published := evidence.articles[article].published) is not None
        ]
        roles.append(
            Role(
                role=title,
                from_=min((day.earliest for day in days), default=None),
                to=max((day.latest for day in days), default=None),
                citations=tuple(
                    sorted(
                        (cited for _, cited in places), key=lambda c: (c.article, c.part, c.start)
                    )
                ),
                former=former,
            )
        )
    return tuple(roles)
