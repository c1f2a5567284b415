"""Actors: who is the same across articles.

An entity is one article's chain of mentions; an actor is the entities of many articles that are the
same. Names decide (spelling, transliteration, acronyms, metonyms of states); what stays uncertain
stays apart.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..lexicon.nationalities import demonyms
from ..model.actor import Actor, Role
from ..model.mention import Mention, MentionKind
from ..model.text import Citation, Reference
from ..model.value import identifier
from .entities import Entity, plain_name, same_entities
from .evidence import Evidence
from .groups import groups_of, members
from .offices import Holders, holders_of
from .parties import is_country
from .words import normalised


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

    @cached_property
    def holders(self) -> Holders:
        """Who holds which office."""
        return holders_of(self.actors)

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
    same, doubtful = same_entities(entities, ties.subjects)
    groups = groups_of([entity.id for entity in entities], same, ties)
    by_id = {entity.id: entity for entity in entities}
    actors: list[Actor] = []
    actor_of_entity: dict[str, str] = {}
    actor_of_mention: dict[str, str] = {}
    drafts: list[Draft] = []
    for group in members(groups).values():
        chain = tuple(by_id[entity] for entity in group)
        actor_id = min(mention.id for entity in chain for mention in entity.mentions)
        drafts.append((actor_id, chain))
    if evidence.is_chapter:
        drafts = _known_by_name(drafts)
    for actor_id, chain in drafts:
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


Draft = tuple[str, tuple[Entity, ...]]
"""The id of an actor, and the entities that are one with it."""


def _known_by_name(drafts: list[Draft]) -> list[Draft]:
    """The actors of a chapter under ids that they have in every chapter: those of their names, where no other of the chapter
    has that name and it is enough to know one by. Who is called by a surname alone keeps the id of his first mention."""
    keys = [_name_key(chain) for _, chain in drafts]
    times = Counter(keys)
    return [
        (identifier("actor", key), chain) if key and times[key] == 1 else (id, chain)
        for key, (id, chain) in zip(keys, drafts, strict=True)
    ]


def _name_key(chain: tuple[Entity, ...]) -> str | None:
    kind, name = _actor_kind(chain), _best_name(chain)
    if kind == "person":
        whole = normalised(plain_name(name))
        return f"person {whole}" if " " in whole else None
    return f"{kind if kind in ('nationality', 'equipment') else 'body'} {normalised(name)}"


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
    if len(mentions) == 1:
        return mentions[0].kind
    counts: Counter[MentionKind] = Counter(mention.kind for mention in mentions)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _most_frequent(counts: Counter[str]) -> str:
    """The most frequent; among equals the longest, then the first in the alphabet."""
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


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
    longest = chain[0].kind in ("person", "party")
    words = max(len(name.split()) for name in counts) if longest else 0
    full = Counter({name: n for name, n in counts.items() if len(name.split()) >= min(words, 2)})
    name = _most_frequent(full or counts)
    land = _most_affiliated(chain)
    return f"{name} of {land}" if land and _is_of_any_land(name) and is_country(land) else name


def _is_of_any_land(name: str) -> bool:
    """Whether a name tells a body of one state only by what is said around it: a "Defense Ministry" in a
    story of several states is nobody's; the "Kenyan Defense Ministry" is."""
    words = name.split()
    if any(word in demonyms() or is_country(word.removesuffix("'s")) for word in words):
        return False
    if words[0].casefold() == "ministry":
        return words.count("of") < 2  # "Ministry of Defence of Chad"
    return words[-1].casefold() in ("ministry", "parliament")


def _most_affiliated(chain: tuple[Entity, ...]) -> str | None:
    counts = Counter(entity.affiliation for entity in chain if entity.affiliation)
    return _most_frequent(counts) if counts else None


def _affiliation(chain: tuple[Entity, ...]) -> str | None:
    """What most entities of the actor are affiliated with, if that is not the actor itself."""
    affiliation = _most_affiliated(chain)
    if affiliation is None:
        return None
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


_OF_ANOTHER = frozenset("counterpart colleague friend partner predecessor successor".split())
"""What somebody is to another: without him it is no role."""


def _roles(chain: tuple[Entity, ...], evidence: Evidence) -> tuple[Role, ...]:
    """Each role, spelled as most spell it, with the first and last publication day of the articles that give it."""
    found: dict[tuple[str, bool], list[tuple[str, Citation]]] = {}
    spelled: dict[str, Counter[str]] = {}
    for entity in chain:
        for mention in entity.mentions:
            for title in mention.titles:
                role = title.casefold()
                if role in _OF_ANOTHER:
                    continue
                spelled.setdefault(role, Counter())[title] += 1
                found.setdefault((role, mention.former), []).append(
                    (entity.article, mention.citation.of(entity.article))
                )
    roles = []
    for (role, former), places in sorted(found.items()):
        title = min(spelled[role], key=lambda title: (-spelled[role][title], title.swapcase()))
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
