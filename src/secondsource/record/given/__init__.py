"""Which of given mentions are the same, across articles: events and actors, each apart.

Likelihoods of pairs in two looks, then average linkage; pronouns go with what they stand for in their article. Nothing is
known of the mentions but what the readings tell around them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from ...lexicon.stems import stem
from ...model.given import GivenMention, GivenReading
from ...model.lineage import Lineage
from ..actors import Actors, find_actors
from ..evidence import Evidence
from .actors import actor_features
from .again import again_features
from .events import event_features
from .linkage import linked
from .network import Features, Looks, likelihood, looks_of
from .pairs import Articles, Pairs

Place = tuple[str, int, int]


def same_things(
    readings: Sequence[GivenReading], networks: Mapping[str, Looks] | None = None
) -> dict[str, dict[Place, int]]:
    """For each kind (event, actor) the number of the cluster of each given mention (article, start, end),
    by the articles that are read together. `networks` are others than
    those shipped, by kind. The order of the articles does not matter. Needs room for some
    hundred bytes a pair: thousands of mentions of one kind, not tens of thousands."""
    ordered = sorted(readings, key=lambda each: each.reading.article.id)
    mentions = [mention for each in ordered for mention in each.mentions]
    found: dict[str, dict[Place, int]] = {}
    for kind in sorted({mention.kind for mention in mentions}):
        rows = [mention for mention in mentions if mention.kind == kind]
        found[kind] = _clusters(rows, ordered, kind, (networks or {}).get(kind) or looks_of(kind))
    return found


def _clusters(
    rows: list[GivenMention], readings: Sequence[GivenReading], kind: str, looks: Looks
) -> dict[Place, int]:
    compared = [each for each in rows if kind == "event" or each.form != "pronoun"]
    cluster: dict[Place, int] = {}
    if compared:
        pairs = Pairs(compared, Articles(readings))
        alike = likelihood(
            looks,
            features_of(pairs, readings, kind),
            lambda first: again_features(pairs, first),
            len(compared),
        )
        labels = linked(alike, looks.threshold)
        cluster = {each.place: label for each, label in zip(compared, labels, strict=True)}
    return _with_pronouns(rows, cluster)


def features_of(pairs: Pairs, readings: Sequence[GivenReading], kind: str) -> Features:
    """The features of all pairs of mentions of one kind, as the first look sees them."""
    if kind == "event":
        return event_features(pairs)
    actors = find_actors(
        Evidence(
            tuple(each.reading for each in readings),
            Lineage(passages=(), newsrooms=(), newsroom_of={}),
        )
    )
    return actor_features(pairs, actors, _titles(readings, actors))


def _titles(readings: Sequence[GivenReading], actors: Actors) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for each in readings:
        for mention in each.reading.mentions:
            actor = actors.actor_of_mention.get(mention.id)
            if actor and mention.titles:
                words = (stem(word) for title in mention.titles for word in title.split())
                found.setdefault(actor, set()).update(words)
    return {actor: frozenset(words) for actor, words in found.items()}


def _with_pronouns(rows: Sequence[GivenMention], cluster: dict[Place, int]) -> dict[Place, int]:
    """The clusters with each pronoun in that of what it stands for; one of which that is not known is
    alone with those that lead to it."""
    by_place = {each.place: each for each in rows}
    of_entity: dict[str, Counter[int]] = {}
    for each in rows:
        if each.entity and each.place in cluster:
            of_entity.setdefault(each.entity, Counter())[cluster[each.place]] += 1
    known = {
        entity: min(counts, key=lambda label: (-counts[label], label))
        for entity, counts in of_entity.items()
    }
    new: dict[object, int] = {}
    free = max(cluster.values(), default=-1) + 1
    result = dict(cluster)
    for each in rows:
        seen: set[Place] = set()
        current = each
        end: object = None
        while current.place not in cluster:
            if current.place in seen:
                end = min(seen)
                break
            seen.add(current.place)
            meant = current.antecedent
            if isinstance(meant, str):
                end = meant
                break
            following = by_place.get((current.article, *meant)) if meant else None
            if following is None:
                end = current.place
                break
            current = following
        if end is None:
            result[each.place] = cluster[current.place]
        elif isinstance(end, str) and end in known:
            result[each.place] = known[end]
        else:
            result[each.place] = new.setdefault(end, free + len(new))
    return result
