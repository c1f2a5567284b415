"""MEANTIME apple: chains of events and actors across 30 articles, with an instance id for each chain.

Chains of EVENT instances that are not grammatical are events, of ENTITY instances of the types PER and ORG
actors, of other types other things. The gold marks across documents only the first six sentences of an article (title and date among them), so
that ours count there alone.
"""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from ..chained import Place, Topic, article
from ..texts import spaced

FOLDER = "meantime"
_CORPUS = "intra_cross-doc_annotation/corpus_apple"
SENTENCES = 6


def load(root: Path) -> list[Topic]:
    """One topic of all articles."""
    articles = []
    gold: dict[str, dict[Place, str]] = {"event": {}, "actor": {}, "other": {}}
    marked = {}
    for path in sorted((root / FOLDER / _CORPUS).glob("*.xml")):
        tree = ElementTree.parse(path).getroot()
        name = tree.get("doc_id", path.stem)
        rows: dict[int, list[tuple[str, str]]] = {}
        for token in tree.iter("token"):
            number = int(token.get("sentence", "0"))
            rows.setdefault(number, []).append((token.get("t_id", ""), token.text or ""))
        text, places = spaced([[word for _, word in row] for row in rows.values()])
        articles.append(article(name, text, created(tree)))
        where = {
            identity: place
            for row, spots in zip(rows.values(), places, strict=True)
            for (identity, _), place in zip(row, spots, strict=True)
        }
        early = [row for number, row in zip(rows, places, strict=True) if number < SENTENCES]
        marked[name] = tuple((row[0][0], row[-1][1]) for row in early)
        end = early[-1][-1][1]
        for kind, mentions in mentions_of(tree).items():
            for anchors, label in mentions:
                spots = [where[anchor] for anchor in anchors]
                place = (name, min(spots)[0], max(spot[1] for spot in spots))
                if place[1] < end:
                    gold[kind].setdefault(place, label)
    others = gold.pop("other")
    return [Topic("apple", tuple(articles), gold, marked, others)]


def created(tree: ElementTree.Element) -> str | None:
    """The day on which a document was written, if its annotation gives one."""
    for time in tree.iter("TIMEX3"):
        if time.get("functionInDocument") == "CREATION_TIME":
            value = time.get("value", "")[:10]
            return value if len(value) == 10 else None
    return None


def mentions_of(tree: ElementTree.Element) -> dict[str, list[tuple[list[str], str]]]:
    """For each kind the token ids of its mentions with their instance ids."""
    kinds: dict[str, tuple[str, str]] = {}
    for element in tree.iter():
        instance = element.get("instance_id")
        if element.tag == "EVENT" and instance and element.get("class") != "GRAMMATICAL":
            kinds[element.get("m_id", "")] = ("event", instance)
        if element.tag == "ENTITY" and instance:
            is_actor = element.get("ent_type") in ("PER", "ORG")
            kinds[element.get("m_id", "")] = ("actor" if is_actor else "other", instance)
    anchors = {
        element.get("m_id", ""): [anchor.get("t_id", "") for anchor in element.iter("token_anchor")]
        for tag in ("EVENT_MENTION", "ENTITY_MENTION")
        for element in tree.iter(tag)
    }
    found: dict[str, list[tuple[list[str], str]]] = {"event": [], "actor": [], "other": []}
    for relation in tree.iter("REFERS_TO"):
        target = relation.find("target")
        chain = kinds.get(target.get("m_id", "") if target is not None else "")
        for source in relation.iter("source"):
            tokens = anchors.get(source.get("m_id", ""))
            if chain and tokens:
                found[chain[0]].append((tokens, chain[1]))
    return found
