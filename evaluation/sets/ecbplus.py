"""ECB+ (topics 1 to 35): chains of events and actors; each topic holds two look-alike events.

Mentions of ACTION_* and NEG_ACTION_* are events, of HUMAN_PART_* actors, of NON_HUMAN_PART* and
LOC_* other things. A chain is that of
CROSS_DOC_COREF (by its note) or INTRA_DOC_COREF; other mentions are chains of their own. Ours count in
sentences that hold a gold mention of the kind of the set's selection (any event mention).
"""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from ..chained import Place, Topic, article
from ..texts import spaced

FOLDER = "ecbplus"


def load(root: Path) -> list[Topic]:
    """The topics in the order of their numbers."""
    folders = [path for path in (root / FOLDER).iterdir() if path.is_dir()]
    return [_topic(path) for path in sorted(folders, key=lambda path: int(path.name))]


def _topic(folder: Path) -> Topic:
    articles = []
    gold: dict[str, dict[Place, str]] = {"event": {}, "actor": {}, "other": {}}
    marked: dict[str, tuple[tuple[int, int], ...]] = {}
    for path in sorted(folder.glob("*.xml"), key=_order):
        tree = ElementTree.parse(path).getroot()
        rows: dict[str, list[tuple[str, str]]] = {}
        for token in tree.iter("token"):
            rows.setdefault(token.get("sentence", ""), []).append(
                (token.get("t_id", ""), token.text or "")
            )
        text, places = spaced([[word for _, word in row] for row in rows.values()])
        articles.append(article(path.stem, text))
        where = {
            identity: place
            for row, spots in zip(rows.values(), places, strict=True)
            for (identity, _), place in zip(row, spots, strict=True)
        }
        _add(path.stem, tree, where, gold)
        starts = [place[1] for place in gold["event"] if place[0] == path.stem]
        marked[path.stem] = tuple(
            (row[0][0], row[-1][1])
            for row in places
            if any(row[0][0] <= start < row[-1][1] for start in starts)
        )
    others = gold.pop("other")
    return Topic(folder.name, tuple(articles), gold, marked, others)


def _order(path: Path) -> tuple[str, int]:
    number, kind = re.fullmatch(r"\d+_(\d+)(\w+)", path.stem).groups()  # type: ignore[union-attr]
    return kind, int(number)


def _add(
    name: str,
    tree: ElementTree.Element,
    where: dict[str, tuple[int, int]],
    gold: dict[str, dict[Place, str]],
) -> None:
    """Puts the mentions of one document into `gold`."""
    markables = tree.find("Markables")
    relations = tree.find("Relations")
    chain: dict[str, str] = {}
    for relation in relations if relations is not None else ():
        target = relation.find("target")
        inside = f"{name}:{target.get('m_id') if target is not None else ''}"
        label = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else inside
        for source in relation.iter("source"):
            chain[source.get("m_id", "")] = label or inside
    for markable in markables if markables is not None else ():
        spots = [where[anchor.get("t_id", "")] for anchor in markable.iter("token_anchor")]
        kind = (
            "event"
            if "ACTION" in markable.tag
            else "actor"
            if markable.tag.startswith("HUMAN_PART")
            else "other"
            if markable.tag.startswith(("NON_HUMAN_PART", "LOC_"))
            else None
        )
        if spots and kind:
            place = (name, min(start for start, _ in spots), max(end for _, end in spots))
            identity = markable.get("m_id", "")
            gold[kind].setdefault(place, chain.get(identity, f"{name}:{identity}"))
